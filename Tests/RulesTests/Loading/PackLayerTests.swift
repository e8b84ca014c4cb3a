import Testing
import Tickets

@testable import Rules

/// A desk's own packs on top of the built-in ones.
@Suite struct PackLayerTests {
  static let lexicon = Result { try PackIndex.builtIn().lexicon }

  /// The built-in rules and those of some packs.
  static func rules(_ packs: [Pack], _ strictness: Strictness = .default) throws -> RuleSet {
    try RuleSet(PackIndex.builtIn(adding: packs, lexicon: lexicon.get()), strictness: strictness)
  }

  /// What a rule finds in a thread, as the words found.
  static func found(_ rule: RuleID, _ lines: [String], _ packs: [Pack]) throws -> [String] {
    let rules = try Self.rules(packs, .strict)
    let position = try #require(rules.position(of: rule))
    var judge = Judge(rules)
    var thread = try Thread(rules.packs)
    var written = ExampleThread(lines)
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    return judge.judgement.marks.filter { Int($0.rule) == position }.map { mark in
      thread.string(mark.span, in: thread.batch.messages[Int(mark.message)])
    }
  }

  private static func pack(_ text: String) throws -> Pack {
    try PackSource.parse("version: 1\n" + text, file: "x.yml")
  }

  @Test func aPackOfANewNameIsARule() throws {
    let pack = try Self.pack(
      "pack: desk.x\nextends: existence\ntitle: T\nmessage: \"“%s”\"\ntokens: [blue moon]\n")
    #expect(try Self.found("desk.x", ["Once in a blue moon it fails."], [pack]) == ["blue moon"])
  }

  @Test func phrasesAndExceptionsAreAddedToABuiltInPack() throws {
    let line = ["It will be done in two shakes, or as soon as possible."]
    #expect(try Self.found("clarity.vague-time", line, []) == ["as soon as possible"])
    let pack = try Self.pack(
      "pack: clarity.vague-time\nextends: existence\ntokens: [in two shakes]\nexceptions: [or as soon as possible]\n"
    )
    #expect(try Self.found("clarity.vague-time", line, [pack]) == ["in two shakes"])
  }

  @Test func ofTwoEntriesForTheSameWordsTheDesksWins() throws {
    let pack = try Self.pack(
      "pack: jargon.acronym\nentries:\n  - {term: MTU, expansion: our own words, level: specialist}\n")
    let index = try Self.rules([pack]).packs
    var thread = try Thread(index)
    var written = ExampleThread(["The MTU was wrong."])
    thread.begin(&written.batch)
    thread.open(0)
    let number = try #require(index.number(of: "jargon.acronym"))
    let match = try #require(thread.matches.first { $0.pack == number })
    #expect(index.entries(of: number)[Int(match.entry)].expansion == "our own words")
  }

  @Test func wordsThatStandTwice() throws {
    let pack = try Self.pack(
      "pack: desk.twice\nextends: repetition\ntitle: T\nmessage: \"%s\"\nexceptions: [had had]\n")
    let line = "We we had had the the same fault, it was very, very odd."
    #expect(try Self.found("desk.twice", [line], [pack]) == ["We we", "the the"])
  }

  @Test func oneWordWantsAnother() throws {
    let pack = try Self.pack(
      "pack: desk.save\nextends: conditional\ntitle: T\nmessage: \"%s\"\nfirst: [restart it]\nsecond: [save your work]\n"
    )
    #expect(try Self.found("desk.save", ["Please restart it and call us."], [pack]) == ["restart it"])
    #expect(try Self.found("desk.save", ["Please save your work. Then restart it."], [pack]).isEmpty)
  }

  @Test func aSumOverTheCountsOfAText() throws {
    func pack(_ condition: String) throws -> Pack {
      try Self.pack(
        "pack: desk.long\nextends: metric\ntitle: T\nmessage: m\nformula: words / sentences\ncondition: \"\(condition)\"\n"
      )
    }
    // 16 words in each of two sentences.
    let line = (0..<2).map { _ in
      "The new printer on the third floor does not print the long list of your team."
    }
    .joined(separator: " ")
    #expect(try Self.found("desk.long", [line], [pack("> 15.9")]).count == 1)
    #expect(try Self.found("desk.long", [line], [pack("> 16")]).isEmpty)
    #expect(try Self.found("desk.long", ["Too short for a sum."], [pack("> 1")]).isEmpty)
  }

  @Test func moreRulesThanFitAreRefusedInWords() throws {
    let packs = try (0..<RuleSet.capacity).map {
      try Self.pack("pack: desk.x\($0)\nextends: existence\ntitle: T\nmessage: m\ntokens: [word]\n")
    }
    let error = #expect(throws: RuleSetError.self) { try Self.rules(packs) }
    #expect(error?.description.contains("at most 128 fit") == true)
  }

  @Test func theHashTellsLayersApart() throws {
    let pack = try Self.pack("pack: desk.x\nextends: existence\ntokens: [blue moon]\n")
    #expect(try Self.rules([pack]).hash != Self.rules([]).hash)
    #expect(try Self.rules([]).hash == Self.rules([]).hash)
  }
}
