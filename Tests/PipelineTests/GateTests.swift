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

  static func before(_ verdict: Verdict, ruleSet: String = "r1") -> RememberedRun {
    RememberedRun(
      number: 1, key: "", ruleSet: ruleSet,
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
    #expect((gate.crossing(Self.report, before: nil) != nil) == isCrossed)
  }

  @Test func aGapIsNewIfItWasNoneBefore() {
    #expect(Gate.newGap.crossing(Self.report, before: Self.before(.watch)) == "new gap: jargon.acronym")
    #expect(Gate.newGap.crossing(Self.report, before: Self.before(.gap)) == nil)
    #expect(Gate.newGap.crossing(Self.report, before: nil) == nil)
    #expect(Gate.newGap.crossing(Self.report, before: Self.before(.watch, ruleSet: "r0")) == nil)
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
    #expect(Gate.trend.crossing(report(last: 14), before: nil) == nil)
    #expect(Gate.trend.crossing(report(last: 25), before: nil)?.contains("25.0 %") == true)
    #expect(Gate.trend.crossing(Self.report, before: nil) == nil)
  }

  @Test(arguments: [
    "", "reopen_rate", "reopen_rate < 3 %", "reopen_rate > 3", "> 3 %", "jargon.acronym > 300 %",
  ])
  func anythingElseIsNone(_ text: String) { #expect(Gate(text) == nil) }
}
