internal import Foundation
internal import GRDB
import Outcomes
import Tickets

/// Counts by week, team and rule, kept so that tools which can't read observations can draw them.
extension HistoryWriter {
  private struct Cell: Hashable, Comparable {
    var monday, ruleSet, team: String
    var rule: RuleID

    static func < (a: Cell, b: Cell) -> Bool {
      (a.monday, a.ruleSet, a.team, a.rule) < (b.monday, b.ruleSet, b.team, b.rule)
    }
  }

  /// Counts some weeks again, from the tickets first resolved in them.
  ///
  /// - Parameter mondays: the weeks. - Complexity: O(tickets of those weeks × rules).
  func recount(weeks mondays: Set<String>, source: String) throws {
    var ruleSets: [String: [RuleID]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT hash, rules FROM rule_set") {
      ruleSets[row[0]] = HistoryReader.rules(row[1])
    }
    for monday in mondays.sorted() {
      try db.execute(sql: "DELETE FROM week WHERE monday = ? AND source = ?", arguments: [monday, source])
      var counts: [Cell: Proportion] = [:]
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT rule_set, team, observation FROM ticket
            WHERE source = ? AND first_resolved_at >= ? AND first_resolved_at < date(?, '+7 days')
              AND observation IS NOT NULL
            """), arguments: [source, monday, monday])
      while let row = try rows.next() {
        let bytes: Data = row[2]
        guard let rules = ruleSets[row[0]], let observation = Observation(packed: Array(bytes)),
          observation.exclusion == nil
        else { continue }
        for (place, rule) in rules.enumerated() where place < RuleBits.capacity {
          let state = observation.state(of: place)
          if state == .notApplicable { continue }
          let cell = Cell(monday: monday, ruleSet: row[0], team: row[1], rule: rule)
          counts[cell, default: Proportion(events: 0, total: 0)].total += 1
          if state == .found { counts[cell]?.events += 1 }
        }
      }
      let insert = try db.cachedStatement(
        sql: """
          INSERT INTO week (monday, source, rule_set, team, rule, looked, found) VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
      for (cell, count) in counts.sorted(by: { $0.key < $1.key }) {
        try insert.execute(
          arguments: [
            cell.monday, source, cell.ruleSet, cell.team, cell.rule.description, count.total, count.events,
          ])
      }
    }
  }
}
