/// A sentence: some tokens in a row.
public struct Sentence: Hashable, Sendable {
  /// Its tokens, as indices into ``AnalyzedText/tokens``.
  public var tokens: Range<Int32>
  /// Offset of its first byte in the analysed text.
  public var start: UInt32
  /// Offset after the last byte of its last token.
  public var end: UInt32
  /// What kind of sentence it is.
  public var features: SentenceFeatures

  /// A sentence of the tokens `tokens` over the bytes `start..<end`.
  public init(tokens: Range<Int32>, start: UInt32, end: UInt32, features: SentenceFeatures = []) {
    self.tokens = tokens
    self.start = start
    self.end = end
    self.features = features
  }

  /// Its place as byte offsets.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// Its tokens as indices of an array.
  public var tokenRange: Range<Int> { Int(tokens.lowerBound)..<Int(tokens.upperBound) }
}

/// What kind of sentence it is.
public struct SentenceFeatures: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt16
  /// The features of some bits.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// It asks something, with or without a question mark.
  public static let question = SentenceFeatures(rawValue: 1)
  /// A question that can't be answered by yes or no ("what", "how", "tell me more").
  public static let openQuestion = SentenceFeatures(rawValue: 2)
  /// It ends in an exclamation mark.
  public static let exclamation = SentenceFeatures(rawValue: 4)
  /// It tells the reader to do something ("restart the client", "please send …").
  public static let imperative = SentenceFeatures(rawValue: 8)
  /// A verb stands in the passive voice.
  public static let passive = SentenceFeatures(rawValue: 16)
  /// It denies something ("not", "never", "can't").
  public static let negated = SentenceFeatures(rawValue: 32)
  /// It holds back ("might", "perhaps", "I think").
  public static let hedged = SentenceFeatures(rawValue: 64)
  /// It speaks of the writer ("I", "we", "our").
  public static let firstPerson = SentenceFeatures(rawValue: 128)
  /// It speaks to the reader ("you", "your").
  public static let secondPerson = SentenceFeatures(rawValue: 256)
}

/// The part of an ``AnalyzedText`` that one call added.
public struct TextExtent: Hashable, Sendable {
  /// Its tokens, as indices into ``AnalyzedText/tokens``.
  public var tokens: Range<Int>
  /// Its sentences, as indices into ``AnalyzedText/sentences``.
  public var sentences: Range<Int>

  /// No text.
  public init(tokens: Range<Int> = 0..<0, sentences: Range<Int> = 0..<0) {
    self.tokens = tokens
    self.sentences = sentences
  }
}

/// The tokens and sentences of many texts, each text's side by side.
///
///     tokens     ─ message 0 ─┼─ message 1 ──┼ …
///     sentences  ─ 0 ─┼─ 1 ─┼ …                  each a range of tokens
///
/// Cleared and filled again batch by batch, so that a message allocates nothing once it is warm. Offsets count
/// from the start of each message's own text.
public struct AnalyzedText: Sendable {
  /// The tokens of all texts.
  public var tokens: [Token] = []
  /// The sentences of all texts.
  public var sentences: [Sentence] = []
  /// What a ``PhraseAutomaton`` found.
  public var matches: [PhraseMatch] = []

  /// No texts.
  public init() {}

  /// Forgets the contents and keeps the storage.
  public mutating func clear() {
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
  }
}
