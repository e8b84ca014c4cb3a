/// The test of Breslow & Day (1980) that all strata share one odds ratio, with Tarone's correction (1985).
public struct HomogeneityTest: Hashable, Sendable {
  /// The statistic, χ² with `degreesOfFreedom` if the strata share an odds ratio.
  public var statistic: Double
  /// Informative strata minus one.
  public var degreesOfFreedom: Int
  /// The p-value.
  public var p: Double
  /// Share of the informative strata whose four expected counts are all at least 5.
  public var wellFilledShare: Double
  /// Whether the strata are filled well enough for the χ² to hold: at least 80 % of them.
  public var isTrustworthy: Bool { wellFilledShare >= 0.8 }
}

extension MantelHaenszel {
  /// Tests whether the odds ratio is the same in all strata.
  ///
  /// Expected counts are those of the common odds ratio with each stratum's margins. `nil` if fewer than two
  /// strata are informative or there is no common odds ratio.
  /// - Complexity: O(strata).
  public var homogeneity: HomogeneityTest? {
    guard let common = oddsRatio()?.value else { return nil }
    var (statistic, excess, variance) = (0.0, 0.0, 0.0)
    var (count, wellFilled) = (0, 0)
    for table in strata where table.isInformative {
      let (n1, n0) = (Double(table.exposedTotal), Double(table.unexposedTotal))
      let (a, m1) = (Double(table.exposedEvents), Double(table.events))
      let expected = Self.expectedEvents(exposed: n1, unexposed: n0, events: m1, oddsRatio: common)
      let cells = [expected, n1 - expected, m1 - expected, n0 - m1 + expected]
      guard cells.allSatisfy({ $0 > 0 }) else { continue }
      let cellVariance = 1 / cells.reduce(0) { $0 + 1 / $1 }
      statistic += (a - expected) * (a - expected) / cellVariance
      excess += a - expected
      variance += cellVariance
      count += 1
      if cells.allSatisfy({ $0 >= 5 }) { wellFilled += 1 }
    }
    guard count > 1 else { return nil }
    statistic = max(0, statistic - excess * excess / variance)
    return HomogeneityTest(
      statistic: statistic, degreesOfFreedom: count - 1,
      p: ChiSquared(degreesOfFreedom: Double(count - 1)).upperTail(statistic),
      wellFilledShare: Double(wellFilled) / Double(count))
  }

  /// The exposed events x with x (n₀ − m + x) / ((n₁ − x)(m − x)) = the odds ratio.
  private static func expectedEvents(
    exposed n1: Double, unexposed n0: Double, events m: Double, oddsRatio: Double
  ) -> Double {
    // (1 − ψ) x² + (n₀ − m + ψ (n₁ + m)) x − ψ n₁ m = 0, solved without cancellation.
    let a = 1 - oddsRatio
    let b = n0 - m + oddsRatio * (n1 + m)
    let c = -oddsRatio * n1 * m
    if a == 0 { return -c / b }
    let root = max(0, b * b - 4 * a * c).squareRoot()
    return b >= 0 ? -2 * c / (b + root) : (root - b) / (2 * a)
  }
}
