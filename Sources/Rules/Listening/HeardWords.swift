import TextAnalysis

/// What the listening family asks of a word, gathered in one place: twenty bytes instead of five look-ups.
struct HeardWord {
  /// The stem by which requests and replies are compared; numbers as numerals.
  var stem: LexemeID = 0
  /// Its form; what meaning is looked up by.
  var lexeme: LexemeID = 0
  /// What it does in a conversation.
  var roles: DiscourseWords.Roles = []
  private var classes: UInt32 = 0
  /// What it tells, in sevenths of a point of the Zipf scale (``HeardWords/most`` at most); 0 for "the".
  var information: UInt8 = 0
  /// Whether it is a mark or a symbol and no word.
  var isMark = false
  /// Whether it has a direction of meaning that counts.
  var hasMeaning = false

  /// Its word classes; of those beyond the first 32 nothing is known here.
  var flags: LexemeFlags {
    get { LexemeFlags(rawValue: UInt64(classes)) }
    set { classes = UInt32(truncatingIfNeeded: newValue.rawValue) }
  }
}

/// The words of a thread as the listening family sees them, side by side with its tokens. One worker's own.
///
/// Words with lasting ids are described once for all; a token costs one look-up in that table, and everything
/// after reads in order.
struct HeardWords {
  /// Units that make one point of the Zipf scale of van Heuven et al. (2014).
  static let unit = 7
  /// What no list knows tells most, such as an asset tag.
  static let most = 5 * unit
  /// What a word of a language tells whose words nobody has counted here: less than one that few texts hold.
  static let uncounted = 3 * unit
  /// Ten times the Zipf frequency from which a word tells nothing.
  private static let common = 65

  /// What a word tells, in units: nothing for "the", more the rarer it is. Frequencies are those of English; in other
  /// languages all words tell the same but function words, which tell nothing, and names of things, which tell most.
  /// - Complexity: O(1).
  static func information(of token: Token, _ vocabulary: borrowing Vocabulary, isEnglish: Bool = true) -> Int
  {
    if token.kind == .punctuation || token.kind == .symbol { return 0 }
    let flags = vocabulary.flags(of: token.lexeme)
    if isEnglish {
      if !flags.isDisjoint(with: [.functionWord, .stopWord]) { return 0 }
      return min(most, max(0, common - Int(vocabulary.zipf(of: token.lexeme))))
    }
    if token.flags.contains(.hasDigit) || token.kind.isArtefact { return most }
    return flags.isDisjoint(with: [.germanFunctionWord, .frenchFunctionWord]) ? uncounted : 0
  }

  private let table: [HeardWord]
  private(set) var all: [HeardWord] = []

  /// Describes the words of a lexicon. - Complexity: O(words in it).
  init(lexicon: Lexicon, words: DiscourseWords) {
    let vocabulary = Vocabulary(lexicon: lexicon)
    table = (0..<LexemeID(lexicon.count)).map { id in
      var word = HeardWord()
      word.stem = words.numeral(of: vocabulary.stem(of: id))
      word.lexeme = id
      word.roles = words.roles(of: id)
      word.flags = vocabulary.flags(of: id)
      let tells = word.flags.isDisjoint(with: [.functionWord, .stopWord])
      if tells {
        word.information = UInt8(min(Self.most, max(0, Self.common - Int(vocabulary.zipf(of: id)))))
      }
      word.hasMeaning = tells && vocabulary.vectorRow(of: id) != nil
      return word
    }
  }

  subscript(position: Int) -> HeardWord { all[position] }

  /// The words of some tokens.
  subscript(positions: Range<Int>) -> ArraySlice<HeardWord> { all[positions] }

  /// Forgets them and keeps the storage.
  mutating func clear() { all.removeAll(keepingCapacity: true) }

  /// Describes tokens that come after all that were described; those between are left blank. - Complexity:
  /// O(tokens).
  mutating func append(
    _ tokens: Range<Int>, in text: AnalyzedText, vocabulary: borrowing Vocabulary, isEnglish: Bool
  ) {
    if all.count < tokens.lowerBound {
      all.append(contentsOf: repeatElement(HeardWord(), count: tokens.lowerBound - all.count))
    }
    let known = table.count
    for token in text.tokens[tokens] {
      let id = Int(token.lexeme)
      var word: HeardWord
      if id < known {
        word = table[id]
      } else {
        word = HeardWord()
        word.stem = vocabulary.stem(of: token.lexeme)
        word.lexeme = token.lexeme
        word.information = UInt8(Self.most)
      }
      if !isEnglish {
        word.information = UInt8(Self.information(of: token, vocabulary, isEnglish: false))
        word.hasMeaning = false
      }
      if token.kind == .punctuation || token.kind == .symbol {
        word.isMark = true
        word.information = 0
        word.hasMeaning = false
      }
      all.append(word)
    }
  }
}
