/// How one covariate enters a model.
public struct Covariate: Hashable, Sendable {
  /// Number of levels; codes run from 0 to one less.
  public let levels: Int
  /// The number each level stands for, if the covariate is one column rather than one a level.
  let scores: [Double]?

  /// A covariate with one column for each level but the first.
  public static func categories(_ levels: Int) -> Covariate { Covariate(levels: max(0, levels), scores: nil) }

  /// A covariate with a single column: each level stands for a number, as the middle of a bin for its logarithm.
  public static func scores(_ values: [Double]) -> Covariate {
    Covariate(levels: values.count, scores: values)
  }

  /// Columns of the model that it takes up.
  var columns: Int { scores == nil ? max(0, levels - 1) : 1 }
}

/// Why rows can't be used.
public enum CohortError: Error, Hashable {
  /// Columns of different lengths: `expected` rows, but one has `found`.
  case lengthsDiffer(expected: Int, found: Int)
  /// A code is no level of its covariate.
  case unknownLevel(covariate: Int, row: Int)
  /// A covariate has a score that is not finite, or more than 65,536 levels.
  case unusableCovariate(Int)
  /// Too many: rows, or tickets in all, beyond 2³² − 1.
  case tooMany
  /// A covariate was asked for that the cohort does not have.
  case noSuchCovariate(Int)
}

/// What is known of the tickets apart from exposures and outcomes: one row for each combination, with a count.
///
///     covariates      priority  category  month   cluster   count
///     row 0               0         3       1        17        2
///     row 1               0         3       2         4        1
///
/// Exposures and outcomes are columns beside it, one number a row, so that many rules share one cohort.
/// Rows in ascending order of their covariates (first covariate first) are the fastest; sums are made in an
/// order that depends only on the covariates, then on the order of the rows.
public struct Cohort: Sendable {
  /// In exposure and outcome columns: the row has no part in this comparison.
  public static let missing: UInt8 = .max

  /// The covariates.
  public let covariates: [Covariate]
  /// For each covariate the level of every row.
  let codes: [[UInt16]]
  /// The cluster of every row, from 0; `nil` if all tickets are independent.
  let clusters: [UInt32]?
  /// One more than the greatest cluster.
  let clusterBound: Int
  /// How many tickets each row stands for.
  private(set) var counts: [UInt32]

  /// A cohort.
  ///
  /// - Parameters:
  ///   - covariates: How each covariate enters.
  ///   - codes: For each covariate the level of every row.
  ///   - clusters: The cluster (assignee) of every row, as small numbers from 0; `nil` where nobody is known,
  ///     which takes all tickets for independent.
  ///   - counts: How many tickets each row stands for.
  /// - Complexity: O(rows × covariates).
  public init(covariates: [Covariate], codes: [[UInt16]], clusters: [UInt32]?, counts: [UInt32])
    throws(CohortError)
  {
    guard codes.count == covariates.count else {
      throw .lengthsDiffer(expected: covariates.count, found: codes.count)
    }
    guard counts.count < UInt32.max, counts.reduce(0, { $0 + UInt64($1) }) <= UInt32.max else {
      throw .tooMany
    }
    if let clusters, clusters.count != counts.count {
      throw .lengthsDiffer(expected: counts.count, found: clusters.count)
    }
    for (index, covariate) in covariates.enumerated() {
      guard covariate.levels <= 65_536, covariate.scores?.allSatisfy(\.isFinite) ?? true else {
        throw .unusableCovariate(index)
      }
      guard codes[index].count == counts.count else {
        throw .lengthsDiffer(expected: counts.count, found: codes[index].count)
      }
      if let row = codes[index].firstIndex(where: { Int($0) >= covariate.levels }) {
        throw .unknownLevel(covariate: index, row: row)
      }
    }
    self.covariates = covariates
    self.codes = codes
    // Numbered anew without gaps, so that stray large numbers cost no memory.
    if let clusters {
      let known = Set(clusters).sorted()
      let isDense = known.indices.allSatisfy { known[$0] == UInt32($0) }
      let places = Dictionary(uniqueKeysWithValues: zip(known, UInt32(0)...))
      self.clusters = isDense ? clusters : clusters.map { places[$0] ?? 0 }
      clusterBound = known.count
    } else {
      self.clusters = nil
      clusterBound = 0
    }
    self.counts = counts
  }

  /// Rows of this cohort, each standing for one ticket. - Complexity: O(rows × covariates).
  public func gathering(_ rows: [UInt32]) throws(CohortError) -> Cohort {
    guard rows.allSatisfy({ counts.indices.contains(Int($0)) }) else {
      throw .lengthsDiffer(expected: counts.count, found: rows.count)
    }
    return try Cohort(
      covariates: covariates, codes: codes.map { column in rows.map { column[Int($0)] } },
      clusters: clusters.map { clusters in rows.map { clusters[Int($0)] } },
      counts: [UInt32](repeating: 1, count: rows.count))
  }

  /// Number of rows.
  public var rowCount: Int { counts.count }

  /// The same rows with the counts of each cluster multiplied; `nil` without clusters or if they grow too large.
  func repeating(clusters times: [UInt32]) -> Cohort? {
    guard let clusters else { return nil }
    var cohort = self
    var total: UInt64 = 0
    for row in counts.indices {
      let count = UInt64(counts[row]) * UInt64(times[Int(clusters[row])])
      total += count
      guard total <= UInt32.max else { return nil }
      cohort.counts[row] = UInt32(count)
    }
    return cohort
  }
}
