/// Makes rows of JSON objects: one of the object itself, one of each object in an array in it.
///
///     {"key":"HELP-7","fields":{"status":{"name":"Done"},"labels":["a","b"],
///      "comment":{"comments":[{"author":{"name":"ana"},"body":"Hi"}]}}}
///
///     tickets            key=HELP-7  status/name=Done  labels=a, b
///     comment/comments   parent=HELP-7  author/name=ana  body=Hi
///
/// A column is called after its path; `fields`, in which Jira wraps everything, is left out of it. Rows of arrays
/// within arrays have what is said once for all of them as `../name`, and the outermost object's key as `parent`.
/// Jira's document format is read as plain text.
struct JSONFlattener {
  /// A table met so far.
  struct Table {
    var name: String
    var columns: [String]
    /// Column numbers by the hash of their path.
    var numbers: [UInt64: Int] = [:]
  }

  /// A value of a row.
  private struct Cell {
    var column: Int
    var range: Range<Int>
  }

  /// A row being gathered.
  private struct Row {
    var table: Int
    var cells: [Cell] = []
    var offset: Int64
    var line: Int
  }

  private(set) var tables: [Table] = []
  private var numbers: [String: Int] = [:]
  /// Text of the values of all rows at hand.
  private var text: [UInt8] = []
  private var rows: [Row] = []
  private var key: Range<Int> = 0..<0
  private var path: [UInt8] = []

  /// More columns than any tool has; what is beyond is left out.
  private static let maximumColumns = 8192

  /// Fields that name an object to the rows within it, the surest first.
  private static let keys: [StaticString] = [
    "key", "number", "ticket_number", "nice_id", "display_id", "id", "sys_id", "ticket_id",
  ]

  /// Flattens the object that `json` gives next. - Returns: how many rows it made; `take` gives them.
  ///
  /// - Parameters:
  ///   - name: the name of the object's table.
  ///   - offset: what to add to offsets in `json`.
  ///   - line: the line at which the object begins.
  mutating func flatten(
    _ json: inout JSONReader, table name: String, offset: Int, line: Int
  ) throws(JSONError) -> Int {
    text.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    path.removeAll(keepingCapacity: true)
    nested.removeAll()
    var probe = json
    key = try findKey(&probe)
    rows.append(Row(table: table(name), offset: Int64(offset), line: line))
    try object(&json, row: 0, depth: 0)
    return rows.count
  }

  /// Fills a record with one of the rows of the last object.
  func take(_ number: Int, into record: inout Record) {
    record.clear()
    let row = rows[number]
    record.table = row.table
    record.offset = row.offset
    record.line = row.line
    // A path that occurs twice in an object: the last value counts.
    var places = [Range<Int>](repeating: 0..<0, count: tables[row.table].columns.count)
    for cell in row.cells { places[cell.column] = cell.range }
    for place in places {
      record.bytes.append(contentsOf: text[place])
      record.ends.append(UInt32(clamping: record.bytes.count))
    }
  }

  // MARK: - Objects

  /// The value of the object's key field, as a place in `text`.
  private mutating func findKey(_ json: inout JSONReader) throws(JSONError) -> Range<Int> {
    var best = Self.keys.count
    var found = 0..<0
    try json.enterObject()
    while try json.nextKey() {
      guard let rank = Self.keys.firstIndex(where: { json.key(is: $0) }), rank < best else {
        try json.skip()
        continue
      }
      let start = text.count
      switch try json.peek() {
      case .string: _ = try json.string(into: &text)
      case .number: text.append(contentsOf: json.bytes[try json.skip()])
      default:
        try json.skip()
        continue
      }
      if text.count > start {
        best = rank
        found = start..<text.count
      }
    }
    return found
  }

  /// Takes an object's members into a row.
  private mutating func object(_ json: inout JSONReader, row: Int, depth: Int) throws(JSONError) {
    try json.enterObject()
    while try json.nextKey() {
      let before = path.count
      if !(depth == 0 && json.key(is: "fields")) {
        if before > 0 { path.append(UInt8(ascii: "/")) }
        path.append(contentsOf: json.key.utf8)
      }
      try value(&json, row: row, depth: depth + 1)
      path.removeLast(path.count - before)
    }
  }

  private mutating func value(_ json: inout JSONReader, row: Int, depth: Int) throws(JSONError) {
    let start = text.count
    switch try json.peek() {
    case .null: try json.skip()
    case .string:
      _ = try json.string(into: &text)
      add(start..<text.count, to: row)
    case .number, .bool:
      text.append(contentsOf: json.bytes[try json.skip()])
      add(start..<text.count, to: row)
    case .object:
      var probe = json
      if try isDocument(&probe) {
        try document(&json)
        add(start..<text.count, to: row)
      } else {
        try object(&json, row: row, depth: depth)
      }
    case .array: try array(&json, row: row, depth: depth)
    }
  }

