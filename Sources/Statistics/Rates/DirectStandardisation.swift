/// A rate that a fixed mix of cells would have: directly standardised, so that two weeks with other mixes of
/// category and priority can be compared.
public struct DirectlyStandardisedRate: Hashable, Sendable {
  /// What was poured together since a cell of the mix was empty.
  public enum Pooling: Hashable, Sendable {
    /// Nothing.
    case none
    /// The cells of these outer groups (priorities), each within itself.
    case inner(of: [Int])
    /// Everything, since an outer group was empty as a whole: the rate is the crude one.
    case everything
  }
  /// The rate with its interval.
  public var rate: Estimate
  /// What had to be poured together.
  public var pooling: Pooling

  /// Standardises one period.
  ///
  /// The interval is Wilson's at the effective size p (1 − p) / variance, at most the real size (Korn & Graubard
  /// 1998 for the idea, with Wilson's interval in place of the exact one); where the rate is 0 or 1 the
  /// effective size is (Σw)² / Σ(w² / n).
  ///
  /// - Parameters:
  ///   - cells: For each outer group (priority) the events and totals of its inner cells (categories).
  ///   - weights: The mix, in the same shape: any numbers from 0, for instance ticket counts of a base period.
  ///   - level: Level of the interval.
  /// - Returns: `nil` if shapes differ, weights or counts are impossible, or there is no ticket or no weight.
  public init?(cells: [[Proportion]], weights: [[Double]], level: Double = 0.95) {
    guard cells.map(\.count) == weights.map(\.count), let z = Normal().criticalValue(level: level),
      cells.joined().allSatisfy({ $0.events >= 0 && $0.events <= $0.total }),
      weights.joined().allSatisfy({ $0 >= 0 && $0.isFinite })
    else { return nil }

    var parts: [(weight: Double, cell: Proportion)] = []
    var pooledGroups: [Int] = []
    var isCrude = false
    for (group, (cells, weights)) in zip(cells, weights).enumerated() {
      let weighted = zip(weights, cells).filter { $0.0 > 0 }
      if weighted.isEmpty { continue }
      if weighted.allSatisfy({ $0.1.total > 0 }) {
        parts += weighted.map { (weight: $0.0, cell: $0.1) }
        continue
      }
      let pooled = Self.pool(cells)
      if pooled.total == 0 { isCrude = true }
      pooledGroups.append(group)
      parts.append((weight: weighted.reduce(0) { $0 + $1.0 }, cell: pooled))
    }
    if isCrude { parts = [(weight: 1, cell: Self.pool(Array(cells.joined())))] }
    pooling = isCrude ? .everything : pooledGroups.isEmpty ? .none : .inner(of: pooledGroups)

    let total = parts.reduce(0) { $0 + $1.weight }
    guard total > 0, total.isFinite, parts.allSatisfy({ $0.cell.total > 0 }) else { return nil }
    var (rate, variance, spread, size) = (0.0, 0.0, 0.0, 0.0)
    for (weight, cell) in parts {
      let (share, n) = (weight / total, Double(cell.total))
      let r = Double(cell.events) / n
      rate += share * r
      variance += share * share * r * (1 - r) / n
      spread += share * share / n
      size += n
    }
    // Sums of shares may miss 1 in the last digit.
    if parts.allSatisfy({ $0.cell.events == $0.cell.total }) { rate = 1 }
    let effective = variance > 0 ? rate * (1 - rate) / variance : 1 / spread
    let limits = Proportion.wilsonLimits(rate, size: min(size, effective), z: z)
    guard let estimate = Estimate(value: rate, lower: limits.lower, upper: limits.upper, level: level) else {
      return nil
    }
    self.rate = estimate
  }

  private static func pool(_ cells: [Proportion]) -> Proportion {
    cells.reduce(into: Proportion(events: 0, total: 0)) {
      $0.events &+= $1.events
      $0.total &+= $1.total
    }
  }
}
