/// The lines that part the messages of an mbox: `From ada@example.org Mon Mar  2 07:30:00 2026` (RFC 4155).
enum MboxSeparator {
  /// Whether a line parts messages: it begins with `From ` and holds a time and a year, as sentences that begin
  /// so hardly do.
  static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: prefix), line.count < 500 else { return false }
    var hasTime = false
    var hasYear = false
    for word in line.dropFirst(prefix.count).split(whereSeparator: { $0 <= UInt8(ascii: " ") }) {
      let digits = word.count { isDigit($0) }
      if word.count >= 4 && word.contains(UInt8(ascii: ":")) {
        if word.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ":") }) { hasTime = true }
      } else if digits == 4 && word.count == 4 {
        hasYear = true
      }
    }
    return hasTime && hasYear
  }

  /// Whether a line can be the first of a header: a field, or a separator that was quoted by mistake.
  static func isFieldStart(_ line: ArraySlice<UInt8>) -> Bool {
    if line.starts(with: quoted) { return true }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
    return line[..<colon].allSatisfy { $0 > UInt8(ascii: " ") && $0 < 0x7F }
  }

  /// Takes one `>` from lines that were quoted because they would have been taken for separators (`>From `,
  /// `>>From `): the convention called mboxrd.
  static func unquote(_ bytes: inout [UInt8]) {
    var at = 0
    var removed = false
    while let mark = bytes[at...].firstIndex(of: UInt8(ascii: ">")) {
      at = mark + 1
      guard mark == 0 || bytes[mark - 1] == UInt8(ascii: "\n") else { continue }
      while at < bytes.count && bytes[at] == UInt8(ascii: ">") { at += 1 }
      if bytes[at...].starts(with: prefix) {
        bytes[mark] = 0  // no text holds it; taken out below
        removed = true
      }
    }
    if removed { bytes.removeAll { $0 == 0 } }
  }

  static let prefix = Array("From ".utf8)
  private static let quoted = Array(">From ".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
