/// What the first look decided about one table: all that the second needs to read it.
struct TablePlan: Sendable {
  /// Index of its file.
  var source: Int
  /// Its number in the file.
  var table: Int
  /// What its rows are.
  var kind: TableKind
  /// Whose shape it has.
  var preset: Preset?
  /// Which columns hold what.
  var columns: ColumnMap
  /// How dates with an open order are read.
  var order: DateOrder = .dayFirst
  /// The zone of times without one.
  var zone: ZoneRules = .utc
  /// For each column what has to be undone in its texts.
  var repairs: [TextRepair] = []
  /// Whether `true` in its visibility column means that everybody may read the message.
  var trueMeansPublic = false
}

extension TablePlan {
  /// What has to be undone in a column's texts.
  func repair(_ column: Int) -> TextRepair { repairs.indices.contains(column) ? repairs[column] : [] }
}

/// What the first look decided about the whole input.
struct ImportPlan: Sendable {
  /// The files, in the order in which they are read.
  var sources: [any TableSource] = []
  /// All tables of all files.
  var tables: [TablePlan] = []
  /// For each file, the index in `tables` of each of its tables.
  var numbers: [[Int]] = []
  /// For each file, whether its rows can be read again from their offsets.
  var canReread: [Bool] = []
  /// For each file that can't be read from the middle, copies of its rows of tickets: reading them again is faster than
  /// parsing the file again. `nil` for other files, and for those too large.
  var copies: [RecordArena?] = []
  /// For each file, how many rows there were.
  var rows: [RowCounts] = []
  /// All ticket ids; empty if it does not matter which ticket a row belongs to.
  var ids: IDIndex
  /// Whether rows are looked up in `ids`: some id occurs twice, or there are rows of messages or history.
  var needsIDs = false
  /// Messages and changes by ticket.
  var staged: StagedRows
  /// Copies of those that can't be read again from their file.
  var arena: RecordArena
  /// What is known about everybody.
  var people: People

  /// Whether there is anything besides the rows of tickets themselves.
  var hasStagedRows: Bool { staged.count > 0 }
}

/// Rows of a file at the first look.
struct RowCounts: Sendable {
  /// Rows given by its reader.
  var read = 0
  /// Of these, rows of tables of which nothing is used.
  var unused = 0
  /// Of these, rows that make tickets.
  var tickets = 0
  /// Of these, rows of tables of people.
  var people = 0
  /// Rows that its reader could not read.
  var unreadable: [UnreadableRow] = []
}
