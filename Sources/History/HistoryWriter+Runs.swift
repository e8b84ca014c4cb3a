internal import GRDB
public import Outcomes
public import Tickets

extension HistoryWriter {
  /// Writes what a run found over all; a run with the same key keeps its number.
  ///
  /// - Parameters:
  ///   - changes: what became of its tickets.
  ///   - associations: in the order of their ranking.
  /// - Returns: its number.
  @discardableResult public func record(
    _ run: RunRecord, _ changes: TicketChanges, associations: [Outcomes.Association]
  ) throws -> Int64 {
    try db.execute(
      sql: "INSERT OR IGNORE INTO rule_set (hash, rules) VALUES (?, ?)",
      arguments: [run.ruleSet, run.rules.map(\.description).joined(separator: "\n")])
    let known = try Int64.fetchOne(db, sql: "SELECT id FROM run WHERE key = ?", arguments: [run.key])
    if let known, changes.written == 0 { return known }
    try db.execute(
      sql: """
        INSERT INTO run (key, rule_set, as_of, source, version, settings, recorded_at, window_days, reopened, compared,
          reopen_lower, reopen_upper, tickets_new, tickets_changed, tickets_unchanged, folder)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET as_of = excluded.as_of, version = excluded.version,
          recorded_at = excluded.recorded_at, window_days = excluded.window_days, reopened = excluded.reopened,
          compared = excluded.compared, reopen_lower = excluded.reopen_lower, reopen_upper = excluded.reopen_upper,
          tickets_new = excluded.tickets_new, tickets_changed = excluded.tickets_changed,
          tickets_unchanged = excluded.tickets_unchanged, folder = excluded.folder
        """,
      arguments: [
        run.key, run.ruleSet, run.asOf?.iso8601, run.source, run.version, run.settings,
        run.recordedAt?.iso8601, run.windowDays, run.reopened?.events, run.reopened?.total,
        run.reopenInterval?.lower, run.reopenInterval?.upper, changes.new, changes.changed, changes.unchanged,
        run.folder,
      ])
    guard let number = try Int64.fetchOne(db, sql: "SELECT id FROM run WHERE key = ?", arguments: [run.key])
    else { return db.lastInsertedRowID }
    try db.execute(sql: "DELETE FROM association WHERE run_id = ?", arguments: [number])
    for (rank, association) in associations.enumerated() {
      let difference = association.adjusted.riskDifferencePer100
      try db.execute(
        sql: """
          INSERT INTO association (run_id, rank, rule, verdict, exposed_reopened, exposed, unexposed_reopened,
            unexposed, difference_per_100, difference_lower, difference_upper, q)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          number, rank + 1, association.rule.id.description, association.verdict.rawValue,
          association.exposed.events, association.exposed.total, association.unexposed.events,
          association.unexposed.total, difference?.value, difference?.lower, difference?.upper, association.q,
        ])
    }
    return number
  }

  /// Notes that files were read as they are: the next run leaves them alone until they change.
  public func mark(inputs: [String: InputState], source: String, run: Int64?) throws {
    for (path, state) in inputs.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        sql: """
          INSERT INTO input (source, path, size, modified_ns, settings, run_id) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (source, path) DO UPDATE SET size = excluded.size, modified_ns = excluded.modified_ns,
            settings = excluded.settings, run_id = excluded.run_id
          """, arguments: [source, path, state.size, state.modified, state.settings, run])
    }
  }

  /// Forgets what is older than a moment: tickets first resolved (or, never resolved, opened) before it, and runs whose
  /// latest event lies before it.
  ///
  /// - Returns: how many tickets went.
  @discardableResult public func prune(before moment: Timestamp, source: String) throws -> Int {
    let limit = Timestamp(seconds: moment.seconds).iso8601
    try db.execute(
      sql:
        "DELETE FROM ticket WHERE source = ? AND coalesce(first_resolved_at, opened_at, latest_event_at) < ?",
      arguments: [source, limit])
    let count = db.changesCount
    // The week that holds the limit keeps what is left of it.
    try db.execute(
      sql: "DELETE FROM week WHERE source = ? AND date(monday, '+6 days') < date(?)",
      arguments: [source, limit])
    if count > 0 { try recount(weeks: [Week.start(Week.number(moment.seconds)).iso8601], source: source) }
    try db.execute(sql: "DELETE FROM run WHERE source = ? AND as_of < ?", arguments: [source, limit])
    return count
  }

  /// Forgets a ticket, now and whenever an export shows it again.
  ///
  /// - Parameter source: `nil` for all.
  /// - Returns: how many tickets went.
  @discardableResult public func forget(ticket id: String, source: String? = nil) throws -> Int {
    try forget("ticket", key?.number(of: id.utf8), source, where: "id = ?", id.databaseValue)
  }

  /// Forgets a person: the tickets they asked for, and that they worked on others. An export that shows them again
  /// doesn't bring them back.
  ///
  /// - Parameters:
  ///   - name: as the export names them.
  ///   - source: `nil` for all.
  /// - Returns: how many tickets went, and of how many others the assignee did.
  @discardableResult public func forget(person name: String, source: String? = nil) throws -> (
    tickets: Int, assignments: Int
  ) {
    guard let key else { return (0, 0) }
    let number = key.number(of: PersonName.hash(name.utf8))
    let value = Int64(bitPattern: number).databaseValue
    let tickets = try forget("person", number, source, where: "requester = ?", value)
    try db.execute(
      sql: "UPDATE ticket SET assignee = NULL WHERE assignee = ? AND source = coalesce(?, source)",
      arguments: [value, source])
    return (tickets, db.changesCount)
  }

  private func forget(
    _ kind: String, _ number: UInt64?, _ source: String?, where condition: String, _ value: DatabaseValue
  ) throws -> Int {
    var sources = try reader.sources()
    if let source { sources = [source] }
    var count = 0
    for source in sources {
      if let number {
        try db.execute(
          sql: "INSERT OR IGNORE INTO forgotten (source, kind, number) VALUES (?, ?, ?)",
          arguments: [source, kind, Int64(bitPattern: number)])
      }
      let resolved = try String.fetchAll(
        db,
        sql:
          "SELECT first_resolved_at FROM ticket WHERE source = ? AND \(condition) AND first_resolved_at IS NOT NULL",
        arguments: [source, value])
      try db.execute(sql: "DELETE FROM ticket WHERE source = ? AND \(condition)", arguments: [source, value])
      count += db.changesCount
      let mondays = resolved.compactMap(Timestamp.init(iso8601:)).map {
        Week.start(Week.number($0.seconds)).iso8601
      }
      try recount(weeks: Set(mondays), source: source)
    }
    return count
  }
}
