/// A symmetric matrix, of which the lower triangle is kept: element (i, j) with i ≥ j at `i * size + j`.
struct SymmetricMatrix {
  let size: Int
  var elements: [Double]

  /// A matrix of zeros.
  init(size: Int) {
    self.size = size
    elements = [Double](repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { row >= column ? elements[row * size + column] : elements[column * size + row] }
    set { elements[max(row, column) * size + min(row, column)] = newValue }
  }

  /// Replaces the matrix M by L with M = L Lᵀ and returns log det M; `nil` if M is not positive definite.
  /// - Complexity: O(n³ / 6).
  mutating func factorize() -> Double? {
    var logDeterminant = 0.0
    for row in 0..<size {
      for column in 0...row {
        let sum = elements[row * size + column] - rowProduct(row, column, column)
        if column < row {
          elements[row * size + column] = sum / elements[column * size + column]
        } else {
          guard sum > 0, sum.isFinite else { return nil }
          logDeterminant += libmLog(sum)
          elements[row * size + row] = sum.squareRoot()
        }
      }
    }
    return logDeterminant
  }

  /// Replaces L by the lower triangle of M⁻¹ = L⁻ᵀ L⁻¹. Call after ``factorize()``.
  /// - Complexity: O(n³ / 3).
  mutating func invertFactor() {
    for row in 0..<size {
      let diagonal = 1 / elements[row * size + row]
      for column in 0..<row {
        var sum = 0.0
        for k in column..<row { sum += elements[row * size + k] * elements[k * size + column] }
        elements[row * size + column] = -sum * diagonal
      }
      elements[row * size + row] = diagonal
    }
    for row in 0..<size {
      for column in 0...row {
        var sum = 0.0
        for k in row..<size { sum += elements[k * size + row] * elements[k * size + column] }
        elements[row * size + column] = sum
      }
    }
  }

  /// The matrix times a vector. - Complexity: O(n²).
  func times(_ vector: [Double]) -> [Double] {
    var product = [Double](repeating: 0, count: size)
    for row in 0..<size {
      for column in 0..<row {
        product[row] += elements[row * size + column] * vector[column]
        product[column] += elements[row * size + column] * vector[row]
      }
      product[row] += elements[row * size + row] * vector[row]
    }
    return product
  }

  /// Columns that depend linearly on the columns before them, and what is left of each diagonal element once
  /// those before are taken out of it. The matrix is one of sums of squares and products.
  /// - Complexity: O(n³ / 6).
  func aliasedColumns(tolerance: Double = 1e-9) -> (aliased: [Bool], pivots: [Double]) {
    var factor = self
    var aliased = [Bool](repeating: false, count: size)
    var pivots = [Double](repeating: 0, count: size)
    for row in 0..<size {
      for column in 0...row {
        let sum = factor.elements[row * size + column] - factor.rowProduct(row, column, column)
        if column < row {
          factor.elements[row * size + column] =
            aliased[column] ? 0 : sum / factor.elements[column * size + column]
        } else {
          pivots[row] = max(0, sum)
          aliased[row] = !(sum > tolerance * self[row, row])
          factor.elements[row * size + row] = aliased[row] ? 0 : sum.squareRoot()
        }
      }
    }
    return (aliased, pivots)
  }

  private func rowProduct(_ a: Int, _ b: Int, _ count: Int) -> Double {
    var sum = 0.0
    for k in 0..<count { sum += elements[a * size + k] * elements[b * size + k] }
    return sum
  }
}
