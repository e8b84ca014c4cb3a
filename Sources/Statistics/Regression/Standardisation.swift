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
    guard model.problem.arms == [0, 1], let reference = model.reference else { return nil }
    var sums = StandardisationSums(model.problem, model.fit)
    guard let intercept = sums.interceptMatchingEvents() else { return nil }
    sums.add(at: intercept)
    let n = Double(model.table.total)
    let last = model.problem.exposureColumn

    let modelVariance = model.fit.inverse[last, last]
    var unit = [Double](repeating: 0, count: model.problem.size)
    unit[last] = 1
    let clustered = FirthRegression.clusterVariance(of: unit, model.fit.inverse, model.clusterScores)
    func standardError(_ gradient: [Double]) -> Double {
      if let clustered, clustered > 0,
        let variance = FirthRegression.clusterVariance(of: gradient, model.fit.inverse, model.clusterScores)
      {
        return (variance * max(1, modelVariance / clustered)).squareRoot()
      }
      let along = model.fit.inverse.times(gradient)
      return zip(along, gradient).reduce(0) { $0 + $1.0 * $1.1 }.squareRoot()
    }

    exposedRisk = sums.exposed / n
    unexposedRisk = sums.unexposed / n
    avoidable = sums.avoidable
    ticketCount = model.table.total
    self.reference = reference
    let (exposed, unexposed) = (sums.exposed, sums.unexposed)
    differenceError = standardError(zip(sums.exposedGradient, sums.unexposedGradient).map { ($0 - $1) / n })
    logRatioError = standardError(
      zip(sums.exposedGradient, sums.unexposedGradient).map { $0 / exposed - $1 / unexposed })
    avoidableError = standardError(sums.avoidableGradient)
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
  let problem: LogisticProblem
  let coefficients: [Double]
  /// Linear predictor of each pattern without intercept and exposure.
  private var linear: [Double]
  private(set) var exposed = 0.0, unexposed = 0.0, avoidable = 0.0
  private(set) var exposedGradient, unexposedGradient, avoidableGradient: [Double]

  init(_ problem: LogisticProblem, _ fit: PenalisedFit) {
    self.problem = problem
    coefficients = fit.coefficients
    linear = [Double](repeating: 0, count: problem.design.patternCount)
    exposedGradient = [Double](repeating: 0, count: problem.size)
    unexposedGradient = exposedGradient
    avoidableGradient = exposedGradient
    for pattern in linear.indices {
      problem.forEachColumn(of: pattern) { column, value in linear[pattern] += coefficients[column] * value }
    }
  }

  /// FLIC: the intercept at which predictions add up to the events, by Newton's method.
  func interceptMatchingEvents() -> Double? {
    var intercept = coefficients[1]
    let effect = coefficients[problem.exposureColumn]
    var sizeBefore = Double.infinity
    for _ in 0..<100 {
      var (gap, weight) = (0.0, 0.0)
      for index in problem.trials.indices where problem.trials[index] > 0 {
        let (pattern, arm) = index.quotientAndRemainder(dividingBy: 2)
        let logistic = Logistic(intercept + linear[pattern] + Double(arm) * effect)
        let n = Double(problem.trials[index])
        gap += Double(problem.events[index]) - n * logistic.probability
        weight += n * logistic.variance
      }
      guard weight > 0, gap.isFinite else { return nil }
      // The start is close, and the sum of probabilities rises with the intercept: a bounded step can't cycle.
      let step = min(1, max(-1, gap / weight))
      intercept += step
      if abs(step) < 1e-12 || (abs(step) < 1e-8 && abs(step) >= sizeBefore) { return intercept }
      sizeBefore = abs(step)
    }
    return nil
  }

  /// Adds up risks and derivatives over all patterns.
  mutating func add(at intercept: Double) {
    let last = problem.exposureColumn
    let effect = coefficients[last]
    for pattern in linear.indices {
      let (n0, n1) = (Double(problem.trials[2 * pattern]), Double(problem.trials[2 * pattern + 1]))
      if n0 + n1 == 0 { continue }
      let without = Logistic(intercept + linear[pattern])
      let with = Logistic(intercept + linear[pattern] + effect)
      exposed += (n0 + n1) * with.probability
      unexposed += (n0 + n1) * without.probability
      avoidable += n1 * (with.probability - without.probability)
      let slopes = (
        (n0 + n1) * with.variance, (n0 + n1) * without.variance, n1 * (with.variance - without.variance)
      )
      exposedGradient[1] += slopes.0
      unexposedGradient[1] += slopes.1
      avoidableGradient[1] += slopes.2
      exposedGradient[last] += slopes.0
      avoidableGradient[last] += n1 * with.variance
      problem.forEachColumn(of: pattern) { column, value in
        exposedGradient[column] += slopes.0 * value
        unexposedGradient[column] += slopes.1 * value
        avoidableGradient[column] += slopes.2 * value
      }
    }
  }
}

extension LogisticProblem {
  /// Calls `body` with the columns that a pattern's covariates fill and what they put there.
  @inline(__always)
  fileprivate func forEachColumn(of pattern: Int, _ body: (_ column: Int, _ value: Double) -> Void) {
    for i in 0..<width {
      let place = offsets[i] + Int(design.codes[pattern * width + i])
      body(Int(columnOf[place]), valueOf[place])
    }
  }
}
