/// A record while its elements come in: its values in the order of the file.
///
///     bytes   O p e n I N C 1 V P N
///     cells   [ column 1, 0..<4 ] [ column 0, 4..<8 ] [ column 2, 8..<11 ]
struct XMLRecordAssembly {
  struct Cell {
    /// -1 for a value whose column is not known yet.
    var column: Int32
    var start: Int
    var end: Int
  }

  var bytes: [UInt8] = []
  var cells: [Cell] = []
  var table: Int32 = 0
  /// Position among the records that began within the same outermost one, that one being 0.
  var order = 0
  /// The order of the record around it.
  var parent = 0
  var line = 0
  var offset: Int64 = 0
  var length: Int64 = 0
  /// The columns that name it to its child records.
  var keys: [String] = []
  /// What names it to its child records, once it is closed.
  var key: [UInt8] = []

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    key.removeAll(keepingCapacity: true)
  }

  /// Takes back the last cell if it holds nothing but space.
  mutating func dropBlankCell(_ cell: Int32) {
    guard cell >= 0 && Int(cell) == cells.count - 1, let last = cells.last else { return }
    for byte in bytes[last.start..<last.end] where byte > UInt8(ascii: " ") { return }
    bytes.removeLast(last.end - last.start)
    cells.removeLast()
  }

  /// The value of the first of the key columns that is not empty.
  func findKey(in table: XMLElementTree.Table) -> ArraySlice<UInt8> {
    for name in keys {
      guard let column = table.existingColumn(named: name) else { continue }
      if let cell = cells.first(where: { $0.column == column }) { return bytes[cell.start..<cell.end] }
    }
    return []
  }

  /// Hands the values over as a record with a field for each of `columnCount` columns.
  ///
  /// Where the elements came in the order of the columns, as they do in most files, the storage changes hands
  /// and nothing is copied.
  mutating func finish(
    into record: inout Record, columnCount: Int, parentKey: [UInt8]?, separator: [UInt8]
  ) {
    record.clear()
    record.table = Int(table)
    record.line = line
    record.offset = offset
    record.length = length
    if parentKey == nil && isInColumnOrder {
      swap(&bytes, &record.bytes)
      var end: UInt32 = 0
      for cell in cells {
        while record.ends.count < Int(cell.column) { record.ends.append(end) }
        end = UInt32(clamping: cell.end)
        record.ends.append(end)
      }
      while record.ends.count < columnCount { record.ends.append(end) }
      return
    }
    if let parentKey {
      record.bytes.append(contentsOf: parentKey)
      record.ends.append(UInt32(clamping: record.bytes.count))
    }
    cells.sort { ($0.column, $0.start) < ($1.column, $1.start) }
    for cell in cells where cell.column >= 0 {
      let column = Int(cell.column)
      if record.ends.count == column + 1 {  // the column again
        record.bytes.append(contentsOf: separator)
        record.ends.removeLast()
      }
      while record.ends.count < column { record.ends.append(UInt32(clamping: record.bytes.count)) }
      record.bytes.append(contentsOf: bytes[cell.start..<cell.end])
      record.ends.append(UInt32(clamping: record.bytes.count))
    }
    while record.ends.count < columnCount { record.ends.append(UInt32(clamping: record.bytes.count)) }
  }

  private var isInColumnOrder: Bool {
    var last: Int32 = -1
    for cell in cells {
      if cell.column <= last { return false }
      last = cell.column
    }
    return true
  }
}
