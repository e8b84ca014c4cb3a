import TextAnalysis

/// Some words, to be asked of each token whether it is one of them: by numbers where the lexicon has them.
struct WordList: Sendable {
  /// Ascending.
  private let lexemes: [LexemeID]
  /// By the last eight bits of their numbers: most words are told not to be among a few by one look.
  private let bits: SIMD4<UInt64>
  /// Those that the lexicon does not have.
  private let others: [[UInt8]]

  /// Words in lower case.
  init(_ words: [String], _ lexicon: Lexicon) {
    lexemes = words.compactMap { lexicon.id(of: $0) }.sorted()
    var bits = SIMD4<UInt64>.zero
    for lexeme in lexemes { bits[Int(lexeme >> 6 & 3)] |= 1 << UInt64(lexeme & 63) }
    self.bits = bits
    others = words.filter { lexicon.id(of: $0) == nil }.map { Array($0.utf8) }
  }

  /// Whether a form is one of them. - Complexity: O(log words); O(words) for one that the lexicon does not have.
  func contains(_ lexeme: LexemeID, _ vocabulary: borrowing Vocabulary) -> Bool {
    if Int(lexeme) < vocabulary.lexicon.count {
      if bits[Int(lexeme >> 6 & 3)] >> UInt64(lexeme & 63) & 1 == 0 { return false }
      var (low, high) = (0, lexemes.count)
      while low < high {
        let middle = (low + high) / 2
        if lexemes[middle] < lexeme { low = middle + 1 } else { high = middle }
      }
      return low < lexemes.count && lexemes[low] == lexeme
    }
    return others.contains { vocabulary.form(of: lexeme).elementsEqual($0) }
  }
}
