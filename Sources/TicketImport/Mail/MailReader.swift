import Tickets

/// Reads the messages of a mailbox one by one, in memory for one of them.
///
///     var reader = MailReader(.mbox, file: "support.mbox") { nextPiece() }
///     var message = MailMessage()
///     while try reader.read(into: &message) { … }
///
/// MIME is read here rather than by a library such as GMime, because that would have every run of the tool, most of
/// which see no mail, load GLib, GIO, GPGME and a dozen more libraries; and GLib ends the process where memory is
/// short. What such a library would do is in `MIMEBody`, `MIMEHeader`, `EncodedWord` and their neighbours; encodings
/// are ICU's.
public struct MailReader {
  /// Longest message that is kept; text comes first in mail, so only attachments suffer.
  public static let messageLimit = 64 << 20

  private let format: MailFormat
  private var splitter: MailSplitter
  private var bytes: [UInt8] = []

  /// Opens a reader.
  ///
  /// - Parameters:
  ///   - format: What kind of file it is; see ``MailFormat/detect(_:)``.
  ///   - file: The file as the user named it.
  ///   - next: Gives the next bytes of the file, in pieces of any size, and an empty one at the end.
  public init(
    _ format: MailFormat, file: String, next: @escaping () throws(ImportError) -> ArraySlice<UInt8>
  ) {
    self.init(format, limit: Self.messageLimit, next: next)
  }

  /// A reader with another limit.
  init(_ format: MailFormat, limit: Int, next: @escaping () throws(ImportError) -> ArraySlice<UInt8>) {
    self.format = format
    splitter = MailSplitter(format, limit: limit, next: next)
  }

  /// Fills `message` with the next one; `false` at the end. No message is too broken to be read: what is missing in
  /// it is empty.
  ///
  /// - Throws: what `next` throws.
  public mutating func read(into message: inout MailMessage) throws(ImportError) -> Bool {
    guard let place = try splitter.read(into: &bytes) else { return false }
    message = Self.parse(bytes[...], isMbox: format == .mbox)
    message.line = place.line
    message.offset = place.offset
    message.length = place.length
    message.isCut = place.isCut
    return true
  }

  /// Decodes a message.
  private static func parse(_ bytes: ArraySlice<UInt8>, isMbox: Bool) -> MailMessage {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    bytes = bytes.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let header = MIMEHeader(bytes, startingAt: bytes.startIndex)
    var message = MailMessage()
    message.id = ids(header.value(of: "message-id") ?? [], lenient: true).first ?? ""
    message.references = header.values(of: "references").flatMap { ids($0, lenient: false) }
    message.inReplyTo = header.values(of: "in-reply-to").flatMap { ids($0, lenient: false) }
    message.threadID = String(decoding: header.value(of: "x-gm-thrid") ?? [], as: UTF8.self)
    message.date = date(header, separator: isMbox ? bytes.prefix { $0 != UInt8(ascii: "\n") } : [])
    message.from = header.value(of: "from").flatMap { MailAddresses.parse($0).first }
    message.to = (header.values(of: "to") + header.values(of: "cc")).flatMap { MailAddresses.parse($0) }
    message.subject = line(EncodedWord.decode(header.value(of: "subject") ?? []))
    message.isAutomatic = isAutomatic(header)
    let body = MIMEBody(bytes, header: header)
    message.text = body.text
    message.attachments = body.attachments
    return message
  }

  /// The ids in angle brackets in a value; if there are none and `lenient`, the value itself.
  private static func ids(_ value: ArraySlice<UInt8>, lenient: Bool) -> [String] {
    var ids: [String] = []
    var rest = value
    while let open = rest.firstIndex(of: UInt8(ascii: "<")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      let id = ASCII.trimmed(rest[(open + 1)..<close])
      if !id.isEmpty { ids.append(String(decoding: id, as: UTF8.self)) }
      rest = rest[(close + 1)...]
    }
    let whole = ASCII.trimmed(value)
    if ids.isEmpty && lenient && !whole.isEmpty && !whole.contains(UInt8(ascii: "<")) {
      ids.append(String(decoding: whole, as: UTF8.self))
    }
    return ids
  }

  /// When it was written, else received, else what the separator says.
  private static func date(_ header: MIMEHeader, separator: ArraySlice<UInt8>) -> Timestamp? {
    if let value = header.value(of: "date"), let date = MailDate.parse(value) { return date }
    // The last server to handle it comes first; its time stands behind the last semicolon.
    if let value = header.value(of: "received"), let semicolon = value.lastIndex(of: UInt8(ascii: ";")),
      let date = MailDate.parse(value[(semicolon + 1)...])
    {
      return date
    }
    guard MboxSeparator.isSeparator(separator) else { return nil }
    return MailDate.parse(separator.dropFirst(MboxSeparator.prefix.count).drop { $0 != UInt8(ascii: " ") })
  }

  /// Whether a program sent it: RFC 3834, and what was in use before it.
  private static func isAutomatic(_ header: MIMEHeader) -> Bool {
    if let value = header.value(of: "auto-submitted") {
      return MIMEParameters(value).value != "no"
    }
    if header.value(of: "x-autoreply") != nil || header.value(of: "x-autorespond") != nil { return true }
    if ASCII.lowercased(header.value(of: "precedence") ?? []) == "auto_reply" { return true }
    return MIMEParameters(header.value(of: "content-type") ?? []).value == "multipart/report"
  }

  /// Text on one line, with single spaces.
  private static func line(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
  }
}
