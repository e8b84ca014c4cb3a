/// Makes UTF-8 of text in the encoding that a message names, or in the one it seems to be in.
///
/// What programs write under a name is often more than the standard of that name has: a message that calls itself
/// ISO-8859-1 is Windows-1252. Names are read as the WHATWG Encoding Standard has browsers read them, as far as
/// ICU's own aliases differ from it.
enum MailCharset {
  /// Text as UTF-8 that is well-formed whatever the bytes are.
  ///
  /// - Parameter name: the encoding that the message names, or `nil`.
  /// - Complexity: O(n).
  static func utf8(_ bytes: [UInt8], named name: String?) -> [UInt8] {
    switch meaning(of: name) {
    case "": undeclared(bytes)
    case "utf-8": isUTF8(bytes) ? bytes : repaired(bytes)
    case let name: converted(bytes, from: name) ?? undeclared(bytes)
    }
  }

  /// Text as UTF-8 if nothing says what it is: UTF-8 if it is that, Japanese e-mail's ISO-2022-JP if it has its
  /// escapes, else Windows-1252.
  private static func undeclared(_ bytes: [UInt8]) -> [UInt8] {
    if let escape = bytes.firstIndex(of: 0x1B), bytes[(escape + 1)...].first == UInt8(ascii: "$"),
      let text = converted(bytes, from: "ISO-2022-JP")
    {
      return text
    }
    if isUTF8(bytes) { return bytes }
    return converted(bytes, from: "windows-1252") ?? Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// Text that says it is UTF-8 and isn't: what it is instead if it has hardly any UTF-8 in it, otherwise itself
  /// with U+FFFD for what is broken (messages cut within a character are common).
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    let repaired = String(decoding: bytes, as: UTF8.self)
    var good = 0
    var bad = 0
    for scalar in repaired.unicodeScalars where scalar.value >= 0x80 {
      if scalar.value == 0xFFFD { bad += 1 } else { good += 1 }
    }
    return good >= bad ? Array(repaired.utf8) : undeclared(bytes)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { UTF8Validation.firstInvalid(in: $0) } == nil
  }

  private static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard let converter = ICUConverter(name) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    bytes.withUnsafeBytes { converter.append($0, isLast: true, to: &text) }
    return text
  }

  /// The name to ask ICU for; empty for names that say nothing.
  private static func meaning(of name: String?) -> String {
    let name = ASCII.lowercased(ASCII.trimmed(Array((name ?? "").utf8)[...]))
    return switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-utf-8": "utf-8"
    // With bytes above 0x7F it isn't ASCII, and what it is nobody says.
    case "", "us-ascii", "ascii", "ansi_x3.4-1968", "unknown", "unknown-8bit", "x-unknown", "default", "8bit",
      "binary", "x-user-defined":
      ""
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "ansi", "cp1252": "windows-1252"
    case "iso-8859-9", "latin5": "windows-1254"
    case "iso-8859-11", "tis-620": "windows-874"
    case "iso-8859-8-i": "iso-8859-8"
    case "gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "hz-gb-2312-8bit": "gb18030"
    case "ks_c_5601-1987", "ks_c_5601", "euc-kr", "korean", "cseuckr": "windows-949"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji": "windows-31j"
    case "big5", "big5-tw", "cp950": "windows-950"
    case let name where name.hasPrefix("cp-"): "cp" + name.dropFirst(3)
    case let name: name
    }
  }
}
