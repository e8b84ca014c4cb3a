/// False discovery rates over a family of tests.
public enum Multiplicity {
  /// q-values after Benjamini & Hochberg (1995): the least false discovery rate at which each is declared.
  ///
  /// - Parameter p: The family's p-values. One that is not a number counts as 1.
  /// - Returns: The q-values in the same order.
  /// - Complexity: O(n log n).
  public static func qValues(_ p: [Double]) -> [Double] {
    let p = p.map { $0.isNaN ? 1 : min(max($0, 0), 1) }
    // Ties get the same q whatever their order, so an unstable sort does no harm.
    let descending = p.indices.sorted { p[$0] > p[$1] }
    var q = p
    var least = 1.0
    for (place, index) in descending.enumerated() {
      least = min(least, p[index] * Double(p.count) / Double(p.count - place))
      q[index] = least
    }
    return q
  }

  /// The level at which to give intervals of `selected` out of `family` effects, so that at most `rate` of the
  /// intervals given miss (false coverage rate, Benjamini & Yekutieli 2005): 1 − rate · selected / family.
  ///
  /// - Returns: `nil` unless 0 < selected ≤ family and 0 < rate < 1.
  public static func falseCoverageLevel(selected: Int, family: Int, rate: Double = 0.05) -> Double? {
    guard selected > 0, selected <= family, rate > 0, rate < 1 else { return nil }
    return 1 - rate * Double(selected) / Double(family)
  }
}
