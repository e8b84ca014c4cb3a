/// One place of a phrase.
public indirect enum PhraseElement: Hashable, Sendable {
  /// A word or mark in this form, in lower case; the text may have it in any case.
  case word(String)
  /// A word in this form, written in capitals in the text: "WHO", not "who".
  case capitals(String)
  /// Any inflection of a word: `inflected("go")` for "go", "goes", "going", "went".
  case inflected(String)
  /// One of several elements. Gaps can't stand here.
  case anyOf([PhraseElement])
  /// A token of a kind: `kind(.number)`.
  case kind(TokenKind)
  /// Up to so many tokens of any kind, but no end of a sentence.
  case gap(Int)
  /// An element that may be missing.
  case optional(PhraseElement)
  /// The start of a sentence; matches no token.
  case sentenceStart
}

/// A phrase found in a text.
public struct PhraseMatch: Hashable, Sendable {
  /// Which phrase, as its index among those the automaton was made of.
  public var pattern: Int32
  /// Its tokens, as indices into ``AnalyzedText/tokens``.
  public var tokens: Range<Int32>

  /// A match of `pattern` over `tokens`.
  public init(pattern: Int32, tokens: Range<Int32>) {
    self.pattern = pattern
    self.tokens = tokens
  }
}
