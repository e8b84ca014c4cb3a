import Statistics
import TestSupport
import Testing

/// Small, ugly tables: separated, aliased, nearly empty.
@Suite struct FirthPropertyTests {
  @Test(arguments: 0..<6)
  func smallTablesAlwaysHaveFiniteAnswers(block: Int) throws {
    var generator = SeededGenerator(seed: UInt64(1000 + block))
    func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    var (fitted, matched) = (0, 0)
    for _ in 0..<40 {
      let rows = 4 + below(50)
      let levels = [1 + below(4), 1 + below(6)]
      let scores = (0..<(2 + below(6))).map { _ in Double(below(40)) / 4 - 3 }
      let share = [2, 5, 20][below(3)]
      let cohort = try Cohort(
        covariates: levels.map(Covariate.categories) + [.scores(scores)],
        codes: (levels + [scores.count]).map { bound in (0..<rows).map { _ in UInt16(below(bound)) } },
        clusters: below(3) == 0 ? nil : (0..<rows).map { _ in UInt32(below(12)) },
        counts: (0..<rows).map { _ in UInt32(below(4)) })
      let design = try Design(cohort, covariates: [0, 1, 2])
      let exposure = (0..<rows).map { _ in below(10) == 0 ? Cohort.missing : UInt8(below(2)) }
      let outcome = (0..<rows).map { _ in UInt8(below(share) == 0 ? 1 : 0) }
      let model: FirthRegression
      do {
        model = try FirthRegression(design, exposure: exposure, outcome: outcome)
      } catch {
        #expect([FirthFailure.oneArm, .outcomeIsConstant, .exposureAliased].contains(error))
        continue
      }
      fitted += 1
      #expect(model.coefficient.isFinite && model.modelStandardError.isFinite && model.modelStandardError > 0)
      #expect(model.varianceInflation >= 1 && model.explainedShare >= 0 && model.explainedShare <= 1)
      guard model.clusterCount != 1 else { continue }
      let effect = try #require(model.standardised)
      #expect(effect.riskDifference() != nil && effect.riskRatio() != nil)
      // With few clusters a limit can lie beyond e^±700; the interval is then missing, never infinite.
      guard let ratio = model.oddsRatio(level: 0.9) else {
        #expect((model.clusterCount ?? .max) < 5)
        continue
      }
      #expect(ratio.lower < ratio.value && ratio.value < ratio.upper)
      // Interval and p-value are one method: the interval at level 1 − p ends at 1. With a handful of events the
      // profile can have two peaks, and no verdict is given.
      if min(model.table.exposedEvents, model.table.unexposedEvents) >= 10, let p = ratio.p, p > 1e-6,
        p < 0.9,
        let edge = model.oddsRatio(level: 1 - p)
      {
        matched += 1
        expectClose(ratio.value > 1 ? edge.lower : edge.upper, 1, relative: 1e-6)
      }
    }
    #expect(fitted > 10 && matched > 0)
  }

  /// Every one of the patterns of a random cohort alone, in random order: sums do not care how patterns begin.
  @Test func orderOfCovariatesDoesNotMatter() throws {
    var generator = SeededGenerator(seed: 77)
    let rows = 400
    let levels = [3, 4, 2, 5]
    let codes = levels.map { bound in
      (0..<rows).map { _ in UInt16.random(in: 0..<UInt16(bound), using: &generator) }
    }
    let clusters = (0..<rows).map { _ in UInt32.random(in: 0..<15, using: &generator) }
    let cohort = try Cohort(
      covariates: levels.map(Covariate.categories), codes: codes, clusters: clusters,
      counts: [UInt32](repeating: 1, count: rows))
    let exposure = (0..<rows).map { _ in UInt8.random(in: 0...1, using: &generator) }
    let outcome = (0..<rows).map { _ in UInt8.random(in: 0..<6, using: &generator) == 0 ? UInt8(1) : 0 }
    let one = try FirthRegression(
      Design(cohort, covariates: [0, 1, 2, 3]), exposure: exposure, outcome: outcome)
    let other = try FirthRegression(
      Design(cohort, covariates: [3, 1, 0, 2]), exposure: exposure, outcome: outcome)
    expectClose(other.coefficient, one.coefficient, relative: 1e-9)
    expectClose(other.varianceInflation, one.varianceInflation, relative: 1e-9)
    expectClose(other.penalisedLogLikelihood, one.penalisedLogLikelihood, relative: 1e-12)
    expectClose(
      other.standardised?.riskRatio()?.upper, one.standardised?.riskRatio()?.upper ?? 0, relative: 1e-9)
  }

  /// Starting where another fit ended saves steps at best and does not change the answer, whether that one has the
  /// same columns or not.
  @Test func startsDoNotMatter() throws {
    let values: FirthValues = try oracle("firth")
    for cohort in values.cohorts {
      let model = try cohort.model()
      let rest = cohort.exposure.enumerated().map { $0.offset % 7 == 0 ? Cohort.missing : $0.element }
      let other = try FirthRegression(
        cohort.design(), exposure: rest, outcome: cohort.outcome, arms: cohort.arms)
      for start in [model.start, other.start] {
        let near = try FirthRegression(
          cohort.design(), exposure: cohort.exposure, outcome: cohort.outcome, arms: cohort.arms, near: start)
        expectClose(near.coefficient, model.coefficient, relative: 1e-8)
        expectClose(near.modelStandardError, model.modelStandardError, relative: 1e-8)
        #expect(near.iterations <= model.iterations + 2)
      }
    }
  }
}
