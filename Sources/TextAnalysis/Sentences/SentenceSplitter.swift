/// Turns ICU's sentence boundaries into the sentences of a message.
///
///     ICU       Ask Dr. | Who. | thanks. they know
///     rules         ⤺ join             ⤻ split
///     result    Ask Dr. Who. | thanks. | they know
///
/// ICU's boundaries are where sentences may end; ``SentenceRules`` joins what an abbreviation, a list marker or a
/// wrapped line cut, and splits where people write without capitals or marks.
struct SentenceSplitter: ~Copyable {
  private var finder: SentenceBreaks
  private let lexicon: Lexicon
  private var breaks: Buffer<Int>

  init(characters: CharacterClasses, lexicon: Lexicon) throws(ICUError) {
    let finder = try SentenceBreaks(characters: characters)
    self.finder = finder
    self.lexicon = lexicon
    breaks = Buffer<Int>()
  }

  /// Starts a zone.
  mutating func begin() { breaks.count = 0 }

  /// Notes ICU's boundaries in some quick lines, line breaks included.
  mutating func appendQuickBreaks(
    _ bytes: UnsafePointer<UInt8>, _ lines: Range<Int>, _ masks: ByteMaskView
  ) {
    finder.appendQuick(bytes, lines, masks, to: &breaks)
  }

  /// Notes ICU's boundaries in a line that is not quick, its line break included.
  mutating func appendThoroughBreaks(_ bytes: UnsafePointer<UInt8>, _ line: Range<Int>) {
    finder.appendThorough(bytes, line, to: &breaks)
  }

  /// Whether ICU sees the boundaries in a quick line that the quick rules do. For debug builds.
  mutating func agrees(_ bytes: UnsafePointer<UInt8>, _ line: Range<Int>, _ masks: ByteMaskView) -> Bool {
    finder.agrees(bytes, line, masks)
  }

  /// Appends the sentences over the tokens of a zone.
  ///
  /// Only notable tokens are looked at: no sentence ends between two words of a line.
  ///
  /// - Parameters:
  ///   - bytes: the zone.
  ///   - tokens: with offsets in the zone; their flags are completed.
  ///   - notable: those that are no words or begin a line, as indices of `tokens`, ascending.
  ///   - telling: words that decide what kind of sentence it is, likewise.
  ///   - words: the lexicon.
  ///   - first: index of the first of them in the analysed text.
  ///   - shift: offset of the zone.
  ///   - sentences: what is appended to.
  mutating func appendSentences(
    _ bytes: UnsafePointer<UInt8>, tokens: UnsafeMutableBufferPointer<Token>,
    notable: UnsafeMutableBufferPointer<Int>, telling: UnsafeMutableBufferPointer<Int>, _ words: LexemeView,
    at first: Int, shift: UInt32, to sentences: inout [Sentence]
  ) {
    guard tokens.count > 0 else { return }
    let rules = SentenceRules(bytes: bytes, tokens: tokens, words: words)
    let grammar = SentenceGrammar(bytes: bytes, tokens: tokens, telling: telling, words: words)
    var boundaries = BoundaryCursor(breaks.elements)
    var start = 0
    var list = rules.listMarker(at: 0)
    var seen = 0
    var told = 0
    for place in notable {
      // A list item may be marked by a letter, which is a word: its mark is what is notable.
      var next = max(seen &+ 1, list == nil ? place : place &- 1)
      while next <= place &+ 1, next < tokens.count {
        defer { next &+= 1 }
        seen = next
        if boundaries.isBoundary(between: tokens[next &- 1], tokens[next]) {
          if rules.joins(start: start, next: next, list) { continue }
        } else {
          if !rules.splits(start: start, next: next, list) { continue }
        }
        sentences.append(Self.sentence(start..<next, grammar, &told, tokens, first, shift))
        start = next
        list = rules.listMarker(at: next)
      }
    }
    sentences.append(Self.sentence(start..<tokens.count, grammar, &told, tokens, first, shift))
  }

  @inline(__always)
  private static func sentence(
    _ range: Range<Int>, _ grammar: SentenceGrammar, _ told: inout Int,
    _ tokens: UnsafeMutableBufferPointer<Token>, _ first: Int, _ shift: UInt32
  ) -> Sentence {
    var word = range.lowerBound
    while word < range.upperBound, tokens[word].kind == .punctuation { word &+= 1 }
    if word < range.upperBound { tokens[word].flags.insert(.startsSentence) }
    let features = grammar.features(range, &told)
    return Sentence(
      tokens: Int32(
        truncatingIfNeeded: first + range.lowerBound)..<Int32(
          truncatingIfNeeded: first + range.upperBound),
      start: tokens[range.lowerBound].start &+ shift, end: tokens[range.upperBound - 1].end &+ shift,
      features: features)
  }
}

/// Walks through ICU's boundaries beside the tokens.
private struct BoundaryCursor {
  private let breaks: UnsafeMutableBufferPointer<Int>
  private var next = 0
  /// The place of the next boundary.
  private var boundary: Int

  init(_ breaks: UnsafeMutableBufferPointer<Int>) {
    self.breaks = breaks
    boundary = breaks.count > 0 ? breaks[0] : Int.max
  }

  /// Whether a boundary lies between two tokens that follow each other. One inside a token counts for nothing: the rules
  /// of sentences know nothing of addresses and paths.
  @inline(__always)
  mutating func isBoundary(between last: Token, _ following: Token) -> Bool {
    let startsLine = following.flags.contains(.startsLine)
    guard boundary <= Int(following.start) else { return startsLine }
    while boundary < Int(last.end) { advance() }
    let isBoundary = boundary <= Int(following.start)
    while boundary <= Int(following.start) { advance() }
    return isBoundary || startsLine
  }

  @inline(__always)
  private mutating func advance() {
    next &+= 1
    boundary = next < breaks.count ? breaks[next] : Int.max
  }
}
