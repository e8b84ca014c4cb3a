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
  /// Which tickets could be compared.
  public var eligibility: Eligibility

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
    var table = ObservationTable()
    eligibility = Eligibility(of: table, policy: policy)
    // A fault that forbids reading is shown with what was found before it.
    if survey.faults.contains(where: { $0.kind != .cutShort }) { return }
    let total = survey.tickets
    try importer.read(
      ticketsPerBatch: 256, onReject: { if rejects.count < Self.rejectLimit { rejects.append($0) } }
    ) { batch in
      for ticket in batch.tickets {
        let row = table.row(for: ticket, in: batch, policy: policy).0
        sources[row.source, default: 0] += 1
        table.rows.append(row)
        if ticket.attachments > 0 { withAttachments += 1 }
        for message in batch.messages[ticket.messages] { messages[message.role, default: 0] += 1 }
      }
      progress(table.rows.count, total)
      return true
    }
    ledger = importer.ledger
    eligibility = Eligibility(of: table, policy: policy)
  }
}
