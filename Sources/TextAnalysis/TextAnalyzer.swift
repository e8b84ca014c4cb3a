/// Turns the UTF-8 bytes of a message into tokens and sentences.
///
/// One worker's own: it holds the vocabulary of the batch, ICU's iterators and the buffers, all reused, so that
/// a message allocates nothing once it is warm.
///
///     var analyzer = try TextAnalyzer(lexicon: lexicon)
///     let extent = bytes.withUnsafeBufferPointer { analyzer.analyze($0, into: &text) }
///     for token in text.tokens[extent.tokens] { … }
public struct TextAnalyzer: ~Copyable {
  /// The word forms of the batch.
  public internal(set) var vocabulary: Vocabulary
  let characters: CharacterClasses
  var breaker: WordBreaker
  var splitter: SentenceSplitter
  var text: PaddedBytes
  var masks: ByteMasks
  var buffer: Buffer<Token>
  var folded: PaddedBytes
  var pieces: Buffer<Piece>
  /// Tokens of the line at hand, by place in `buffer`, that may unite with those that follow.
  var candidates: Buffer<Int>

  /// An analyser over the words of a lexicon.
  ///
  /// - Throws: `ICUError` if ICU can't open its break iterators.
  public init(lexicon: Lexicon) throws(ICUError) {
    // What can fail comes first: a struct that owns memory can't be taken down half made.
    let characters = lexicon.storage.characters
    let breaker = try WordBreaker(characters: characters)
    let splitter = try SentenceSplitter(characters: characters, lexicon: lexicon)
    self.characters = characters
    self.breaker = breaker
    self.splitter = splitter
    vocabulary = Vocabulary(lexicon: lexicon)
    text = PaddedBytes()
    masks = ByteMasks()
    buffer = Buffer()
    pieces = Buffer()
    candidates = Buffer()
    folded = PaddedBytes()
  }

  /// Forgets the word forms that are not in the lexicon. Ids given before are void.
  public mutating func beginBatch() { vocabulary.beginBatch() }

  /// Analyses a text and appends its tokens and sentences to `result`.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, below 2 GB; malformed bytes become tokens of their own.
  ///   - zones: the parts to analyse, ascending and apart; empty for the whole. A sentence never crosses a zone.
  ///   - result: what is appended to.
  /// - Returns: what was appended. Offsets count from the start of `bytes`.
  /// - Complexity: O(bytes).
  public mutating func analyze(
    _ bytes: UnsafeBufferPointer<UInt8>, zones: [Range<Int>] = [], into result: inout AnalyzedText
  ) -> TextExtent {
    let firstToken = result.tokens.count
    let firstSentence = result.sentences.count
    if zones.isEmpty {
      analyzeZone(bytes, at: 0, into: &result)
    } else {
      for zone in zones {
        let zone = zone.clamped(to: 0..<bytes.count)
        analyzeZone(UnsafeBufferPointer(rebasing: bytes[zone]), at: zone.lowerBound, into: &result)
      }
    }
    return TextExtent(
      tokens: firstToken..<result.tokens.count, sentences: firstSentence..<result.sentences.count)
  }

  /// Analyses a string. For tests and tools; messages have bytes.
  public mutating func analyze(_ string: String, into result: inout AnalyzedText) -> TextExtent {
    var string = string
    return string.withUTF8 { analyze($0, into: &result) }
  }

  private mutating func analyzeZone(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, into result: inout AnalyzedText
  ) {
    guard !bytes.isEmpty else { return }
    text.load(bytes)
    masks.classify(text)
    // No more tokens than bytes, and no more candidates than tokens.
    buffer.count = 0
    buffer.reserve(bytes.count)
    candidates.count = 0
    candidates.reserve(bytes.count)
    splitter.begin()
    let base = text.base
    let view = masks.view
    let end = bytes.count
    let lexicon = vocabulary.lexicon.storage
    lexicon.withView { words in
      var line = 0
      while line < end {
        let (next, isQuick) = breaker.inspect(base, line..<view.first(.lineBreak, in: line..<end), view)
        let after = LineBreaks.after(base, next, end)
        let first = buffer.count
        candidates.count = 0
        if isQuick {
          scan(base, line..<next, view, words)
          assert(breaker.agrees(base, line..<next), "the quick word rules and ICU disagree")
        } else {
          appendThorough(base, line..<next, words)
        }
        if first < buffer.count {
          buffer[first].flags.insert(.startsLine)
          if candidates.count > 0 { uniteAcrossSpaces(base) }
        }
        splitter.appendBreaks(base, line..<after, view, isQuick: isQuick)
        line = after
      }
      splitter.appendSentences(
        base, tokens: buffer.elements, words, at: result.tokens.count,
        shift: UInt32(truncatingIfNeeded: offset),
        to: &result.sentences)
    }
    if offset > 0 {
      for i in 0..<buffer.count {
        buffer[i].start &+= UInt32(truncatingIfNeeded: offset)
        buffer[i].end &+= UInt32(truncatingIfNeeded: offset)
      }
    }
    result.tokens.append(contentsOf: buffer.elements)
  }
}
