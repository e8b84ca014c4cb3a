import Outcomes
import TestSupport
import Testing
import Tickets

@testable import Reporting

@Suite struct DrawingTests {
  private static let axes: [(Double, Double, [Double], Int)] = [
    (0.0, 0.17, [0, 0.05, 0.1, 0.15, 0.2], 2), (-3.2, 9.8, [-5, 0, 5, 10], 0),
    (0, 1, [0, 0.25, 0.5, 0.75, 1], 2),
    (0, 3_120, [0, 1_000, 2_000, 3_000, 4_000], 0), (7, 7, [0, 0.25, 0.5, 0.75, 1], 2),
    (.nan, 1, [0, 0.25, 0.5, 0.75, 1], 2), (-.infinity, 1, [0, 0.25, 0.5, 0.75, 1], 2),
  ]

  @Test(arguments: axes)
  func ticksAreRound(_ low: Double, _ high: Double, _ ticks: [Double], _ digits: Int) {
    let scale = LinearScale(covering: low, high, from: 0, length: 100, steps: 4)
    #expect(scale.ticks.count == ticks.count)
    for (tick, expected) in zip(scale.ticks, ticks) { #expect(abs(tick - expected) < 1e-9) }
    #expect(scale.tickDigits == digits)
  }

  @Test func axesCoverWhatTheyShow() {
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<5_000 {
      let low =
        Double.random(in: -1...1, using: &generator) * [0.001, 1, 1_000].randomElement(using: &generator)!
      let high =
        low + Double.random(in: 1e-6...1, using: &generator) * [0.001, 1, 1e6].randomElement(
          using: &generator)!
      let steps = Int.random(in: 1...8, using: &generator)
      let scale = LinearScale(covering: low, high, from: 10, length: 300, steps: steps)
      #expect(scale.domain.lowerBound <= low + 1e-9 * abs(low))
      #expect(scale.domain.upperBound >= high - 1e-9 * abs(high))
      #expect((2...steps + 3).contains(scale.ticks.count))
      #expect((10...310).contains(scale.clamped(.random(in: -1e9...1e9, using: &generator))))
    }
  }

  @Test func labelsOfTimeNeverCrowd() {
    for count in [1, 2, 5, 26, 104, 520, 2_000] {
      let times = (0..<count).map {
        Timestamp(year: 2024, month: 1, day: 1).adding(seconds: Int64($0) * 604_800)
      }
      let ticks = RateChart.timeTicks(times, limit: 10)
      #expect((1...10).contains(ticks.count))
      #expect(ticks.allSatisfy { times.contains($0.time) && !$0.label.isEmpty })
    }
    #expect(RateChart.timeTicks([], limit: 10).isEmpty)
  }

  @Test func funnelFindsWhatLiesOutside() {
    let limits: [Report.Funnel.Limit] = [
      .init(expected: 1, usual: 0...(.infinity), wide: 0...(.infinity)),
      .init(expected: 10, usual: 0.4...1.8, wide: 0.2...2.2),
      .init(expected: 30, usual: 0.6...1.4, wide: 0.5...1.6),
    ]
    let plot = FunnelPlot(
      funnel: .init(
        column: "group",
        points: [
          .init(value: "few", observed: 9, expected: 2), .init(value: "inside", observed: 20, expected: 20),
          // Half way between 10 and 30 the upper limit is 1.6.
          .init(value: "above", observed: 33, expected: 20), .init(value: "below", observed: 9, expected: 20),
          .init(value: "beyond", observed: 90, expected: 60),
          .init(value: "nothing", observed: 1, expected: 0),
        ], limits: limits))
    #expect(plot.outside.map(\.value) == ["above", "below", "beyond"])
    #expect(plot.limits(at: 20)?.usual == 0.5...1.6)
  }

  /// Numbers that no report should hold still give a page.
  @Test func oddNumbersStopNothing() {
    var report = SampleReport.full
    report.associations[0].adjusted.riskDifferencePer100 = Effect(
      value: .nan, lower: -.infinity, upper: .infinity)
    report.weeks = [.init(start: Timestamp(seconds: 0), reopened: Proportion(events: 5, total: 0))]
    report.listeningLevels = [1, 2]
    report.funnels[0].limits = []
    report.reopenInterval = Effect(value: .infinity, lower: .nan, upper: 1e300)
    for bytes in [
      HTMLReporter().bytes(report), TerminalReporter().bytes(report), JSONReporter().bytes(report),
      MarkdownReporter().bytes(report), PrometheusReporter().bytes(report),
    ] {
      #expect(!bytes.isEmpty)
      #expect(!String(decoding: bytes, as: UTF8.self).contains(/\bnan\b|\binf\b/))
    }
  }
}
