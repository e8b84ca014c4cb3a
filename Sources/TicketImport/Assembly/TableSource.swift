/// A table of a file, as its rows come.
struct SourceTable: Sendable, Equatable {
  /// What the file calls it; empty where a file is one table.
  var name: String
  /// Its columns' names, in the order of a record's fields. Names may repeat.
  var columns: [String]
}

/// A file as tables of records, which is read from the start more than once.
protocol TableSource: Sendable {
  /// The file as the user named it.
  var file: String { get }
  /// What the file turned out to be, as far as it is known before its rows are read.
  var format: FormatSurvey { get }
  /// What stands in the file where a record was read, for the rejects file.
  func text(of record: Record) -> String
  /// A reader at the start of the file.
  func open() throws(ImportError) -> any TableReader
}

extension TableSource {
  /// A record's fields as they were understood, where the file's own bytes are not at hand.
  func text(of record: Record) -> String {
    (0..<record.count).map { record.string($0) }.joined(separator: "\t")
  }
}

extension InputFile {
  /// The text at a place, cut off where it is longer than anybody wants to read in a rejects file.
  func text(at offset: Int64, length: Int64) -> String {
    let start = min(max(0, Int(clamping: offset)), count)
    let end = start + min(max(0, Int(clamping: length)), count - start, 1 << 20)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// Reads the records of all tables of a file, in the file's order.
protocol TableReader: RecordReader {
  /// The tables met so far; their columns may grow while reading (XML).
  var tables: [SourceTable] { get }
  /// Whether `reread` works.
  var canReread: Bool { get }
  /// Fills `record` with the row at an offset that `Record.offset` gave, wherever the reader is; `false` if there
  /// is none.
  mutating func reread(at offset: Int64, into record: inout Record) -> Bool
  /// Rows that could not be read since the last call.
  mutating func takeUnreadable() -> [UnreadableRow]
  /// What was noticed about the file while reading it, in words.
  var remarks: [String] { get }
}

/// A row that a reader left out.
struct UnreadableRow: Sendable {
  var line: Int
  var offset: Int64
  var reason: String
  var text: String
}
