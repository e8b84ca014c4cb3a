/// Walks the parts of a message (RFC 2046): gathers its text and the names of the files with it.
struct MIMEBody {
  /// Nobody's mail is deeper or has more parts; a message made of boundaries shall not take forever.
  private static let depthLimit = 32
  private static let partLimit = 2000

  private let bytes: ArraySlice<UInt8>
  private(set) var text: [UInt8] = []
  private(set) var attachments: [String] = []
  private var parts = 0

  /// Reads the message whose header is `header`.
  init(_ bytes: ArraySlice<UInt8>, header: MIMEHeader) {
    self.bytes = bytes
    visit(header, end: bytes.endIndex, depth: 0, isShown: true, isRelated: false)
  }

  private struct Part {
    var header: MIMEHeader
    var end: Int
    var type: String
  }

  /// - Parameters:
  ///   - isShown: whether text counts: not that of alternatives to one that is taken.
  ///   - isRelated: whether it is within what belongs to HTML, such as its pictures.
  private mutating func visit(_ header: MIMEHeader, end: Int, depth: Int, isShown: Bool, isRelated: Bool) {
    parts += 1
    guard depth < Self.depthLimit && parts < Self.partLimit else { return }
    let type = MIMEParameters(header.value(of: "content-type") ?? [])
    let disposition = MIMEParameters(header.value(of: "content-disposition") ?? [])
    let name = disposition["filename"] ?? type["name"]

    if type.value.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty {
      let parts = split(header.bodyStart..<end, boundary: Array(boundary.utf8))
      var chosen = type.value == "multipart/alternative" ? choose(among: parts) : nil
      for (index, part) in parts.enumerated() {
        visit(
          part.header, end: part.end, depth: depth + 1, isShown: isShown && (chosen ?? index) == index,
          isRelated: isRelated || type.value == "multipart/related")
        // A plain part without a word stands for its neighbour.
        if chosen == index && text.allSatisfy({ ASCII.isSpace($0) }) && index + 1 < parts.count {
          text.removeAll()
          chosen = index + 1
        }
      }
      return
    }
    let isText =
      type.value.isEmpty || type.value == "text/plain" || type.value == "text/html"
      || type.value == "text" || (type.value.hasPrefix("multipart/") && name == nil)
    if disposition.value == "attachment" || !isText || (name != nil && disposition.value != "inline") {
      let isPicture = type.value.hasPrefix("image/") && disposition.value != "attachment" && isRelated
      let isReport =
        type.value == "message/delivery-status" || type.value == "message/disposition-notification"
        || type.value == "application/pgp-signature" || type.value == "application/pkcs7-signature"
      if !isPicture && !isReport { attachments.append(name ?? "") }
    } else if isShown {
      add(decoded(header, end: end, type: type))
    }
  }

  /// Which of several versions of the same text is taken: the plain one, else the last, which is the richest.
  private func choose(among parts: [Part]) -> Int? {
    parts.firstIndex { $0.type == "text/plain" || $0.type.isEmpty }
      ?? parts.lastIndex { $0.type == "text/html" || $0.type.hasPrefix("multipart/") }
      ?? parts.indices.first
  }

  private func decoded(_ header: MIMEHeader, end: Int, type: MIMEParameters) -> [UInt8] {
    let encoding = TransferEncoding(header.value(of: "content-transfer-encoding"))
    let raw = encoding.decode(
      bytes[header.bodyStart..<max(header.bodyStart, end)].prefix(MailReader.messageLimit))
    let utf8 = MailCharset.utf8(raw, named: type["charset"])
    if type.value == "text/html" { return HTMLText.text(of: utf8) }
    let lines = Self.withPlainLineEnds(utf8)
    guard ASCII.lowercased((type["format"] ?? "").utf8) == "flowed" else { return lines }
    return FlowedText.unflow(lines, deletesSpace: ASCII.lowercased((type["delsp"] ?? "").utf8) == "yes")
  }

  private mutating func add(_ piece: [UInt8]) {
    if !text.isEmpty && text.last != UInt8(ascii: "\n") && !piece.isEmpty { text.append(UInt8(ascii: "\n")) }
    text += piece
  }

  /// The parts between lines of `--boundary`, up to `--boundary--`. A message that breaks off ends its last part.
  private func split(_ range: Range<Int>, boundary: [UInt8]) -> [Part] {
    let mark = [UInt8(ascii: "-"), UInt8(ascii: "-")] + boundary
    var parts: [Part] = []
    var partStart: Int?
    var at = range.lowerBound
    while at < range.upperBound {
      let lineEnd = bytes[at..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
      let next = min(lineEnd + 1, range.upperBound)
      if bytes[at] == mark[0] && bytes[at..<lineEnd].starts(with: mark) {
        let tail = ASCII.trimmed(bytes[(at + mark.count)..<lineEnd])
        let isLast = tail.elementsEqual("--".utf8)
        // Anything else behind it is the boundary of a part within, which may begin with this one's.
        if tail.isEmpty || isLast {
          if let start = partStart { parts.append(part(start..<withoutLineEnd(before: at, from: start))) }
          partStart = next
          if isLast || parts.count > Self.partLimit { return parts }
        }
      }
      at = next
    }
    if let start = partStart, start < range.upperBound { parts.append(part(start..<range.upperBound)) }
    return parts
  }

  private func part(_ range: Range<Int>) -> Part {
    let header = MIMEHeader(bytes[..<range.upperBound], startingAt: range.lowerBound)
    return Part(
      header: header, end: range.upperBound,
      type: MIMEParameters(header.value(of: "content-type") ?? []).value)
  }

  /// The line end before a boundary belongs to the boundary.
  private func withoutLineEnd(before end: Int, from start: Int) -> Int {
    var end = end
    if end > start && bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start && bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  /// Text with `\n` for every line end and without NUL.
  private static func withPlainLineEnds(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 == UInt8(ascii: "\r") || $0 == 0 }) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0: break
      case UInt8(ascii: "\r"):
        let isPair = index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n")
        if !isPair { out.append(UInt8(ascii: "\n")) }
      default: out.append(byte)
      }
    }
    return out
  }
}
