import TextAnalysis

/// Tells the language of a message, as far as packs need it.
enum Language {
  /// Share of English function words from which a text is English. Running English has about half; German and
  /// French share a few ("in", "a", "or") and stay below.
  private static let leastShare = 0.25
  /// Shorter texts say too little: they count as English when nothing in them is beyond ASCII.
  private static let leastWords = 6

  /// "en", or "" for a text that is not English.
  static func guess(_ extent: TextExtent, in text: AnalyzedText, vocabulary: borrowing Vocabulary) -> String {
    var words = 0
    var functionWords = 0
    var isASCII = true
    for token in text.tokens[extent.tokens] where token.kind == .word {
      words += 1
      if vocabulary.flags(of: token.lexeme).contains(.stopWord) { functionWords += 1 }
      if token.flags.contains(.beyondASCII) { isASCII = false }
    }
    if words < leastWords { return isASCII || functionWords * 4 >= words ? "en" : "" }
    return Double(functionWords) >= leastShare * Double(words) ? "en" : ""
  }
}
