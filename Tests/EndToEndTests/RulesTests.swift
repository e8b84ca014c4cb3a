import Foundation
import TestSupport
import Testing

/// `readback rules` and the desk's own files as a user meets them. One at a time: each test waits for a process of its
/// own.
@Suite(.serialized) struct RulesTests {
  @Test func aDesksRulesAreListedWithTheBuiltInOnes() throws {
    let run = try readback(["rules", "--rules", "Fixtures/packs/en"])
    #expect(run.status == 0 && run.output.contains("desk.our-words"))
    let shown = try readback(["rules", "show", "desk.our-words", "--rules", "Fixtures/packs/en"])
    #expect(shown.status == 0 && shown.output.contains("Words of the change board"))
  }

  @Test func aSlipInANameIsUnderstood() throws {
    let run = try readback(["rules", "show", "clarity.vauge-time"])
    #expect(run.status == 2 && run.errors.contains("do you mean clarity.vague-time?"))
  }

  @Test func examplesOfPacksAreRun() throws {
    let run = try readback(["rules", "test", "Fixtures/packs/en"])
    #expect(run.status == 0 && run.output == "4 examples, 0 failed\n")
    #expect(try readback(["rules", "test", "jargon.acronym"]).status == 0)
    try withTemporaryFolder { folder in
      let text = try String(
        contentsOf: Fixtures.root.appending(path: "packs/en/our-words.yml"), encoding: .utf8)
      try Data(text.replacing("Please change windows", with: "Please change window").utf8).write(
        to: folder.appending(path: "broken.yml"))
      let run = try readback(["rules", "test", "broken.yml"], in: folder)
      #expect(run.status == 1 && run.output.contains("found     Please ‹change window›"))
      #expect(run.output.contains("4 examples, 1 failed"))
    }
  }

  @Test func whatIsWrongWithAPackIsShownWithACaret() throws {
    try withTemporaryFolder { folder in
      try Data("version: 1\npack: desk.x\ntokns: [a]\n".utf8).write(to: folder.appending(path: "x.yml"))
      let run = try readback(["check", "--rules", "x.yml"], input: "x", in: folder)
      #expect(run.status == 2)
      #expect(
        run.errors
          == "readback: x.yml:3:1: unknown key “tokns”; do you mean “tokens”?\n  tokns: [a]\n  ^\n")
    }
  }

  @Test func valeStylesBecomePacks() throws {
    try withTemporaryFolder { folder in
      let packs = folder.appending(path: "packs").path
      let run = try readback(["rules", "import-vale", "Fixtures/vale/House", "-o", packs])
      #expect(run.status == 0 && run.output.hasPrefix("6 of 7 rules taken"))
      #expect(run.errors.contains("Headings.yml: Vale's “capitalization” has no counterpart in packs"))
      let check = try readback(
        ["check", "--rules", packs, "--format", "json"],
        input: "As per my note, we utilise it. It is is here.\n")
      #expect(check.status == 1)
      for rule in ["house.avoid", "house.plain-words", "house.doubled"] {
        #expect(check.output.contains(rule), "\(rule)")
      }
    }
  }

  @Test func aBrokenValeRuleKeepsNoOtherFromBeingTaken() throws {
    try withTemporaryFolder { folder in
      let style = folder.appending(path: "Own")
      try FileManager.default.createDirectory(at: style, withIntermediateDirectories: true)
      for (name, text) in [
        ("Broken", "extends: existence\nmessage: \"open\ntokens: [a\n"),
        (
          "Good", "extends: existence\nmessage: Avoid '%s'.\naction: {name: remove}\ntokens: ['(?i)kindly']\n"
        ),
      ] {
        try text.write(to: style.appending(path: name + ".yml"), atomically: true, encoding: .utf8)
      }
      let run = try readback(["rules", "import-vale", style.path, "-o", folder.appending(path: "p").path])
      #expect(run.status == 0 && run.output == "1 of 2 rules taken, 1 things left out\n")
      #expect(run.errors.contains("Broken.yml:") && !run.errors.contains("Good.yml"))
    }
  }

  @Test func suppressionsAreInTheLedgerAndTheNotes() throws {
    let run = try readback([
      "analyze", "Fixtures/desk/incidents.csv", "--suppressions", "Fixtures/packs/suppressions.yml", "--json",
      "-",
    ])
    #expect(run.status == 0)
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let lines = try #require(report?["ledger"] as? [[String: Any]])
    func count(_ key: String) -> Int { lines.first { $0["key"] as? String == key }?["count"] as? Int ?? -1 }
    #expect(count("suppressed") > 0)
    #expect(count("findings_made") == count("suppressed") + count("findings_shown"))
    let notes = (report?["notes"] as? [String] ?? []).joined(separator: "\n")
    #expect(notes.contains("suppressions.yml:9: the suppression of jargon.* in NONE-1"))
    #expect(notes.contains("met nothing") && notes.contains("tone.blame (over) has expired"))
  }

  @Test func aBaselineHidesWhatWasThere() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "known.tsv").path
      let desk = "Fixtures/desk/incidents.csv"
      #expect(try readback(["analyze", desk, "--quiet", "--write-baseline", file]).status == 0)
      let run = try readback(["analyze", desk, "--baseline", file, "--findings", "-"])
      #expect(run.status == 0 && run.output.isEmpty)
    }
  }

  @Test func explainShowsTheRubric() throws {
    let run = try readback(["explain", "INC0041235", "Fixtures/desk/incidents.csv"])
    #expect(run.status == 0)
    #expect(run.output.contains("right level of detail") && run.output.contains("mean "))
  }
}
