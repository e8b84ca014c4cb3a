internal import Tickets

/// One line of a message: where it lies, and what it turned out to be.
struct TextLine {
  /// Offset of its first byte.
  var start: Int
  /// Offset after its last byte, line end not counted.
  var end: Int
  /// Offset of its first byte that is not white space; `end` for a blank line.
  var first: Int
  /// What it is.
  var kind = ZoneKind.body

  /// Whether there is nothing in it.
  var isBlank: Bool { first == end }
  /// Its bytes without the white space before them.
  var content: Range<Int> { first..<end }
  /// Number of these bytes.
  var count: Int { end - first }
}

extension TextLine {
  /// Cuts a text into lines; `\n`, `\r\n` and `\r` end one.
  static func split(_ text: Span<UInt8>, into lines: inout [TextLine]) {
    lines.removeAll(keepingCapacity: true)
    var start = 0
    while start < text.count {
      let lineEnd = text.offset(of: UInt8(ascii: "\n"), in: start..<text.count) ?? text.count
      var end = lineEnd
      if end > start, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      append(text, start, end, to: &lines)
      start = lineEnd + 1
    }
  }

  private static func append(_ text: Span<UInt8>, _ start: Int, _ end: Int, to lines: inout [TextLine]) {
    var end = end
    var first = start
    while first < end, isSpace(text, &first, end) {}
    while end > first, text[end - 1] <= 0x20 { end -= 1 }
    lines.append(TextLine(start: start, end: end, first: first))
  }

  /// Passes over white space at `i`, no-break spaces included.
  private static func isSpace(_ text: Span<UInt8>, _ i: inout Int, _ end: Int) -> Bool {
    if text[i] <= 0x20 {
      i += 1
      return true
    }
    if text[i] == 0xC2, i + 1 < end, text[i + 1] == 0xA0 {
      i += 2
      return true
    }
    return false
  }
}

extension Span where Element == UInt8 {
  /// Whether the bytes from `start` begin with an ASCII word, whatever its case.
  func has(_ word: StaticString, at start: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    let letters = word.utf8Start
    for i in 0..<length where self[start + i].asciiLowercased != letters[i].asciiLowercased { return false }
    return true
  }

  /// Whether the bytes from `start` begin with one of some phrases, whatever their case.
  func begins(with phrases: PhraseList, at start: Int) -> Bool {
    guard start < count else { return false }
    let first = self[start].asciiLowercased
    if !phrases.mayBegin(with: first) { return false }
    for phrase in phrases.all where phrase.utf8Start[0].asciiLowercased == first && has(phrase, at: start) {
      return true
    }
    return false
  }

  /// Whether an ASCII word occurs in a range, whatever its case. - Complexity: O(n × m) at worst; for lines.
  func contains(_ word: StaticString, in range: Range<Int>) -> Bool {
    let length = word.utf8CodeUnitCount
    guard length > 0, range.count >= length else { return false }
    let first = word.utf8Start[0].asciiLowercased
    var i = range.lowerBound
    let last = range.upperBound - length
    while i <= last {
      if self[i].asciiLowercased == first, has(word, at: i) { return true }
      i += 1
    }
    return false
  }
}

/// Phrases that are looked for at the start of lines; most lines are passed by at their first letter.
struct PhraseList: Sendable, ExpressibleByArrayLiteral {
  /// The phrases, which begin with an ASCII letter.
  let all: [StaticString]
  /// A bit for each letter with which one of them begins.
  private let letters: UInt32

  /// A list of phrases.
  init(arrayLiteral phrases: StaticString...) {
    all = phrases
    letters = phrases.reduce(into: 0) { $0 |= 1 << UInt32(($1.utf8Start[0] | 0x20) & 31) }
  }

  /// Whether one of them begins with a byte, which is in lower case.
  @inline(__always)
  func mayBegin(with byte: UInt8) -> Bool {
    byte &- 0x61 < 26 && letters >> UInt32(byte & 31) & 1 != 0
  }
}
