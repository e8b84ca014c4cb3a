internal import GRDB

/// The shapes the history has had, oldest first. A step that was released is never changed, only followed.
enum Migrations {
  static var all: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs, tickets, findings, associations") { db in
      try db.execute(
        sql: """
          CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            rule_set TEXT NOT NULL,
            as_of TEXT
          );
          CREATE TABLE ticket (
            source TEXT NOT NULL,
            id TEXT NOT NULL,
            run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
            rule_set TEXT NOT NULL,
            opened_at TEXT,
            first_resolved_at TEXT,
            reopened_at TEXT,
            priority TEXT NOT NULL,
            category TEXT NOT NULL,
            team TEXT NOT NULL,
            listening_level INTEGER,
            PRIMARY KEY (source, id)
          ) WITHOUT ROWID;
          CREATE TABLE finding (
            source TEXT NOT NULL,
            ticket TEXT NOT NULL,
            rule TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (source, ticket, rule),
            FOREIGN KEY (source, ticket) REFERENCES ticket (source, id) ON DELETE CASCADE
          ) WITHOUT ROWID;
          CREATE TABLE association (
            run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            rank INTEGER NOT NULL,
            rule TEXT NOT NULL,
            verdict TEXT NOT NULL,
            exposed_reopened INTEGER NOT NULL,
            exposed INTEGER NOT NULL,
            unexposed_reopened INTEGER NOT NULL,
            unexposed INTEGER NOT NULL,
            difference_per_100 REAL,
            difference_lower REAL,
            difference_upper REAL,
            q REAL,
            PRIMARY KEY (run_id, rule)
          ) WITHOUT ROWID;
          CREATE VIEW v_reopen_by_rule AS
            SELECT finding.rule, count(*) AS tickets,
              sum(ticket.reopened_at IS NOT NULL) AS reopened
            FROM finding JOIN ticket ON ticket.source = finding.source AND ticket.id = finding.ticket
            WHERE ticket.first_resolved_at IS NOT NULL
            GROUP BY finding.rule;
          """)
    }
    migrator.registerMigration("2 observations, content hashes, weeks") { db in
      try db.execute(sql: observations)
    }
    migrator.registerMigration("3 inputs, forgotten, what a run was") { db in
      try db.execute(sql: inputs)
    }
    migrator.registerMigration("4 views") { db in try db.execute(sql: HistoryViews.sql) }
    return migrator
  }

  /// A ticket without a content hash was written by version 1 and is judged again when it is seen again.
  private static let observations = """
    ALTER TABLE ticket ADD COLUMN settings TEXT NOT NULL DEFAULT '';
    ALTER TABLE ticket ADD COLUMN content_hash INTEGER;
    ALTER TABLE ticket ADD COLUMN latest_event_at TEXT;
    ALTER TABLE ticket ADD COLUMN kind TEXT NOT NULL DEFAULT '';
    ALTER TABLE ticket ADD COLUMN channel TEXT NOT NULL DEFAULT '';
    ALTER TABLE ticket ADD COLUMN exclusion TEXT;
    ALTER TABLE ticket ADD COLUMN assignee INTEGER;
    ALTER TABLE ticket ADD COLUMN requester INTEGER;
    ALTER TABLE ticket ADD COLUMN judged_messages INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE ticket ADD COLUMN judged_sentences INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE ticket ADD COLUMN observation BLOB;
    ALTER TABLE ticket ADD COLUMN reply_pattern INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE ticket ADD COLUMN request_pattern INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE ticket ADD COLUMN is_bare INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE ticket ADD COLUMN has_staff_text INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX ticket_resolved ON ticket (first_resolved_at);
    ALTER TABLE finding ADD COLUMN after_cut INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE rule_set (
      hash TEXT NOT NULL PRIMARY KEY,
      rules TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE week (
      monday TEXT NOT NULL,
      source TEXT NOT NULL,
      rule_set TEXT NOT NULL,
      team TEXT NOT NULL,
      rule TEXT NOT NULL,
      looked INTEGER NOT NULL,
      found INTEGER NOT NULL,
      PRIMARY KEY (monday, source, rule_set, team, rule)
    ) WITHOUT ROWID;
    """

  private static let inputs = """
    ALTER TABLE run ADD COLUMN source TEXT NOT NULL DEFAULT '';
    ALTER TABLE run ADD COLUMN version TEXT NOT NULL DEFAULT '';
    ALTER TABLE run ADD COLUMN settings TEXT NOT NULL DEFAULT '';
    ALTER TABLE run ADD COLUMN recorded_at TEXT;
    ALTER TABLE run ADD COLUMN window_days INTEGER;
    ALTER TABLE run ADD COLUMN reopened INTEGER;
    ALTER TABLE run ADD COLUMN compared INTEGER;
    ALTER TABLE run ADD COLUMN reopen_lower REAL;
    ALTER TABLE run ADD COLUMN reopen_upper REAL;
    ALTER TABLE run ADD COLUMN tickets_new INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE run ADD COLUMN tickets_changed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE run ADD COLUMN tickets_unchanged INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE run ADD COLUMN folder TEXT;
    CREATE TABLE input (
      source TEXT NOT NULL,
      path TEXT NOT NULL,
      size INTEGER NOT NULL,
      modified_ns INTEGER NOT NULL,
      settings TEXT NOT NULL,
      run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
      PRIMARY KEY (source, path)
    ) WITHOUT ROWID;
    CREATE TABLE forgotten (
      source TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('ticket', 'person')),
      number INTEGER NOT NULL,
      PRIMARY KEY (source, kind, number)
    ) WITHOUT ROWID;
    CREATE TABLE property (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;
    """

  /// Takes the steps that a history has not had.
  ///
  /// Which those are is read before the first is taken, so two runs that open a new history at the same moment may both
  /// take the same one: the second fails, looks again, and goes on from where the first has got to.
  static func bringUpToDate(_ queue: DatabaseQueue) throws {
    let migrator = all
    while true {
      let before = try queue.read { try migrator.appliedIdentifiers($0).count }
      do {
        return try migrator.migrate(queue)
      } catch {
        guard try queue.read({ try migrator.appliedIdentifiers($0).count }) > before else { throw error }
      }
    }
  }
}
