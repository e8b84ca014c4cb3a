import TextAnalysis
import Tickets

/// The words by which languages are told apart.
///
/// English is known from the lexicon; any other language brings a pack `language.words` with its function words.
struct LanguageWords: Sendable {
  /// The name of the packs.
  static let pack = "language.words"

  /// The languages, in the order of the alphabet; at most eight.
  let names: [String]
  /// By lasting id: bit `n` is set if the word is a function word of language number `n`.
  private let sets: [UInt8]

  /// - Parameter packs: those of the name ``pack``.
  init(_ packs: [PackIndex.Part], lexicon: Lexicon) {
    names = Array(Set(packs.map { $0.string(.language) }).sorted().prefix(8))
    var sets = [UInt8](repeating: 0, count: names.isEmpty ? 0 : lexicon.count)
    for pack in packs {
      guard let bit = names.firstIndex(of: pack.string(.language)) else { continue }
      for word in pack.titles {
        if let id = lexicon.id(of: word) { sets[Int(id)] |= 1 << UInt8(bit) }
      }
    }
    self.sets = sets
  }

  /// The words that need lasting ids.
  static func words(in packs: [PackIndex.Part]) -> [String] { packs.flatMap(\.titles) }

  /// Bit `n` is set if the word is a function word of language number `n`.
  func languages(of word: LexemeID) -> UInt8 { Int(word) < sets.count ? sets[Int(word)] : 0 }
}

/// Tells the language of a message, as far as packs need it.
enum Language {
  /// Share of function words from which a text is of a language. Running text has about half; English, German
  /// and French share a few ("in", "a", "on", "an") and stay below in each other's texts.
  private static let leastShare = 0.25
  /// Share of words that English knows from which a text with fewer function words is English all the same: the
  /// heaped nouns of an official letter.
  private static let leastKnownShare = 0.85
  /// Shorter texts say too little: they count as English when nothing in them is beyond ASCII.
  private static let leastWords = 6

  /// "en", "de", …; "" for a text that is of no language known.
  ///
  /// - Complexity: O(tokens).
  static func guess(
    _ extent: TextExtent, in text: AnalyzedText, vocabulary: borrowing Vocabulary, others: LanguageWords
  ) -> String {
    var words = 0
    var functionWords = 0
    var known = 0
    var isASCII = true
    var counts = InlineArray<8, Int32>(repeating: 0)
    for token in text.tokens[extent.tokens] where token.kind == .word {
      words += 1
      if !vocabulary.flags(of: token.lexeme).isDisjoint(with: [.stopWord, .functionWord]) {
        functionWords += 1
      }
      if vocabulary.zipf(of: token.lexeme) > 0 { known += 1 }
      if token.flags.contains(.beyondASCII) { isASCII = false }
      var bits = others.languages(of: token.lexeme)
      while bits != 0 {
        counts[bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
    }
    var best = 0
    for language in others.names.indices where counts[language] > counts[best] { best = language }
    let foreignWords = others.names.isEmpty ? 0 : Int(counts[best])
    if foreignWords > functionWords, Double(foreignWords) >= leastShare * Double(words) {
      return others.names[best]
    }
    if words < leastWords { return isASCII || functionWords * 4 >= words ? "en" : "" }
    if Double(functionWords) >= leastShare * Double(words) { return "en" }
    return functionWords * 10 >= words && Double(known) >= leastKnownShare * Double(words) ? "en" : ""
  }
}
