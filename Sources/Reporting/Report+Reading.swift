internal import Outcomes
internal import Tickets

/// What several formats read out of a report in the same way.
extension Report {
  /// Whether there was text to judge.
  var hasText: Bool { scoredMessages > 0 }

  /// Behaviours to change, ranked.
  var gaps: [Association] { associations.filter { $0.rule.kind == .gap } }

  /// Behaviours to keep, ranked.
  var strengths: [Association] { associations.filter { $0.rule.kind == .strength } }

  /// What was found by a rule.
  func result(_ id: RuleID) -> RuleResult? { rules.first { $0.rule.id == id } }

  /// What was found by a rule, as long as there is an example to show.
  func examples(_ id: RuleID) -> [Example] { result(id)?.examples ?? [] }

  /// What is known of a rule and reopening.
  func association(_ id: RuleID) -> Association? { associations.first { $0.rule.id == id } }

  /// The behaviours to practise next, at most `limit`: what goes with most reopens first, then what may, then
  /// what was found most often. "Rank by job impact, not by popularity."
  func coachingPlan(limit: Int = 3) -> [CoachingStep] {
    let ranked =
      gaps.filter { $0.verdict == .gap } + gaps.filter { $0.verdict == .watch && $0.pointsToMoreReopens }
    var rules = ranked.map(\.rule)
    // What is known to matter little is not put forward for its frequency.
    let settled = Set(
      (ranked + gaps.filter { [.negligible, .strength].contains($0.verdict) }).map(\.rule.id))
    rules += self.rules.filter { $0.rule.kind == .gap && $0.tickets > 0 && !settled.contains($0.rule.id) }
      .sorted { $0.tickets != $1.tickets ? $0.tickets > $1.tickets : $0.rule.id < $1.rule.id }
      .map(\.rule)
    return rules.filter { !$0.practice.isEmpty }.prefix(limit).map { rule in
      CoachingStep(rule: rule, reason: Words.coachingReason(rule, in: self))
    }
  }
}

/// One behaviour to practise, and why this one.
struct CoachingStep {
  var rule: RuleSummary
  var reason: String
}

extension Association {
  /// Whether tickets where it was found were reopened more often.
  var pointsToMoreReopens: Bool {
    (adjusted.riskDifferencePer100 ?? crude.riskDifferencePer100)?.value ?? 0 > 0
  }

  /// What must be said beside its row.
  var caveats: [String] {
    (mayBeRewritten ? [Words.rewritten] : []) + (isLeaky ? [Words.leaky] : [])
  }
}
