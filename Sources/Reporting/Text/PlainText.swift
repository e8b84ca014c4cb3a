/// Text from outside, made fit to be shown on one line.
package enum PlainText {
  /// The text with every run of white space as one space, and without control characters (a ticket could
  /// otherwise drive the reader's terminal) or marks that turn the direction of what follows them.
  ///
  /// White space at the ends stays as one space, so that pieces of a sentence still fit together.
  ///
  /// - Complexity: O(n).
  package static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isInSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if !isInSpace { result.append(" ") }
        isInSpace = true
      } else if !isUnsafe(scalar) {
        result.append(scalar)
        isInSpace = false
      }
    }
    return String(result)
  }

  /// Without white space at the ends, too.
  package static func trimmed(_ text: String) -> String {
    var line = line(text)[...]
    while line.first == " " { line.removeFirst() }
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// Whether a scalar is a control character or changes the direction of the text after it.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF:
      true
    default: false
    }
  }

  /// The address if it can stand in a link: http or https, anything beyond printable ASCII percent-encoded;
  /// `nil` for any other scheme (`javascript:`).
  package static func webAddress(_ address: String?) -> String? {
    guard let address else { return nil }
    let lowered = address.prefix(8).lowercased()
    guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://") else { return nil }
    let hex = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0x21...0x7E where !#""<>\^`{|}"#.utf8.contains(byte): result.append(byte)
      default: result += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
