public import Tickets

/// Reads tickets with their messages from JSON, one object a line: the input of `readback score`.
///
/// Only `id` and one text are required. A message without a role is staff's, without a visibility public. Fields
/// that are not known are kept as they are, for ``Line/meta``.
public struct TicketLineReader {
  /// What a line holds beside the ticket.
  public struct Line: Sendable {
    /// The id as JSON, to be written back as it came.
    public var id: String
    /// Unknown fields as JSON members, in their order: `"a":1,"b":[]`; empty if there are none.
    public var meta: [UInt8]
    /// The language as the line says it; `nil` if it does not.
    public var language: String?
    /// Its place in the export it was converted from, from 0; `nil` for a line of another origin.
    public var number: Int?
  }

  private var zones = ZoneSplitter()
  private var zonesOfMessage: [Zone] = []
  private var text: [UInt8] = []

  /// A reader that keeps nothing between lines.
  public init() {}

  /// Fills a batch with the one ticket of a line.
  ///
  /// - Parameters:
  ///   - bytes: the line, without its end.
  ///   - number: its number from 1, for errors.
  ///   - batch: cleared first.
  /// - Throws: `JSONError` with the line and column of what does not fit.
  /// - Complexity: O(bytes).
  public mutating func read(
    _ bytes: UnsafeRawBufferPointer, line number: Int, into batch: inout TicketBatch
  ) throws(JSONError) -> Line {
    batch.clear()
    var json = JSONReader(bytes, line: number)
    var ticket = Ticket()
    var line = Line(id: "", meta: [])
    var hasText = false
    var status: [StatusChange] = []
    var resolution = ByteRange.none
    var extras: Range<Int>?
    try json.enterObject()
    while try json.nextKey() {
      if json.key(is: "id") {
        line.id = try identity(&json)
        ticket.id = batch.append(line.id)
      } else if json.key(is: "messages") {
        try json.enterArray()
        while try json.nextElement() {
          if try readMessage(&json, &batch) { hasText = true }
        }
      } else if json.key(is: "summary") {
        ticket.summary = try range(&json, &batch)
        hasText = hasText || !ticket.summary.isEmpty
      } else if json.key(is: "resolution") {
        resolution = try range(&json, &batch)
        hasText = hasText || !resolution.isEmpty
      } else if json.key(is: "language") {
        line.language = try optionalString(&json)
      } else if json.key(is: "kind") {
        let name = try optionalString(&json) ?? ""
        ticket.kind = TicketKind.allCases.first { $0.name == name } ?? .incident
      } else if json.key(is: "opened_at") {
        ticket.openedAt = try time(&json)
      } else if json.key(is: "resolved_at") || json.key(is: "first_resolved_at") {
        let at = try time(&json)
        ticket.resolvedAt = ticket.resolvedAt ?? at
      } else if json.key(is: "closed_at") {
        ticket.closedAt = try time(&json)
      } else if json.key(is: "reopened_at") {
        ticket.reopenedAt = try time(&json)
        ticket.knows.insert(.reopenTime)
      } else if json.key(is: "updated_at") {
        ticket.updatedAt = try time(&json)
      } else if json.key(is: "reopen_count") {
        ticket.reopenCount = try wholeNumber(&json)
        if ticket.reopenCount != nil { ticket.knows.insert(.reopenCount) }
      } else if json.key(is: "reassignments") {
        ticket.reassignments = try wholeNumber(&json)
      } else if json.key(is: "csat") {
        ticket.csat = try json.null() ? nil : try json.number()
      } else if json.key(is: "status_history") {
        if try json.null() { continue }
        try json.enterArray()
        while try json.nextElement() { try readChange(&json, &batch, &status) }
        ticket.knows.insert(.history)
      } else if json.key(is: "priority") {
        ticket.priority = try range(&json, &batch)
      } else if json.key(is: "category") {
        ticket.category = try range(&json, &batch)
      } else if json.key(is: "group") {
        ticket.group = try range(&json, &batch)
      } else if json.key(is: "assignee") {
        ticket.assignee = try range(&json, &batch)
      } else if json.key(is: "requester") {
        ticket.requester = try range(&json, &batch)
      } else if json.key(is: "channel") {
        ticket.channel = try range(&json, &batch)
      } else if json.key(is: "url") {
        ticket.url = try range(&json, &batch)
      } else if json.key(is: "parent") {
        ticket.parent = try range(&json, &batch)
      } else if json.key(is: TicketLineWriter.extras) {
        extras = try json.skip()
      } else {
        let name = json.key
        let value = try json.skip()
        if !line.meta.isEmpty { line.meta.append(UInt8(ascii: ",")) }
        line.meta += Self.quoted(name) + [UInt8(ascii: ":")] + bytes[value]
      }
    }
    try json.end()
    if line.id.isEmpty { throw JSONError(line: number, column: 1, "“id” is missing") }
    if !hasText && extras == nil {
      throw JSONError(line: number, column: 1, "there is no text: “messages”, “summary” or “resolution”")
    }
    if !resolution.isEmpty {
      var message = Message()
      message.role = .staff
      message.kind = .resolution
      message.mayBeRewritten = true
      message.at = ticket.resolvedAt
      message.id = batch.append("resolution")
      message.text = resolution
      batch.messages.append(message)
    }
    status.sort { $0.at < $1.at }
    if let extras {
      let bytes = UnsafeRawBufferPointer(rebasing: bytes[extras])
      line.number = try Self.fill(&ticket, &batch, &status, from: bytes, line: number)
    }
    batch.statusChanges = status
    ticket.history = 0..<status.count
    ticket.messages = 0..<batch.messages.count
    batch.tickets.append(ticket)
    return line
  }

