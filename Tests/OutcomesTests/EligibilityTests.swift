import Outcomes
import TestSupport
import Testing
import Tickets

@Suite struct EligibilityTests {
  static let day: Int64 = 86_400
  static let end = Timestamp(year: 2026, month: 6, day: 1)

  /// A ticket first resolved `resolved` days before the export's end and reopened `reopened` days after that.
  static func row(resolved: Double, reopened: Double? = nil, ever: Bool? = nil) -> Observation {
    var row = Observation()
    let cut = end.adding(seconds: Int64(-resolved * Double(day)))
    row.cutAt = cut
    row.reopenedAt = reopened.map { cut.adding(seconds: Int64($0 * Double(day))) }
    row.isReopenedEver = ever ?? (reopened != nil)
    row.source = .history
    return row
  }

  static func table(_ rows: [Observation]) -> ObservationTable {
    var table = ObservationTable()
    table.rows = rows
    table.note(event: end)
    return table
  }

  @Test func censoringIsBlindToTheOutcome() {
    let table = Self.table([
      Self.row(resolved: 13, reopened: 2), Self.row(resolved: 13), Self.row(resolved: 14, reopened: 2),
      Self.row(resolved: 14), Self.row(resolved: 40, reopened: 14), Self.row(resolved: 40, reopened: 14.01),
    ])
    let eligibility = Eligibility(of: table, policy: CutPolicy())
    #expect(eligibility.rows == [2, 3, 4, 5])
    #expect(eligibility.reopened == [true, false, true, false])
    #expect(eligibility.excluded == [.censored: 2])
    #expect(eligibility.reopenedLater == 1)
    #expect(eligibility.wholeTicket == Proportion(events: 4, total: 6))
  }

  @Test func withoutAWindowNothingIsCensored() {
    let table = Self.table([Self.row(resolved: 1, reopened: 0.5), Self.row(resolved: 100, reopened: 99)])
    let eligibility = Eligibility(of: table, policy: CutPolicy(windowDays: nil))
    #expect(eligibility.total == Proportion(events: 2, total: 2))
  }

  @Test func theCounterDecidesOnlyWhereLeaksAreAllowed() {
    let table = Self.table([Self.row(resolved: 30, ever: true)])
    #expect(Eligibility(of: table, policy: CutPolicy()).total.events == 0)
    #expect(Eligibility(of: table, policy: CutPolicy(windowDays: nil, allowsLeak: true)).total.events == 1)
  }

  @Test func aThankYouIsNoReopen() {
    var row = Self.row(resolved: 30, reopened: 1)
    row.isThanksOnly = true
    let eligibility = Eligibility(of: Self.table([row]), policy: CutPolicy())
    #expect(eligibility.total == Proportion(events: 0, total: 1))
    #expect(eligibility.thanksOnly == 1)
  }

  @Test func everyRowIsCountedOnce() {
    var generator = SeededGenerator(seed: 11)
    var rows: [Observation] = []
    for _ in 0..<500 {
      var row = Self.row(
        resolved: Double.random(in: 0...60, using: &generator),
        reopened: Bool.random(using: &generator) ? Double.random(in: 0...30, using: &generator) : nil)
      if Int.random(in: 0..<4, using: &generator) == 0 {
        row.exclusion = Exclusion.allCases.randomElement(using: &generator)
      }
      rows.append(row)
    }
    let eligibility = Eligibility(of: Self.table(rows), policy: CutPolicy())
    #expect(eligibility.rows.count + eligibility.excluded.values.reduce(0, +) == rows.count)
    #expect(eligibility.rows.count == eligibility.reopened.count)
  }
}
