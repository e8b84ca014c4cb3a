/// Why a before–after comparison can't be made.
public enum SegmentedRegressionFailure: Error, Hashable {
  /// Fewer than ``SegmentedRegression/leastWeeks`` weeks with a value on a side.
  case tooFewWeeks(before: Int, after: Int)
  /// A value that is not finite.
  case notFinite(week: Int)
  /// The intervention lies outside of the series.
  case noSuchWeek(Int)
}

/// A weekly series before and after an intervention: an interrupted time series (Wagner et al. 2002).
///
///     yₜ = level + slope · t + change of level · [t ≥ s] + change of slope · (t − s) [t ≥ s] + error
///
/// with t the week from 0 and s the first week after the intervention, so the change of level is the one
/// at s itself. Least squares; variances after Newey & West (1987) with Bartlett weights, the lag
/// ⌊4 (T / 100)^(2/9)⌋ (Newey & West 1994) for T weeks with a value, and the small-sample factor T / (T − 4); intervals
/// and p-values by Student's t with T − 4 degrees of freedom. A week without a value has no part in any sum.
public struct SegmentedRegression: Hashable, Sendable {
  /// Weeks with a value that each side needs.
  public static let leastWeeks = 12

  /// Level at week 0; `nil`, as the others, where the series has no residual variance.
  public let level: Estimate?
  /// Slope a week before the intervention.
  public let slope: Estimate?
  /// Step at the intervention.
  public let levelChange: Estimate?
  /// Slope a week after minus before.
  public let slopeChange: Estimate?
  /// Fitted values of all weeks, those without a value included.
  public let fitted: [Double]
  /// The lag of the variance.
  public let lag: Int

  /// Fits a series.
  ///
  /// - Parameters:
  ///   - series: A value a week, `nil` where there is none. With a control group, the weekly difference: see
  ///     ``difference(_:control:)``.
  ///   - firstWeekAfter: Index of the first week after the intervention.
  ///   - confidence: Level of the intervals.
  /// - Complexity: O(weeks × lag).
  public init(_ series: [Double?], firstWeekAfter: Int, confidence: Double = 0.95)
    throws(SegmentedRegressionFailure)
  {
    guard series.indices.contains(firstWeekAfter) else { throw .noSuchWeek(firstWeekAfter) }
    if let week = series.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
      throw .notFinite(week: week)
    }
    let (before, after) = (
      series[..<firstWeekAfter].count { $0 != nil }, series[firstWeekAfter...].count { $0 != nil }
    )
    guard min(before, after) >= Self.leastWeeks else { throw .tooFewWeeks(before: before, after: after) }

    // Time runs from 0 to 1 inside, which keeps the products of like size.
    let span = Double(series.count)
    let rows = series.indices.map { week in
      let since = Double(week - firstWeekAfter)
      return [1, Double(week) / span, since >= 0 ? 1 : 0, max(0, since) / span]
    }
    let observed = series.indices.filter { series[$0] != nil }
    var inverse = SymmetricMatrix(size: 4)
    var products = [Double](repeating: 0, count: 4)
    for week in observed {
      for i in 0..<4 {
        products[i] += rows[week][i] * (series[week] ?? 0)
        for j in 0...i { inverse[i, j] += rows[week][i] * rows[week][j] }
      }
    }
    // Twelve weeks on each side determine all four columns, so this factorisation can't fail.
    guard inverse.factorize() != nil else { throw .tooFewWeeks(before: before, after: after) }
    inverse.invertFactor()
    let coefficients = inverse.times(products)
    let fitted = rows.map { row in zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 } }
    // x u of each week; zero where there is no value.
    let scores = series.indices.map { week in
      rows[week].map { column in series[week].map { column * ($0 - fitted[week]) } ?? 0 }
    }

    let size = Double(observed.count)
    let lag = Int(4 * libmPow(size / 100, 2.0 / 9))
    self.lag = lag
    self.fitted = fitted
    let scales = [1, 1 / span, 1, 1 / span]
    // Rounding alone leaves residuals of a series without any.
    let scale = series.reduce(0) { max($0, abs($1 ?? 0)) }
    let isExact = observed.allSatisfy { abs((series[$0] ?? 0) - fitted[$0]) <= 1e-12 * scale }
    let estimates: [Estimate?] = (0..<4).map { column in
      if isExact { return nil }
      var unit = [0.0, 0, 0, 0]
      unit[column] = 1
      let direction = inverse.times(unit)
      let along = scores.map { score in zip(score, direction).reduce(0) { $0 + $1.0 * $1.1 } }
      var variance = along.reduce(0) { $0 + $1 * $1 }
      for distance in stride(from: 1, through: min(lag, along.count - 1), by: 1) {
        var sum = 0.0
        for week in distance..<along.count { sum += along[week] * along[week - distance] }
        variance += 2 * (1 - Double(distance) / Double(lag + 1)) * sum
      }
      variance *= size / (size - 4)
      return Estimate.symmetric(
        coefficients[column], standardError: max(0, variance).squareRoot(), level: confidence,
        reference: StudentT(degreesOfFreedom: size - 4))?.scaled(by: scales[column])
    }
    (level, slope, levelChange, slopeChange) = (estimates[0], estimates[1], estimates[2], estimates[3])
  }

  /// The weekly difference between a group and its control; `nil` where either has no value.
  public static func difference(_ series: [Double?], control: [Double?]) -> [Double?] {
    zip(series, control).map { a, b in a.flatMap { a in b.map { a - $0 } } }
  }
}
