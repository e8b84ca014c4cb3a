internal import Outcomes
internal import Tickets

/// Words about what is new.
extension Words {
  static let night = "New since the last run"
  static let nightNote =
    "What was found in new and changed tickets. Whether it goes with reopens is told below, from all tickets of the "
    + "period: these are too fresh for that."

  /// "31 new tickets, 12 changed, 560 as they were."
  static func night(_ night: Report.Night) -> String {
    counted(night.new, "new ticket", "new tickets") + ", \(NumberText.grouped(night.changed)) changed, "
      + "\(NumberText.grouped(night.unchanged)) as they were."
  }

  /// "Done well: “Says back what was asked” in 22 tickets, “Asks an open question” in 3 tickets."
  static func nightStrengths(_ night: Report.Night) -> String? {
    let shown = night.rules.filter { $0.rule.kind == .strength }.prefix(3)
    if shown.isEmpty { return nil }
    return "Done well: "
      + shown.map { "“\($0.rule.title)” in \(counted($0.tickets, "ticket", "tickets"))" }.joined(
        separator: ", ") + "."
  }

  /// "9 findings in 7 tickets".
  static func nightly(_ result: Report.RuleResult) -> String {
    counted(result.findings, "finding", "findings") + " in " + counted(result.tickets, "ticket", "tickets")
  }
}
