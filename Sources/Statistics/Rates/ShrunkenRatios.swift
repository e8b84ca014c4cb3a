/// Ratios observed ÷ expected drawn towards their mean, the more the fewer events are expected: the global
/// empirical-Bayes estimate of Marshall (1991) for the gamma–Poisson model of Clayton & Kaldor (1987).
///
/// With m = ΣO / ΣE and the variance between teams A = ΣE (O/E − m)² / ΣE − m / mean(E), each ratio has the prior
/// Γ(m² / A, m / A) and so the posterior Γ(O + m² / A, E + m / A).
public struct ShrunkenRatios: Sendable {
  /// m, the overall ratio.
  public let mean: Double
  /// A, the variance between teams; 0 where teams differ no more than chance makes them.
  public let variance: Double
  private let observed: Int
  private let expected: Double

  /// The prior that the teams themselves give. `nil` if nothing was expected or nothing was seen.
  public init?(_ teams: [ObservedExpected]) {
    let teams = teams.filter(\.isDefined)
    let (sum, overflow) = teams.reduce((0, false)) {
      let next = $0.0.addingReportingOverflow($1.observed)
      return (next.partialValue, $0.1 || next.overflow)
    }
    observed = sum
    expected = teams.reduce(0) { $0 + $1.expected }
    guard !overflow, observed > 0, expected > 0, expected.isFinite else { return nil }
    let mean = Double(observed) / expected
    let spread = teams.reduce(0) {
      let deviation = Double($1.observed) / $1.expected - mean
      return $0 + $1.expected * deviation * deviation
    }
    self.mean = mean
    variance = max(0, spread / expected - mean * Double(teams.count) / expected)
  }

  /// The shrunken ratio of a team with the middle of its posterior; where teams do not differ, the overall ratio
  /// with its exact interval. `nil` if nothing was expected.
  public func ratio(of team: ObservedExpected, level: Double = 0.95) -> Estimate? {
    guard team.isDefined, level > 0, level < 1 else { return nil }
    if variance == 0 { return ObservedExpected(observed: observed, expected: expected).ratio(level: level) }
    let posterior = Gamma(
      shape: Double(team.observed) + mean * mean / variance, rate: team.expected + mean / variance)
    return Estimate(
      value: posterior.shape / posterior.rate, lower: posterior.quantile((1 - level) / 2),
      upper: posterior.upperQuantile((1 - level) / 2), level: level)
  }
}