  /// Reads a message; whether it has text.
  private mutating func readMessage(_ json: inout JSONReader, _ batch: inout TicketBatch) throws(JSONError)
    -> Bool
  {
    var message = Message()
    message.role = .staff
    try json.enterObject()
    while try json.nextKey() {
      if json.key(is: "id") {
        message.id = batch.append(try identity(&json))
      } else if json.key(is: "role") {
        switch try optionalString(&json) ?? "staff" {
        case "requester", "customer", "user": message.role = .requester
        case "system": message.role = .system
        default: message.role = .staff
        }
      } else if json.key(is: "visibility") {
        message.visibility = try optionalString(&json) == "internal" ? .internal : .public
      } else if json.key(is: "at") {
        message.at = try time(&json)
      } else if json.key(is: "author") {
        message.author = try range(&json, &batch)
      } else if json.key(is: "text") {
        message.text = try range(&json, &batch)
      } else {
        _ = try json.skip()
      }
    }
    if message.role == .staff && message.visibility == .internal { message.kind = .note }
    if message.role == .requester && !batch.messages.contains(where: { $0.role == .requester }) {
      message.kind = .request
    }
    zonesOfMessage.removeAll(keepingCapacity: true)
    zones.split(
      batch.bytes.span.extracting(message.text.range), at: Int(message.text.start), into: &zonesOfMessage)
    message.zones = batch.zones.count..<batch.zones.count + zonesOfMessage.count
    batch.zones += zonesOfMessage
    batch.messages.append(message)
    return !message.text.isEmpty
  }

  private func readChange(
    _ json: inout JSONReader, _ batch: inout TicketBatch, _ status: inout [StatusChange]
  ) throws(JSONError) {
    var at: Timestamp?
    var name = ByteRange.none
    try json.enterObject()
    while try json.nextKey() {
      if json.key(is: "at") {
        at = try time(&json)
      } else if json.key(is: "to") {
        name = try range(&json, &batch)
      } else {
        _ = try json.skip()
      }
    }
    guard let at else { return }
    status.append(
      StatusChange(at: at, to: StatusWords.category(batch.bytes.span.extracting(name.range)), name: name))
  }

  /// An id, which may be a string or a number.
  private func identity(_ json: inout JSONReader) throws(JSONError) -> String {
    if try json.peek() == .number { return String(try json.integer()) }
    return try json.string()
  }

  private func optionalString(_ json: inout JSONReader) throws(JSONError) -> String? {
    try json.null() ? nil : try json.string()
  }

  private func wholeNumber(_ json: inout JSONReader) throws(JSONError) -> Int32? {
    try json.null() ? nil : Int32(clamping: try json.integer())
  }

  private func range(_ json: inout JSONReader, _ batch: inout TicketBatch) throws(JSONError)
    -> ByteRange
  {
    if try json.null() { return .none }
    let place = try json.string(into: &batch.bytes)
    return place.isEmpty ? .none : ByteRange(place)
  }

  private func time(_ json: inout JSONReader) throws(JSONError) -> Timestamp? {
    guard let text = try optionalString(&json), !text.isEmpty else { return nil }
    let bytes = Array(text.utf8)
    return WrittenDate(bytes.span)?.timestamp(order: .dayFirst, zone: .utc)
  }

  private static func quoted(_ name: String) -> [UInt8] {
    var out: [UInt8] = [UInt8(ascii: "\"")]
    for byte in name.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { out.append(UInt8(ascii: "\\")) }
      if byte >= 0x20 { out.append(byte) }
    }
    return out + [UInt8(ascii: "\"")]
  }
}
