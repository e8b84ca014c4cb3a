import Foundation
import History
import Outcomes
import TestSupport
import Testing
import Tickets

@Suite struct HistoryStoreTests {
  static func ticket(_ id: String, findings: [RuleID: Int]) -> TicketRecord {
    var ticket = TicketRecord(source: "desk", id: id)
    ticket.openedAt = Timestamp(year: 2026, month: 3, day: 2)
    ticket.findings = findings
    return ticket
  }

  @Test func writingTwiceChangesNothing() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "h.sqlite").path
      for _ in 0..<2 {
        let store = try HistoryStore(path: path)
        try store.record(
          run: "a", ruleSetHash: "r", asOf: nil,
          tickets: [
            Self.ticket("1", findings: ["jargon.term": 2, "tone.blame": 1]), Self.ticket("2", findings: [:]),
          ],
          associations: [])
        let counts = try store.counts()
        #expect(counts.runs == 1 && counts.tickets == 2 && counts.findings == 3)
      }
    }
  }

  @Test func aTicketSeenAgainReplacesItsRows() throws {
    try withTemporaryFolder { folder in
      let store = try HistoryStore(path: folder.appending(path: "h.sqlite").path)
      try store.record(
        run: "a", ruleSetHash: "r", asOf: nil, tickets: [Self.ticket("1", findings: ["jargon.term": 2])],
        associations: [])
      try store.record(
        run: "b", ruleSetHash: "r", asOf: nil, tickets: [Self.ticket("1", findings: ["tone.blame": 1])],
        associations: [])
      let counts = try store.counts()
      #expect(counts.runs == 2 && counts.tickets == 1 && counts.findings == 1)
    }
  }

  @Test func aFileThatIsNoDatabaseIsSaid() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "h.sqlite").path
      try Data("this is no database, whatever it is called".utf8).write(to: URL(filePath: path))
      let error = #expect(throws: HistoryError.self) { try HistoryStore(path: path) }
      #expect(error?.path == path)
    }
  }
}
