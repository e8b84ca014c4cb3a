import Foundation
import TestSupport
import Testing

/// The built command over the demo desk and odd files, as a user runs it. One at a time: each test waits for a
/// process of its own.
@Suite(.serialized) struct AnalyzeTests {
  @Test func theDemoDeskLooksAsAgreed() throws {
    let run = try readback(["analyze", "Fixtures/desk/incidents.csv"])
    #expect(run.status == 0 && run.errors.isEmpty)
    try expectGolden(run.output, "desk/terminal.txt")
  }

  @Test func everyOutputIsWritten() throws {
    try withTemporaryFolder { folder in
      let run = try readback([
        "analyze", "Fixtures/desk/incidents.csv", "--html", folder.appending(path: "r.html").path,
        "--markdown",
        folder.appending(path: "r.md").path, "--json",
        folder.appending(path: "r.json").path, "--csv", folder.appending(path: "tables").path, "--findings",
        folder.appending(path: "f.ndjson").path, "--rejects", folder.appending(path: "rejects.csv").path,
        "--ticket-url", "https://desk.example.org/{id}", "--quiet",
      ])
      #expect(run.status == 0 && run.output.isEmpty)
      let page = try String(contentsOf: folder.appending(path: "r.html"), encoding: .utf8)
      #expect(page.contains("Content-Security-Policy") && page.contains("https://desk.example.org/INC"))
      #expect(page.utf8.count < 2_000_000)
      let text = try String(contentsOf: folder.appending(path: "r.md"), encoding: .utf8)
      #expect(text.hasPrefix("## ") && text.contains("70 were reopened"))
      let report =
        try JSONSerialization.jsonObject(
          with: Data(contentsOf: folder.appending(path: "r.json"))) as? [String: Any]
      #expect(report?["schema"] as? String == "readback.report/1")
      // Five requesters ask again in a new ticket, as truth.json of the desk says; four of them in words that can be told.
      let truth =
        try JSONSerialization.jsonObject(with: Data(Fixtures.bytes("desk/truth.json"))) as? [String: Any]
      let planted = (truth?["repeat_contacts"] as? [Any])?.count ?? 0
      let repeats = report?["repeat_contacts"] as? Int ?? 0
      #expect(planted == 5 && (4...planted).contains(repeats))
      var rows: [String: Int] = [:]
      for table in ["tickets", "messages", "findings", "associations", "ledger", "rejects"] {
        let text = try String(contentsOf: folder.appending(path: "tables/\(table).csv"), encoding: .utf8)
        rows[table] = text.split(separator: "\n").count - 1
      }
      #expect(rows["tickets"] == 622)
      let findings = try String(contentsOf: folder.appending(path: "f.ndjson"), encoding: .utf8)
      #expect(findings.split(separator: "\n").count == rows["findings"])
      // Nothing half written stays behind.
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(!left.contains { $0.hasSuffix(".partial") })
    }
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let first = try readback([
      "analyze", "Fixtures/desk/tickets.csv", "Fixtures/desk/messages.csv", "--json", "-",
    ])
    let second = try readback([
      "analyze", "Fixtures/desk/messages.csv", "Fixtures/desk/tickets.csv", "--json", "-",
    ])
    #expect(first.status == 0)
    #expect(first.output == second.output)
  }

  @Test(arguments: ["1M", "1024kib", "3G"])
  func anyMemoryGivesTheSameBytes(_ memory: String) throws {
    let command = ["analyze", "Fixtures/desk/messages.csv", "Fixtures/desk/tickets.csv", "--json", "-"]
    let usual = try readback(command)
    let told = try readback(command + ["--memory", memory])
    #expect(usual.status == 0 && told.status == 0)
    #expect(usual.output == told.output)
  }

