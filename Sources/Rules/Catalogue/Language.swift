import TextAnalysis

/// Tells the language of a message, as far as packs need it.
enum Language {
  /// Share of English function words from which a text is English. Running English has about half; German and
  /// French share a few ("in", "a", "or") and stay below.
  private static let leastShare = 0.25
  /// Share of words that English knows from which a text with fewer function words is English all the same: the
  /// heaped nouns of an official letter.
  private static let leastKnownShare = 0.85
  /// Shorter texts say too little: they count as English when nothing in them is beyond ASCII.
  private static let leastWords = 6

  /// "en", or "" for a text that is not English.
  static func guess(_ extent: TextExtent, in text: AnalyzedText, vocabulary: borrowing Vocabulary) -> String {
    var words = 0
    var functionWords = 0
    var known = 0
    var isASCII = true
    for token in text.tokens[extent.tokens] where token.kind == .word {
      words += 1
      if !vocabulary.flags(of: token.lexeme).isDisjoint(with: [.stopWord, .functionWord]) {
        functionWords += 1
      }
      if vocabulary.zipf(of: token.lexeme) > 0 { known += 1 }
      if token.flags.contains(.beyondASCII) { isASCII = false }
    }
    if words < leastWords { return isASCII || functionWords * 4 >= words ? "en" : "" }
    if Double(functionWords) >= leastShare * Double(words) { return "en" }
    return functionWords * 10 >= words && Double(known) >= leastKnownShare * Double(words) ? "en" : ""
  }
}
