import Outcomes
import Reporting
import Testing
import Tickets

@testable import History
@testable import Pipeline

@Suite struct GateTests {
  static func association(_ rule: RuleID, _ verdict: Verdict, exposed: Proportion, unexposed: Proportion)
    -> Association
  {
    Association(
      rule: RuleSummary(id: rule, title: "", rationale: "", practice: "", kind: .gap, anchor: .anyReply),
      exposed: exposed, unexposed: unexposed, notApplicable: 0, crude: EffectSet(), adjusted: EffectSet(),
      adjustment: "", informativeStrata: 0, uninformativeStrata: 0, p: nil, q: nil, avoidable: nil,
      verdict: verdict,
      sentence: "", finePrint: "", reopensNeeded: nil, mayBeRewritten: false, isLeaky: false)
  }

  /// 100 tickets of 1,000 reopened; jargon is in 200 of them and a gap, blame in 50 and none.
  static var report: Report {
    var report = Report(version: "", ruleSetHash: "r1")
    report.reopened = Proportion(events: 100, total: 1000)
    report.associations = [
      association(
        "jargon.acronym", .gap, exposed: Proportion(events: 50, total: 200),
        unexposed: Proportion(events: 50, total: 800)),
      association(
        "tone.blame", .watch, exposed: Proportion(events: 25, total: 50),
        unexposed: Proportion(events: 75, total: 950)),
    ]
    return report
  }

  /// The first run of a week of March 2026, which begins on a Monday 2, 9, 16 …
  static func run(week day: Int, _ verdict: Verdict) -> RememberedRun {
    RememberedRun(
      number: 1, key: "", ruleSet: "r1", asOf: Timestamp(year: 2026, month: 3, day: day, hour: 4),
      rules: [
        RememberedRun.Rule(rule: "jargon.acronym", found: Proportion(events: 1, total: 2), verdict: verdict)
      ])
  }

  @Test(arguments: [
    ("reopen_rate > 9.9 %", true), ("reopen_rate > 10 %", false), ("reopen_rate_with_gap > 24 %", true),
    // Blame is no gap, whatever its rate.
    ("reopen_rate_with_gap > 25%", false), ("jargon.acronym > 19 %", true), ("jargon.acronym > 20 %", false),
    ("jargon.acronym < 21 %", true), ("tone.blame < 5 %", false), ("clarity.concrete > 0 %", false),
  ]) func isCrossedAboveItsLimitOnly(_ text: String, _ isCrossed: Bool) throws {
    let gate = try #require(Gate(text))
    #expect((gate.crossing(Self.report, weekly: []) != nil) == isCrossed)
  }

  @Test func aGapIsNewWhenTwoWeeksAgreeOnIt() {
    func crossing(on day: Int, _ runs: (day: Int, verdict: Verdict)...) -> String? {
      var report = Self.report
      report.asOf = Timestamp(year: 2026, month: 3, day: day, hour: 4)
      return Gate.newGap.crossing(report, weekly: runs.map { Self.run(week: $0.day, $0.verdict) })
    }
    let new = "new gap, two weeks running: jargon.acronym"
    #expect(crossing(on: 16, (9, .gap), (2, .watch)) == new)
    // A week without runs is no disagreement.
    #expect(crossing(on: 23, (9, .gap), (2, .watch)) == new)
    // Seen once, seen before, or no week to say that it was not there.
    #expect(crossing(on: 16, (9, .watch), (2, .watch)) == nil)
    #expect(crossing(on: 16, (9, .gap), (2, .gap)) == nil)
    #expect(crossing(on: 16, (9, .gap)) == nil)
    #expect(crossing(on: 16) == nil)
    // The second run of a week, of which the first has spoken.
    #expect(crossing(on: 17, (16, .gap), (9, .watch)) == nil)
    // Gone tonight.
    var report = Self.report
    report.asOf = Timestamp(year: 2026, month: 3, day: 16)
    report.associations[0].verdict = .watch
    #expect(
      Gate.newGap.crossing(report, weekly: [Self.run(week: 9, .gap), Self.run(week: 2, .watch)]) == nil)
  }

  @Test func aTrendIsCrossedWhenTheLastWeeksStandOut() {
    func report(last events: Int) -> Report {
      var report = Self.report
      let counts = [10, 12, 9, events].map { Proportion(events: $0, total: 100) }
      report.weeks = counts.enumerated().map { week, count in
        Report.Week(start: Week.start(Int64(2900 + week)), reopened: count, interval: count.interval())
      }
      return report
    }
    // Wilson's 95 % limits of 14 and 25 of 100 are 8.5 % and 17.5 % below; before it were 31 of 300.
    #expect(Gate.trend.crossing(report(last: 14), weekly: []) == nil)
    #expect(Gate.trend.crossing(report(last: 25), weekly: [])?.contains("25.0 %") == true)
    #expect(Gate.trend.crossing(Self.report, weekly: []) == nil)
  }

  @Test(arguments: [
    "", "reopen_rate", "reopen_rate < 3 %", "reopen_rate > 3", "> 3 %", "jargon.acronym > 300 %",
  ])
  func anythingElseIsNone(_ text: String) { #expect(Gate(text) == nil) }
}
