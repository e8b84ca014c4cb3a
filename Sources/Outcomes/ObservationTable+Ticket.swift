public import Tickets

extension ObservationTable {
  /// Adds the row of a ticket: its cut, its outcome and what was in force at the cut. What the rules say is
  /// filled in by whoever judged the text.
  ///
  /// - Complexity: O(messages + status changes).
  public mutating func row(for ticket: Ticket, in batch: TicketBatch, policy: CutPolicy) -> (
    Observation, Cut?
  ) {
    var row = Observation()
    row.openedAt = ticket.openedAt
    noteEvents(of: ticket, in: batch)

    let history = batch.statusChanges[ticket.history]
    var changes = history[...]
    var cut: Cut?
    switch Cut.of(ticket, in: batch, policy: policy) {
    case .success(let found):
      cut = found
      row.cutAt = found.at
      row.reopenedAt = found.reopenedAt
      row.source = found.source
      row.sourcesDisagree = found.sourcesDisagree
      row.isReopenedEver = ticket.reopenCount.map { $0 > 0 } ?? (found.reopenedAt != nil)
      if !policy.allowsLeak { changes = history.prefix(upTo: found.historyEnd) }
    case .failure(let failure):
      row.exclusion = failure.exclusion
      row.isReopenedEver = failure.isReopened || (ticket.reopenCount ?? 0) > 0
    }
    row.hasSeveralReopens = (ticket.reopenCount ?? 0) > 1 && history.isEmpty

    func inForce(_ path: KeyPath<StatusChange, ByteRange>, exported: ByteRange) -> ByteRange {
      if policy.allowsLeak { return exported }
      return changes.last { !$0[keyPath: path].isEmpty }?[keyPath: path] ?? exported
    }
    row.isAsExported = policy.allowsLeak || !changes.contains { !$0.group.isEmpty || !$0.priority.isEmpty }
    row.priority = priorities.code(batch.string(inForce(\.priority, exported: ticket.priority)))
    row.category = categories.code(batch.string(inForce(\.category, exported: ticket.category)))
    row.group = groups.code(batch.string(inForce(\.group, exported: ticket.group)))
    let replies = cut.map { publicReplies(of: ticket, upTo: $0, in: batch, policy) } ?? []
    let assignee = inForce(\.assignee, exported: ticket.assignee)
    row.assignee = assignees.code(
      batch.string(assignee.isEmpty ? replies.last?.author ?? .none : assignee))
    row.reassignments =
      policy.allowsLeak ? ticket.reassignments : changes.last { $0.reassignments != nil }?.reassignments
    row.reassignmentsEver = ticket.reassignments
    let teams = teams(of: replies, in: batch, history)
    row.replyTeams = teams == [groups.names[Int(row.group)]] ? 0 : replyTeamSets.code(Self.joined(teams))
    if let cut { noteFurtherOutcomes(of: ticket, cut, replies.first?.at, in: batch, &row) }
    return (row, cut)
  }

  /// The teams that held the ticket when the replies were written, each once, the last reply's last; none where the
  /// history does not say.
  private func teams(of replies: [Message], in batch: TicketBatch, _ history: ArraySlice<StatusChange>)
    -> [String]
  {
    guard history.contains(where: { !$0.group.isEmpty }) else { return [] }
    var teams: [String] = []
    for at in replies.lazy.compactMap(\.at) {
      let held = history.last { $0.at <= at && !$0.group.isEmpty } ?? history.first { !$0.group.isEmpty }
      guard let held else { continue }
      let name = batch.string(held.group)
      teams.removeAll { $0 == name }
      teams.append(name)
    }
    return teams
  }

  /// Public replies of staff that were there at the cut.
  private func publicReplies(
    of ticket: Ticket, upTo cut: Cut, in batch: TicketBatch, _ policy: CutPolicy
  ) -> [Message] {
    let end = policy.allowsLeak ? ticket.messages.upperBound : cut.messageEnd(of: ticket, in: batch)
    return batch.messages[ticket.messages.lowerBound..<end].filter {
      $0.role == .staff && $0.visibility == .public && !$0.mayBeRewritten
    }
  }

  /// What else became of it: reassigned or slow after the first reply, satisfaction, and when it was closed.
  private func noteFurtherOutcomes(
    of ticket: Ticket, _ cut: Cut, _ firstReply: Timestamp?, in batch: TicketBatch, _ row: inout Observation
  ) {
    let history = batch.statusChanges[ticket.history]
    if let firstReply, firstReply <= cut.at {
      row.secondsFromReply = cut.at.seconds - firstReply.seconds
      let before = history.last { $0.at <= firstReply && $0.reassignments != nil }?.reassignments
      if let before, let after = row.reassignments { row.isReassignedAfterReply = after > before }
    }
    row.isUnsatisfied = ticket.csat.map { $0 <= 2 }
    let closed = history.last { $0.to == .closed }?.at ?? (history.isEmpty ? ticket.closedAt : nil)
    guard let closed, closed >= cut.at else { return }
    row.secondsFromCutToClosing = closed.seconds - cut.at.seconds
    let resolved =
      history.isEmpty ? ticket.resolvedAt : history.last { $0.to == .resolved && $0.at <= closed }?.at
    if let resolved, resolved <= closed { row.secondsToClosing = closed.seconds - resolved.seconds }
  }

  private mutating func noteEvents(of ticket: Ticket, in batch: TicketBatch) {
    note(event: Self.latestEvent(of: ticket, in: batch))
  }

  /// The latest time that the export can only know because it had passed when it was made. Closing and due times
  /// are left out: tools set them ahead. - Complexity: O(messages).
  public static func latestEvent(of ticket: Ticket, in batch: TicketBatch) -> Timestamp? {
    let own = [ticket.openedAt, ticket.resolvedAt, ticket.reopenedAt, ticket.updatedAt].compactMap { $0 }
    let events =
      own + batch.messages[ticket.messages].compactMap(\.at)
      + (batch.statusChanges[ticket.history].last.map { [$0.at] } ?? [])
    return events.max()
  }
}
