import CLexicons

/// How much two texts say the same, 0…1.
///
/// Two parts: the cosine of the sums of the words' vectors, each weighted by the rarity of its word; and the
/// overlap of stems, weighted by rarity too. Sums are exact integers and the rest is done in one fixed order,
/// so the value is the same to the last bit on every machine.
///
/// Holds the working memory; one a worker.
public struct TextSimilarity: ~Copyable {
  private var first = MeaningVector()
  private var second = MeaningVector()
  private var stems: [LexemeID] = []
  private var others: [LexemeID] = []

  /// Ready to compare.
  public init() {}

  /// Compares the tokens `a` and `b`. Symmetric; 0 if either holds no word.
  ///
  /// - Complexity: O(tokens).
  public mutating func similarity(
    _ a: Range<Int>, _ b: Range<Int>, in text: AnalyzedText, vocabulary: borrowing Vocabulary
  ) -> Double {
    Self.collect(a, text, vocabulary, &first, &stems)
    Self.collect(b, text, vocabulary, &second, &others)
    guard !stems.isEmpty, !others.isEmpty else { return 0 }
    let meaning = first.cosine(second)
    let overlap = Self.overlap(stems, others, vocabulary)
    let score = (meaning + Self.overlapShare * overlap) / (1 + Self.overlapShare)
    return min(1, max(0, score))
  }

  /// What overlap counts against meaning.
  private static let overlapShare = 0.6

  private static func collect(
    _ range: Range<Int>, _ text: AnalyzedText, _ vocabulary: borrowing Vocabulary, _ sum: inout MeaningVector,
    _ stems: inout [LexemeID]
  ) {
    sum.clear()
    stems.removeAll(keepingCapacity: true)
    for token in text.tokens[range] where token.kind != .punctuation && token.kind != .symbol {
      if let row = vocabulary.vectorRow(of: token.lexeme) { sum.add(row: row) }
      stems.append(vocabulary.stem(of: token.lexeme))
    }
    stems.sort()
  }

  /// Twice the weight of the stems that both hold, over the weight of all (Dice), each weighted by rarity.
  private static func overlap(
    _ a: [LexemeID], _ b: [LexemeID], _ vocabulary: borrowing Vocabulary
  ) -> Double {
    var shared = 0
    var all = 0
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if j == b.count || (i < a.count && a[i] < b[j]) {
        all += rarity(a[i], vocabulary)
        i += 1
      } else if i == a.count || b[j] < a[i] {
        all += rarity(b[j], vocabulary)
        j += 1
      } else {
        let weight = rarity(a[i], vocabulary)
        shared += 2 * weight
        all += 2 * weight
        i += 1
        j += 1
      }
    }
    return all == 0 ? 0 : Double(shared) / Double(all)
  }

  /// From 1 for "the" to 80 for a word nobody knows.
  private static func rarity(_ stem: LexemeID, _ vocabulary: borrowing Vocabulary) -> Int {
    max(1, 80 - Int(vocabulary.zipf(of: stem)))
  }
}

/// The weighted sum of the vectors of some words, in exact integers.
struct MeaningVector {
  static let dimensions = 192
  private var sums = [Int64](repeating: 0, count: dimensions)

  mutating func clear() {
    for i in sums.indices { sums[i] = 0 }
  }

  mutating func add(row: Int) {
    let weight = Int64(clexicons_weights[2 * row]) | Int64(clexicons_weights[2 * row + 1]) << 8
    let vector = clexicons_vectors + row * Self.dimensions
    for i in 0..<Self.dimensions { sums[i] &+= weight &* Int64(vector[i]) }
  }

  /// The cosine of the angle between two sums, 0 if either is null.
  func cosine(_ other: MeaningVector) -> Double {
    var dot = 0.0
    var a = 0.0
    var b = 0.0
    for i in 0..<Self.dimensions {
      let x = Double(sums[i])
      let y = Double(other.sums[i])
      dot += x * y
      a += x * x
      b += y * y
    }
    return a > 0 && b > 0 ? dot / (a.squareRoot() * b.squareRoot()) : 0
  }
}
