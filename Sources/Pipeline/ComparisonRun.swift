public import History
import Outcomes
public import Reporting
import Rules
public import Tickets

/// `compare`: one export read once, and what changed with a date.
///
/// Both sides are judged by the same rules in the same run, so the rule set can't differ between them.
public struct ComparisonRun {
  /// What is asked for.
  public struct Question: Sendable {
    /// The date of the training.
    public var date: Timestamp
    /// The team that had it; `nil` for all.
    public var group: String?
    /// A team that had not.
    public var control: String?

    /// What changed with `date`.
    public init(date: Timestamp, group: String? = nil, control: String? = nil) {
      self.date = date
      self.group = group
      self.control = control
    }
  }

  private let options: AnalysisOptions
  private let question: Question

  /// Prepares a comparison.
  public init(_ options: AnalysisOptions, _ question: Question) {
    self.options = options
    self.question = question
  }

  /// Reads everything.
  ///
  /// - Returns: the reopen rate first, then the rules that found something, in the order of the catalogue.
  /// - Throws: `ImportError` for input that can't be used; `PackArchive.Fault` if the binary carries broken packs.
  public func run(progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) throws -> Comparison {
    let rules = try options.rules ?? RuleSet.builtIn()
    let tally = try AnalysisRun(options).tally(progress: progress)
    return compare(tally.table, rules.summaries, ruleSetHash: rules.hash)
  }

  /// Compares what a history remembers, by the rules of its latest run.
  ///
  /// - Parameter source: the system that the tickets come from; `nil` for all.
  public func run(over history: HistoryStore, source: String? = nil) throws -> Comparison {
    let remembered = try RememberedDesk(history, source: source)
    var comparison = compare(
      remembered.tickets.table, remembered.summaries, ruleSetHash: remembered.ruleSetHash)
    comparison.otherRules = remembered.tickets.otherRules
    return comparison
  }

  private func compare(_ table: ObservationTable, _ summaries: [RuleSummary], ruleSetHash: String)
    -> Comparison
  {
    let eligibility = Eligibility(of: table, policy: options.cut)
    var comparison = Comparison(
      date: question.date, group: question.group, control: question.control, ruleSetHash: ruleSetHash)
    comparison.unknownGroups = [question.group, question.control].compactMap { $0 }
      .filter { !table.values(.group).names.contains($0) }
    func follow(_ measure: BeforeAfter.Measure) -> BeforeAfter {
      BeforeAfter(
        measure, date: question.date, table, eligibility, group: question.group, control: question.control)
    }
    if !eligibility.isDescriptiveOnly && !eligibility.rows.isEmpty {
      comparison.rows.append(Comparison.Row(rule: nil, figures: follow(.cameBack)))
    }
    for (place, summary) in summaries.enumerated() {
      let figures = follow(.rule(place))
      guard figures.totals.before.events + figures.totals.after.events > 0 else { continue }
      comparison.rows.append(Comparison.Row(rule: summary, figures: figures))
    }
    return comparison
  }
}

/// Keeps nothing: for runs of which only the counts matter.
struct NoSink: AnalysisSink {
  mutating func finding(_ finding: Finding) {}
  mutating func message(_ row: MessageRow) {}
  mutating func ticket(_ row: TicketRow) {}
  mutating func reject(_ row: RejectRow) {}
}
