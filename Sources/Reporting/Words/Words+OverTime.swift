internal import Outcomes
internal import Tickets

/// Words about groups, time, targets and hours.
extension Words {
  static let groups = "Where it shows"
  static let targets = "Targets"
  static let goal = "Target"
  static let now = "Now"
  static let before = "Then"
  static let after = "Now"
  static let reached = "Reached"
  static let observed = "Reopened"
  static let expected = "Expected"
  static let ratio = "Ratio"
  static let chanceLimits = "95% limits of chance"
  static let expectedReopens = "reopens expected for tickets of this kind"
  static let changePer100 = "Change, tickets per 100 (95% interval)"
  static let inHours = "In hours, if"
  static let goodReply = "A reply from here that does it well"
  static let trendCaption = "Share of tickets with it, week by week; the band is the 95% interval."
  static let listeningTrendCaption =
    "Share of tickets in which every reply listened attentively or better, over time."
  static let listeningTrendTitle = "Tickets with attentive or empathic replies over time"
  static let wholeReport = "The report over all of them"
  static let splitNote =
    "In order of their names. Groups get different tickets, so their rates are no ranking."
  static let changeNote =
    "Rates as they were and are. A change counts as one only where its interval leaves out zero."
  static let heatNote =
    "Share of tickets with it. Shaded where it is found clearly more (warm) or less (cool) often than in all tickets; "
    + "groups get different tickets, so this says where to look, not who is better."
  static let funnelNote =
    "Reopens against what tickets of the same kind have elsewhere. Inside the lines, differences may be chance."

  static let changeNoteWithoutIntervals =
    "Rates as they were and are. Both are about much the same tickets, so no interval is given for the difference: "
    + "what counts is whether a verdict changed."

  /// What to make of the changes.
  static func note(_ change: Report.Change) -> String {
    change.rows.contains { $0.difference != nil } ? changeNote : changeNoteWithoutIntervals
  }

  static func splitTitle(_ column: String) -> String { "Reports by \(column)" }
  static func heatTitle(_ heatMap: Report.HeatMap) -> String { "Behaviours by \(heatMap.column)" }
  static func funnelTitle(_ funnel: Report.Funnel) -> String { "Reopens by \(funnel.column), against chance" }
  static func trendTitle(_ rule: RuleSummary) -> String { "\(rule.title): share of tickets with it, by week" }
  static func changed(_ report: Report) -> String { report.change.map(change) ?? "" }
  static func change(_ change: Report.Change) -> String { "What changed since \(date(change.since))" }

  /// "0.81 to 1.21".
  static func range(_ range: ClosedRange<Double>) -> String {
    "\(NumberText.fixed(range.lowerBound, 2)) to \(NumberText.fixed(range.upperBound, 2))"
  }

  /// Which points of a funnel lie outside, for those who can't see it.
  static func funnelDescription(_ plot: FunnelPlot) -> String {
    let names = plot.outside.map { $0.value.isEmpty ? notSaid : $0.value }
    let count = counted(plot.funnel.points.count, "value", "values")
    return names.isEmpty
      ? "All of \(count) lie within the 95% limits."
      : "Of \(count), these lie outside the 95% limits: \(names.joined(separator: ", "))."
  }

  static let ratioAllReplied = "Ratio, every group that replied"

  /// Observed ÷ expected, or a dash.
  static func ratio(_ load: TeamRates.Load) -> String {
    load.expected > 0 ? NumberText.fixed(Double(load.observed) / load.expected, 2) : "–"
  }

  /// Whether it matters whose a ticket is: the last one's to reply, or everybody's who did. `nil` where one alone did.
  static func allReplied(_ plot: FunnelPlot) -> String? {
    guard let all = plot.outsideAmongAllReplied else { return nil }
    func list(_ points: [Report.Funnel.Point]) -> String {
      points.isEmpty ? "none" : points.map { $0.value.isEmpty ? notSaid : $0.value }.joined(separator: ", ")
    }
    let (last, every) = (list(plot.outside), list(all))
    return "A ticket counts for the \(plot.funnel.column) that replied last before the first resolution. To "
      + counted(plot.funnel.sharedTickets, "ticket", "tickets") + " more than one replied; "
      + (last == every
        ? "counted for each of them, the same lie outside the 95% limits."
        : "counted for each of them, these lie outside the 95% limits: \(every).")
  }

  /// What a reader of a line would see.
  static func lineDescription(_ points: [RateChart.Point]) -> String {
    guard let first = points.first, let last = points.last,
      let low = points.min(by: { $0.rate < $1.rate }), let high = points.max(by: { $0.rate < $1.rate })
    else { return "" }
    func at(_ point: RateChart.Point) -> String {
      "\(NumberText.percent(point.rate)) in the week of \(date(point.start))"
    }
    return "From \(at(first)) to \(at(last)); lowest \(at(low)), highest \(at(high))."
  }

  /// Why tickets of a history are missing.
  static func otherRules(_ count: Int) -> String {
    "\(counted(count, "ticket was", "tickets were")) judged by other rules and can’t be counted together with these; "
      + "reading the exports again brings them in."
  }

  /// A rule's title, or the reopen rate.
  static func subject(_ rule: RuleID?, in report: Report) -> String {
    guard let rule else { return "Tickets reopened" }
    return report.result(rule)?.rule.title ?? report.association(rule)?.rule.title ?? rule.description
  }

  /// "gap, was watch", or the verdict alone where it stayed.
  static func verdicts(_ row: Report.Change.Row) -> String {
    guard let after = row.verdictAfter else { return "–" }
    guard let before = row.verdictBefore, before != after else { return after.rawValue }
    return "\(after.rawValue), was \(before.rawValue)"
  }

  /// "at most 8.0%", "at least 50.0%".
  static func goal(_ target: Report.Target, in report: Report) -> String {
    let isStrength = target.rule.flatMap { report.result($0)?.rule.kind } == .strength
    return (isStrength ? "at least " : "at most ") + NumberText.percent(target.goal)
  }

  static func reached(_ target: Report.Target) -> String {
    target.isReached.map { $0 ? "yes" : "not yet" } ?? "–"
  }

  /// The basis of hours, with the "if" in it.
  static func reworkNote(_ rework: Report.Rework) -> String {
    "If the behaviour were the reason, and a reopen takes \(NumberText.fixed(rework.hoursPerReopen, 1)) hours "
      + "(\(rework.basis)). Gaps overlap: don’t add these up."
  }

  /// One gap's reopens in hours.
  static func hours(_ association: Association, _ rework: Report.Rework) -> String? {
    guard let effect = association.avoidable, effect.value > 0 else { return nil }
    func hours(_ reopens: Double) -> String { NumberText.fixed(max(reopens, 0) * rework.hoursPerReopen, 0) }
    return
      "“\(association.rule.title)”: \(avoidable(effect)) reopens would be about \(hours(effect.value)) hours "
      + "(\(hours(effect.lower)) to \(hours(effect.upper)))."
  }
}
