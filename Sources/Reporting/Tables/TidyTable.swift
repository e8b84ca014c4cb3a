/// A row of one of the tidy tables that `--csv` writes: snake_case columns, one row a thing, stable types, and no
/// text from tickets unless it was asked for.
public protocol TidyRow: Sendable {
  /// The table's name, and its file's without ".csv".
  static var table: String { get }
  /// The names of the columns, in order.
  static var columns: [String] { get }
  /// Writes one cell a column, in order.
  func write(to writer: inout CSVWriter)
}

extension CSVWriter {
  /// Writes the line of column names of a table.
  public mutating func header<Row: TidyRow>(_: Row.Type) {
    for column in Row.columns { text(column) }
    endRow()
  }

  /// Writes one row.
  public mutating func row(_ row: some TidyRow) {
    row.write(to: &self)
    endRow()
  }

  /// A whole table.
  public static func table<Row: TidyRow>(_ rows: some Sequence<Row>, isRaw: Bool = false) -> [UInt8] {
    var writer = CSVWriter(isRaw: isRaw)
    writer.header(Row.self)
    for row in rows { writer.row(row) }
    return writer.output
  }
}
