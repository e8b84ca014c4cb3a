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

  /// Notes ICU's boundaries in a line, its line break included.
  mutating func appendBreaks(
    _ bytes: UnsafePointer<UInt8>, _ line: Range<Int>, _ masks: ByteMaskView, isQuick: Bool
  ) {
    if isQuick {
      finder.appendQuick(bytes, line, masks, to: &breaks)
      assert(finder.agrees(bytes, line, masks), "the quick sentence rules and ICU disagree")
    } else {
      finder.appendThorough(bytes, line, to: &breaks)
    }
  }

  /// Appends the sentences over the tokens of a zone.
  ///
  /// - Parameters:
  ///   - bytes: the zone.
  ///   - tokens: with offsets in the zone; their flags are completed.
  ///   - words: the lexicon.
  ///   - first: index of the first of them in the analysed text.
  ///   - shift: offset of the zone.
  ///   - sentences: what is appended to.
  mutating func appendSentences(
    _ bytes: UnsafePointer<UInt8>, tokens: UnsafeMutableBufferPointer<Token>, _ words: LexemeView,
    at first: Int,
    shift: UInt32, to sentences: inout [Sentence]
  ) {
    guard tokens.count > 0 else { return }
    let rules = SentenceRules(bytes: bytes, tokens: tokens, words: words)
    let breaks = breaks.elements
    let count = tokens.count
    guard let token = tokens.baseAddress, count > 0 else { return }
    var nextBreak = 0
    // The place of ICU's next boundary.
    var boundary = breaks.count > 0 ? breaks[0] : Int.max
    var start = 0
    var list = rules.listMarker(at: 0)
    var previous = token[0].kind
    for i in 1..<count {
      let kind = token[i].kind
      defer { previous = kind }
      if Int(token[i].start) >= boundary {
        while boundary <= Int(token[i].start) {
          nextBreak &+= 1
          boundary = nextBreak < breaks.count ? breaks[nextBreak] : Int.max
        }
        if rules.joins(start: start, next: i, list) { continue }
      } else {
        // Only after a mark, or before something other than a word, can there be a sentence end that ICU misses.
        if previous == .word && kind == .word && list == nil { continue }
        if !rules.splits(start: start, next: i, list) { continue }
      }
      sentences.append(sentence(start..<i, bytes, tokens, words, first, shift))
      start = i
      list = rules.listMarker(at: i)
    }
    sentences.append(sentence(start..<tokens.count, bytes, tokens, words, first, shift))
  }

  private func sentence(
    _ range: Range<Int>, _ bytes: UnsafePointer<UInt8>, _ tokens: UnsafeMutableBufferPointer<Token>,
    _ words: LexemeView, _ first: Int, _ shift: UInt32
  ) -> Sentence {
    var word = range.lowerBound
    while word < range.upperBound, tokens[word].kind == .punctuation { word &+= 1 }
    if word < range.upperBound { tokens[word].flags.insert(.startsSentence) }
    let features = SentenceGrammar.features(range, bytes, tokens, words)
    return Sentence(
      tokens: Int32(
        truncatingIfNeeded: first + range.lowerBound)..<Int32(
          truncatingIfNeeded: first + range.upperBound),
      start: tokens[range.lowerBound].start &+ shift, end: tokens[range.upperBound - 1].end &+ shift,
      features: features)
  }
}

extension Lexicon.Storage {
  /// The flags of any id: none for those of a batch.
  func flagsOrNone(of id: LexemeID) -> LexemeFlags { Int(id) < flags.count ? flags[Int(id)] : [] }
}
