import CICUShims

/// Finds sentence boundaries as ICU's root rules do (UAX #29, section 5). A line break is always a boundary to them, so
/// lines can be looked at apart, and the ends of lines are not listed.
///
///     quick     every character of the lines has a class: only what follows a `.`, `!` or `?` is read
///     thorough  anything else: ICU itself
struct SentenceBreaks: ~Copyable {
  private let characters: CharacterClasses
  private let segmenter: Segmenter
  private var ends: [Int32] = []
  private var statuses: [Int32] = []

  init(characters: CharacterClasses) throws(ICUError) {
    self.characters = characters
    segmenter = try Segmenter(.sentence)
  }

  @inline(__always)
  private func sentenceClass(_ value: UInt32) -> SentenceClass { characters.sentenceClass(value) }

  /// Appends the ends of the sentences of some quick lines, but for those that their line breaks end.
  ///
  /// Only the places where `.`, `!` and `?` stand are looked at: a line with another terminator is not quick.
  func appendQuick(
    _ bytes: UnsafePointer<UInt8>, _ lines: Range<Int>, _ masks: ByteMaskView, to breaks: inout Buffer<Int>
  ) {
    breaks.reserve(lines.count)
    let end = lines.upperBound
    var at = masks.first(.terminator, in: lines)
    while at < end {
      let term: SentenceClass = bytes[at] == UInt8(ascii: ".") ? .aTerm : .sTerm
      var next = at + 1
      if let boundary = simpleBoundary(bytes, after: next, end)
        ?? boundary(bytes, after: next, end, term, at > lines.lowerBound ? classBefore(bytes, at) : .other)
      {
        breaks.append(boundary)
        next = boundary
      }
      at = masks.first(.terminator, in: next..<end)
    }
  }

  /// Where the sentence ends whose terminator `term` stands before `at`, or `nil` if it goes on. Rules SB6 to SB11.
  private func boundary(
    _ bytes: UnsafePointer<UInt8>, after at: Int, _ end: Int, _ term: SentenceClass, _ before: SentenceClass
  ) -> Int? {
    var i = at
    var next = peek(bytes, i, end)
    if term == .aTerm {
      if next.0 == .numeric { return nil }
      if next.0 == .upper, before == .upper || before == .lower { return nil }
    }
    while next.0 == .close {
      i += next.1
      next = peek(bytes, i, end)
    }
    while next.0 == .space {
      i += next.1
      next = peek(bytes, i, end)
    }
    if i >= end { return nil }
    switch next.0 {
    // A line break ends the sentence by itself.
    case .separator, .continues, .aTerm, .sTerm: return nil
    default: break
    }
    if term == .aTerm {
      var j = i
      var ahead = next
      search: while j < end {
        switch ahead.0 {
        case .lower: return nil
        case .otherLetter, .upper, .separator, .aTerm, .sTerm: break search
        default: break
        }
        j += ahead.1
        ahead = peek(bytes, j, end)
      }
    }
    return i
  }

  /// The commonest case by itself: a terminator, a space, and a capital.
  @inline(__always)
  private func simpleBoundary(
    _ bytes: UnsafePointer<UInt8>, after at: Int, _ end: Int
  ) -> Int? {
    at &+ 1 < end && bytes[at] == 0x20 && bytes[at &+ 1] &- 0x41 < 26 ? at &+ 1 : nil
  }

  private func classBefore(_ bytes: UnsafePointer<UInt8>, _ at: Int) -> SentenceClass {
    var start = at - 1
    while bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return sentenceClass(Scalar(bytes, at: start, end: at).value)
  }

  private func peek(_ bytes: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> (SentenceClass, Int) {
    guard at < end else { return (.other, 0) }
    if bytes[at] < 0x80 { return (sentenceClass(UInt32(bytes[at])), 1) }
    let scalar = Scalar(bytes, at: at, end: end)
    return (sentenceClass(scalar.value), scalar.length)
  }

  /// Appends the ends that ICU gives, but for that of the line.
  mutating func appendThorough(
    _ bytes: UnsafePointer<UInt8>, _ line: Range<Int>, to breaks: inout Buffer<Int>
  ) {
    breaks.reserve(line.count)
    ends.removeAll(keepingCapacity: true)
    statuses.removeAll(keepingCapacity: true)
    segmenter.append(
      UnsafeBufferPointer(start: bytes + line.lowerBound, count: line.count), ends: &ends, statuses: &statuses
    )
    for end in ends.dropLast() { breaks.append(line.lowerBound + Int(end)) }
  }

  /// Whether both ways agree on a quick line, its line break included. For debug builds and tests.
  mutating func agrees(_ bytes: UnsafePointer<UInt8>, _ line: Range<Int>, _ masks: ByteMaskView) -> Bool {
    var quick = Buffer<Int>()
    var thorough = Buffer<Int>()
    appendQuick(bytes, line, masks, to: &quick)
    appendThorough(bytes, line, to: &thorough)
    return quick.elements.elementsEqual(thorough.elements)
  }
}
