import TextAnalysis

/// Some words, to be asked of each token whether it is one of them: by numbers where the lexicon has them.
struct WordList: Sendable {
  /// Ascending.
  private let lexemes: [LexemeID]
  /// Those that the lexicon does not have.
  private let others: [[UInt8]]

  /// Words in lower case.
  init(_ words: [String], _ lexicon: Lexicon) {
    lexemes = words.compactMap { lexicon.id(of: $0) }.sorted()
    others = words.filter { lexicon.id(of: $0) == nil }.map { Array($0.utf8) }
  }

  /// Whether a form is one of them. - Complexity: O(log words); O(words) for one that the lexicon does not have.
  func contains(_ lexeme: LexemeID, _ vocabulary: borrowing Vocabulary) -> Bool {
    if Int(lexeme) < vocabulary.lexicon.count {
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
