import Foundation
import Statistics
import Testing

/// Values of `Oracles/firth.py`.
struct FirthValues: Decodable {
  struct Figures: Decodable {
    var coefficients, standardErrors: [Double]
    var logLikelihood, inflation, explained: Double
    var clusterCount: Int?
    var wald: [Double]
    var profile, riskDifference, riskRatio, avoidable, risks: [Double]?
  }
  struct Published: Decodable {
    var data, exposure: String
    var coefficients, standardErrors, profile: [Double]
    var logLikelihood: Double
  }
  struct Variable: Decodable {
    var levels: Int?
    var scores: [Double]?
    var covariate: Covariate { scores.map(Covariate.scores) ?? .categories(levels ?? 0) }
  }
  struct Dropped: Decodable {
    var covariate: Int
    var level: Int?
    var isEmpty: Bool
  }
  struct OneCohort: Decodable {
    var name: String
    var covariates: [Variable]
    var codes: [[UInt16]]
    var clusters: [UInt32]?
    var counts: [UInt32]
    var exposure, outcome: [UInt8]
    var used: [Int]
    var arms: [Double]
    var dropped: [Dropped]
    var expected: Figures

    func design() throws -> Design {
      let cohort = try Cohort(
        covariates: covariates.map(\.covariate), codes: codes, clusters: clusters, counts: counts)
      return try Design(cohort, covariates: used)
    }
    func model() throws -> FirthRegression {
      try FirthRegression(design(), exposure: exposure, outcome: outcome, arms: arms)
    }
  }
  var published: [Published]
  var cohorts: [OneCohort]
}

private struct Brglm: Decodable {
  struct Fit: Decodable {
    var data: String
    var names: [String]
    var intercept: Double
    var coefficients, standardErrors: [Double]
  }
  var fits: [Fit]
}

/// One of the published tables, with one column as the exposure and the others as covariates.
private func publishedModel(_ name: String, exposure: String) throws -> FirthRegression {
  let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracles/\(name).csv")
  let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
  let header = lines[0].split(separator: ",").map { $0.filter { $0 != "\"" } }
  let rows = lines.dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
  let outcome = name == "endometrial" ? "HG" : "case"
  func coded(_ column: String) throws -> (values: [Double], codes: [UInt16]) {
    let index = try #require(header.firstIndex(of: column))
    let values = Set(rows.map { $0[index] }).sorted()
    return (values, rows.map { row in UInt16(values.firstIndex(of: row[index]) ?? 0) })
  }
  let others = try header.filter { $0 != outcome && $0 != exposure }.map(coded)
  let cohort = try Cohort(
    covariates: others.map { .scores($0.values) }, codes: others.map(\.codes), clusters: nil,
    counts: rows.map { _ in 1 })
  let (arms, arm) = try coded(exposure)
  return try FirthRegression(
    Design(cohort, covariates: Array(others.indices)), exposure: arm.map { UInt8($0) },
    outcome: coded(outcome).codes.map { UInt8($0) }, arms: arms)
}

@Suite struct FirthRegressionTests {
  /// Endometrial cancer (separated) and urinary tract infections (nearly so): coefficients, limits and p-values.
  @Test func publishedTables() throws {
    let values: FirthValues = try oracle("firth")
    #expect(values.published.count == 9)
    for expected in values.published {
      let model = try publishedModel(expected.data, exposure: expected.exposure)
      let what = "\(expected.data) \(expected.exposure)"
      for (coefficient, value) in zip(
        model.nuisanceCoefficients.map(\.value) + [model.coefficient], expected.coefficients)
      {
        expectClose(coefficient, value, relative: 1e-8, what)
      }
      expectClose(model.modelStandardError, expected.standardErrors.last ?? 0, relative: 1e-8, what)
      expectClose(model.penalisedLogLikelihood, expected.logLikelihood, relative: 1e-11, what)
      let ratio = try #require(model.oddsRatio())
      #expect(model.intervalMethod == .profile)
      expectClose(ratio.lower, expected.profile[0], relative: 1e-7, what)
      expectClose(ratio.upper, expected.profile[1], relative: 1e-7, what)
      expectClose(ratio.p, expected.profile[2], relative: 1e-7, what)
      #expect(model.varianceInflation == 1 && model.clusterCount == nil)
    }
  }

