import TextAnalysis
import Tickets

/// The words by which languages beyond ``TextLanguage``'s own are told apart.
///
/// English, German and French are known to the lexicon; any other language brings a pack `language.words` with its
/// function words.
struct LanguageWords: Sendable {
  /// The name of the packs.
  static let pack = "language.words"
  /// Languages that need no pack.
  private static let builtIn: Set<String> = ["en", "de", "fr"]

  /// The languages, in the order of the alphabet; at most eight.
  let names: [String]
  /// By lasting id: bit `n` is set if the word is a function word of language number `n`.
  private let sets: [UInt8]

  /// - Parameter packs: those of the name ``pack``; of languages that the text engine tells apart itself they are not
  ///   needed.
  init(_ packs: [PackIndex.Part], lexicon: Lexicon) {
    let packs = packs.filter { !Self.builtIn.contains($0.string(.language)) }
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
  /// Share of function words from which a text is of a language that a pack brings. Running text has about half;
  /// neighbouring languages share a few and stay below in each other's texts.
  private static let leastShare = 0.25

  /// "en", "de", …; "" for a text that is of no language known; `nil` for one too short to say.
  ///
  /// - Complexity: O(tokens).
  static func guess(
    _ extent: TextExtent, in text: AnalyzedText, vocabulary: borrowing Vocabulary, others: LanguageWords
  ) -> String? {
    if let other = other(extent, in: text, vocabulary: vocabulary, others) { return other }
    func isMore(_ flag: LexemeFlags) -> Bool {
      var more = 0
      for token in text.tokens[extent.tokens] where token.kind == .word {
        let flags = vocabulary.flags(of: token.lexeme)
        more += (flags.contains(flag) ? 1 : 0) - (flags.contains(.functionWord) ? 1 : 0)
      }
      return more > 0
    }
    switch TextLanguage.language(of: extent.tokens, in: text, vocabulary: vocabulary) {
    case .english: return "en"
    // "Resolved as discussed": a word of both languages is no sign of the other one.
    case .german: return isMore(.germanFunctionWord) ? "de" : "en"
    case .french: return isMore(.frenchFunctionWord) ? "fr" : "en"
    case .other: return ""
    case .unknown: return nil
    }
  }

  /// The language of a pack, if more words are its function words than those of any built-in language.
  private static func other(
    _ extent: TextExtent, in text: AnalyzedText, vocabulary: borrowing Vocabulary, _ others: LanguageWords
  ) -> String? {
    if others.names.isEmpty { return nil }
    var words = 0
    var known = InlineArray<3, Int32>(repeating: 0)
    var counts = InlineArray<8, Int32>(repeating: 0)
    for token in text.tokens[extent.tokens] where token.kind == .word {
      words += 1
      let flags = vocabulary.flags(of: token.lexeme)
      if flags.contains(.functionWord) { known[0] += 1 }
      if flags.contains(.germanFunctionWord) { known[1] += 1 }
      if flags.contains(.frenchFunctionWord) { known[2] += 1 }
      var bits = others.languages(of: token.lexeme)
      while bits != 0 {
        counts[bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
    }
    var best = 0
    for language in others.names.indices where counts[language] > counts[best] { best = language }
    let isMost = known.indices.allSatisfy { counts[best] > known[$0] }
    return isMost && Double(counts[best]) >= leastShare * Double(words) ? others.names[best] : nil
  }
}
