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
    guard let reference = model.reference, let sums = StandardisedRisks(model) else { return nil }
    let n = Double(model.table.total)
    exposedRisk = sums.exposed / n
    unexposedRisk = sums.unexposed / n
    avoidable = sums.avoidable
    ticketCount = model.table.total
    self.reference = reference
    let gradients = sums.gradients
    let pairs = zip(gradients.exposed, gradients.unexposed)
    let errors = model.standardErrors(of: [
      pairs.map { ($0 - $1) / n }, pairs.map { $0 / sums.exposed - $1 / sums.unexposed }, gradients.avoidable,
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

/// Sums over patterns of predicted risks.
struct StandardisedRisks {
  private let model: FirthRegression
  /// By how much FLIC moves the intercept.
  private let shift: Double
  /// Σ predicted risks of all tickets with the exposure, and without.
  private(set) var exposed = 0.0, unexposed = 0.0
  /// Σ over exposed tickets of the risk with minus without.
  private(set) var avoidable = 0.0

  /// `nil` for doses, or if no intercept gives the events that were seen.
  init?(_ model: FirthRegression) {
    guard model.problem.arms == [0, 1], let shift = Self.interceptShift(model) else { return nil }
    self.model = model
    self.shift = shift
    for pattern in model.linear.indices {
      let (n, exposedCount, with, without) = prediction(pattern)
      exposed += n * with.probability
      unexposed += n * without.probability
      avoidable += exposedCount * (with.probability - without.probability)
    }
  }

  /// Derivatives of the three sums by the coefficients.
  var gradients: (exposed: [Double], unexposed: [Double], avoidable: [Double]) {
    var weights = [Double](repeating: 0, count: model.linear.count)
    func columnSums(_ weight: (_ n: Double, _ exposed: Double, Logistic, Logistic) -> Double) -> [Double] {
      for pattern in weights.indices {
        let (n, exposedCount, with, without) = prediction(pattern)
        weights[pattern] = weight(n, exposedCount, with, without)
      }
      return model.problem.columnSums(weights)
    }
    // Column 1 is the intercept, whose derivative is the sum of the weights: that of the exposure, too, as far as
    // it is the exposed predictions that the exposure's coefficient moves.
    let last = model.problem.exposureColumn
    var exposed = columnSums { n, _, with, _ in n * with.variance }
    let unexposed = columnSums { n, _, _, without in n * without.variance }
    var avoidable = columnSums { _, n1, with, without in n1 * (with.variance - without.variance) }
    exposed[last] = exposed[1]
    avoidable[last] = model.linear.indices.reduce(0) { sum, pattern in
      let (_, exposedCount, with, _) = prediction(pattern)
      return sum + exposedCount * with.variance
    }
    return (exposed, unexposed, avoidable)
  }

  @inline(__always)
  private func prediction(_ pattern: Int) -> (n: Double, exposed: Double, with: Logistic, without: Logistic) {
    let (n0, n1) = (model.problem.trials[2 * pattern], model.problem.trials[2 * pattern + 1])
    let eta = model.linear[pattern] + shift
    return (Double(n0) + Double(n1), Double(n1), Logistic(eta + model.coefficient), Logistic(eta))
  }

  /// FLIC: the move of the intercept for which predictions add up to the events, by Newton's method.
  private static func interceptShift(_ model: FirthRegression) -> Double? {
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
