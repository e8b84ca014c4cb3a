internal import TemporaryFiles

/// A column that takes no memory until it holds a value other than its default.
struct SparseColumn<Value: Equatable & BitwiseCopyable & Sendable>: Sendable {
  private let usual: Value
  /// Rows before the first that is stored; all of them have the default.
  private var leading = 0
  private var values = PagedColumn<Value>()

  init(_ usual: Value) { self.usual = usual }

  var count: Int { leading + values.count }

  /// Whether no row differs from the default.
  var isUniform: Bool { values.isEmpty }

  subscript(row: Int) -> Value {
    get { row < leading ? usual : values[row - leading] }
    set {
      if row < leading {
        if newValue == usual { return }
        var all = PagedColumn(repeatElement(usual, count: leading - row))
        all.append(contentsOf: values)
        (leading, values) = (row, all)
      }
      values[row - leading] = newValue
    }
  }

  mutating func append(_ value: Value) {
    if values.isEmpty && value == usual {
      leading += 1
    } else {
      values.append(value)
    }
  }

  /// The values of the given rows, in their order: those of a column in a file go to one, too, as far as there is room.
  /// - Complexity: O(rows).
  func gathered(_ rows: [UInt32]) -> SparseColumn {
    var column = SparseColumn(usual)
    if isUniform {
      column.leading = rows.count
      return column
    }
    let folder = values.folder
    if folder == nil { column.values.reserveCapacity(rows.count) }
    for (place, row) in rows.enumerated() {
      column.values.append(self[Int(row)])
      if let folder, place & 0xFFFF == 0xFFFF {
        try? column.values.spill(in: folder)
        release()
      }
    }
    return column
  }
}

extension SparseColumn: SpillableColumn {
  mutating func spill(in folder: String) throws(TemporaryFileError) { try values.spill(in: folder) }
  func release() { values.release() }
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

  mutating func append(_ bits: RuleBits) {
    low.append(bits.low)
    high.append(bits.high)
  }

  /// The sets of the given rows, in their order. - Complexity: O(rows).
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

extension RuleColumn: SpillableColumn {
  mutating func spill(in folder: String) throws(TemporaryFileError) {
    try low.spill(in: folder)
    try high.spill(in: folder)
  }

  func release() {
    low.release()
    high.release()
  }
}
