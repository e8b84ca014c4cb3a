private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")

extension JSONReader {
  @inline(__always)
  mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): at &+= 1
      default: return
      }
    }
  }

  /// Takes one byte, which must be `byte`.
  mutating func take(_ byte: UInt8, _ name: String) throws(JSONError) {
    guard at < bytes.count, bytes[at] == byte else { throw error("\(found()) where \(name) was expected") }
    at += 1
  }

  /// Takes a word.
  mutating func take(_ word: StaticString) throws(JSONError) {
    for i in 0..<word.utf8CodeUnitCount {
      guard at + i < bytes.count, bytes[at + i] == word.utf8Start[i] else {
        throw error("a word that is not '\(word)' where a value was expected")
      }
    }
    at += word.utf8CodeUnitCount
  }

  // MARK: Strings

  /// Takes a string, whose opening quote is next, and checks it.
  ///
  /// - Returns: the offsets between its quotes, and whether there are escapes there.
  mutating func scanString() throws(JSONError) -> (Range<Int>, hasEscapes: Bool) {
    let opening = at
    var hasEscapes = false
    at += 1
    while at < bytes.count, let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) {
      at &+= JSONScan.plainRun(base + at, bytes.count &- at, asciiOnly: true)
      guard at < bytes.count else { break }
      let byte = bytes[at]
      if byte == quote {
        at += 1
        return (opening + 1..<at - 1, hasEscapes)
      }
      if byte == backslash {
        hasEscapes = true
        try scanEscape()
      } else if byte >= 0x80 {
        let length = UTF8Validation.sequence(base + at, bytes.count - at)
        if length == 0 { throw error("bytes that are not UTF-8 in a string") }
        at += length
      } else {
        throw error("a control character in a string; it must be escaped")
      }
    }
    at = opening
    throw error("a string that is never closed")
  }

  /// Takes an escape, whose backslash is next, and checks it.
  private mutating func scanEscape() throws(JSONError) {
    guard at + 1 < bytes.count else { throw error("a string that is never closed") }
    switch bytes[at + 1] {
    case quote, backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 2
    case UInt8(ascii: "u"):
      guard hexUnit(at + 2) != nil else { throw error("\\u without four hexadecimal digits") }
      at += 6
    default: throw error("an escape that JSON does not have")
    }
  }

  /// The four hexadecimal digits at an offset; `nil` if there are not that many.
  private func hexUnit(_ start: Int) -> UInt16? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }

  /// Appends the text of a string that was checked.
  func unescape(_ range: Range<Int>, hasEscapes: Bool, into text: inout [UInt8]) {
    guard hasEscapes, let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
      text.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[range]))
      return
    }
    var i = range.lowerBound
    while i < range.upperBound {
      let run = ByteScan.run(base + i, range.upperBound - i, until: backslash)
      text.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[i..<i + run]))
      i += run
      guard i + 1 < range.upperBound else { return }
      let escape = bytes[i + 1]
      i += 2
      switch escape {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"): i = unescapeUnits(i, into: &text)
      default: text.append(escape)
      }
    }
  }

  /// Appends the character whose first four digits are at `start`; gives the offset after its last.
  private func unescapeUnits(_ start: Int, into text: inout [UInt8]) -> Int {
    var scalar = UInt32(hexUnit(start) ?? 0)
    var end = start + 4
    if UTF16.isLeadSurrogate(UInt16(truncatingIfNeeded: scalar)), end + 2 <= bytes.count,
      bytes[end] == backslash,
      bytes[end + 1] == UInt8(ascii: "u"), let trail = hexUnit(end + 2), UTF16.isTrailSurrogate(trail)
    {
      scalar = 0x1_0000 + ((scalar & 0x3FF) << 10 | UInt32(trail) & 0x3FF)
      end += 6
    }
    // A surrogate alone is no scalar.
    text.append(
      contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    return end
  }

  // MARK: Numbers

  /// Takes a number and checks it.
  mutating func scanNumber() throws(JSONError) {
    let start = at
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "0") {
      at += 1
      if digits() > 0 {
        at = start
        throw error("a number that begins with 0")
      }
    } else if digits() == 0 {
      throw error("\(found()) where a digit was expected")
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      if digits() == 0 { throw error("\(found()) where a digit was expected") }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      if digits() == 0 { throw error("\(found()) where a digit was expected") }
    }
  }

  /// Takes digits and counts them.
  private mutating func digits() -> Int {
    let start = at
    while at < bytes.count, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "9") { at += 1 }
    return at - start
  }

  // MARK: Errors

  /// What is next, for a message.
  func found() -> String {
    guard at < bytes.count else { return "the end" }
    let byte = bytes[at]
    return byte > 0x20 && byte < 0x7F ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(byte)"
  }

  /// An error at the next byte.
  func error(_ message: String) -> JSONError {
    var line = firstLine
    var column = 1
    for byte in bytes[..<min(at, bytes.count)] {
      column += 1
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      }
    }
    return JSONError(line: line, column: column, message)
  }
}
