internal import CLexicons

/// How much two texts say the same, 0…1.
///
/// Two parts of equal weight: the cosine of the sums of the words' vectors, each weighted by the rarity of its word;
/// and the overlap of stems, weighted by their rarity (Dice's coefficient). Numbers that only one text has, and a denial
/// in one text alone, take off a little. Sums are exact integers and the rest is done in one fixed order, so the value
/// is the same to the last bit on every machine.
///
/// Holds the working memory; one a worker.
public struct TextSimilarity: ~Copyable {
  private var stems = StemOverlap()
  private var rows: Buffer<UInt32>
  private var first = MeaningVector()
  private var second = MeaningVector()

  /// What numbers take off that are missing on one side, if all are.
  private static let numberPenalty = 0.1
  /// What a denial takes off that only one side has.
  private static let negationPenalty = 0.05

  /// Ready to compare.
  public init() {
    rows = Buffer()
  }

  /// Compares the tokens `a` and `b`. Symmetric; 0 if either holds no word.
  ///
  /// - Complexity: O(tokens). Allocates nothing once warm.
  public mutating func similarity(
    _ a: Range<Int>, _ b: Range<Int>, in text: borrowing AnalyzedText, vocabulary: borrowing Vocabulary
  ) -> Double {
    stems.begin(tokens: a.count + b.count)
    let ours = Self.collect(a, .ours, text, vocabulary, &stems, &rows)
    first.set(UnsafeBufferPointer(rows.elements))
    let theirs = Self.collect(b, .theirs, text, vocabulary, &stems, &rows)
    second.set(UnsafeBufferPointer(rows.elements))
    guard ours.words > 0, theirs.words > 0 else { return 0 }
    let numbers = Self.numberPenalty * stems.missingNumbers
    let negation = ours.denies != theirs.denies ? Self.negationPenalty : 0
    return min(1, max(0, (first.cosine(second) + stems.overlap) / 2 - numbers - negation))
  }

  /// Notes the stems and the rows of vectors of some tokens; says how many words there are and whether one denies.
  private static func collect(
    _ range: Range<Int>, _ side: StemOverlap.Side, _ text: borrowing AnalyzedText,
    _ vocabulary: borrowing Vocabulary, _ stems: inout StemOverlap, _ rows: inout Buffer<UInt32>
  ) -> (words: Int, denies: Bool) {
    var words = 0
    var denies = false
    rows.count = 0
    rows.reserve(range.count)
    for i in range {
      let token = text.tokens[i]
      if token.kind == .punctuation || token.kind == .symbol { continue }
      words += 1
      if let row = vocabulary.vectorRow(of: token.lexeme) {
        clexicons_prefetch_row(UInt32(truncatingIfNeeded: row))
        rows.append(UInt32(truncatingIfNeeded: row))
      }
      let flags = vocabulary.flags(of: token.lexeme)
      denies = denies || flags.contains(.negation)
      let stem = vocabulary.stem(of: token.lexeme)
      let isNumber = token.flags.contains(.hasDigit) && vocabulary.startsWithDigit(token.lexeme)
      stems.add(stem, weight: weight(stem, vocabulary), isNumber: isNumber, side)
    }
    return (words, denies)
  }

  /// The rarity: from 4 for "the" to 62 for a word nobody knows.
  private static func weight(_ stem: LexemeID, _ vocabulary: borrowing Vocabulary) -> Int {
    max(4, 82 - max(20, Int(vocabulary.stemZipf(of: stem))))
  }
}
