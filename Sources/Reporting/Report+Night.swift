internal import Tickets

extension Report {
  /// What is new since the run before: one night's tickets hold almost no outcomes, so what was found in them stands
  /// apart from what is compared.
  public struct Night: Sendable {
    /// Tickets seen for the first time.
    public var new: Int
    /// Tickets that are known and have changed.
    public var changed: Int
    /// Tickets that are as they were, or in an older version than is known.
    public var unchanged: Int
    /// What each rule found in the new and changed ones, most tickets first; rules that found nothing are left out.
    public var rules: [RuleResult]

    /// What is new.
    public init(new: Int, changed: Int, unchanged: Int, rules: [RuleResult]) {
      self.new = new
      self.changed = changed
      self.unchanged = unchanged
      self.rules = rules
    }

    /// Gaps found, most tickets first.
    func gaps(limit: Int) -> ArraySlice<RuleResult> { rules.filter { $0.rule.kind == .gap }.prefix(limit) }
  }
}
