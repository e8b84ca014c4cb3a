import Outcomes
import Reporting
import Testing
import Tickets

/// A made-up desk of about five thousand tickets: what golden files and screenshots are drawn from.
enum SampleReport {
  /// Text and outcomes, nothing wrong.
  static let full: Report = {
    var report = Report(version: "0.1.0", ruleSetHash: "9f2c41d07ab3")
    report.inputs = [
      .init(
        name: "incidents-2026h1.csv", format: "ServiceNow incidents, CSV", encoding: "UTF-8", records: 6_118,
        note: "6,112 tickets, 19,804 messages"),
      .init(
        name: "incidents-2025h2-late.csv", format: "ServiceNow incidents, CSV", encoding: "Windows-1252",
        records: 204, note: "204 tickets, 611 messages"),
    ]
    report.period = day(2026, 1, 5)...day(2026, 6, 30)
    report.asOf = day(2026, 7, 12)
    report.windowDays = 14
    report.ledger = ledger
    report.reopened = Proportion(events: 487, total: 5_214)
    report.reopenInterval = Effect(value: 0.0934, lower: 0.0858, upper: 0.1016)
    report.weeks = weeks
    report.breakdowns = breakdowns
    report.associations = associations
    report.processAssociations = [
      association(
        RuleSummary(
          id: "process.reassigned", title: "Passed to another team before the first resolution",
          rationale: "",
          practice: "", kind: .gap, anchor: .anyReply),
        (143, 1_102), (344, 4_112), notApplicable: 0, shrink: 0.9, verdict: .gap, sentence: "")
    ]
    addDose(to: &report.processAssociations[0])
    report.rules = rules
    report.listeningLevels = [212, 1_874, 1_630, 1_297, 201]
    report.scoredMessages = 11_240
    report.scoredSentences = 48_905
    SampleReport.addOverTime(to: &report)
    report.notes = [
      "318 tickets hold no reply in a language that Readback has rules for; they count in the reopen rate and in no gap.",
      "Times carry no zone; they were read as UTC. Give --timezone if that is wrong.",
    ]
    return report
  }()

  /// Reopened by how often, at the cut and over whole tickets, and a bootstrap.
  private static func addDose(to one: inout Association) {
    func rates(_ counts: [(Int, Int)]) -> [Proportion] { counts.map { Proportion(events: $0, total: $1) } }
    var dose = Association.Dose(
      rates: rates([(344, 4_112), (81, 690), (35, 250), (15, 102), (12, 60)]),
      oddsRatioPerStep: Effect(value: 1.31, lower: 1.18, upper: 1.45), p: 0.0001)
    dose.leakyRates = rates([(268, 4_036), (88, 697), (50, 265), (41, 128), (40, 88)])
    one.dose = dose
    var whole = Association.Variant(
      name: "whole tickets as last exported, whenever reopened",
      exposed: Proportion(events: 219, total: 1_178),
      unexposed: Proportion(events: 268, total: 4_036))
    whole.oddsRatio = Effect(value: 3.21, lower: 2.65, upper: 3.88)
    whole.isLeaky = true
    one.variants.append(whole)
    one.bootstrap = Association.Bootstrap(
      samples: 998, failures: 2, riskDifferencePer100: Effect(value: 4.1, lower: 1.9, upper: 6.4),
      avoidable: Effect(value: 45, lower: 21, upper: 70))
  }

  /// The same with numbers that may hold text from after the reopen.
  static let leaky: Report = {
    var report = full
    report.leakBanner =
      "These numbers may hold text from after the reopen (--allow-leaky): don’t rely on them."
    report.leakComparison = .init(
      wholeTicket: Proportion(events: 612, total: 5_702), atCut: Proportion(events: 487, total: 5_214),
      explanation:
        "The plain count takes in tickets that were not watched long enough, and reopens after the window.")
    report.associations = report.associations.map {
      var association = $0
      association.isLeaky = true
      return association
    }
    return report
  }()

  /// An export without any text: outcomes only.
  static let outcomesOnly: Report = {
    var report = full
    report.associations = []
    report.rules = []
    report.listeningLevels = [0, 0, 0, 0, 0]
    report.scoredMessages = 0
    report.scoredSentences = 0
    return report
  }()

  /// Text without outcomes.
  static let textOnly: Report = {
    var report = full
    report.associations = []
    report.processAssociations = []
    report.reopened = nil
    report.reopenInterval = nil
    report.weeks = []
    report.breakdowns = []
    return report
  }()

