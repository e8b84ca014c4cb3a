public import Tickets

/// Writes tickets as JSON, one object a line: what ``TicketLineReader`` reads, whatever export they came from.
///
///     {"id":"INC12","summary":"…","opened_at":"2026-03-01T09:00:00Z",…,"messages":[{"role":"requester",…}],"readback":[…]}
///
/// Members have the names that other programs know. What those names can't say (zones, kinds of messages, precision of
/// times, states in force at each change) follows in `readback`, so that a ticket is read as it was, to the byte.
public struct TicketLineWriter: Sendable {
  /// The member of a line that holds what the others can't say.
  static let extras: StaticString = "readback"
  /// The first number in it.
  static let version = 1

  /// A writer that keeps nothing between lines.
  public init() {}

  /// Appends the line of a ticket, its end included.
  ///
  /// - Parameters:
  ///   - index: which of the batch's tickets.
  ///   - number: its place in the export, from 0: what is put together from parts is put in this order.
  /// - Complexity: O(bytes).
  public func append(
    ticket index: Int, of batch: TicketBatch, number: Int, to output: inout [UInt8]
  ) {
    let ticket = batch.tickets[index]
    output += "{\"id\":".utf8
    ScalarWriter.append(batch.bytes[ticket.id.range], to: &output)
    func text(_ name: StaticString, _ range: ByteRange) {
      if range.isEmpty { return }
      output += ",\"\(name)\":".utf8
      ScalarWriter.append(batch.bytes[range.range], to: &output)
    }
    func time(_ name: StaticString, _ time: Timestamp?) {
      if let time { output += ",\"\(name)\":\"\(time.iso8601)\"".utf8 }
    }
    output += ",\"kind\":\"\(ticket.kind.name)\"".utf8
    text("summary", ticket.summary)
    time("opened_at", ticket.openedAt)
    time("resolved_at", ticket.resolvedAt)
    time("closed_at", ticket.closedAt)
    time("reopened_at", ticket.reopenedAt)
    time("updated_at", ticket.updatedAt)
    if let count = ticket.reopenCount { output += ",\"reopen_count\":\(count)".utf8 }
    if let count = ticket.reassignments { output += ",\"reassignments\":\(count)".utf8 }
    if let score = ticket.csat, score.isFinite { output += ",\"csat\":\(score)".utf8 }
    text("priority", ticket.priority)
    text("category", ticket.category)
    text("group", ticket.group)
    text("assignee", ticket.assignee)
    text("requester", ticket.requester)
    text("channel", ticket.channel)
    text("url", ticket.url)
    text("parent", ticket.parent)
    output += ",\"messages\":[".utf8
    for place in ticket.messages {
      let message = batch.messages[place]
      output += (place == ticket.messages.lowerBound ? "{\"role\":\"" : ",{\"role\":\"").utf8
      output += "\(message.role.name)\",\"visibility\":\"\(message.visibility.name)\"".utf8
      text("id", message.id)
      text("author", message.author)
      time("at", message.at)
      output += ",\"text\":".utf8
      ScalarWriter.append(batch.bytes[message.text.range], to: &output)
      output.append(UInt8(ascii: "}"))
    }
    output += "],\"\(Self.extras)\":".utf8
    output += extras(of: ticket, batch, number)
    output += "}\n".utf8
  }

  private func extras(of ticket: Ticket, _ batch: TicketBatch, _ number: Int) -> [UInt8] {
    var line = ScalarWriter()
    line.add(Self.version)
    line.add(number)
    line.add(Int(ticket.kind.rawValue))
    line.add(Int(ticket.status.rawValue))
    line.add(ticket.isReopenedNow ? 1 : 0)
    line.add(Int(ticket.knows.rawValue))
    line.add(Int(ticket.attachments))
    for time in [ticket.openedAt, ticket.resolvedAt, ticket.closedAt, ticket.reopenedAt, ticket.updatedAt] {
      line.add(time)
    }
    line.add(batch.string(ticket.language))
    line.add(batch.string(ticket.statusName))
    line.add(Int(ticket.origin.file))
    line.add(Int(ticket.origin.line))
    line.add(Int(ticket.origin.offset))
    line.add(ticket.messages.count)
    for message in batch.messages[ticket.messages] {
      line.add(Int(message.role.rawValue))
      line.add(Int(message.kind.rawValue))
      line.add(message.mayBeRewritten ? 1 : 0)
      line.add(message.at)
      line.add(message.zones.count)
      for zone in batch.zones[message.zones] {
        line.add(Int(zone.kind.rawValue))
        line.add(Int(zone.range.start) - Int(message.text.start))
        line.add(Int(zone.range.count))
      }
    }
    line.add(ticket.history.count)
    for change in batch.statusChanges[ticket.history] {
      line.add(change.at)
      line.add(Int(change.to.rawValue))
      line.add(optional: change.reassignments)
      for range in [change.name, change.priority, change.category, change.group, change.assignee] {
        line.add(batch.string(range))
      }
    }
    return line.finished()
  }
}
