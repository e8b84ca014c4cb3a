internal import TemporaryFiles

/// One set of rules a row, of which few are different: four bytes a row and each set once.
///
/// Which rules have looked hangs on how many replies a ticket has, and few rules find anything twice.
struct CodedRuleColumn: Sendable {
  private var codes = SparseColumn<UInt32>(0)
  /// By code; the empty set first.
  private var sets = [RuleBits()]
  private var known = [RuleBits(): UInt32(0)]

  /// Whether no row has a rule.
  var isUniform: Bool { codes.isUniform }

  subscript(row: Int) -> RuleBits {
    get { sets[Int(codes[row])] }
    set { codes[row] = code(of: newValue) }
  }

  mutating func append(_ bits: RuleBits) { codes.append(code(of: bits)) }

  private mutating func code(of bits: RuleBits) -> UInt32 {
    if let code = known[bits] { return code }
    let code = UInt32(truncatingIfNeeded: sets.count)
    sets.append(bits)
    known[bits] = code
    return code
  }

  /// The sets of the given rows, in their order. - Complexity: O(rows).
  func gathered(_ rows: [UInt32]) -> CodedRuleColumn {
    var column = self
    column.codes = codes.gathered(rows)
    return column
  }

  /// Which rows have a rule, to be asked of many rows.
  func having(_ rule: Int) -> Having { Having(codes: codes, isInSet: sets.map { $0[rule] }) }

  /// Which rows of a column have a rule.
  struct Having {
    fileprivate let codes: SparseColumn<UInt32>
    fileprivate let isInSet: [Bool]

    subscript(row: Int) -> Bool { isInSet[Int(codes[row])] }
  }
}

extension CodedRuleColumn: SpillableColumn {
  mutating func spill(in folder: String) throws(TemporaryFileError) { try codes.spill(in: folder) }
  func release() { codes.release() }
}
