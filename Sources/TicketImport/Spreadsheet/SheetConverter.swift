/// Writes a sheet's rows as CSV with commas: one record a row, empty rows too, so that a record's number is the
/// row's.
///
///     <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>46027.5</v></c></row>
///
///     INC1,,2026-01-05 12:00:00
///
/// Where cells are merged over several rows, their value stands in each of these rows that has anything else,
/// in their leftmost column.
struct SheetConverter {
  private let workbook: Workbook
  /// Merged cells over several rows, by their first row.
  private var merged: [MergedCells] = []
  /// The next of them to begin.
  private var nextMerged = 0
  /// Those that the current row is in, one a column, with their value.
  private var carried: [(cells: MergedCells, value: [UInt8])] = []

  // What is being read.
  private var element = WorkbookArchive.Name.other
  private var row = 0
  private var column = -1
  private var type: [UInt8] = []
  private var style = 0
  private var isInValue = false
  private var value: [UInt8] = []
  private var ownText = CellText()
  /// The row's cells that are not empty.
  private var cells: [(column: Int, value: [UInt8])] = []

  private var rowsWritten = 0
  private var line: [UInt8] = []

  private init(_ workbook: Workbook) { self.workbook = workbook }

  /// The sheet of that name, or the first that is not hidden, of a workbook.
  ///
  /// - Throws: an error of kind `unusable` if the file is no workbook, `options` if it has no such sheet,
  ///   `unreadable` if a temporary file can't be written.
  /// - Complexity: O(bytes unpacked); the sheet is gone through twice, since merged cells are listed at its end.
  static func convert(_ file: InputFile, sheet name: String?) throws(ImportError) -> InputFile {
    let workbook = try Workbook(file)
    let part = try workbook.sheet(named: name).part
    var converter = SheetConverter(workbook)
    _ = try workbook.archive.read(part) { (event) throws(ImportError) in converter.noteMergedCells(event) }
    converter.merged.sort { ($0.rows.lowerBound, $0.column) < ($1.rows.lowerBound, $1.column) }
    return try file.derived(linesAreRecords: true) { (spool) throws(ImportError) in
      _ = try workbook.archive.read(part) { (event) throws(ImportError) in try converter.take(event, &spool) }
    }
  }

  private mutating func noteMergedCells(_ event: WorkbookArchive.Event) {
    switch event {
    case .start(let name): element = name
    case .attribute(.reference, let value) where element == .merge:
      if let cells = MergedCells(value) { merged.append(cells) }
    default: break
    }
  }

  // MARK: Reading

  private mutating func take(_ event: WorkbookArchive.Event, _ spool: inout SpoolFile) throws(ImportError) {
    switch event {
    case .start(let name): start(name)
    case .attribute(let name, let text): attribute(name, text)
    case .text(let text) where isInValue: value.append(contentsOf: text)
    case .end(.value): isInValue = false
    case .end(.cell): endCell()
    case .end(.row): try endRow(&spool)
    default: break
    }
    ownText.take(event)
  }

  private mutating func start(_ name: WorkbookArchive.Name) {
    element = name
    switch name {
    case .row:
      row += 1  // unless it says otherwise
      column = -1
      cells.removeAll(keepingCapacity: true)
    case .cell:
      column += 1
      type.removeAll(keepingCapacity: true)
      style = 0
      value.removeAll(keepingCapacity: true)
    case .value: isInValue = true
    default: break
    }
  }

  private mutating func attribute(_ name: WorkbookArchive.Name, _ text: UnsafeBufferPointer<UInt8>) {
    switch (element, name) {
    case (.row, .r):
      // Rows come in order; a number that goes back or beyond a sheet's end is not believed.
      let number = Int(String(decoding: text, as: UTF8.self)) ?? row
      if number > rowsWritten && number <= CellReference.maximumRow { row = number }
    case (.cell, .r):
      if let reference = CellReference(text) { column = reference.column }
    case (.cell, .t): type = Array(text)
    case (.cell, .s): style = Int(String(decoding: text, as: UTF8.self)) ?? 0
    default: break
    }
  }

  private mutating func endCell() {
    let own = ownText.finish()
    guard column < CellReference.maximumColumn else { return }
    let text = cellText(own)
    if !text.isEmpty { cells.append((column, text)) }
  }

  /// The text of the cell that was read. ECMA-376 part 1, 18.18.11 (ST_CellType).
  private func cellText(_ own: [UInt8]) -> [UInt8] {
    switch String(decoding: type, as: UTF8.self) {
    case "s":
      var text: [UInt8] = []
      workbook.appendString(Int(String(decoding: value, as: UTF8.self)) ?? -1, to: &text)
      return text
    case "inlineStr": return own
    case "str": return CellText.unescaped(value)
    case "b": return Array((value == Array("1".utf8) ? "TRUE" : "FALSE").utf8)
    case "e", "d": return value
    default:
      if value.isEmpty { return [] }
      let style = workbook.styles.indices.contains(style) ? workbook.styles[style] : .number
      let number = String(decoding: value, as: UTF8.self)
      return Array(style.text(number, startsIn1904: workbook.startsIn1904).utf8)
    }
  }

  // MARK: Writing

  private mutating func endRow(_ spool: inout SpoolFile) throws(ImportError) {
    line.removeAll(keepingCapacity: true)
    if cells.isEmpty { return }
    cells.sort { $0.column < $1.column }
    fillMergedCells()
    let missing = max(0, row - 1 - rowsWritten)
    line.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: missing))
    var next = 0
    for cell in cells where cell.column >= next {
      // A comma before each field but the row's first.
      let commas = next == 0 ? cell.column : cell.column - next + 1
      line.append(contentsOf: repeatElement(UInt8(ascii: ","), count: commas))
      appendField(cell.value)
      next = cell.column + 1
    }
    line.append(UInt8(ascii: "\n"))
    rowsWritten += missing + 1
    try spool.write(line)
  }

  private mutating func fillMergedCells() {
    while nextMerged < merged.count, merged[nextMerged].rows.lowerBound <= row {
      let new = merged[nextMerged]
      nextMerged += 1
      carried.removeAll { $0.cells.column == new.column }
      guard new.rows.lowerBound == row, let cell = cells.first(where: { $0.column == new.column }) else {
        continue
      }
      carried.append((new, cell.value))
    }
    carried.removeAll { $0.cells.rows.upperBound < row }
    var isFilled = false
    for (merged, value) in carried where !cells.contains(where: { $0.column == merged.column }) {
      cells.append((merged.column, value))
      isFilled = true
    }
    if isFilled { cells.sort { $0.column < $1.column } }
  }

  private mutating func appendField(_ text: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let isPlain = !text.contains {
      $0 == quote || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    if isPlain {
      line.append(contentsOf: text)
      return
    }
    line.append(quote)
    for byte in text {
      if byte == quote { line.append(quote) }
      line.append(byte)
    }
    line.append(quote)
  }
}

extension InputFile {
  /// The table in this file as CSV or the like: a workbook's sheet is converted, anything else is itself.
  ///
  /// - Throws: an error of kind `unusable`, with what to do, for a file that can't be read, and what the
  ///   conversion throws.
  func table(sheet: String?) throws(ImportError) -> InputFile {
    let format = ContainerFormat(of: bytes)
    if format == .zip { return try SheetConverter.convert(self, sheet: sheet) }
    if let refusal = format.refusal { throw ImportError(.unusable, file: name, refusal) }
    return self
  }
}
