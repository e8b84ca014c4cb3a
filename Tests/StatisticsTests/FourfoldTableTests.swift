import Statistics
import Testing

private struct Values: Decodable {
  struct Share: Decodable {
    var events, total: Int
    var level: Double
    var wilson, clopperPearson: [Double]
  }
  struct Intervals: Decodable {
    var level: Double
    var riskDifference: [Double]
    var riskRatio, oddsRatio: [Double]?
    var exact: [Double?]?
  }
  struct Fourfold: Decodable {
    var counts: [Int]
    var intervals: [Intervals]
    var fisherP, pearsonP, leastExpected: Double?
  }
  struct Family: Decodable { var p, q: [Double] }
  var proportions: [Share]
  var fourfold: [Fourfold]
  var qValues: [Family]
}

@Suite struct FourfoldTableTests {
  @Test func proportionsAgreeWithStatsmodels() throws {
    let values: Values = try oracle("tables")
    for row in values.proportions {
      let share = Proportion(events: row.events, total: row.total)
      let wilson = try #require(share.wilson(level: row.level))
      expectClose(wilson.lower, row.wilson[0], floor: 1e-6)
      expectClose(wilson.upper, row.wilson[1])
      let exact = try #require(share.clopperPearson(level: row.level))
      expectClose(exact.lower, row.clopperPearson[0], floor: 1e-6)
      expectClose(exact.upper, row.clopperPearson[1])
    }
  }

  @Test func intervalsAgreeWithStatsmodels() throws {
    let values: Values = try oracle("tables")
    #expect(values.fourfold.count == 40)
    for row in values.fourfold {
      let table = FourfoldTable(row.counts)
      for expected in row.intervals {
        let what = "\(row.counts) \(expected.level)"
        let difference = try #require(table.riskDifference(level: expected.level))
        expectClose(difference.lower, expected.riskDifference[0], floor: 1e-4, what)
        expectClose(difference.upper, expected.riskDifference[1], floor: 1e-4, what)
        let ratio = table.riskRatio(level: expected.level)
        #expect((ratio == nil) == (expected.riskRatio == nil))
        if let ratio, let limits = expected.riskRatio {
          expectClose(ratio.lower, limits[0], what)
          expectClose(ratio.upper, limits[1], what)
        }
        let odds = table.oddsRatio(level: expected.level)
        #expect((odds == nil) == (expected.oddsRatio == nil))
        if let odds, let limits = expected.oddsRatio {
          expectClose(odds.lower, limits[0], what)
          expectClose(odds.upper, limits[1], what)
        }
      }
    }
  }

  /// SciPy's own root finding is good to about 1e-8.
  @Test func exactOddsRatiosAgreeWithSciPy() throws {
    let values: Values = try oracle("tables")
    var count = 0
    for row in values.fourfold {
      for expected in row.intervals {
        guard let limits = expected.exact else { continue }
        count += 1
        let exact = try #require(FourfoldTable(row.counts).exactOddsRatio(level: expected.level))
        #expect((exact.value == nil) == (limits[0] == nil))
        if let value = limits[0] { expectClose(exact.value, value, "\(row.counts)") }
        if let lower = limits[1] { expectClose(exact.lower, lower, "\(row.counts)") }
        #expect((exact.upper == nil) == (limits[2] == nil))
        if let upper = limits[2] { expectClose(exact.upper, upper, "\(row.counts)") }
      }
    }
    #expect(count > 60)
  }

  @Test func testsAgreeWithSciPy() throws {
    let values: Values = try oracle("tables")
    for row in values.fourfold {
      let table = FourfoldTable(row.counts)
      guard let fisher = row.fisherP, let pearson = row.pearsonP, let expected = row.leastExpected else {
        #expect(table.fisher == nil && table.independence == nil)
        continue
      }
      expectClose(table.fisher?.p, fisher, floor: 1e-290, "\(row.counts)")
      let test = try #require(table.independence)
      #expect(test.method == (expected < 5 ? .fisher : .pearson))
      expectClose(test.p, expected < 5 ? fisher : pearson, floor: 1e-290, "\(row.counts)")
    }
  }

  /// Newcombe (1998), table II, method 10: 56/70 − 48/80 and 9/10 − 3/10.
  @Test func newcombesOwnExamples() throws {
    let a = try #require(FourfoldTable([56, 70, 48, 80]).riskDifference())
    #expect(abs(a.lower - 0.0524) < 5e-5 && abs(a.upper - 0.3339) < 5e-5)
    let b = try #require(FourfoldTable([9, 10, 3, 10]).riskDifference())
    #expect(abs(b.lower - 0.1705) < 5e-5 && abs(b.upper - 0.8090) < 5e-5)
  }

