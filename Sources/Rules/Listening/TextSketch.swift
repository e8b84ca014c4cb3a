import TextAnalysis

/// A fingerprint of a text in 64 bits, by which near-duplicates are found among millions.
///
/// Sixteen minima of the hashes of its pieces, four bits of each (b-bit minwise hashing: Li & König 2010, with one
/// permutation and empty bins filled from their neighbours: Shrivastava & Li 2014). The share of equal fours
/// estimates the share of pieces that two texts have in common (Jaccard).
public struct TextSketch: Sendable, Hashable {
  /// The bits; 0 for a text too short to be told apart from others.
  public var bits: UInt64

  /// A sketch of some bits.
  public init(bits: UInt64) { self.bits = bits }

  static let bins = 16

  /// How many of the sixteen fours are equal. - Complexity: O(1).
  public static func equalBins(_ a: UInt64, _ b: UInt64) -> Int {
    let different = a ^ b
    let folded = different | different >> 1
    let anyBit = (folded | folded >> 2) & 0x1111_1111_1111_1111
    return bins - anyBit.nonzeroBitCount
  }

  /// Equal fours from which two texts are near-duplicates: about four pieces in five are the same.
  public static let leastEqual = 13
}

/// Makes sketches of the texts of a thread. One worker's own.
struct TextSketcher {
  private var minima = [UInt64](repeating: .max, count: TextSketch.bins)
  private var pieces = 0
  private let lexiconCount: Int

  /// Fewer pieces are a turn of phrase, and everybody's.
  private static let leastPieces = 10
  /// Words in a row that make a piece of a reply: order tells a text from its subject.
  private static let run = 3

  init(_ packs: PackIndex) { lexiconCount = packs.lexicon.count }

  /// The sketch of a reply's fixed part: numbers, names, codes and addresses, which a template has filled in, are
  /// left out. - Complexity: O(tokens).
  mutating func reply(_ message: MessageView, in text: AnalyzedText, vocabulary: borrowing Vocabulary)
    -> TextSketch
  {
    begin()
    var last: UInt64 = 0
    var beforeLast: UInt64 = 0
    var seen = 0
    for token in text.tokens[message.tokens]
    where token.kind == .word && !Self.isFilled(token, message.language, lexiconCount: lexiconCount) {
      let hash = hash(of: token.lexeme, vocabulary)
      seen += 1
      if seen >= Self.run { add(hash &+ last &* 3 &+ beforeLast &* 7) }
      beforeLast = last
      last = hash
    }
    return sketch()
  }

  /// Whether a token is what a template has a place for rather than its own words. In English these are names and
  /// words that no list knows, too; of other languages too few words are known to tell.
  static func isFilled(_ token: Token, _ language: String, lexiconCount: Int) -> Bool {
    if token.flags.contains(.hasDigit) || token.kind.isArtefact { return true }
    guard language == "en" else { return false }
    // "I" is written like a name, and is none.
    return Int(token.lexeme) >= lexiconCount
      || token.flags.contains(.capitalised) && !token.flags.contains(.startsSentence)
        && token.end &- token.start > 1
  }

  /// The sketch of what a request is about: its different stems that tell something, in whatever order.
  /// - Complexity: O(tokens).
  mutating func request(_ message: MessageView, in text: AnalyzedText, vocabulary: borrowing Vocabulary)
    -> TextSketch
  {
    begin()
    for token in text.tokens[message.tokens] {
      guard HeardWords.information(of: token, vocabulary, isEnglish: message.hasEnglishWords) > 0 else {
        continue
      }
      add(hash(of: vocabulary.stem(of: token.lexeme), vocabulary))
    }
    return sketch()
  }

  /// The same for the same word in every batch and run: numbers of a batch's own words don't last, so those are known
  /// by their letters.
  private func hash(of word: LexemeID, _ vocabulary: borrowing Vocabulary) -> UInt64 {
    if Int(word) < lexiconCount { return Self.mixed(UInt64(word)) }
    var hash = FNV1a()
    hash.add(vocabulary.form(of: word))
    return Self.mixed(hash.value)
  }

  private mutating func begin() {
    for bin in minima.indices { minima[bin] = .max }
    pieces = 0
  }

  @inline(__always)
  private mutating func add(_ piece: UInt64) {
    let hash = Self.mixed(piece)
    let bin = Int(truncatingIfNeeded: hash >> 60)
    if hash < minima[bin] { minima[bin] = hash }
    pieces += 1
  }

  private func sketch() -> TextSketch {
    guard pieces >= Self.leastPieces else { return TextSketch(bits: 0) }
    var bits: UInt64 = 0
    for bin in minima.indices {
      var from = bin
      while minima[from] == .max { from = (from + 1) % TextSketch.bins }
      // What is borrowed from a neighbour is told apart by the distance it comes from.
      bits |= (Self.mixed(minima[from] &+ UInt64(from == bin ? 0 : bin + 1)) & 15) << UInt64(4 * bin)
    }
    return TextSketch(bits: bits == 0 ? 1 : bits)
  }

  /// The finaliser of SplitMix64 (Steele, Lea & Flood 2014).
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
