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
    let size = size
    return elements.withUnsafeMutableBufferPointer { elements -> Double? in
      guard let base = elements.baseAddress else { return 0 }
      var logDeterminant = 0.0
      for row in 0..<size {
        let own = base + row * size
        for column in 0..<row {
          let other = base + column * size
          own[column] = (own[column] - Self.product(own, other, column)) / other[column]
        }
        let sum = own[row] - Self.product(own, own, row)
        guard sum > 0, sum.isFinite else { return nil }
        logDeterminant += libmLog(sum)
        own[row] = sum.squareRoot()
      }
      return logDeterminant
    }
  }

  /// Replaces L by the lower triangle of M⁻¹ = L⁻ᵀ L⁻¹. Call after ``factorize()``.
  ///
  /// Both products are taken as sums of multiples of rows, which lie side by side in memory.
  /// - Complexity: O(n³ / 3).
  mutating func invertFactor() {
    let size = size
    elements.withUnsafeMutableBufferPointer { elements in
      guard let base = elements.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { scratch in
        guard let sums = scratch.baseAddress else { return }
        for row in 0..<size {
          let own = base + row * size
          let diagonal = 1 / own[row]
          sums.update(repeating: 0, count: row)
          for k in 0..<row { Self.add(own[k], times: base + k * size, to: sums, k + 1) }
          for column in 0..<row { own[column] = -sums[column] * diagonal }
          own[row] = diagonal
        }
        for row in 0..<size {
          sums.update(repeating: 0, count: row + 1)
          for k in row..<size {
            let other = base + k * size
            Self.add(other[row], times: other, to: sums, row + 1)
          }
          (base + row * size).update(from: sums, count: row + 1)
        }
      }
    }
  }

  /// M⁻¹ times a vector, from L; of the first `count` rows and columns alone, whose factor is the same. Call after
  /// ``factorize()``. - Complexity: O(n²).
  func solve(_ vector: [Double], _ count: Int) -> [Double] {
    var solution = vector
    let size = size
    elements.withUnsafeBufferPointer { elements in
      solution.withUnsafeMutableBufferPointer { solution in
        guard let base = elements.baseAddress, let solution = solution.baseAddress else { return }
        for row in 0..<count {
          let own = base + row * size
          solution[row] = (solution[row] - Self.product(own, solution, row)) / own[row]
        }
        for row in (0..<count).reversed() {
          let own = base + row * size
          solution[row] /= own[row]
          Self.add(-solution[row], times: own, to: solution, row)
        }
      }
    }
    return solution
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
    elements.withUnsafeBufferPointer { elements in
      elements.baseAddress.map { Self.product($0 + a * size, $0 + b * size, count) } ?? 0
    }
  }

  private static let lanes = 4

  /// Σ a b over `count` numbers, in four sums that are added at the end: always the same, and a quarter of the waiting.
  @inline(__always)
  private static func product(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int
  ) -> Double {
    var sums = SIMD4<Double>.zero
    var place = 0
    while place + lanes <= count {
      let first = UnsafeRawPointer(a + place).loadUnaligned(as: SIMD4<Double>.self)
      sums += first * UnsafeRawPointer(b + place).loadUnaligned(as: SIMD4<Double>.self)
      place += lanes
    }
    var sum = (sums[0] + sums[1]) + (sums[2] + sums[3])
    while place < count {
      sum += a[place] * b[place]
      place += 1
    }
    return sum
  }

  /// Adds a multiple of `count` numbers to others.
  @inline(__always)
  private static func add(
    _ factor: Double, times row: UnsafePointer<Double>, to sums: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    var place = 0
    while place + lanes <= count {
      let target = UnsafeMutableRawPointer(sums + place)
      let sum =
        target.loadUnaligned(as: SIMD4<Double>.self)
        + factor * UnsafeRawPointer(row + place).loadUnaligned(as: SIMD4<Double>.self)
      target.storeBytes(of: sum, as: SIMD4<Double>.self)
      place += lanes
    }
    while place < count {
      sums[place] += factor * row[place]
      place += 1
    }
  }
}
