public import Outcomes

/// One line in the table `ledger`.
public struct LedgerRow: TidyRow {
  /// The line.
  public var line: Ledger.Line

  /// A row for `line`.
  public init(_ line: Ledger.Line) { self.line = line }

  /// `ledger`
  public static let table = "ledger"
  /// One column a property.
  public static let columns = ["unit", "key", "label", "count", "excluded"]

  /// Writes the line's cells.
  public func write(to writer: inout CSVWriter) {
    writer.text(line.unit.rawValue)
    writer.text(line.key)
    writer.text(line.label)
    writer.number(line.count)
    writer.flag(line.isExcluded)
  }
}
