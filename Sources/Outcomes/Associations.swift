internal import Statistics
public import Tickets

/// Ties every rule to reopening and ranks what was found.
public struct Associations: Sendable {
  /// Rules, ranked: gaps by the least they would avoid, then what to watch, then the rest by name.
  public private(set) var rules: [Association] = []
  /// Facts of the process, measured the same way.
  public private(set) var process: [Association] = []

  static let adjustment = "Mantel–Haenszel over priority × category × group"

  /// Measures all of `rules` over the eligible rows of a table.
  ///
  /// - Parameter rules: in the order in which their bits stand in the observations.
  /// - Complexity: O(rules × rows).
  public init(
    rules summaries: [RuleSummary], table: ObservationTable, eligibility: Eligibility, policy: CutPolicy
  ) {
    let isFirm = table.rows.allSatisfy { $0.looked == $0.lookedFirmly && $0.found == $0.foundFirmly }
    var measured: [Measured] = []
    for (index, rule) in summaries.enumerated() {
      let comparison = Comparison(table, eligibility) { $0.state(of: index) }
      guard comparison.all.total > 0 else { continue }
      var one = Measured(rule, comparison)
      one.association.isLeaky = policy.allowsLeak
      if rule.anchor == .closingText && !isFirm {
        one.association.mayBeRewritten = true
        let firm = Comparison(table, eligibility) { $0.state(of: index, firmly: true) }
        one.association.withoutRewritten = Measured(rule, firm).row
      }
      measured.append(one)
    }
    Self.judge(&measured)
    self.rules = measured.map(\.association).sorted(by: Self.ranksBefore)

    var facts: [Measured] = []
    if table.rows.contains(where: { $0.reassignments != nil }) {
      let comparison = Comparison(table, eligibility) { row in
        row.reassignments.map { $0 > 0 ? .found : .notFound } ?? .notApplicable
      }
      var one = Measured(Self.reassigned, comparison)
      one.association.isLeaky = policy.allowsLeak
      facts.append(one)
    }
    Self.judge(&facts)
    process = facts.map(\.association)
  }

  static let reassigned = RuleSummary(
    id: "process.reassigned", title: "Reassigned before the first resolution",
    rationale: "Each handover loses some of what the requester said, unless the note carries it.",
    practice: "Write the handover so that the next person need not ask the requester again.",
    kind: .gap, anchor: .anyReply)

  /// Gaps first, by the lower limit of what would be avoided; then watch, by the estimate; then the rest.
  private static func ranksBefore(_ a: Association, _ b: Association) -> Bool {
    func order(_ one: Association) -> (Int, Double, String) {
      switch one.verdict {
      case .gap: (0, -(one.avoidable?.lower ?? 0), one.rule.id.description)
      case .watch: (1, -(one.avoidable?.value ?? 0), one.rule.id.description)
      case .strength: (2, one.avoidable?.upper ?? 0, one.rule.id.description)
      case .cannotTell: (3, 0, one.rule.id.description)
      case .negligible: (4, 0, one.rule.id.description)
      }
    }
    return order(a) < order(b)
  }

  /// q-values over the family, then the words.
  ///
  /// The family is fixed before outcomes are looked at: rules with enough tickets in both arms by the margins.
  private static func judge(_ measured: inout [Measured]) {
    let family = measured.indices.filter {
      let expected = measured[$0].comparison.expected
      return min(expected.exposed, expected.unexposed) >= VerdictRule.leastExpected
        && measured[$0].association.p != nil
    }
    let q = Multiplicity.qValues(family.map { measured[$0].association.p ?? 1 })
    for (place, index) in family.enumerated() { measured[index].association.q = q[place] }
    for index in measured.indices { measured[index].speak() }
  }

  /// A rule's comparison with what was estimated from it.
  private struct Measured {
    var association: Association
    let comparison: Comparison
    let pooled: MantelHaenszel

    init(_ rule: RuleSummary, _ comparison: Comparison) {
      self.comparison = comparison
      pooled = MantelHaenszel(comparison.strata)
      let difference = pooled.riskDifference()
      let all = comparison.all
      let adjusted = EffectSet(
        riskDifferencePer100: Effect(difference?.scaled(by: 100)), riskRatio: Effect(pooled.riskRatio()),
        oddsRatio: Effect(pooled.oddsRatio()))
      association = Association(
        rule: rule,
        exposed: Outcomes.Proportion(events: all.exposedEvents, total: all.exposedTotal),
        unexposed: Outcomes.Proportion(events: all.unexposedEvents, total: all.unexposedTotal),
        notApplicable: comparison.notApplicable, crude: comparison.crude, adjusted: adjusted,
        adjustment: Associations.adjustment,
        informativeStrata: comparison.strata.count - pooled.oneArmedCount,
        uninformativeStrata: pooled.oneArmedCount, p: pooled.oddsRatio()?.p, q: nil,
        avoidable: comparison.avoidable(difference), verdict: .cannotTell, sentence: "", finePrint: "",
        reopensNeeded: nil, mayBeRewritten: false, isLeaky: false)
    }

    /// The few numbers that a second row shows.
    var row: Association.Row {
      Association.Row(
        exposed: association.exposed, unexposed: association.unexposed,
        riskDifferencePer100: association.adjusted.riskDifferencePer100)
    }

    mutating func speak() {
      let rule = VerdictRule(
        expected: comparison.expected, clusters: comparison.clusters.count,
        narrowRiskRatio: Effect(pooled.riskRatio(level: 0.90)), primary: association.adjusted.oddsRatio,
        crude: association.crude.oddsRatio, sensitivity: nil, q: association.q)
      association.verdict = rule.verdict
      if association.verdict == .cannotTell || association.verdict == .watch {
        association.reopensNeeded = reopensNeeded
      }
      association.sentence = VerdictWords.sentence(for: association)
      association.finePrint = VerdictWords.finePrint(for: association, clusters: comparison.clusters.count)
    }

    /// Reopened tickets to add until an odds ratio of 1.25 would show, at the prevalence and rate seen.
    private var reopensNeeded: Int? {
      let all = comparison.all
      guard all.total > 0, all.events > 0 else { return nil }
      let power = Power(
        exposedShare: Double(all.exposedTotal) / Double(all.total),
        eventRate: Double(all.events) / Double(all.total))
      guard let needed = power.eventsNeeded(oddsRatio: 1.25) else { return nil }
      return max(0, needed - all.events)
    }
  }
}
