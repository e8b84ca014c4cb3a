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
