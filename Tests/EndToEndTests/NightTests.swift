import Foundation
import TestSupport
import Testing

/// The nightly job as a timer runs it.
@Suite(.serialized) struct NightTests {
  /// A desk in a folder: what its configuration says beside where things are, and the lines of the demo desk's export.
  struct Desk {
    let folder: URL
    let header: String
    let records: [String]

    init(_ folder: URL, _ configuration: String = "") throws {
      self.folder = folder
      try FileManager.default.createDirectory(
        at: folder.appending(path: "exports"), withIntermediateDirectories: true)
      let text = """
        version: 1
        inputs:
          files: exports/*.csv
          settle: 0 s
        \(configuration)
        """
      try Data(text.utf8).write(to: folder.appending(path: "readback.yml"))
      let export = try String(decoding: Fixtures.bytes("desk/incidents.csv"), as: UTF8.self)
      let parts = export.components(separatedBy: "\r\n\"INC")
      header = parts[0]
      records = parts.dropFirst().map { "\r\n\"INC" + $0 }
    }

    /// Writes some of the records as an export.
    func export(_ name: String, _ range: Range<Int>) throws {
      let text = header + records[range].joined() + "\r\n"
      try Data(text.utf8).write(to: folder.appending(path: "exports/\(name)"))
    }

    func run(_ options: [String] = []) throws -> CommandResult { try readback(["run"] + options, in: folder) }

