/// A ticket written as lines, for the examples of rules and for tests.
///
///     ticket: change, P1      its kind and priority, in any order; incident without
///     title: …                its title; without this line it has none
///     requester: …            a message; a line without a speaker is a staff reply
///     staff: …
///     note: …                 an internal note of staff
///     closing: …              the close notes
///     wait: 50                hours that go by before the next line
///     moved: Network          the ticket goes to another team
///     end: open               it has not been resolved (or “resolved”: it has)
///
/// Lines are an hour apart. Places that a rule should mark are written `‹so›`. Unless told, a thread of more than
/// two messages, or with close notes, has been brought to its end.
public struct ExampleThread: Sendable {
  /// A place in a message.
  public struct Place: Hashable, Sendable {
    /// The message's position in the ticket.
    public var message: Int
    /// Offsets of the first byte and after the last, in the message's text.
    public var start: Int
    /// Offset after the last byte.
    public var end: Int

    /// A place in message number `message`.
    public init(message: Int, start: Int, end: Int) {
      self.message = message
      self.start = start
      self.end = end
    }
  }

  /// A batch of one ticket.
  public var batch = TicketBatch()
  /// The marked places.
  public private(set) var marked: [Place] = []

  private var ticket = Ticket()
  private var now = Timestamp(year: 2026, month: 3, day: 2, hour: 9)
  private var isResolved: Bool?

  /// Reads the lines.
  public init(_ lines: [String]) {
    ticket.id = batch.append("EX1")
    // Long enough before the first message for anybody to have typed it.
    ticket.openedAt = now.adding(seconds: -3600)
    for line in lines {
      if let colon = line.firstIndex(of: ":"), direct(line[..<colon], line[colon...].dropFirst()) { continue }
      append(.staff, .reply, line[...])
    }
    ticket.messages = 0..<batch.messages.count
    ticket.history = 0..<batch.statusChanges.count
    let isDone =
      isResolved ?? (batch.messages.count > 2 || batch.messages.contains { $0.kind == .resolution })
    if isDone {
      ticket.status = .resolved
      ticket.resolvedAt = now
    }
    batch.tickets = [ticket]
  }

  /// Follows a line that begins with a word of ours; `false` for any other.
  private mutating func direct(_ word: Substring, _ rest: Substring) -> Bool {
    let text = rest.drop { $0 == " " }
    switch word {
    case "requester": append(.requester, batch.messages.isEmpty ? .request : .reply, text)
    case "staff": append(.staff, .reply, text)
    case "note": append(.staff, .note, text)
    case "closing": append(.staff, .resolution, text)
    case "wait": now = now.adding(seconds: (Int64(text) ?? 0) * 3600)
    case "end": isResolved = text == "resolved"
    case "moved":
      var change = StatusChange(at: now, to: .open)
      change.group = batch.append(String(text))
      batch.statusChanges.append(change)
      now = now.adding(seconds: 60)
    case "title": ticket.summary = batch.append(String(text))
    case "ticket":
      for part in text.split(separator: ",") {
        let part = part.drop { $0 == " " }
        if let kind = TicketKind.allCases.first(where: { $0.name == part }) {
          ticket.kind = kind
        } else {
          ticket.priority = batch.append(String(part))
        }
      }
    default: return false
    }
    return true
  }

  private mutating func append(_ role: Role, _ kind: MessageKind, _ text: Substring) {
    var message = Message()
    message.at = now
    message.role = role
    message.kind = kind
    message.visibility = kind == .note ? .internal : .public
    message.mayBeRewritten = kind == .resolution
    var bytes: [UInt8] = []
    var open = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "‹": open = bytes.count
      case "›": marked.append(Place(message: batch.messages.count, start: open, end: bytes.count))
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    message.text = batch.append(bytes)
    batch.messages.append(message)
    now = now.adding(seconds: 3600)
  }
}
