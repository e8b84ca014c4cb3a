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
  ) -> Observation {
    var row = Observation()
    row.staffMessages = 1
    row.replySketch = reply
    row.replyIsBare = isBare
    row.requestSketch = request
    row.requesterHash = requester
    row.openedAt = Timestamp(seconds: 1_770_000_000 + day * Self.day, precision: .second)
    return row
  }

  private func table(_ rows: [Observation]) -> ObservationTable {
    var table = ObservationTable()
    table.rows = rows
    return table
  }

  @Test func aReplyUsedOftenIsCannedWhereItIsBare() {
    let template: UInt64 = 0x0123_4567_89AB_CDEF
    // One four differs: the same template, filled in otherwise.
    let variant = template ^ 0x5
    var table = table(
      [true, true, false, true].map { row(reply: template, isBare: $0) }
        + [row(reply: variant, isBare: true), row(reply: ~template, isBare: true), row()])
    let groups = CorpusPatterns().resolve(&table, canned: Self.rule)
    #expect(groups.templates == [[0, 1, 2, 3, 4]])
    #expect(table.rows.map { $0.found[Self.rule] } == [true, true, false, true, true, false, false])
    #expect(table.rows.map { $0.looked[Self.rule] } == [true, true, true, true, true, true, false])
  }

  @Test func fourTicketsAreNoTemplate() {
    var table = table((0..<4).map { _ in row(reply: 77, isBare: true) })
    let groups = CorpusPatterns().resolve(&table, canned: Self.rule)
    #expect(groups.templates.isEmpty)
    #expect(!table.rows.contains { $0.found[Self.rule] })
  }

  @Test func requestsFarApartAreTwoEvents() {
    let rows = [0, 1, 2, 20, 21, 22, 23].enumerated().map { index, day in
      row(request: 99, requester: UInt64(index + 1), day: Int64(day))
    }
    var table = table(rows.reversed())
    let groups = CorpusPatterns().resolve(&table, canned: nil)
    #expect(groups.recurrences == [[3, 2, 1, 0], [6, 5, 4]])
    let tables = CorpusPatterns().tables(groups, table) { $0 == 3 ? true : $0 == 2 ? false : nil }
    #expect(tables.recurrences.map(\.tickets) == [4, 3])
    #expect(tables.recurrences.map(\.requesters) == [4, 3])
    #expect(tables.recurrences[0].reopened == Proportion(events: 1, total: 2))
    #expect(tables.recurrences[0].since == table.rows[3].openedAt)
    #expect(tables.recurrences[0].until == table.rows[0].openedAt)
  }

  @Test func onePersonsRepeatsAreNoRecurrence() {
    var table = table((0..<3).map { row(request: 99, requester: 5, day: $0) })
    #expect(CorpusPatterns().resolve(&table, canned: nil).recurrences.isEmpty)
    // An export that names nobody can't tell: shown all the same.
    var unnamed = self.table((0..<3).map { row(request: 99, day: $0) })
    #expect(CorpusPatterns().resolve(&unnamed, canned: nil).recurrences == [[0, 1, 2]])
  }
}
