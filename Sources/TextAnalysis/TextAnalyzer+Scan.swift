internal import CByteMasks

/// From lines to tokens.
///
/// A *chunk* is what stands between white space. Most chunks hold letters and plain marks only, and are read
/// straight off the bit masks; chunks with anything else (digits, slashes, bytes beyond ASCII, …) are split by
/// the word rules and searched for kinds.
extension TextAnalyzer {
  /// Appends the tokens of a quick line.
  mutating func scan(
    _ base: UnsafePointer<UInt8>, _ line: Range<Int>, _ masks: ByteMaskView, _ words: LexemeView
  ) {
    let hasBell = self.masks.hasBell
    var at = line.lowerBound
    while at < line.upperBound {
      if !hasBell {
        at = scanWords(base, at..<line.upperBound, masks, words)
        if at >= line.upperBound { return }
        let next = scanSeenChunk(base, at, masks, words)
        if next > at {
          at = next
          continue
        }
      }
      if base[at] == 0x20 {
        at = masks.firstNonSpace(in: at..<line.upperBound)
      } else {
        at = scanChunk(base, at, line.upperBound, masks, words)
      }
    }
  }

  /// Appends the tokens of the chunk at `at`, if there is one, and returns the place after it and a space.
  @inline(never)
  private mutating func scanChunk(
    _ base: UnsafePointer<UInt8>, _ at: Int, _ lineEnd: Int, _ masks: ByteMaskView, _ words: LexemeView
  ) -> Int {
    let spaces = masks.window(.space, at)
    if spaces & 1 != 0 { return at &+ 1 }
    guard spaces != 0 else {
      // Longer than a window shows.
      let end = masks.first(.space, in: at..<lineEnd)
      appendChunk(base, at..<end, isASCII: masks.first(.high, in: at..<end) == end, words)
      return end
    }
    let length = min(spaces.trailingZeroBitCount, lineEnd &- at)
    let special = masks.window(.special, at) & LexemeScan.bits(length)
    if special != 0 || !scanPlain(base, at..<(at &+ length), masks, words) {
      let isASCII = masks.window(.high, at) & LexemeScan.bits(length) == 0
      appendChunk(base, at..<(at &+ length), isASCII: isASCII, words)
    }
    return at &+ length &+ 1
  }

  /// Appends the tokens of a chunk of letters and plain marks. `false`, and nothing appended, if it turns out to
  /// need the word rules: a point between letters, or `()`.
  private mutating func scanPlain(
    _ base: UnsafePointer<UInt8>, _ chunk: Range<Int>, _ masks: ByteMaskView, _ words: LexemeView
  ) -> Bool {
    let first = mark()
    let letters = masks.window(.letter, chunk.lowerBound)
    let length = chunk.count
    var i = 0
    var flags: TokenFlags = .followsSpace
    while i < length {
      let rest = letters &>> UInt64(truncatingIfNeeded: i)
      let start = chunk.lowerBound &+ i
      if rest & 1 != 0 {
        var count = (~rest).trailingZeroBitCount
        while i &+ count < length, base[start &+ count] == .apostrophe,
          (rest &>> UInt64(truncatingIfNeeded: count)) & 2 != 0
        {
          count &+= 1 &+ (~(rest &>> UInt64(truncatingIfNeeded: count &+ 1))).trailingZeroBitCount
        }
        appendWord(base, start, count, flags, words)
        i &+= count
      } else {
        let byte = base[start]
        let nextIsLetter = rest & 2 != 0 && i &+ 1 < length
        if byte == UInt8(ascii: "."), nextIsLetter, i > 0 {
          goBack(to: first)
          return false
        }
        if byte == UInt8(ascii: "("), i > 0, i &+ 1 < length, base[start &+ 1] == UInt8(ascii: ")") {
          goBack(to: first)
          return false
        }
        appendMark(base, start, .punctuation, flags, words)
        i &+= 1
      }
      flags = []
    }
    return true
  }

