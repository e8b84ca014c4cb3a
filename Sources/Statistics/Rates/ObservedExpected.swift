/// Events of a team beside those its mix of tickets would have at the rates of all teams: indirectly
/// standardised.
public struct ObservedExpected: Hashable, Sendable {
  /// Events seen.
  public var observed: Int
  /// Events expected.
  public var expected: Double

  /// `observed` events where `expected` were expected.
  public init(observed: Int, expected: Double) {
    self.observed = observed
    self.expected = expected
  }

  /// Expects Σ n · rate over strata.
  ///
  /// - Parameters:
  ///   - team: The team's events and totals by stratum.
  ///   - reference: Those of all teams, in the same order.
  /// - Returns: `nil` if the numbers of strata differ, or the reference has no ticket where the team has some.
  public init?(team: [Proportion], reference: [Proportion]) {
    guard team.count == reference.count else { return nil }
    self.init(observed: 0, expected: 0)
    for (own, all) in zip(team, reference) {
      guard own.events >= 0, own.events <= own.total else { return nil }
      if own.total == 0 { continue }
      guard let rate = all.value else { return nil }
      observed &+= own.events
      expected += Double(own.total) * rate
    }
  }

  /// Whether there is a ratio to speak of.
  public var isDefined: Bool { observed >= 0 && expected > 0 && expected.isFinite }

  /// Observed ÷ expected with exact Poisson limits (Garwood 1936); `nil` if nothing is expected.
  public func ratio(level: Double = 0.95) -> Estimate? {
    guard isDefined, let limits = Self.garwood(observed, level: level) else { return nil }
    return Estimate(
      value: Double(observed) / expected, lower: limits.lower / expected, upper: limits.upper / expected,
      level: level)
  }

  /// Exact limits for the mean of a Poisson count.
  static func garwood(_ count: Int, level: Double) -> (lower: Double, upper: Double)? {
    guard count >= 0, level > 0, level < 1 else { return nil }
    let tail = (1 - level) / 2
    return (
      count == 0 ? 0 : Gamma(shape: Double(count), rate: 1).quantile(tail),
      Gamma(shape: Double(count) + 1, rate: 1).upperQuantile(tail)
    )
  }
}
