import CLexicons
import TextAnalysis

/// Directions of meaning of stretches of text, each computed once and kept side by side.
///
/// A direction is the sum of the words' vectors, each weighted as the table of vectors says, brought to length 1.
/// The vectors lie along principal axes, so the first sixty-four numbers hold most of what they say, and a word is
/// one line of the cache. Words that only carry grammar are left out: they weigh next to nothing. Sums are exact
/// integers and everything else is done lane by lane in a fixed order, so the values are the same to the last bit
/// on every machine.
struct MeaningVectors {
  static let dimensions = clexicons_leading_dimensions
  private static let lanes = 16
  private static let blocks = dimensions / lanes

  private var rows: [UInt32] = []
  private var sums = [Int64](repeating: 0, count: dimensions)
  private var total = [Int64](repeating: 0, count: dimensions)
  private var directions: [SIMD16<Float>] = []
  private var isKnown: [Bool] = []

  /// Number of directions held.
  var count: Int { isKnown.count }

  /// Forgets them all and keeps the storage.
  mutating func clear() {
    directions.removeAll(keepingCapacity: true)
    isKnown.removeAll(keepingCapacity: true)
    beginTotal()
  }

  /// Begins a new sum over directions.
  mutating func beginTotal() {
    for i in total.indices { total[i] = 0 }
  }

  /// Adds the direction of some words, and its words to the total; its number is the count before. - Complexity:
  /// O(words × 64).
  mutating func append(_ words: ArraySlice<HeardWord>) {
    rows.removeAll(keepingCapacity: true)
    for word in words where word.hasMeaning { rows.append(word.lexeme) }
    for i in sums.indices { sums[i] = 0 }
    clexicons_add_leading(rows, rows.count, &sums)
    for i in sums.indices { total[i] &+= sums[i] }
    appendDirection(of: sums)
  }

  /// Adds the direction of all words since ``beginTotal()``; its number is the count before.
  mutating func appendTotal() { appendDirection(of: total) }

  private mutating func appendDirection(of sums: [Int64]) {
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
    isKnown.append(length > 0)
  }

  /// The cosine of two directions, −1…1; 0 if either text has no word with a vector. - Complexity: O(64).
  func cosine(_ a: Int, _ b: Int) -> Float {
    guard isKnown[a], isKnown[b] else { return 0 }
    var products = SIMD16<Float>.zero
    for block in 0..<Self.blocks {
      products += directions[a * Self.blocks + block] * directions[b * Self.blocks + block]
    }
    return products.sum()
  }
}
