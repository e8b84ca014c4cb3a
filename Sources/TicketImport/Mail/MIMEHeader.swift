/// The header of a message or of a part of one: its fields, found but not yet decoded (RFC 5322, section 2.2).
struct MIMEHeader {
  private struct Field {
    var name: Range<Int>
    var value: Range<Int>
  }

  private let bytes: ArraySlice<UInt8>
  private var fields: [Field] = []
  /// Index of the first byte of the body.
  private(set) var bodyStart: Int

  /// Reads the fields that begin at `start`, up to a blank line or the first line that can't be in a header.
  init(_ bytes: ArraySlice<UInt8>, startingAt start: Int) {
    self.bytes = bytes
    var at = start
    bodyStart = bytes.endIndex
    while at < bytes.endIndex {
      let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      let next = min(end + 1, bytes.endIndex)
      let line = bytes[at..<end]
      if line.isEmpty || line.elementsEqual([UInt8(ascii: "\r")]) {
        bodyStart = next
        return
      }
      if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") {
        if !fields.isEmpty {
          fields[fields.count - 1].value = fields[fields.count - 1].value.lowerBound..<end
        }
      } else if MboxSeparator.isFieldStart(line), let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        fields.append(Field(name: at..<colon, value: colon + 1..<end))
      } else if !line.starts(with: MboxSeparator.prefix) {
        bodyStart = at  // a header that forgot its blank line
        return
      }
      at = next
    }
  }

  /// The value of the first field of that name (in lower case) without folds, or `nil`.
  func value(of name: String) -> ArraySlice<UInt8>? { fields.first { has($0, name) }.map(unfolded) }

  /// The values of all fields of that name (in lower case).
  func values(of name: String) -> [ArraySlice<UInt8>] { fields.filter { has($0, name) }.map(unfolded) }

  private func has(_ field: Field, _ name: String) -> Bool {
    field.name.count == name.utf8.count
      && zip(bytes[field.name], name.utf8).allSatisfy { ASCII.lowercased($0) == $1 }
  }

  /// Folded lines as one, without space around it.
  private func unfolded(_ field: Field) -> ArraySlice<UInt8> {
    let value = ASCII.trimmed(bytes[field.value])
    guard value.contains(UInt8(ascii: "\n")) else { return value }
    return value.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }[...]
  }
}
