import CLexicons
import TestSupport
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
    let easy = "We sent the box to you. It is red and big. You can get it at the door today. "
    let hard = """
      The implementation of asynchronous replication necessitates the reconfiguration of heterogeneous \
      infrastructure. 
      """
    let (least, most) = (try difficulty(easy), try difficulty(hard))
    #expect(least < 0.2 && most > 0.3)
    // What many words say is believed.
    let longer = try difficulty(String(repeating: hard, count: 20))
    #expect(longer > 0.9)
  }

  /// Simplified in the way people simplify: the sentence cut in two, nothing else changed.
  @Test func twoSentencesAreEasierThanOne() throws {
    let one = try difficulty(
      "The counties next to it are Marin, to the south, and Lake, in the east, which borders on Napa.")
    let two = try difficulty(
      "The counties next to it are Marin, to the south, and Lake, in the east. Lake borders on Napa.")
    #expect(two < one)
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

  /// Both ways to sum up vectors agree with the definition, for any number of words.
  @Test(arguments: [0, 1, 2, 3, 60, 511, 512])
  func sumsOfVectors(_ count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let rows = (0..<count).map { _ in UInt32.random(in: 0..<33_723, using: &random) }
    var expected = [Int32](repeating: 0, count: 192)
    for row in rows.map(Int.init) {
      let weight = (Int32(clexicons_weights[2 * row]) | Int32(clexicons_weights[2 * row + 1]) << 8) >> 1
      for i in expected.indices { expected[i] += weight * Int32(clexicons_vectors[192 * row + i]) }
    }
    for sum in [clexicons_sum_rows, clexicons_sum_rows_plainly] {
      var sums = [Int32](repeating: -1, count: 192)
      rows.withUnsafeBufferPointer { rows in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1) { none in
          sum(rows.baseAddress ?? UnsafePointer(none.baseAddress.unsafelyUnwrapped), rows.count, &sums)
        }
      }
      #expect(sums == expected)
    }
  }

  /// The overlap of stems is that of sets, whatever was compared before.
  @Test func stemOverlapIsDice() {
    var random = SeededGenerator(seed: 12)
    var overlap = StemOverlap()
    for _ in 0..<300 {
      let sides = (0..<2).map { _ in
        (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt32.random(in: 0..<500, using: &random) }
      }
      overlap.begin(tokens: sides[0].count + sides[1].count)
      for stem in sides[0] { overlap.add(stem, weight: Int(stem % 7) + 1, isNumber: stem % 5 == 0, .ours) }
      for stem in sides[1] { overlap.add(stem, weight: Int(stem % 7) + 1, isNumber: stem % 5 == 0, .theirs) }
      let (a, b) = (Set(sides[0]), Set(sides[1]))
      func weight(_ stems: Set<UInt32>) -> Double { Double(stems.reduce(0) { $0 + Int($1 % 7) + 1 }) }
      let all = weight(a) + weight(b)
      #expect(overlap.overlap == (all == 0 ? 0 : 2 * weight(a.intersection(b)) / all))
      let numbers = a.union(b).filter { $0 % 5 == 0 }
      let shared = numbers.filter { a.contains($0) && b.contains($0) }
      #expect(
        overlap.missingNumbers == (numbers.isEmpty ? 0 : 1 - Double(shared.count) / Double(numbers.count)))
    }
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

  private struct Passage {
    var sentences: [String]
    var words: Int
    /// Words of more than six characters.
    var long: Int
    var language: TextLanguage
    /// Words of the language that say nothing by themselves, and some that do.
    var common: [String]
    var uncommon: [String]
  }

  /// Written for this test; words and long words counted by hand.
  private static let passages: [Passage] = [
    Passage(
      sentences: [
        "Der Drucker im dritten Stock druckt seit heute Morgen nicht mehr.",
        "Bitte prüfen Sie die Netzwerkverbindung bzw. das Kabel!",
        "Können Sie z. B. am Freitag vorbeikommen?",
        "Ich brauche die Unterlagen für unsere Besprechung morgen früh.",
      ], words: 35, long: 8, language: .german, common: ["der", "nicht", "bitte", "für"],
      uncommon: ["drucker", "netzwerkverbindung"]),
    Passage(
      sentences: [
        "Bonjour, l'imprimante du troisième étage n'imprime plus depuis ce matin.",
        "Pourriez-vous vérifier le câble réseau, s'il vous plaît ?",
        "Merci d'avance pour votre réponse rapide et votre aide.", "Je suis au bureau jusqu'à vendredi.",
      ], words: 34, long: 10, language: .french, common: ["du", "depuis", "votre", "s'il"],
      uncommon: ["étage", "réseau"]),
  ]

  @Test(arguments: [0, 1])
  func otherLanguages(_ index: Int) throws {
    let passage = Self.passages[index]
    let string = passage.sentences.joined(separator: " ")
    var analyzer = try TextAnalyzer(lexicon: standardLexicon)
    var text = AnalyzedText()
    let extent = analyzer.analyze(string, into: &text)
    let bytes = Array(string.utf8)
    #expect(
      text.sentences.map { String(decoding: bytes[$0.range], as: UTF8.self) } == passage.sentences)
    #expect(
      TextLanguage.language(of: extent.tokens, in: text, vocabulary: analyzer.vocabulary) == passage.language)
    var counts = ReadingCounts()
    counts.add(extent, of: text, vocabulary: analyzer.vocabulary)
    #expect(counts.words == passage.words && counts.longWords == passage.long)
    let lix = try #require(Readability.scores(counts).lix)
    let expected =
      Double(passage.words) / Double(passage.sentences.count) + 100 * Double(passage.long)
      / Double(passage.words)
    #expect(abs(lix - expected) < 1e-9)
    let flag: LexemeFlags = passage.language == .german ? .germanFunctionWord : .frenchFunctionWord
    for word in passage.common {
      let id = try #require(standardLexicon.id(of: word), "\(word)")
      #expect(standardLexicon.flags(of: id).contains(flag), "\(word)")
    }
    for word in passage.uncommon {
      #expect(standardLexicon.id(of: word).map { standardLexicon.flags(of: $0).contains(flag) } != true)
    }
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
