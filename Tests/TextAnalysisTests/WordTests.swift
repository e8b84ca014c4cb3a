import TestSupport
import Testing

@testable import TextAnalysis

/// Stems, syllables, vocabulary.
struct WordTests {
  /// Pairs of a tab-separated fixture.
  private static func pairs(_ path: String) throws -> [(word: String, value: String)] {
    String(decoding: try Fixtures.bytes(path), as: UTF8.self).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t")
      return (String(fields[0]), String(fields[1]))
    }
  }

  @Test func stemsAsSnowballDoes() throws {
    var stemmer = EnglishStemmer()
    for (word, expected) in try Self.pairs("stems/snowball-english-2.2.tsv") {
      var form = Array(word.utf8)
      stemmer.stem(&form)
      #expect(String(decoding: form, as: UTF8.self) == expected, "\(word)")
    }
  }

  /// At least 95 % of the words that the model has not seen.
  @Test func countsSyllables() throws {
    var right = 0
    let words = try Self.pairs("syllables/cmudict-sample.tsv")
    for (word, counts) in words {
      let count = Array(word.utf8).withUnsafeBufferPointer(Syllables.count)
      if counts.split(separator: ",").contains("\(count)") { right += 1 }
    }
    #expect(words.count == 1500)
    #expect(Double(right) / Double(words.count) >= 0.95)
  }

  @Test func inflectionsShareAStem() {
    var vocabulary = Vocabulary(lexicon: standardLexicon)
    for group in [
      ["go", "goes", "going", "went"], ["restart", "restarted", "restarting"], ["zyxel", "zyxels"],
    ] {
      let stems = Set(group.map { word in vocabulary.stem(of: vocabulary.intern(word)) })
      #expect(stems.count == 1, "\(group)")
    }
  }

  @Test func batchesForgetWhatTheLexiconLacks() {
    var vocabulary = Vocabulary(lexicon: standardLexicon)
    let known = vocabulary.intern("printer")
    let unknown = vocabulary.intern("qwxyz")
    #expect(known < standardLexicon.count)
    #expect(unknown >= standardLexicon.count)
    #expect(vocabulary.string(of: unknown) == "qwxyz")
    #expect(vocabulary.intern("qwxyz") == unknown)
    vocabulary.beginBatch()
    #expect(vocabulary.count == standardLexicon.count)
    #expect(vocabulary.intern("printer") == known)
  }

  /// Forms of every length, also those whose first sixteen bytes are equal, keep apart.
  @Test func internsAnyForm() {
    var vocabulary = Vocabulary(lexicon: standardLexicon)
    var random = SeededGenerator(seed: 6)
    var ids: [String: LexemeID] = [:]
    for _ in 0..<5_000 {
      let count = Int.random(in: 1...40, using: &random)
      let form = String(
        decoding: (0..<count).map { _ in UInt8.random(in: 0x61...0x63, using: &random) }, as: UTF8.self)
      let id = vocabulary.intern(form)
      #expect(ids[form, default: id] == id)
      ids[form] = id
      #expect(vocabulary.string(of: id) == form)
    }
    #expect(Set(ids.values).count == ids.count)
  }

  /// A token's lexeme is its form in lower case, whatever the way it took through the tokenizer.
  @Test(arguments: [
    ("Printer", "printer"), ("DON’T", "don't"), ("ÉCOLE", "école"), ("C:\\Temp", "c:\\temp"),
    ("INTERNATIONALIZATION", "internationalization"), ("Straße", "straße"), ("ID_9", "id_9"),
  ])
  func foldsForms(_ text: String, _ form: String) throws {
    var analyzer = try TextAnalyzer(lexicon: standardLexicon)
    var result = AnalyzedText()
    _ = analyzer.analyze(text, into: &result)
    #expect(result.tokens.map { analyzer.vocabulary.string(of: $0.lexeme) } == [form])
  }

  @Test(
    arguments: [
      ("word", []), ("Word", .capitalised), ("WORD", .allCapitals), ("iPhone", .mixedCase),
      ("DON'T", .allCapitals),
      ("I", .capitalised), ("A4", [.capitalised, .hasDigit]), ("SharePoint", .mixedCase),
    ] as [(String, TokenFlags)])
  func seesCase(_ text: String, _ flags: TokenFlags) throws {
    let token = try #require(try analyse("so \(text) it").tokens.dropFirst().first)
    #expect(token.flags == flags.union(.followsSpace))
  }

  /// The sets of bytes are written as numbers; here they are spelled out.
  @Test func byteSets() {
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let sets: [(ByteSet, String)] = [
      (.digits, "0123456789"), (.letters, letters), (.alphanumerics, letters + "0123456789"),
      (.nameBytes, letters + "0123456789_"), (.labelBytes, letters + "0123456789-"),
      (.fileNameBytes, letters + "0123456789-_~."), (.localPartBytes, letters + "0123456789._%+-'"),
      (.pathBytes, letters + "0123456789-_~.\\/:$%@+=#&()[]{}!,;'"), (.numberBytes, "0123456789.,"),
      (.schemeBytes, letters + "0123456789+-"), (.closingMarks, ".,:;!?)"),
      (.hexadecimals, "0123456789abcdefABCDEF"),
    ]
    for (set, members) in sets {
      for byte in UInt8.min...UInt8.max { #expect(set.contains(byte) == members.utf8.contains(byte)) }
    }
  }

  /// What was given an id is found by its bytes, short or long, of the lexicon or of the batch; nothing else is.
  @Test func formsAreFoundByTheirBytes() {
    var vocabulary = Vocabulary(lexicon: standardLexicon)
    for form in ["server", "xyzzyplugh", "antidisestablishmentarianism-ish", "größe"] {
      let id = vocabulary.intern(form)
      #expect(Array(form.utf8).withUnsafeBytes { vocabulary.id(of: $0) } == id)
    }
    for form in ["plughxyzzy", "a-form-that-was-never-interned"] {
      #expect(Array(form.utf8).withUnsafeBytes { vocabulary.id(of: $0) } == nil)
    }
  }
}
