import Outcomes
import TestSupport
import Testing
import Tickets

@Suite struct AssociationsTests {
  static func summary(_ id: RuleID, _ kind: FindingKind = .gap, anchor: Anchor = .anyReply) -> RuleSummary {
    RuleSummary(id: id, title: "T \(id)", rationale: "r", practice: "p", kind: kind, anchor: anchor)
  }

  /// Cells of one rule: stratum, exposed, reopened, count.
  typealias Cell = (stratum: String, exposed: Bool, reopened: Bool, count: Int)

  static func table(_ rules: [[Cell]], assignees: Int = 20) -> ObservationTable {
    var table = ObservationTable()
    let end = Timestamp(year: 2026, month: 6, day: 1)
    table.note(event: end)
    for (rule, cells) in rules.enumerated() {
      for cell in cells {
        for number in 0..<cell.count {
          var row = Observation()
          row.cutAt = end.adding(seconds: -60 * 86_400)
          row.reopenedAt = cell.reopened ? row.cutAt?.adding(seconds: 86_400) : nil
          row.isReopenedEver = cell.reopened
          row.source = .history
          row.priority = table.priorities.code(cell.stratum)
          row.assignee = table.assignees.code("a\(number % assignees)")
          row.looked[rule] = true
          row.found[rule] = cell.exposed
          row.lookedFirmly[rule] = true
          row.foundFirmly[rule] = cell.exposed
          table.rows.append(row)
        }
      }
    }
    return table
  }

  static func measure(_ rules: [[Cell]], assignees: Int = 20) -> [Association] {
    let table = table(rules, assignees: assignees)
    let policy = CutPolicy()
    return Associations(
      rules: rules.indices.map { summary(RuleID("r.\($0)")) }, table: table,
      eligibility: Eligibility(of: table, policy: policy), policy: policy
    ).rules
  }

  /// High priority is exposed more often and reopened more often; within a priority nothing is going on.
  static let confounded: [Cell] = [
    ("high", true, true, 90), ("high", true, false, 210), ("high", false, true, 30),
    ("high", false, false, 70),
    ("low", true, true, 10), ("low", true, false, 90), ("low", false, true, 30), ("low", false, false, 270),
  ]

  @Test func strataTakeAwayWhatPriorityExplains() throws {
    let one = try #require(Self.measure([Self.confounded]).first)
    // Crude: 100/400 against 60/400. Within both priorities the rates are equal, so Mantel–Haenszel gives 0 and 1.
    #expect(one.exposed == Proportion(events: 100, total: 400))
    #expect(one.unexposed == Proportion(events: 60, total: 400))
    let crude = try #require(one.crude.riskDifferencePer100)
    #expect(abs(crude.value - 10) < 1e-9 && crude.lower > 0)
    let adjusted = try #require(one.adjusted.riskDifferencePer100)
    #expect(abs(adjusted.value) < 1e-9)
    #expect(abs(try #require(one.adjusted.oddsRatio).value - 1) < 1e-9)
    // Something shows in the crude view only.
    #expect(one.verdict == .watch)
    #expect(one.informativeStrata == 2)
  }

  @Test func aRealGapIsOne() throws {
    let one = try #require(
      Self.measure([
        [
          ("high", true, true, 60), ("high", true, false, 140), ("high", false, true, 30),
          ("high", false, false, 170),
          ("low", true, true, 40), ("low", true, false, 160), ("low", false, true, 20),
          ("low", false, false, 180),
        ]
      ]).first)
    #expect(one.verdict == .gap)
    // 100 of 400 against 50 of 400, alike in both strata of equal size: 12.5 more per 100, 50 of 400 avoidable.
    #expect(abs(try #require(one.adjusted.riskDifferencePer100).value - 12.5) < 1e-9)
    #expect(abs(try #require(one.avoidable).value - 50) < 1e-9)
    #expect(one.sentence.contains("25.0% of tickets with it were reopened, 12.5% of those without"))
    #expect(!one.sentence.contains("caus"))
  }

  @Test func tooFewReopensOrAssigneesSayNothing() throws {
    let few: [Cell] = [
      ("x", true, true, 8), ("x", true, false, 12), ("x", false, true, 1), ("x", false, false, 19),
    ]
    #expect(try #require(Self.measure([few]).first).verdict == .cannotTell)
    let clear: [Cell] = [
      ("x", true, true, 80), ("x", true, false, 120), ("x", false, true, 20), ("x", false, false, 180),
    ]
    #expect(try #require(Self.measure([clear], assignees: 9).first).verdict == .cannotTell)
    #expect(try #require(Self.measure([clear], assignees: 10).first).verdict == .gap)
  }

  @Test func smallEffectsAreCalledNegligible() throws {
    let one = try #require(
      Self.measure([
        [
          ("x", true, true, 2000), ("x", true, false, 8000), ("x", false, true, 2000),
          ("x", false, false, 8000),
        ]
      ]).first)
    #expect(one.verdict == .negligible)
  }

  @Test func gapsAreRankedByTheLeastTheyWouldAvoid() {
    let strong: [Cell] = [
      ("x", true, true, 80), ("x", true, false, 120), ("x", false, true, 20), ("x", false, false, 180),
    ]
    let stronger: [Cell] = [
      ("x", true, true, 300), ("x", true, false, 300), ("x", false, true, 60), ("x", false, false, 540),
    ]
    #expect(Self.measure([strong, stronger]).map(\.rule.id) == ["r.1", "r.0"])
  }

  @Test func oneArmAloneIsDefined() throws {
    let one = try #require(Self.measure([[("x", true, true, 30), ("x", true, false, 70)]]).first)
    #expect(one.verdict == .cannotTell)
    #expect(one.adjusted.oddsRatio == nil && one.crude.riskDifferencePer100 == nil)
    #expect(one.sentence.contains("nothing to compare with"))
  }
}