  /// Appends a word of ASCII letters and apostrophes.
  private mutating func appendWord(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ position: TokenFlags, _ words: LexemeView
  ) {
    let word = cbm_load_word(base + start, count)
    let key = LexemeKey(low: word.low, high: word.high)
    let flags = position.union(LexemeScan.flags(word.capitals, count))
    var token = Token(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start &+ count), lexeme: 0,
      kind: .word, flags: flags)
    if count <= LexemeKey.longestShort, let id = words.id(key) {
      let record = words.records + id
      token.lexeme = record.pointee.id
      token.syllables = record.pointee.syllables
      if record.pointee.traits.contains(.telling) { telling.append(buffer.count) }
      buffer.append(token)
      if !record.pointee.traits.isDisjoint(with: .noted) { note(record.pointee.traits) }
    } else {
      buffer.append(token)
      internRare(base, key, count)
    }
  }

  /// Does what the traits of the last token, a word, ask for.
  @inline(never)
  private mutating func note(_ traits: LexemeTraits) {
    if traits.contains(.errorName), buffer[buffer.count &- 1].flags.contains(.allCapitals) {
      buffer[buffer.count &- 1].kind = .errorCode
      notable.append(buffer.count &- 1)
    }
    if traits.contains(.mayUnite) { candidates.append(buffer.count &- 1) }
  }

  /// Appends an ASCII mark.
  @inline(__always)
  mutating func appendMark(
    _ base: UnsafePointer<UInt8>, _ at: Int, _ kind: TokenKind, _ flags: TokenFlags, _ words: LexemeView
  ) {
    notable.append(buffer.count)
    buffer.append(
      Token(
        start: UInt32(truncatingIfNeeded: at), end: UInt32(truncatingIfNeeded: at &+ 1),
        lexeme: words.ascii[Int(base[at])], kind: kind, flags: flags))
  }

  /// Fills in the lexeme of the last token, of letters, which the lexicon does not hold under a short key; `key` is its
  /// bytes' in lower case.
  @inline(never)
  private mutating func internRare(_ base: UnsafePointer<UInt8>, _ key: LexemeKey, _ count: Int) {
    let bytes = base + Int(buffer[buffer.count &- 1].start)
    guard count <= LexemeKey.longestShort else { return internFolded(bytes, count) }
    if let known = vocabulary.formOfBatch(key, bytes, count: count) {
      fill(known)
    } else {
      internFolded(bytes, count)
    }
  }

  /// Fills in the lexeme of the last token by way of its bytes in lower case.
  private mutating func internFolded(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    CaseFolding.fold(bytes, count: count, characters, into: &folded)
    fill(
      vocabulary.intern(LexemeKey(folded.base, count: folded.count), folded.base, count: folded.count))
  }

  /// Fills in the lexeme of the last token, whatever it is.
  private mutating func intern(_ base: UnsafePointer<UInt8>, _ words: LexemeView) {
    let token = buffer[buffer.count &- 1]
    let bytes = base + Int(token.start)
    let count = token.range.count
    guard count <= LexemeKey.longestShort, !token.flags.contains(.beyondASCII) else {
      internFolded(bytes, count)
      return
    }
    let key = LexemeKey(ascii: bytes, count: count)
    // Few words of the lexicon start with a digit: numbers look among those of the batch first.
    if KindRecogniser.isDigit(bytes[0]), let known = vocabulary.formOfBatch(key, bytes, count: count) {
      fill(known)
    } else if let id = words.id(key) {
      let record = words.records[id]
      fill(
        Vocabulary.Interned(
          id: LexemeID(truncatingIfNeeded: id), syllables: record.syllables, traits: record.traits))
    } else {
      internRare(base, key, count)
    }
  }

  private mutating func fill(_ known: Vocabulary.Interned) {
    buffer[buffer.count &- 1].lexeme = known.id
    if known.traits.contains(.telling) { telling.append(buffer.count &- 1) }
    guard buffer[buffer.count &- 1].kind == .word else { return }
    buffer[buffer.count &- 1].syllables = known.syllables
    if !known.traits.isDisjoint(with: .noted) { note(known.traits) }
  }

  /// How far the buffers of the line are filled.
  private func mark() -> (tokens: Int, notable: Int, telling: Int, candidates: Int) {
    (buffer.count, notable.count, telling.count, candidates.count)
  }

  /// Forgets the tokens since a mark.
  private mutating func goBack(to mark: (tokens: Int, notable: Int, telling: Int, candidates: Int)) {
    buffer.count = mark.tokens
    notable.count = mark.notable
    telling.count = mark.telling
    candidates.count = mark.candidates
  }

  // MARK: - Chunks that need the word rules

  /// Appends the tokens of a quick chunk that is not plain.
  private mutating func appendChunk(
    _ base: UnsafePointer<UInt8>, _ chunk: Range<Int>, isASCII: Bool, _ words: LexemeView
  ) {
    if appendNumber(base, chunk, words) { return }
    pieces.count = 0
    if isASCII {
      let first = buffer.count
      breaker.appendASCII(base, chunk, to: &pieces)
      appendPieces(base, 0..<pieces.count, words)
      if buffer.count == first &+ 1 { vocabulary.noteChunk(base + chunk.lowerBound, buffer[first]) }
    } else {
      breaker.appendQuick(base, chunk, to: &pieces)
      appendPieces(base, words)
    }
  }

  /// Appends a chunk that is a single mark, or digits with a plain mark after them perhaps: the commonest of those
  /// that are not plain. `false`, and nothing appended, for any other.
  @inline(__always)
  private mutating func appendNumber(
    _ base: UnsafePointer<UInt8>, _ chunk: Range<Int>, _ words: LexemeView
  ) -> Bool {
    let start = chunk.lowerBound
    var end = start
    while end < chunk.upperBound, KindRecogniser.isDigit(base[end]) { end &+= 1 }
    if end == start {
      guard chunk.count == 1, base[start] < 0x80, !KindRecogniser.isAlphanumeric(base[start]) else {
        return false
      }
      append(base, chunk, MarkClass.kind(of: UInt32(base[start])), followsSpace: true, words)
      return true
    }
    guard end &- start <= 16 else { return false }
    if end < chunk.upperBound {
      guard end &+ 1 == chunk.upperBound, ByteSet.closingMarks.contains(base[end]) else { return false }
    }
    append(base, start..<end, .number, followsSpace: true, words)
    vocabulary.noteChunk(base + start, buffer[buffer.count &- 1])
    if end < chunk.upperBound {
      append(base, end..<chunk.upperBound, .punctuation, followsSpace: false, words)
    }
    return true
  }

  /// Splits a line by ICU and appends its tokens.
  mutating func appendThorough(_ base: UnsafePointer<UInt8>, _ line: Range<Int>, _ words: LexemeView) {
    pieces.count = 0
    breaker.appendThorough(base, line, to: &pieces)
    appendPieces(base, words)
  }

  private mutating func appendPieces(_ base: UnsafePointer<UInt8>, _ words: LexemeView) {
    var i = 0
    while i < pieces.count {
      // Between pieces that do not touch there is white space.
      var after = i + 1
      while after < pieces.count, pieces[after].start == pieces[after - 1].end { after += 1 }
      appendPieces(base, i..<after, words)
      i = after
    }
  }

  /// Appends the tokens of pieces that touch.
  private mutating func appendPieces(_ base: UnsafePointer<UInt8>, _ chunk: Range<Int>, _ words: LexemeView) {
    let recogniser = KindRecogniser(
      bytes: base, chunk: pieces[chunk.lowerBound].start..<pieces[chunk.upperBound - 1].end, words: words)
    var i = chunk.lowerBound
    while i < chunk.upperBound {
      var last = i
      var kind: TokenKind?
      if let found = recogniser.recognise(at: pieces[i].start) {
        // Taken only if it cuts no word of ICU's.
        while last < chunk.upperBound - 1, pieces[last].end < found.end { last += 1 }
        if pieces[last].end == found.end { kind = found.kind } else { last = i }
      }
      append(
        base, pieces[i].start..<pieces[last].end, kind ?? plainKind(base, pieces[i]),
        followsSpace: i == chunk.lowerBound, words)
      i = last + 1
    }
  }

  private func plainKind(_ base: UnsafePointer<UInt8>, _ piece: Piece) -> TokenKind {
    switch piece.content {
    case .word: .word
    case .number: .number
    case .mark: MarkClass.kind(of: Scalar(base, at: piece.start, end: piece.end).value)
    }
  }

  private mutating func append(
    _ base: UnsafePointer<UInt8>, _ range: Range<Int>, _ kind: TokenKind, followsSpace: Bool,
    _ words: LexemeView
  ) {
    let start = range.lowerBound
    var token = Token(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: range.upperBound), lexeme: 0,
      kind: kind, flags: followsSpace ? .followsSpace : [])
    if range.count == 1, base[start] < 0x80, kind == .punctuation || kind == .symbol {
      token.lexeme = words.ascii[Int(base[start])]
      notable.append(buffer.count)
      buffer.append(token)
      return
    }
    token.flags.formUnion(WordShape.flags(base + start, count: range.count))
    if kind != .word { notable.append(buffer.count) }
    if kind.mayUnite { candidates.append(buffer.count) }
    buffer.append(token)
    intern(base, words)
  }
}

/// Small sums over bit masks.
enum LexemeScan {
  /// The lowest `count` bits, up to 64.
  @inline(__always)
  static func bits(_ count: Int) -> UInt64 {
    count >= 64 ? ~0 : (1 &<< UInt64(truncatingIfNeeded: count)) &- 1
  }

  /// How a word of `count` letters and apostrophes is written, of whose first sixteen `capitals` has a bit for each
  /// capital.
  @inline(__always)
  static func flags(_ capitals: UInt32, _ count: Int) -> TokenFlags {
    // Nearly always the first letter alone is a capital, or none is.
    capitals <= 1 ? TokenFlags(rawValue: UInt8(truncatingIfNeeded: capitals)) : rareFlags(capitals, count)
  }

  @inline(never)
  private static func rareFlags(_ capitals: UInt32, _ count: Int) -> TokenFlags {
    let capitals = capitals.nonzeroBitCount
    // Of longer words the first sixteen letters tell; an apostrophe is neither small nor capital.
    let letters = min(count, 16)
    return capitals > 1 && (capitals == letters || (capitals == letters &- 1 && letters > 2 && count < 16))
      ? .allCapitals : .mixedCase
  }
}
