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
    return migrator
  }
}
