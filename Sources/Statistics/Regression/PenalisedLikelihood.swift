/// Why a model could not be fitted.
public enum FirthFailure: Error, Hashable {
  /// Exposure or outcome has another length than the cohort has rows.
  case lengthsDiffer
  /// A code that is no arm of the exposure, no outcome (0 or 1) and not ``Cohort/missing``.
  case unknownCode(row: Int)
  /// More than 254 arms, or one that stands for no finite number.
  case unusableArms
  /// Fewer than two arms hold tickets.
  case oneArm
  /// Nobody or everybody had the event.
  case outcomeIsConstant
  /// The covariates determine the exposure.
  case exposureAliased
  /// The numbers did not settle; seen only with scores of wild scale.
  case notConverged
}

/// A maximum of the penalised likelihood.
struct PenalisedFit: Sendable {
  /// By column; column 0 stands for nothing.
  var coefficients: [Double]
  /// log-likelihood + ½ log det XᵀWX.
  var penalisedLogLikelihood: Double
  /// (XᵀWX)⁻¹, with zeros for column 0.
  var inverse: SymmetricMatrix
  /// Newton steps taken.
  var iterations: Int
}

extension LogisticProblem {
  /// Above this leverage steps that leave it out would shrink too slowly.
  private static let smallLeverage = 0.05
  /// The square, in standard errors, of a last step so short that likelihood and variances follow it by rule.
  private static let negligibleStep = 1e-15

  /// Maximises the penalised likelihood (Firth 1993; Heinze & Schemper 2002) by Newton's method with the
  /// modified score, halving steps that gain too little.
  ///
  /// - Parameters:
  ///   - start: Coefficients to start from.
  ///   - holdingExposure: Leave the exposure's coefficient as it is: a point of the penalised profile. The
  ///     penalty is still that of the whole matrix.
  ///   - tolerance: The square of what may be left of the way, in standard errors.
  /// - Complexity: O(patterns × covariates² + columns³) a step; two or three steps from a start nearby.
  func maximize(from start: [Double], holdingExposure: Bool = false, tolerance: Double)
    throws(FirthFailure) -> PenalisedFit
  {
    var coefficients = start
    var sums = LogisticSums(size: size)
    guard var best = penalisedLogLikelihood(at: coefficients, &sums) else { throw .notConverged }
    var decrementBefore = Double.infinity
    var usesCurvature = false
    for iteration in 1...250 {
      sums.invert()
      let inverse = sums.matrix
      if !usesCurvature { sumScore(at: coefficients, inverse, into: &sums) }
      let step: [Double]
      if sums.greatestLeverage > Self.smallLeverage || usesCurvature {
        sumCurvedScore(at: coefficients, inverse, into: &sums)
        usesCurvature = sums.greatestLeverage > Self.smallLeverage
        guard sums.matrix.factorize() != nil else { throw .notConverged }
        step = curvedStep(&sums.score, sums.matrix, holdingExposure)
      } else {
        step = newtonStep(&sums.score, inverse, holdingExposure)
      }
      // Twice the likelihood that is still to be gained, were it a parabola: the square of the step in standard
      // errors. Where rounding ends progress above the tolerance, stop when it no longer halves.
      let decrement = zip(step, sums.score).reduce(0) { $0 + $1.0 * $1.1 }
      guard decrement.isFinite else { throw .notConverged }
      // Steps shrink at a steady rate, so what is left can be told from it; small leverages promise one before it
      // was seen. Along a column that hangs on few tickets the rate is less steady, hence the margin.
      let promised = max(decrement, Self.smallLeverage * Self.smallLeverage)
      let rate = decrementBefore.isFinite ? decrement / decrementBefore : usesCurvature ? 1 : promised
      let left = decrement * (usesCurvature ? 100 * rate : rate)
      let isLast = left < tolerance || (decrement < 1e-12 && decrement > 0.5 * decrementBefore)
      decrementBefore = decrement
      // Of a point of the profile nothing but the likelihood is wanted, which half the decrement brings to within what is
      // left.
      let isNear = holdingExposure ? left < tolerance : decrement < Self.negligibleStep
      if isLast && isNear {
        for column in coefficients.indices { coefficients[column] += step[column] }
        return PenalisedFit(
          coefficients: coefficients, penalisedLogLikelihood: best + 0.5 * decrement, inverse: inverse,
          iterations: iteration)
      }

      // No coefficient moves by more than 5 at once, as in logistf. A tenth of the gain that the slope promises
      // must come true, as far as rounding lets it be seen.
      let longest = step.reduce(0) { max($0, abs($1)) }
      var share = longest > 5 ? 5 / longest : 1
      let slack = 1e-13 * (1 + abs(best))
      var isBetter = false
      for _ in 0..<40 {
        let trial = zip(coefficients, step).map { $0 + share * $1 }
        if let value = penalisedLogLikelihood(at: trial, &sums),
          value >= best + 0.1 * share * decrement - slack
        {
          coefficients = trial
          best = value
          isBetter = true
          break
        }
        share /= 2
      }
      guard isBetter || isLast else { throw .notConverged }
      if isLast {
        if !isBetter { _ = penalisedLogLikelihood(at: coefficients, &sums) }
        sums.invert()
        return PenalisedFit(
          coefficients: coefficients, penalisedLogLikelihood: best, inverse: sums.matrix,
          iterations: iteration)
      }
    }
    throw .notConverged
  }

  /// The inverse curvature times the score; with the exposure held, in the space of the others.
  private func newtonStep(_ score: inout [Double], _ inverse: SymmetricMatrix, _ holdingExposure: Bool)
    -> [Double]
  {
    guard holdingExposure else { return inverse.times(score) }
    // A gradient that makes the step of the exposure zero: the rest is the step of the rest alone.
    let last = exposureColumn
    score[last] = 0
    score[last] = -inverse.times(score)[last] / inverse[last, last]
    var step = inverse.times(score)
    step[last] = 0
    score[last] = 0
    return step
  }

  /// The same step from the curvature's Cholesky factor, which need not be inverted for it.
  private func curvedStep(_ score: inout [Double], _ factor: SymmetricMatrix, _ holdingExposure: Bool)
    -> [Double]
  {
    guard holdingExposure else { return factor.solve(score, size) }
    score[exposureColumn] = 0
    return factor.solve(score, exposureColumn)
  }

  /// The penalised log-likelihood; leaves the Cholesky factor of XᵀWX in the sums. `nil` where the matrix
  /// can't be factorised.
  private func penalisedLogLikelihood(at coefficients: [Double], _ sums: inout LogisticSums) -> Double? {
    sumInformation(at: coefficients, into: &sums)
    guard let logDeterminant = sums.matrix.factorize() else { return nil }
    let value = sums.logLikelihood + 0.5 * logDeterminant
    return value.isFinite ? value : nil
  }
}

extension LogisticSums {
  /// Turns the Cholesky factor into the inverse, with zeros for column 0.
  fileprivate mutating func invert() {
    matrix.invertFactor()
    matrix[0, 0] = 0
  }
}
