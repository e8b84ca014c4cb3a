/// Events among tickets of one kind.
///
/// Counts that contradict each other (negative, more events than the total) give `nil` everywhere.
public struct Proportion: Hashable, Sendable {
  /// How many had the event.
  public var events: Int
  /// How many there were.
  public var total: Int

  /// `events` of `total`.
  public init(events: Int, total: Int) {
    self.events = events
    self.total = total
  }

  /// Whether there is anything to divide by and the counts are possible.
  public var isDefined: Bool { total > 0 && events >= 0 && events <= total }

  /// The share, or `nil` if there is nothing to divide by.
  public var value: Double? { isDefined ? Double(events) / Double(total) : nil }

  /// The share with Wilson's score interval (Wilson 1927), no continuity correction.
  public func wilson(level: Double = 0.95) -> Estimate? {
    guard let value, let z = Normal().criticalValue(level: level) else { return nil }
    let limits = Self.wilsonLimits(value, size: Double(total), z: z)
    return Estimate(value: value, lower: limits.lower, upper: limits.upper, level: level)
  }

  /// The share with the exact interval of Clopper & Pearson (1934).
  public func clopperPearson(level: Double = 0.95) -> Estimate? {
    guard let value, level > 0, level < 1 else { return nil }
    let (k, n, tail) = (Double(events), Double(total), (1 - level) / 2)
    return Estimate(
      value: value, lower: events == 0 ? 0 : Beta(k, n - k + 1).quantile(tail),
      upper: events == total ? 1 : Beta(k + 1, n - k).upperQuantile(tail), level: level)
  }

  /// Wilson's limits for a share `p` of a (possibly effective, so fractional) size, written so that a share
  /// of 0 or 1 gives exactly that limit.
  static func wilsonLimits(_ p: Double, size n: Double, z: Double) -> (lower: Double, upper: Double) {
    let square = z * z
    let centre = p + square / (2 * n)
    let half = z * (p * (1 - p) / n + square / (4 * n * n)).squareRoot()
    let scale = 1 + square / n
    return (
      p == 0 ? 0 : max(0, (centre - half) / scale), p == 1 ? 1 : min(1, (centre + half) / scale)
    )
  }
}
