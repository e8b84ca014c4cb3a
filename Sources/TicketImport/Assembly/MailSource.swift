/// A mailbox as a source of one table: a row a message, which knows its thread.
struct MailSource: TableSource {
  private let input: InputFile
  private let kind: MailFormat
  /// The thread of each message, in the file's order.
  private let threads: [Int]

  /// Puts the messages of a mailbox together into threads. - Complexity: O(bytes).
  init(_ input: InputFile, kind: MailFormat) throws(ImportError) {
    self.input = input
    self.kind = kind
    var reader = MailReader(kind, file: input.name, next: input.pieces())
    var message = MailMessage()
    var threads = MailThreads()
    while try reader.read(into: &message) { threads.add(message) }
    self.threads = threads.numbers()
  }

  var file: String { input.name }

  var format: FormatSurvey {
    FormatSurvey(
      format: kind == .mbox ? "mail (mbox)" : "mail (one message)", encoding: "",
      encodingReason: "as each message says")
  }

  func open() -> any TableReader {
    MailTableReader(
      MailRecordReader(MailReader(kind, file: input.name, next: input.pieces()), threads: threads))
  }
}

/// Reads the messages of a mailbox.
private struct MailTableReader: TableReader {
  private var reader: MailRecordReader
  let tables = [SourceTable(name: "mail", columns: MailRecordReader.columns)]
  let canReread = false
  let remarks: [String] = []

  init(_ reader: MailRecordReader) { self.reader = reader }

  mutating func read(into record: inout Record) throws(ImportError) -> Bool { try reader.read(into: &record) }
  mutating func reread(at offset: Int64, into record: inout Record) -> Bool { false }
  mutating func takeUnreadable() -> [UnreadableRow] { [] }
}

extension InputFile {
  /// Gives the file's bytes from the start, piece by piece, an empty one at the end; gives memory back on the way.
  func pieces() -> () throws(ImportError) -> ArraySlice<UInt8> {
    var position = 0
    var released = 0
    return { () throws(ImportError) in
      let end = min(position + Self.pieceSize, self.bytes.count)
      defer { position = end }
      if position - released >= Self.releaseSize {
        self.release(released..<position)
        released = position
      }
      return Array(self.bytes[position..<end])[...]
    }
  }

  /// Bytes copied out of the file at once.
  private static let pieceSize = 256 << 10
  /// Bytes after which the memory behind the file is given back.
  private static let releaseSize = 8 << 20
}
