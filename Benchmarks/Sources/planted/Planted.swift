import Foundation
import Outcomes
import Pipeline
import Reporting
import Rules
import Tickets

/// What is found of planted effects, from raw export to report.
///
///     planted DESK…
///
/// Each DESK is a folder with `tickets.csv` (an export in ServiceNow's shape), `labels.csv` (a column of 0 and 1
/// for each planted flag, by ticket number) and `truth.json`; the folders are desks of the same kind from different
/// seeds. For every flag: precision and recall of the rules that stand for it, how often the interval from
/// the labels covers the planted odds ratio, the mean estimate from the labels and from the findings beside what
/// the confusion matrix lets one expect, how often it is called a gap, and the same for whole threads.
@main
struct Planted {
  /// A planted flag, the odds ratio that it has, and the rules that stand for it: found by any of them.
  struct Flag {
    var name: String
    var oddsRatio: Double
    var anchor: Anchor
    var rules: [RuleID]
  }

  static let flags = [
    Flag(
      name: "unexplained_jargon", oddsRatio: 1.8, anchor: .anyReply, rules: ["jargon.acronym", "jargon.term"]),
    Flag(name: "no_paraphrase", oddsRatio: 1.5, anchor: .firstReply, rules: ["listening.no-paraphrase"]),
    Flag(name: "no_next_step", oddsRatio: 1.3, anchor: .firstReply, rules: ["complete.next-step"]),
    Flag(
      name: "no_confirmation", oddsRatio: 1.4, anchor: .closingText, rules: ["complete.no-confirmation"]),
    Flag(name: "blame", oddsRatio: 1.6, anchor: .firstReply, rules: ["tone.blame"]),
    Flag(name: "passive_voice", oddsRatio: 1, anchor: .firstReply, rules: ["clarity.passive-no-owner"]),
    Flag(name: "hedging", oddsRatio: 1, anchor: .firstReply, rules: ["clarity.hedge"]),
    Flag(name: "wall_of_text", oddsRatio: 1, anchor: .firstReply, rules: ["clarity.wall-of-text"]),
    Flag(name: "no_greeting", oddsRatio: 1, anchor: .firstReply, rules: []),
  ]

  static func main() throws {
    let desks = Array(CommandLine.arguments.dropFirst())
    var tallies = [Tally](repeating: Tally(), count: flags.count)
    var (gaps, leakyGaps) = (0, 0)
    for desk in desks {
      let seen = try Desk(desk)
      gaps += seen.nullGaps(seen.atCut)
      leakyGaps += seen.nullGaps(seen.whole)
      for place in flags.indices { tallies[place].add(seen, place) }
    }
    print(
      "| flag | planted | rules | precision | recall | covered by labels | mean of labels | of findings | expected of findings | gap by labels | gap by findings | whole thread, labels | whole thread, findings |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|---|---|")
    for (flag, tally) in zip(flags, tallies) { print(tally.row(flag, desks: desks.count)) }
    print("\n\(desks.count) desks; nulls called a gap, of findings: \(gaps); of whole threads: \(leakyGaps).")
  }
}

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
    self.atCut = atCut.figures
    self.whole = whole.figures
  }

  /// Flags without effect that are called a gap by our findings.
  func nullGaps(_ figures: Figures) -> Int {
    zip(Planted.flags, figures.findings).count { $0.oddsRatio == 1 && $1?.verdict == .gap }
  }
}

/// The planted flags of every ticket, and who worked on it.
struct Labels {
  struct Row {
    var assignee: String
    var flags: [Bool]
  }
  var rows: [String: Row] = [:]

  init(_ path: String) throws {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    let header = lines.first.map { $0.split(separator: ",", omittingEmptySubsequences: false) } ?? []
    func column(_ name: String) -> Int { header.firstIndex { $0 == name } ?? 0 }
    let columns = Planted.flags.map { column($0.name) }
    let (number, eligible, assignee) = (column("number"), column("eligible"), column("assigned_to"))
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == header.count, cells[eligible] == "1" else { continue }
      rows[String(cells[number])] = Row(
        assignee: String(cells[assignee]), flags: columns.map { cells[$0] == "1" })
    }
  }
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
    options.estimation.depth = .verdicts
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

/// What is counted over desks for one flag.
struct Tally {
  private var (hits, misses, alarms) = (0, 0, 0)
  private var (covered, estimated) = (0, 0)
  private var (labels, findings, expected) = ([Double](), [Double](), [Double]())
  private var (gapByLabels, gapByFindings) = (0, 0)
  private var (wholeLabels, wholeFindings) = ([Double](), [Double]())

  mutating func add(_ desk: Desk, _ place: Int) {
    let flag = Planted.flags[place]
    let confusion = desk.confusion[place]
    hits += confusion[1][1]
    misses += confusion[1][0]
    alarms += confusion[0][1]
    if let one = desk.atCut.labels[place], let ratio = one.adjusted.oddsRatio {
      estimated += 1
      labels.append(log(ratio.value))
      if ratio.lower <= flag.oddsRatio && flag.oddsRatio <= ratio.upper { covered += 1 }
      if one.verdict == .gap { gapByLabels += 1 }
      if let base = one.unexposed.share, let attenuated = Self.expected(confusion, flag.oddsRatio, base) {
        expected.append(log(attenuated))
      }
    }
    if let one = desk.atCut.findings[place] {
      if let ratio = one.adjusted.oddsRatio { findings.append(log(ratio.value)) }
      if one.verdict == .gap { gapByFindings += 1 }
    }
    if let ratio = desk.whole.labels[place]?.adjusted.oddsRatio { wholeLabels.append(log(ratio.value)) }
    if let ratio = desk.whole.findings[place]?.adjusted.oddsRatio { wholeFindings.append(log(ratio.value)) }
  }

  /// The odds ratio of the finding, if the label has this one and findings err without regard to the outcome.
  private static func expected(_ confusion: [[Int]], _ oddsRatio: Double, _ base: Double) -> Double? {
    let odds = base / (1 - base) * oddsRatio
    let risks = [base, odds / (1 + odds)]
    func risk(_ finding: Int) -> Double? {
      let counts = [Double(confusion[0][finding]), Double(confusion[1][finding])]
      let total = counts[0] + counts[1]
      return total > 0 ? (counts[0] * risks[0] + counts[1] * risks[1]) / total : nil
    }
    guard let with = risk(1), let without = risk(0) else { return nil }
    return with / (1 - with) / (without / (1 - without))
  }

  func row(_ flag: Planted.Flag, desks: Int) -> String {
    func share(_ part: Int, _ whole: Int) -> String { whole > 0 ? fixed(Double(part) / Double(whole)) : "–" }
    func ratio(_ logs: [Double]) -> String {
      logs.isEmpty ? "–" : fixed(exp(logs.reduce(0, +) / Double(logs.count)))
    }
    let hasRules = !flag.rules.isEmpty
    let cells = [
      flag.name, fixed(flag.oddsRatio), flag.rules.map(\.description).joined(separator: " or "),
      hasRules ? share(hits, hits + alarms) : "–", hasRules ? share(hits, hits + misses) : "–",
      "\(covered) of \(estimated)", ratio(labels), ratio(findings), hasRules ? ratio(expected) : "–",
      "\(gapByLabels)", "\(gapByFindings)", ratio(wholeLabels), ratio(wholeFindings),
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  private func fixed(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }
}
