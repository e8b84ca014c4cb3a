import Outcomes
import Reporting
import TestSupport
import Tickets

extension SampleReport {
  /// The parts that need more than one group or report.
  static func addOverTime(to report: inout Report) {
    var generator = SeededGenerator(seed: 42)
    report.trends = [
      (acronym.id, 0.38, -0.006), (empty.id, 0.15, 0.001), (paraphraseMissing.id, 0.6, -0.004),
    ].map {
      rule, start, slope in
      .init(
        rule: rule,
        points: weeks.enumerated().map { at, week in
          let total = week.reopened.total - Int.random(in: 4...12, using: &generator)
          let noise = Double.random(in: -0.03...0.03, using: &generator)
          let events = Int((start + slope * Double(at) + noise) * Double(total))
          return .init(
            start: week.start, found: Proportion(events: events, total: total),
            interval: wilson(events, total))
        })
    }
    report.listeningTrend = weeks.enumerated().map { at, week in
      let attentive = 44 + at + Int.random(in: -6...6, using: &generator)
      return .init(start: week.start, levels: [9, 76 - at, 66, attentive, 7 + at / 5])
    }
    report.heatMaps = [
      heatMap(
        "category", ["Software", "Network", "Access", "Hardware", "E-mail", ""],
        [1588, 1120, 1011, 803, 502, 190]),
      heatMap(
        "group", ["Service Desk", "Workplace", "Network Operations", "Identity & Access", "業務システム"],
        [2704, 1013, 744, 511, 242]),
    ]
    report.funnels = [
      .init(
        column: "group",
        points: [
          .init(value: "Service Desk", observed: 231, expected: 252.1),
          .init(value: "Workplace", observed: 98, expected: 93.4),
          .init(value: "Network Operations", observed: 89, expected: 67.9),
          .init(value: "Identity & Access", observed: 40, expected: 45.2),
          .init(value: "業務システム", observed: 29, expected: 28.4),
        ],
        limits: [2, 4, 8, 12, 20, 30, 45, 60, 80, 100, 140, 180, 220, 270].map { expected in
          // Good enough for a drawing: limits of a normal variable with variance 1/expected.
          let error = (1 / expected).squareRoot()
          return .init(
            expected: expected, usual: max(0, 1 - 1.96 * error)...(1 + 1.96 * error),
            wide: max(0, 1 - 3.09 * error)...(1 + 3.09 * error))
        })
    ]
    // Counted for every group that replied, Identity & Access had a hand in the reopens of others.
    report.funnels[0].sharedTickets = 412
    for (at, all) in [(247, 270.4), (104, 99.8), (95, 73.0), (71, 50.1), (29, 29.0)].enumerated() {
      report.funnels[0].points[at].amongAllReplied = .init(observed: all.0, expected: all.1)
    }
    report.change = .init(
      since: day(2026, 4, 12),
      rows: [
        .init(
          rule: nil, before: Proportion(events: 288, total: 2_611),
          after: Proportion(events: 487, total: 5_214),
          difference: Effect(value: -1.69, lower: -3.15, upper: -0.29)),
        .init(
          rule: acronym.id, before: Proportion(events: 914, total: 2_502),
          after: Proportion(events: 1_611, total: 4_995),
          difference: Effect(value: -4.28, lower: -6.57, upper: -2.01), verdictBefore: .gap,
          verdictAfter: .gap),
        .init(
          rule: vague.id, before: Proportion(events: 455, total: 2_480),
          after: Proportion(events: 902, total: 4_940),
          difference: Effect(value: -0.09, lower: -1.96, upper: 1.74), verdictBefore: .cannotTell,
          verdictAfter: .watch),
      ])
    report.night = .init(
      new: 31, changed: 12, unchanged: 560,
      rules: report.rules.filter { [acronym.id, vague.id, paraphrase.id].contains($0.rule.id) }.map {
        .init(rule: $0.rule, findings: 9, tickets: 7, examples: Array($0.examples.prefix(1)))
      })
    report.rubric = [
      .init(name: "the reader's words", replies: [210, 140, 60, 2_900]),
      .init(name: "clear language", replies: [90, 430, 2_600, 190]),
    ]
    report.templates = [
      .init(
        text: "Thank you for contacting the service desk. …", tickets: 212, bare: 180,
        reopened: Proportion(events: 31, total: 190)),
      .init(text: "", tickets: 20, bare: 0, reopened: Proportion(events: 0, total: 0)),
    ]
    report.recurrences = [
      .init(
        text: "The S: drive is gone <again>", tickets: 14, requesters: 11, groups: ["Desktop", "Network"],
        since: day(2026, 5, 11), until: day(2026, 5, 13), reopened: Proportion(events: 3, total: 12))
    ]
    report.targets = [
      .init(rule: nil, goal: 0.08, current: 0.0934, isReached: false),
      .init(rule: acronym.id, goal: 0.33, current: 0.3225, isReached: true),
      .init(rule: paraphrase.id, goal: 0.5, current: 0.395, isReached: false),
    ]
    report.rework = .init(
      hoursPerReopen: 1.8, basis: "median from reopen to the next resolution, in working hours")
    for at in report.rules.indices where report.rules[at].rule.id == empty.id {
      report.rules[at].goodReply = example(
        empty, "INC0031380", "",
        "The badge printer had lost its ribbon setting. I set it back to 300 dpi and printed one badge with you",
        "; if it comes out pale again, turn the ribbon first.",
        "It says what was wrong, what was changed and how to see that it works.", "")
    }
  }

  private static func heatMap(_ column: String, _ values: [String], _ totals: [Int]) -> Report.HeatMap {
    var generator = SeededGenerator(seed: UInt64(column.utf8.count))
    return .init(
      column: column, values: values,
      rows: associations.filter { $0.rule.kind == .gap }.map { association in
        .init(
          rule: association.rule.id,
          cells: totals.map { total in
            let share = (association.prevalence ?? 0) * Double.random(in: 0.5...1.6, using: &generator)
            return total < 200 && share < 0.1
              ? nil : Proportion(events: Int(share * Double(total)), total: total)
          })
      })
  }
}
