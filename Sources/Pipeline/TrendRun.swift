public import History
public import Outcomes
public import Reporting
public import Tickets

/// `trend`: what a history remembers, over time.
public struct TrendRun {
  private let history: HistoryStore
  private let policy: CutPolicy

  /// Which tickets to follow.
  public struct Question: Sendable {
    /// The system they come from; `nil` for all.
    public var source: String?
    /// The team; `nil` for all.
    public var group: String?
    /// Resolved then or later; `nil` for all.
    public var since: Timestamp?
    /// The rules; empty for all that found something.
    public var rules: [RuleID]

    /// All tickets, or those of a source, a team, a time.
    public init(source: String? = nil, group: String? = nil, since: Timestamp? = nil, rules: [RuleID] = []) {
      self.source = source
      self.group = group
      self.since = since
      self.rules = rules
    }
  }

  /// Follows what `history` remembers; `policy` says what counts as a reopen.
  public init(_ history: HistoryStore, policy: CutPolicy) {
    self.history = history
    self.policy = policy
  }

  /// The reopen rate and the rules, week by week; weeks with few tickets are joined.
  ///
  /// - Complexity: O(tickets × rules).
  public func run(_ question: Question) throws -> TrendReport {
    let desk = try RememberedDesk(
      history, source: question.source, team: question.group, since: question.since)
    let table = desk.tickets.table
    let eligibility = Eligibility(of: table, policy: policy)
    var report = TrendReport(ruleSetHash: desk.ruleSetHash)
    report.source = question.source
    report.group = question.group
    report.asOf = eligibility.asOf
    report.windowDays = policy.effectiveDays
    report.otherRules = desk.tickets.otherRules
    if !eligibility.isDescriptiveOnly {
      report.reopened = ReportBuilder.weeks(table, eligibility)
    }
    let trends = Trends(table)
    for (place, summary) in desk.summaries.enumerated() {
      if !question.rules.isEmpty && !question.rules.contains(summary.id) { continue }
      let points = trends.points(of: place).map {
        Report.Point(start: $0.start, found: $0.found, interval: $0.rate)
      }
      guard points.contains(where: { $0.found.events > 0 }) || !question.rules.isEmpty else { continue }
      report.rules.append(TrendReport.Row(rule: summary, points: points))
    }
    return report
  }
}
