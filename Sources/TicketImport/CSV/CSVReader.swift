/// Reads the rows of a CSV file, whatever its encoding and dialect, as UTF-8 records; or of an Excel workbook's
/// sheet, which is converted first: then `Record.line` is the sheet's row, and offsets are those of the conversion.
///
///     let file = try InputFile.open("tickets.csv", temporaryFolder: folder)
///     var reader = try CSVReader(file)
///     var record = Record()
///     while try reader.read(into: &record) { … record[reader.header.firstIndex(of: "number")] … }
///
/// Rows whose fields are all empty and repetitions of the header are passed over and counted. A row that can't
/// be used is noted in `problems`, and reading goes on after it.
public struct CSVReader: RecordReader, Sendable {
  /// What the user knows better than the file shows.
  public struct Options: Sendable {
    /// The dialect, instead of what the first megabyte suggests.
    public var dialect: CSVDialect?
    /// The name of the encoding to use if the file is not UTF-8.
    public var encoding: String?
    /// Whether there is a header.
    public var hasHeader: Bool?
    /// The sheet of a workbook, instead of the first that is not hidden.
    public var sheet: String?
    /// Beyond what a row is left out.
    public var limits = CSVParser.Limits()

    /// Everything as the file shows it.
    public init() {}
  }

  /// How many rows there were of each sort so far.
  public struct Tally: Sendable, Equatable {
    /// Rows given.
    public var rows = 0
    /// Rows passed over because all fields are empty.
    public var blank = 0
    /// Rows passed over because they repeat the header.
    public var repeatedHeaders = 0
    /// Rows given though their number of fields is not the header's.
    public var ragged = 0
    /// Rows given though text follows closing quotes.
    public var strayQuotes = 0
    /// Rows left out.
    public var lost = 0
    /// Rows with more than ASCII that were UTF-8, where that is decided row by row.
    public var utf8Rows = 0
    /// Rows converted to UTF-8.
    public var convertedRows = 0

    /// Nothing read.
    public init() {}
  }

  /// How the file is encoded.
  public let encoding: TextEncoding
  /// Its dialect and where its header is.
  public let layout: CSVLayout
  /// The names of the columns, as they are, repeated ones too; empty without a header.
  public let header: [String]
  /// Number of fields that a row should have.
  public let width: Int
  /// Counts so far.
  public var tally: Tally {
    var tally = counts
    tally.utf8Rows = decoder.utf8Rows
    tally.convertedRows = decoder.convertedRows
    return tally
  }
  /// What was wrong with the rows since the last `takeProblems`, at most `maximumProblems` of them.
  public internal(set) var problems: [RowProblem] = []

  /// Problems kept until they are taken; the tally counts on.
  public static let maximumProblems = 1000

  /// The text in an encoding built on ASCII: the file itself, or its conversion to UTF-8.
  let source: InputFile
  let limits: CSVParser.Limits
  private let headerRecord: Record?
  /// The tally but for what the decoder counts.
  var counts = Tally()
  var parser: CSVParser
  private var decoder: RowDecoder
  /// One that counts nothing.
  private var lookupDecoder: RowDecoder
  /// Offset up to which the memory behind the source was given back.
  var released = 0
  /// Bytes copied from the source for rows that are looked up, and where they stand in it.
  var window: [UInt8] = []
  var windowStart = 0
  var windowCount = 0
  var recoveries = 0

  /// Opens the table in a file and reads its header.
  ///
  /// - Throws: an error of kind `unusable` if there is no row at all or it is no table, `options` if the encoding
  ///   or the sheet is not known, `unreadable` if a temporary file is needed and can't be written.
  /// - Complexity: O(bytes), since the encoding takes all of them to tell.
  public init(_ file: InputFile, options: Options = Options()) throws(ImportError) {
    let file = try file.table(sheet: options.sheet)
    encoding = try TextEncoding(of: file, declared: options.encoding)
    var start = encoding.markLength
    if let decoder = RowDecoder(encoding.charset) {
      source = file
      self.decoder = decoder
    } else {
      source = try file.converted(from: encoding)
      decoder = .utf8
      start = 0
    }
    lookupDecoder = decoder
    limits = options.limits
    let sample = source.bytes.dropFirst(start).prefix(1 << 20)
    var layout = CSVLayout(
      of: UnsafeRawBufferPointer(rebasing: sample), isWhole: start + sample.count == source.count,
      dialect: file.linesAreRecords ? CSVDialect() : options.dialect)
    if let hasHeader = options.hasHeader { layout.hasHeader = hasHeader }
    self.layout = layout
    parser = CSVParser(
      layout.dialect, limits: limits, offset: Int64(start), linesAreRecords: file.linesAreRecords)

    var record = Record()
    var toSkip = layout.leadingRecords
    var hasRow = false
    while !hasRow, Self.next(&parser, in: source, into: &record) {
      if record.bytes.isEmpty { continue }
      if toSkip == 0 { hasRow = true } else { toSkip -= 1 }
    }
    guard hasRow else { throw ImportError(.unusable, file: file.name, "holds no rows") }
    if layout.hasHeader {
      lookupDecoder.decode(&record)
      header = (0..<record.count).map(record.string)
      headerRecord = record
      width = record.count
    } else {
      header = []
      headerRecord = nil
      width = layout.width
      parser = CSVParser(
        layout.dialect, limits: limits, offset: record.offset, line: record.line,
        linesAreRecords: file.linesAreRecords)
    }
  }

  /// Fills `record` with the next row; `false` at the end.
  ///
  /// - Throws: an error of kind `cutShort` if the file ends inside a quoted field and what comes after the
  ///   quote does not look like rows.
  public mutating func read(into record: inout Record) throws(ImportError) -> Bool {
    while Self.next(&parser, in: source, into: &record) {
      release()
      if record.bytes.isEmpty && parser.notes.isEmpty {
        counts.blank += 1
        continue
      }
      if !parser.notes.isEmpty, try isLost(record) { continue }
      decoder.decode(&record)
      if let headerRecord, record.bytes == headerRecord.bytes, record.ends == headerRecord.ends {
        counts.repeatedHeaders += 1
        continue
      }
      completeSheetRow(&record)
      checkCount(record)
      counts.rows += 1
      return true
    }
    return false
  }

  /// Fills `record` with the row at an offset that `Record.offset` gave; `false` if there is none.
  ///
  /// Leaves the reader where it is, and counts and notes nothing.
  ///
  /// - Complexity: O(bytes of the row).
  public mutating func read(into record: inout Record, at offset: Int64) -> Bool {
    guard offset >= 0, offset < source.count else { return false }
    var parser = CSVParser(layout.dialect, limits: limits, offset: offset)
    guard lookUp(&parser, into: &record) else { return false }
    record.line = 0
    lookupDecoder.decode(&record)
    completeSheetRow(&record)
    return true
  }

  /// The problems noted since the last call.
  public mutating func takeProblems() -> [RowProblem] {
    defer { problems.removeAll() }
    return problems
  }
}
