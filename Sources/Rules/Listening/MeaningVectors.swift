import CLexicons
import TextAnalysis

/// Directions of meaning of stretches of text, each computed once and kept side by side.
///
/// A direction is the sum of the words' vectors, each weighted as the table of vectors says, brought to length 1.
/// Words that only carry grammar are left out: they weigh next to nothing. Sums are exact integers and everything
/// else is done lane by lane in a fixed order, so the values are the same to the last bit on every machine.
struct MeaningVectors {
  static let dimensions = 192
  private static let lanes = 16
  private static let blocks = dimensions / lanes
  /// Weights are taken in units of 64, which leaves room in 32 bits for 16,000 words.
  private static let weightShift = 6

  private var sums = [Int32](repeating: 0, count: dimensions)
  private var directions: [SIMD16<Float>] = []
  private var isKnown: [Bool] = []

  /// Number of directions held.
  var count: Int { isKnown.count }

  /// Forgets them all and keeps the storage.
  mutating func clear() {
    directions.removeAll(keepingCapacity: true)
    isKnown.removeAll(keepingCapacity: true)
  }

  /// Adds the direction of some tokens; its number is the count before. - Complexity: O(words × 192).
  mutating func append(_ tokens: Range<Int>, in text: AnalyzedText, vocabulary: borrowing Vocabulary) {
    for i in sums.indices { sums[i] = 0 }
    var words = 0
    for token in text.tokens[tokens] {
      guard let row = vocabulary.vectorRow(of: token.lexeme),
        vocabulary.flags(of: token.lexeme).isDisjoint(with: [.functionWord, .stopWord])
      else { continue }
      add(row: row)
      words += 1
    }
    appendSum(isKnown: words > 0)
  }

  private mutating func add(row: Int) {
    let weight = Int(clexicons_weights[2 * row]) | Int(clexicons_weights[2 * row + 1]) << 8
    let factor = Int32(weight >> Self.weightShift)
    let vector = clexicons_vectors + row * Self.dimensions
    for i in 0..<Self.dimensions { sums[i] &+= factor &* Int32(vector[i]) }
  }

  private mutating func appendSum(isKnown known: Bool) {
    var squares = SIMD16<Float>.zero
    let first = directions.count
    for block in 0..<Self.blocks {
      var values = SIMD16<Float>.zero
      for lane in 0..<Self.lanes { values[lane] = Float(sums[block * Self.lanes + lane]) }
      squares += values * values
      directions.append(values)
    }
    let length = squares.sum().squareRoot()
    let scale = length > 0 ? 1 / length : 0
    for block in first..<directions.count { directions[block] *= scale }
    isKnown.append(known && length > 0)
  }

  /// The cosine of two directions, −1…1; 0 if either text has no word with a vector. - Complexity: O(192).
  func cosine(_ a: Int, _ b: Int) -> Float {
    guard isKnown[a], isKnown[b] else { return 0 }
    var products = SIMD16<Float>.zero
    for block in 0..<Self.blocks {
      products += directions[a * Self.blocks + block] * directions[b * Self.blocks + block]
    }
    return products.sum()
  }
}
