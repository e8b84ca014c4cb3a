internal import Statistics
public import Tickets

/// The negative control: what would be said of these tickets if nothing were going on.
///
/// The outcome is dealt out anew among the tickets of each stratum (priority × category × group), many times, and
/// everything from the model to the verdict is done again. With multiplicity taken care of, the share of deals
/// with at least one false alarm stays near the false discovery rate, and p-values below 5 % are not more than
/// 5 %. This checks multiplicity and code; it can't see what assignees share (dealing breaks that) or leakage.
public struct SelfCheck: Sendable {
  /// How often p-values fell below a level.
  public struct Level: Sendable, Equatable {
    /// The level: 0.01, 0.05 or 0.10.
    public var level: Double
    /// The share of all p-values at or below it.
    public var share: Double
    /// The share up to which that is taken for chance: the level and two Monte Carlo standard errors.
    public var limit: Double
  }

  /// Deals of the outcome.
  public let permutations: Int
  /// Deals in which some rule was called a gap or a strength.
  public let falseAlarms: Int
  /// The share of deals up to which false alarms are taken for chance.
  public let limit: Double
  /// p-values at 1, 5 and 10 %.
  public let levels: [Level]

  /// Whether false alarms are as rare as declared.
  public var passes: Bool {
    Double(falseAlarms) <= limit * Double(permutations) && levels.allSatisfy { $0.share <= $0.limit }
  }

  /// Deals out the outcome anew.
  ///
  /// - Parameters:
  ///   - rules: in the order in which their bits stand in the observations.
  ///   - seed: the same seed deals in the same way.
  /// - Complexity: one primary model a rule and deal, and the second model where there is an alarm.
  public init(
    rules: [RuleSummary], table: ObservationTable, eligibility: Eligibility, permutations: Int = 200,
    seed: UInt64 = 20_260_301
  ) {
    var falseAlarms = 0
    var shares = [[Double]](repeating: [], count: Self.checkedLevels.count)
    if let tickets = ComparedTickets(table, eligibility)?.oneRowEach {
      var options = EstimationOptions()
      options.depth = .primary
      var generator = SplitMix64(seed: seed)
      var events = tickets.events(.cameBack)
      let designs = Designs(tickets, Adjustment.allCases, events)
      for _ in 0..<permutations {
        tickets.deal(&events, &generator)
        var measurer = Measurer(tickets: tickets, events: events, options: options, prepared: designs)
        let measured = measurer.measure(rules).filter { $0.table.exposedTotal > 0 }
        let p = measured.filter(\.isInFamily).compactMap(\.association.p)
        if !p.isEmpty {
          for (place, level) in Self.checkedLevels.enumerated() {
            shares[place].append(Double(p.count { $0 <= level }) / Double(p.count))
          }
        }
        guard Self.isAlarm(Associations.judge(measured, tickets, false, options)) else { continue }
        // The second model has a say as well.
        options.depth = .verdicts
        measurer = Measurer(tickets: tickets, events: events, options: options, prepared: designs)
        let all = measurer.measure(rules).filter { $0.table.exposedTotal > 0 }
        if Self.isAlarm(Associations.judge(all, tickets, false, options)) { falseAlarms += 1 }
        options.depth = .primary
      }
    }
    self.permutations = permutations
    self.falseAlarms = falseAlarms
    let rate = VerdictRule.discoveryRate
    limit = rate + 2 * (rate * (1 - rate) / Double(max(1, permutations))).squareRoot()
    levels = zip(Self.checkedLevels, shares).map { level, shares in
      // Rules of one deal share their tickets, so the error is taken between deals.
      let n = Double(max(1, shares.count))
      let mean = shares.reduce(0, +) / n
      let spread = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, n - 1)
      return Level(level: level, share: mean, limit: level + 2 * (spread / n).squareRoot())
    }
  }

  private static let checkedLevels = [0.01, 0.05, 0.10]

  private static func isAlarm(_ associations: [Association]) -> Bool {
    associations.contains { $0.verdict == .gap || $0.verdict == .strength }
  }
}

extension ComparedTickets {
  /// Deals the events of each stratum out anew. Rows stand for one ticket each. - Complexity: O(rows).
  func deal(_ events: inout [UInt8], _ generator: inout SplitMix64) {
    var start = 0
    while start < events.count {
      var end = start + 1
      while end < events.count && strata[end] == strata[start] { end += 1 }
      // Fisher and Yates.
      for place in stride(from: end - 1, to: start, by: -1) {
        events.swapAt(place, start + Int(generator.next(below: UInt64(place - start + 1))))
      }
      start = end
    }
  }
}
