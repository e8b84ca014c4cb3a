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
  /// Tokens that are no words, and the first of each line: sentences end before or after these only.
  var notable: Buffer<Int>
  /// Words that may decide what kind of sentence they stand in.
  var telling: Buffer<Int>

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
    notable = Buffer()
    telling = Buffer()
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

  /// Appends the tokens of a text to `result`, as ``analyze(_:zones:into:)`` does, and no sentences: for counting words.
  /// No token is marked as the first of its sentence.
  ///
  /// - Returns: the tokens that were appended, as indices into ``AnalyzedText/tokens``.
  /// - Complexity: O(bytes).
  public mutating func tokenize(
    _ bytes: UnsafeBufferPointer<UInt8>, into result: inout AnalyzedText
  ) -> Range<Int> {
    let first = result.tokens.count
    analyzeZone(bytes, at: 0, findsSentences: false, into: &result)
    return first..<result.tokens.count
  }

  /// Analyses a string. For tests and tools; messages have bytes.
  public mutating func analyze(_ string: String, into result: inout AnalyzedText) -> TextExtent {
    var string = string
    return string.withUTF8 { analyze($0, into: &result) }
  }

  /// The segments of ICU's root word rules (UAX #29) in a text, white space left out, before any are united to tokens.
  /// For tests and tools.
  public mutating func segments(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    text.load(bytes)
    masks.classify(text)
    pieces.count = 0
    var line = 0
    while line < bytes.count {
      let ascii = line..<masks.view.first(.lineBreak, in: line..<bytes.count)
      let (next, isQuick) = breaker.inspect(text.base, ascii, masks.view)
      if isQuick {
        breaker.appendQuick(text.base, line..<next, to: &pieces)
      } else {
        breaker.appendThorough(text.base, line..<next, to: &pieces)
      }
      line = LineBreaks.after(text.base, next, bytes.count)
    }
    return pieces.elements.map { $0.start..<$0.end }
  }

  private mutating func analyzeZone(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, findsSentences: Bool = true,
    into result: inout AnalyzedText
  ) {
    guard !bytes.isEmpty else { return }
    text.load(bytes)
    masks.classify(text)
    // No more tokens than bytes, and no more of the others than tokens; the first of a line may be notable twice.
    buffer.count = 0
    buffer.reserve(bytes.count + 2)
    candidates.count = 0
    candidates.reserve(bytes.count)
    notable.count = 0
    notable.reserve(2 * bytes.count + 2)
    telling.count = 0
    telling.reserve(bytes.count + 2)
    splitter.begin()
    let base = text.base
    let view = masks.view
    let hasHigh = masks.hasHigh
    let end = bytes.count
    let lexicon = vocabulary.lexicon.storage
    lexicon.withView { words in
      var line = 0
      // Where the quick lines begin whose sentences were not looked for yet.
      var quick = 0
      while line < end {
        let ascii = line..<view.first(.lineBreak, in: line..<end)
        let (next, isQuick) = hasHigh ? breaker.inspect(base, ascii, view) : (ascii.upperBound, true)
        let after = LineBreaks.after(base, next, end)
        if next > line { appendLine(base, line..<next, isQuick: isQuick, view, words) }
        if !isQuick {
          if findsSentences {
            splitter.appendQuickBreaks(base, quick..<line, view)
            splitter.appendThoroughBreaks(base, line..<after)
          }
          quick = after
        } else {
          assert(splitter.agrees(base, line..<after, view), "the quick sentence rules and ICU disagree")
        }
        line = after
      }
      guard findsSentences else { return }
      splitter.appendQuickBreaks(base, quick..<end, view)
      splitter.appendSentences(
        base, tokens: buffer.elements, notable: notable.elements, telling: telling.elements, words,
        at: result.tokens.count, shift: UInt32(truncatingIfNeeded: offset), to: &result.sentences)
    }
    if offset > 0 {
      for i in 0..<buffer.count {
        buffer[i].start &+= UInt32(truncatingIfNeeded: offset)
        buffer[i].end &+= UInt32(truncatingIfNeeded: offset)
      }
    }
    result.tokens.append(contentsOf: buffer.elements)
  }

  /// Appends the tokens of a line.
  @inline(__always)
  private mutating func appendLine(
    _ base: UnsafePointer<UInt8>, _ line: Range<Int>, isQuick: Bool, _ view: ByteMaskView, _ words: LexemeView
  ) {
    let first = (tokens: buffer.count, notable: notable.count, telling: telling.count)
    notable.append(first.tokens)
    candidates.count = 0
    if isQuick {
      scan(base, line, view, words)
      assert(breaker.agrees(base, line), "the quick word rules and ICU disagree")
    } else {
      appendThorough(base, line, words)
    }
    guard first.tokens < buffer.count else {
      notable.count = first.notable
      return
    }
    buffer[first.tokens].flags.insert(.startsLine)
    let found = buffer.count
    if candidates.count > 0 { uniteAcrossSpaces(base) }
    if !isQuick || buffer.count < found {
      notable.count = first.notable
      telling.count = first.telling
      noteTokens(from: first.tokens, all: !isQuick, words)
    }
  }

  /// Notes the tokens of a line anew, after some were united; all of them if only ICU knows where sentences may end.
  private mutating func noteTokens(from first: Int, all: Bool, _ words: LexemeView) {
    for i in first..<buffer.count {
      if all || i == first || buffer[i].kind != .word { notable.append(i) }
      if words.isTelling(buffer[i].lexeme) { telling.append(i) }
    }
  }
}
