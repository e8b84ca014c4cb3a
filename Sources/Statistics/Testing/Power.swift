/// What a comparison of two arms by logistic regression can detect.
///
/// n = (z₁₋α/₂ + z₁₋β)² λ / (log²ψ · p (1 − p) · π (1 − π) · (1 − ρ²)), after Hsieh, Bloch & Larsen (1998) for a
/// binary covariate, with ψ the odds ratio, p the share exposed, π the event rate, ρ² the share of the
/// exposure that the other covariates explain and λ the inflation of the variance by clusters.
public struct Power: Hashable, Sendable {
  /// p, the share of the tickets that is exposed.
  public var exposedShare: Double
  /// π, the overall event rate.
  public var eventRate: Double
  /// λ, the inflation of the variance by clusters: 1 for none.
  public var varianceInflation: Double
  /// ρ², the share of the exposure's variance that the other covariates explain.
  public var explainedShare: Double
  /// Two-sided level of the test.
  public var significance: Double
  /// Wanted probability of detecting the effect.
  public var power: Double

  /// A comparison with the usual 5 % two-sided level and 80 % power.
  public init(
    exposedShare: Double, eventRate: Double, varianceInflation: Double = 1, explainedShare: Double = 0,
    significance: Double = 0.05, power: Double = 0.8
  ) {
    self.exposedShare = exposedShare
    self.eventRate = eventRate
    self.varianceInflation = varianceInflation
    self.explainedShare = explainedShare
    self.significance = significance
    self.power = power
  }

  /// n log²ψ: what both questions below come down to. `nil` where a share is not strictly between 0 and 1.
  private var required: Double? {
    func isShare(_ x: Double) -> Bool { x > 0 && x < 1 }
    guard isShare(exposedShare), isShare(eventRate), isShare(significance), isShare(power),
      explainedShare >= 0, explainedShare < 1, varianceInflation > 0, varianceInflation.isFinite
    else { return nil }
    let z = Normal().upperQuantile(significance / 2) + Normal().quantile(power)
    let spread = exposedShare * (1 - exposedShare) * eventRate * (1 - eventRate) * (1 - explainedShare)
    let n = z * z * varianceInflation / spread
    return n.isFinite ? n : nil
  }

  /// The least odds ratio above 1 that `tickets` tickets detect; its inverse is the one below 1.
  /// `nil` without tickets, with an empty arm, or where it is beyond all numbers.
  public func minimumDetectableOddsRatio(tickets: Int) -> Double? {
    guard tickets > 0, let required else { return nil }
    let ratio = libmExp((required / Double(tickets)).squareRoot())
    return ratio.isFinite ? ratio : nil
  }

  /// How many tickets detect an odds ratio. `nil` for an odds ratio of 1 or one that is not positive.
  public func ticketsNeeded(oddsRatio: Double = 1.25) -> Double? {
    guard oddsRatio > 0, oddsRatio != 1, oddsRatio.isFinite, let required else { return nil }
    let log = libmLog(oddsRatio)
    let n = required / (log * log)
    return n.isFinite ? n : nil
  }

  /// How many events among them: tickets needed × event rate, rounded up. `nil` if beyond 9e15.
  public func eventsNeeded(oddsRatio: Double = 1.25) -> Int? {
    guard let events = ticketsNeeded(oddsRatio: oddsRatio).map({ $0 * eventRate }), events < 9e15 else {
      return nil
    }
    return Int(events.rounded(.up))
  }
}