  /// The same tables by brglm2, which goes by adjusted scores and not by a penalised likelihood.
  @Test func publishedTablesByBrglm() throws {
    let values: Brglm = try oracle("firth-brglm2")
    for fit in values.fits {
      for (index, name) in fit.names.enumerated() {
        let model = try publishedModel(fit.data, exposure: name)
        expectClose(model.coefficient, fit.coefficients[index], relative: 1e-8, name)
        expectClose(model.modelStandardError, fit.standardErrors[index], relative: 1e-8, name)
        expectClose(model.nuisanceCoefficients[0].value, fit.intercept, relative: 1e-8, name)
      }
    }
  }

  /// Heinze & Schemper (2002), table II and SAS's example of sex2: figures in print.
  @Test func figuresInPrint() throws {
    let diaphragm = try publishedModel("sex2", exposure: "dia")
    #expect(abs(diaphragm.coefficient - 3.0959) < 2e-4)
    let ratio = try #require(diaphragm.oddsRatio())
    // log-odds 0.7746 to 8.0303, as SAS PROC LOGISTIC prints them.
    #expect(abs(log(ratio.lower) - 0.7746) < 1e-4 && abs(log(ratio.upper) - 8.0303) < 2e-4)
    let neovasculation = try publishedModel("endometrial", exposure: "NV")
    #expect(abs(neovasculation.coefficient - 2.929) < 1e-3)
    #expect(try abs(log(#require(neovasculation.oddsRatio()).lower) - 0.610) < 1e-3)
  }

  @Test(arguments: try oracle("firth", as: FirthValues.self).cohorts.map(\.name))
  func cohortsAgreeWithDenseFits(name: String) throws {
    let values: FirthValues = try oracle("firth")
    let cohort = try #require(values.cohorts.first { $0.name == name })
    let (model, expected) = (try cohort.model(), cohort.expected)
    for (coefficient, value) in zip(
      model.nuisanceCoefficients.map(\.value) + [model.coefficient], expected.coefficients)
    {
      expectClose(coefficient, value, relative: 1e-7, floor: 1e-2)
    }
    for (error, value) in zip(
      model.nuisanceCoefficients.map(\.modelStandardError) + [model.modelStandardError],
      expected.standardErrors)
    {
      expectClose(error, value, relative: 1e-7)
    }
    #expect(model.nuisanceCoefficients.count + 1 == expected.coefficients.count)
    expectClose(model.penalisedLogLikelihood, expected.logLikelihood, relative: 1e-10)
    expectClose(model.varianceInflation, expected.inflation, relative: 1e-7)
    expectClose(model.explainedShare, expected.explained, relative: 1e-8, floor: 1e-3)
    #expect(model.clusterCount == expected.clusterCount)
    #expect(
      model.dropped.map { [$0.covariate, $0.level ?? -1, $0.reason == .empty ? 1 : 0] }
        == cohort.dropped.map { [$0.covariate, $0.level ?? -1, $0.isEmpty ? 1 : 0] })

    let wald = try #require(model.oddsRatio(method: .wald))
    expectClose(wald.lower, expected.wald[0], relative: 1e-7)
    expectClose(wald.upper, expected.wald[1], relative: 1e-7)
    expectClose(wald.p, expected.wald[2], relative: 1e-6)
    if let profile = expected.profile {
      let ratio = try #require(model.oddsRatio(method: .profile))
      expectClose(ratio.lower, profile[0], relative: 1e-6)
      expectClose(ratio.upper, profile[1], relative: 1e-6)
      expectClose(ratio.p, profile[2], relative: 1e-6)
    }
    let method = try #require(model.oddsRatio())
    #expect(method == (expected.profile == nil ? wald : model.oddsRatio(method: .profile)))
  }

  @Test(arguments: try oracle("firth", as: FirthValues.self).cohorts.map(\.name))
  func standardisedEffectsAgreeWithComplexSteps(name: String) throws {
    let values: FirthValues = try oracle("firth")
    let cohort = try #require(values.cohorts.first { $0.name == name })
    let model = try cohort.model()
    guard let difference = cohort.expected.riskDifference, let ratio = cohort.expected.riskRatio,
      let avoidable = cohort.expected.avoidable, let risks = cohort.expected.risks
    else {
      #expect(model.standardised == nil)
      return
    }
    let effect = try #require(model.standardised)
    expectClose(effect.exposedRisk, risks[0], relative: 1e-7)
    expectClose(effect.unexposedRisk, risks[1], relative: 1e-7)
    for (estimate, expected) in [
      (effect.riskDifference(), difference), (effect.riskRatio(), ratio),
      (effect.avoidableEvents(), avoidable),
    ] {
      expectClose(estimate?.value, expected[0], relative: 1e-6)
      expectClose(estimate?.lower, expected[1], relative: 1e-6)
      expectClose(estimate?.upper, expected[2], relative: 1e-6)
      expectClose(estimate?.standardError, expected[3], relative: 1e-6)
    }
  }
}

