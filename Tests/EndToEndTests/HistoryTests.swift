import Foundation
import TestSupport
import Testing

/// A history as its commands fill and read it.
@Suite(.serialized) struct HistoryTests {
  /// Debug builds take seconds for the demo desk, so one history serves all tests that only read.
  private static func withHistory(_ body: (URL, String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "h.sqlite").path
      let run = try readback(["analyze", "Fixtures/desk/incidents.csv", "--db", path, "--quiet"])
      #expect(run.status == 0, "\(run.errors)")
      try body(folder, path)
    }
  }

  @Test func aHistorySaysWhatItsExportSays() throws {
    try Self.withHistory { folder, path in
      let key = try FileManager.default.attributesOfItem(atPath: path + ".key")
      #expect(key[.posixPermissions] as? Int == 0o600)

      // Observations kept and read back are compared exactly as those just made.
      let remembered = try readback(["compare", "--db", path, "--date", "2026-04-01", "--json", "-"])
      let direct = try readback([
        "compare", "Fixtures/desk/incidents.csv", "--date", "2026-04-01", "--json", "-",
      ])
      #expect(remembered.status == 0 && !direct.output.isEmpty)
      #expect(remembered.output == direct.output)

      let trend = try readback(["trend", "--db", path, "--json", "-"])
      let report = try JSONSerialization.jsonObject(with: Data(trend.output.utf8)) as? [String: Any]
      let weeks = report?["reopened"] as? [[String: Any]] ?? []
      func sum(_ name: String) -> Int {
        weeks.reduce(0) { $0 + (($1["value"] as? [String: Any])?[name] as? Int ?? 0) }
      }
      // What the README shows: 70 of 547.
      #expect(sum("events") == 70 && sum("total") == 547)
      #expect(try readback(["trend", "--db", path]).output.contains("Acronyms nobody explained"))
    }
  }

  @Test func theSameExportTwiceChangesNothingAndATicketIsForgotten() throws {
    try Self.withHistory { folder, path in
      func rows(_ ticket: String) throws -> Int {
        // SQLite keeps text as it is: the id stands in the file once for each row and index that holds it.
        let bytes = try Data(contentsOf: URL(filePath: path))
        return bytes.ranges(of: Data(ticket.utf8)).count
      }
      #expect(try rows("INC0041207") > 0)
      let before = try Data(contentsOf: URL(filePath: path))
      let again = try readback(["analyze", "Fixtures/desk/incidents.csv", "--db", path, "--quiet"])
      #expect(again.status == 0)
      #expect(try Data(contentsOf: URL(filePath: path)) == before)

      let forget = try readback(["forget", "--db", path, "--ticket", "INC0041207"])
      #expect(forget.status == 0 && forget.output == "INC0041207: 1 ticket forgotten\n")
      #expect(try rows("INC0041207") == 0)
    }
  }

  @Test(arguments: [
    (["trend", "--db", "no/such/history.sqlite"], 66, "begins a history"),
    (["compare", "--db", "no/such/history.sqlite", "--date", "2026-04-01"], 66, "begins a history"),
    (["compare", "a.csv", "--db", "h.sqlite", "--date", "2026-04-01"], 2, "not both"),
    (["forget", "--db", "h.sqlite"], 2, "--ticket or --person"),
  ]) func whatIsMissingIsSaid(_ arguments: [String], _ status: Int32, _ words: String) throws {
    let run = try readback(arguments)
    #expect(run.status == status)
    #expect(run.errors.contains(words))
  }
}