  private static let ledger = Ledger(lines: [
    .init(unit: .rows, key: "rows_read", label: "rows read", count: 6_322, isExcluded: false),
    .init(unit: .rows, key: "rejected", label: "could not be used", count: 4, isExcluded: true),
    .init(unit: .rows, key: "duplicate", label: "seen twice, the later one kept", count: 2, isExcluded: true),
    .init(unit: .rows, key: "rows_used", label: "rows used", count: 6_316, isExcluded: false),
    .init(unit: .tickets, key: "tickets_read", label: "tickets", count: 6_316, isExcluded: false),
    .init(unit: .tickets, key: "never_resolved", label: "never resolved", count: 391, isExcluded: true),
    .init(
      unit: .tickets, key: "censored", label: "resolved less than 14 days before the export ends", count: 488,
      isExcluded: true),
    .init(
      unit: .tickets, key: "channel", label: "came by phone or from a machine", count: 223, isExcluded: true),
    .init(unit: .tickets, key: "counted", label: "tickets counted", count: 5_214, isExcluded: false),
  ])

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Timestamp {
    Timestamp(year: year, month: month, day: day, precision: .day)
  }

  static let weeks: [Report.Week] = {
    let counts = [
      (19, 188), (22, 203), (17, 196), (24, 211), (21, 199), (26, 214), (23, 207), (20, 201), (25, 220),
      (27, 209),
      (24, 203), (22, 211), (19, 198), (18, 214), (20, 206), (17, 199), (19, 215), (16, 204), (18, 210),
      (15, 201),
      (17, 213), (14, 207), (16, 205), (13, 196), (15, 184),
    ]
    return counts.enumerated().map { at, count in
      .init(
        start: day(2026, 1, 5).adding(seconds: Int64(at) * 7 * 86_400),
        reopened: Proportion(events: count.0, total: count.1), interval: wilson(count.0, count.1))
    }
  }()

  private static let breakdowns: [Report.Breakdown] = [
    .init(
      name: "priority",
      rows: [
        row("4 - Low", 198, 2_307), row("3 - Moderate", 204, 2_161), row("2 - High", 63, 602),
        row("1 - Critical", 22, 144),
      ]),
    .init(
      name: "category",
      rows: [
        row("Software", 162, 1_588), row("Network", 131, 1_120), row("Access", 61, 1_011),
        row("Hardware", 74, 803), row("E-mail", 41, 502), row("", 18, 190),
      ]),
    .init(
      name: "group",
      rows: [
        row("Service Desk", 231, 2_704), row("Workplace", 98, 1_013), row("Network Operations", 89, 744),
        row("Identity & Access", 40, 511), row("業務システム", 29, 242),
      ]),
  ]

  private static func row(_ value: String, _ events: Int, _ total: Int) -> Report.Breakdown.Row {
    .init(
      value: value, reopened: Proportion(events: events, total: total), interval: wilson(events, total))
  }

  /// Wilson's interval, to have numbers that fit together.
  static func wilson(_ events: Int, _ total: Int) -> Effect? {
    guard total > 0 else { return nil }
    let (n, p, z) = (Double(total), Double(events) / Double(total), 1.959_964)
    let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return Effect(value: p, lower: centre - half, upper: centre + half)
  }
}

extension SampleReport {
  /// A report under a name, for tests that go over all of them.
  struct Sample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var report: Report
  }

  /// Every kind of report there is, a hostile one among them.
  static let all: [Sample] = [
    Sample(testDescription: "full", report: full), Sample(testDescription: "leaky", report: leaky),
    Sample(testDescription: "outcomes only", report: outcomesOnly),
    Sample(testDescription: "text only", report: textOnly),
    Sample(testDescription: "empty", report: Report(version: "0.1.0", ruleSetHash: "0")),
    Sample(testDescription: "hostile", report: hostile),
  ]

  /// Text from outside that tries to get out of every format.
  static let hostile: Report = {
    let attack =
      "</style><script>alert(1)</script>\u{1B}]0;x\u{07}\u{202E}\"' onload=x &lt; ]]> | `a` {{x}} =1+1\n\r\t"
    var report = full
    report.version = attack
    report.inputs = [.init(name: attack, format: attack, encoding: attack, records: 1, note: attack)]
    report.notes = [attack]
    report.leakBanner = attack
    report.ledger.lines[0].label = attack
    report.breakdowns[0].rows[0].value = attack
    report.breakdowns[0].name = attack
    let rule = RuleSummary(
      id: RuleID(attack), title: attack, rationale: attack, practice: attack, kind: .gap, anchor: .anyReply)
    report.associations[0].rule = rule
    report.associations[0].sentence = attack
    report.associations[0].finePrint = attack
    report.rules[0].rule = rule
    report.rules[0].examples = [
      .init(
        finding: Finding(
          rule: rule.id, kind: .gap, ticket: attack, message: attack, span: 0..<1, quote: attack,
          explanation: attack, suggestion: attack, isAfterCut: false),
        link: "javascript:alert(1)", context: (attack, attack, attack))
    ]
    report.night?.rules = [report.rules[0]]
    report.rubric[0].name = attack
    report.templates[0].text = attack
    report.recurrences[0].text = attack
    report.recurrences[0].groups = [attack]
    return report
  }()
}