@Suite struct FirthInvarianceTests {
  private func cohort(_ name: String) throws -> FirthValues.OneCohort {
    let values: FirthValues = try oracle("firth")
    return try #require(values.cohorts.first { $0.name == name })
  }

  /// A row of count 4 is the same as four rows.
  @Test func countsStandForRows() throws {
    var one = try cohort("clustered")
    let model = try one.model()
    let rows = one.counts.indices.flatMap { row in Array(repeating: row, count: Int(one.counts[row])) }
    one.codes = one.codes.map { column in rows.map { column[$0] } }
    one.clusters = one.clusters.map { column in rows.map { column[$0] } }
    one.exposure = rows.map { one.exposure[$0] }
    one.outcome = rows.map { one.outcome[$0] }
    one.counts = rows.map { _ in 1 }
    let expanded = try one.model()
    #expect(expanded.coefficient == model.coefficient)
    expectClose(expanded.varianceInflation, model.varianceInflation, relative: 1e-12)
    #expect(expanded.table == model.table)
  }

  /// Estimates do not depend on the order of the rows, to the last bit; robust variances to rounding.
  @Test func orderOfRowsDoesNotMatter() throws {
    var one = try cohort("clustered")
    let model = try one.model()
    one.codes = one.codes.map { $0.reversed() }
    one.clusters?.reverse()
    one.counts.reverse()
    one.exposure.reverse()
    one.outcome.reverse()
    let turned = try one.model()
    #expect(turned.coefficient == model.coefficient)
    #expect(turned.modelStandardError == model.modelStandardError)
    expectClose(turned.varianceInflation, model.varianceInflation, relative: 1e-12)
  }

  /// Turning the exposure round turns the odds ratio round.
  @Test func swappingTheArmsInvertsTheOddsRatio() throws {
    var one = try cohort("rare")
    let ratio = try #require(one.model().oddsRatio())
    one.exposure = one.exposure.map { $0 == Cohort.missing ? $0 : 1 - $0 }
    let turned = try #require(one.model().oddsRatio())
    expectClose(turned.value, 1 / ratio.value, relative: 1e-8)
    expectClose(turned.lower, 1 / ratio.upper, relative: 1e-7)
    expectClose(turned.upper, 1 / ratio.lower, relative: 1e-7)
    expectClose(turned.p, ratio.p ?? 0, relative: 1e-7)
  }

  /// Without covariates the fit is the fourfold table with ½ added to each cell.
  @Test func noCovariatesIsTheTableWithHalves() throws {
    let cohort = try Cohort(covariates: [], codes: [], clusters: nil, counts: [7, 13, 3, 37])
    let model = try FirthRegression(
      Design(cohort, covariates: []), exposure: [1, 1, 0, 0], outcome: [1, 0, 1, 0])
    expectClose(model.oddsRatio()?.value, (7.5 / 13.5) * (37.5 / 3.5), relative: 1e-10)
    #expect(model.explainedShare < 1e-12)
    // FLIC predictions add up to the events: 10 of 60.
    let effect = try #require(model.standardised)
    expectClose((20 * effect.exposedRisk + 40 * effect.unexposedRisk), 10, relative: 1e-12)
  }

  /// A wider level gives a wider interval around the same estimate.
  @Test func levelsNest() throws {
    let model = try cohort("rare").model()
    let (narrow, wide) = (
      try #require(model.oddsRatio(level: 0.9)), try #require(model.oddsRatio(level: 0.99))
    )
    #expect(narrow.value == wide.value && narrow.lower > wide.lower && narrow.upper < wide.upper)
    #expect(model.oddsRatio(level: 1) == nil && model.standardised?.riskRatio(level: 0) == nil)
  }
}

@Suite struct FirthLimitsTests {
  private func model(
    _ exposure: [UInt8], _ outcome: [UInt8], covariate: [UInt16]? = nil, clusters: [UInt32]? = nil,
    counts: [UInt32]? = nil, arms: [Double] = [0, 1]
  ) throws -> FirthRegression {
    let cohort = try Cohort(
      covariates: covariate == nil ? [] : [.categories(3)], codes: covariate.map { [$0] } ?? [],
      clusters: clusters, counts: counts ?? exposure.map { _ in 5 })
    return try FirthRegression(
      Design(cohort, covariates: covariate == nil ? [] : [0]), exposure: exposure, outcome: outcome,
      arms: arms)
  }

