import Foundation
import GRDB
import Outcomes
import TestSupport
import Testing
import Tickets

@testable import History

/// Histories of every older shape, made here, open as the newest.
@Suite struct MigrationTests {
  /// The first shape as it was released, written out so that a change to it is seen.
  static let first = """
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('1 runs, tickets, findings, associations');
    CREATE TABLE run (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, rule_set TEXT NOT NULL, as_of TEXT);
    CREATE TABLE ticket (source TEXT NOT NULL, id TEXT NOT NULL, run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
      rule_set TEXT NOT NULL, opened_at TEXT, first_resolved_at TEXT, reopened_at TEXT, priority TEXT NOT NULL,
      category TEXT NOT NULL, team TEXT NOT NULL, listening_level INTEGER, PRIMARY KEY (source, id)) WITHOUT ROWID;
    CREATE TABLE finding (source TEXT NOT NULL, ticket TEXT NOT NULL, rule TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (source, ticket, rule),
      FOREIGN KEY (source, ticket) REFERENCES ticket (source, id) ON DELETE CASCADE) WITHOUT ROWID;
    CREATE TABLE association (run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE, rank INTEGER NOT NULL,
      rule TEXT NOT NULL, verdict TEXT NOT NULL, exposed_reopened INTEGER NOT NULL, exposed INTEGER NOT NULL,
      unexposed_reopened INTEGER NOT NULL, unexposed INTEGER NOT NULL, difference_per_100 REAL, difference_lower REAL,
      difference_upper REAL, q REAL, PRIMARY KEY (run_id, rule)) WITHOUT ROWID;
    CREATE VIEW v_reopen_by_rule AS SELECT finding.rule, count(*) AS tickets,
      sum(ticket.reopened_at IS NOT NULL) AS reopened
      FROM finding JOIN ticket ON ticket.source = finding.source AND ticket.id = finding.ticket
      WHERE ticket.first_resolved_at IS NOT NULL GROUP BY finding.rule;
    INSERT INTO run VALUES (1, 'old', 'r0', '2026-03-05T09:00:00Z');
    INSERT INTO ticket VALUES ('desk', '1', 1, 'r0', '2026-03-04', '2026-03-04T09:00:00Z', NULL, 'P1', 'Mail', 'Network', 3);
    INSERT INTO finding VALUES ('desk', '1', 'jargon.acronym', 2);
    INSERT INTO association VALUES (1, 1, 'jargon.acronym', 'gap', 3, 10, 1, 20, 25.0, 5.0, 45.0, 0.01);
    """

  @Test(arguments: 1..<Migrations.all.migrations.count) func opensAShapeOf(_ version: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "h.sqlite").path
      do {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: Self.first) }
        try Migrations.all.migrate(queue, upTo: Migrations.all.migrations[version - 1])
      }
      let store = try HistoryStore(path: path, key: HistoryStoreTests.key)
      // What was there is there, and is judged again when it is seen again.
      #expect(try store.read { try $0.counts() } == HistoryReader.Counts(runs: 1, tickets: 1, findings: 2))
      let known = try store.read { try $0.knownTickets(source: "desk", settings: "s1") }
      #expect(known.state(of: "1".utf8, contentHash: 1, latestEvent: nil) == .changed)
      #expect(try store.read { try $0.tickets(ruleSet: "r0", source: "desk") }.otherRules == 1)
      try HistoryStoreTests.record(
        HistoryStoreTests.run("a"), [HistoryStoreTests.ticket("1", found: true)], in: store)
      #expect(try store.read { try $0.tickets(ruleSet: "r1") }.table.count == 1)
      #expect(try store.faults().isEmpty)
      #expect(
        try Database.rows("SELECT rule, verdict, with_tickets FROM v_association", path)
          == ["jargon.acronym|gap|10"])
    }
  }

  @Test func theFirstShapeIsAsItWasReleased() throws {
    func columns(_ queue: DatabaseQueue) throws -> [String: [String]] {
      try queue.read { db in
        var columns: [String: [String]] = [:]
        for table in ["run", "ticket", "finding", "association"] {
          columns[table] = try db.columns(in: table).map { "\($0.name) \($0.type) \($0.isNotNull)" }
        }
        return columns
      }
    }
    let made = try DatabaseQueue()
    try Migrations.all.migrate(made, upTo: "1 runs, tickets, findings, associations")
    let released = try DatabaseQueue()
    try released.write { try $0.execute(sql: Self.first) }
    #expect(try columns(made) == columns(released))
  }

  @Test func anOldAndANewHistoryHaveTheSameShape() throws {
    func shape(_ queue: DatabaseQueue) throws -> [String] {
      try queue.read { db in
        try String.fetchAll(db, sql: "SELECT type || ' ' || name FROM sqlite_master ORDER BY 1")
      }
    }
    let new = try DatabaseQueue()
    try Migrations.all.migrate(new)
    let old = try DatabaseQueue()
    try old.write { try $0.execute(sql: Self.first) }
    try Migrations.all.migrate(old)
    #expect(try shape(new) == shape(old))
  }
}
