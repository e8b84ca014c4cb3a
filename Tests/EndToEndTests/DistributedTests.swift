import Foundation
import TestSupport
import Testing

/// Converting, scoring in parts and merging gives what one machine gives. One at a time: each test waits for processes
/// of its own.
@Suite(.serialized) struct DistributedTests {
  @Test(arguments: [
    ["desk/incidents.csv"], ["desk/tickets.csv", "desk/messages.csv", "desk/status_history.csv"],
    ["xml/zendesk-tickets.xml"], ["mail/desk.mbox"],
  ])
  func anySplitGivesTheReportOfAnalyze(files: [String]) throws {
    let files = files.map { "Fixtures/\($0)" }
    let expected = try readback(["analyze"] + files + ["--json", "-"])
    let converted = try readback(["convert"] + files)
    #expect(expected.status == 0 && converted.status == 0)
    let lines = converted.output.split(separator: "\n")
    try withTemporaryFolder { folder in
      // Uneven parts, the first the largest; the second comes twice, and the last comes first.
      var parts: [String] = []
      for (place, bounds) in [(0.0, 0.5), (0.5, 0.6), (0.6, 1.0)].enumerated() {
        let range = Int(bounds.0 * Double(lines.count))..<Int(bounds.1 * Double(lines.count))
        let part = folder.appending(path: "\(place).ndjson")
        try Data((lines[range].joined(separator: "\n") + "\n").utf8).write(to: part)
        let scored = try readback(["score", "--observations", part.path])
        #expect(scored.status == 0 && scored.output.split(separator: "\n").count == range.count)
        let observations = folder.appending(path: "\(place).observations")
        try Data(scored.output.utf8).write(to: observations)
        parts.append(observations.path)
      }
      let merged = try readback(["merge", parts[2], parts[1], parts[0], parts[1], "--json", "-"])
      #expect(merged.status == 0, "\(merged.errors)")
      #expect(merged.output == expected.output)
    }
  }

  @Test func optionsOfBothStepsCount() throws {
    let options = ["--window", "7", "--strictness", "strict"]
    let expected = try readback(
      ["analyze", "Fixtures/desk/incidents.csv", "--since", "2026-01-01", "--json", "-"] + options)
    try withTemporaryFolder { folder in
      let converted = folder.appending(path: "tickets.ndjson").path
      #expect(
        try readback(["convert", "Fixtures/desk/incidents.csv", "--output", converted]).output.isEmpty)
      let scored = try readback(
        ["score", "--observations", converted, "--since", "2026-01-01"] + options)
      let observations = folder.appending(path: "observations").path
      try Data(scored.output.utf8).write(to: URL(filePath: observations))
      let merged = try readback(["merge", observations, "--json", "-"] + options)
      #expect(merged.output == expected.output)
      // With other rules the lines mean something else.
      let refused = try readback(["merge", observations, "--json", "-"])
      #expect(refused.status == 65 && refused.errors.contains("other rules"))
    }
  }

  @Test func convertedLinesAreScoredLikeAnyOther() throws {
    let converted = try readback(["convert", "Fixtures/xml/zendesk-tickets.xml"])
    let ticket = try #require(converted.output.split(separator: "\n").first)
    let scored = try ScoreTests.lines(readback(["score"], input: ticket + "\n").output)
    #expect(scored.count == 1 && scored[0]["error"] == nil && scored[0]["messages"] != nil)
    #expect((scored[0]["meta"] as? [String: Any])?["readback"] == nil)
  }

  @Test func whatIsNoObservationIsRefused() throws {
    let plain = "{\"id\":\"a\",\"messages\":[{\"text\":\"x\"}]}\n"
    let scored = try readback(["score", "--observations"], input: plain)
    #expect(scored.status == 3 && scored.output.contains("no line of readback convert"))
    let merged = try readback(["merge", "--json", "-"], input: plain)
    #expect(merged.status == 65 && merged.errors.contains("line 1 is not of readback score --observations"))
    for broken in [
      "{\"readback_observation\":[1]}", "{\"readback_observation\":[9,\"\",0]}", "{\"readback_import\":[2]}",
    ] {
      #expect(try readback(["merge", "--json", "-"], input: broken + "\n").status == 65)
    }
    #expect(try readback(["merge", "--json", "-"]).status == 65)
  }

  /// The negative control, from the command line to the report.
  @Test func theSelfCheckRunsAndPasses() throws {
    let run = try readback([
      "analyze", "Fixtures/desk/incidents.csv", "--self-check", "--permutations", "3", "--where",
      "priority=3 - Moderate", "--json", "-",
    ])
    #expect(run.status == 0)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let check = try #require(report["self_check"] as? [String: Any])
    #expect(check["permutations"] as? Int == 3)
    let notes = try #require(report["notes"] as? [String])
    #expect(notes.contains { $0.contains("self-check") && $0.contains("3 times") })
  }

  /// Intervals from samples of whole assignees stand beside those of what stands out, and nowhere else.
  @Test func theBootstrapIsAskedFor() throws {
    let run = try readback(["analyze", "Fixtures/desk/incidents.csv", "--bootstrap", "100", "--json", "-"])
    #expect(run.status == 0)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let all = try #require(report["associations"] as? [[String: Any]])
    let outstanding = all.filter { ["gap", "strength", "watch"].contains($0["verdict"] as? String ?? "") }
    #expect(!outstanding.isEmpty && outstanding.count < all.count)
    for one in all {
      let bootstrap = one["bootstrap"] as? [String: Any]
      #expect((bootstrap != nil) == outstanding.contains { $0["rule"] as? String == one["rule"] as? String })
      guard let bootstrap else { continue }
      let samples = (bootstrap["samples"] as? Int ?? 0) + (bootstrap["failures"] as? Int ?? 0)
      #expect(samples == 100)
      // The estimate is that of the primary model; only the limits are drawn.
      let own = (bootstrap["avoidable_reopens"] as? [String: Any])?["value"] as? Double
      #expect(own == (one["avoidable_reopens"] as? [String: Any])?["value"] as? Double)
    }
    #expect(try readback(["analyze", "Fixtures/desk/incidents.csv", "--bootstrap", "50"]).status == 2)
  }
}
