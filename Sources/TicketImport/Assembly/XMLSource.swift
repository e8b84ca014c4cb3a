/// An XML export as a source of the tables in it.
struct XMLSource: TableSource {
  private let input: InputFile
  private let kind: XMLFormat
  private let options: ImportOptions

  /// A file of a known kind.
  init(_ input: InputFile, kind: XMLFormat, _ options: ImportOptions) {
    self.input = input
    self.kind = kind
    self.options = options
  }

  var file: String { input.name }

  var format: FormatSurvey {
    let name =
      switch kind {
      case .serviceNow: "ServiceNow"
      case .jira: "Jira RSS"
      case .bugzilla: "Bugzilla"
      case .rails: "Rails"
      }
    return FormatSurvey(format: "XML (\(name))", encoding: "", encodingReason: "as the file declares it")
  }

  func text(of record: Record) -> String {
    record.length > 0
      ? input.text(at: record.offset, length: record.length)
      : (0..<record.count).map { record.string($0) }.joined(separator: "\t")
  }

  func open() throws(ImportError) -> any TableReader { try XMLTableReader(input, kind, options) }
}

/// Reads the records of an XML file.
private struct XMLTableReader: TableReader {
  private var reader: XMLRecordReader
  let canReread = false

  init(_ input: InputFile, _ kind: XMLFormat, _ options: ImportOptions) throws(ImportError) {
    reader = try XMLRecordReader(
      kind.layout, file: input.name, encoding: options.encoding, recover: options.recover,
      next: input.pieces())
  }

  var tables: [SourceTable] {
    reader.tables.enumerated().map { SourceTable(name: $1, columns: reader.columns(ofTable: $0)) }
  }

  mutating func read(into record: inout Record) throws(ImportError) -> Bool { try reader.read(into: &record) }
  mutating func reread(at offset: Int64, into record: inout Record) -> Bool { false }
  mutating func takeUnreadable() -> [UnreadableRow] { [] }

  var remarks: [String] {
    reader.controlCharacters > 0 ? ["\(reader.controlCharacters) control characters were taken out"] : []
  }
}
