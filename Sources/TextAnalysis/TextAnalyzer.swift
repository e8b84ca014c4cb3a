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
  private let characters: CharacterClasses
  private var breaker: WordBreaker
  private var splitter: SentenceSplitter
  private var text: PaddedBytes
  private var folded: PaddedBytes
  private var pieces: [Piece] = []

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
    folded = PaddedBytes()
  }

  /// Forgets the word forms that are not in the lexicon. Ids given before are void.
  public mutating func beginBatch() { vocabulary.beginBatch() }

  /// Analyses a text and appends its tokens and sentences to `result`.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, below 4 GB; malformed bytes become tokens of their own.
  ///   - zones: the parts to analyse, ascending and apart; empty for the whole. A sentence never crosses a zone.
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
    let firstToken = result.tokens.count
    let base = text.base
    let end = bytes.count
    splitter.begin()
    var line = 0
    while line < end {
      let next = LineBreaks.next(base, from: line, end)
      let isQuick = breaker.isQuick(base, line..<next)
      appendTokens(base, line..<next, isQuick: isQuick, to: &result.tokens)
      let lineEnd = LineBreaks.after(base, next, end)
      splitter.appendBreaks(base, line..<lineEnd, isQuick: isQuick)
      line = lineEnd
    }
    splitter.appendSentences(
      base, count: end, tokens: &result.tokens, from: firstToken, to: &result.sentences)
    guard offset > 0 else { return }
    let shift = UInt32(truncatingIfNeeded: offset)
    for i in firstToken..<result.tokens.count {
      result.tokens[i].start &+= shift
      result.tokens[i].end &+= shift
    }
    for i in result.sentences.indices.reversed() {
      guard Int(result.sentences[i].tokens.lowerBound) >= firstToken else { break }
      result.sentences[i].start &+= shift
      result.sentences[i].end &+= shift
    }
  }

  // MARK: - Tokens

  private mutating func appendTokens(
    _ base: UnsafePointer<UInt8>, _ line: Range<Int>, isQuick: Bool, to tokens: inout [Token]
  ) {
    let first = tokens.count
    pieces.removeAll(keepingCapacity: true)
    if isQuick {
      breaker.appendQuick(base, line, to: &pieces)
      assert(breaker.agrees(base, line), "the quick word rules and ICU disagree")
    } else {
      breaker.appendThorough(base, line, to: &pieces)
    }
    var i = 0
    while i < pieces.count {
      // A chunk is what stands between white space: kinds are looked for within it.
      var after = i + 1
      while after < pieces.count, pieces[after].start == pieces[after - 1].end { after += 1 }
      appendChunk(base, i..<after, line: line, to: &tokens)
      i = after
    }
    if first < tokens.count { tokens[first].flags.insert(.startsLine) }
    uniteAcrossSpaces(base, from: first, in: &tokens)
  }

  private mutating func appendChunk(
    _ base: UnsafePointer<UInt8>, _ chunk: Range<Int>, line: Range<Int>, to tokens: inout [Token]
  ) {
    let end = pieces[chunk.upperBound - 1].end
    let recogniser = KindRecogniser(bytes: base, chunk: pieces[chunk.lowerBound].start..<end)
    var i = chunk.lowerBound
    while i < chunk.upperBound {
      var after = i + 1
      var kind = TokenKind.word
      if let found = recogniser.recognise(at: pieces[i].start),
        let last = pieces[i..<chunk.upperBound].firstIndex(where: { $0.end >= found.end }),
        pieces[last].end == found.end
      {
        kind = found.kind
        after = last + 1
      } else {
        kind = plainKind(base, pieces[i])
      }
      append(
        base, pieces[i].start, pieces[after - 1].end, kind,
        followsSpace: i == chunk.lowerBound, to: &tokens)
      i = after
    }
  }

  private func plainKind(_ base: UnsafePointer<UInt8>, _ piece: Piece) -> TokenKind {
    switch piece.content {
    case .word: return .word
    case .number: return .number
    case .mark:
      let scalar = Scalar(base, at: piece.start, end: piece.end)
      return MarkClass.kind(of: scalar.value)
    }
  }

  private mutating func append(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ kind: TokenKind, followsSpace: Bool,
    to tokens: inout [Token]
  ) {
    var flags = WordShape.flags(base + start, count: end - start)
    if followsSpace { flags.insert(.followsSpace) }
    var token = Token(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), lexeme: 0, kind: kind,
      flags: flags)
    token.lexeme = lexeme(base, token)
    if kind == .word { token.syllables = vocabulary.syllables(of: token.lexeme) }
    tokens.append(token)
  }

  /// Interns the bytes of a token.
  mutating func lexeme(_ base: UnsafePointer<UInt8>, _ token: Token) -> LexemeID {
    let start = Int(token.start)
    let count = Int(token.end) - start
    if count == 1, base[start] < 0x80 {
      return vocabulary.lexicon.storage.ascii[Int(KindRecogniser.lower(base[start]))]
    }
    CaseFolding.fold(base + start, count: count, characters, into: &folded)
    return vocabulary.intern(LexemeKey(folded.base, count: folded.count), folded.base)
  }
}