    func report() throws -> [String: Any] {
      let data = try Data(contentsOf: folder.appending(path: "reports/latest/report.json"))
      return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    var folders: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "reports").path)) ?? [])
        .sorted()
    }
  }

  @Test func nightsTogetherSayWhatOneExportSays() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(
        folder, "report: {period: 100 weeks, outputs: [html, json, csv, findings, markdown]}")
      #expect(desk.records.count == 623)
      try desk.export("1.csv", 0..<400)
      let first = try desk.run()
      #expect(first.status == 0 && first.output.contains("New since the last run"), "\(first.errors)")
      // The second export shows a hundred tickets again.
      try desk.export("2.csv", 300..<623)
      #expect(try desk.run(["--quiet"]).status == 0)
      let night = try desk.report()["night"] as? [String: Any]
      // Counted by Python's csv module; one of the hundred stands in the whole export twice.
      let (changed, unchanged) = (night?["changed"] as? Int ?? -1, night?["unchanged"] as? Int ?? -1)
      #expect(night?["new"] as? Int == 223 && changed <= 1 && changed + unchanged == 100)

      let whole = try readback(["analyze", "Fixtures/desk/incidents.csv", "--json", "-"])
      let expected = try JSONSerialization.jsonObject(with: Data(whole.output.utf8)) as? [String: Any]
      let report = try desk.report()
      for key in [
        "reopened", "reopen_rate", "associations", "weeks", "breakdowns", "heat_maps", "funnels", "trends",
      ] {
        #expect(
          NSDictionary(dictionary: ["": report[key] ?? 0])
            == NSDictionary(dictionary: ["": expected?[key] ?? 1]), "\(key)")
      }
      #expect((report["change"] as? [String: Any])?["rows"] as? [Any] != nil)

      let link = try FileManager.default.destinationOfSymbolicLink(
        atPath: folder.appending(path: "reports/latest").path)
      #expect(desk.folders == [String(link.dropLast(2)), link, "latest"] && link.hasSuffix("-2"))
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "reports/latest").path)
      #expect(
        files.sorted() == [
          "findings.ndjson", "rejects.csv", "report.html", "report.json", "report.md", "run.json", "tables",
        ])

      let again = try desk.run()
      #expect(again.status == 0 && again.output == "Nothing new.\n" && desk.folders.count == 3)
    }
  }

  @Test func aTicketThatIsReopenedLaterIsUpdated() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder, "report: {outputs: [json]}")
      let header =
        "number,state,opened_at,resolved_at,reopened_at,sys_updated_at,short_description,close_notes\n"
      func export(_ name: String, reopened: String, updated: String) throws {
        var text = header
        for day in 1...9 {
          let own = day == 5 ? reopened : ""
          text +=
            "INC\(day),Resolved,2026-03-0\(day) 08:00:00,2026-03-0\(day) 09:00:00,\(own),\(updated) 09:00:00,Mail,Done.\n"
        }
        try Data(text.utf8).write(to: folder.appending(path: "exports/\(name)"))
      }
      func events() throws -> Int? { (try desk.report()["reopened"] as? [String: Any])?["events"] as? Int }
      try export("1.csv", reopened: "", updated: "2026-05-01")
      let first = try desk.run()
      #expect(first.status == 0, "\(first.errors)")
      #expect(try events() == 0)
      try export("2.csv", reopened: "2026-03-07 10:00:00", updated: "2026-05-02")
      #expect(try desk.run().status == 0)
      #expect(try events() == 1)
      // An old export that turns up late doesn't take it back.
      try export("0.csv", reopened: "", updated: "2026-04-01")
      #expect(try desk.run().status == 0)
      #expect(try events() == 1)
    }
  }

  @Test func gatesAndOtherEndsHaveTheirCodes() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(
        folder,
        "fail_on: [\"reopen_rate > 1 %\"]\ndigest: {to: [lead@example.org]}\nreport: {outputs: [json], metrics: metrics/readback.prom}"
      )
      let empty = try desk.run()
      #expect(
        empty.status == 66 && empty.errors.contains("matches no file")
          || empty.errors.contains("no file is there"))

      try desk.export("1.csv", 0..<623)
      // Where gauges go must be there: the report stays whole, and the next run puts them there.
      let unwritable = try desk.run(["--quiet"])
      #expect(
        unwritable.status == 73 && unwritable.errors.contains("metrics/readback.prom"), "\(unwritable.errors)"
      )
      try FileManager.default.createDirectory(
        at: folder.appending(path: "metrics"), withIntermediateDirectories: true)
      #expect(try desk.run().output == "Nothing new.\n")
      let gauges = try String(contentsOf: folder.appending(path: "metrics/readback.prom"), encoding: .utf8)
      #expect(gauges.contains("readback_tickets_reopened 70\n"))

      try desk.export("2.csv", 0..<10)
      let gate = try desk.run(["--quiet"])
      #expect(gate.status == 1 && gate.errors.contains("gate: reopen rate 12.8 %, more than 1.0 %"))
      let mail = try String(contentsOf: folder.appending(path: "reports/latest/digest.eml"), encoding: .utf8)
      #expect(mail.contains("To: lead@example.org\r\n") && mail.contains("New since the last run"))

      // A file of which nothing can be made keeps nobody from reading the others, and is said every night.
      try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).write(
        to: folder.appending(path: "exports/3.csv"))
      try desk.export("4.csv", 0..<20)
      let refused = try desk.run(["--quiet"])
      #expect(refused.status == 65 && refused.errors.contains("3.csv"))
      #expect(try desk.run(["--quiet"]).status == 65)
    }
  }

  @Test func aSecondRunEndsAtOnce() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      try desk.export("1.csv", 0..<10)
      let lock = open(folder.appending(path: "history.sqlite.lock").path, O_RDWR | O_CREAT, 0o600)
      #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
      let run = try desk.run()
      #expect(run.status == 75 && run.errors.contains("another run is at it"))
      close(lock)
      #expect(try desk.run(["--quiet"]).status == 0)
    }
  }

  @Test func aConfigurationIsWrittenAndExplained() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk(folder)
      try desk.export("1.csv", 0..<30)
      let wrong = try readback(["config", "explain", "--config", "nowhere.yml"], in: folder)
      #expect(wrong.status == 2 && wrong.errors.contains("readback init"))

      let new = try readback(
        [
          "init", "exports/1.csv", "--staff", "*@desk.example.org", "--map", "category=Category",
          "--timezone", "Europe/Berlin",
        ],
        in: folder)
      #expect(new.status == 0, "\(new.errors)")
      try Data(new.output.utf8).write(to: folder.appending(path: "new.yml"))
      let explained = try readback(["config", "explain", "--config", "new.yml"], in: folder)
      #expect(explained.status == 0, "\(explained.errors)")
      let lines = explained.output.split(separator: "\n")
      func value(_ key: String) -> String {
        lines.first { $0.hasPrefix(key + " ") }.map {
          $0.split(separator: " ").dropFirst().joined(separator: " ")
        } ?? ""
      }
      #expect(value("inputs.files").hasPrefix("exports/1.csv new.yml:"))
      #expect(value("import.staff").hasPrefix("*@desk.example.org new.yml:"))
      #expect(value("import.map").hasPrefix("category: Category new.yml:"))
      #expect(value("reopens.window") == "14 days default")

      try Data("version: 1\nreopens: {window: none}\n".utf8).write(to: folder.appending(path: "window.yml"))
      func days(_ options: [String]) throws -> Any? {
        let run = try readback(["analyze", "exports/1.csv", "--json", "-"] + options, in: folder)
        let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        return report?["window_days"]
      }
      #expect(try days(["--config", "window.yml"]) is NSNull)
      #expect(try days(["--config", "window.yml", "--window", "7"]) as? Int == 7)
      #expect(try days([]) as? Int == 14)
    }
  }
}
