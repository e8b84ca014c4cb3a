/// The language of a message, as far as Readback treats languages apart.
public enum TextLanguage: UInt8, Sendable, CaseIterable {
  /// All measures.
  case english
  /// Tokens, sentences, LIX, common words.
  case german
  /// Tokens, sentences, LIX, common words.
  case french
  /// Measures that need no language only.
  case other
  /// Too little text to say.
  case unknown

  /// Tells the language of some tokens by their function words.
  ///
  /// Of running text in English, German or French about every second word is a function word, and few are shared
  /// ("in", "die", "on" count for each language that has them). The language with most wins if it has at least an
  /// eighth of the words; with fewer than four words nothing is said unless most of them speak for one.
  ///
  /// - Complexity: O(tokens), no allocation.
  public static func language(
    of range: Range<Int>, in text: AnalyzedText, vocabulary: borrowing Vocabulary
  ) -> TextLanguage {
    var words = 0
    var english = 0
    var german = 0
    var french = 0
    for token in text.tokens[range] where token.kind == .word {
      words += 1
      let flags = vocabulary.flags(of: token.lexeme)
      if flags.contains(.functionWord) { english += 1 }
      if flags.contains(.germanFunctionWord) { german += 1 }
      if flags.contains(.frenchFunctionWord) { french += 1 }
    }
    /// Words that are not known at all; few texts ask.
    func foreign() -> Int {
      text.tokens[range].count { $0.kind == .word && vocabulary.zipf(of: $0.lexeme) == 0 }
    }
    let most = max(english, german, french)
    if words == 0 { return .unknown }
    if most * leastShare < words || most == 0 {
      // Headlines have no function words; unknown words all through are another language.
      guard words >= leastWords else { return .unknown }
      return foreign() * 2 > words ? .other : .english
    }
    if words < leastWords && most * 2 <= words && foreign() > 0 { return .unknown }
    // Of equals the one that has the fewer words of other languages in it: English last.
    if german == most && german > french && german >= english { return .german }
    if french == most && french > german && french >= english { return .french }
    return .english
  }

  /// One function word in so many words is the least.
  private static let leastShare = 8
  /// From so many words on something is always said.
  private static let leastWords = 4
}
