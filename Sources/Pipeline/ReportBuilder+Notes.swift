import Outcomes
import Reporting

/// What a reader must know of the outcomes before believing the numbers.
extension ReportBuilder {
  func outcomeNotes(_ table: ObservationTable, _ eligibility: Eligibility) -> [String] {
    var notes: [String] = []
    if let spike = ClosingSpike(table), let share = spike.tickets.share {
      let days = Double(spike.hours) / 24
      let window =
        options.cut.closingDays == nil
        ? "if a closed ticket can't be reopened there, --auto-close \(Int(days.rounded())) makes that the window"
        : "the window ends there, as --auto-close says"
      notes.append(
        "\(percent(share)) of \(spike.tickets.total) tickets were closed \(oneDigit(days)) days after they were "
          + "resolved, as a tool does by itself; \(window)")
    }
    let asked = eligibility.count(.askedAgain)
    if asked.events > 0 {
      notes.append(
        "\(asked.events) tickets count as reopened because the same requester asked nearly the same again in a new "
          + "ticket; \(eligibility.count(.reopened).events) were opened again themselves")
    }
    let labelled = eligibility.reopenReasons.filter { $0.key != .unknown }
      .sorted { $0.key.rawValue < $1.key.rawValue }
    if !labelled.isEmpty {
      let total = eligibility.reopenReasons.values.reduce(0, +)
      notes.append(
        "what the message says that reopened a ticket (\(total) reopens): "
          + labelled.map { "\($0.value) \($0.key.name)" }.joined(separator: ", ")
          + ", \(eligibility.reopenReasons[.unknown] ?? 0) not said")
    }
    return notes
  }

  /// What the negative control says.
  func selfCheckNotes(_ check: SelfCheck?) -> [String] {
    guard let check else { return [] }
    let levels = check.levels.map { "\(percent($0.share)) at \(percent($0.level))" }.joined(separator: ", ")
    return [
      "self-check \(check.passes ? "passed" : "FAILED"): with reopens dealt out by chance \(check.permutations) times, a "
        + "gap or a strength was declared in \(check.falseAlarms) (up to \(Int(check.limit * Double(check.permutations))) "
        + "are chance); p-values fell below: \(levels)"
    ]
  }

  private func percent(_ share: Double) -> String { oneDigit(share * 100) + " %" }

  private func oneDigit(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
