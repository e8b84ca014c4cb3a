/// How much two texts say the same, 0…1.
///
/// Two parts of equal weight: the cosine of the sums of the words' vectors, each weighted by the rarity of its word;
/// and the overlap of stems, weighted by the square of their rarity. Numbers that only one text has take off a
/// little. Sums are exact integers and the rest is done in one fixed order, so the value is the same to the last bit
/// on every machine.
///
/// Holds the working memory; one a worker.
public struct TextSimilarity: ~Copyable {
  private var first = TextContent()
  private var second = TextContent()

  /// Ready to compare.
  public init() {}

  /// Compares the tokens `a` and `b`. Symmetric; 0 if either holds no word.
  ///
  /// - Complexity: O(n log n) in the number of tokens.
  public mutating func similarity(
    _ a: Range<Int>, _ b: Range<Int>, in text: AnalyzedText, vocabulary: borrowing Vocabulary
  ) -> Double {
    first.collect(a, text, vocabulary)
    second.collect(b, text, vocabulary)
    return first.similarity(to: second, vocabulary)
  }
}

/// What similarity sees of a text: its direction of meaning, and its stems.
struct TextContent {
  private var meaning = MeaningVector()
  private var rows: [UInt32] = []
  /// The different stems, ascending.
  private var stems: [LexemeID] = []
  private var hasNumber = false

  /// What a number that is missing on one side takes off, if all numbers are.
  private static let numberPenalty = 0.12

  mutating func collect(_ range: Range<Int>, _ text: AnalyzedText, _ vocabulary: borrowing Vocabulary) {
    rows.removeAll(keepingCapacity: true)
    stems.removeAll(keepingCapacity: true)
    hasNumber = false
    for i in range {
      let token = text.tokens[i]
      if token.kind == .punctuation || token.kind == .symbol { continue }
      if let row = vocabulary.vectorRow(of: token.lexeme) { rows.append(UInt32(row)) }
      hasNumber = hasNumber || token.flags.contains(.hasDigit)
      stems.append(vocabulary.stem(of: token.lexeme))
    }
    meaning.set(rows)
    stems.sort()
    // Each stem once.
    var kept = 0
    for i in stems.indices where kept == 0 || stems[i] != stems[kept - 1] {
      stems[kept] = stems[i]
      kept += 1
    }
    stems.removeLast(stems.count - kept)
  }

  func similarity(to other: TextContent, _ vocabulary: borrowing Vocabulary) -> Double {
    guard !stems.isEmpty, !other.stems.isEmpty else { return 0 }
    let (overlap, numbers) = overlap(other, vocabulary)
    let score = (meaning.cosine(other.meaning) + overlap) / 2 - Self.numberPenalty / 2 * numbers
    return min(1, max(0, score))
  }

  /// Twice the weight of the stems that both hold over the weight of all (Dice), and the share of numbers that only
  /// one holds.
  private func overlap(
    _ other: TextContent, _ vocabulary: borrowing Vocabulary
  ) -> (stems: Double, numbers: Double) {
    var shared = 0
    var all = 0
    var sharedNumbers = 0
    var numbers = 0
    let mayHaveNumbers = hasNumber || other.hasNumber
    var i = 0
    var j = 0
    while i < stems.count || j < other.stems.count {
      let isOurs = j == other.stems.count || (i < stems.count && stems[i] <= other.stems[j])
      let stem = isOurs ? stems[i] : other.stems[j]
      let isBoth = isOurs && j < other.stems.count && stems[i] == other.stems[j]
      let weight = Self.weight(stem, vocabulary)
      all += isBoth ? 2 * weight : weight
      if isBoth { shared += 2 * weight }
      if mayHaveNumbers, vocabulary.startsWithDigit(stem) {
        numbers += 1
        if isBoth { sharedNumbers += 1 }
      }
      if isOurs { i += 1 }
      if isBoth || !isOurs { j += 1 }
    }
    return (
      all == 0 ? 0 : Double(shared) / Double(all),
      numbers == 0 ? 0 : 1 - Double(sharedNumbers) / Double(numbers)
    )
  }

  /// The square of the rarity: from 16 for "the" to 3,844 for a word nobody knows.
  private static func weight(_ stem: LexemeID, _ vocabulary: borrowing Vocabulary) -> Int {
    let rarity = max(4, 82 - max(20, Int(vocabulary.stemZipf(of: stem))))
    return rarity * rarity
  }
}
