import CLexicons

/// The weighted sum of the vectors of some words, in exact integers.
struct MeaningVector {
  static let dimensions = 192
  private var sums = [Int64](repeating: 0, count: dimensions)

  mutating func clear() {
    for i in sums.indices { sums[i] = 0 }
  }

  /// Adds the vector of a word. - Precondition: `row` is below the number of rows.
  mutating func add(row: Int) {
    clexicons_add_row(row, &sums)
  }

  /// The cosine of the angle between two sums, 0 if either is null.
  ///
  /// Four partial sums in a fixed order, put together in a fixed order: the same bits everywhere.
  func cosine(_ other: MeaningVector) -> Double {
    var dot = SIMD4<Double>()
    var a = SIMD4<Double>()
    var b = SIMD4<Double>()
    for i in stride(from: 0, to: Self.dimensions, by: 4) {
      let x = SIMD4(Double(sums[i]), Double(sums[i + 1]), Double(sums[i + 2]), Double(sums[i + 3]))
      let y = SIMD4(
        Double(other.sums[i]), Double(other.sums[i + 1]), Double(other.sums[i + 2]), Double(other.sums[i + 3])
      )
      dot += x * y
      a += x * x
      b += y * y
    }
    let lengths = Self.total(a).squareRoot() * Self.total(b).squareRoot()
    return lengths > 0 ? Self.total(dot) / lengths : 0
  }

  private static func total(_ parts: SIMD4<Double>) -> Double {
    (parts[0] + parts[1]) + (parts[2] + parts[3])
  }
}
