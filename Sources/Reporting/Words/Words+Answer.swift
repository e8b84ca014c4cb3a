internal import Outcomes
internal import Tickets

extension Words {
  /// The report in at most three sentences: how often tickets came back, what goes with it, what goes well.
  static func answer(_ report: Report) -> [String] {
    [headline(report), mainGap(report), mainStrength(report)].compactMap(\.self)
  }

  /// The reopen rate, or why there is none.
  static func headline(_ report: Report) -> String {
    guard let reopened = report.reopened else {
      return "The export does not say which tickets were reopened, so this report shows what was found "
        + "and not what goes with reopening."
    }
    guard let share = reopened.share else {
      return "No ticket could be counted, so there is no reopen rate; the list of what was left out says why."
    }
    let watched =
      report.windowDays.map { "resolved and then watched for \(counted($0, "day", "days"))" } ?? "resolved"
    var sentence =
      "Of \(counted(reopened.total, "ticket", "tickets")) \(watched), "
      + "\(NumberText.grouped(reopened.events)) \(reopened.events == 1 ? "was" : "were") reopened"
      + (report.repeatContacts > 0 ? " or asked about again: " : ": ")
      + NumberText.percent(share)
    if let oneIn = oneIn(share) { sentence += ", about \(oneIn)" }
    if let interval = report.reopenInterval {
      sentence += " (95% interval \(percentInterval(interval)))"
    }
    return sentence + "."
  }

  /// "1 in 11"; `nil` where that says less than the percentage.
  private static func oneIn(_ share: Double) -> String? {
    guard share > 0.001, share <= 0.4 else { return nil }
    return "1 in \(NumberText.fixed(1 / share, 0))"
  }

  /// What goes with more reopens, or that nothing could be shown to.
  private static func mainGap(_ report: Report) -> String? {
    guard report.hasText else {
      return "The export holds no reply that could be read, so no behaviour was judged: "
        + "what follows is about outcomes only."
    }
    guard report.reopened?.share != nil else { return nil }
    guard !report.associations.isEmpty else {
      return "Which gaps go with reopening can’t be told from this export; the notes say why."
    }
    let gaps = report.gaps.filter { $0.verdict == .gap }
    if let first = gaps.first {
      let count =
        gaps.count == 1
        ? "One gap goes with more reopens: “" : "\(spelled(gaps.count)) gaps go with more reopens, first “"
      return count + first.rule.title + "”" + like(first) + "."
    }
    if let first = report.gaps.first(where: { $0.verdict == .watch }) {
      return
        "No gap holds up in every comparison yet; the one to watch is “\(first.rule.title)”\(like(first))."
    }
    return "In these tickets no gap could be shown to go with more reopens."
  }

  /// What goes with fewer reopens; else the listening levels in a sentence.
  private static func mainStrength(_ report: Report) -> String? {
    if let first = report.strengths.first(where: { $0.verdict == .strength }) {
      return "What goes with fewer reopens: “\(first.rule.title)”\(like(first))."
    }
    let total = report.listeningLevels.reduce(0, +)
    guard report.hasText, total > 0, report.listeningLevels.count == 5 else { return nil }
    let attentive = Double(report.listeningLevels[3] + report.listeningLevels[4]) / Double(total)
    return "In \(roundShare(attentive)) of the tickets every reply listened attentively or better."
  }

  /// ", 4.1 more per 100 tickets than comparable ones without it (2.0 to 6.2)".
  private static func like(_ association: Association) -> String {
    guard let effect = association.adjusted.riskDifferencePer100 else { return "" }
    let direction = effect.value < 0 ? "fewer" : "more"
    // Fewer by 3.1 (1.2 to 5.0): limits in the same direction as the words.
    let shown =
      effect.value < 0 ? Effect(value: -effect.value, lower: -effect.upper, upper: -effect.lower) : effect
    return
      ", \(NumberText.fixed(shown.value, 1)) \(direction) per 100 tickets than comparable ones without it "
      + "(\(interval(shown)))"
  }

  /// "Three" at the start of a sentence; digits from ten on.
  private static func spelled(_ count: Int) -> String {
    let words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
    return words.indices.contains(count) ? words[count] : NumberText.grouped(count)
  }

  /// Why a behaviour is in the coaching plan.
  static func coachingReason(_ rule: RuleSummary, in report: Report) -> String {
    if let association = report.association(rule.id),
      association.verdict == .gap || association.verdict == .watch,
      let effect = association.adjusted.riskDifferencePer100
    {
      let strength = association.verdict == .gap ? "goes with" : "may go with"
      return "\(strength) \(NumberText.fixed(effect.value, 1)) more reopens per 100 tickets; "
        + "found in \(roundShare(association.prevalence)) of them"
    }
    let tickets = report.result(rule.id)?.tickets ?? 0
    return "found in \(counted(tickets, "ticket", "tickets")); whether it goes with reopens can’t be told yet"
  }

  static let fullReport = "The full report"

  /// The subject of the mail: the rate, or that there is none.
  static func digestSubject(_ report: Report) -> String {
    let scope = report.scope.map { " (\($0))" } ?? ""
    guard let share = report.reopened?.share else { return "Readback\(scope): what replies leave unsaid" }
    return "Readback\(scope): \(NumberText.percent(share)) of resolved tickets reopened"
  }

  /// "found in 32% of tickets; +5.4 reopens per 100 (3.4 to 7.3); gap".
  static func gapInALine(_ association: Association) -> String {
    "found in \(roundShare(association.prevalence)) of tickets; "
      + "\(difference(association.adjusted.riskDifferencePer100)) reopens per 100 tickets; \(verdict(association))"
  }

  /// "2 gaps, 1 strength.", "Nothing found.".
  static func checked(_ findings: [Finding]) -> String {
    let gaps = findings.count { $0.kind == .gap }
    let strengths = findings.count - gaps
    let parts =
      (gaps > 0 ? [counted(gaps, "gap", "gaps")] : [])
      + (strengths > 0 ? [counted(strengths, "strength", "strengths")] : [])
    return parts.isEmpty ? "Nothing found." : parts.joined(separator: ", ") + "."
  }
}
