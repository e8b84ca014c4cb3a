import Testing

@testable import TextAnalysis

struct PhraseTests {
  static let phrases: [[PhraseElement]] = [
    [.word("as"), .word("soon"), .word("as"), .word("possible")],
    [.inflected("go"), .word("down")],
    [.word("sounds"), .word("like"), .gap(3), .anyOf([.word("sync"), .inflected("file")])],
    [.sentenceStart, .word("done")],
    [.capitals("who")],
    [.word("please"), .optional(.word("kindly")), .inflected("wait")],
    [.word("error"), .kind(.number)],
  ]

  @Test(arguments: [
    ("We call as soon as possible.", ["0:as soon as possible"]),
    ("It went down, it goes down.", ["1:went down", "1:goes down"]),
    ("It sounds like your big old files are lost", ["2:sounds like your big old files"]),
    ("It sounds like it. Your files", []),
    ("Done. All done. Done!", ["3:Done", "3:Done"]),
    ("WHO says who?", ["4:WHO"]),
    ("Please wait. please kindly waiting", ["5:Please wait", "5:please kindly waiting"]),
  ])
  func finds(_ text: String, _ expected: [String]) throws {
    #expect(try match(Self.phrases, text) == expected)
  }

  /// The words of all phrases here.
  private static let lexicon = Lexicon(
    adding: PhraseAutomaton.words(in: phrases) + (0..<2_000).map { "word\($0)" })

  /// Adding phrases that do not occur changes nothing: shared beginnings are kept apart.
  @Test func manyPhrases() throws {
    var phrases = Self.phrases
    for i in 0..<2_000 { phrases.append([.word("as"), .word("soon"), .word("word\(i)")]) }
    #expect(
      try match(phrases, "As soon as possible, as soon word77") == [
        "0:As soon as possible", "84:as soon word77",
      ])
  }

  private func match(_ phrases: [[PhraseElement]], _ string: String) throws -> [String] {
    let lexicon = Self.lexicon
    let automaton = PhraseAutomaton(phrases, lexicon: lexicon)
    var analyzer = try TextAnalyzer(lexicon: lexicon)
    var text = AnalyzedText()
    let extent = analyzer.analyze(string, into: &text)
    var state = PhraseState()
    automaton.match(extent.tokens, in: &text, vocabulary: analyzer.vocabulary, state: &state)
    let bytes = Array(string.utf8)
    return text.matches.map { match in
      let first = text.tokens[Int(match.tokens.lowerBound)]
      let last = text.tokens[Int(match.tokens.upperBound) - 1]
      return "\(match.pattern):" + String(decoding: bytes[Int(first.start)..<Int(last.end)], as: UTF8.self)
    }
  }
}
