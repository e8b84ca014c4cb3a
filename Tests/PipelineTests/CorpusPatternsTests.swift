import Outcomes
import Reporting
import Testing
import Tickets

@testable import Pipeline

/// What all tickets together tell, from rows as a run leaves them.
@Suite struct CorpusPatternsTests {
  private static let day: Int64 = 86_400
  private static let rule = 3

  private func row(
    reply: UInt64 = 0, isBare: Bool = false, request: UInt64 = 0, requester: UInt64 = 0, day: Int64 = 0
  ) -> CorpusPatterns.Row {
    CorpusPatterns.Row(
      reply: reply, request: request, requester: requester,
      openedAt: Timestamp(seconds: 1_770_000_000 + day * Self.day, precision: .second), isBare: isBare,
      hasStaffText: true)
  }

  /// What a run has when it has gone by tickets with these rows.
  private func run(_ rows: [CorpusPatterns.Row]) -> (CorpusPatterns, ObservationTable) {
    var patterns = CorpusPatterns()
    var table = ObservationTable()
    for row in rows {
      patterns.note(row)
      table.append(Observation())
    }
    return (patterns, table)
  }

  private func states(_ table: ObservationTable) -> [ExposureState] {
    (0..<table.count).map { table.state(of: Self.rule, row: $0) }
  }

  @Test func aReplyUsedOftenIsCannedWhereItIsBare() {
    let template: UInt64 = 0x0123_4567_89AB_CDEF
    // One four differs: the same template, filled in otherwise.
    let variant = template ^ 0x5
    var (patterns, table) = run(
      [true, true, false, true].map { row(reply: template, isBare: $0) }
        + [row(reply: variant, isBare: true), row(reply: ~template, isBare: true), row()])
    let groups = patterns.resolve(&table, canned: Self.rule)
    #expect(groups.templates == [[0, 1, 2, 3, 4]])
    #expect(groups.canned == 4)
    #expect(
      states(table) == [.found, .found, .notFound, .found, .found, .notFound, .notApplicable])
  }

  @Test func fourTicketsAreNoTemplate() {
    var (patterns, table) = run((0..<4).map { _ in row(reply: 77, isBare: true) })
    let groups = patterns.resolve(&table, canned: Self.rule)
    #expect(groups.templates.isEmpty)
    #expect(!states(table).contains(.found))
  }

  @Test func requestsFarApartAreTwoEvents() {
    let rows = [0, 1, 2, 20, 21, 22, 23].enumerated().map { index, day in
      row(request: 99, requester: UInt64(index + 1), day: Int64(day))
    }
    var (patterns, table) = run(rows.reversed())
    let groups = patterns.resolve(&table, canned: nil)
    #expect(groups.recurrences == [[3, 2, 1, 0], [6, 5, 4]])
    let tables = patterns.tables(groups, table) { $0 == 3 ? true : $0 == 2 ? false : nil }
    #expect(tables.recurrences.map(\.tickets) == [4, 3])
    #expect(tables.recurrences.map(\.requesters) == [4, 3])
    #expect(tables.recurrences[0].reopened == Proportion(events: 1, total: 2))
    #expect(tables.recurrences[0].since == patterns.rows[3].openedAt)
    #expect(tables.recurrences[0].until == patterns.rows[0].openedAt)
  }

  @Test func onePersonsRepeatsAreNoRecurrence() {
    var (patterns, table) = run((0..<3).map { row(request: 99, requester: 5, day: $0) })
    #expect(patterns.resolve(&table, canned: nil).recurrences.isEmpty)
    // An export that names nobody can't tell: shown all the same.
    (patterns, table) = run((0..<3).map { row(request: 99, day: $0) })
    #expect(patterns.resolve(&table, canned: nil).recurrences == [[0, 1, 2]])
  }
}
