import History
import Outcomes
import Reporting
import Tickets

/// Gathers a run's tickets and findings for the history while it goes on.
struct HistorySink {
  private let store: HistoryStore
  private let source: String
  private var records: [String: TicketRecord] = [:]
  private var findings: [String: [RuleID: Int]] = [:]

  init(path: String, source: String) throws {
    store = try HistoryStore(path: path)
    self.source = source
  }

  mutating func finding(_ finding: Finding) {
    findings[finding.ticket, default: [:]][finding.rule, default: 0] += 1
  }

  mutating func ticket(_ row: TicketRow) {
    var record = TicketRecord(source: source, id: row.ticket)
    record.openedAt = row.openedAt
    record.firstResolvedAt = row.firstResolvedAt
    record.reopenedAt = row.reopenedAt
    record.priority = row.priority
    record.category = row.category
    record.group = row.group
    record.listeningLevel = row.listeningLevel
    records[row.ticket] = record
  }

  /// Writes the run: one transaction, in the order of the tickets' ids.
  mutating func finish(_ report: Report) throws {
    let tickets = records.keys.sorted().compactMap { id -> TicketRecord? in
      var record = records[id]
      record?.findings = findings[id] ?? [:]
      return record
    }
    let key =
      ([report.ruleSetHash, report.asOf?.iso8601 ?? ""] + report.inputs.map { "\($0.name):\($0.records)" })
      .joined(separator: "|")
    try store.record(
      run: key, ruleSetHash: report.ruleSetHash, asOf: report.asOf, tickets: tickets,
      associations: report.associations)
  }
}
