import Tickets

@testable import TicketImport

/// What an import of files given as text came to, as lines that are easy to compare.
struct ImportedTickets {
  var survey: ImportSurvey
  var ledger: ImportLedger
  /// `id | summary | opened | status | requester | assignee`, then its messages and changes, indented.
  var lines: [String] = []
  var rejects: [Reject] = []
  var batchSizes: [Int] = []

  /// Imports files, each a name and its contents.
  init(
    _ files: [(name: String, text: String)], options: ImportOptions = ImportOptions(),
    ticketsPerBatch: Int = 100
  ) throws {
    var importer = try Importer(
      inputs: files.map { InputFile(bytes: Array($0.text.utf8), name: $0.name) }, options: options)
    survey = importer.survey
    var lines: [String] = []
    var rejects: [Reject] = []
    var sizes: [Int] = []
    try importer.read(ticketsPerBatch: ticketsPerBatch, onReject: { rejects.append($0) }) { batch in
      sizes.append(batch.tickets.count)
      for ticket in batch.tickets { lines += Self.describe(ticket, batch) }
      return true
    }
    self.lines = lines
    self.rejects = rejects
    batchSizes = sizes
    ledger = importer.ledger
  }

  private static func describe(_ ticket: Ticket, _ batch: TicketBatch) -> [String] {
    func text(_ range: ByteRange) -> String { range.isEmpty ? "-" : batch.string(range) }
    var lines = [
      [
        text(ticket.id), text(ticket.summary), ticket.openedAt?.iso8601 ?? "-", "\(ticket.status)",
        text(ticket.requester), text(ticket.assignee),
      ].joined(separator: " | ")
    ]
    for message in batch.messages[ticket.messages] {
      lines.append(
        "  "
          + [
            message.at?.iso8601 ?? "-", message.kind.name, message.role.name, message.visibility.name,
            text(message.author), text(message.text),
          ].joined(separator: " | "))
    }
    for change in batch.statusChanges[ticket.history] {
      lines.append(
        "  "
          + [
            change.at.iso8601, "-> \(change.to)", text(change.name),
            change.reassignments.map(String.init) ?? "-",
            text(change.group), text(change.assignee), text(change.priority),
          ].joined(separator: " | "))
    }
    return lines
  }
}
