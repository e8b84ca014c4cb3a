import Glibc
public import History
import Outcomes
public import Reporting
public import Tickets

/// The files that fill while a run goes on: tidy tables, findings, rejects.
///
/// All are created before the work starts, so that a folder that can't be written to is known at once, and put
/// in their places when everything is there.
public struct AnalysisOutputs: AnalysisSink {
  /// A file that several values may write to.
  final class File {
    var file: OutputFile?
    init(_ path: String) throws(OutputError) { file = try OutputFile(path) }
    func write(_ bytes: [UInt8]) { file?.write(bytes) }
    func finish() throws(OutputError) {
      guard let whole = file.take() else { return }
      try whole.finish()
    }
  }

  /// A table that fills row by row.
  private struct Table {
    var writer: CSVWriter
    let file: File
    private var buffer: [UInt8] = []

    init<Row: TidyRow>(_ row: Row.Type, in folder: String, isRaw: Bool) throws(OutputError) {
      try self.init(row, at: folder + "/" + Row.table + ".csv", isRaw: isRaw)
    }

    init<Row: TidyRow>(_ row: Row.Type, at path: String, isRaw: Bool) throws(OutputError) {
      file = try File(path)
      writer = CSVWriter(isRaw: isRaw)
      writer.header(row)
    }

    mutating func add(_ row: some TidyRow) {
      writer.row(row)
      if writer.output.count > 1 << 16 { flush() }
    }

    mutating func flush() {
      writer.take(into: &buffer)
      file.write(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }

  private var tickets: Table?
  private var messages: Table?
  private var findingsTable: Table?
  private var associations: Table?
  private var ledger: Table?
  private var templates: Table?
  private var recurrences: Table?
  private var rejectsTable: Table?
  private var rejectsFile: Table?
  private var findings: File?
  private var history: HistorySink?
  private var corpus: CorpusFolder?
  private let printFindings: (([UInt8]) -> Void)?
  private var buffer: [UInt8] = []

  /// Whether anybody reads all findings.
  public var wantsFindings: Bool {
    findingsTable != nil || findings != nil || printFindings != nil
  }

  /// Whether anybody reads the rows of messages and tickets.
  public var wantsRows: Bool { tickets != nil }

  /// Whether a history is to be told of each ticket.
  public var remembers: Bool { history != nil }

  /// Creates the files that are wanted.
  ///
  /// - Parameters:
  ///   - folder: where tables go; made if it is not there.
  ///   - findings: where findings go as NDJSON.
  ///   - printFindings: gets them instead, some at a time.
  ///   - rejects: where rejected rows go.
  ///   - history: a database to remember the run in, what to call where the tickets come from, and the file of the
  ///     key that people are numbered with; `nil` for the one beside the database.
  ///   - corpus: a folder for the conversations as a ConvoKit corpus, and whether speakers go by numbers.
  ///   - isRaw: whether cells are written without the spreadsheet guard.
  public init(
    folder: String?, findings path: String?, rejects: String?, isRaw: Bool,
    printFindings: (([UInt8]) -> Void)? = nil,
    history: (path: String, source: String, keyFile: String?)? = nil,
    corpus: (folder: String, isMasked: Bool)? = nil
  ) throws {
    if let folder {
      if mkdir(folder, 0o755) != 0 && errno != EEXIST {
        throw OutputError(path: folder, reason: String(cString: strerror(errno)))
      }
      tickets = try Table(TicketRow.self, in: folder, isRaw: isRaw)
      messages = try Table(MessageRow.self, in: folder, isRaw: isRaw)
      findingsTable = try Table(FindingRow.self, in: folder, isRaw: isRaw)
      associations = try Table(AssociationRow.self, in: folder, isRaw: isRaw)
      ledger = try Table(LedgerRow.self, in: folder, isRaw: isRaw)
      templates = try Table(TemplateRow.self, in: folder, isRaw: isRaw)
      recurrences = try Table(RecurrenceRow.self, in: folder, isRaw: isRaw)
      rejectsTable = try Table(RejectRow.self, in: folder, isRaw: isRaw)
    }
    if let rejects { rejectsFile = try Table(RejectRow.self, at: rejects, isRaw: isRaw) }
    self.printFindings = printFindings
    if let history {
      self.history = try HistorySink(
        HistorySink.Target(path: history.path, source: history.source, keyFile: history.keyFile))
    }
    if let path { findings = try File(path) }
    if let corpus { self.corpus = try CorpusFolder(corpus.folder, isMasked: corpus.isMasked) }
  }

  /// Adds a finding to the table and the list.
  public mutating func finding(_ finding: Finding) {
    findingsTable?.add(FindingRow(finding))
    guard findings != nil || printFindings != nil else { return }
    FindingsWriter().append(CollectionOfOne(finding), to: &buffer)
    if buffer.count > 1 << 16 { flushFindings() }
  }

  private mutating func flushFindings() {
    if let findings {
      findings.write(buffer)
    } else {
      printFindings?(buffer)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Adds a row to `messages`.
  public mutating func message(_ row: MessageRow) { messages?.add(row) }
  /// Adds a row to `tickets`.
  public mutating func ticket(_ row: TicketRow) { tickets?.add(row) }
  /// Adds a row to `rejects`.
  public mutating func reject(_ row: RejectRow) {
    rejectsTable?.add(row)
    rejectsFile?.add(row)
  }

  /// Adds a conversation to the corpus.
  public mutating func conversation(_ ticket: TicketRow, _ messages: [ConvoKitWriter.Utterance]) {
    corpus?.add(ticket, messages)
  }

  /// Keeps what a history is told of a ticket until the run ends.
  public mutating func remember(_ ticket: TicketRecord) { history?.remember(ticket) }

  /// Writes what only the whole report can tell, and puts all files in their places.
  ///
  /// - Parameter settings: what ``AnalysisRun/Result/settings`` says.
  public mutating func finish(_ report: Report, settings: String) throws {
    if associations != nil {
      for row in AssociationRow.rows(of: report) { associations?.add(row) }
    }
    if ledger != nil {
      for line in report.ledger.lines { ledger?.add(LedgerRow(line)) }
    }
    if templates != nil { for row in report.templates { templates?.add(TemplateRow(row)) } }
    if recurrences != nil { for row in report.recurrences { recurrences?.add(RecurrenceRow(row)) } }
    flushFindings()
    try history?.finish(report, settings: settings)
    try findings?.finish()
    try corpus?.finish()
    let tables = [
      tickets, messages, findingsTable, associations, ledger, templates, recurrences, rejectsTable,
      rejectsFile,
    ]
    for var table in tables.compactMap({ $0 }) {
      table.flush()
      try table.file.finish()
    }
  }
}
