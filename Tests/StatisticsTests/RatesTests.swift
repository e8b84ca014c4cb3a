import Statistics
import Testing

private struct Values: Decodable {
  struct Ratio: Decodable {
    var observed: Int
    var expected, level, lower, upper: Double
  }
  struct Direct: Decodable {
    var events, totals: [[Int]]
    var weights: [[Double]]
    var rate, lower, upper: Double
    var pooled: [Int]
    var everything: Bool
  }
  struct Point: Decodable { var expected, level, lower, upper: Double }
  struct OneFunnel: Decodable {
    var observed: [Int]
    var expected: [Double]
    var dispersion: Double
    var isOverdispersed: Bool
    var points: [Point]
    var mean, between: Double
    var shrunk: [Double]
    var limits: [[Double]]
    var teams: [ObservedExpected] {
      zip(observed, expected).map { ObservedExpected(observed: $0, expected: $1) }
    }
  }
  var ratios: [Ratio]
  var direct: [Direct]
  var funnels: [OneFunnel]
}

@Suite struct ObservedExpectedTests {
  @Test func exactLimitsAgreeWithSciPy() throws {
    let values: Values = try oracle("rates")
    for row in values.ratios {
      let ratio = ObservedExpected(observed: row.observed, expected: row.expected).ratio(level: row.level)
      expectClose(ratio?.lower, row.lower, relative: 1e-10, floor: 1e-9)
      expectClose(ratio?.upper, row.upper, relative: 1e-10)
    }
  }

  @Test func expectsTheRatesOfAll() throws {
    let team = [
      Proportion(events: 2, total: 10), Proportion(events: 0, total: 0), Proportion(events: 5, total: 20),
    ]
    let all = [
      Proportion(events: 30, total: 100), Proportion(events: 0, total: 0), Proportion(events: 40, total: 400),
    ]
    let ratio = try #require(ObservedExpected(team: team, reference: all))
    #expect(ratio.observed == 7)
    expectClose(ratio.expected, 10 * 0.3 + 20 * 0.1, relative: 1e-14)
    #expect(ObservedExpected(team: team, reference: Array(all.dropLast())) == nil)
    #expect(
      ObservedExpected(team: [Proportion(events: 1, total: 2)], reference: [Proportion(events: 0, total: 0)])
        == nil)
    #expect(
      ObservedExpected(team: [Proportion(events: 3, total: 2)], reference: [Proportion(events: 1, total: 2)])
        == nil)
  }

  @Test func nothingExpectedHasNoRatio() {
    #expect(ObservedExpected(observed: 3, expected: 0).ratio() == nil)
    #expect(ObservedExpected(observed: 3, expected: .nan).ratio() == nil)
    #expect(ObservedExpected(observed: -1, expected: 2).ratio() == nil)
    #expect(ObservedExpected(observed: 1, expected: 2).ratio(level: 1) == nil)
  }
}

@Suite struct DirectStandardisationTests {
  @Test func agreesWithNumPy() throws {
    let values: Values = try oracle("rates")
    #expect(values.direct.count == 12)
    for row in values.direct {
      let cells = zip(row.events, row.totals).map { zip($0, $1).map { Proportion(events: $0, total: $1) } }
      let rate = try #require(DirectlyStandardisedRate(cells: cells, weights: row.weights))
      expectClose(rate.rate.value, row.rate, relative: 1e-12, floor: 1e-9)
      expectClose(rate.rate.lower, row.lower, relative: 1e-8, floor: 1e-9)
      expectClose(rate.rate.upper, row.upper, relative: 1e-8)
      #expect(
        rate.pooling == (row.everything ? .everything : row.pooled.isEmpty ? .none : .inner(of: row.pooled)))
    }
  }

  /// With the mix of the tickets themselves the rate is the crude one.
  @Test func ownMixIsTheCrudeRate() throws {
    let cells = [
      [Proportion(events: 3, total: 20), Proportion(events: 8, total: 30)],
      [Proportion(events: 9, total: 50)],
    ]
    let weights: [[Double]] = [[20, 30], [50]]
    let rate = try #require(DirectlyStandardisedRate(cells: cells, weights: weights))
    expectClose(rate.rate.value, 0.2, relative: 1e-14)
    let wilson = try #require(Proportion(events: 20, total: 100).wilson())
    // Strata take up some of the variance, so the interval is no wider than the crude one; the size is capped.
    #expect(rate.rate.lower >= wilson.lower - 1e-12 && rate.rate.upper <= wilson.upper + 1e-12)
  }

  @Test func onlyWeightedCellsMustBeFilled() throws {
    let cells = [[Proportion(events: 1, total: 4), Proportion(events: 0, total: 0)]]
    #expect(
      DirectlyStandardisedRate(cells: cells, weights: [[1, 0]])?.pooling
        == DirectlyStandardisedRate.Pooling.none)
    #expect(DirectlyStandardisedRate(cells: cells, weights: [[1, 1]])?.pooling == .inner(of: [0]))
  }

  @Test func nonsenseHasNoRate() {
    let cells = [[Proportion(events: 1, total: 4)]]
    #expect(DirectlyStandardisedRate(cells: cells, weights: [[1, 2]]) == nil)
    #expect(DirectlyStandardisedRate(cells: cells, weights: [[0]]) == nil)
    #expect(DirectlyStandardisedRate(cells: cells, weights: [[-1]]) == nil)
    #expect(DirectlyStandardisedRate(cells: cells, weights: [[.nan]]) == nil)
    #expect(DirectlyStandardisedRate(cells: [], weights: []) == nil)
    #expect(DirectlyStandardisedRate(cells: [[Proportion(events: 0, total: 0)]], weights: [[1]]) == nil)
    #expect(DirectlyStandardisedRate(cells: [[Proportion(events: 5, total: 4)]], weights: [[1]]) == nil)
  }
}

