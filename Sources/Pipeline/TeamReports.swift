import History
import Outcomes
import Reporting
import Rules
import Tickets

/// One more report a team, over its own tickets.
struct TeamReports {
  let builder: ReportBuilder
  let rules: RuleSet

  /// A page about fewer tickets would be a page about people.
  static let fewestTickets = 30

  /// The reports over the tickets of a run, by the teams' names; none unless they were asked for.
  ///
  /// - Complexity: O(tickets × rules).
  func reports(_ tally: RunTally) -> [(name: String, report: Report)] {
    var teams: [String: [TicketRecord]] = [:]
    for record in tally.records where !record.group.isEmpty {
      teams[record.group, default: []].append(record)
    }
    return teams.filter { $0.value.count >= Self.fewestTickets }.sorted { $0.key < $1.key }
      .map { name, records in
        var remembered = RememberedTickets(records)
        // What an export can know of is the same for all teams.
        remembered.table.note(event: tally.table.latestEvent)
        return (name, report(name, remembered, tally))
      }
  }

  /// The report over the tickets of a team; examples are those that `tally` has of it.
  func report(_ name: String, _ remembered: RememberedTickets, _ tally: RunTally) -> Report {
    var own = RunTally(rules: builder.summaries.count)
    if let chooser = tally.teamChoosers[name] { own.chooser = chooser }
    var report = builder.report(of: remembered, own, rules)
    report.scope = "group: \(name)"
    return report
  }
}

extension RememberedTickets {
  /// Tickets of a run as a history would give them back.
  init(_ records: [TicketRecord]) {
    self.init()
    for record in records {
      var row = record.observation
      row.priority = table.priorities.code(record.priority)
      row.category = table.categories.code(record.category)
      row.group = table.groups.code(record.group)
      row.assignee = table.assignees.code(record.assignee)
      table.append(row)
      table.note(event: record.latestEvent)
      patterns.append(record.pattern)
      openedAt.append(record.openedAt)
      requesters.append(row.requester)
      for (rule, count) in record.findings {
        findings[rule, default: 0] += count.total
        tickets[rule, default: 0] += 1
      }
      judgedMessages += record.judgedMessages
      judgedSentences += record.judgedSentences
      if let at = record.openedAt {
        period = period.map { min($0.lowerBound, at)...max($0.upperBound, at) } ?? at...at
      }
    }
  }
}
