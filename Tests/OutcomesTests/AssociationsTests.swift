import Outcomes
import Statistics
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
          table.append(row)
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
    #expect(one.exposed == Outcomes.Proportion(events: 100, total: 400))
    #expect(one.unexposed == Outcomes.Proportion(events: 60, total: 400))
    let crude = try #require(one.crude.riskDifferencePer100)
    #expect(abs(crude.value - 10) < 1e-9 && crude.lower > 0)
    let stratified = try #require(one.stratified.riskDifferencePer100)
    #expect(abs(stratified.value) < 1e-9)
    #expect(abs(try #require(one.stratified.oddsRatio).value - 1) < 1e-9)
    // The model has the stratum as its only covariate, so it finds the same but for Firth's penalty.
    #expect(abs(try #require(one.adjusted.oddsRatio).value - 1) < 0.01)
    #expect(abs(try #require(one.adjusted.riskDifferencePer100).value) < 0.1)
    // Something shows in the crude view only.
    #expect(one.verdict == .watch)
    #expect(one.informativeStrata == 2)
    #expect(one.eValue?.limit == 1)
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
    #expect(abs(try #require(one.stratified.riskDifferencePer100).value - 12.5) < 1e-9)
    // FLIC's predictions add up to the events, so the penalty moves the standardised figures but a little.
    #expect(abs(try #require(one.adjusted.riskDifferencePer100).value - 12.5) < 0.1)
    #expect(abs(try #require(one.avoidable).value - 50) < 0.5)
    #expect(one.avoidableSelected == one.avoidable)  // one rule, selected: nothing to allow for
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
    let nine = try #require(Self.measure([clear], assignees: 9).first)
    #expect(nine.verdict == .cannotTell)
    // More tickets of the same nine would settle nothing.
    #expect(
      nine.reopensNeeded == nil && nine.sentence.hasSuffix("too few to tell it from their other habits."))
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

  @Test func theModelIsThatOfStatistics() throws {
    // The same tickets put into the model by hand: one covariate of two levels, twenty clusters.
    let one = try #require(Self.measure([Self.confounded]).first)
    var (codes, clusters, exposure, outcome) = ([UInt16](), [UInt32](), [UInt8](), [UInt8]())
    for cell in Self.confounded {
      for number in 0..<cell.count {
        codes.append(cell.stratum == "high" ? 0 : 1)
        clusters.append(UInt32(number % 20))
        exposure.append(cell.exposed ? 1 : 0)
        outcome.append(cell.reopened ? 1 : 0)
      }
    }
    let cohort = try Cohort(
      covariates: [.categories(2)], codes: [codes], clusters: clusters,
      counts: [UInt32](repeating: 1, count: codes.count))
    let model = try FirthRegression(Design(cohort, covariates: [0]), exposure: exposure, outcome: outcome)
    let expected = try #require(model.oddsRatio())
    let own = try #require(one.adjusted.oddsRatio)
    #expect(abs(own.value / expected.value - 1) < 1e-9)
    #expect(abs(own.lower / expected.lower - 1) < 1e-7 && abs(own.upper / expected.upper - 1) < 1e-7)
    #expect(abs(try #require(one.p) / (try #require(expected.p)) - 1) < 1e-6)
    let risks = try #require(model.standardised)
    // Next to nothing is avoidable here, so the difference is held in tickets.
    #expect(abs(try #require(one.avoidable).value - risks.avoidable) < 1e-8)
    #expect(one.assignees == 20)
  }

  @Test func theBootstrapIsThatOfStatistics() throws {
    // Seven clusters a size, all sizes different, so that the canonical order of assignees is known.
    let sizes = (0..<14).map { 60 - 3 * $0 }
    var table = ObservationTable()
    table.note(event: Timestamp(year: 2026, month: 6, day: 1))
    var (clusters, exposure, outcome) = ([UInt32](), [UInt8](), [UInt8]())
    var generator = SeededGenerator(seed: 4)
    for (assignee, size) in sizes.enumerated() {
      for _ in 0..<size {
        let isExposed = Int.random(in: 0..<2, using: &generator) == 0
        let comesBack = Int.random(in: 0..<10, using: &generator) < (isExposed ? 5 : 2)
        var row = Observation()
        row.cutAt = Timestamp(year: 2026, month: 3, day: 1)
        row.reopenedAt = comesBack ? row.cutAt?.adding(seconds: 3600) : nil
        row.assignee = table.assignees.code("a\(assignee)")
        row.note(rule: 0, fired: isExposed, isFirm: true)
        table.append(row)
        clusters.append(UInt32(assignee))
        exposure.append(isExposed ? 1 : 0)
        outcome.append(comesBack ? 1 : 0)
      }
    }
    let policy = CutPolicy()
    var options = EstimationOptions()
    options.bootstrapSamples = 150
    func measure() -> Association? {
      Associations(
        rules: [Self.summary("r.0")], table: table, eligibility: Eligibility(of: table, policy: policy),
        policy: policy, options: options
      ).rules.first
    }
    let one = try #require(measure())
    #expect(one.verdict == .gap)
    let own = try #require(one.bootstrap)
    let cohort = try Cohort(
      covariates: [], codes: [], clusters: clusters, counts: [UInt32](repeating: 1, count: clusters.count))
    let model = try FirthRegression(Design(cohort, covariates: []), exposure: exposure, outcome: outcome)
    let expected = try #require(ClusterBootstrap(model, samples: 150, seed: 20_260_301))
    #expect(own.samples == 150 && own.failures == 0)
    let (avoidable, reference) = (try #require(own.avoidable), try #require(expected.avoidableEvents()))
    #expect(abs(avoidable.value / reference.value - 1) < 1e-6)
    #expect(abs(avoidable.lower / reference.lower - 1) < 1e-6)
    #expect(abs(avoidable.upper / reference.upper - 1) < 1e-6)
    let difference = try #require(expected.riskDifference())
    #expect(abs(try #require(own.riskDifferencePer100).lower / difference.lower / 100 - 1) < 1e-6)
    // Asked for only; the same samples each time.
    #expect(measure()?.bootstrap == own)
    options.bootstrapSamples = nil
    #expect(try #require(measure()).bootstrap == nil)
  }

  @Test func wholeTicketsAreCountedBesideTheCut() throws {
    // Reassigned before the first resolution, over the whole life, reopened ever, tickets.
    let kinds: [(before: Int32, ever: Int32, reopened: Bool, count: Int)] = [
      (0, 0, false, 200), (0, 0, true, 10), (0, 1, true, 15), (1, 1, false, 150), (1, 4, true, 20),
      (2, 7, true, 25), (2, 2, false, 80),
    ]
    var table = ObservationTable()
    table.note(event: Timestamp(year: 2026, month: 6, day: 1))
    for kind in kinds {
      for number in 0..<kind.count {
        var row = Observation()
        row.cutAt = Timestamp(year: 2026, month: 3, day: 1)
        row.reopenedAt = kind.reopened ? row.cutAt?.adding(seconds: 3600) : nil
        row.isReopenedEver = kind.reopened
        row.source = .history
        (row.reassignments, row.reassignmentsEver) = (kind.before, kind.ever)
        row.assignee = table.assignees.code("a\(number % 15)")
        table.append(row)
      }
    }
    // Resolved too late to be compared, but a plain count has it.
    var late = Observation()
    late.cutAt = Timestamp(year: 2026, month: 5, day: 30)
    late.source = .history
    late.reassignmentsEver = 3
    table.append(late)
    func process(_ policy: CutPolicy) throws -> Association {
      try #require(
        Associations(
          rules: [], table: table, eligibility: Eligibility(of: table, policy: policy), policy: policy
        ).process.first)
    }
    let one = try process(CutPolicy())
    #expect(one.exposed == Outcomes.Proportion(events: 45, total: 275))
    let leaky = try #require(one.variants.first { $0.isLeaky })
    #expect(leaky.exposed == Outcomes.Proportion(events: 60, total: 291))
    #expect(leaky.unexposed == Outcomes.Proportion(events: 10, total: 210))
    // 60 × 200 ÷ (231 × 10), by hand.
    #expect(abs(try #require(leaky.oddsRatio).value - 12_000.0 / 2310) < 1e-12)
    let rates = try #require(one.dose).leakyRates
    #expect(rates.map(\.events) == [10, 15, 0, 0, 45] && rates.map(\.total) == [210, 165, 80, 1, 45])
    // Nothing to put beside figures that are leaky themselves.
    #expect(try process(CutPolicy(windowDays: nil, allowsLeak: true)).variants.allSatisfy { !$0.isLeaky })
  }

  @Test func rulesThatFoundNothingAreNamedApart() {
    let table = Self.table([Self.confounded, [("x", false, true, 10), ("x", false, false, 90)]])
    let policy = CutPolicy()
    let all = Associations(
      rules: [Self.summary("r.0"), Self.summary("r.1"), Self.summary("r.2")], table: table,
      eligibility: Eligibility(of: table, policy: policy), policy: policy)
    #expect(all.rules.map(\.rule.id) == ["r.0"])
    #expect(all.neverFound.map(\.id) == ["r.1"])  // the third had no occasion at all
  }

  @Test func aRuleAndItsOppositeAreOneHypothesis() throws {
    let cells: [Cell] = [
      ("x", true, true, 60), ("x", true, false, 140), ("x", false, true, 36), ("x", false, false, 164),
    ]
    // Both rules look at the same tickets, one finds what the other does not.
    var table = ObservationTable()
    table.note(event: Timestamp(year: 2026, month: 6, day: 1))
    for cell in cells {
      for number in 0..<cell.count {
        var row = Observation()
        row.cutAt = Timestamp(year: 2026, month: 3, day: 1)
        row.reopenedAt = cell.reopened ? row.cutAt?.adding(seconds: 3600) : nil
        row.assignee = table.assignees.code("a\(number % 20)")
        row.note(rule: 0, fired: cell.exposed, isFirm: true)
        row.note(rule: 1, fired: !cell.exposed, isFirm: true)
        table.append(row)
      }
    }
    let policy = CutPolicy()
    let both = Associations(
      rules: [Self.summary("r.0"), Self.summary("r.1", .strength)], table: table,
      eligibility: Eligibility(of: table, policy: policy), policy: policy
    ).rules
    #expect(both.count == 2)
    // A family of one: q is p.
    for one in both { #expect(abs(try #require(one.q) - (try #require(one.p))) < 1e-6) }
    #expect(Set(both.map(\.verdict)) == [.gap, .strength])
  }

  @Test func doseIsTakenFromHowOftenItWasFound() throws {
    var table = ObservationTable()
    table.note(event: Timestamp(year: 2026, month: 6, day: 1))
    var generator = SeededGenerator(seed: 5)
    for number in 0..<4000 {
      var row = Observation()
      row.cutAt = Timestamp(year: 2026, month: 3, day: 1)
      let findings = Int.random(in: 0..<5, using: &generator)
      if Int.random(in: 0..<20, using: &generator) < 1 + min(3, findings) {
        row.reopenedAt = row.cutAt?.adding(seconds: 3600)
      }
      row.assignee = table.assignees.code("a\(number % 20)")
      for place in 0..<5 { row.note(rule: 0, fired: place < findings, isFirm: true) }
      table.append(row)
    }
    let policy = CutPolicy()
    let one = try #require(
      Associations(
        rules: [Self.summary("r.0")], table: table, eligibility: Eligibility(of: table, policy: policy),
        policy: policy
      ).rules.first)
    let dose = try #require(one.dose)
    #expect(dose.rates.count == 4)
    #expect(dose.rates.reduce(0) { $0 + $1.total } == 4000)
    let rates = dose.rates.compactMap(\.share)
    #expect(zip(rates, rates.dropFirst()).allSatisfy { $0 < $1 })
    #expect(try #require(dose.oddsRatioPerStep).lower > 1)
  }
}
