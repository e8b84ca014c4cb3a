internal import CByteMasks

/// The loop that most of a text goes through: known words, each with white space after it or a mark and white space.
extension TextAnalyzer {
  /// Appends words from the start of `line` on, until something else stands there, and returns that place.
  ///
  /// What stands between two white spaces, less a closing mark, is looked up in the lexicon as it is. If it is there as
  /// a word of letters (no ``LexemeTraits/needsRules``), it is one word to Unicode's rules too, and nothing else need be asked.
  ///
  /// Written for the processor: no call, and no branch that prose does not go one way at nearly always. Whether a mark
  /// follows a word, or whether a word is a telling one, is hard to foresee, so that both are written in any case and
  /// then kept or not.
  ///
  /// - Precondition: no U+0007 is in the line, which lower case by a bit would turn into an apostrophe.
  @inline(never)
  mutating func scanWords(
    _ base: UnsafePointer<UInt8>, _ line: Range<Int>, _ masks: ByteMaskView, _ words: LexemeView
  ) -> Int {
    let places = words.places
    let mask = words.mask
    let records = words.records
    let marks = words.marks
    var at = line.lowerBound
    var number = buffer.count
    var notableEnd = notable.end
    var tellingEnd = telling.end
    let tokens = UnsafeMutableRawPointer(buffer.start)
    while at < line.upperBound {
      let chunk = masks.window(.space, at).trailingZeroBitCount
      guard UInt(bitPattern: chunk &- 1) < LexemeKey.longestShort else { break }
      let mark = Int(cbm_closing_mark(base[at &+ chunk &- 1]))
      let hasMark = mark & 1
      let word = cbm_load_word(base + at, chunk &- hasMark)
      let key = LexemeKey(low: word.low, high: word.high)
      guard let id = LexemeTable.find(key, key.hash, places, mask, records) else { break }
      let record = UnsafeRawPointer(records + id).load(fromByteOffset: TokenHalves.ofRecord, as: UInt64.self)
      let traits = Int(truncatingIfNeeded: record &>> 56)
      guard traits <= LexemeTraits.telling.rawValue else { break }
      let flags = TokenFlags.followsSpace.union(LexemeScan.flags(word.capitals, chunk &- hasMark)).rawValue
      let token = tokens + number &* TokenHalves.stride
      let end = at &+ chunk &- hasMark
      TokenHalves.store(start: at, end: end, record | UInt64(flags) &<< 40, at: token)
      tellingEnd.pointee = number
      tellingEnd += traits
      TokenHalves.store(
        start: end, end: end &+ 1, marks[Int(base[end])], at: token + TokenHalves.stride)
      notableEnd.pointee = number &+ 1
      notableEnd += mark &>> 1
      number &+= 1 &+ hasMark
      at &+= chunk &+ 1
    }
    buffer.count = number
    notable.end = notableEnd
    telling.end = tellingEnd
    return at
  }
}

/// Chunks that the lexicon does not know and the batch has seen: names, numbers, times, addresses, …
extension TextAnalyzer {
  /// Appends the tokens of the chunk at `at` if the batch has had the same, or it is a single mark; returns the place
  /// after it and a space, or `at` if the chunk must be looked at piece by piece.
  ///
  /// - Precondition: as for `scanWords`.
  @inline(never)
  mutating func scanSeenChunk(
    _ base: UnsafePointer<UInt8>, _ at: Int, _ masks: ByteMaskView, _ words: LexemeView
  ) -> Int {
    let length = masks.window(.space, at).trailingZeroBitCount
    guard UInt(bitPattern: length &- 1) < LexemeKey.longestShort else { return at }
    let last = base[at &+ length &- 1]
    if length == 1 {
      guard last < 0x80, !KindRecogniser.isAlphanumeric(last) else { return at }
      appendMark(base, at, MarkClass.kind(of: UInt32(last)), .followsSpace, words)
      return at &+ 2
    }
    let hasMark = Int(cbm_closing_mark(last)) & 1
    let count = length &- hasMark
    let word = cbm_load_word(base + at, count)
    let key = LexemeKey(low: word.low, high: word.high)
    guard let record = vocabulary.seenChunk(key) else { return at }
    var token = Token(
      start: UInt32(truncatingIfNeeded: at), end: UInt32(truncatingIfNeeded: at &+ count), lexeme: record.id,
      kind: record.kind, flags: record.flags)
    if record.traits.contains(.needsRules) {
      // What a chunk with digits and marks is may hang on its capitals, and what follows it may belong to it; a number
      // ends before a mark.
      guard LexemeKey(short: base + at, count: count) == key, hasMark == 0 || token.kind == .number else {
        return at
      }
    } else {
      token.flags = LexemeScan.flags(word.capitals, count)
    }
    if token.kind == .word { token.syllables = record.syllables }
    token.flags.insert(.followsSpace)
    if token.kind != .word { notable.append(buffer.count) }
    if token.kind.mayUnite { candidates.append(buffer.count) }
    buffer.append(token)
    if hasMark != 0 { appendMark(base, at &+ count, .punctuation, [], words) }
    return at &+ length &+ 1
  }
}

/// A token as two registers; a test holds that they are what the compiler makes of ``Token``.
///
///     first    start │ end
///     second   lexeme │ kind │ flags │ syllables │ (unused: the traits of a record)
enum TokenHalves {
  static let stride = 16
  /// Where the second half begins in a ``LexemeRecord``.
  static let ofRecord = 16

  /// The second half of a token of an ASCII mark.
  static func ofMark(_ lexeme: LexemeID) -> UInt64 {
    UInt64(lexeme) | UInt64(TokenKind.punctuation.rawValue) << 32
  }

  /// Writes a token.
  @inline(__always)
  static func store(start: Int, end: Int, _ second: UInt64, at token: UnsafeMutableRawPointer) {
    let first = UInt64(truncatingIfNeeded: start) & 0xFFFF_FFFF | UInt64(truncatingIfNeeded: end) &<< 32
    token.storeBytes(of: first.littleEndian, as: UInt64.self)
    token.storeBytes(of: second.littleEndian, toByteOffset: 8, as: UInt64.self)
  }
}
