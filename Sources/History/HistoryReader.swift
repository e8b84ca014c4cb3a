internal import GRDB
public import Tickets

/// Reads a history within one transaction.
public struct HistoryReader {
  let db: Database

  /// How much is remembered.
  public struct Counts: Sendable, Equatable {
    /// Runs.
    public var runs: Int
    /// Tickets.
    public var tickets: Int
    /// Findings in them.
    public var findings: Int
  }

  /// How many tickets, findings and runs are remembered.
  public func counts() throws -> Counts {
    Counts(
      runs: try Int.fetchOne(db, sql: "SELECT count(*) FROM run") ?? 0,
      tickets: try Int.fetchOne(db, sql: "SELECT count(*) FROM ticket") ?? 0,
      findings: try Int.fetchOne(db, sql: "SELECT sum(count) FROM finding") ?? 0)
  }

  /// The systems that tickets come from, by name.
  public func sources() throws -> [String] {
    try String.fetchAll(db, sql: "SELECT DISTINCT source FROM ticket ORDER BY source")
  }

  /// The tickets of a source, to tell what is new. - Complexity: O(tickets).
  public func knownTickets(source: String, settings: String) throws -> KnownTickets {
    var known = KnownTickets()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, content_hash, latest_event_at, settings FROM ticket WHERE source = ?",
      arguments: [source])
    while let row = try rows.next() {
      let id: String = row[0]
      known.insert(id.utf8, Self.version(row, settings: settings))
    }
    return known
  }

  /// A row of id, content hash, latest event and settings.
  static func version(_ row: Row, settings: String) -> KnownTickets.Version {
    let hash: Int64? = row[1]
    let latest: String? = row[2]
    let own: String = row[3]
    return KnownTickets.Version(
      contentHash: hash.map { UInt64(bitPattern: $0) } ?? 0,
      latestEvent: latest.flatMap(Timestamp.init(iso8601:))?.seconds ?? .min,
      isCurrent: hash != nil && own == settings)
  }

  /// The files of a source that were read, with what is needed to tell whether they have changed.
  public func inputs(source: String) throws -> [String: InputState] {
    var inputs: [String: InputState] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT path, size, modified_ns, settings FROM input WHERE source = ?", arguments: [source])
    while let row = try rows.next() {
      inputs[row[0]] = InputState(size: row[1], modified: row[2], settings: row[3])
    }
    return inputs
  }

  /// The latest event of all tickets of a source; of all sources for `nil`.
  public func latestEvent(source: String?) throws -> Timestamp? {
    try String.fetchOne(
      db,
      sql:
        "SELECT max(latest_event_at) FROM ticket WHERE latest_event_at IS NOT NULL AND source = coalesce(?, source)",
      arguments: [source]
    ).flatMap(Timestamp.init(iso8601:))
  }

  /// The rule set that most recent run used; `nil` for an empty history.
  public func latestRuleSet(source: String? = nil) throws -> (hash: String, rules: [RuleID])? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT rule_set.hash, rule_set.rules FROM run JOIN rule_set ON rule_set.hash = run.rule_set
        WHERE run.source = coalesce(?, run.source) ORDER BY run.id DESC LIMIT 1
        """, arguments: [source])
    return row.map { ($0[0], Self.rules($0[1])) }
  }

  static func rules(_ text: String) -> [RuleID] { text.split(separator: "\n").map { RuleID(String($0)) } }
}

/// A file as it was when it was read.
public struct InputState: Sendable, Equatable {
  /// Its bytes.
  public var size: Int64
  /// When it was last changed, in nanoseconds since 1970.
  public var modified: Int64
  /// A hash of the settings that it was read with.
  public var settings: String

  /// A file of `size` bytes changed at `modified`.
  public init(size: Int64, modified: Int64, settings: String) {
    self.size = size
    self.modified = modified
    self.settings = settings
  }
}

extension Timestamp {
  /// Reads what `iso8601` writes.
  init?(iso8601 text: String) {
    let fields = text.utf8.split(omittingEmptySubsequences: false) { !(0x30...0x39).contains($0) }
      .map { Int(Substring($0)) }
    guard fields.count == 3 || fields.count == 7, let year = fields[0], let month = fields[1],
      let day = fields[2]
    else { return nil }
    if fields.count == 3 {
      self.init(year: year, month: month, day: day, precision: .day)
    } else {
      guard let hour = fields[3], let minute = fields[4], let second = fields[5] else { return nil }
      self.init(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    }
  }
}
