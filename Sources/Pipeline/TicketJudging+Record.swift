import History
import Outcomes
import Rules
import Tickets

/// What a history is told of a ticket.
extension TicketJudging {
  /// Which version of a ticket it is.
  struct Version {
    var contentHash: UInt64
    var latestEvent: Timestamp?
  }

  /// The version of a ticket, where a history wants to know.
  func version(of ticket: Ticket, in batch: TicketBatch) -> Version? {
    guard options.remembers || options.splitsByGroup else { return nil }
    return Version(
      contentHash: ContentHash.of(ticket, in: batch),
      latestEvent: ObservationTable.latestEvent(of: ticket, in: batch))
  }

  /// Whether the history has this version of a ticket, or a newer one, so that it need not be judged.
  func isKnown(_ version: Version?, _ id: ArraySlice<UInt8>, _ tally: inout RunTally) -> Bool {
    guard let version, let known = options.known else { return false }
    switch known.state(of: id, contentHash: version.contentHash, latestEvent: version.latestEvent) {
    case .new: return false
    case .changed: return false
    case .unchanged: tally.ticketsUnchanged += 1
    case .older: tally.ticketsOlder += 1
    }
    return true
  }

  /// The record of a judged ticket, whose row is the last of the table.
  func record(
    _ version: Version, _ row: Observation, _ cut: Cut?, _ judgement: Judgement, _ thread: borrowing Thread,
    _ tally: RunTally
  ) -> TicketRecord {
    var record = TicketRecord(id: thread.batch.string(thread.ticket.id))
    record.contentHash = version.contentHash
    record.latestEvent = version.latestEvent
    record.openedAt = thread.ticket.openedAt
    record.firstResolvedAt = cut?.at
    record.reopenedAt = cut?.reopenedAt
    record.kind = thread.ticket.kind
    record.channel = thread.batch.string(thread.ticket.channel)
    record.priority = tally.table.priorities.names[Int(row.priority)]
    record.category = tally.table.categories.names[Int(row.category)]
    record.group = tally.table.groups.names[Int(row.group)]
    record.assignee = tally.table.assignees.names[Int(row.assignee)]
    record.observation = row
    if let pattern = tally.patterns.sightings.last?.row {
      record.pattern.reply = pattern.reply
      record.pattern.request = pattern.request
      record.pattern.isBare = pattern.isBare
      record.pattern.hasStaffText = pattern.isLookedAt
    }
    for message in thread.messages where message.reply >= 0 && !message.tokens.isEmpty {
      record.judgedMessages += 1
      record.judgedSentences += message.measures.sentences
    }
    let first = thread.ticket.messages.lowerBound
    for mark in judgement.marks {
      let rule = summaries[Int(mark.rule)].id
      if Int(mark.message) - first >= thread.cut {
        record.findings[rule, default: TicketRecord.Count()].afterCut += 1
      } else {
        record.findings[rule, default: TicketRecord.Count()].beforeCut += 1
      }
    }
    return record
  }
}
