/// Turns ICU's sentence boundaries into the sentences of a message: joins what an abbreviation or a wrapped
/// line cut, and keeps list items and paragraphs apart.
struct SentenceSplitter: ~Copyable {
  private var finder: SentenceBreaks
  private let lexicon: Lexicon
  private var breaks: [Int] = []

  init(characters: CharacterClasses, lexicon: Lexicon) throws(ICUError) {
    finder = try SentenceBreaks(characters: characters)
    self.lexicon = lexicon
  }

  /// Starts a zone.
  mutating func begin() { breaks.removeAll(keepingCapacity: true) }

  /// Notes ICU's boundaries in a line, its line break included.
  mutating func appendBreaks(_ bytes: UnsafePointer<UInt8>, _ line: Range<Int>, isQuick: Bool) {
    if isQuick {
      finder.appendQuick(bytes, line, to: &breaks)
      assert(finder.agrees(bytes, line), "the quick sentence rules and ICU disagree")
    } else {
      finder.appendThorough(bytes, line, to: &breaks)
    }
  }

  /// Appends the sentences over the tokens from `first` on, whose offsets are still those of the zone.
  mutating func appendSentences(
    _ bytes: UnsafePointer<UInt8>, count: Int, tokens: inout [Token], from first: Int,
    to sentences: inout [Sentence]
  ) {
    var token = first
    var start = first
    for boundary in breaks {
      while token < tokens.count, Int(tokens[token].start) < boundary { token += 1 }
      guard token > start else { continue }
      if token < tokens.count, joins(bytes, tokens, start, token) { continue }
      append(start..<token, &tokens, &sentences)
      start = token
    }
    if start < tokens.count { append(start..<tokens.count, &tokens, &sentences) }
  }

  private func append(_ range: Range<Int>, _ tokens: inout [Token], _ sentences: inout [Sentence]) {
    if let word = range.first(where: { tokens[$0].kind != .punctuation }) {
      tokens[word].flags.insert(.startsSentence)
    }
    var features: SentenceFeatures = []
    var last = range.upperBound - 1
    search: while last >= range.lowerBound, tokens[last].kind == .punctuation {
      switch tokens[last].lexeme {
      case lexicon.storage.ascii[0x3F]:
        features.insert(.question)
        break search
      case lexicon.storage.ascii[0x21]: features.insert(.exclamation)
      default: break
      }
      last -= 1
    }
    sentences.append(
      Sentence(
        tokens: Int32(range.lowerBound)..<Int32(range.upperBound), start: tokens[range.lowerBound].start,
        end: tokens[range.upperBound - 1].end, features: features))
  }

  /// Whether the sentence goes on over the boundary before the token `next`.
  private func joins(_ bytes: UnsafePointer<UInt8>, _ tokens: [Token], _ start: Int, _ next: Int) -> Bool {
    let last = tokens[next - 1]
    let following = tokens[next]
    // A token that was united reaches over the boundary.
    if last.end > following.start { return true }
    let point = lexicon.storage.ascii[0x2E]
    if following.flags.contains(.startsLine) {
      // A wrapped line: it does not end in a mark, and the next goes on in lower case.
      guard last.kind != .punctuation || last.lexeme == lexicon.storage.ascii[0x2C] else { return false }
      let lineBreaks = (Int(last.end)..<Int(following.start)).count { bytes[$0] == 0x0A }
      let first = bytes[Int(following.start)]
      return lineBreaks == 1 && first &- 0x61 < 26
    }
    guard last.lexeme == point, next >= start + 2 else { return false }
    let word = tokens[next - 2]
    guard word.end == last.start else { return false }
    return lexicon.storage.flagsOrNone(of: word.lexeme).contains(.abbreviation)
  }
}

extension Lexicon.Storage {
  /// The flags of any id: none for those of a batch.
  func flagsOrNone(of id: LexemeID) -> LexemeFlags { Int(id) < flags.count ? flags[Int(id)] : [] }
}
