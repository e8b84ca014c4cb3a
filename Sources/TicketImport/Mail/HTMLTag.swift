/// A tag of an HTML document.
struct HTMLTag {
  /// Its name.
  let name: HTMLElement.Name
  /// How many bytes that has.
  let nameLength: Int
  /// What it is the tag of.
  let element: HTMLElement
  let isClosing: Bool
  /// Whether it ends in `/>`.
  let isSelfClosing: Bool
  /// Index after its `>`.
  let end: Int
  private let attributes: ArraySlice<UInt8>

  /// How far a quoted value may reach before a quote is taken for one that somebody forgot to close.
  private static let limit = 1 << 16

  /// The tag that begins at a `<`; `nil` if none does.
  ///
  /// - Parameter lastClose: index of the last `>` of the document, so that a document without one is not searched for
  ///   it at every `<`.
  init?(_ html: [UInt8], at start: Int, lastClose: Int) {
    var at = start + 1
    isClosing = at < html.count && html[at] == UInt8(ascii: "/")
    if isClosing { at += 1 }
    guard start < lastClose, at < html.count, Self.isLetter(html[at]) else { return nil }
    let nameStart = at
    while at < html.count && at - nameStart < 40 && !Self.endsName(html[at]) { at += 1 }
    nameLength = at - nameStart
    name = HTMLElement.name(html[nameStart..<at])
    element = HTMLElement(name)
    let attributesStart = at

    var quote: UInt8?
    var before: UInt8 = 0
    let limit = min(html.count, start + Self.limit)
    while at < limit {
      let byte = html[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")) && before == UInt8(ascii: "=") {
        quote = byte
      }
      if !ASCII.isSpace(byte) { before = byte }
      at += 1
    }
    if at == limit {
      guard let close = html[attributesStart...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      at = close
    }
    attributes = html[attributesStart..<at]
    isSelfClosing = attributes.last == UInt8(ascii: "/")
    end = at + 1
  }

  /// An attribute's value as it is written, by its name in lower case; `nil` if it is not there.
  subscript(name: StaticString) -> ArraySlice<UInt8>? {
    var rest = attributes
    while true {
      rest = rest.drop { ASCII.isSpace($0) || $0 == UInt8(ascii: "/") }
      if rest.isEmpty { return nil }
      let found = rest.prefix { !ASCII.isSpace($0) && $0 != UInt8(ascii: "=") }
      rest = rest[found.endIndex...].drop { ASCII.isSpace($0) }
      var value = rest.prefix(0)
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst().drop { ASCII.isSpace($0) }
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest[value.endIndex...].dropFirst()
        } else {
          value = rest.prefix { !ASCII.isSpace($0) }
          rest = rest[value.endIndex...]
        }
      } else if found.isEmpty {
        return nil
      }
      if ASCII.equal(found, name) { return value }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    ASCII.isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
