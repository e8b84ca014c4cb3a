import CXMLShims

/// Character references of HTML: `&eacute;`, `&#233;`, `&#xe9;`.
enum HTMLEntity {
  /// The character that a reference stands for, and how many bytes the reference has; `nil` if `bytes`, which begin
  /// with `&`, don't begin with one. Names are those of HTML 4.
  static func decode(_ bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
    let name = bytes.dropFirst().prefix(32).prefix { isNameByte($0) }
    let isClosed = name.endIndex < bytes.endIndex && bytes[name.endIndex] == UInt8(ascii: ";")
    let length = 1 + name.count + (isClosed ? 1 : 0)
    if name.first == UInt8(ascii: "#") { return number(name.dropFirst()).map { ($0, length) } }
    if let (_, scalar) = common.first(where: { name.elementsEqual($0.name.utf8) }) { return (scalar, length) }
    // Without a semicolon it may be the parameter of an address: only the oldest names count then.
    guard isClosed, let scalar = Unicode.Scalar(cxml_html_entity(String(decoding: name, as: UTF8.self))),
      scalar.value != 0
    else { return nil }
    return (scalar, length)
  }

  /// Text with its references replaced, for values of attributes.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard var mark = bytes.firstIndex(of: UInt8(ascii: "&")) else { return Array(bytes) }
    var out: [UInt8] = []
    var start = bytes.startIndex
    while true {
      if let entity = decode(bytes[mark...]) {
        out.append(contentsOf: bytes[start..<mark])
        out.append(contentsOf: String(entity.scalar).utf8)
        start = mark + entity.length
      }
      guard let next = bytes[max(start, mark + 1)...].firstIndex(of: UInt8(ascii: "&")) else { break }
      mark = next
    }
    return out + bytes[start...]
  }

  private static let common: [(name: String, scalar: Unicode.Scalar)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("nbsp", "\u{A0}"),
  ]

  private static func isNameByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "#")
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let digits = isHexadecimal ? digits.dropFirst() : digits
    guard !digits.isEmpty && digits.count <= 8 else { return nil }
    var value: UInt64 = 0
    for byte in digits {
      guard let digit = ASCII.hexadecimal(byte), isHexadecimal || digit < 10 else { return nil }
      value = value * (isHexadecimal ? 16 : 10) + UInt64(digit)
    }
    // Numbers of the C1 controls mean what Windows-1252 has there (WHATWG HTML, section 13.2.5.80).
    if value >= 0x80 && value < 0xA0 {
      let text = MailCharset.utf8([UInt8(value)], named: "windows-1252")
      return String(decoding: text, as: UTF8.self).unicodeScalars.first
    }
    if value == 0 || value > 0x10FFFF { return "\u{FFFD}" }
    return Unicode.Scalar(UInt32(value)) ?? "\u{FFFD}"
  }
}