  @Test func journalsMayComeBeforeTheirTickets() throws {
    func numbers(_ file: String) throws -> [String: Any] {
      let run = try readback(["analyze", "Fixtures/odd/\(file)", "--json", "-"])
      #expect(run.status == 0)
      let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      return (report ?? [:]).filter { $0.key != "inputs" && $0.key != "notes" }
    }
    let after = try numbers("servicenow-two-incidents.xml")
    let before = try numbers("unload-journal-first.xml")
    #expect(NSDictionary(dictionary: after) == NSDictionary(dictionary: before))
  }

  @Test func anEventLogGivesOutcomesOnlyAndSaysSo() throws {
    let run = try readback(["analyze", "Fixtures/odd/event-log.csv"])
    #expect(run.status == 0)
    #expect(run.output.contains("about outcomes"))
  }

  @Test func windowAndLeakChangeWhatIsCounted() throws {
    func reopened(_ options: [String]) throws -> [Int] {
      let run = try readback(["analyze", "Fixtures/desk/incidents.csv", "--json", "-"] + options)
      let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      let counts = report?["reopened"] as? [String: Any]
      return [counts?["events"] as? Int ?? -1, counts?["total"] as? Int ?? -1]
    }
    // Counted in the export by Python's csv module: 622 numbers, 83 with a reopen_count above 0, all resolved once.
    let whole = try reopened(["--window", "none", "--allow-leaky"])
    #expect(whole[0] == 83)
    let cut = try reopened([])
    #expect(cut[1] < whole[1] && cut[0] < whole[0])
  }

  @Test(
    arguments: [
      (["analyze", "no-such-file.csv"], 66, "no-such-file.csv"),
      (["analyze", "Fixtures/odd/empty.csv"], 65, "empty.csv"),
      (["analyze", "Fixtures/odd/header-only.csv"], 65, "header-only.csv"),
      (["analyze", "Fixtures/odd/no-ticket-column.csv"], 65, "no-ticket-column.csv"),
      (["analyze", "Fixtures/odd/truncated.xml"], 3, "truncated.xml:"),
      (["analyze", "Fixtures/odd/control-characters.xml"], 3, "control-characters.xml:"),
      (["analyze", "Fixtures/odd/day-month-ambiguous.csv"], 2, "day-month-ambiguous.csv"),
      (["analyze"], 2, "no file given"),
      (["analyze", "Fixtures/desk/incidents.csv", "--window", "soon"], 2, "--window soon"),
      (["analyze", "Fixtures/desk/incidents.csv", "--where", "colour=red"], 2, "--where colour=red"),
      (["analyze", "Fixtures/desk/incidents.csv", "--map", "status"], 2, "--map status"),
      (["analyze", "Fixtures/desk/incidents.csv", "--memory", "64X"], 2, "--memory 64X: 1M or more"),
      (["analyze", "Fixtures/desk/incidents.csv", "--memory", "1000K"], 2, "--memory 1000K: 1M or more"),
      (["analyze", "Fixtures/desk/incidents.csv", "--colour"], 2, "colour"),
      (
        ["analyze", "Fixtures/desk/incidents.csv", "--html", "no/such/folder/r.html"], 73,
        "no/such/folder/r.html"
      ),
      (["explain", "NOPE", "Fixtures/desk/incidents.csv"], 65, "no ticket NOPE"),
      (["rules", "show", "jargon.acronyms"], 2, "do you mean jargon.acronym"),
    ] as [([String], Int32, String)])
  func whatGoesWrongIsSaidWithItsPlaceAndCode(_ arguments: [String], _ status: Int32, _ words: String) throws
  {
    let run = try readback(arguments)
    #expect(run.status == status)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func whatCameBeforeAFaultIsReported() throws {
    let run = try readback(["analyze", "Fixtures/odd/truncated.xml"])
    #expect(run.output.contains("tickets read"))
    let recovered = try readback(["analyze", "Fixtures/odd/control-characters.xml", "--recover"])
    #expect(recovered.status == 0)
  }
}
