/// A CSV file as a source of one table.
struct CSVSource: TableSource {
  private let reader: CSVReader
  private let input: InputFile
  private let isWorkbook: Bool

  /// Tells the file's encoding, dialect and header.
  init(_ input: InputFile, options: ImportOptions) throws(ImportError) {
    var settings = CSVReader.Options()
    settings.limits.field = options.maximumFieldBytes
    settings.encoding = options.encoding
    settings.sheet = options.sheet
    reader = try CSVReader(input, options: settings)
    self.input = input
    isWorkbook = ContainerFormat(of: input.bytes) == .zip
  }

  var file: String { input.name }

  var format: FormatSurvey {
    FormatSurvey(
      format: isWorkbook ? "Excel workbook" : "CSV", encoding: reader.encoding.name,
      encodingReason: reader.encoding.explanation,
      dialect: isWorkbook ? "" : reader.layout.dialect.words)
  }

  /// Of a workbook the sheet's row as it was converted; of a file the bytes themselves, where they are UTF-8.
  func text(of record: Record) -> String {
    reader.source.text(at: record.offset, length: record.length)
  }

  // A copy of a reader starts where the reader is: before the first row.
  func open() -> any TableReader { CSVTableReader(reader) }
}

/// Reads the rows of a CSV file.
private struct CSVTableReader: TableReader {
  private var reader: CSVReader
  /// The column of a mail folder's subjects, by which its messages are put into threads.
  private let subject: Int?
  let tables: [SourceTable]
  let canReread = true

  init(_ reader: CSVReader) {
    self.reader = reader
    let columns = reader.header.isEmpty ? (1...max(1, reader.width)).map { "column \($0)" } : reader.header
    let isMailFolder = Preset.outlook.fits(columns)
    subject = isMailFolder ? columns.firstIndex { FoldedWord($0) == FoldedWord("Subject") } : nil
    tables = [
      SourceTable(name: isMailFolder ? "outlook" : "", columns: isMailFolder ? columns + ["thread"] : columns)
    ]
  }

  mutating func read(into record: inout Record) throws(ImportError) -> Bool {
    guard try reader.read(into: &record) else { return false }
    record.table = 0
    if let subject { addThread(to: &record, by: subject) }
    return true
  }

  mutating func reread(at offset: Int64, into record: inout Record) -> Bool {
    guard reader.read(into: &record, at: offset) else { return false }
    record.table = 0
    if let subject { addThread(to: &record, by: subject) }
    return true
  }

  /// Adds the topic of the subject as a last field.
  private func addThread(to record: inout Record, by subject: Int) {
    let last = tables[0].columns.count - 1
    while record.count < last { record.ends.append(UInt32(clamping: record.bytes.count)) }
    if record.count > last { return }
    record.bytes.append(contentsOf: MailSubject(record.string(subject)).topic.utf8)
    record.ends.append(UInt32(clamping: record.bytes.count))
  }

  mutating func takeUnreadable() -> [UnreadableRow] {
    if reader.problems.isEmpty { return [] }
    return reader.takeProblems().filter(\.isLost).map { problem in
      UnreadableRow(
        line: problem.line, offset: problem.offset, reason: problem.message,
        text: reader.source.text(at: problem.offset, length: problem.length))
    }
  }

  var remarks: [String] {
    let tally = reader.tally
    var remarks: [String] = []
    func remark(_ count: Int, _ one: String, _ many: String) {
      if count > 0 { remarks.append(count == 1 ? "1 " + one : "\(count) " + many) }
    }
    remark(reader.layout.leadingRecords, "row before the header", "rows before the header")
    remark(tally.blank, "empty row", "empty rows")
    remark(tally.repeatedHeaders, "repetition of the header", "repetitions of the header")
    remark(tally.ragged, "row with too few or too many fields", "rows with too few or too many fields")
    remark(tally.strayQuotes, "row with unescaped quotes", "rows with unescaped quotes")
    remark(tally.lost, "row left out", "rows left out")
    if tally.utf8Rows > 0, tally.convertedRows > 0 {
      remarks.append("\(tally.convertedRows) rows are Windows-1252, \(tally.utf8Rows) are UTF-8")
    }
    return remarks
  }
}

extension TextEncoding {
  /// The encoding's name for people.
  var name: String {
    switch charset {
    case .utf8: markLength > 0 ? "UTF-8 with byte order mark" : "UTF-8"
    case .utf8OrWindows1252: "Windows-1252"
    case .windows1252: "Windows-1252"
    case .utf16LittleEndian: "UTF-16, little endian"
    case .utf16BigEndian: "UTF-16, big endian"
    case .named(let name): name
    }
  }

  /// How it is known, with the byte that decided.
  var explanation: String {
    let byte = malformedOffset.map { "byte \($0) in line \(malformedLine ?? 0) is not UTF-8" }
    switch reason {
    case .byteOrderMark: return "it begins with a byte order mark" + (byte.map { ", but " + $0 } ?? "")
    case .zeroBytes: return "every other byte is zero"
    case .wellFormed: return "all bytes are well-formed"
    case .declared: return "declared"
    case .malformed: return byte ?? "not UTF-8"
    }
  }
}

extension CSVDialect {
  /// The dialect for people: "comma, quotes doubled".
  var words: String {
    let delimiter =
      switch self.delimiter {
      case UInt8(ascii: ","): "comma"
      case UInt8(ascii: ";"): "semicolon"
      case UInt8(ascii: "\t"): "tab"
      case UInt8(ascii: "|"): "vertical bar"
      default: "'" + String(decoding: [self.delimiter], as: UTF8.self) + "'"
      }
    let quotes =
      switch quoteEscape {
      case .doubled: "quotes doubled"
      case .php: "quotes doubled, or after a backslash (PHP)"
      case .backslash: "quotes after a backslash"
      case .none: "quotes not escaped"
      }
    return delimiter + ", " + quotes
  }
}
