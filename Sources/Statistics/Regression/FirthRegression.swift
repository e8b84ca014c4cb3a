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

  /// Of the way to the maximum, the square of what may be left in standard errors.
  private static let tolerance = 1e-16

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
  let exposure, outcome: [UInt8]
  /// Predictions for all tickets; `nil` for doses, if no intercept gives the events that were seen, or if nobody
  /// asked.
  let predictedRisks: PredictedRisks?
  /// Standard errors by ``PredictedRisks/gradients``.
  let riskErrors: [Double]
  var design: Design { problem.design }

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - design: The covariates.
  ///   - exposure: For each row of the cohort its arm (an index into `arms`) or ``Cohort/missing``.
  ///   - outcome: For each row 0, 1 or ``Cohort/missing``.
  ///   - arms: What the arms stand for: unexposed and exposed, or the scores of a dose. The first is the one
  ///     that counts as unexposed.
  ///   - near: Where to start, such as where another rule with the same design and outcome ended: it saves steps
  ///     and changes the result by rounding only. To get the same bits, start from the same one.
  ///   - standardising: Whether to say what the model means for all tickets at once, too.
  /// - Complexity: O(rows + patterns × covariates²) for each of some five steps, and O(columns³).
  public init(
    _ design: Design, exposure: [UInt8], outcome: [UInt8], arms: [Double] = [0, 1], near: FirthStart? = nil,
    standardising: Bool = true
  ) throws(FirthFailure) {
    let problem = try LogisticProblem(design, exposure: exposure, outcome: outcome, arms: arms)
    let fit = try problem.maximize(from: problem.start(near: near), tolerance: Self.tolerance)
    let last = problem.exposureColumn
    var unit = [Double](repeating: 0, count: problem.size)
    unit[last] = 1
    let risks = standardising ? problem.predictedRisks(at: fit.coefficients) : nil
    let gradients = [unit] + (risks?.gradients ?? [])
    let variances = problem.variances(of: gradients, at: fit, exposure: exposure, outcome: outcome)

    self.problem = problem
    self.fit = fit
    self.exposure = exposure
    self.outcome = outcome
    table = problem.table
    coefficient = fit.coefficients[last]
    modelStandardError = fit.inverse[last, last].squareRoot()
    penalisedLogLikelihood = fit.penalisedLogLikelihood
    iterations = fit.iterations
    clusterCount = variances.clusterCount
    varianceInflation = variances.inflation(0)
    predictedRisks = risks
    riskErrors = gradients.indices.dropFirst().map { variances.standardError($0) }
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
    return [coefficient(1, nil, nil)] + problem.nuisanceColumns.map { coefficient($0, $1, $2) }
  }
}

extension LogisticProblem {
  /// The columns of the covariates, in order.
  var nuisanceColumns: [(column: Int, covariate: Int, level: Int?)] {
    var all: [(Int, Int, Int?)] = []
    for (place, index) in design.covariates.enumerated() {
      let covariate = design.cohort.covariates[index]
      let isCategory = covariate.scores == nil
      for level in 0..<(isCategory ? covariate.levels : min(1, covariate.levels)) {
        let column = Int(columnOf[offsets[place] + level])
        if column > 0 { all.append((column, index, isCategory ? level : nil)) }
      }
    }
    return all
  }
}
