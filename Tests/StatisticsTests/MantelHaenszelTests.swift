import Statistics
import Testing

private struct Values: Decodable {
  struct Fit: Decodable {
    var measure: String
    var level: Double
    var value, standardError, lower, upper, p: Double?
    var test, homogeneity, homogeneityP: Double?
  }
  struct Case: Decodable {
    var strata: [[Int]]
    var fits: [Fit]
  }
  var cases: [Case]
}

@Suite struct MantelHaenszelTests {
  @Test func agreesWithMetafor() throws {
    let values: Values = try oracle("strata")
    #expect(values.cases.count == 13)
    for one in values.cases {
      let pooled = MantelHaenszel(one.strata.map { FourfoldTable($0) })
      for expected in one.fits {
        let what = "\(expected.measure) of \(one.strata.count) strata"
        let estimate =
          switch expected.measure {
          case "OR": pooled.oddsRatio(level: expected.level)
          case "RR": pooled.riskRatio(level: expected.level)
          default: pooled.riskDifference(level: expected.level)
          }
        guard let value = expected.value else {
          #expect(estimate == nil)
          continue
        }
        expectClose(estimate?.value, value, floor: 1e-3, what)
        expectClose(estimate?.standardError, expected.standardError ?? .nan, what)
        expectClose(estimate?.lower, expected.lower ?? .nan, floor: 1e-3, what)
        expectClose(estimate?.upper, expected.upper ?? .nan, floor: 1e-3, what)
        expectClose(estimate?.p, expected.p ?? .nan, what)
        guard expected.measure == "OR" else { continue }
        expectClose(pooled.conditionalIndependenceP, expected.test ?? .nan, what)
        if let homogeneity = expected.homogeneity, let p = expected.homogeneityP {
          expectClose(pooled.homogeneity?.statistic, homogeneity, what)
          expectClose(pooled.homogeneity?.p, p, what)
        }
      }
    }
  }

  /// One stratum: the common effect is the crude one, and there is nothing to be homogeneous with.
  @Test func oneStratumIsTheCrudeTable() {
    let table = FourfoldTable([12, 60, 9, 80])
    let pooled = MantelHaenszel([table])
    expectClose(pooled.oddsRatio()?.value, table.oddsRatio()?.value ?? 0, relative: 1e-14)
    expectClose(pooled.oddsRatio()?.standardError, table.oddsRatio()?.standardError ?? 0, relative: 1e-12)
    expectClose(pooled.riskRatio()?.lower, table.riskRatio()?.lower ?? 0, relative: 1e-12)
    expectClose(pooled.riskDifference()?.value, table.riskDifference()?.value ?? 0, relative: 1e-12)
    #expect(pooled.homogeneity == nil)
  }

  @Test func emptyStrataChangeNothing() {
    let strata = [FourfoldTable([4, 20, 3, 30]), FourfoldTable([9, 25, 4, 31])]
    let noise = [FourfoldTable(), FourfoldTable([3, 7, 0, 0]), FourfoldTable([9, 3, 0, 1])]
    let (plain, padded) = (MantelHaenszel(strata), MantelHaenszel(strata + noise))
    #expect(plain.oddsRatio() == padded.oddsRatio())
    #expect(plain.riskDifference() == padded.riskDifference())
    #expect(plain.homogeneity == padded.homogeneity)
    #expect(plain.uninformativeCount == 0 && padded.uninformativeCount == 3)
    #expect(padded.oneArmedCount == 3)
  }

  /// A stratum nobody had the event in says nothing of the odds ratio but is part of the risk difference.
  @Test func strataWithoutEventsCountForTheDifference() {
    let strata = [FourfoldTable([4, 20, 3, 30])]
    let padded = MantelHaenszel(strata + [FourfoldTable([0, 50, 0, 50])])
    #expect(padded.uninformativeCount == 1 && padded.oneArmedCount == 0)
    #expect(MantelHaenszel(strata).oddsRatio()?.value == padded.oddsRatio()?.value)
    #expect(MantelHaenszel(strata).riskDifference()?.value != padded.riskDifference()?.value)
  }

  @Test func nothingToTell() {
    for strata in [[], [FourfoldTable()], [FourfoldTable([0, 3, 0, 4])], [FourfoldTable([3, 3, 4, 4])]] {
      let pooled = MantelHaenszel(strata)
      #expect(pooled.oddsRatio() == nil)
      #expect(pooled.riskDifference() == nil)
      #expect(pooled.conditionalIndependenceP == nil)
      #expect(pooled.homogeneity == nil)
    }
    let zero = MantelHaenszel([FourfoldTable([0, 9, 4, 9]), FourfoldTable([0, 5, 2, 9])])
    #expect(zero.oddsRatio() == nil && zero.riskRatio() == nil)
    #expect(zero.riskDifference() != nil)
    #expect(zero.conditionalIndependenceP != nil)
  }

  @Test func sparseStrataAreNotTrusted() throws {
    let full = MantelHaenszel([FourfoldTable([40, 100, 30, 100]), FourfoldTable([20, 90, 30, 120])])
    #expect(try #require(full.homogeneity).isTrustworthy)
    let sparse = MantelHaenszel([FourfoldTable([1, 4, 2, 9]), FourfoldTable([40, 100, 30, 100])])
    let test = try #require(sparse.homogeneity)
    #expect(test.wellFilledShare == 0.5 && !test.isTrustworthy)
  }
}
