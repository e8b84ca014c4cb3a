/// A column of a model that was left out.
public struct DroppedColumn: Hashable, Sendable {
  /// Why it was left out.
  public enum Reason: Hashable, Sendable {
    /// No ticket of the comparison has this level.
    case empty
    /// The columns declared before it determine it.
    case aliased
  }

  /// Index of the covariate among those of the cohort.
  public var covariate: Int
  /// The level whose column it is; `nil` for a covariate of scores, which has one column.
  public var level: Int?
  /// Why it was left out.
  public var reason: Reason
}

/// Counts of one exposure and one outcome over the patterns of a design, and the columns that can be estimated.
///
/// The model's columns are numbered so that the inner loops have no branches:
///
///     0            stands for nothing: first levels and dropped columns; its coefficient is 0
///     1            intercept
///     2 …          levels and scores of the covariates, in declared order
///     size − 1     exposure
struct LogisticProblem: Sendable {
  let design: Design
  /// The number that each arm stands for: 0 and 1, or the dose.
  let arms: [Double]
  /// Tickets of each pattern and arm, at `pattern * arms.count + arm`.
  let trials: [UInt32]
  /// Events among them.
  let events: [UInt32]
  /// Events and tickets of the first arm, which counts as unexposed, and of all others.
  let table: FourfoldTable
  /// Where the levels of each covariate begin in the two tables below.
  private(set) var offsets: [Int]
  /// The column of each level of each covariate.
  private(set) var columnOf: [Int32]
  /// What the level puts into that column: 1, the score, or 0 in column 0.
  private(set) var valueOf: [Double]
  /// Number of columns, with column 0.
  private(set) var size: Int
  private(set) var dropped: [DroppedColumn] = []
  /// Share of the exposure's variance that the covariates explain linearly.
  private(set) var explainedShare = 0.0

  /// The column of the exposure.
  var exposureColumn: Int { size - 1 }
  /// Number of covariates.
  var width: Int { design.covariates.count }

  /// Counts the rows and finds the columns that can be estimated.
  /// - Complexity: O(rows + patterns × covariates² + columns³).
  init(_ design: Design, exposure: [UInt8], outcome: [UInt8], arms: [Double]) throws(FirthFailure) {
    self.design = design
    self.arms = arms
    guard arms.count < Int(Cohort.missing), arms.allSatisfy(\.isFinite) else { throw .unusableArms }
    let counted = try Self.count(design, exposure, outcome, arms.count)
    (trials, events) = counted
    let filled = arms.indices.count { arm in
      stride(from: arm, to: counted.trials.count, by: arms.count).contains { counted.trials[$0] > 0 }
    }
    guard filled > 1 else { throw .oneArm }
    (offsets, columnOf, valueOf, size) = Self.columns(of: design) { _, _ in true }
    table = Self.table(trials, events, arms.count)
    guard table.events > 0, table.events < table.total else { throw .outcomeIsConstant }

    let products = self.products
    let (aliased, pivots) = products.aliasedColumns()
    let exposureColumn = self.exposureColumn
    guard !aliased[exposureColumn] else { throw .exposureAliased }
    let mean = products[exposureColumn, 1] / products[1, 1]
    let spread = products[exposureColumn, exposureColumn] - mean * products[exposureColumn, 1]
    explainedShare = min(1, max(0, 1 - pivots[exposureColumn] / spread))

    let full = (offsets: offsets, columnOf: columnOf)
    func column(_ place: Int, _ level: Int) -> Int { Int(full.columnOf[full.offsets[place] + level]) }
    for (place, index) in design.covariates.enumerated() {
      let covariate = design.cohort.covariates[index]
      let isCategory = covariate.scores == nil
      for level in isCategory ? 1..<max(1, covariate.levels) : 0..<min(1, covariate.levels)
      where aliased[column(place, level)] {
        let isEmpty = products[column(place, level), column(place, level)] == 0
        dropped.append(
          DroppedColumn(
            covariate: index, level: isCategory ? level : nil, reason: isEmpty ? .empty : .aliased))
      }
    }
    (offsets, columnOf, valueOf, size) = Self.columns(of: design) { !aliased[column($0, $1)] }
  }

  private static func table(_ trials: [UInt32], _ events: [UInt32], _ arms: Int) -> FourfoldTable {
    var table = FourfoldTable()
    for index in trials.indices where trials[index] > 0 {
      let (n, y) = (Int(trials[index]), Int(events[index]))
      if index % arms == 0 {
        table.unexposedTotal += n
        table.unexposedEvents += y
      } else {
        table.exposedTotal += n
        table.exposedEvents += y
      }
    }
    return table
  }

  private static func count(_ design: Design, _ exposure: [UInt8], _ outcome: [UInt8], _ arms: Int)
    throws(FirthFailure) -> (trials: [UInt32], events: [UInt32])
  {
    let rows = design.cohort.rowCount
    guard exposure.count == rows, outcome.count == rows else { throw .lengthsDiffer }
    var trials = [UInt32](repeating: 0, count: design.patternCount * arms)
    var events = trials
    for pattern in 0..<design.patternCount {
      for place in Int(design.starts[pattern])..<Int(design.starts[pattern + 1]) {
        let row = Int(design.order[place])
        let (arm, event) = (exposure[row], outcome[row])
        if arm == Cohort.missing || event == Cohort.missing { continue }
        guard arm < arms, event <= 1 else { throw .unknownCode(row: row) }
        trials[pattern * arms + Int(arm)] += design.cohort.counts[row]
        if event == 1 { events[pattern * arms + Int(arm)] += design.cohort.counts[row] }
      }
    }
    return (trials, events)
  }

  /// Numbers the columns of all levels that are wanted.
  private static func columns(of design: Design, wanted: (_ place: Int, _ level: Int) -> Bool)
    -> (offsets: [Int], columnOf: [Int32], valueOf: [Double], size: Int)
  {
    var (offsets, columnOf, valueOf) = ([Int](), [Int32](), [Double]())
    var next: Int32 = 2
    for (place, index) in design.covariates.enumerated() {
      let covariate = design.cohort.covariates[index]
      offsets.append(columnOf.count)
      for level in 0..<covariate.levels {
        let isWanted = wanted(place, level)
        if let scores = covariate.scores {
          columnOf.append(isWanted ? next : 0)
          valueOf.append(isWanted ? scores[level] : 0)
        } else {
          let hasColumn = level > 0 && isWanted
          columnOf.append(hasColumn ? next : 0)
          valueOf.append(hasColumn ? 1 : 0)
          if hasColumn { next += 1 }
        }
      }
      if covariate.scores != nil, let last = columnOf.last, last == next { next += 1 }
    }
    return (offsets, columnOf, valueOf, Int(next) + 1)
  }
}
