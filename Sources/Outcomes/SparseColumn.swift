/// A column that takes no memory until it holds a value other than its default.
struct SparseColumn<Value: Equatable & Sendable>: Sendable {
  private let usual: Value
  private(set) var count = 0
  /// Empty, or one value a row.
  private(set) var values: [Value] = []

  init(_ usual: Value) { self.usual = usual }

  /// Whether no row differs from the default.
  var isUniform: Bool { values.isEmpty }

  subscript(row: Int) -> Value {
    get { values.isEmpty ? usual : values[row] }
    set {
      if values.isEmpty {
        if newValue == usual { return }
        values = Array(repeating: usual, count: count)
      }
      values[row] = newValue
    }
  }

  mutating func append(_ value: Value) {
    if values.isEmpty && value != usual {
      values.reserveCapacity(max(16, count + 1))
      values = Array(repeating: usual, count: count)
    }
    if !values.isEmpty || value != usual { values.append(value) }
    count += 1
  }

  /// The values of the given rows, in their order. - Complexity: O(rows).
  func gathered(_ rows: [UInt32]) -> SparseColumn {
    var column = SparseColumn(usual)
    column.count = rows.count
    if !values.isEmpty { column.values = rows.map { values[Int($0)] } }
    return column
  }
}

/// One set of rules a row.
struct RuleColumn: Sendable {
  private(set) var low = SparseColumn<UInt64>(0)
  private(set) var high = SparseColumn<UInt64>(0)

  subscript(row: Int) -> RuleBits {
    get { RuleBits(low: low[row], high: high[row]) }
    set {
      low[row] = newValue.low
      high[row] = newValue.high
    }
  }

  var isUniform: Bool { low.isUniform && high.isUniform }

  mutating func append(_ bits: RuleBits) {
    low.append(bits.low)
    high.append(bits.high)
  }

  func gathered(_ rows: [UInt32]) -> RuleColumn {
    var column = RuleColumn()
    column.low = low.gathered(rows)
    column.high = high.gathered(rows)
    return column
  }

  /// The half that holds a rule, and the rule's place in it.
  func half(of rule: Int) -> (column: SparseColumn<UInt64>, bit: UInt64) {
    (rule < 64 ? low : high, 1 << UInt64(rule & 63))
  }
}
