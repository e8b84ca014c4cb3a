import Outcomes
import TestSupport
import Testing
import Tickets

@Suite struct SelfCheckTests {
  @Test func chanceIsNotCalledAGap() {
    // A strong effect of one rule: dealing the outcome out anew takes it away.
    var table = ObservationTable()
    var generator = SeededGenerator(seed: 21)
    table.note(event: Timestamp(year: 2026, month: 6, day: 1))
    for _ in 0..<1500 {
      var row = Observation()
      row.cutAt = Timestamp(year: 2026, month: 3, day: 1)
      row.source = .history
      row.priority = table.priorities.code("p\(Int.random(in: 0..<2, using: &generator))")
      row.assignee = table.assignees.code("a\(Int.random(in: 0..<20, using: &generator))")
      for rule in 0..<4 {
        row.note(rule: rule, fired: Int.random(in: 0..<3, using: &generator) == 0, isFirm: true)
      }
      let risk = row.found[0] ? 30 : 10
      if Int.random(in: 0..<100, using: &generator) < risk {
        row.reopenedAt = row.cutAt?.adding(seconds: 3600)
      }
      table.append(row)
    }
    let rules = (0..<4).map { AssociationsTests.summary(RuleID("r.\($0)"), anchor: .firstReply) }
    let policy = CutPolicy()
    let eligibility = Eligibility(of: table, policy: policy)
    let real = Associations(rules: rules, table: table, eligibility: eligibility, policy: policy)
    #expect(real.rules.first?.verdict == .gap)

    let check = SelfCheck(rules: rules, table: table, eligibility: eligibility, permutations: 40)
    #expect(check.passes)
    #expect(check.falseAlarms <= 7)  // 10 % of 40, and two standard errors
    #expect(check.levels.map(\.level) == [0.01, 0.05, 0.10])
    #expect(check.levels.allSatisfy { $0.share <= $0.limit })
    // The same seed deals alike.
    let again = SelfCheck(rules: rules, table: table, eligibility: eligibility, permutations: 40)
    #expect(again.falseAlarms == check.falseAlarms && again.levels == check.levels)
  }

  @Test func nothingToCompareIsDefined() {
    let table = ObservationTable()
    let check = SelfCheck(
      rules: [], table: table, eligibility: Eligibility(of: table, policy: CutPolicy()), permutations: 5)
    #expect(check.passes && check.falseAlarms == 0)
  }
}
