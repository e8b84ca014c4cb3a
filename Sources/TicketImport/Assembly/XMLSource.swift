/// An XML export as a source of the tables in it.
struct XMLSource: TableSource {
  private let input: InputFile
  private let kind: XMLFormat
  private let recover: Bool

  /// A file of a known kind.
  init(_ input: InputFile, kind: XMLFormat, recover: Bool) {
    self.input = input
    self.kind = kind
    self.recover = recover
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

  func open() throws(ImportError) -> any TableReader { try XMLTableReader(input, kind, recover: recover) }
}

/// Reads the records of an XML file.
private struct XMLTableReader: TableReader {
  private var reader: XMLRecordReader
  let canReread = false

  /// Bytes copied out of the file at once.
  private static let piece = 256 << 10
  /// Bytes after which the memory behind the file is given back.
  private static let window = 8 << 20

  init(_ input: InputFile, _ kind: XMLFormat, recover: Bool) throws(ImportError) {
    var position = 0
    var released = 0
    reader = try XMLRecordReader(kind.layout, file: input.name, recover: recover) { () throws(ImportError) in
      let bytes = input.bytes
      let end = min(position + Self.piece, bytes.count)
      defer { position = end }
      if position - released >= Self.window {
        input.release(released..<position)
        released = position
      }
      return Array(bytes[position..<end])[...]
    }
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
