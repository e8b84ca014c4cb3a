import CICUShims

/// A segment of ICU's root word rules that is not white space.
struct Piece {
  var start: Int
  var end: Int
  var content: Content

  enum Content: UInt8 {
    /// Holds a letter.
    case word
    /// Holds a digit and no letter.
    case number
    /// A mark, a symbol, `_`, `@`.
    case mark
  }
}

/// Splits text between two line breaks into the segments of ICU's root word rules (UAX #29).
///
///     quick     every character has a class in `CharacterClasses`: the rules below, which need to know the
///               class before and the class after
///     thorough  anything else, and malformed UTF-8: ICU itself, over the whole line, since a dictionary,
///               an emoji or a combining mark can reach back over any number of characters
///
/// In debug builds every quick line is given to ICU too, and both must agree.
struct WordBreaker: ~Copyable {
  private let characters: CharacterClasses
  private let segmenter: Segmenter
  private var ends: [Int32] = []
  private var statuses: [Int32] = []

  init(characters: CharacterClasses) throws(ICUError) {
    self.characters = characters
    segmenter = try Segmenter(.word)
  }

  /// Whether the quick rules can split a line, and where it ends: before a line break beyond ASCII perhaps.
  ///
  /// Only the bytes beyond ASCII are looked at.
  @inline(__always)
  func inspect(
    _ bytes: UnsafePointer<UInt8>, _ line: Range<Int>, _ masks: ByteMaskView
  ) -> (end: Int, isQuick: Bool) {
    let at = masks.first(.high, in: line)
    return at == line.upperBound ? (at, true) : inspect(bytes, line, from: at, masks)
  }

  private func inspect(
    _ bytes: UnsafePointer<UInt8>, _ line: Range<Int>, from first: Int, _ masks: ByteMaskView
  ) -> (end: Int, isQuick: Bool) {
    var isQuick = true
    var at = first
    while at < line.upperBound {
      let scalar = Scalar(bytes, at: at, end: line.upperBound)
      let wordClass = wordClass(scalar.value)
      if wordClass == .newline { return (at, isQuick) }
      if !scalar.isValid || wordClass == .doubtful { isQuick = false }
      at += scalar.length
      if bytes[at] < 0x80 { at = masks.first(.high, in: min(at, line.upperBound)..<line.upperBound) }
    }
    return (line.upperBound, isQuick)
  }

  @inline(__always)
  private func wordClass(_ value: UInt32) -> WordClass { characters.wordClass(value) }

  /// Appends the segments of quick text that holds no line break, white space left out.
  func appendQuick(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, to pieces: inout Buffer<Piece>) {
    pieces.reserve(range.count)
    let end = range.upperBound
    var i = range.lowerBound
    while i < end {
      let scalar = Scalar(bytes, at: i, end: end)
      var last = wordClass(scalar.value)
      var j = i + scalar.length
      guard last == .letter || last == .numeric || last == .extendNumLet else {
        if !Self.isWhiteSpace(scalar.value, last) {
          pieces.append(Piece(start: i, end: j, content: .mark))
        }
        i = j
        continue
      }
      var hasLetter = last == .letter && scalar.value != 0x40
      var hasDigit = last == .numeric
      while j < end {
        let next = Scalar(bytes, at: j, end: end)
        let wordClass = wordClass(next.value)
        switch wordClass {
        case .letter:
          hasLetter = hasLetter || next.value != 0x40
          last = wordClass
          j += next.length
          continue
        case .numeric:
          hasDigit = true
          last = wordClass
          j += next.length
          continue
        case .extendNumLet:
          last = wordClass
          j += next.length
          continue
        case .midLetter where last == .letter, .midNum where last == .numeric,
          .midNumLet where last == .letter || last == .numeric:
          guard j + next.length < end else { break }
          let after = Scalar(bytes, at: j + next.length, end: end)
          if self.wordClass(after.value) == last {
            hasLetter = hasLetter || (last == .letter && after.value != 0x40)
            j += next.length + after.length
            continue
          }
        default: break
        }
        break
      }
      pieces.append(Piece(start: i, end: j, content: hasLetter ? .word : hasDigit ? .number : .mark))
      i = j
    }
  }

  /// Appends ICU's segments of a line, white space left out.
  mutating func appendThorough(
    _ bytes: UnsafePointer<UInt8>, _ line: Range<Int>, to pieces: inout Buffer<Piece>
  ) {
    pieces.reserve(line.count)
    ends.removeAll(keepingCapacity: true)
    statuses.removeAll(keepingCapacity: true)
    segmenter.append(
      UnsafeBufferPointer(start: bytes + line.lowerBound, count: line.count), ends: &ends, statuses: &statuses
    )
    var start = line.lowerBound
    for (end, status) in zip(ends, statuses) {
      let end = line.lowerBound + Int(end)
      let first = Scalar(bytes, at: start, end: line.upperBound)
      if !Self.isWhiteSpace(first.value, wordClass(first.value)) {
        // Rule statuses: below 100 marks, below 200 numbers, then letters, kana, ideographs.
        let content: Piece.Content = status < 100 ? .mark : status < 200 ? .number : .word
        pieces.append(Piece(start: start, end: end, content: content))
      }
      start = end
    }
  }

  /// White space is no token: spaces of all widths, tabs, line breaks, the no-break space, the zero-width space.
  static func isWhiteSpace(_ value: UInt32, _ wordClass: WordClass) -> Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2007, 0x200B, 0x2060, 0x3000, 0xFEFF: true
    default: wordClass == .space || wordClass == .newline
    }
  }

  /// Whether both ways split a quick line alike. For debug builds and tests.
  mutating func agrees(_ bytes: UnsafePointer<UInt8>, _ line: Range<Int>) -> Bool {
    var quick = Buffer<Piece>()
    var thorough = Buffer<Piece>()
    appendQuick(bytes, line, to: &quick)
    appendThorough(bytes, line, to: &thorough)
    return quick.elements.elementsEqual(thorough.elements) { $0.start == $1.start && $0.end == $1.end }
  }
}
