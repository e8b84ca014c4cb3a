import History
import Outcomes
import Reporting
import Rules
import TicketImport
import Tickets

/// Puts a night's report together: what is new from tonight's tickets, all else from what is remembered.
struct NightlyReport {
  let options: NightlyOptions
  let rules: RuleSet
  let survey: ImportSurvey
  let ledger: ImportLedger

  func report(
    _ remembered: RememberedTickets, tonight: RunTally, changes: TicketChanges, before: RememberedRun?
  ) -> Report {
    var report = builder.report(of: remembered, tonight, rules)
    report.night = night(tonight, changes)
    report.change = before.map { change($0, report) }
    options.addGoals(to: &report)
    return report
  }

  private var builder: ReportBuilder {
    ReportBuilder(
      options: options.analysis, summaries: rules.summaries, ruleSetHash: rules.hash, survey: survey,
      ledger: ledger)
  }

  /// A report a team that has tickets enough, by name, with tonight's examples.
  func teams(
    of remembered: RememberedTickets, tonight: RunTally, tickets: (String) throws -> RememberedTickets
  ) throws -> [(name: String, report: Report)] {
    let (codes, names) = remembered.table.values(.group)
    var counts = [Int](repeating: 0, count: names.count)
    for code in codes { counts[Int(code)] += 1 }
    let large = names.indices.filter { !names[$0].isEmpty && counts[$0] >= TeamReports.fewestTickets }
    return try large.map { names[$0] }.sorted().map { name in
      var own = try tickets(name)
      own.table.note(event: remembered.table.latestEvent)
      var report = TeamReports(builder: builder, rules: rules).report(name, own, tonight)
      options.addGoals(to: &report)
      return (name, report)
    }
  }

  private func night(_ tonight: RunTally, _ changes: TicketChanges) -> Report.Night {
    let found = rules.summaries.indices.filter { tonight.ticketsWith[$0] > 0 }
      .sorted { a, b in
        (tonight.ticketsWith[b], rules.summaries[a].id) < (tonight.ticketsWith[a], rules.summaries[b].id)
      }
    return Report.Night(
      new: changes.new, changed: changes.changed, unchanged: changes.unchanged + changes.older,
      rules: found.map {
        Report.RuleResult(
          rule: rules.summaries[$0], findings: tonight.findings[$0], tickets: tonight.ticketsWith[$0],
          examples: tonight.chooser.examples(of: $0))
      })
  }

  /// What the run before said, beside what this one says. Both are about much the same tickets, so there is no interval
  /// for the difference: what counts is whether a verdict changed.
  private func change(_ before: RememberedRun, _ report: Report) -> Report.Change {
    var change = Report.Change(since: before.asOf ?? Timestamp(seconds: 0), rows: [])
    if before.ruleSet != report.ruleSetHash {
      change.obstacle = "The rules have changed since, so the two can’t be compared."
      return change
    }
    if let then = before.reopened, let now = report.reopened {
      change.rows.append(Report.Change.Row(rule: nil, before: then, after: now, difference: nil))
    }
    let known = Dictionary(before.rules.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = report.associations.compactMap { one -> Report.Change.Row? in
      guard let then = known[one.rule.id] else { return nil }
      let now = Proportion(events: one.exposed.total, total: one.exposed.total + one.unexposed.total)
      return Report.Change.Row(
        rule: one.rule.id, before: then.found, after: now, difference: nil, verdictBefore: then.verdict,
        verdictAfter: one.verdict)
    }
    func distance(_ row: Report.Change.Row) -> Double {
      abs((row.after.share ?? 0) - (row.before.share ?? 0))
    }
    // What changed its verdict, then the shares that changed most.
    let turned = rows.filter { $0.verdictBefore != $0.verdictAfter }
    let moved = rows.filter { $0.verdictBefore == $0.verdictAfter && distance($0) > 0 }
      .sorted { distance($0) > distance($1) }
    change.rows += turned + moved.prefix(max(0, 5 - turned.count))
    return change
  }
}

extension ReportBuilder {
  /// A report over remembered tickets. Examples, rows and messages are those of tonight: no text is remembered.
  func report(of remembered: RememberedTickets, _ tonight: RunTally, _ rules: RuleSet) -> Report {
    var tally = tonight
    tally.table = remembered.table
    tally.patterns.recall(remembered)
    tally.otherRules = remembered.otherRules
    tally.isRemembered = true
    tally.ticketsRead = remembered.table.count + remembered.otherRules
    tally.ticketsFilteredOut = 0
    tally.findings = summaries.map { remembered.findings[$0.id] ?? 0 }
    tally.ticketsWith = summaries.map { remembered.tickets[$0.id] ?? 0 }
    tally.levels = [0, 0, 0, 0, 0]
    for row in 0..<remembered.table.count {
      let level = remembered.table.listeningLevel(row)
      if (1...5).contains(level) { tally.levels[level - 1] += 1 }
    }
    tally.scoredMessages = remembered.judgedMessages
    tally.scoredSentences = remembered.judgedSentences
    tally.period = remembered.period
    return report(tally.resolvingPatterns(rules))
  }
}
