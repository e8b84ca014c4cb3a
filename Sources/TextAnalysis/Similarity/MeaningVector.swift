import CLexicons

/// The weighted sum of the vectors of some words: exact integers, then one fixed order of floating-point steps.
struct MeaningVector {
  static let dimensions = 192
  private var sums = [Int64](repeating: 0, count: dimensions)
  private var values = [Double](repeating: 0, count: dimensions)
  private var length = 0.0

  /// Sums up the words with these rows. - Precondition: each is below the number of rows.
  mutating func set(_ rows: [UInt32]) {
    for i in sums.indices { sums[i] = 0 }
    clexicons_add_rows(rows, rows.count, &sums)
    for i in values.indices { values[i] = Double(sums[i]) }
    length = Self.dot(values, values).squareRoot()
  }

  /// The cosine of the angle between two sums, 0 if either is null.
  func cosine(_ other: MeaningVector) -> Double {
    length > 0 && other.length > 0 ? Self.dot(values, other.values) / (length * other.length) : 0
  }

  /// Four partial sums, put together in a fixed order: the same bits on every machine.
  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var first = 0.0
    var second = 0.0
    var third = 0.0
    var fourth = 0.0
    var i = 0
    while i < dimensions {
      first += a[i] * b[i]
      second += a[i + 1] * b[i + 1]
      third += a[i + 2] * b[i + 2]
      fourth += a[i + 3] * b[i + 3]
      i += 4
    }
    return (first + second) + (third + fourth)
  }
}
