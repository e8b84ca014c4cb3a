/// Text in header fields: encoded words (`=?utf-8?q?Gr=C3=BC=C3=9Fe?=`, RFC 2047) and bytes as they are.
enum EncodedWord {
  private struct Word {
    var charset: String
    var bytes: [UInt8]
    var end: Int
  }

  /// The text of a field's value.
  ///
  /// Space between encoded words is not part of the text, and neighbours in the same encoding are put together
  /// before they are converted, as some mailers cut them within a character.
  ///
  /// - Complexity: O(n).
  static func decode(_ value: ArraySlice<UInt8>) -> String {
    guard value.contains(UInt8(ascii: "=")) else { return plain(value) }
    var text = ""
    var run: Word?
    var plainStart = value.startIndex
    var at = value.startIndex
    while let mark = value[at...].firstIndex(of: UInt8(ascii: "=")) {
      at = mark + 1
      guard let word = word(in: value, at: mark) else { continue }
      let between = value[plainStart..<mark]
      if run == nil || !between.allSatisfy({ ASCII.isSpace($0) }) {
        flush(&run, to: &text)
        text += plain(between)
      }
      if run != nil && run?.charset != word.charset { flush(&run, to: &text) }
      if run == nil { run = word } else { run?.bytes += word.bytes }
      at = word.end
      plainStart = at
    }
    flush(&run, to: &text)
    return text + plain(value[plainStart...])
  }

  private static func flush(_ run: inout Word?, to text: inout String) {
    guard let word = run else { return }
    text += String(decoding: MailCharset.utf8(word.bytes, named: word.charset), as: UTF8.self)
    run = nil
  }

  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: MailCharset.utf8(Array(bytes), named: nil), as: UTF8.self)
  }

  /// The encoded word that begins at `start`, or `nil`: `=?charset[*language]?b|q?text?=`.
  private static func word(in value: ArraySlice<UInt8>, at start: Int) -> Word? {
    let mark = UInt8(ascii: "?")
    // Longer ones than the 75 bytes of the standard are common; this bounds the search.
    let rest = value[start...].prefix(4096)
    guard rest.starts(with: [UInt8(ascii: "="), mark]),
      let charsetEnd = rest[(start + 2)...].firstIndex(of: mark), charsetEnd - start < 80,
      charsetEnd + 2 < rest.endIndex, rest[charsetEnd + 2] == mark
    else { return nil }
    let textStart = charsetEnd + 3
    var textEnd = textStart
    while true {
      guard let next = rest[textEnd...].firstIndex(of: mark), next + 1 < rest.endIndex else { return nil }
      textEnd = next
      if rest[next + 1] == UInt8(ascii: "=") { break }
      textEnd += 1
    }
    let text = rest[textStart..<textEnd]
    let bytes: [UInt8]
    switch ASCII.lowercased(rest[charsetEnd + 1]) {
    case UInt8(ascii: "b"): bytes = TransferEncoding.base64(text)
    case UInt8(ascii: "q"): bytes = TransferEncoding.quotedPrintable(text, isHeader: true)
    default: return nil
    }
    let charset = rest[(start + 2)..<charsetEnd].prefix { $0 != UInt8(ascii: "*") }
    return Word(charset: ASCII.lowercased(charset), bytes: bytes, end: textEnd + 2)
  }
}
