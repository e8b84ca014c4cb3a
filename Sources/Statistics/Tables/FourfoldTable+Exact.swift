/// A test that exposure and event are independent.
public struct IndependenceTest: Hashable, Sendable {
  /// How the p-value was found.
  public enum Method: Sendable {
    /// Fisher's exact test, two-sided: all tables no likelier than the one seen.
    case fisher
    /// Pearson's χ² without continuity correction.
    case pearson
  }
  /// How the p-value was found.
  public var method: Method
  /// The two-sided p-value.
  public var p: Double
}

/// An odds ratio whose limits are exact. With an empty cell it has one limit only.
public struct ExactOddsRatio: Hashable, Sendable {
  /// The conditional maximum likelihood estimate; `nil` where that is infinite.
  public var value: Double?
  /// The lower limit; 0 if there is none.
  public var lower: Double
  /// The upper limit; `nil` if there is none.
  public var upper: Double?
}

extension FourfoldTable {
  /// Fisher's exact test where an expected count is below 5 (Cochran 1954), else Pearson's χ² without
  /// continuity correction. `nil` if a margin is zero, since then nothing can be told.
  public var independence: IndependenceTest? {
    guard isInformative else { return nil }
    let (n1, n0) = (Double(exposedTotal), Double(unexposedTotal))
    let (m1, m0) = (Double(events), Double(total - events))
    let n = n1 + n0
    if min(n1, n0) * min(m1, m0) / n < 5 { return fisher }
    let a = Double(exposedEvents)
    let excess = a - n1 * m1 / n
    let square = excess * excess * n / n1 * n / n0 * n / m1 / m0
    return IndependenceTest(method: .pearson, p: ChiSquared(degreesOfFreedom: 1).upperTail(square))
  }

  /// Fisher's exact test whatever the counts; `nil` if a margin is zero.
  public var fisher: IndependenceTest? {
    guard isInformative, let distribution = conditional(logOddsRatio: 0) else { return nil }
    return IndependenceTest(method: .fisher, p: distribution.twoSidedTail(exposedEvents))
  }

  /// The odds ratio given all margins (Fisher 1935, Cornfield 1956): conditional maximum likelihood with exact
  /// limits, each with (1 − level) / 2 beyond it. For tables with an empty cell; `nil` if a margin is zero.
  ///
  /// - Complexity: O(√n) for each of some 50 steps.
  public func exactOddsRatio(level: Double = 0.95) -> ExactOddsRatio? {
    guard isInformative, level > 0, level < 1, let range = conditional(logOddsRatio: 0)?.support else {
      return nil
    }
    let seen = exposedEvents
    let tail = (1 - level) / 2
    func logRoot(_ f: (NoncentralHypergeometric) -> Double) -> Double? {
      root(in: -60...60, tolerance: 1e-13) { conditional(logOddsRatio: $0).map(f) ?? .nan }.map(libmExp)
    }
    let lower = seen == range.lowerBound ? 0 : logRoot { $0.upperTail(from: seen) - tail }
    let upper = seen == range.upperBound ? nil : logRoot { $0.lowerTail(seen) - tail }
    let value =
      seen == range.lowerBound ? 0 : seen == range.upperBound ? nil : logRoot { $0.mean - Double(seen) }
    return lower.map { ExactOddsRatio(value: value, lower: $0, upper: upper) }
  }

  private func conditional(logOddsRatio: Double) -> NoncentralHypergeometric? {
    NoncentralHypergeometric(
      exposed: exposedTotal, unexposed: unexposedTotal, events: events, logOddsRatio: logOddsRatio)
  }
}
