import Foundation
import Outcomes
import Pipeline
import Reporting
import Rules
import Tickets

/// One desk, read and judged.
struct Desk {
  /// Labels and findings against each other, over the tickets compared: [label][finding].
  var confusion: [[[Int]]]
  /// Associations of the flags: labels, findings; by place.
  var atCut: Figures
  var whole: Figures

  /// Estimates of one look at a desk.
  struct Figures {
    var labels: [Association?]
    var findings: [Association?]
  }

  init(_ folder: String) throws {
    let labels = try Labels(folder + "/labels.csv")
    let atCut = try Look(folder, labels, allowsLeak: false)
    let whole = try Look(folder, labels, allowsLeak: true)
    confusion = atCut.confusion
    targets = try Targets(folder + "/truth.json").oddsRatios(of: labels)
    self.atCut = atCut.figures
    self.whole = whole.figures
  }

  /// For each flag the odds ratio that a comparison of that flag alone converges to.
  var targets: [Double]
}

/// Gathers what a run says of tickets.
struct Gatherer: AnalysisSink {
  var tickets: [TicketRow] = []
  /// Rules that found something, by ticket; what was written after the cut is left out unless asked for.
  var found: [String: Set<RuleID>] = [:]

  mutating func finding(_ finding: Finding) {
    if !finding.isAfterCut { found[finding.ticket, default: []].insert(finding.rule) }
  }
  mutating func message(_ row: MessageRow) {}
  mutating func ticket(_ row: TicketRow) { tickets.append(row) }
  mutating func reject(_ row: RejectRow) {}
}

/// One run over a desk: with the cut, or of whole threads.
struct Look {
  var confusion: [[[Int]]]
  var figures: Desk.Figures

  init(_ folder: String, _ labels: Labels, allowsLeak: Bool) throws {
    var options = AnalysisOptions(paths: [folder + "/tickets.csv"])
    options.rules = try RuleSet.builtIn(strictness: .strict)
    options.cut.allowsLeak = allowsLeak
    if allowsLeak { options.cut.windowDays = nil }
    options.estimation.depth = .primary
    var gatherer = Gatherer()
    let report = try AnalysisRun(options).run(into: &gatherer, wantsRows: true, wantsFindings: true).report

    var (byLabel, byFinding) = (ObservationTable(), ObservationTable())
    for table in 0...1 {
      if table == 0 { byLabel.note(event: report.asOf) } else { byFinding.note(event: report.asOf) }
    }
    var confusion = [[[Int]]](repeating: [[0, 0], [0, 0]], count: Planted.flags.count)
    for ticket in gatherer.tickets where ticket.isEligible && ticket.staffMessages > 0 {
      guard let label = labels.rows[ticket.ticket] else { continue }
      let found = gatherer.found[ticket.ticket] ?? []
      let byRules = Planted.flags.map { flag in flag.rules.contains { found.contains($0) } }
      for place in Planted.flags.indices {
        confusion[place][label.flags[place] ? 1 : 0][byRules[place] ? 1 : 0] += 1
      }
      Self.add(ticket, label.assignee, label.flags, to: &byLabel)
      Self.add(ticket, label.assignee, byRules, to: &byFinding)
    }
    self.confusion = confusion
    options.estimation.depth = .verdicts
    figures = Desk.Figures(
      labels: Self.estimate(byLabel, options), findings: Self.estimate(byFinding, options))
  }

  private static func add(
    _ ticket: TicketRow, _ assignee: String, _ found: [Bool], to table: inout ObservationTable
  ) {
    var row = Observation()
    row.cutAt = ticket.firstResolvedAt
    row.reopenedAt = ticket.reopenedAt
    row.isReopenedEver = ticket.reopenedAt != nil
    row.source = .time
    row.priority = table.priorities.code(ticket.priority)
    row.category = table.categories.code(ticket.category)
    row.group = table.groups.code(ticket.group)
    row.assignee = table.assignees.code(assignee)
    row.staffMessages = Int32(clamping: ticket.staffMessages)
    row.staffWords = Int32(clamping: ticket.staffWords)
    for (place, isFound) in found.enumerated() { row.note(rule: place, fired: isFound, isFirm: true) }
    table.append(row)
  }

  private static func estimate(_ table: ObservationTable, _ options: AnalysisOptions) -> [Association?] {
    let summaries = Planted.flags.map {
      RuleSummary(
        id: RuleID($0.name), title: $0.name, rationale: "", practice: "", kind: .gap, anchor: $0.anchor)
    }
    let all = Associations(
      rules: summaries, table: table, eligibility: Eligibility(of: table, policy: options.cut),
      policy: options.cut, options: options.estimation
    ).rules
    return summaries.map { summary in all.first { $0.rule.id == summary.id } }
  }
}
