import Foundation
import TestSupport
import Testing

/// What the system that runs the command is given: manual, completions, units; checked by those who read them.
@Suite(.serialized) struct OperationsTests {
  /// Runs a program that may not be there; `nil` if it isn't.
  static func tool(_ name: String, _ arguments: [String], in folder: URL) throws -> (
    status: Int32, errors: String
  )? {
    guard
      let path = ["/usr/bin/", "/bin/"].map({ $0 + name }).first(where: FileManager.default.isExecutableFile)
    else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    _ = try output.fileHandleForReading.readToEnd()
    let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: complaints, as: UTF8.self))
  }

  @Test func theManualNamesEverythingAndIsWellFormed() throws {
    let run = try readback(["manual"])
    #expect(run.status == 0)
    for words in [
      ".TH READBACK 1", ".SS readback analyze [file]", ".SS readback config explain",
      "\\fB\\-\\-split\\-by\\fR",
      ".B reopens.window", ".SH EXIT CODES", "history.keep",
    ] { #expect(run.output.contains(words), "\(words)") }
    try withTemporaryFolder { folder in
      try Data(run.output.utf8).write(to: folder.appending(path: "readback.1"))
      let groff = try Self.tool("groff", ["-man", "-Tutf8", "-ww", "-z", "readback.1"], in: folder)
      #expect(groff == nil || groff?.errors == "")
    }
  }

  @Test(arguments: [("bash", ["-n"]), ("zsh", ["-n"]), ("fish", ["--no-execute"])])
  func shellsReadTheCompletions(_ shell: String, _ check: [String]) throws {
    let run = try readback(["--generate-completion-script", shell])
    #expect(run.status == 0 && run.output.contains("--split-by") || run.output.contains("split-by"))
    try withTemporaryFolder { folder in
      try Data(run.output.utf8).write(to: folder.appending(path: "completion"))
      let result = try Self.tool(shell, check + ["completion"], in: folder)
      #expect(result == nil || result?.status == 0, "\(result?.errors ?? "")")
    }
  }

  @Test func systemdTakesTheUnits() throws {
    let run = try readback(["init", "--systemd"])
    #expect(run.status == 0 && run.output.contains("ProtectSystem=strict") && run.output.contains("crontab"))
    try withTemporaryFolder { folder in
      // Each file begins with its name.
      for part in run.output.components(separatedBy: "# /etc/systemd/system/").dropFirst() {
        let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.dropFirst().joined(separator: "\n")
          .replacing("/usr/local/bin/readback", with: commandURL.path)
        try Data(text.utf8).write(to: folder.appending(path: String(lines[0])))
      }
      let verified = try Self.tool(
        "systemd-analyze", ["verify", "--man=no", "./readback.service", "./readback.timer"], in: folder)
      #expect(verified == nil || verified?.status == 0 && verified?.errors == "", "\(verified?.errors ?? "")")
    }
  }

  @Test func aGoodReplyHasNoGapAndAStrength() throws {
    try withTemporaryFolder { folder in
      let findings = folder.appending(path: "f.ndjson")
      let run = try readback([
        "analyze", "Fixtures/desk/incidents.csv", "--json", "-", "--findings", findings.path,
      ])
      let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      var kinds: [String: Set<String>] = [:]
      for line in try String(contentsOf: findings, encoding: .utf8).split(separator: "\n") {
        let finding = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        kinds["\(finding["ticket"] ?? "") \(finding["message"] ?? "")", default: []]
          .insert(finding["kind"] as? String ?? "")
      }
      let rules = report?["rules"] as? [[String: Any]] ?? []
      let good = rules.compactMap { $0["good_reply"] as? [String: Any] }
      #expect(good.count > 5)
      for reply in good {
        #expect(kinds["\(reply["ticket"] ?? "") \(reply["message"] ?? "")"] == ["strength"])
        #expect((reply["quote"] as? String ?? "").count > 40)
      }
      // Every reply that is marked has one of the four marks.
      let rubric = report?["rubric"] as? [[String: Any]] ?? []
      #expect(rubric.map { ($0["replies"] as? [Int])?.count } == [4, 4, 4, 4])
    }
  }

  @Test func oneMorePageATeam() throws {
    try withTemporaryFolder { folder in
      let run = try readback([
        "analyze", "Fixtures/desk/incidents.csv", "--html", folder.appending(path: "all.html").path,
        "--split-by", "group",
        "--quiet",
      ])
      #expect(run.status == 0, "\(run.errors)")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      // The teams of the demo desk with 30 tickets and more, by Python's csv module.
      #expect(files == ["all.html"] + Self.teamPages + ["index.html"])
      let index = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
      for page in Self.teamPages + ["all.html"] { #expect(index.contains("href=\"\(page)\"")) }
      let team = try String(contentsOf: folder.appending(path: Self.teamPages[0]), encoding: .utf8)
      #expect(team.contains("group: ") && team.contains("class=\"examples\""))
      #expect(try readback(["analyze", "Fixtures/desk/incidents.csv", "--split-by", "group"]).status == 2)
    }
  }

  static let teamPages = [
    "group-business-applications.html",
    "group-network-access.html",
    "group-service-desk.html",
    "group-workplace-devices.html",
  ]
}
