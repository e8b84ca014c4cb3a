/// What a model says of all its tickets at once: their mean risk had each been exposed, and had none been.
///
/// Predictions use FLIC (Puhr et al. 2017): plain Firth regression predicts too many rare events, so the
/// intercept is estimated anew by maximum likelihood with the other coefficients as an offset; the predictions
/// then add up to the events seen. Intervals are by the delta method with the covariance by clusters, scaled
/// up where the exposure's entry of it is below the model's, so that it always equals λ V_model, and
/// compared with the same t distribution as the odds ratio. The derivative with respect to the intercept is taken
/// at the FLIC predictions; the two intercepts have the same variance to first order.
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
    guard model.problem.arms == [0, 1], let reference = model.reference, let sums = StandardisationSums(model)
    else { return nil }
    let n = Double(model.table.total)
    exposedRisk = sums.exposed / n
    unexposedRisk = sums.unexposed / n
    avoidable = sums.avoidable
    ticketCount = model.table.total
    self.reference = reference
    let (exposed, unexposed) = (sums.exposed, sums.unexposed)
    let gradients = zip(sums.exposedGradient, sums.unexposedGradient)
    let errors = model.standardErrors(of: [
      gradients.map { ($0 - $1) / n }, gradients.map { $0 / exposed - $1 / unexposed },
      sums.avoidableGradient,
    ])
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
  /// Risks standardised to all tickets of the comparison; `nil` for doses and for a single cluster.
  /// - Complexity: O(patterns × covariates + clusters × columns).
  public var standardised: StandardisedEffect? { StandardisedEffect(self) }
}

/// Sums over patterns of predicted risks and of their derivatives by the coefficients.
private struct StandardisationSums {
  private let model: FirthRegression
  private(set) var exposed = 0.0, unexposed = 0.0, avoidable = 0.0
  private(set) var exposedGradient, unexposedGradient, avoidableGradient: [Double]

  /// `nil` if no intercept gives the events that were seen.
  init?(_ model: FirthRegression) {
    self.model = model
    (exposedGradient, unexposedGradient, avoidableGradient) = ([], [], [])
    guard let shift = interceptShift() else { return nil }

    let problem = model.problem
    let last = problem.exposureColumn
    var slopes = (exposed: 0.0, avoidable: 0.0)
    // The weight of each pattern in the derivatives of the three sums.
    var weights = [[Double]](repeating: [Double](repeating: 0, count: model.linear.count), count: 3)
    for (pattern, linear) in model.linear.enumerated() {
      let (n0, n1) = (Double(problem.trials[2 * pattern]), Double(problem.trials[2 * pattern + 1]))
      if n0 + n1 == 0 { continue }
      let without = Logistic(linear + shift)
      let with = Logistic(linear + shift + model.coefficient)
      exposed += (n0 + n1) * with.probability
      unexposed += (n0 + n1) * without.probability
      avoidable += n1 * (with.probability - without.probability)
      weights[0][pattern] = (n0 + n1) * with.variance
      weights[1][pattern] = (n0 + n1) * without.variance
      weights[2][pattern] = n1 * (with.variance - without.variance)
      slopes.exposed += (n0 + n1) * with.variance
      slopes.avoidable += n1 * with.variance
    }
    exposedGradient = problem.columnSums(weights[0])
    unexposedGradient = problem.columnSums(weights[1])
    avoidableGradient = problem.columnSums(weights[2])
    exposedGradient[last] = slopes.exposed
    avoidableGradient[last] = slopes.avoidable
  }

  /// FLIC: by how much the intercept moves for predictions to add up to the events, by Newton's method.
  private func interceptShift() -> Double? {
    let (trials, events) = (model.problem.trials, model.problem.events)
    var shift = 0.0
    var sizeBefore = Double.infinity
    for _ in 0..<100 {
      var (gap, weight) = (0.0, 0.0)
      for (pattern, linear) in model.linear.enumerated() {
        for arm in 0...1 where trials[2 * pattern + arm] > 0 {
          let logistic = Logistic(linear + shift + Double(arm) * model.coefficient)
          let n = Double(trials[2 * pattern + arm])
          gap += Double(events[2 * pattern + arm]) - n * logistic.probability
          weight += n * logistic.variance
        }
      }
      guard weight > 0, gap.isFinite else { return nil }
      // The start is close, and the sum of probabilities rises with the intercept: a bounded step can't cycle.
      let step = min(1, max(-1, gap / weight))
      shift += step
      if abs(step) < 1e-12 || (abs(step) < 1e-8 && abs(step) >= sizeBefore) { return shift }
      sizeBefore = abs(step)
    }
    return nil
  }
}
