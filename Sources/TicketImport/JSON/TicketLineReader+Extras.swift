import Tickets

extension TicketLineReader {
  /// Fills in what the plain members of a line can't say; see ``TicketLineWriter``.
  ///
  /// - Parameters:
  ///   - ticket: with its messages already in the batch, from `0`.
  /// - Returns: the ticket's place in the export.
  /// - Throws: `JSONError` if it was not written by ``TicketLineWriter`` for this ticket.
  static func fill(
    _ ticket: inout Ticket, _ batch: inout TicketBatch, _ status: inout [StatusChange],
    from bytes: UnsafeRawBufferPointer, line: Int
  ) throws(JSONError) -> Int {
    func misfit() -> JSONError { JSONError(line: line, column: 1, "“readback” does not fit the ticket") }
    func known<Value>(_ value: Value?) throws(JSONError) -> Value {
      guard let value else { throw misfit() }
      return value
    }
    var extras = try ScalarReader(bytes, line: line)
    guard try extras.number() == TicketLineWriter.version else {
      throw JSONError(line: line, column: 1, "“readback” is of another version")
    }
    let number = try extras.number()
    ticket.kind = try known(TicketKind(rawValue: UInt8(clamping: try extras.number())))
    ticket.status = try known(StatusCategory(rawValue: UInt8(clamping: try extras.number())))
    ticket.isReopenedNow = try extras.number() == 1
    ticket.knows = OutcomeFields(rawValue: UInt8(clamping: try extras.number()))
    ticket.attachments = Int32(clamping: try extras.number())
    ticket.openedAt = try extras.time()
    ticket.resolvedAt = try extras.time()
    ticket.closedAt = try extras.time()
    ticket.reopenedAt = try extras.time()
    ticket.updatedAt = try extras.time()
    func text() throws(JSONError) -> ByteRange {
      let place = try extras.text(into: &batch.bytes)
      return place.isEmpty ? .none : ByteRange(place)
    }
    ticket.language = try text()
    ticket.statusName = try text()
    ticket.origin.file = Int32(clamping: try extras.number())
    ticket.origin.line = Int32(clamping: try extras.number())
    ticket.origin.offset = Int64(try extras.number())
    guard try extras.count() == batch.messages.count else { throw misfit() }
    for index in batch.messages.indices {
      batch.messages[index].role = try known(Role(rawValue: UInt8(clamping: try extras.number())))
      batch.messages[index].kind = try known(MessageKind(rawValue: UInt8(clamping: try extras.number())))
      batch.messages[index].mayBeRewritten = try extras.number() == 1
      batch.messages[index].at = try extras.time()
      let text = batch.messages[index].text
      let first = batch.zones.count
      for _ in 0..<(try extras.count()) {
        let kind = try known(ZoneKind(rawValue: UInt8(clamping: try extras.number())))
        let (start, count) = (try extras.count(), try extras.count())
        guard start <= Int(text.count), count <= Int(text.count) - start else { throw misfit() }
        let range = ByteRange(start: text.start + UInt32(start), count: UInt32(count))
        batch.zones.append(Zone(range: range, kind: kind))
      }
      batch.messages[index].zones = first..<batch.zones.count
    }
    status.removeAll()
    for _ in 0..<(try extras.count()) {
      guard let at = try extras.time() else { throw misfit() }
      let to = try known(StatusCategory(rawValue: UInt8(clamping: try extras.number())))
      var change = StatusChange(at: at, to: to)
      change.reassignments = try extras.optionalNumber()
      change.name = try text()
      change.priority = try text()
      change.category = try text()
      change.group = try text()
      change.assignee = try text()
      status.append(change)
    }
    try extras.end()
    return number
  }
}
