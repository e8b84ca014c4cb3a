public import Tickets

/// A ticket written as lines, one message each: `requester:`, `staff:`, `note:` or `closing:` before it; without
/// one the line is a staff reply. Places that a rule should mark are written `‹so›`.
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

  /// A batch of one ticket: resolved after its last message, opened at its first.
  public var batch = TicketBatch()
  /// The marked places.
  public var marked: [Place] = []

  /// Reads the lines. Messages are an hour apart.
  public init(_ lines: [String]) {
    var ticket = Ticket()
    ticket.id = batch.append("EX1")
    let start = Timestamp(year: 2026, month: 3, day: 2, hour: 9)
    // Long enough before the first message for anybody to have typed it.
    ticket.openedAt = start.adding(seconds: -3600)
    for (position, line) in lines.enumerated() {
      var message = Message()
      message.at = start.adding(seconds: Int64(position) * 3600)
      var text = line[...]
      message.role = .staff
      message.kind = .reply
      if let rest = Self.strip("requester: ", text) {
        text = rest
        message.role = .requester
        message.kind = position == 0 ? .request : .reply
      } else if let rest = Self.strip("staff: ", text) {
        text = rest
      } else if let rest = Self.strip("note: ", text) {
        text = rest
        message.visibility = .internal
        message.kind = .note
      } else if let rest = Self.strip("closing: ", text) {
        text = rest
        message.kind = .resolution
        message.mayBeRewritten = true
      }
      let marks = MarkedText(String(text))
      marked += marks.ranges.map { Place(message: position, start: $0.lowerBound, end: $0.upperBound) }
      message.text = batch.append(marks.bytes)
      batch.messages.append(message)
    }
    ticket.messages = 0..<batch.messages.count
    // A single staff line is an open reply; a thread with several has been brought to its end.
    if lines.count > 2 || lines.contains(where: { $0.hasPrefix("closing: ") }) {
      ticket.status = .resolved
      ticket.resolvedAt = start.adding(seconds: Int64(lines.count) * 3600)
    }
    batch.tickets = [ticket]
  }

  private static func strip(_ prefix: String, _ text: Substring) -> Substring? {
    text.hasPrefix(prefix) ? text.dropFirst(prefix.count) : nil
  }
}
