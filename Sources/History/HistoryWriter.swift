internal import Foundation
internal import GRDB
import Outcomes
import Tickets

/// Writes a history within one transaction.
public struct HistoryWriter {
  let db: Database
  let key: PersonKey?

  /// The same transaction for reading.
  public var reader: HistoryReader { HistoryReader(db: db) }

  /// Writes tickets: what is new or has changed; the rest stays as it is.
  ///
  /// - Parameter run: the run that read them, whose settings they were judged with.
  /// - Returns: what became of them.
  /// - Complexity: O(tickets × log of all tickets + tickets of the weeks they are in).
  public func apply(_ tickets: [TicketRecord], of run: RunRecord) throws -> TicketChanges {
    try db.execute(
      sql: "INSERT OR IGNORE INTO rule_set (hash, rules) VALUES (?, ?)",
      arguments: [run.ruleSet, run.rules.map(\.description).joined(separator: "\n")])
    var changes = TicketChanges()
    var mondays: Set<String> = []
    let known = try db.makeStatement(
      sql:
        "SELECT id, content_hash, latest_event_at, settings, first_resolved_at FROM ticket WHERE source = ? AND id = ?"
    )
    for ticket in tickets {
      if try isForgotten(ticket, run.source) {
        changes.forgotten += 1
        continue
      }
      let row = try Row.fetchOne(known, arguments: [run.source, ticket.id])
      let state = row.map {
        KnownTickets.state(
          HistoryReader.version($0, settings: run.settings), contentHash: ticket.contentHash,
          latestEvent: ticket.latestEvent)
      }
      switch state {
      case nil, .new: changes.new += 1
      case .changed: changes.changed += 1
      case .unchanged:
        changes.unchanged += 1
        continue
      case .older:
        changes.older += 1
        continue
      }
      let before: String? = row?[4]
      for at in [before.flatMap(Timestamp.init(iso8601:)), ticket.firstResolvedAt].compactMap({ $0 }) {
        mondays.insert(Week.start(Week.number(at.seconds)).iso8601)
      }
      try write(ticket, run)
    }
    try recount(weeks: mondays, source: run.source)
    return changes
  }

  private func isForgotten(_ ticket: TicketRecord, _ source: String) throws -> Bool {
    guard let key else { return false }
    var numbers = [("ticket", key.number(of: ticket.id.utf8))]
    if ticket.observation.requester != 0 {
      numbers.append(("person", key.number(of: ticket.observation.requester)))
    }
    for (kind, number) in numbers where try isForgotten(kind, number, source) { return true }
    return false
  }

  private func isForgotten(_ kind: String, _ number: UInt64, _ source: String) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT count(*) FROM forgotten WHERE source = ? AND kind = ? AND number = ?")
    return try Bool.fetchOne(statement, arguments: [source, kind, Int64(bitPattern: number)]) ?? false
  }

  private func write(_ ticket: TicketRecord, _ run: RunRecord) throws {
    let requester = ticket.observation.requester
    var assignee: UInt64?
    if let key, !ticket.assignee.isEmpty {
      let number = key.number(of: PersonName.hash(ticket.assignee.utf8))
      if try !isForgotten("person", number, run.source) { assignee = number }
    }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO ticket (source, id, rule_set, settings, content_hash, latest_event_at, opened_at, first_resolved_at,
          reopened_at, kind, channel, priority, category, team, exclusion, assignee, requester, listening_level,
          judged_messages, judged_sentences, observation, reply_pattern, request_pattern, is_bare, has_staff_text)
        VALUES (:source, :id, :rules, :settings, :hash, :latest, :opened, :resolved, :reopened, :kind, :channel,
          :priority, :category, :team, :exclusion, :assignee, :requester, :level, :messages, :sentences, :observation,
          :reply, :request, :bare, :text)
        ON CONFLICT (source, id) DO UPDATE SET run_id = NULL, rule_set = excluded.rule_set,
          settings = excluded.settings, content_hash = excluded.content_hash,
          latest_event_at = excluded.latest_event_at, opened_at = excluded.opened_at,
          first_resolved_at = excluded.first_resolved_at, reopened_at = excluded.reopened_at, kind = excluded.kind,
          channel = excluded.channel, priority = excluded.priority, category = excluded.category, team = excluded.team,
          exclusion = excluded.exclusion, assignee = excluded.assignee, requester = excluded.requester,
          listening_level = excluded.listening_level, judged_messages = excluded.judged_messages,
          judged_sentences = excluded.judged_sentences, observation = excluded.observation,
          reply_pattern = excluded.reply_pattern, request_pattern = excluded.request_pattern,
          is_bare = excluded.is_bare, has_staff_text = excluded.has_staff_text
        """)
    let level = ticket.observation.listeningLevel
    try statement.execute(
      arguments: [
        "source": run.source, "id": ticket.id, "rules": run.ruleSet, "settings": run.settings,
        "hash": Int64(bitPattern: ticket.contentHash), "latest": Self.text(ticket.latestEvent),
        "opened": Self.text(ticket.openedAt), "resolved": Self.text(ticket.firstResolvedAt),
        "reopened": Self.text(ticket.reopenedAt), "kind": ticket.kind.name, "channel": ticket.channel,
        "priority": ticket.priority, "category": ticket.category, "team": ticket.group,
        "exclusion": ticket.observation.exclusion?.key, "assignee": assignee.map { Int64(bitPattern: $0) },
        "requester": key.flatMap { requester == 0 ? nil : Int64(bitPattern: $0.number(of: requester)) },
        "level": level > 0 ? Int(level) : nil, "messages": ticket.judgedMessages,
        "sentences": ticket.judgedSentences, "observation": Data(ticket.observation.packed),
        "reply": Int64(bitPattern: ticket.pattern.reply),
        "request": Int64(bitPattern: ticket.pattern.request),
        "bare": ticket.pattern.isBare, "text": ticket.pattern.hasStaffText,
      ])
    try db.cachedStatement(sql: "DELETE FROM finding WHERE source = ? AND ticket = ?")
      .execute(arguments: [run.source, ticket.id])
    let insert = try db.cachedStatement(
      sql: "INSERT INTO finding (source, ticket, rule, count, after_cut) VALUES (?, ?, ?, ?, ?)")
    for (rule, count) in ticket.findings.sorted(by: { $0.key < $1.key }) {
      try insert.execute(
        arguments: [run.source, ticket.id, rule.description, count.total, count.afterCut])
    }
  }

  /// Times to the second, so that text sorts as time does.
  private static func text(_ time: Timestamp?) -> String? {
    time.map { Timestamp(seconds: $0.seconds).iso8601 }
  }
}
