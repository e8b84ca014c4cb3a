import History
import Rules
import Tickets

/// What a history remembers, as far as the rules of its latest run made it.
struct RememberedDesk {
  let ruleSetHash: String
  /// In the order of their bits. A rule that this version does not know any more has its name for a title.
  let summaries: [RuleSummary]
  let tickets: RememberedTickets

  /// - Throws: ``MissingHistory`` if no run has been remembered.
  init(_ history: HistoryStore, source: String?, team: String? = nil, since: Timestamp? = nil) throws {
    let (hash, rules, tickets) = try history.read { reader in
      guard let (hash, rules) = try reader.latestRuleSet(source: source) else {
        throw MissingHistory(path: source ?? "history", reason: "nothing is remembered yet")
      }
      return (hash, rules, try reader.tickets(ruleSet: hash, source: source, team: team, since: since))
    }
    ruleSetHash = hash
    summaries = try Self.summaries(of: rules)
    self.tickets = tickets
  }

  static func summaries(of rules: [RuleID]) throws -> [RuleSummary] {
    let known = try RuleSet(PackIndex.builtIn(), strictness: .strict).summaries
    let titles = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return rules.map {
      titles[$0]
        ?? RuleSummary(
          id: $0, title: $0.description, rationale: "", practice: "", kind: .gap, anchor: .anyReply)
    }
  }
}
