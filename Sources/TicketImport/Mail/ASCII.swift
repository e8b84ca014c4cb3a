/// What mail asks of bytes that are ASCII.
enum ASCII {
  /// A letter of A–Z in lower case; any other byte as it is.
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// Bytes as a string in lower case.
  static func lowercased(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.map { lowercased($0) }, as: UTF8.self)
  }

  /// Whether a byte is a space, a tab or a line end.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte >= 0x09 && byte <= 0x0D)
  }

  /// Whether bytes are a text given in lower case, whatever their own case is.
  static func equal(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      bytes.count == text.count && zip(bytes, text).allSatisfy { lowercased($0) == $1 }
    }
  }

  /// Whether bytes hold a text given in lower case, whatever their own case is and with space anywhere in it.
  static func contains(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      var start = bytes.startIndex
      while let first = bytes[start...].firstIndex(where: { lowercased($0) == text[0] }) {
        var matched = 0
        for byte in bytes[first...] where !isSpace(byte) {
          if lowercased(byte) != text[matched] { break }
          matched += 1
          if matched == text.count { return true }
        }
        start = first + 1
      }
      return false
    }
  }

  /// Whether bytes end in others, but for their case.
  static func ends(_ bytes: ArraySlice<UInt8>, in suffix: ArraySlice<UInt8>) -> Bool {
    bytes.count >= suffix.count
      && zip(bytes.suffix(suffix.count), suffix).allSatisfy { lowercased($0) == lowercased($1) }
  }

  /// Bytes without the space around them.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return bytes.prefix(0) }
    return bytes[first...last]
  }

  /// The value of a hexadecimal digit, or `nil`.
  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// A number of decimal digits and nothing else, of at most nine of them; or `nil`.
  static func number(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty && bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
