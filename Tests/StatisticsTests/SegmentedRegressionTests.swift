import Statistics
import Testing

private struct Values: Decodable {
  struct Series: Decodable {
    var values: [Double?]
    var cut, lag: Int
    var coefficients, errors, p, fitted: [Double]
    var limits: [[Double]]
  }
  var series: [Series]
}

@Suite struct SegmentedRegressionTests {
  @Test func agreesWithStatsmodels() throws {
    let values: Values = try oracle("rates")
    #expect(values.series.count == 4)
    for row in values.series {
      let fit = try SegmentedRegression(row.values, firstWeekAfter: row.cut)
      #expect(fit.lag == row.lag)
      for (index, estimate) in [fit.level, fit.slope, fit.levelChange, fit.slopeChange].enumerated() {
        expectClose(estimate?.value, row.coefficients[index], relative: 1e-8)
        expectClose(estimate?.standardError, row.errors[index], relative: 1e-8)
        expectClose(estimate?.lower, row.limits[index][0], relative: 1e-7, floor: 1e-3)
        expectClose(estimate?.upper, row.limits[index][1], relative: 1e-7, floor: 1e-3)
        expectClose(estimate?.p, row.p[index], relative: 1e-6)
      }
      for (fitted, expected) in zip(fit.fitted, row.fitted) { expectClose(fitted, expected, relative: 1e-9) }
    }
  }

  @Test func tooShortSaysHowShort() {
    let weeks = [Double?](repeating: 1, count: 30)
    #expect(throws: SegmentedRegressionFailure.tooFewWeeks(before: 11, after: 19)) {
      try SegmentedRegression(weeks, firstWeekAfter: 11)
    }
    var gaps = weeks
    gaps[29] = nil
    #expect(throws: SegmentedRegressionFailure.tooFewWeeks(before: 18, after: 11)) {
      try SegmentedRegression(gaps, firstWeekAfter: 18)
    }
    #expect(throws: SegmentedRegressionFailure.noSuchWeek(30)) {
      try SegmentedRegression(weeks, firstWeekAfter: 30)
    }
    #expect(throws: SegmentedRegressionFailure.noSuchWeek(0)) {
      try SegmentedRegression([], firstWeekAfter: 0)
    }
    gaps[3] = .nan
    #expect(throws: SegmentedRegressionFailure.notFinite(week: 3)) {
      try SegmentedRegression(gaps, firstWeekAfter: 15)
    }
  }

  /// A series on its own lines has no variance to judge by: fitted values, but no estimates.
  @Test func exactSeriesHasNoInterval() throws {
    let series: [Double?] = (0..<30).map { week in
      let step: Double = week < 14 ? 0 : -0.05
      return 0.2 + 0.01 * Double(week) + step
    }
    let fit = try SegmentedRegression(series, firstWeekAfter: 14)
    #expect(fit.levelChange == nil && fit.slope == nil)
    for (fitted, value) in zip(fit.fitted, series) { expectClose(fitted, value ?? 0, relative: 1e-10) }
    #expect(try SegmentedRegression([Double?](repeating: 0, count: 30), firstWeekAfter: 14).level == nil)
  }

  @Test func controlIsTakenOffWeekByWeek() {
    #expect(SegmentedRegression.difference([3, nil, 5], control: [1, 1, nil]) == [2, nil, nil])
  }
}
