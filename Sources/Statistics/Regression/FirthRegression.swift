/// The association of one exposure with one outcome, adjusted for the covariates of a design: logistic
/// regression with Firth's penalty (Firth 1993, Heinze & Schemper 2002), which stays finite under separation
/// and is nearly unbiased for rare events.
///
///     let design = try Design(cohort, covariates: [0, 1, 2])
///     let model = try FirthRegression(design, exposure: found, outcome: reopened)
///     model.oddsRatio()                              // one interval and one p-value, robust to clusters
///     model.standardised?.avoidableEvents()
///
/// Interval and p-value compare the penalised profile deviance ÷ λ with t²(G − 1), where
/// λ = max(1, V_cluster / V_model) for the exposure's coefficient (Chandler & Bate 2007), G is the number of
/// clusters and V_cluster = G / (G − 1) · A (Σ u uᵀ) A, with u the modified score of a cluster and A = (XᵀWX)⁻¹
/// (CR1 without its second factor (n − 1) / (n − p)). Where both arms have at least ``waldThreshold`` events,
/// the Wald interval with variance λ V_model stands in for the profile.
///
/// A model holds the counts of every pattern: take from it what is needed and let it go.
public struct FirthRegression: Sendable {
  /// Events in both arms from which the Wald interval stands in for the profile.
  public static let waldThreshold = 200

  /// Tickets with an exposure and an outcome.
  public let table: FourfoldTable
  /// The exposure's coefficient: the logarithm of the odds ratio (per unit of dose).
  public let coefficient: Double
  /// Its standard error by the model alone, without λ.
  public let modelStandardError: Double
  /// λ, by which clusters inflate the variance; 1 if the cohort has no clusters or only one.
  public let varianceInflation: Double
  /// G, the clusters with a ticket in this comparison; `nil` if the cohort has no clusters.
  public let clusterCount: Int?
  /// log-likelihood + ½ log det XᵀWX at the maximum.
  public let penalisedLogLikelihood: Double
  /// Newton steps taken.
  public let iterations: Int

  let problem: LogisticProblem
  let fit: PenalisedFit
  /// The modified scores of each cluster, one row of columns a cluster; empty without clusters.
  let clusterScores: [Double]

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - design: The covariates.
  ///   - exposure: For each row of the cohort its arm (an index into `arms`) or ``Cohort/missing``.
  ///   - outcome: For each row 0, 1 or ``Cohort/missing``.
  ///   - arms: What the arms stand for: unexposed and exposed, or the scores of a dose. The first is the one
  ///     that counts as unexposed.
  /// - Complexity: O(rows + patterns × covariates²) for each of some five steps, and O(columns³).
  public init(_ design: Design, exposure: [UInt8], outcome: [UInt8], arms: [Double] = [0, 1])
    throws(FirthFailure)
  {
    let problem = try LogisticProblem(design, exposure: exposure, outcome: outcome, arms: arms)
    table = problem.table
    var workspace = LogisticWorkspace(problem)
    var start = [Double](repeating: 0, count: problem.size)
    start[1] = libmLog((Double(table.events) + 0.5) / (Double(table.total - table.events) + 0.5))
    let fit = try problem.maximize(from: start, holdingExposure: false, &workspace)

    let last = problem.exposureColumn
    let scores = problem.clusterScores(
      exposure: fit.coefficients[last], exposure: exposure, outcome: outcome, workspace)
    self.problem = problem
    self.fit = fit
    coefficient = fit.coefficients[last]
    let modelVariance = fit.inverse[last, last]
    modelStandardError = modelVariance.squareRoot()
    penalisedLogLikelihood = fit.penalisedLogLikelihood
    iterations = fit.iterations
    clusterScores = scores ?? []
    let clusterCount = scores.map { $0.count / problem.size }
    self.clusterCount = clusterCount
    var unit = [Double](repeating: 0, count: problem.size)
    unit[last] = 1
    let clustered = Self.clusterVariance(of: unit, fit.inverse, clusterScores)
    varianceInflation = max(1, (clustered ?? 0) / modelVariance)
  }

  /// Columns that were left out, in declared order, since columns before them determine them.
  public var dropped: [DroppedColumn] { problem.dropped }

  /// ρ², the share of the exposure's variance that the covariates explain linearly: what ``Power`` asks for.
  public var explainedShare: Double { problem.explainedShare }

  /// The distribution that the exposure's t statistic is compared with: Student's t with G − 1 degrees of
  /// freedom, normal without clusters. `nil` with a single cluster, since its variance can't be told.
  public var reference: StudentT? {
    guard let clusterCount else { return StudentT(degreesOfFreedom: .infinity) }
    return clusterCount > 1 ? StudentT(degreesOfFreedom: Double(clusterCount - 1)) : nil
  }

  /// The variance of gᵀβ̂ by clusters, G / (G − 1) Σ (gᵀ A u)²; `nil` unless there are at least two.
  static func clusterVariance(of gradient: [Double], _ inverse: SymmetricMatrix, _ scores: [Double])
    -> Double?
  {
    let size = inverse.size
    let count = scores.count / size
    guard count > 1 else { return nil }
    let direction = inverse.times(gradient)
    var sum = 0.0
    for cluster in 0..<count {
      var product = 0.0
      for column in 0..<size { product += scores[cluster * size + column] * direction[column] }
      sum += product * product
    }
    return sum * Double(count) / Double(count - 1)
  }
}

extension LogisticProblem {
  /// Events and tickets of the first arm and of all others.
  var table: FourfoldTable {
    var table = FourfoldTable()
    for index in trials.indices {
      let (n, y) = (Int(trials[index]), Int(events[index]))
      if index % arms.count == 0 {
        table.unexposedTotal += n
        table.unexposedEvents += y
      } else {
        table.exposedTotal += n
        table.exposedEvents += y
      }
    }
    return table
  }
}

/// One coefficient of a covariate.
public struct Coefficient: Hashable, Sendable {
  /// Index of the covariate among those of the cohort; `nil` for the intercept.
  public var covariate: Int?
  /// The level; `nil` for the intercept and for scores.
  public var level: Int?
  /// The estimate, a logarithm of an odds ratio.
  public var value: Double
  /// Standard error by the model, without λ.
  public var modelStandardError: Double
}

extension FirthRegression {
  /// Intercept and coefficients of the covariates, in declared order, without those that were dropped.
  public var nuisanceCoefficients: [Coefficient] {
    func coefficient(_ column: Int, _ covariate: Int?, _ level: Int?) -> Coefficient {
      Coefficient(
        covariate: covariate, level: level, value: fit.coefficients[column],
        modelStandardError: fit.inverse[column, column].squareRoot())
    }
    var all = [coefficient(1, nil, nil)]
    for (place, index) in problem.design.covariates.enumerated() {
      let covariate = problem.design.cohort.covariates[index]
      let isCategory = covariate.scores == nil
      for level in 0..<(isCategory ? covariate.levels : min(1, covariate.levels)) {
        let column = Int(problem.columnOf[problem.offsets[place] + level])
        if column > 0 { all.append(coefficient(column, index, isCategory ? level : nil)) }
      }
    }
    return all
  }
}
