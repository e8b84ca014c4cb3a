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
  /// Maximises the penalised likelihood (Firth 1993; Heinze & Schemper 2002) by Newton's method with the
  /// modified score, halving steps that gain too little.
  ///
  /// - Parameters:
  ///   - start: Coefficients to start from.
  ///   - holdingExposure: Leave the exposure's coefficient as it is: a point of the penalised profile. The
  ///     penalty is still that of the whole matrix.
  ///   - tolerance: The square of the last step in standard errors. Steps shrink at least by half near the
  ///     maximum, so what is left after the last one is smaller still.
  ///   - workspace: Afterwards at the maximum: its information is the inverse there.
  /// - Complexity: O(patterns × covariates² + columns³) a step.
  func maximize(
    from start: [Double], holdingExposure: Bool, tolerance: Double, _ workspace: inout LogisticWorkspace
  ) throws(FirthFailure) -> PenalisedFit {
    let last = exposureColumn
    var coefficients = start
    guard var best = penalisedLogLikelihood(at: coefficients, &workspace) else { throw .notConverged }
    var score = [Double](repeating: 0, count: size)
    var curvature = SymmetricMatrix(size: size)
    var decrementBefore = Double.infinity
    // Above a leverage of 5 % steps that leave it out would shrink too slowly.
    var greatestLeverage = 0.0
    for iteration in 0..<250 {
      let usesCurvature = greatestLeverage > 0.05
      workspace.invert()
      greatestLeverage = modifiedScore(
        exposure: coefficients[last], workspace, into: &score, curvature: &curvature,
        withCurvature: usesCurvature)
      if usesCurvature {
        guard curvature.factorize() != nil else { throw .notConverged }
        curvature.invertFactor()
      }
      let step = newtonStep(&score, usesCurvature ? curvature : workspace.information, holdingExposure)
      // Twice the likelihood that is still to be gained, were it a parabola: the square of the step in standard
      // errors. Where rounding ends progress above the tolerance, stop when it no longer halves.
      let decrement = zip(step, score).reduce(0) { $0 + $1.0 * $1.1 }
      guard decrement.isFinite else { throw .notConverged }
      let isLast = decrement < tolerance || (decrement < 1e-12 && decrement > 0.5 * decrementBefore)
      decrementBefore = decrement

      // No coefficient moves by more than 5 at once, as in logistf. A tenth of the gain that the slope promises
      // must come true, as far as rounding lets it be seen.
      let longest = step.reduce(0) { max($0, abs($1)) }
      var share = longest > 5 ? 5 / longest : 1
      let slack = 1e-13 * (1 + abs(best))
      var isBetter = false
      for _ in 0..<40 {
        let trial = zip(coefficients, step).map { $0 + share * $1 }
        if let value = penalisedLogLikelihood(at: trial, &workspace),
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
        if !isBetter { _ = penalisedLogLikelihood(at: coefficients, &workspace) }
        workspace.invert()
        return PenalisedFit(
          coefficients: coefficients, penalisedLogLikelihood: best, inverse: workspace.information,
          iterations: iteration + 1)
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

  /// The penalised log-likelihood; leaves the Cholesky factor of XᵀWX in the workspace. `nil` where the matrix
  /// can't be factorised.
  private func penalisedLogLikelihood(at coefficients: [Double], _ workspace: inout LogisticWorkspace)
    -> Double?
  {
    let logLikelihood = information(
      at: coefficients, linear: &workspace.linear, into: &workspace.information)
    guard let logDeterminant = workspace.information.factorize() else { return nil }
    let value = logLikelihood + 0.5 * logDeterminant
    return value.isFinite ? value : nil
  }
}
