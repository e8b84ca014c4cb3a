import Outcomes
public import Reporting
import Tickets

extension NightlyOptions {
  /// Sets what is to be reached beside what is, and says what a reopen costs.
  public func addGoals(to report: inout Report) {
    let shown = report
    report.targets = targets.map { target in
      guard let rule = target.rule else {
        let share = shown.reopened?.share
        return Report.Target(
          rule: nil, goal: target.goal, current: share, isReached: share.map { $0 <= target.goal })
      }
      let share = shown.associations.first { $0.rule.id == rule }?.prevalence
      let isStrength = shown.rules.first { $0.rule.id == rule }?.rule.kind == .strength
      return Report.Target(
        rule: rule, goal: target.goal, current: share,
        isReached: share.map { isStrength ? $0 >= target.goal : $0 <= target.goal })
    }
    if let hoursPerReopen {
      report.rework = Report.Rework(hoursPerReopen: hoursPerReopen, basis: "as the configuration says")
    }
  }
}
