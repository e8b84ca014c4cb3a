public import Outcomes
public import TicketImport
public import Tickets

/// What `inspect` tells: how files are understood, who wrote what, and what is known of reopens. Nothing is judged.
public struct Inspection: Sendable {
  /// Files, tables and columns.
  public var survey: ImportSurvey
  /// What became of every row.
  public var ledger = ImportLedger()
  /// The first rows that can't be used.
  public var rejects: [Reject] = []
  /// How many messages each side wrote.
  public var messages: [Role: Int] = [:]
  /// Tickets with something attached.
  public var withAttachments = 0
  /// How many tickets know of reopens, by what.
  public var sources: [ReopenSource: Int] = [:]
  /// Tickets that were reopened at some time, among those ever resolved.
  public var reopened = Proportion(events: 0, total: 0)
  /// Tickets whose state says that they are open again.
  public var reopenedNow = 0
  /// Tickets of which the sources disagree on whether they were reopened.
  public var disagreements = 0
  /// Whether only a counter tells of reopens, so that nothing can be compared.
  public var isDescriptiveOnly = false

  /// Rejects that are kept.
  public static let rejectLimit = 5

  /// Reads files to their ends.
  ///
  /// - Parameter progress: called now and then with the number of tickets done and in all.
  /// - Throws: `ImportError` for input that can't be used.
  /// - Complexity: O(bytes).
  public init(
    paths: [String], importing: ImportOptions, policy: CutPolicy = CutPolicy(),
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws {
    var importer = try Importer(paths: paths, options: importing)
    survey = importer.survey
    // A fault that forbids reading is shown with what was found before it.
    if survey.faults.contains(where: { $0.kind != .cutShort }) { return }
    let total = survey.tickets
    var done = 0
    var isCounted = false
    var isDated = false
    // Rows are counted and forgotten: an export of any size is inspected in the memory of a small one.
    var table = ObservationTable()
    try importer.read(
      ticketsPerBatch: 256, onReject: { if rejects.count < Self.rejectLimit { rejects.append($0) } }
    ) { batch in
      for ticket in batch.tickets {
        let row = table.row(for: ticket, in: batch, policy: policy).0
        sources[row.source, default: 0] += 1
        if row.sourcesDisagree { disagreements += 1 }
        if ticket.isReopenedNow { reopenedNow += 1 }
        if row.exclusion == .unknownCut { isCounted = true }
        if row.reopenedAt != nil { isDated = true }
        if row.exclusion == nil || row.exclusion == .unknownCut {
          reopened.total += 1
          if row.isReopenedEver { reopened.events += 1 }
        }
        if ticket.attachments > 0 { withAttachments += 1 }
        for message in batch.messages[ticket.messages] { messages[message.role, default: 0] += 1 }
      }
      done += batch.tickets.count
      progress(done, total)
      return true
    }
    ledger = importer.ledger
    isDescriptiveOnly = isCounted && !isDated
  }
}
