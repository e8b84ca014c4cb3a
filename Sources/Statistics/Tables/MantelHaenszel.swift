/// Common effects over strata, after Mantel & Haenszel (1959).
///
///     let pooled = MantelHaenszel(strata)
///     pooled.riskDifference()?.scaled(by: 100)   // reopens per 100 tickets
///
/// Strata are summed in the order given, so the same order gives the same bits. Tables with impossible counts
/// are left out and counted as uninformative.
public struct MantelHaenszel: Sendable {
  /// The strata in the order given.
  public let strata: [FourfoldTable]
  /// Strata that can say nothing of the odds ratio: a margin is zero.
  public let uninformativeCount: Int
  /// Strata that hold only one of the arms, and so say nothing of the risk difference either.
  public let oneArmedCount: Int

  // Sums over strata of the terms named in the papers; N is the size of a stratum.
  private var r = 0.0, s = 0.0  // ad/N, bc/N
  private var pr = 0.0, psqr = 0.0, qs = 0.0  // Robins, Breslow & Greenland
  private var exposedWeighted = 0.0, unexposedWeighted = 0.0, ratioVariance = 0.0  // a n₀/N, c n₁/N
  private var weight = 0.0, satoP = 0.0, satoQ = 0.0  // n₁ n₀/N
  private var excess = 0.0, hypergeometricVariance = 0.0

  /// Sums up the strata.
  /// - Complexity: O(strata).
  public init(_ strata: [FourfoldTable]) {
    self.strata = strata
    uninformativeCount = strata.count { !$0.isInformative }
    oneArmedCount = strata.count { !$0.isPossible || $0.exposedTotal == 0 || $0.unexposedTotal == 0 }
    for table in strata where table.isPossible && table.exposedTotal > 0 && table.unexposedTotal > 0 {
      add(table)
    }
  }

  private mutating func add(_ table: FourfoldTable) {
    let (a, b) = (Double(table.exposedEvents), Double(table.exposedTotal - table.exposedEvents))
    let (c, d) = (Double(table.unexposedEvents), Double(table.unexposedTotal - table.unexposedEvents))
    let (n1, n0, m1, m0) = (a + b, c + d, a + c, b + d)
    let n = n1 + n0

    let (concordant, discordant) = ((a + d) / n, (b + c) / n)
    let (ad, bc) = (a * d / n, b * c / n)
    r += ad
    s += bc
    pr += concordant * ad
    psqr += concordant * bc + discordant * ad
    qs += discordant * bc

    exposedWeighted += a * n0 / n
    unexposedWeighted += c * n1 / n
    ratioVariance += (m1 / n) * (n1 / n) * n0 - (a / n) * c

    weight += n1 * n0 / n
    satoP += ((n1 / n) * (n1 / n) * c - (n0 / n) * (n0 / n) * a + (n1 / n) * (n0 / n) * (n0 - n1) / 2)
    satoQ += (a * (n0 - c) + c * (n1 - a)) / (2 * n)

    excess += a - n1 * m1 / n
    if n > 1 { hypergeometricVariance += (n1 / n) * (n0 / n) * m1 * m0 / (n - 1) }
  }

  /// The common odds ratio; variance of its logarithm after Robins, Breslow & Greenland (1986).
  /// `nil` where it is 0, infinite or undefined.
  public func oddsRatio(level: Double = 0.95) -> Estimate? {
    guard r > 0, s > 0 else { return nil }
    let variance = pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s)
    return .logSymmetric(r / s, standardErrorOfLog: variance.squareRoot(), level: level)
  }

  /// The common risk ratio; variance of its logarithm after Greenland & Robins (1985).
  /// `nil` where it is 0, infinite or undefined.
  public func riskRatio(level: Double = 0.95) -> Estimate? {
    guard exposedWeighted > 0, unexposedWeighted > 0 else { return nil }
    let variance = ratioVariance / (exposedWeighted * unexposedWeighted)
    return .logSymmetric(
      exposedWeighted / unexposedWeighted, standardErrorOfLog: variance.squareRoot(), level: level)
  }

  /// The common risk difference, exposed minus unexposed; variance after Sato (1989).
  /// `nil` if no stratum has both arms or the variance is zero (nobody or everybody had the event).
  public func riskDifference(level: Double = 0.95) -> Estimate? {
    guard weight > 0 else { return nil }
    let difference = (exposedWeighted - unexposedWeighted) / weight
    let variance = (difference * satoP + satoQ) / (weight * weight)
    return .symmetric(difference, standardError: variance.squareRoot(), level: level)
  }

  /// p of the Cochran–Mantel–Haenszel test that the odds ratio is 1 in every stratum, without continuity
  /// correction. `nil` if no stratum is informative.
  public var conditionalIndependenceP: Double? {
    guard hypergeometricVariance > 0 else { return nil }
    return ChiSquared(degreesOfFreedom: 1).upperTail(excess * excess / hypergeometricVariance)
  }
}
