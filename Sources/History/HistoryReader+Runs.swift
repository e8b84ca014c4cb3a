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
    try Int64.fetchOne(
      db, sql: "SELECT max(id) FROM run WHERE source = ? AND folder IS NOT NULL", arguments: [source]
    ).flatMap { try run($0) }
  }

  /// The runs that stand for their weeks: of each week (Monday to Sunday, by the latest event they knew of) the
  /// first one with a rule set.
  ///
  /// Runs of one week see much the same tickets, so a verdict seen in all of them was seen once.
  ///
  /// - Parameter count: at most so many.
  /// - Returns: the latest first.
  /// - Complexity: O(runs).
  public func weeklyRuns(source: String, ruleSet: String, count: Int) throws -> [RememberedRun] {
    let runs = try Row.fetchAll(
      db,
      sql: """
        SELECT id, as_of FROM run
        WHERE source = ? AND rule_set = ? AND folder IS NOT NULL AND as_of IS NOT NULL ORDER BY id
        """, arguments: [source, ruleSet])
    var first: [Int64: Int64] = [:]
    for row in runs {
      guard let asOf = Timestamp(iso8601: row[1]) else { continue }
      let week = Week.number(asOf.seconds)
      if first[week] == nil { first[week] = row[0] }
    }
    return try first.sorted { $0.key > $1.key }.prefix(max(0, count)).compactMap { try run($0.value) }
  }

  /// A run by its number.
  private func run(_ number: Int64) throws -> RememberedRun? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT key, rule_set, as_of, reopened, compared, folder FROM run WHERE id = ?",
        arguments: [number])
    else { return nil }
    let asOf: String? = row[2]
    let compared: Int? = row[4]
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
      number: number, key: row[0], ruleSet: row[1], asOf: asOf.flatMap(Timestamp.init(iso8601:)),
      reopened: compared.map { Proportion(events: row[3] ?? 0, total: $0) }, folder: row[5], rules: rules)
  }

  /// Whether a run left its outputs in a folder of that name.
  public func hasRun(folder: String) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT count(*) FROM run WHERE folder = ?", arguments: [folder]) ?? false
  }
}
