import Foundation
import TestSupport
import Testing

/// What only all tickets together tell reaches every output alike. One at a time: each test waits for processes of its
/// own.
@Suite(.serialized) struct CannedTests {
  private func findings(_ options: [String]) throws -> [[String: Any]] {
    let run = try readback(
      ["analyze", "Fixtures/desk/incidents.csv", "--findings", "-", "--quiet"] + options)
    #expect(run.status == 0)
    return try ScoreTests.lines(run.output).filter { $0["rule"] as? String == "listening.canned" }
  }

  @Test func everyCannedReplyIsAFinding() throws {
    let found = try findings([])
    let run = try readback(["analyze", "Fixtures/desk/incidents.csv", "--json", "-"])
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let rule = try #require(
      (report["rules"] as? [[String: Any]])?.first { $0["rule"] as? String == "listening.canned" })
    #expect(!found.isEmpty && found.count == rule["findings"] as? Int)
    #expect(!((rule["examples"] as? [Any])?.isEmpty ?? true))
    // The templates' table counts the same tickets.
    let bare = (report["templates"] as? [[String: Any]])?.compactMap { $0["bare"] as? Int }.reduce(0, +)
    #expect(bare == found.count)
    for finding in found {
      let span = try #require(finding["span"] as? [Int])
      #expect(span.count == 2 && span[0] < span[1])
      #expect((finding["explanation"] as? String)?.contains("tickets is this text") == true)
    }
    #expect(Set(found.compactMap { $0["ticket"] as? String }).count == found.count, "one a ticket")
  }

  @Test func explainAndSampleSayTheSame() throws {
    let finding = try #require(try findings([]).first)
    let ticket = try #require(finding["ticket"] as? String)
    let explained = try readback(["explain", ticket, "Fixtures/desk/incidents.csv"])
    #expect(explained.output.contains("listening.canned"))
    let count = try findings([]).count
    let sample = try readback(["sample", "listening.canned", "-n", "100", "Fixtures/desk/incidents.csv"])
    #expect(sample.errors.contains("\(count) of \(count) findings of listening.canned"))
    #expect(sample.output.contains(ticket))
  }

  @Test func aBaselineKnowsThem() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "baseline").path
      let before = try findings(["--write-baseline", path])
      let after = try findings(["--baseline", path])
      #expect(!before.isEmpty && after.isEmpty)
    }
  }

  @Test func aSuppressedTicketHasNone() throws {
    let found = try findings([])
    let ticket = try #require(found.first?["ticket"] as? String)
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "suppressions.yml").path
      try Data(
        """
        version: 1
        suppressions:
          - { rule: listening.canned, ticket: \(ticket), reason: a test, expires: 2099-12-31 }
        """.utf8
      ).write(to: URL(filePath: path))
      let left = try findings(["--suppressions", path])
      #expect(left.count == found.count - 1 && !left.contains { $0["ticket"] as? String == ticket })
    }
  }
}
