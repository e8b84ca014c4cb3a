internal import CLexicons

/// The weighted sum of the vectors of some words: exact integers, then one fixed order of floating-point steps.
struct MeaningVector {
  static let dimensions = 192
  /// Vectors that the sums of 32 bits have room for.
  private static let mostRows = Int(clexicons_most_rows)

  private var sums = [Int32](repeating: 0, count: dimensions)
  private var values = [SIMD8<Double>](repeating: .zero, count: dimensions / 8)

  /// Sums up the words with these rows. - Precondition: each is below the number of rows.
  mutating func set(_ rows: UnsafeBufferPointer<UInt32>) {
    for block in values.indices { values[block] = .zero }
    var first = 0
    while first < rows.count, let start = rows.baseAddress {
      let count = min(rows.count - first, Self.mostRows)
      clexicons_sum_rows(start + first, count, &sums)
      sums.withUnsafeBytes { sums in
        for block in values.indices {
          let some = sums.loadUnaligned(fromByteOffset: 32 * block, as: SIMD8<Int32>.self)
          values[block] += SIMD8<Double>(some)
        }
      }
      first += count
    }
  }

  /// The cosine of the angle between two sums, 0 if either is null.
  ///
  /// Eight partial sums each, put together in a fixed order: the same bits on every machine.
  func cosine(_ other: MeaningVector) -> Double {
    var ours = SIMD8<Double>.zero
    var theirs = SIMD8<Double>.zero
    var both = SIMD8<Double>.zero
    for block in values.indices {
      let a = values[block]
      let b = other.values[block]
      ours += a * a
      theirs += b * b
      both += a * b
    }
    let lengths = Self.sum(ours).squareRoot() * Self.sum(theirs).squareRoot()
    return lengths > 0 ? Self.sum(both) / lengths : 0
  }

  private static func sum(_ lanes: SIMD8<Double>) -> Double {
    ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]))
  }
}
