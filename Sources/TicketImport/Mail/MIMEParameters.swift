/// A field's value with parameters: `text/plain; charset="utf-8"; format=flowed` (RFC 2045, section 5.1).
///
/// Parameters in pieces and in other encodings (`name*0*=utf-8''Gr%C3%BC…`, RFC 2231) are put together.
struct MIMEParameters {
  /// What stands before the parameters, in lower case.
  let value: String
  private let parameters: [(name: String, value: ArraySlice<UInt8>)]

  /// Reads a field's value, unfolded.
  init(_ field: ArraySlice<UInt8>) {
    let pieces = Self.split(field)
    value = ASCII.lowercased(ASCII.trimmed(pieces.first ?? []))
    parameters = pieces.dropFirst().compactMap { piece in
      guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let name = ASCII.lowercased(ASCII.trimmed(piece[..<equals]))
      return (name, Self.unquoted(ASCII.trimmed(piece[(equals + 1)...])))
    }
  }

  /// A parameter's text by its name in lower case, or `nil`.
  subscript(name: String) -> String? {
    if let plain = parameters.first(where: { $0.name == name }) { return EncodedWord.decode(plain.value) }
    if let encoded = parameters.first(where: { $0.name == name + "*" }) {
      return Self.text(of: [(encoded.value, true)])
    }
    var pieces: [(ArraySlice<UInt8>, Bool)] = []
    while let piece = parameters.first(where: {
      $0.name == "\(name)*\(pieces.count)" || $0.name == "\(name)*\(pieces.count)*"
    }) {
      pieces.append((piece.value, piece.name.hasSuffix("*")))
    }
    return pieces.isEmpty ? nil : Self.text(of: pieces)
  }

  /// Pieces, those that are encoded by `%` and hexadecimal digits decoded; the first begins with the names of
  /// the encoding and the language, each ended by `'`.
  private static func text(of pieces: [(value: ArraySlice<UInt8>, isEncoded: Bool)]) -> String {
    var charset: String?
    var bytes: [UInt8] = []
    for (index, piece) in pieces.enumerated() {
      var value = piece.value
      guard piece.isEncoded else {
        bytes += value
        continue
      }
      let quote = UInt8(ascii: "'")
      if index == 0, let first = value.firstIndex(of: quote),
        let second = value[(first + 1)...].firstIndex(of: quote)
      {
        charset = String(decoding: value[..<first], as: UTF8.self)
        value = value[(second + 1)...]
      }
      while let byte = value.popFirst() {
        if byte == UInt8(ascii: "%"), value.count >= 2,
          let high = ASCII.hexadecimal(value[value.startIndex]),
          let low = ASCII.hexadecimal(value[value.startIndex + 1])
        {
          bytes.append(high << 4 | low)
          value = value.dropFirst(2)
        } else {
          bytes.append(byte)
        }
      }
    }
    return String(decoding: MailCharset.utf8(bytes, named: charset), as: UTF8.self)
  }

  /// The pieces between semicolons that are not in quotes.
  private static func split(_ field: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = field.startIndex
    var isQuoted = false
    var isEscaped = false
    for (index, byte) in zip(field.indices, field) {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\") where isQuoted: isEscaped = true
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ";") where !isQuoted:
        pieces.append(field[start..<index])
        start = index + 1
      default: break
      }
    }
    return pieces + [field[start...]]
  }

  private static func unquoted(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.first == UInt8(ascii: "\"") else { return value }
    var out: [UInt8] = []
    var isEscaped = false
    for byte in value.dropFirst() {
      if isEscaped {
        out.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        break
      } else {
        out.append(byte)
      }
    }
    return out[...]
  }
}
