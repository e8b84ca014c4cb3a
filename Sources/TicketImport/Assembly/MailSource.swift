/// Mailboxes as a source of one table: a row a message, which knows its thread. All mail of a run is one source, since a
/// thread may go through several files, as it does in a folder of single messages.
struct MailSource: TableSource {
  private let inputs: [(file: InputFile, kind: MailFormat)]
  /// For each file the thread of each of its messages.
  private let threads: [[Int]]

  /// Puts the messages of mailboxes together into threads. - Complexity: O(bytes).
  init(_ inputs: [(file: InputFile, kind: MailFormat)]) throws(ImportError) {
    self.inputs = inputs
    var message = MailMessage()
    var threads = MailThreads()
    var ends: [Int] = []
    for (file, kind) in inputs {
      var reader = MailReader(kind, file: file.name, next: file.pieces())
      while try reader.read(into: &message) { threads.add(message) }
      ends.append(threads.count)
    }
    let numbers = threads.numbers()
    self.threads = zip([0] + ends, ends).map { Array(numbers[$0..<$1]) }
  }

  var file: String {
    let first = inputs.first?.file.name ?? ""
    return inputs.count > 1 ? "\(first) and \(inputs.count - 1) more" : first
  }

  var format: FormatSurvey {
    let name = inputs.allSatisfy { $0.kind == .mbox } ? "mail (mbox)" : "mail (messages)"
    return FormatSurvey(format: name, encoding: "", encodingReason: "as each message says")
  }

  func open() -> any TableReader { MailTableReader(inputs, threads) }
}

/// Reads the messages of mailboxes, one file after the other.
private struct MailTableReader: TableReader {
  private let inputs: [(file: InputFile, kind: MailFormat)]
  private let threads: [[Int]]
  private var next = 0
  private var reader: MailRecordReader?
  let tables = [SourceTable(name: "mail", columns: MailRecordReader.columns)]
  let canReread = false
  let remarks: [String] = []

  init(_ inputs: [(file: InputFile, kind: MailFormat)], _ threads: [[Int]]) {
    self.inputs = inputs
    self.threads = threads
  }

  mutating func read(into record: inout Record) throws(ImportError) -> Bool {
    while true {
      if try reader?.read(into: &record) == true { return true }
      guard next < inputs.count else { return false }
      let (file, kind) = inputs[next]
      reader = MailRecordReader(
        MailReader(kind, file: file.name, next: file.pieces()), threads: threads[next])
      next += 1
    }
  }

  mutating func reread(at offset: Int64, into record: inout Record) -> Bool { false }
  mutating func takeUnreadable() -> [UnreadableRow] { [] }
}

extension InputFile {
  /// Gives the file's bytes from the start, piece by piece, an empty one at the end; gives memory back on the way.
  public func pieces() -> () throws(ImportError) -> ArraySlice<UInt8> {
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
