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
  private let ascii: ASCIIWordClasses

  init(characters: CharacterClasses) throws(ICUError) {
    let segmenter = try Segmenter(.word)
    self.characters = characters
    self.segmenter = segmenter
    ascii = ASCIIWordClasses(characters)
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

  /// Appends the segments of ASCII text, white space left out: as `appendQuick`, by a table.
  func appendASCII(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, to pieces: inout Buffer<Piece>) {
    pieces.reserve(range.count)
    let end = range.upperBound
    var i = range.lowerBound
    while i < end {
      var last = ascii[bytes[i]]
      var seen = last
      var j = i &+ 1
      guard !last.isDisjoint(with: .inWords) else {
        if !last.contains(.whiteSpace) { pieces.append(Piece(start: i, end: j, content: .mark)) }
        i = j
        continue
      }
      while j < end {
        let next = ascii[bytes[j]]
        if !next.isDisjoint(with: .inWords) {
          last = next
          seen.formUnion(next)
          j &+= 1
        } else if j &+ 1 < end, next.joins(last, ascii[bytes[j &+ 1]]) {
          seen.formUnion(ascii[bytes[j &+ 1]])
          j &+= 2
        } else {
          break
        }
      }
      let content: Piece.Content =
        seen.contains(.realLetter) ? .word : seen.contains(.numeric) ? .number : .mark
      pieces.append(Piece(start: i, end: j, content: content))
      i = j
    }
  }

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

/// What each ASCII byte is to the word rules, as bits.
private struct ASCIIWordClasses: ~Copyable {
  struct Class: OptionSet {
    let rawValue: UInt8
    static let letter = Class(rawValue: 1)
    static let numeric = Class(rawValue: 2)
    static let extendNumLet = Class(rawValue: 4)
    /// Joins two letters.
    static let midLetter = Class(rawValue: 8)
    /// Joins two digits.
    static let midNumber = Class(rawValue: 16)
    static let whiteSpace = Class(rawValue: 32)
    /// A letter that is not `@`.
    static let realLetter = Class(rawValue: 64)
    static let inWords: Class = [.letter, .numeric, .extendNumLet]

    @inline(__always)
    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ wordClass: WordClass, _ byte: UInt8) {
      switch wordClass {
      case .letter: self = byte == 0x40 ? .letter : [.letter, .realLetter]
      case .numeric: self = .numeric
      case .extendNumLet: self = .extendNumLet
      case .midLetter: self = .midLetter
      case .midNum: self = .midNumber
      case .midNumLet: self = [.midLetter, .midNumber]
      default: self = WordBreaker.isWhiteSpace(UInt32(byte), wordClass) ? .whiteSpace : []
      }
    }

    /// Whether this, a mark, joins what stands before and after it.
    @inline(__always)
    func joins(_ before: Class, _ after: Class) -> Bool {
      // The bits of `midLetter` and `midNumber` are those of `letter` and `numeric`, moved up.
      rawValue &>> 3 & before.rawValue & after.rawValue & 3 != 0
    }
  }

  private let classes: UnsafeMutablePointer<Class>

  init(_ characters: CharacterClasses) {
    // Bytes beyond ASCII are asked for by nobody; their room spares a check.
    classes = .allocate(capacity: 256)
    classes.initialize(repeating: [], count: 256)
    for byte in UInt8(0)..<0x80 { classes[Int(byte)] = Class(characters.wordClass(UInt32(byte)), byte) }
  }

  deinit { classes.deallocate() }

  @inline(__always)
  subscript(byte: UInt8) -> Class { classes[Int(byte)] }
}
