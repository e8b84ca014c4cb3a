/// A quantity with its interval.
///
/// Every number is finite: where an estimate or a limit does not exist, there is no `Estimate` (`nil`).
public struct Estimate: Hashable, Sendable {
  /// The point estimate.
  public var value: Double
  /// The lower limit.
  public var lower: Double
  /// The upper limit.
  public var upper: Double
  /// The level of the interval, as 0.95.
  public var level: Double
  /// The standard error on the scale the interval was made on: the logarithm for ratios, else the value's own.
  public var standardError: Double?
  /// Two-sided p-value of the hypothesis of no effect, by the same method as the interval.
  public var p: Double?

  /// An estimate; `nil` unless value and limits are finite.
  public init?(
    value: Double, lower: Double, upper: Double, level: Double, standardError: Double? = nil, p: Double? = nil
  ) {
    guard value.isFinite, lower.isFinite, upper.isFinite else { return nil }
    self.value = value
    self.lower = lower
    self.upper = upper
    self.level = level
    self.standardError = standardError.flatMap { $0.isFinite ? $0 : nil }
    self.p = p.flatMap { $0.isFinite ? min(max($0, 0), 1) : nil }
  }

  /// Whether the interval leaves out `null`: 1 for ratios, 0 for differences.
  public func excludes(_ null: Double) -> Bool { lower > null || upper < null }

  /// Whether the whole interval lies within a range.
  public func lies(within range: ClosedRange<Double>) -> Bool {
    range.contains(lower) && range.contains(upper)
  }

  /// The estimate and its limits multiplied by `factor`, as for "per 100".
  public func scaled(by factor: Double) -> Estimate? {
    Estimate(
      value: value * factor, lower: factor < 0 ? upper * factor : lower * factor,
      upper: factor < 0 ? lower * factor : upper * factor, level: level,
      standardError: standardError.map { $0 * abs(factor) }, p: p)
  }
}

extension Estimate {
  /// `value` ± quantile × `standardError`, with the p-value of `value` = 0.
  static func symmetric(
    _ value: Double, standardError: Double, level: Double, reference: some ContinuousDistribution = Normal()
  ) -> Estimate? {
    guard standardError > 0, let width = reference.criticalValue(level: level) else { return nil }
    return Estimate(
      value: value, lower: value - width * standardError, upper: value + width * standardError, level: level,
      standardError: standardError, p: 2 * reference.upperTail(abs(value) / standardError))
  }

  /// A ratio with an interval that is symmetric on the scale of logarithms, with the p-value of `ratio` = 1.
  static func logSymmetric(
    _ ratio: Double, standardErrorOfLog: Double, level: Double,
    reference: some ContinuousDistribution = Normal()
  ) -> Estimate? {
    guard ratio > 0,
      let log = symmetric(
        libmLog(ratio), standardError: standardErrorOfLog, level: level, reference: reference)
    else { return nil }
    return Estimate(
      value: ratio, lower: libmExp(log.lower), upper: libmExp(log.upper), level: level,
      standardError: standardErrorOfLog, p: log.p)
  }
}