  @Test func whatCanNotBeFittedSaysWhy() {
    #expect(throws: FirthFailure.outcomeIsConstant) { try model([0, 1, 1], [0, 0, 0]) }
    #expect(throws: FirthFailure.outcomeIsConstant) { try model([0, 1, 1], [1, 1, 1]) }
    #expect(throws: FirthFailure.oneArm) { try model([1, 1, 255], [0, 1, 1]) }
    #expect(throws: FirthFailure.oneArm) { try model([], []) }
    #expect(throws: FirthFailure.unknownCode(row: 1)) { try model([0, 2], [0, 1]) }
    #expect(throws: FirthFailure.unknownCode(row: 0)) { try model([0, 1], [3, 1]) }
    #expect(throws: FirthFailure.unusableArms) { try model([0, 1], [0, 1], arms: [0, .nan]) }
    #expect(throws: FirthFailure.lengthsDiffer) { try model([0, 1], [0]) }
    #expect(throws: FirthFailure.exposureAliased) {
      try model([0, 1, 0, 1], [0, 1, 1, 0], covariate: [0, 2, 0, 2])
    }
    #expect(throws: FirthFailure.exposureAliased) { try model([0, 1], [0, 1], arms: [2, 2]) }
  }

  /// With one cluster no variance by clusters exists: an estimate, but no interval.
  @Test func oneClusterHasNoInterval() throws {
    let model = try model([0, 0, 1, 1], [0, 1, 0, 1], clusters: [9, 9, 9, 9])
    #expect(model.clusterCount == 1 && model.reference == nil)
    #expect(model.oddsRatio() == nil && model.standardised == nil)
    #expect(model.varianceInflation == 1 && abs(model.coefficient) < 1e-12)
  }

  /// Clusters are counted among the tickets of the comparison alone.
  @Test func clustersWithoutTicketsDoNotCount() throws {
    let model = try model([0, 0, 1, 1, 255], [0, 1, 0, 1, 1], clusters: [0, 1, 0, 4_000_000_000, 7])
    #expect(model.clusterCount == 3)
  }

  /// Complete separation: every exposed ticket and no other had the event. ½ is added to each cell.
  @Test func separationStaysFinite() throws {
    let model = try model([0, 1], [0, 1])
    expectClose(model.coefficient, 2 * log(5.5 / 0.5), relative: 1e-9)
    let ratio = try #require(model.oddsRatio())
    #expect(ratio.lower > 1 && ratio.upper.isFinite && ratio.lower < ratio.value && ratio.value < ratio.upper)
    let effect = try #require(model.standardised)
    #expect(effect.riskDifference() != nil && effect.riskRatio() != nil && effect.avoidableEvents() != nil)
  }

  /// An effect of exactly nothing has p = 1.
  @Test func noEffectAtAll() throws {
    let model = try model([0, 0, 1, 1], [0, 1, 0, 1])
    let ratio = try #require(model.oddsRatio())
    expectClose(ratio.value, 1, relative: 1e-12)
    expectClose(ratio.p, 1, relative: 1e-5)
  }

  @Test func cohortsCheckTheirColumns() {
    #expect(throws: CohortError.lengthsDiffer(expected: 1, found: 0)) {
      try Cohort(covariates: [.categories(2)], codes: [], clusters: nil, counts: [1])
    }
    #expect(throws: CohortError.lengthsDiffer(expected: 2, found: 1)) {
      try Cohort(covariates: [.categories(2)], codes: [[0]], clusters: nil, counts: [1, 1])
    }
    #expect(throws: CohortError.lengthsDiffer(expected: 2, found: 1)) {
      try Cohort(covariates: [], codes: [], clusters: [0], counts: [1, 1])
    }
    #expect(throws: CohortError.unknownLevel(covariate: 0, row: 1)) {
      try Cohort(covariates: [.categories(2)], codes: [[1, 2]], clusters: nil, counts: [1, 1])
    }
    #expect(throws: CohortError.unusableCovariate(0)) {
      try Cohort(covariates: [.scores([1, .infinity])], codes: [[0]], clusters: nil, counts: [1])
    }
    #expect(throws: CohortError.tooMany) {
      try Cohort(covariates: [], codes: [], clusters: nil, counts: [.max, .max])
    }
    #expect(throws: CohortError.noSuchCovariate(3)) {
      try Design(Cohort(covariates: [], codes: [], clusters: nil, counts: [1]), covariates: [3])
    }
  }
}
