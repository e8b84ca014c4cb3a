extension FirthRegression {
  /// How interval and p-value are made.
  public enum IntervalMethod: Sendable {
    /// Penalised profile deviance ÷ λ.
    case profile
    /// β̂ ± t √(λ V_model).
    case wald
  }

  /// The Wald interval where both arms have ``waldThreshold`` events, else the profile.
  public var intervalMethod: IntervalMethod {
    min(table.exposedEvents, table.unexposedEvents) >= Self.waldThreshold ? .wald : .profile
  }

  /// The standard error of the coefficient with clusters taken into account: √(λ V_model).
  public var standardError: Double { modelStandardError * varianceInflation.squareRoot() }

  /// The odds ratio (per unit of dose) with its one interval and one p-value.
  ///
  /// - Parameters:
  ///   - level: Level of the interval.
  ///   - method: How; by default as the number of events asks for.
  /// - Returns: `nil` if the cohort has a single cluster, or a limit can't be found or is beyond all numbers.
  /// - Complexity: A profile takes some ten constrained fits.
  public func oddsRatio(level: Double = 0.95, method: IntervalMethod? = nil) -> Estimate? {
    guard let reference, let width = reference.criticalValue(level: level) else { return nil }
    let value = libmExp(coefficient)
    switch method ?? intervalMethod {
    case .wald:
      return .logSymmetric(value, standardErrorOfLog: standardError, level: level, reference: reference)
    case .profile:
      var profile = PenalisedProfile(self)
      guard let lower = profile.limit(width, direction: -1), let upper = profile.limit(width, direction: 1),
        let root = profile.signedRoot(at: 0)
      else { return nil }
      return Estimate(
        value: value, lower: libmExp(lower), upper: libmExp(upper), level: level,
        standardError: standardError,
        p: 2 * reference.upperTail(abs(root)))
    }
  }
}

/// The penalised profile likelihood of the exposure's coefficient, divided by λ.
private struct PenalisedProfile {
  /// A point of the profile is a maximum, so its likelihood is exact to half of this.
  private static let tolerance = 1e-11

  private let model: FirthRegression
  private var workspace: LogisticWorkspace
  /// The last constrained fit: the next one starts from there.
  private var nearest: PenalisedFit

  init(_ model: FirthRegression) {
    self.model = model
    workspace = LogisticWorkspace(model.problem)
    nearest = model.fit
  }

  /// ±√(2 (ℓ*(β̂) − ℓ*(β)) / λ), positive where β is below the estimate; `nil` if the fit does not settle.
  ///
  /// It is nearly a straight line in β, with slope 1 / standard error.
  mutating func signedRoot(at coefficient: Double) -> Double? {
    let last = model.problem.exposureColumn
    if coefficient == model.coefficient { return 0 }
    // Follow the ridge: the others move with the exposure as their covariance says.
    var start = nearest.coefficients
    let distance = coefficient - start[last]
    for column in 1..<last {
      start[column] += distance * nearest.inverse[last, column] / nearest.inverse[last, last]
    }
    start[last] = coefficient
    let fit =
      (try? model.problem.maximize(from: start, holdingExposure: true, tolerance: Self.tolerance, &workspace))
      ?? fitFromAfar(coefficient)
    guard let fit else { return nil }
    nearest = fit
    let deviance = max(0, 2 * (model.penalisedLogLikelihood - fit.penalisedLogLikelihood))
    let root = (deviance / model.varianceInflation).squareRoot()
    return coefficient < model.coefficient ? root : -root
  }

  /// A start that can't overshoot, should the ridge lead astray.
  private mutating func fitFromAfar(_ coefficient: Double) -> PenalisedFit? {
    var start = model.fit.coefficients
    start[model.problem.exposureColumn] = coefficient
    return try? model.problem.maximize(
      from: start, holdingExposure: true, tolerance: Self.tolerance, &workspace)
  }

  /// Where the root is `width` on one side of the estimate.
  mutating func limit(_ width: Double, direction: Double) -> Double? {
    nearest = model.fit
    var inner = model.coefficient
    var outer = inner + direction * width * model.standardError
    // The profile may be flatter than its parabola: go on until the limit is bracketed. The penalty sends it
    // down in the end, but beyond ±700 the odds ratio is no number.
    for _ in 0..<60 {
      guard abs(outer) < 700, let root = signedRoot(at: outer) else { return nil }
      if abs(root) >= width { break }
      (inner, outer) = (outer, outer + (outer - model.coefficient))
    }
    let range = min(inner, outer)...max(inner, outer)
    return Statistics.root(in: range, tolerance: 1e-9 * model.standardError) {
      (signedRoot(at: $0) ?? .nan) + direction * width
    }
  }
}
