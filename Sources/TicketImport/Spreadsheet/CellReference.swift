/// A cell's place on a sheet: `BC12`.
struct CellReference: Equatable {
  /// Rows that a sheet can have.
  static let maximumRow = 1_048_576
  /// Columns that a sheet can have.
  static let maximumColumn = 16_384

  /// The column, from 0.
  var column: Int
  /// The row, from 1.
  var row: Int

  /// Reads a reference; `nil` if it is none, or beyond the largest sheet.
  init?(_ text: some Collection<UInt8>) {
    column = 0
    row = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= Self.maximumColumn, row <= Self.maximumRow else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    column -= 1
  }
}

/// Cells that are shown as one, over several rows.
struct MergedCells {
  /// The column on the left, from 0.
  var column: Int
  /// The rows, from 1.
  var rows: ClosedRange<Int>

  /// Reads a range such as `A2:B5`; `nil` if it is none or only one row high.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let parts = text.split(separator: UInt8(ascii: ":"))
    guard parts.count == 2, let first = CellReference(parts[0]), let last = CellReference(parts[1]),
      last.row > first.row
    else { return nil }
    column = first.column
    rows = first.row...last.row
  }
}
