import Outcomes
import TestSupport
import Testing
import Tickets

@testable import Reporting

@Suite struct WeekTests {
  private func weeks(_ totals: [Int]) -> [Report.Week] {
    totals.enumerated().map {
      .init(
        start: Timestamp(seconds: Int64($0.offset) * 604_800, precision: .day),
        reopened: Proportion(events: $0.element / 3, total: $0.element))
    }
  }

  @Test(arguments: [
    ([40, 50, 60], [40, 50, 60]), ([10, 25, 40], [35, 40]), ([40, 10, 10], [60]), ([5, 5], [10]), ([], []),
    ([29, 1, 30, 3], [30, 33]), ([100, 20, 15, 31], [100, 35, 31]),
  ])
  func quietWeeksAreJoined(_ totals: [Int], _ expected: [Int]) {
    let joined = Report.Week.joining(weeks(totals), fewest: 30) { _ in nil }
    #expect(joined.map(\.reopened.total) == expected)
  }

  @Test func nothingIsLost() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<500 {
      let all = weeks(
        (0..<Int.random(in: 0...40, using: &generator)).map { _ in Int.random(in: 0...60, using: &generator) }
      )
      let joined = Report.Week.joining(all) { SampleReport.wilson($0.events, $0.total) }
      #expect(joined.reduce(0) { $0 + $1.reopened.total } == all.reduce(0) { $0 + $1.reopened.total })
      #expect(joined.reduce(0) { $0 + $1.reopened.events } == all.reduce(0) { $0 + $1.reopened.events })
      #expect(joined.count <= 1 || joined.allSatisfy { $0.reopened.total >= Report.Week.fewestTickets })
      #expect(joined.allSatisfy { $0.interval != nil || $0.reopened.total == 0 })
    }
  }
}
