/// The working memory of ``PhraseAutomaton/match(_:in:vocabulary:state:)``, reused from text to text. Of one worker
/// and one automaton.
public struct PhraseState: Sendable {
  /// What an automaton calls a lexeme and its stem: their numbers + 1, 0 for words of no phrase; with
  /// ``PhraseTables/startsAsForm`` where a phrase begins with it.
  struct Words: Sendable {
    var form: UInt32
    var stem: UInt32
    /// The bits of both in the signatures of states.
    var bits: UInt64

    /// Not looked up yet. No number is that great.
    static let unknown = Words(form: .max, stem: .max, bits: 0)
  }

  /// The tokens at hand, and one more that is none.
  var symbols: [PhrasePass.Symbols] = []
  /// By phrase: where among the matches at hand the last of it may be.
  var last: [Int32] = []
  /// By match: where the one before it of the same phrase is.
  var previous: [Int32] = []
  /// By lexeme, as they are met.
  private var words: [Words] = []

  /// Nothing read yet.
  public init() {}

  /// Forgets the lexemes of the last batch; those of the lexicon are kept.
  public mutating func beginBatch(_ vocabulary: borrowing Vocabulary) {
    let lasting = vocabulary.lexicon.count
    if words.count > lasting { words.removeLast(words.count - lasting) }
  }

  /// Makes room.
  mutating func reserve(tokens: Int, phrases: Int) {
    if symbols.count <= tokens {
      symbols.append(contentsOf: repeatElement(.none, count: tokens + 1 - symbols.count))
    }
    if last.count < phrases { last.append(contentsOf: repeatElement(-1, count: phrases - last.count)) }
  }

  /// What the automaton calls a lexeme. - Complexity: O(1); O(bytes of the word) when it is met first.
  @inline(__always)
  mutating func words(of lexeme: LexemeID, _ tables: PhraseTables, _ vocabulary: borrowing Vocabulary)
    -> Words
  {
    if Int(lexeme) < words.count {
      let known = words[Int(lexeme)]
      if known.form != .max { return known }
    }
    return look(lexeme, tables, vocabulary)
  }

  @inline(never)
  private mutating func look(
    _ lexeme: LexemeID, _ tables: PhraseTables, _ vocabulary: borrowing Vocabulary
  ) -> Words {
    if Int(lexeme) >= words.count {
      words.append(contentsOf: repeatElement(.unknown, count: vocabulary.count - words.count))
    }
    let form =
      tables.word(vocabulary.form(of: lexeme)) & ~(PhraseTables.startsAsStem | PhraseTables.isOpenAsStem)
    let stem = tables.word(vocabulary.form(of: vocabulary.stem(of: lexeme)))
    let number = (form: form & PhraseTables.numberMask, stem: stem & PhraseTables.numberMask)
    // The flags of the stem move to where those of the form are.
    let starts = stem & PhraseTables.startsAsStem != 0 ? PhraseTables.startsAsForm : 0
    let isOpen = stem & PhraseTables.isOpenAsStem != 0 ? PhraseTables.isOpenAsForm : 0
    let found = Words(
      form: form, stem: number.stem | starts | isOpen,
      bits: (number.form > 0 ? PhraseTables.signature(.word(number.form - 1)) : 0)
        | (number.stem > 0 ? PhraseTables.signature(.stem(number.stem - 1)) : 0))
    words[Int(lexeme)] = found
    return found
  }
}

/// What an edge of the trie asks of a token.
struct PhraseSymbol: Hashable {
  let bits: UInt32

  static let wordTag: UInt32 = 0
  static let stemTag: UInt32 = 1
  static let capitalsTag: UInt32 = 2
  static let kindTag: UInt32 = 3

  private init(tag: UInt32, value: UInt32) { bits = tag << 30 | value & 0x3FFF_FFFF }

  var tag: UInt32 { bits >> 30 }
  var value: UInt32 { bits & 0x3FFF_FFFF }

  static func word(_ number: UInt32) -> PhraseSymbol { PhraseSymbol(tag: wordTag, value: number) }
  static func stem(_ number: UInt32) -> PhraseSymbol { PhraseSymbol(tag: stemTag, value: number) }
  static func capitals(_ number: UInt32) -> PhraseSymbol { PhraseSymbol(tag: capitalsTag, value: number) }
  static func kind(_ kind: TokenKind) -> PhraseSymbol {
    PhraseSymbol(tag: kindTag, value: UInt32(kind.rawValue))
  }
}
