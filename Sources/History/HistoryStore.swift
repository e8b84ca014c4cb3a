internal import Foundation
internal import GRDB
public import Outcomes
public import Tickets

/// Why the history could not be read or written.
public struct HistoryError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The database as the user named it.
  public var path: String
  /// What SQLite said.
  public var message: String

  /// `path: message`.
  public var description: String { "\(path): \(message)" }
}

/// One ticket as the history keeps it: no text, no names.
public struct TicketRecord: Sendable {
  /// The file or system it comes from: with `id` the ticket's key.
  public var source: String
  /// The ticket's id.
  public var id: String
  /// When it was opened.
  public var openedAt: Timestamp?
  /// Its first resolution.
  public var firstResolvedAt: Timestamp?
  /// When it was first reopened.
  public var reopenedAt: Timestamp?
  /// Priority at the first resolution.
  public var priority: String
  /// Category at the first resolution.
  public var category: String
  /// Team at the first resolution.
  public var group: String
  /// The least level of listening of its replies, 1…5.
  public var listeningLevel: Int?
  /// How often each rule found something.
  public var findings: [RuleID: Int]

  /// A ticket without findings.
  public init(source: String, id: String) {
    self.source = source
    self.id = id
    priority = ""
    category = ""
    group = ""
    findings = [:]
  }
}

/// What is remembered from run to run, in one SQLite file that other tools may read.
///
/// Writing is idempotent: the same run over the same tickets changes nothing. A ticket seen again replaces its
/// rows. Everything of a run is written in one transaction, or nothing.
public final class HistoryStore: Sendable {
  private let queue: DatabaseQueue
  private let path: String

  /// Opens a history, making it if it is not there, and brings it to the newest shape.
  public init(path: String) throws(HistoryError) {
    self.path = path
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.foreignKeysEnabled = true
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Migrations.all.migrate(queue)
    } catch {
      throw HistoryError(path: path, message: "\(error)")
    }
  }

  /// Writes a run with its tickets and associations; a run with the same key replaces the earlier one.
  ///
  /// - Parameters:
  ///   - key: what makes the run the same run: a hash of its inputs, options and rule set.
  ///   - ruleSetHash: the hash of the rule set.
  ///   - asOf: the latest event of the inputs.
  ///   - tickets: in any order.
  ///   - associations: in the order of their ranking.
  /// - Complexity: O(tickets + findings).
  public func record(
    run key: String, ruleSetHash: String, asOf: Timestamp?, tickets: [TicketRecord],
    associations: [Outcomes.Association]
  ) throws(HistoryError) {
    do {
      try queue.write { db in
        try db.execute(sql: "DELETE FROM run WHERE key = ?", arguments: [key])
        try db.execute(
          sql: "INSERT INTO run (key, rule_set, as_of) VALUES (?, ?, ?)",
          arguments: [key, ruleSetHash, asOf?.iso8601])
        let run = db.lastInsertedRowID
        for ticket in tickets { try Self.write(ticket, run, ruleSetHash, db) }
        for (rank, association) in associations.enumerated() {
          let difference = association.adjusted.riskDifferencePer100
          try db.execute(
            sql: """
              INSERT INTO association (run_id, rank, rule, verdict, exposed_reopened, exposed, unexposed_reopened,
                unexposed, difference_per_100, difference_lower, difference_upper, q)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """,
            arguments: [
              run, rank + 1, association.rule.id.description, association.verdict.rawValue,
              association.exposed.events, association.exposed.total, association.unexposed.events,
              association.unexposed.total, difference?.value, difference?.lower, difference?.upper,
              association.q,
            ])
        }
      }
    } catch {
      throw HistoryError(path: path, message: "\(error)")
    }
  }

  private static func write(_ ticket: TicketRecord, _ run: Int64, _ rules: String, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO ticket (source, id, run_id, rule_set, opened_at, first_resolved_at, reopened_at, priority,
          category, team, listening_level)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (source, id) DO UPDATE SET run_id = excluded.run_id, rule_set = excluded.rule_set,
          opened_at = excluded.opened_at, first_resolved_at = excluded.first_resolved_at,
          reopened_at = excluded.reopened_at, priority = excluded.priority, category = excluded.category,
          team = excluded.team, listening_level = excluded.listening_level
        """,
      arguments: [
        ticket.source, ticket.id, run, rules, ticket.openedAt?.iso8601, ticket.firstResolvedAt?.iso8601,
        ticket.reopenedAt?.iso8601, ticket.priority, ticket.category, ticket.group, ticket.listeningLevel,
      ])
    try db.execute(
      sql: "DELETE FROM finding WHERE source = ? AND ticket = ?", arguments: [ticket.source, ticket.id])
    for (rule, count) in ticket.findings.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        sql: "INSERT INTO finding (source, ticket, rule, count) VALUES (?, ?, ?, ?)",
        arguments: [ticket.source, ticket.id, rule.description, count])
    }
  }

  /// How many tickets, findings and runs are remembered.
  public func counts() throws(HistoryError) -> (runs: Int, tickets: Int, findings: Int) {
    do {
      return try queue.read { db in
        (
          runs: try Int.fetchOne(db, sql: "SELECT count(*) FROM run") ?? 0,
          tickets: try Int.fetchOne(db, sql: "SELECT count(*) FROM ticket") ?? 0,
          findings: try Int.fetchOne(db, sql: "SELECT sum(count) FROM finding") ?? 0
        )
      }
    } catch {
      throw HistoryError(path: path, message: "\(error)")
    }
  }
}
