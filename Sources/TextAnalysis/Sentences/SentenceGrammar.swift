/// Tells what kind of sentence some tokens are, from the classes of their words and their order.
enum SentenceGrammar {
  static func features(
    _ range: Range<Int>, _ tokens: UnsafeMutableBufferPointer<Token>, _ words: LexemeView
  ) -> SentenceFeatures {
    var features: SentenceFeatures = []
    var last = range.upperBound - 1
    while last >= range.lowerBound, tokens[last].kind == .punctuation {
      if tokens[last].lexeme == words.ascii[0x3F] {
        features.insert(.question)
        break
      }
      if tokens[last].lexeme == words.ascii[0x21] { features.insert(.exclamation) }
      last -= 1
    }
    return features
  }
}
