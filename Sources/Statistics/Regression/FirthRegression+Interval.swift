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
  private static let tolerance = 1e-8

  /// A step towards a limit, as a share of the way, after which no further look is needed: by two points, and by three.
  private static let shortStep = 1e-5
  private static let shortCurvedStep = 1e-4

  private let model: FirthRegression
  /// The maximum and the constrained fits so far: the next one starts from the nearest.
  private var fits: [PenalisedFit]

  init(_ model: FirthRegression) {
    self.model = model
    fits = [model.fit]
  }

  /// ±√(2 (ℓ*(β̂) − ℓ*(β)) / λ), positive where β is below the estimate; `nil` if the fit does not settle.
  ///
  /// It is nearly a straight line in β, with slope 1 / standard error.
  mutating func signedRoot(at coefficient: Double) -> Double? {
    if coefficient == model.coefficient { return 0 }
    let fit =
      (try? model.problem.maximize(
        from: start(at: coefficient), holdingExposure: true, tolerance: Self.tolerance))
      ?? fitFromAfar(coefficient)
    guard let fit else { return nil }
    fits.append(fit)
    let deviance = max(0, 2 * (model.penalisedLogLikelihood - fit.penalisedLogLikelihood))
    let root = (deviance / model.varianceInflation).squareRoot()
    return coefficient < model.coefficient ? root : -root
  }

  /// Where the ridge of the likelihood is at a coefficient: from the nearest fit the others move with the exposure as
  /// their covariance says, and bend as they did on the way to the next nearest.
  private func start(at coefficient: Double) -> [Double] {
    let last = model.problem.exposureColumn
    func distance(_ fit: PenalisedFit) -> Double { abs(coefficient - fit.coefficients[last]) }
    let order = fits.indices.sorted { distance(fits[$0]) < distance(fits[$1]) }
    guard let first = order.first else { return model.fit.coefficients }
    let near = fits[first]
    var start = near.coefficients
    let step = coefficient - start[last]
    let other = order.dropFirst().first.map { fits[$0].coefficients }
    for column in 1..<last {
      let slope = near.inverse[last, column] / near.inverse[last, last]
      start[column] += step * slope
      if let other {
        let way = other[last] - near.coefficients[last]
        let bend = (other[column] - near.coefficients[column] - slope * way) / (way * way)
        if bend.isFinite { start[column] += step * step * bend }
      }
    }
    start[last] = coefficient
    return start
  }

  /// A start that can't overshoot, should the ridge lead astray.
  private mutating func fitFromAfar(_ coefficient: Double) -> PenalisedFit? {
    var start = model.fit.coefficients
    start[model.problem.exposureColumn] = coefficient
    return try? model.problem.maximize(from: start, holdingExposure: true, tolerance: Self.tolerance)
  }

  /// Where the root is `width` on one side of the estimate: by a secant, then by the parabola through the last three points
  /// with distance as a function of root (inverse quadratic interpolation, Brent 1973, chapter 4), kept inside what is
  /// known to hold the limit.
  mutating func limit(_ width: Double, direction: Double) -> Double? {
    // Distances from the estimate: one known to be too short, one known to be too long.
    var (short, long) = (0.0, Double.infinity)
    var before = (distance: 0.0, root: 0.0)
    var earlier: (distance: Double, root: Double)?
    var distance = width * model.standardError
    for _ in 0..<80 {
      // The penalty brings the profile down in the end, but beyond ±700 the odds ratio is no number.
      guard abs(model.coefficient + direction * distance) < 700,
        let root = signedRoot(at: model.coefficient + direction * distance).map(abs)
      else { return nil }
      if abs(root - width) <= 1e-9 * width || long - short <= 4 * distance.ulp {
        return model.coefficient + direction * distance
      }
      if root < width { short = distance } else { long = distance }
      let slope = (root - before.root) / (distance - before.distance)
      var next = distance + (width - root) / slope
      if let earlier {
        // Newton's form of the parabola: what the secant says and what its change of slope adds.
        let slopeBefore = (before.root - earlier.root) / (before.distance - earlier.distance)
        let curvature = (1 / slope - 1 / slopeBefore) / (root - earlier.root)
        let curved = next + curvature * (width - root) * (width - before.root)
        if abs(curved - distance) <= Self.shortCurvedStep * distance {
          return model.coefficient + direction * curved
        }
        if curved.isFinite { next = curved }
      }
      // The root is nearly a straight line, so the secant's error is far below the square of a short step.
      if before.distance > 0, abs(next - distance) <= Self.shortStep * distance {
        return model.coefficient + direction * next
      }
      earlier = before
      before = (distance, root)
      distance = next
      if !(distance > short && distance < min(long, 4 * short)) {
        distance = long.isFinite ? short + (long - short) / 2 : 2 * short
      }
    }
    return nil
  }
}