  /// Fisher's tea: 3 of 4 cups right, two-sided p = 34/70.
  @Test func fishersTea() {
    expectClose(FourfoldTable([3, 4, 1, 4]).fisher?.p, 34.0 / 70, relative: 1e-13)
  }

  @Test func nothingToTell() {
    let empty = FourfoldTable()
    #expect(empty.riskDifference() == nil && empty.riskRatio() == nil && empty.oddsRatio() == nil)
    #expect(empty.independence == nil && empty.exactOddsRatio() == nil)
    let oneArm = FourfoldTable([3, 9, 0, 0])
    #expect(oneArm.riskDifference() == nil && oneArm.exactOddsRatio() == nil)
    let nobody = FourfoldTable([0, 5, 0, 7])
    #expect(nobody.riskRatio() == nil && nobody.oddsRatio() == nil && nobody.independence == nil)
    #expect(nobody.riskDifference()?.value == 0)
    let single = FourfoldTable([1, 1, 0, 1])
    #expect(single.riskDifference()?.value == 1)
    #expect(single.fisher?.p == 1)
    // One event among two: P(it is the exposed one) = ψ / (1 + ψ) = 0.025 gives the only limit.
    #expect(single.exactOddsRatio()?.value == nil && single.exactOddsRatio()?.upper == nil)
    expectClose(single.exactOddsRatio()?.lower, 1.0 / 39, relative: 1e-11)
    #expect(Proportion(events: 0, total: 0).wilson() == nil)
  }

  @Test(arguments: [[5, 4, 1, 9], [-1, 4, 1, 9], [1, 4, 10, 9], [1, Int.max, 2, Int.max]])
  func impossibleCountsGiveNothing(counts: [Int]) {
    let table = FourfoldTable(counts)
    #expect(!table.isPossible && table.total == 0 && table.events == 0)
    #expect(table.riskDifference() == nil && table.riskRatio() == nil && table.oddsRatio() == nil)
    #expect(table.independence == nil && table.fisher == nil && table.exactOddsRatio() == nil)
  }

  @Test func sumsBeyondAllIntegersGiveNothing() {
    let huge = FourfoldTable([1, Int.max / 2 + 1, 1, 9])
    #expect(!(huge + huge).isPossible && (huge + huge).riskDifference() == nil)
    let cell = Proportion(events: 1, total: Int.max)
    let empty = Proportion(events: 0, total: 0)
    #expect(DirectlyStandardisedRate(cells: [[cell, cell, empty]], weights: [[1, 1, 1]]) == nil)
  }

  @Test func levelsOutOfRangeGiveNothing() {
    let table = FourfoldTable([5, 10, 2, 10])
    for level in [0, 1, -0.5, 2, Double.nan] {
      #expect(table.riskDifference(level: level) == nil)
      #expect(table.oddsRatio(level: level) == nil)
      #expect(table.exactOddsRatio(level: level) == nil)
    }
  }

  @Test func addingOneByOneIsPouringTogether() {
    var table = FourfoldTable()
    table.add(exposed: true, event: true, count: 2)
    table.add(exposed: true, event: false)
    table.add(exposed: false, event: true)
    table.add(exposed: false, event: false, count: 4)
    #expect(table == FourfoldTable([2, 3, 1, 5]))
    #expect(table + table == FourfoldTable([4, 6, 2, 10]))
  }

  @Test func qValuesAgreeWithSciPy() throws {
    let values: Values = try oracle("tables")
    for family in values.qValues {
      for (q, expected) in zip(Multiplicity.qValues(family.p), family.q) {
        expectClose(q, expected, relative: 1e-12)
      }
    }
    #expect(Multiplicity.qValues([]) == [])
    #expect(Multiplicity.qValues([.nan, 0.01]) == [1, 0.02])
  }

  @Test func exactTestOfTenMillionIsQuickAndSane() throws {
    let table = FourfoldTable([200_400, 2_000_000, 800_000, 8_000_000])
    let fisher = try #require(table.fisher?.p)
    let normal = table.independence?.p ?? 0
    // The exact test is the χ² one with half a count of discreteness.
    #expect(abs(fisher - normal) < 0.002)
    expectClose(table.exactOddsRatio()?.value, table.oddsRatio()?.value ?? 0, relative: 1e-5)
  }
}

extension FourfoldTable {
  /// Exposed events, exposed total, unexposed events, unexposed total.
  init(_ counts: [Int]) {
    self.init(
      exposedEvents: counts[0], exposedTotal: counts[1], unexposedEvents: counts[2], unexposedTotal: counts[3]
    )
  }
}
