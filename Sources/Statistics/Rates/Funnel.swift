/// Limits within which the ratios observed ÷ expected of like teams would lie by chance, wider the fewer
/// events are expected (Spiegelhalter 2005, Statistics in Medicine 24:1185–1202).
///
/// No league table: a funnel says which teams to ask, not which team is best.
public struct Funnel: Hashable, Sendable {
  /// φ, the mean of the squared z-scores (O − E) / √E, of which the outermost tenth on each side is pulled in
  /// to the 10 % and 90 % quantiles (winsorised), so that outliers do not hide themselves.
  public let dispersion: Double
  /// Teams it was made from: those with something expected.
  public let count: Int

  /// A funnel around 1. `nil` if no team has anything expected.
  /// - Complexity: O(n log n).
  public init?(_ teams: [ObservedExpected]) {
    let scores = teams.filter(\.isDefined)
      .map { (Double($0.observed) - $0.expected) / $0.expected.squareRoot() }.sorted()
    guard !scores.isEmpty else { return nil }
    let (low, high) = (sortedQuantile(scores, 0.1), sortedQuantile(scores, 0.9))
    count = scores.count
    dispersion =
      scores.reduce(0) { sum, z in
        let pulled = min(max(z, low), high)
        return sum + pulled * pulled
      } / Double(scores.count)
  }

  /// Whether teams differ by more than chance: φ above its mean of 1 by more than two of its standard
  /// deviations √(2 / n). Then the limits are widened.
  public var isOverdispersed: Bool { dispersion > 1 + 2 * (2 / Double(count)).squareRoot() }

  /// The limits at some expected number of events.
  ///
  /// They are quantiles of the Poisson distribution, interpolated between counts as in the paper's appendix,
  /// and moved away from 1 by √φ where the teams are overdispersed.
  ///
  /// - Parameters:
  ///   - expected: Expected events.
  ///   - level: 0.95 for a warning, 0.998 for an alarm.
  /// - Returns: `nil` unless something is expected and the level lies between 0 and 1.
  public func limits(expected: Double, level: Double) -> (lower: Double, upper: Double)? {
    guard level > 0, level < 1, expected > 0,
      let lower = Self.interpolatedQuantile((1 - level) / 2, mean: expected),
      let upper = Self.interpolatedQuantile((1 + level) / 2, mean: expected)
    else { return nil }
    let factor = isOverdispersed ? dispersion.squareRoot() : 1
    return (
      max(0, 1 + (lower / expected - 1) * factor), max(0, 1 + (upper / expected - 1) * factor)
    )
  }

  private static func interpolatedQuantile(_ p: Double, mean: Double) -> Double? {
    let poisson = Poisson(mean: mean)
    guard let count = poisson.leastCount(exceeding: p) else { return nil }
    let share = (poisson.lowerTail(count) - p) / poisson.probability(count)
    return Double(count) - share
  }
}
