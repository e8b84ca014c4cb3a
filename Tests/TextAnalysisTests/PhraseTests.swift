import TestSupport
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

  /// Adding phrases that do not occur changes nothing: shared beginnings are kept apart.
  @Test func manyPhrases() throws {
    var phrases = Self.phrases
    for i in 0..<2_000 { phrases.append([.word("as"), .word("soon"), .word("word\(i)")]) }
    #expect(
      try match(phrases, "As soon as possible, as soon word77") == [
        "0:As soon as possible", "84:as soon word77",
      ])
  }

  /// Random phrases over few words in random texts, against a matcher that tries every phrase at every token.
  @Test func agreesWithTryingEveryPhraseEverywhere() throws {
    var generator = SeededGenerator(seed: 11)
    let words = ["as", "soon", "file", "files", "filed", "we", "qzx", "12", "go", "went", ".", "WE"]
    func element(_ depth: Int) -> PhraseElement {
      let word = words.randomElement(using: &generator)!.lowercased()
      switch Int.random(in: 0..<(depth == 0 ? 8 : 3), using: &generator) {
      case 0: return .inflected(word)
      case 1: return .capitals(word)
      case 3: return .gap(Int.random(in: 1...2, using: &generator))
      case 4: return .anyOf([element(1), element(1)])
      case 5: return .optional(element(1))
      case 6: return .kind(.number)
      default: return .word(word)
      }
    }
    var found = 0
    for _ in 0..<300 {
      let phrases = (0..<12).map { _ -> [PhraseElement] in
        let inner = (0..<Int.random(in: 0...2, using: &generator)).map { _ in element(0) }
        let start: [PhraseElement] = Bool.random(using: &generator) ? [.sentenceStart] : []
        return start + [element(1)] + inner + [element(1)]
      }
      let string = (0..<40).map { _ in words.randomElement(using: &generator)! }.joined(separator: " ")
      let matched = Set(try match(phrases, string))
      #expect(matched == (try Self.tryEverywhere(phrases, string)), "\(phrases) \(string)")
      found += matched.count
    }
    #expect(found > 200)
  }

  /// Phrases of choices between two words, of which any mix has a state of its own if all are told apart: there are more
  /// of those than are laid out, and the rest is found all the same.
  @Test func findsPhrasesThatHaveTooManyStatesInCommon() throws {
    var generator = SeededGenerator(seed: 12)
    let choice = PhraseElement.anyOf([.word("as"), .word("go")])
    let phrases = (0..<40).map { _ in
      (0..<14).map { _ in
        [choice, choice, .word("as"), .word("go")].randomElement(using: &generator) ?? choice
      }
    }
    var found = 0
    for _ in 0..<10 {
      let string = (0..<60).map { _ in Bool.random(using: &generator) ? "as" : "go" }.joined(separator: " ")
      let matched = Set(try match(phrases, string))
      #expect(matched == (try Self.tryEverywhere(phrases, string)))
      found += matched.count
    }
    #expect(found > 50)
  }

  /// Every phrase tried from every token, and of those that end at one token only the shortest.
  private static func tryEverywhere(_ phrases: [[PhraseElement]], _ string: String) throws -> Set<String> {
    var analyzer = try TextAnalyzer(lexicon: lexicon)
    var text = AnalyzedText()
    let extent = analyzer.analyze(string, into: &text)
    let bytes = Array(string.utf8)
    func stem(_ word: String) -> LexemeID { analyzer.vocabulary.stem(of: analyzer.vocabulary.intern(word)) }
    func fits(_ element: PhraseElement, _ at: Int) -> Bool {
      let token = text.tokens[at]
      let form = analyzer.vocabulary.string(of: token.lexeme)
      return switch element {
      case .word(let word): form == word
      case .capitals(let word): form == word && token.flags.contains(.allCapitals)
      case .inflected(let word): analyzer.vocabulary.stem(of: token.lexeme) == stem(word)
      case .kind(let kind): token.kind == kind
      case .anyOf(let elements): elements.contains { fits($0, at) }
      case .gap, .optional, .sentenceStart: false
      }
    }
    /// Where the rest of a phrase may end.
    func ends(_ rest: ArraySlice<PhraseElement>, from at: Int) -> Set<Int> {
      guard let first = rest.first else { return [at] }
      let after = rest.dropFirst()
      switch first {
      case .sentenceStart:
        let isStart =
          at < extent.tokens.upperBound
          && (at == extent.tokens.lowerBound || text.tokens[at].flags.contains(.startsSentence))
        return isStart ? ends(after, from: at) : []
      case .gap(let most):
        var all = ends(after, from: at)
        var next = at
        while next < extent.tokens.upperBound, next - at < most,
          analyzer.vocabulary.string(of: text.tokens[next].lexeme) != "."
        {
          next += 1
          all.formUnion(ends(after, from: next))
        }
        return all
      case .optional(let inner):
        let without = ends(after, from: at)
        return at < extent.tokens.upperBound && fits(inner, at)
          ? without.union(ends(after, from: at + 1)) : without
      default:
        return at < extent.tokens.upperBound && fits(first, at) ? ends(after, from: at + 1) : []
      }
    }
    var all: Set<String> = []
    for (number, phrase) in phrases.enumerated() {
      var starts: [Int: Int] = [:]
      for start in extent.tokens {
        for end in ends(phrase[...], from: start) where end > start { starts[end] = start }
      }
      for (end, start) in starts {
        let span = Int(text.tokens[start].start)..<Int(text.tokens[end - 1].end)
        all.insert("\(number):" + String(decoding: bytes[span], as: UTF8.self))
      }
    }
    return all
  }

  private static let lexicon = Lexicon()

  private func match(_ phrases: [[PhraseElement]], _ string: String) throws -> [String] {
    var analyzer = try TextAnalyzer(lexicon: Self.lexicon)
    var vocabulary = Vocabulary(lexicon: Self.lexicon)
    let automaton = PhraseAutomaton(Cells(PhraseAutomaton.compile(phrases, vocabulary: &vocabulary)))
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
