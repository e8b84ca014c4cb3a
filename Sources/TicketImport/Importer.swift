internal import Glibc
public import Tickets

/// Reads tickets from exports of any shape: files go in, batches of tickets come out.
///
///     var importer = try Importer(paths: ["tickets.csv", "messages.csv"], options: ImportOptions())
///     print(importer.survey.tickets)
///     try importer.read(ticketsPerBatch: 256) { batch in … ; return true }
///     print(importer.ledger.addsUp)
///
/// Opening it goes through all files once (see ``ImportSurvey``), reading goes through them again: first all that
/// can only be told from the whole, then tickets in the order of their files. A ticket with several rows (an
/// event log, a conversation, a ticket exported twice) comes where its last row stands.
///
/// Memory: a batch, about 40 bytes a ticket id, 16 bytes a row of messages or history in other tables.
public struct Importer: Sendable {
  /// What the first look found.
  public private(set) var survey: ImportSurvey
  /// What became of every row; complete after `read`.
  public private(set) var ledger = ImportLedger()
  private let plan: ImportPlan
  private let options: ImportOptions

  /// Looks at sources for the first time.
  init(_ sources: [any TableSource], options: ImportOptions) throws(ImportError) {
    var surveyor = try Surveyor(sources, options: options)
    try surveyor.run()
    plan = surveyor.plan
    survey = surveyor.survey
    self.options = options
  }

  /// What the beginning of each file shows: formats, columns, dates; for a quick answer where looking at all would
  /// take long. Its `isWhole` is false, and nothing in it is certain: a head may look like UTF-8 and the rest not.
  ///
  /// - Parameter head: bytes of each file that are looked at.
  /// - Throws: as `init(paths:options:)` does.
  public static func glance(
    paths: [String], options: ImportOptions = ImportOptions(), head: Int = 16 << 20
  ) throws(ImportError) -> ImportSurvey {
    var surveyor = try Surveyor(
      try sources(of: try open(paths, options, head: head), options), options: options)
    try surveyor.glance()
    return surveyor.survey
  }

  /// Bytes of the files that paths stand for; `nil` if one of them can be read only once (standard input, a pipe).
  ///
  /// - Throws: an error of kind `unreadable` for a path that is not there.
  public static func size(of paths: [String]) throws(ImportError) -> Int? {
    var size = 0
    for path in try files(of: paths) {
      var status = stat()
      guard path != "-", stat(path, &status) == 0 else { return nil }
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      size += Int(status.st_size)
    }
    return size
  }

  /// Reads all tickets, batch by batch, in the order of the input.
  ///
  /// - Parameters:
  ///   - ticketsPerBatch: how many tickets a batch holds at most; it holds fewer where their text is long.
  ///   - onReject: gets every row that can't be used.
  ///   - body: gets each batch in turn, and may swap it for another to fill next (it is cleared); returns `false`
  ///     to stop early, after which the ledger does not add up.
  /// - Throws: the first fault of the survey that forbids reading, what a file's reader throws, and what the
  ///   closures throw. A file that breaks off does not throw here: it is read up to there, see
  ///   ``ImportSurvey/faults``.
  public mutating func read(
    ticketsPerBatch: Int, onReject: (Reject) throws -> Void = { _ in },
    _ body: (inout TicketBatch) throws -> Bool
  ) throws {
    if let fault = survey.faults.first(where: { $0.kind != .cutShort }) { throw fault }
    var pass = TicketPass(plan, options: options, ticketsPerBatch: max(1, ticketsPerBatch))
    defer { ledger = pass.assembler.ledger }
    try pass.run(onReject: onReject, body)
  }
}
