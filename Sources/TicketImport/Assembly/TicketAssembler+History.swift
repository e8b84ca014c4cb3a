internal import Tickets

extension TicketAssembler {
  /// One change of one field, from a table of history.
  struct FieldChange {
    var at: Timestamp
    var field: TrackedField
    var from: ByteRange
    var to: ByteRange
    var table: Int
  }

  /// Fields whose values in force are kept at each change.
  enum TrackedField {
    case status, priority, category, group, assignee
  }

  // MARK: - Event logs

  /// Adds the state of a ticket after a change to its history, if anything that is tracked changed.
  mutating func addChange(
    _ record: Record, _ number: Int, _ ticket: inout Ticket, into batch: inout TicketBatch
  ) {
    let columns = tables[number].columns
    let bytes = record.bytes.span
    // The highest count wins: a later row may have lost it.
    if let count = bytes.extracting(record.place(of: columns[.reopenCount])).wholeNumber {
      ticket.reopenCount = max(ticket.reopenCount ?? 0, Int32(clamping: count))
    }
    guard let at = date(record, columns[.updatedAt], number) ?? date(record, columns[.openedAt], number)
    else {
      ledger.unreadableDates += 1
      return
    }
    let state = bytes.extracting(record.place(of: columns[.status]))
    var change = StatusChange(at: at, to: category(state, number))
    change.reassignments = bytes.extracting(record.place(of: columns[.reassignments])).wholeNumber.map {
      Int32(clamping: $0)
    }
    let last = batch.statusChanges.count > historyStart ? batch.statusChanges.last : nil
    change.name = share(record, columns[.status], last?.name, into: &batch)
    change.priority = share(record, columns[.priority], last?.priority, into: &batch)
    change.category = share(record, columns[.category], last?.category, into: &batch)
    change.group = share(record, columns[.group], last?.group, into: &batch)
    change.assignee = share(record, columns[.assignee], last?.assignee, into: &batch)
    if let last, last.isSameState(as: change) { return }
    batch.statusChanges.append(change)
  }

  /// Copies a field, or gives the place of the same bytes in the change before.
  private func share(_ record: Record, _ column: Int, _ last: ByteRange?, into batch: inout TicketBatch)
    -> ByteRange
  {
    if column < 0 { return .none }
    let field = record.bytes.span.extracting(record.place(of: column))
    if field.isMissing { return .none }
    let value = field.extracting(field.trimmedRange)
    if let last, Int(last.count) == value.count, last.range.upperBound <= batch.bytes.count {
      let before = batch.bytes.span.extracting(last.range)
      var isSame = true
      for i in value.indices where value[i] != before[i] {
        isSame = false
        break
      }
      if isSame { return last }
    }
    return Self.copy(value, into: &batch)
  }

  // MARK: - Tables of history

  /// Takes a row of a table of history.
  mutating func gather(
    _ record: Record, _ number: Int, _ changes: inout [FieldChange], into batch: inout TicketBatch
  ) {
    let columns = tables[number].columns
    let bytes = record.bytes.span
    ledger.historyRows += 1
    guard let at = date(record, columns[.historyAt], number) else {
      ledger.unreadableDates += 1
      return
    }
    var field = TrackedField.status
    if columns.has(.historyField) {
      guard
        let known = Self.tracked[FoldedWord(bytes.extracting(record.place(of: columns[.historyField]))).hash]
      else { return }
      field = known
    }
    changes.append(
      FieldChange(
        at: at, field: field, from: copy(record, columns[.historyFrom], into: &batch),
        to: copy(record, columns[.historyTo], into: &batch), table: number))
  }

  /// Writes the changes as a status history, with the values in force at each.
  ///
  /// Before its first change a field had that change's old value; one that never changed has the value it was
  /// exported with.
  mutating func addHistory(_ changes: inout [FieldChange], _ ticket: Ticket, into batch: inout TicketBatch) {
    let sorted = changes.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(
      \.element)
    func initial(_ field: TrackedField, _ exported: ByteRange) -> ByteRange {
      guard let first = sorted.first(where: { $0.field == field }) else { return exported }
      return first.from
    }
    var inForce = StatusChange(at: Timestamp(seconds: 0), to: .unknown)
    inForce.priority = initial(.priority, ticket.priority)
    inForce.category = initial(.category, ticket.category)
    inForce.group = initial(.group, ticket.group)
    inForce.assignee = initial(.assignee, ticket.assignee)
    let first = sorted.first { $0.field == .status }
    if let first, !first.from.isEmpty {
      inForce.name = first.from
      inForce.to = category(batch.bytes.span.extracting(first.from.range), first.table)
      if let opened = ticket.openedAt, opened < sorted[0].at {
        inForce.at = opened
        batch.statusChanges.append(inForce)
      }
    }
    for change in sorted {
      switch change.field {
      case .status:
        inForce.name = change.to
        inForce.to = category(batch.bytes.span.extracting(change.to.range), change.table)
      case .priority: inForce.priority = change.to
      case .category: inForce.category = change.to
      case .group: inForce.group = change.to
      case .assignee: inForce.assignee = change.to
      }
      inForce.at = change.at
      batch.statusChanges.append(inForce)
    }
  }

  private static let tracked: [UInt64: TrackedField] = {
    var tracked: [UInt64: TrackedField] = [:]
    for name in ["status", "state", "incident state", "bug status", "ticket status"] {
      tracked[FoldedWord(name).hash] = .status
    }
    for name in ["priority", "severity", "urgency"] { tracked[FoldedWord(name).hash] = .priority }
    for name in ["category", "component", "product"] { tracked[FoldedWord(name).hash] = .category }
    for name in ["assignment group", "group", "team", "queue"] { tracked[FoldedWord(name).hash] = .group }
    for name in ["assigned to", "assignee", "owner", "agent"] { tracked[FoldedWord(name).hash] = .assignee }
    return tracked
  }()
}

extension StatusChange {
  /// Whether nothing that is tracked differs; equal values are known to have equal places.
  fileprivate func isSameState(as other: StatusChange) -> Bool {
    to == other.to && name == other.name && reassignments == other.reassignments && priority == other.priority
      && category == other.category && group == other.group && assignee == other.assignee
  }
}
