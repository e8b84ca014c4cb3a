import TestSupport
import Testing

@testable import TicketImport

/// Whatever goes in, nothing crashes, and every row is accounted for.
@Suite struct ImporterPropertyTests {
  @Test func anyTable() throws {
    var random = SeededGenerator(seed: 2026)
    let columns = [
      "number", "ticket_id", "short_description", "description", "comments_and_work_notes", "opened_at",
      "sys_updated_on",
      "incident_state", "caller_id", "assigned_to", "author", "body", "created_at", "is_private", "role",
      "score", "name",
      "old_value", "new_value", "field", "reopen_count", "Comment", "Comment", "close_notes", "",
    ]
    let values = [
      "", "INC1", "INC2", "INC1", "Ana Ruiz", "Joe", "?", "2026-03-01 10:00:00", "03/04/2026 10:00",
      "13/04/2026", "1",
      "true", "Closed", "New", "some words", "\"two\nlines\"",
      "\"2026-03-01 10:00:00 - Ana (Work notes)\nx\n\n\"",
      "\"unclosed", "<p>html</p>", "\u{feff}", "é", "\0", ";", "30/Jun/25 9:54 AM;ana;text", "system",
      "agent",
    ]
    func pick(_ list: [String]) -> String { list[Int(random.next() % UInt64(list.count))] }
    var read = 0
    for _ in 0..<400 {
      let files = (0..<Int(random.next() % 3) + 1).map { number in
        let width = Int(random.next() % 9) + 1
        let header = (0..<width).map { _ in pick(columns) }.joined(separator: ",")
        let rows = (0..<Int(random.next() % 12)).map { _ in
          (0..<max(1, width + Int(random.next() % 3) - 1)).map { _ in pick(values) }.joined(separator: ",")
        }
        return (name: "\(number).csv", text: ([header] + rows).joined(separator: "\n"))
      }
      do {
        var options = ImportOptions()
        options.dateOrder = .dayFirst
        let imported = try ImportedTickets(files, options: options, ticketsPerBatch: 3)
        #expect(imported.ledger.addsUp, "\(files)")
        #expect(imported.ledger.rejectedRows == imported.rejects.count)
        read += imported.ledger.rowsRead
      } catch let error as ImportError {
        #expect(!error.message.isEmpty)
      }
    }
    #expect(read > 500)
  }

  @Test func anyBytes() {
    var random = SeededGenerator(seed: 77)
    for _ in 0..<300 {
      let count = Int(random.next() % 400)
      var bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 8) }
      if random.next() % 3 == 0 { bytes = Array("<unload><incident><number>".utf8) + bytes }
      if random.next() % 3 == 0 { bytes = Array("number,comments\n".utf8) + bytes }
      do {
        var importer = try Importer(inputs: [InputFile(bytes: bytes, name: "x")])
        try importer.read(ticketsPerBatch: 2) { _ in true }
        #expect(importer.ledger.addsUp)
      } catch {
        #expect(error is ImportError)
      }
    }
  }

  /// Cutting a good file anywhere loses at most what is behind the cut.
  @Test func anyPrefix() throws {
    let text = ImporterTests.journals
    for length in stride(from: 0, to: text.utf8.count, by: 7) {
      let prefix = String(decoding: Array(text.utf8.prefix(length)), as: UTF8.self)
      guard let imported = try? ImportedTickets([("t.csv", prefix)]) else { continue }
      #expect(imported.ledger.addsUp, "\(length)")
    }
  }
}
