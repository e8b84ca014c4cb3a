/// What a model says of all its tickets at once: their mean risk had each been exposed, and had none been.
///
/// Predictions use FLIC (Puhr et al. 2017): plain Firth regression predicts too many rare events, so the
/// intercept is estimated anew by maximum likelihood with the other coefficients as an offset; the predictions
/// then add up to the events seen. Intervals are by the delta method with the same t distribution as the odds
/// ratio. Each figure has its own λ = max(1, V_cluster / V_model), as the coefficient has: V is gᵀ V g with the
/// figure's gradient g by all coefficients and the full covariance by clusters, or the model's. The gradient is
/// taken at the FLIC predictions; the two intercepts have the same variance to first order.
///
/// "Avoidable" is what would be avoided if the association were causal, which it need not be.
public struct StandardisedEffect: Sendable {
  /// Mean predicted risk of all tickets, had each been exposed.
  public let exposedRisk: Double
  /// Mean predicted risk of all tickets, had none been exposed.
  public let unexposedRisk: Double
  /// Σ over exposed tickets of the predicted risk with minus without the exposure.
  public let avoidable: Double
  /// The tickets it is about.
  public let ticketCount: Int

  private let reference: StudentT
  private let differenceError, logRatioError, avoidableError: Double

  init?(_ model: FirthRegression) {
    guard let reference = model.reference, let risks = model.predictedRisks, model.riskErrors.count == 3
    else {
      return nil
    }
    let n = Double(model.table.total)
    exposedRisk = risks.exposed / n
    unexposedRisk = risks.unexposed / n
    avoidable = risks.avoidable
    ticketCount = model.table.total
    self.reference = reference
    let errors = model.riskErrors
    (differenceError, logRatioError, avoidableError) = (errors[0], errors[1], errors[2])
  }

  /// The difference of the two mean risks.
  public func riskDifference(level: Double = 0.95) -> Estimate? {
    .symmetric(
      exposedRisk - unexposedRisk, standardError: differenceError, level: level, reference: reference)
  }

  /// The ratio of the two mean risks, with an interval on the scale of logarithms.
  public func riskRatio(level: Double = 0.95) -> Estimate? {
    .logSymmetric(
      exposedRisk / unexposedRisk, standardErrorOfLog: logRatioError, level: level, reference: reference)
  }

  /// The events that would be avoided if no ticket had been exposed and the association were causal.
  public func avoidableEvents(level: Double = 0.95) -> Estimate? {
    .symmetric(avoidable, standardError: avoidableError, level: level, reference: reference)
  }
}

extension FirthRegression {
  /// Risks standardised to all tickets of the comparison; `nil` for doses, for a single cluster, and if the model was
  /// made without.
  public var standardised: StandardisedEffect? { StandardisedEffect(self) }
}
