internal import Foundation
internal import GRDB
public import Outcomes
public import Tickets

/// The observations of some weeks as one table, and what else of their tickets a report counts.
public struct RememberedTickets: Sendable {
  /// In order of sources and ids.
  public var table = ObservationTable()
  /// What replies and requests look like, a row of the table each.
  public var patterns: [TicketRecord.Pattern] = []
  /// When each was opened, likewise.
  public var openedAt: [Timestamp?] = []
  /// Who asked, as a number, likewise; 0 if not known.
  public var requesters: [UInt64] = []
  /// Tickets whose observations were made by other rules, or not kept, and are not in the table.
  public var otherRules = 0
  /// Findings of each rule in these tickets.
  public var findings: [RuleID: Int] = [:]
  /// Tickets with a finding of each rule.
  public var tickets: [RuleID: Int] = [:]
  /// Staff messages judged.
  public var judgedMessages = 0
  /// Sentences in them.
  public var judgedSentences = 0
  /// First and last opening.
  public var period: ClosedRange<Timestamp>?

  /// No ticket.
  public init() {}
}

extension HistoryReader {
  /// The tickets first resolved, or still open and opened, at `since` or later.
  ///
  /// - Parameters:
  ///   - ruleSet: whose observations; bits of another rule set mean other rules.
  ///   - source: `nil` for all.
  ///   - team: `nil` for all.
  ///   - since: `nil` for all times.
  /// - Complexity: O(tickets log tickets).
  public func tickets(
    ruleSet: String, source: String? = nil, team: String? = nil, since: Timestamp? = nil
  ) throws -> RememberedTickets {
    var all = RememberedTickets()
    let arguments: StatementArguments = [
      "source": source, "team": team, "since": since?.iso8601 ?? "", "rules": ruleSet,
    ]
    let chosen = """
      source = coalesce(:source, source) AND team = coalesce(:team, team)
      AND coalesce(first_resolved_at, opened_at, '') >= :since
      """
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT rule_set = :rules AND observation IS NOT NULL, observation, priority, category, team, assignee, requester,
          opened_at, judged_messages, judged_sentences, reply_pattern, request_pattern, is_bare, has_staff_text
        FROM ticket WHERE \(chosen) ORDER BY source, id
        """, arguments: arguments)
    while let row = try rows.next() {
      guard row[0], let bytes: Data = row[1], var observation = Observation(packed: Array(bytes)) else {
        all.otherRules += 1
        continue
      }
      let assignee: Int64? = row[5]
      observation.priority = all.table.priorities.code(row[2])
      observation.category = all.table.categories.code(row[3])
      observation.group = all.table.groups.code(row[4])
      observation.assignee = all.table.assignees.code(
        assignee.map { String(UInt64(bitPattern: $0), radix: 16) } ?? "")
      observation.requester = UInt64(bitPattern: row[6] ?? 0)
      all.table.append(observation)
      var pattern = TicketRecord.Pattern()
      pattern.reply = UInt64(bitPattern: row[10])
      pattern.request = UInt64(bitPattern: row[11])
      pattern.isBare = row[12]
      pattern.hasStaffText = row[13]
      all.patterns.append(pattern)
      let opened: String? = row[7]
      all.openedAt.append(opened.flatMap(Timestamp.init(iso8601:)))
      all.requesters.append(observation.requester)
      all.judgedMessages += row[8]
      all.judgedSentences += row[9]
      if let at = all.openedAt.last ?? nil {
        all.period = all.period.map { min($0.lowerBound, at)...max($0.upperBound, at) } ?? at...at
      }
    }
    all.table.note(event: try latestEvent(source: source))
    let counts = try Row.fetchCursor(
      db,
      sql: """
        SELECT rule, sum(count), count(*) FROM finding
        WHERE (source, ticket) IN (SELECT source, id FROM ticket
          WHERE \(chosen) AND rule_set = :rules AND observation IS NOT NULL)
        GROUP BY rule
        """, arguments: arguments)
    while let row = try counts.next() {
      let rule = RuleID(row[0])
      all.findings[rule] = row[1]
      all.tickets[rule] = row[2]
    }
    return all
  }
}
