/// An XML export as a source of the tables in it.
struct XMLSource: TableSource {
  private let input: InputFile
  private let kind: XMLKind
  private let options: ImportOptions

  /// A file whose records are known.
  init(_ input: InputFile, kind: XMLKind, _ options: ImportOptions) {
    self.input = input
    self.kind = kind
    self.options = options
  }

  var file: String { input.name }

  var format: FormatSurvey {
    return FormatSurvey(format: "XML (\(kind.name))", encoding: "", encodingReason: "as the file declares it")
  }

  func text(of record: Record) -> String {
    record.length > 0
      ? input.text(at: record.offset, length: record.length)
      : (0..<record.count).map { record.string($0) }.joined(separator: "\t")
  }

  func open() throws(ImportError) -> any TableReader { try XMLTableReader(input, kind, options) }
}

/// Where an XML file has its records, and what to call it.
struct XMLKind: Sendable {
  /// Who wrote such files, or which elements were taken for records.
  var name: String
  var layout: XMLRecordLayout

  private init(name: String, layout: XMLRecordLayout) {
    self.name = name
    self.layout = layout
  }

  /// A file of a known kind.
  init(_ format: XMLFormat) {
    let name =
      switch format {
      case .serviceNow: "ServiceNow"
      case .jira: "Jira RSS"
      case .bugzilla: "Bugzilla"
      case .rails: "Rails"
      }
    self.init(name: name, layout: format.layout)
  }

  /// Tells where the records are: as the user says, else by the kinds that are known, else by what repeats.
  ///
  /// - Throws: an error of kind `unusable` for a file in which nothing is found, with the elements it has.
  init(_ input: InputFile, head: [UInt8], _ options: ImportOptions) throws(ImportError) {
    if options.xmlRecord == nil, options.xmlMessage == nil, let format = XMLFormat.detect(head[...]) {
      self.init(format)
      return
    }
    let outline = XMLOutline(head: Array(input.bytes.prefix(Self.outlined))[...])
    let keys = options.mapping.filter { $0.field == Field.id.name }.map(\.column)
    guard
      let layout = XMLRecordLayout(
        outline, record: options.xmlRecord, message: options.xmlMessage, keys: keys)
    else {
      let elements = outline.candidates.prefix(12).map { outline.nodes[$0].path }
      let said = options.xmlRecord.map {
        "has no element \($0)" + (options.xmlMessage.map { " with \($0) in it" } ?? "")
      }
      throw ImportError(
        .unusable, file: input.name,
        (said ?? "is XML in which no element looks like a ticket")
          + "; name it with --xml-record PATH"
          + (elements.isEmpty ? "" : ", such as \(elements.joined(separator: ", "))"))
    }
    self.init(name: "records at \(layout.records.map(\.path).joined(separator: ", "))", layout: layout)
  }

  /// Bytes whose elements are looked at.
  private static let outlined = 1 << 20
}

/// Reads the records of an XML file.
private struct XMLTableReader: TableReader {
  private var reader: XMLRecordReader
  let canReread = false

  init(_ input: InputFile, _ kind: XMLKind, _ options: ImportOptions) throws(ImportError) {
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
