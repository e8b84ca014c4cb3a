/// The distinct combinations (patterns) of some covariates of a cohort, which all rules with the same
/// confounders share.
///
///     order       rows of the cohort, sorted by pattern          3 0 | 1 | 2 4 5
///     starts      where each pattern begins in `order`           0     2   3   6
///     codes       the levels of each pattern, pattern by pattern
///     firstChange the first covariate in which a pattern differs from the one before
///
/// Since patterns are sorted, most differ from the one before in the last covariates alone. Sums over patterns
/// use that: what belongs to the unchanged beginning is kept (``firstChange``), which saves most of the work.
public struct Design: Sendable {
  /// The rows it was made from.
  public private(set) var cohort: Cohort
  /// The covariates in it, as indices into those of the cohort, in declared order.
  public let covariates: [Int]
  let order: [UInt32]
  let starts: [UInt32]
  let codes: [UInt16]
  let firstChange: [UInt8]

  /// The patterns of the given covariates. Earlier ones win where columns are aliased.
  ///
  /// - Complexity: O(rows × covariates); a check alone if the rows are sorted by these covariates already.
  public init(_ cohort: Cohort, covariates: [Int]) throws(CohortError) {
    if let stray = covariates.first(where: { !cohort.covariates.indices.contains($0) }) {
      throw .noSuchCovariate(stray)
    }
    self.cohort = cohort
    self.covariates = covariates
    guard covariates.count < 256 else { throw .tooMany }
    let columns = covariates.map { cohort.codes[$0] }
    let order = Self.order(columns, levels: covariates.map { cohort.covariates[$0].levels }, cohort.rowCount)
    var starts: [UInt32] = []
    var codes: [UInt16] = []
    var firstChange: [UInt8] = []
    for (place, row) in order.enumerated() {
      let row = Int(row)
      let before = place == 0 ? row : Int(order[place - 1])
      let change = place == 0 ? 0 : columns.firstIndex { $0[row] != $0[before] }
      guard let change else { continue }
      firstChange.append(UInt8(change))
      starts.append(UInt32(place))
      for column in columns { codes.append(column[row]) }
    }
    starts.append(UInt32(order.count))
    self.order = order
    self.starts = starts
    self.codes = codes
    self.firstChange = firstChange
  }

  /// The same patterns with the counts of each cluster multiplied.
  func repeating(clusters times: [UInt32]) -> Design? {
    guard let cohort = cohort.repeating(clusters: times) else { return nil }
    var design = self
    design.cohort = cohort
    return design
  }

  /// Number of distinct patterns.
  public var patternCount: Int { starts.count - 1 }

  /// Row numbers sorted by the columns, stable: one counting sort a column, last column first.
  private static func order(_ columns: [[UInt16]], levels: [Int], _ rows: Int) -> [UInt32] {
    var order = (0..<UInt32(rows)).map { $0 }
    let isSorted = (1..<max(1, rows)).allSatisfy { row in
      for column in columns where column[row - 1] != column[row] { return column[row - 1] < column[row] }
      return true
    }
    if isSorted { return order }
    var sorted = order
    for (column, levels) in zip(columns, levels).reversed() {
      var next = [UInt32](repeating: 0, count: levels + 1)
      for code in column { next[Int(code) + 1] += 1 }
      for level in 1..<next.count { next[level] += next[level - 1] }
      for row in order {
        let code = Int(column[Int(row)])
        sorted[Int(next[code])] = row
        next[code] += 1
      }
      swap(&order, &sorted)
    }
    return order
  }
}
