/// What the published readability formulas count.
public struct ReadingCounts: Hashable, Sendable {
  /// Number of sentences with a word in them.
  public var sentences = 0
  /// Number of words and numbers.
  public var words = 0
  /// Letters and digits of the words.
  public var characters = 0
  /// Syllables of the words.
  public var syllables = 0
  /// Words of three syllables or more.
  public var polysyllables = 0
  /// Of these, those that the Fog index counts: no names, no "-ed", "-es", "-ing" as the third syllable.
  public var complexWords = 0
  /// Words of more than six letters (LIX).
  public var longWords = 0
  /// Words outside everyday vocabulary (Dale–Chall-style): by frequency instead of by its list of 3,000.
  public var unfamiliarWords = 0

  /// Words that carry meaning: no function words, no names.
  public var contentWords = 0
  /// The sum of the rarities of these: how far below the commonest word (Zipf 8) each is, times ten.
  public var rarity = 0
  /// Words that name a quality or a process, by their ending: "-tion", "-ment", "-ity", "-ical".
  public var abstractWords = 0
  /// How often "of" stands.
  public var ofs = 0

  /// Nothing counted.
  public init() {}

  /// A familiar word has a Zipf frequency from here on (ten times it): about the 3,000 commonest words.
  static let familiarZipf: UInt8 = 49

  /// What a word that no list holds counts as.
  static let unknownZipf = 20

  /// Adds the words of an extent.
  ///
  /// - Complexity: O(tokens), no allocation.
  public mutating func add(_ extent: TextExtent, of text: AnalyzedText, vocabulary: borrowing Vocabulary) {
    for sentence in text.sentences[extent.sentences] {
      let before = words
      for token in text.tokens[sentence.tokenRange] where token.kind.isWordLike {
        add(token, vocabulary: vocabulary)
      }
      if words > before { sentences += 1 }
    }
  }

  private mutating func add(_ token: Token, vocabulary: borrowing Vocabulary) {
    words += 1
    let letters = Self.letters(token, vocabulary)
    characters += letters
    syllables += max(1, Int(token.syllables))
    guard token.kind == .word else { return }
    if letters > 6 { longWords += 1 }
    let flags = vocabulary.flags(of: token.lexeme)
    if flags.contains(.abstract) { abstractWords += 1 }
    if flags.contains(.of) { ofs += 1 }
    if token.syllables >= 3 { polysyllables += 1 }
    if token.flags.contains(.capitalised) && !token.flags.contains(.startsSentence) { return }  // A name.
    let own = vocabulary.zipf(of: token.lexeme)
    // Every second word: there is nothing more to look up.
    if flags.contains(.functionWord) && own >= Self.familiarZipf && token.syllables < 3 { return }
    let stem = vocabulary.stem(of: token.lexeme)
    if token.syllables >= 3, vocabulary.syllables(of: stem) >= 3 { complexWords += 1 }
    let zipf = max(own, vocabulary.zipf(of: stem))
    if !flags.contains(.functionWord) {
      contentWords += 1
      rarity += 80 - min(80, max(Int(zipf), Self.unknownZipf))
    }
    if zipf < Self.familiarZipf { unfamiliarWords += 1 }
  }

  /// Number of characters of a word, not of its bytes.
  @inline(__always)
  private static func letters(_ token: Token, _ vocabulary: borrowing Vocabulary) -> Int {
    token.flags.contains(.beyondASCII)
      ? vocabulary.form(of: token.lexeme).count { $0 & 0xC0 != 0x80 } : token.range.count
  }
}
