/// What a fit predicts of all tickets of a comparison with two arms.
struct PredictedRisks: Sendable {
  /// Σ predicted risks of all tickets with the exposure, and without.
  var exposed = 0.0, unexposed = 0.0
  /// Σ over exposed tickets of the risk with minus without.
  var avoidable = 0.0
  /// Derivatives of the three sums by the coefficients.
  fileprivate(set) var exposedGradient, unexposedGradient, avoidableGradient: [Double]
  fileprivate let ticketCount: Double

  /// Derivatives by the coefficients of the difference of the mean risks, the logarithm of their ratio, and what
  /// is avoidable.
  var gradients: [[Double]] {
    let pairs = zip(exposedGradient, unexposedGradient)
    return [
      pairs.map { ($0 - $1) / ticketCount }, pairs.map { $0 / exposed - $1 / unexposed }, avoidableGradient,
    ]
  }
}

extension LogisticProblem {
  /// Predictions by FLIC; `nil` for doses, or if no intercept gives the events that were seen.
  /// - Complexity: O(patterns × covariates) for each of some three passes.
  func predictedRisks(at coefficients: [Double]) -> PredictedRisks? {
    guard arms == [0, 1], let shift = interceptShift(at: coefficients) else { return nil }
    return predictedRisks(at: coefficients, shift: shift)
  }

  /// FLIC: the move of the intercept for which predictions add up to the events, by Halley's method; `nil` if
  /// there is none.
  private func interceptShift(at coefficients: [Double]) -> Double? {
    var shift = 0.0
    var sizeBefore = Double.infinity
    for _ in 0..<100 {
      let (gap, weight, skewness) = gap(at: coefficients, shift: shift)
      guard weight > 0, gap.isFinite else { return nil }
      // The start is close, and the sum of probabilities rises with the intercept: a bounded step can't cycle.
      let newton = gap / weight
      let step = min(1, max(-1, newton / max(0.5, 1 + 0.5 * newton * skewness / weight)))
      shift += step
      // What is left is of the size of the third power of the step.
      if abs(step) < 1e-5 || (abs(step) < 1e-4 && abs(step) >= sizeBefore) { return shift }
      sizeBefore = abs(step)
    }
    return nil
  }

  /// Events without those that are predicted, and the first and second derivative of the latter by the intercept.
  private func gap(at coefficients: [Double], shift: Double)
    -> (gap: Double, weight: Double, skewness: Double)
  {
    let (width, last, armCount) = (self.width, exposureColumn, arms.count)
    let (changes, trials, events) = (design.firstChange.span, self.trials.span, self.events.span)
    let (arms, beta) = (self.arms.span, coefficients.span)
    var path = [PathStep](repeating: PathStep(), count: width + 1)
    var steps = path.mutableSpan
    var (gap, weight, skewness) = (0.0, 0.0, 0.0)
    steps[0].eta = beta[1] + shift
    for pattern in 0..<design.patternCount {
      descend(&steps, to: pattern, from: Int(changes[unchecked: pattern]), beta)
      for arm in 0..<armCount {
        let n = Double(trials[unchecked: pattern * armCount + arm])
        if n == 0 { continue }
        let logistic = Logistic(steps[unchecked: width].eta + arms[unchecked: arm] * beta[unchecked: last])
        let (p, variance) = (logistic.probability, n * logistic.variance)
        gap += Double(events[unchecked: pattern * armCount + arm]) - n * p
        weight += variance
        skewness += variance * (1 - 2 * p)
      }
    }
    return (gap, weight, skewness)
  }

  /// Risks with and without the exposure, the intercept moved by `shift`. Call with two arms.
  /// - Complexity: O(patterns × covariates).
  private func predictedRisks(at coefficients: [Double], shift: Double) -> PredictedRisks {
    let (width, last) = (self.width, exposureColumn)
    let (changes, trials) = (design.firstChange.span, self.trials.span)
    let beta = coefficients.span
    let effect = coefficients[last]
    // Per column, and per step of the path: weights of the exposed, unexposed and avoidable predictions.
    var columns = [SIMD4<Double>](repeating: .zero, count: size)
    var waiting = [SIMD4<Double>](repeating: .zero, count: width + 1)
    var path = [PathStep](repeating: PathStep(), count: width + 1)
    // The same three predictions, and of exposed tickets the variances with the exposure.
    var total = SIMD4<Double>.zero
    do {
      var sums = columns.mutableSpan
      var pending = waiting.mutableSpan
      var steps = path.mutableSpan
      steps[0].eta = beta[1] + shift
      for pattern in 0...design.patternCount {
        let isEnd = pattern == design.patternCount
        let change = isEnd ? -1 : Int(changes[unchecked: pattern])
        var i = width
        while i > change {
          let weights = pending[unchecked: i]
          sums[unchecked: steps[unchecked: i].column] += weights * steps[unchecked: i].value
          if i > 0 { pending[unchecked: i - 1] += weights }
          pending[unchecked: i] = .zero
          i -= 1
        }
        if isEnd { break }
        descend(&steps, to: pattern, from: change, beta)
        let n1 = Double(trials[unchecked: 2 * pattern + 1])
        let n = Double(trials[unchecked: 2 * pattern]) + n1
        if n == 0 { continue }
        let eta = steps[unchecked: width].eta
        let (with, without) = (Logistic(eta + effect), Logistic(eta))
        let (p1, p0, w1, w0) = (with.probability, without.probability, with.variance, without.variance)
        total += SIMD4(n * p1, n * p0, n1 * (p1 - p0), n1 * w1)
        pending[unchecked: width] += SIMD4(n * w1, n * w0, n1 * (w1 - w0), 0)
      }
    }
    func gradient(_ part: Int) -> [Double] {
      var gradient = columns.map { $0[part] }
      gradient[0] = 0
      gradient[last] = 0
      return gradient
    }
    var risks = PredictedRisks(
      exposed: total[0], unexposed: total[1], avoidable: total[2], exposedGradient: gradient(0),
      unexposedGradient: gradient(1), avoidableGradient: gradient(2), ticketCount: Double(table.total))
    // The exposure's own coefficient moves predictions with the exposure as the intercept does.
    risks.exposedGradient[last] = risks.exposedGradient[1]
    risks.avoidableGradient[last] = total[3]
    return risks
  }
}
