import Foundation
import TestSupport
import Testing

/// `readback check` as an editor or a script calls it. One at a time: each test waits for a process of its own.
@Suite(.serialized) struct CheckTests {
  private static let draft = """
    Hi Ana,

    the MTU was wrong. We will look at the rest as soon as possible.

    > On Monday you wrote: the FQDN is wrong, fix it asap
    """

  private static func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func findingsAreNamedByLineAndColumn() throws {
    let run = try readback(["check"], input: Self.draft)
    #expect(run.status == 1 && run.errors.isEmpty)
    let places = run.output.split(separator: "\n").filter { $0.hasPrefix("-:") }
      .compactMap { line -> String? in
        guard let place = line.split(separator: " ").first, let rule = line.split(separator: "[").last else {
          return nil
        }
        return "\(place) \(rule.dropLast())"
      }
    #expect(places == ["-:3:5: jargon.acronym", "-:3:45: clarity.vague-time"])
    #expect(run.output.contains("the reader's words"))
  }

  @Test(
    arguments: [
      (["--fail-on", "never"], 0), (["--fail-on", "gap"], 1), (["--fail-on", "suggestion"], 1),
      (["--audience", "peer", "--fail-on", "gap"], 1), (["--audience", "manager"], 1),
    ] as [([String], Int32)])
  func theGateDecidesTheExitCode(_ options: [String], _ status: Int32) throws {
    #expect(try readback(["check"] + options, input: Self.draft).status == status)
  }

  @Test func aCleanDraftPasses() throws {
    let run = try readback(
      ["check"], input: "I have replaced the cable of your printer. Please print one page now.\n")
    #expect(run.status == 0)
    #expect(try readback(["check"], input: "").status == 0)
  }

  @Test func colleaguesNeedNoGlossary() throws {
    let run = try readback(["check", "--audience", "peer", "--format", "json"], input: Self.draft)
    #expect(!run.output.contains("jargon.") && run.output.contains("clarity.vague-time"))
  }

  @Test func theRequestBringsInTheRulesOfListening() throws {
    try withTemporaryFolder { folder in
      let request = folder.appending(path: "request.txt")
      try Data(
        "I can't open the shared calendar since Monday. Also, who do I ask for a second monitor?".utf8
      ).write(to: request)
      let without = try readback(["check", "--format", "json"], input: Self.draft)
      #expect(!without.output.contains("listening."))
      let with = try readback(["check", "--format", "json", "--reply-to", request.path], input: Self.draft)
      let drafts = try #require(try Self.json(with.output)["drafts"] as? [[String: Any]])
      let findings = try #require(drafts.first?["findings"] as? [[String: Any]])
      #expect(findings.contains { ($0["rule"] as? String)?.hasPrefix("listening.") == true })
      #expect(drafts.first?["listening_level"] as? Int == 1)
      let rubric = try #require(drafts.first?["rubric"] as? [[String: Any]])
      #expect(rubric.count == 4 && rubric.allSatisfy { (0...3).contains($0["mark"] as? Int ?? -1) })
    }
  }

  @Test func spansAreBytesOfTheDraft() throws {
    let text = "Grüße, the MTU was wrong."
    let run = try readback(["check", "--format", "json"], input: text)
    let drafts = try #require(try Self.json(run.output)["drafts"] as? [[String: Any]])
    let finding = try #require((drafts.first?["findings"] as? [[String: Any]])?.first)
    #expect(finding["span"] as? [Int] == [13, 16] && finding["column"] as? Int == 12)
  }

  @Test func sarifHasAResultAFinding() throws {
    let run = try readback(["check", "--format", "sarif"], input: Self.draft)
    let log = try Self.json(run.output)
    #expect(log["version"] as? String == "2.1.0")
    let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["jargon.acronym", "clarity.vague-time"])
  }

  @Test func aBaselineKnowsFindingsWhereverTheyStand() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "reply.txt")
      let baseline = folder.appending(path: "known.tsv").path
      try Data(Self.draft.utf8).write(to: file)
      #expect(try readback(["check", "reply.txt", "--write-baseline", baseline], in: folder).status == 1)
      try Data(("One line more.\n" + Self.draft).utf8).write(to: file)
      #expect(try readback(["check", "reply.txt", "--baseline", baseline], in: folder).status == 0)
      try Data((Self.draft + "\nIt will be done shortly.\n").utf8).write(to: file)
      let run = try readback(["check", "reply.txt", "--baseline", baseline], in: folder)
      #expect(run.status == 1 && run.output.contains("1 gap."))
    }
  }

  @Test func suppressedFindingsAreCountedAndDoNotFail() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "s.yml")
      try Data(
        """
        version: 1
        suppressions:
          - { rule: "jargon.*", reason: engineers only, expires: 2099-01-01 }
          - { rule: clarity.vague-time, reason: under discussion, expires: 2099-01-01 }
          - { rule: tone.blame, reason: over, expires: 2020-01-01 }

        """.utf8
      ).write(to: file)
      let run = try readback(["check", "--suppressions", file.path], input: Self.draft)
      #expect(run.status == 0 && run.errors.contains("2 suppressed"))
      #expect(run.errors.contains("s.yml:5: the suppression of tone.blame (over) has expired"))
    }
  }

  @Test func thePacksOfADeskAreRead() throws {
    let run = try readback(
      [
        "check", "--rules", "Fixtures/packs/en", "--vocabulary", "Fixtures/packs/vocabulary.yml", "--format",
        "json",
      ],
      input: "The VPN waits for the next change window. Please do the needful. The MTU is low.")
    let drafts = try #require(try Self.json(run.output)["drafts"] as? [[String: Any]])
    let findings = try #require(drafts.first?["findings"] as? [[String: Any]])
    #expect(
      findings.map { "\($0["rule"] ?? "") \($0["text"] ?? "")" }.filter { !$0.hasPrefix("jargon.term ") } == [
        "desk.our-words change window", "jargon.rejected do the needful", "jargon.acronym MTU",
      ])
    #expect(
      findings.last?["suggestion"] as? String == "“the size of the largest packet that the line takes (MTU)”")
  }

  @Test(
    arguments: [
      (["check", "no-such.txt"], 66, "no-such.txt"),
      (["check", "--reply-to", "no-such.txt"], 66, "no-such.txt"),
      (["check", "-", "-"], 2, "can be read once only"), (["check", "--audience", "boss"], 2, "boss"),
      (["check", "--rules", "no/such"], 2, "no/such: no such file or folder"),
      (["check", "--baseline", "README.md"], 2, "README.md:1: this is no baseline"),
    ] as [([String], Int32, String)])
  func whatGoesWrongIsSaid(_ arguments: [String], _ status: Int32, _ words: String) throws {
    let run = try readback(arguments, input: "x")
    #expect(run.status == status && run.errors.contains(words), "\(run.errors)")
  }
}
