import Testing

@testable import TextAnalysis

/// Readability, similarity, language, and what kind of sentence it is.
struct MeasureTests {
  /// Counts made by hand; values of the formulas worked out with bc from the published definitions.
  @Test func publishedFormulas() throws {
    var counts = ReadingCounts()
    counts.sentences = 4
    counts.words = 50
    counts.characters = 230
    counts.syllables = 75
    counts.polysyllables = 6
    counts.complexWords = 5
    counts.longWords = 12
    counts.unfamiliarWords = 4
    let scores = Readability.scores(counts)
    func near(_ value: Double?, _ expected: Double) throws -> Bool {
      abs(try #require(value) - expected) < 1e-9
    }
    #expect(try near(scores.fleschReadingEase, 67.2475))
    #expect(try near(scores.fleschKincaidGrade, 6.985))
    #expect(try near(scores.gunningFog, 9.0))
    #expect(try near(scores.colemanLiau, 8.88))
    #expect(try near(scores.automatedReadabilityIndex, 6.486))
    #expect(try near(scores.lix, 36.5))
    #expect(try near(scores.daleChall, 5.5197))
    #expect(scores.smog == nil)
  }

  @Test func shortTextsHaveNoScores() {
    var counts = ReadingCounts()
    counts.sentences = 1
    counts.words = 100
    #expect(Readability.scores(counts) == ReadingScores())
    counts.sentences = 5
    counts.words = 29
    #expect(Readability.scores(counts) == ReadingScores())
    counts.words = 4
    #expect(Readability.difficulty(counts) == nil)
  }

  @Test func harderTextIsHarder() throws {
    let easy = try difficulty("We sent the box to you. It is red and big. You can get it at the door today.")
    let hard = try difficulty(
      "The implementation of asynchronous replication necessitates the reconfiguration of heterogeneous infrastructure."
    )
    #expect(easy < 0.3 && hard > 0.7)
  }

  private func difficulty(_ text: String) throws -> Double {
    var analyzer = try TextAnalyzer(lexicon: standardLexicon)
    var result = AnalyzedText()
    let extent = analyzer.analyze(text, into: &result)
    var counts = ReadingCounts()
    counts.add(extent, of: result, vocabulary: analyzer.vocabulary)
    return try #require(Readability.difficulty(counts))
  }

  // MARK: - Similarity

  private func similarity(_ a: String, _ b: String) throws -> Double {
    var analyzer = try TextAnalyzer(lexicon: standardLexicon)
    var result = AnalyzedText()
    let first = analyzer.analyze(a, into: &result).tokens
    let second = analyzer.analyze(b, into: &result).tokens
    var similarity = TextSimilarity()
    let value = similarity.similarity(first, second, in: result, vocabulary: analyzer.vocabulary)
    #expect(value == similarity.similarity(second, first, in: result, vocabulary: analyzer.vocabulary))
    return value
  }

  @Test func similarityOrders() throws {
    let request = "My laptop cannot connect to the wireless network since this morning."
    let same = try similarity(request, request)
    let restated = try similarity(request, "So your notebook has had no Wi-Fi connection since this morning?")
    let other = try similarity(request, "Please approve the purchase order for the new chairs.")
    #expect(same > 0.999_999 && same <= 1)
    #expect(restated > other + 0.2)
    #expect(try similarity(request, "") == 0)
    #expect(
      try similarity("Error 1603 occurs", "Error 1603 occurs")
        > similarity("Error 1603 occurs", "Error 1618 occurs"))
  }

  // MARK: - Language

  @Test(
    arguments: [
      ("I can't log in to the portal since this morning.", .english),
      ("Ich kann mich seit heute Morgen nicht mehr am Portal anmelden.", .german),
      ("Je ne peux plus me connecter au portail depuis ce matin.", .french),
      ("Nie mogę się zalogować do portalu od dzisiejszego ranka.", .other), ("", .unknown),
      ("VPN printer laptop password", .english),
    ] as [(String, TextLanguage)])
  func languages(_ string: String, _ language: TextLanguage) throws {
    var analyzer = try TextAnalyzer(lexicon: standardLexicon)
    var result = AnalyzedText()
    let extent = analyzer.analyze(string, into: &result)
    #expect(
      TextLanguage.language(of: extent.tokens, in: result, vocabulary: analyzer.vocabulary) == language)
  }

  // MARK: - Sentences

  @Test(
    arguments: [
      (
        "Can you tell me more about it?",
        [.question, .openQuestion, .imperative, .secondPerson, .firstPerson]
      ),
      ("Is it working now?", .question), ("is it working now", .question),
      ("What did you try?", [.question, .openQuestion, .secondPerson]),
      ("How many users are affected?", [.question, .passive]), ("Restart the client.", .imperative),
      ("Please send us the log.", [.imperative, .firstPerson]),
      ("The file was not yet sent.", [.passive, .negated]),
      ("It was deleted by accident.", .passive), ("The ticket will be closed.", .passive),
      ("Perhaps it helps.", .hedged),
      ("They sent the file.", []), ("She is tired.", []), ("That is great!", .exclamation),
    ] as [(String, SentenceFeatures)])
  func sentenceFeatures(_ text: String, _ features: SentenceFeatures) throws {
    let sentences = try analyse(text).sentences
    #expect(sentences.map(\.features) == [features])
  }
}