  /// Takes an array: of values into one field, of objects into rows of their own.
  private mutating func array(_ json: inout JSONReader, row: Int, depth: Int) throws(JSONError) {
    let start = text.count
    var list: [Range<Int>] = []
    var inherited: [Cell]?
    try json.enterArray()
    while try json.nextElement() {
      switch try json.peek() {
      case .object:
        let offset = json.at
        let columns = inherited ?? outerCells(of: row)
        inherited = columns
        let outer = path
        nested.append(outer)
        let name = nested.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
        path.removeAll(keepingCapacity: true)
        var new = Row(table: table(name), offset: rows[0].offset + Int64(offset), line: rows[0].line)
        new.cells = [Cell(column: self.column(named: Array("parent".utf8), in: new.table) ?? 0, range: key)]
        for cell in columns {
          let name = Array("../".utf8) + Array(tables[rows[row].table].columns[cell.column].utf8)
          if row > 0, let column = column(named: name, in: new.table) {
            new.cells.append(Cell(column: column, range: cell.range))
          }
        }
        rows.append(new)
        let number = rows.count - 1
        path.removeAll(keepingCapacity: true)
        try object(&json, row: number, depth: 1)
        path = outer
        nested.removeLast()
      case .string:
        let from = text.count
        _ = try json.string(into: &text)
        list.append(from..<text.count)
      case .number, .bool:
        let from = text.count
        text.append(contentsOf: json.bytes[try json.skip()])
        list.append(from..<text.count)
      case .array, .null: try json.skip()
      }
    }
    if list.isEmpty { return }
    let joined = list.map { Array(text[$0]) }.joined(separator: Array(", ".utf8))
    text.removeLast(text.count - start)
    text.append(contentsOf: joined)
    add(start..<text.count, to: row)
  }

  /// The paths around the arrays that are open.
  private var nested: [[UInt8]] = []

  /// What a row within an array hands on to rows of arrays in it.
  private func outerCells(of row: Int) -> [Cell] {
    row == 0 ? [] : rows[row].cells.filter { !tables[rows[row].table].columns[$0.column].hasPrefix("parent") }
  }

  // MARK: - Columns

  private mutating func add(_ range: Range<Int>, to row: Int) {
    if let column = column(named: path, in: rows[row].table) {
      rows[row].cells.append(Cell(column: column, range: range))
    }
  }

  private mutating func table(_ name: String) -> Int {
    if let number = numbers[name] { return number }
    tables.append(Table(name: name, columns: []))
    numbers[name] = tables.count - 1
    return tables.count - 1
  }

  /// The number of a column, a new one if need be; `nil` if there are too many.
  private mutating func column(named name: [UInt8], in table: Int) -> Int? {
    let hash = ContentHash.of(name.span)
    if let known = tables[table].numbers[hash] { return known }
    guard tables[table].columns.count < Self.maximumColumns else { return nil }
    tables[table].columns.append(String(decoding: name, as: UTF8.self))
    tables[table].numbers[hash] = tables[table].columns.count - 1
    return tables[table].columns.count - 1
  }

  // MARK: - Atlassian documents

  /// Whether an object is a document in Atlassian's format: `{"type":"doc","content":[…]}`.
  private func isDocument(_ json: inout JSONReader) throws(JSONError) -> Bool {
    var isDoc = false
    var hasContent = false
    try json.enterObject()
    while try json.nextKey() {
      if json.key(is: "type"), try json.peek() == .string {
        isDoc = try json.string() == "doc"
      } else {
        hasContent = hasContent || json.key(is: "content")
        try json.skip()
      }
    }
    return isDoc && hasContent
  }

  /// Appends a document's text, a paragraph a line.
  private mutating func document(_ json: inout JSONReader) throws(JSONError) {
    var type = ""
    try json.enterObject()
    while try json.nextKey() {
      if json.key(is: "type"), try json.peek() == .string {
        type = try json.string()
        if type == "hardBreak" { text.append(UInt8(ascii: "\n")) }
      } else if json.key(is: "text"), try json.peek() == .string {
        _ = try json.string(into: &text)
      } else if json.key(is: "content"), try json.peek() == .array {
        try json.enterArray()
        while try json.nextElement() {
          if try json.peek() == .object { try document(&json) } else { try json.skip() }
        }
      } else {
        try json.skip()
      }
    }
    if Self.blocks.contains(type), text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
  }

  private static let blocks: Set<String> = [
    "paragraph", "heading", "codeBlock", "listItem", "blockquote", "tableRow",
  ]
}