@Suite struct FunnelTests {
  @Test func limitsAgreeWithSciPy() throws {
    let values: Values = try oracle("rates")
    for row in values.funnels {
      let funnel = try #require(Funnel(row.teams))
      expectClose(funnel.dispersion, row.dispersion, relative: 1e-12)
      #expect(funnel.isOverdispersed == row.isOverdispersed)
      for point in row.points {
        let limits = try #require(funnel.limits(expected: point.expected, level: point.level))
        expectClose(limits.lower, point.lower, relative: 1e-8, floor: 1e-3)
        expectClose(limits.upper, point.upper, relative: 1e-8)
      }
    }
  }

  /// A count on the limit is one that occurs less often than the level allows.
  @Test func limitsHoldTheirLevel() throws {
    let funnel = try #require(Funnel([ObservedExpected(observed: 10, expected: 10)]))
    let limits = try #require(funnel.limits(expected: 12, level: 0.95))
    let poisson = Poisson(mean: 12)
    #expect(poisson.upperTail(from: Int((limits.upper * 12).rounded(.up)) + 1) <= 0.025)
    #expect(poisson.upperTail(from: Int((limits.upper * 12).rounded(.down))) >= 0.025)
  }

  @Test func nothingExpectedHasNoFunnel() throws {
    #expect(Funnel([]) == nil)
    #expect(Funnel([ObservedExpected(observed: 2, expected: 0)]) == nil)
    let funnel = try #require(Funnel([ObservedExpected(observed: 2, expected: 3)]))
    #expect(funnel.limits(expected: 0, level: 0.95) == nil)
    #expect(funnel.limits(expected: 1, level: 1) == nil)
    #expect(funnel.limits(expected: .infinity, level: 0.95) == nil)
  }
}

@Suite struct ShrunkenRatiosTests {
  @Test func agreesWithMarshallsFormula() throws {
    let values: Values = try oracle("rates")
    for row in values.funnels {
      let shrunken = try #require(ShrunkenRatios(row.teams))
      expectClose(shrunken.mean, row.mean, relative: 1e-12)
      expectClose(shrunken.variance, row.between, relative: 1e-9, floor: 1e-3)
      for ((team, expected), limits) in zip(zip(row.teams, row.shrunk), row.limits) {
        let ratio = try #require(shrunken.ratio(of: team))
        expectClose(ratio.value, expected, relative: 1e-9)
        expectClose(ratio.lower, limits[0], relative: 1e-8)
        expectClose(ratio.upper, limits[1], relative: 1e-8)
      }
    }
  }

  @Test func nothingSeenHasNoPrior() {
    #expect(ShrunkenRatios([]) == nil)
    #expect(ShrunkenRatios([ObservedExpected(observed: 0, expected: 4)]) == nil)
    let one = ShrunkenRatios([ObservedExpected(observed: 3, expected: 4)])
    #expect(one?.variance == 0)
    #expect(one?.ratio(of: ObservedExpected(observed: 0, expected: 0)) == nil)
  }
}
