/// What is gathered about one table while its rows go by for the first time.
struct TableStatistics: Sendable {
  /// The table and its columns, as far as they are known.
  var table: SourceTable
  /// What the values of the first rows look like.
  var profiles: [ColumnProfile] = []
  /// Number of rows in the sample.
  var sampled = 0
  /// Number of rows.
  var rows = 0
  /// Rows with an id that another row of the same table has.
  var repeatedIDs = 0
  /// Of these, rows that tell of another change than the one before.
  var changedIDs = 0
  /// Different ticket ids met here first.
  var newIDs = 0
  /// What its dates say about the order of day and month.
  var dates = DateEvidence()
  /// Date columns whose order is open.
  var openDateColumns: [Int] = []
  /// Columns of text, in which a crop would show.
  var textColumns: [Int] = []
  /// Values that are exactly as long as the longest that ServiceNow exports.
  var croppedValues = 0

  /// ServiceNow crops strings in CSV exports to this many characters (ServiceNow documentation, "Export limits").
  static let cropLength = 32_000

  /// Nothing seen yet of a table.
  init(_ table: SourceTable) { self.table = table }

  /// Settles which columns to watch, once it is known what they hold.
  mutating func watch(_ columns: ColumnMap) {
    openDateColumns = []
    textColumns = []
    for (column, field) in columns.fields.enumerated() {
      guard let field else { continue }
      if field.isDate, profiles[safe: column]?.openDates ?? 1 > 0 { openDateColumns.append(column) }
      switch field {
      case .description, .comments, .workNotes, .journal, .resolution, .messageText:
        textColumns.append(column)
      default: break
      }
    }
  }

  /// Looks at a row's dates and lengths.
  mutating func add(_ record: Record) {
    rows += 1
    for column in openDateColumns {
      if let date = WrittenDate(record.bytes.span.extracting(record.range(column))) { dates.add(date) }
    }
    for column in textColumns {
      let range = record.range(column)
      if range.count >= Self.cropLength, range.count <= Self.cropLength * 4,
        Self.length(record.bytes.span.extracting(range)) == Self.cropLength
      {
        croppedValues += 1
      }
    }
  }

  /// Length in UTF-16 units, as Java counts characters.
  private static func length(_ text: Span<UInt8>) -> Int {
    var length = 0
    for i in text.indices {
      if text[i] & 0xC0 != 0x80 { length += 1 }
      if text[i] >= 0xF0 { length += 1 }
    }
    return length
  }
}
