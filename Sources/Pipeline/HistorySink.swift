import History
import Outcomes
import Reporting
import Tickets

/// Gathers what a run has to tell a history while it goes on.
struct HistorySink {
  /// Where to, and as what.
  struct Target {
    var path: String
    var source: String
    var keyFile: String?
  }

  private let store: HistoryStore
  private let source: String
  private(set) var records: [TicketRecord] = []

  init(_ target: Target) throws {
    store = try KeyFile.openHistory(target.path, keyFile: target.keyFile)
    source = target.source
  }

  mutating func remember(_ ticket: TicketRecord) { records.append(ticket) }

  /// Writes the run in one transaction.
  ///
  /// - Parameter settings: a hash of what decides the rows of tickets.
  func finish(_ report: Report, settings: String) throws {
    var run = RunRecord(
      key: Self.key(records, settings: settings), source: source, ruleSet: report.ruleSetHash,
      rules: report.rules.map(\.rule.id), settings: settings)
    run.describe(report)
    try store.write { history in
      let changes = try history.apply(records, of: run)
      try history.record(run, changes, associations: report.associations)
    }
  }

  /// The same tickets judged in the same way make the same run, in whatever order they came.
  static func key(_ records: [TicketRecord], settings: String) -> String {
    var hash = ContentHash()
    hash.add(settings)
    for (id, content) in records.map({ ($0.id, $0.contentHash) }).sorted(by: { $0 < $1 }) {
      hash.add(id)
      hash.add(Int64(bitPattern: content))
    }
    return hash.hexadecimal
  }
}

extension RunRecord {
  /// What a run's report says of all its tickets.
  mutating func describe(_ report: Report) {
    version = report.version
    asOf = report.asOf
    windowDays = report.windowDays
    reopened = report.reopened
    reopenInterval = report.reopenInterval
  }
}
