internal import GRDB
public import Outcomes
public import Tickets

/// A run as it is found in a history.
public struct RememberedRun: Sendable {
  /// One rule as the run saw it.
  public struct Rule: Sendable, Equatable {
    /// The rule.
    public var rule: RuleID
    /// Tickets with it, among the compared ones with an occasion.
    public var found: Proportion
    /// The verdict.
    public var verdict: Verdict
  }

  /// Its number.
  public var number: Int64
  /// What makes it the same run.
  public var key: String
  /// Hash of its rule set.
  public var ruleSet: String
  /// The latest event it knew of.
  public var asOf: Timestamp?
  /// Reopened of the tickets compared.
  public var reopened: Proportion?
  /// The folder of its outputs.
  public var folder: String?
  /// The rules that were measured, in the order of their ranking.
  public var rules: [Rule]
}

extension HistoryReader {
  /// The latest run of a source; `nil` if there was none.
  public func latestRun(source: String) throws -> RememberedRun? {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT id, key, rule_set, as_of, reopened, compared, folder FROM run
          WHERE source = ? AND folder IS NOT NULL ORDER BY id DESC LIMIT 1
          """, arguments: [source])
    else { return nil }
    let number: Int64 = row[0]
    let asOf: String? = row[3]
    let compared: Int? = row[5]
    let rules = try Row.fetchAll(
      db,
      sql:
        "SELECT rule, exposed, exposed + unexposed, verdict FROM association WHERE run_id = ? ORDER BY rank",
      arguments: [number]
    ).compactMap { row -> RememberedRun.Rule? in
      guard let verdict = Verdict(rawValue: row[3]) else { return nil }
      return RememberedRun.Rule(
        rule: RuleID(row[0]), found: Proportion(events: row[1], total: row[2]), verdict: verdict)
    }
    return RememberedRun(
      number: number, key: row[1], ruleSet: row[2], asOf: asOf.flatMap(Timestamp.init(iso8601:)),
      reopened: compared.map { Proportion(events: row[4] ?? 0, total: $0) }, folder: row[6], rules: rules)
  }

  /// Whether a run left its outputs in a folder of that name.
  public func hasRun(folder: String) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT count(*) FROM run WHERE folder = ?", arguments: [folder]) ?? false
  }
}
