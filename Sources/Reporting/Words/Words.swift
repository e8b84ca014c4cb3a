internal import Outcomes
internal import Tickets

/// Every word that a reader of a report sees, in one place; formats decide only where it stands.
///
/// Plain words, no blame, behaviours and never traits; "goes with" and "associated with", never "caused".
enum Words {
  // MARK: - Headings

  static let title = "Readback report"
  static let answer = "The answer"
  static let read = "What was read"
  static let leftOut = "What was counted, and what was left out"
  static let overTime = "Reopened, week by week"
  static let gapsRanked = "Gaps, ranked"
  static let gapsExplained = "The gaps one by one"
  static let listening = "How well replies listened"
  static let strengths = "What goes well"
  static let coaching = "What to practise next"
  static let breakdowns = "Reopened, by what kind of ticket"
  static let process = "Facts of the process"
  static let notes = "Before you believe the numbers"
  static let method = "How this was worked out"
  static let provenance = "Where this came from"
  static let contents = "Contents"
  static let comparison = "Why a plain count gives another number"
  static let insteadWrite = "Instead"
  static let practise = "Practise"
  static let findingsOnly = "What was found"

  // MARK: - Columns

  static let behaviour = "Behaviour"
  static let foundIn = "Found in"
  static let with = "with"
  static let without = "without"
  static let reopened = "Reopened"
  static let reopenedWith = "Reopened with"
  static let reopenedWithout = "Reopened without"
  static let differencePer100 = "Difference per 100"
  static let interval95 = "95% interval"
  static let avoidable = "Reopens that go with it"
  static let verdict = "Verdict"
  static let tickets = "Tickets"
  static let findings = "Findings"
  static let week = "Week of"
  static let rate = "Rate"
  static let count = "Count"
  static let level = "Level"
  static let share = "Share"
  static let file = "File"
  static let format = "Format"
  static let encoding = "Encoding"
  static let records = "Records"
  static let fact = "Fact"
  static let notSaid = "(not said)"

  // MARK: - Verdicts

  /// What each verdict means, for a legend.
  static func meaning(_ verdict: Verdict) -> String {
    switch verdict {
    case .gap: "goes with more reopens, in every comparison made"
    case .strength: "goes with fewer reopens, in every comparison made"
    case .negligible: "any difference is too small to matter"
    case .watch: "shows in one comparison and not in all: watch it"
    case .cannotTell: "too few reopens to say, or no clear direction"
    }
  }

  /// The order in which verdicts are explained.
  static let verdictOrder: [Verdict] = [.gap, .strength, .watch, .negligible, .cannotTell]

  /// The word in a row: the verdict, or what it says where it points the other way than the rule expects.
  static func verdict(_ association: Association) -> String {
    let isProcess = association.rule.id.family == "process"
    switch (association.verdict, association.rule.kind) {
    case (.gap, .strength): return "more reopens"
    case (.strength, .gap): return "fewer reopens"
    case (.gap, _) where isProcess: return "more reopens"
    default: return association.verdict.rawValue
    }
  }

  // MARK: - Levels of listening

  /// Covey's levels, 1…5, as one word each.
  static let levelNames = ["ignoring", "pretending", "selective", "attentive", "empathic"]

  /// What a reply of each level does, as a reader would notice it.
  static let levelMeanings = [
    "nothing in the reply shows that the request was read",
    "the request is acknowledged, and nothing specific is taken up",
    "part of what was written is taken up, part is passed over",
    "most of what was written is taken up",
    "what was written is taken up, with what it means for the person",
  ]

  static let listeningNote =
    "Each ticket counts once, at the lowest level of its staff replies (levels after Covey)."

  // MARK: - Fine print

  static let rankNote =
    "Compared like with like, with 95% intervals. Gaps overlap: the differences can’t be added up."
  static let noneFound = "No gap was found in these tickets."
  static let processNote =
    "Not behaviours, and nobody’s to practise: facts of how a ticket travelled, shown for comparison."
  static let breakdownNote = "Rates as they are, not compared like with like."
  static let strengthNote = "Behaviours to keep: what was found, and how often tickets with it came back."
  static let afterCut = "written after the reopen: for coaching, not counted"
  static let rewritten = "may have been rewritten after the reopen"
  static let leaky = "may hold text from after the reopen"

  /// "12 more were looked for and never found."; `nil` for none.
  static func neverFound(_ kind: FindingKind, _ report: Report) -> String? {
    let count = report.neverFound.count { $0.kind == kind }
    guard count > 0 else { return nil }
    return "\(NumberText.grouped(count)) more \(count == 1 ? "was" : "were") looked for and never found."
  }

  static func more(_ count: Int) -> String {
    "and \(NumberText.grouped(count)) more without a clear direction"
  }

  /// "version 0.1.0 · rule set 3f2a9c…"
  static func provenanceLine(version: String, ruleSetHash: String) -> String {
    "Readback \(version) · rule set \(ruleSetHash)"
  }

  // MARK: - Small phrases

  /// "1 ticket", "5,214 tickets".
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    NumberText.grouped(count) + " " + (count == 1 ? one : many)
  }

  /// "487 of 5,214".
  static func of(_ proportion: Proportion) -> String {
    NumberText.grouped(proportion.events) + " of " + NumberText.grouped(proportion.total)
  }

  /// "9.3%", or a dash where there is nothing to divide by.
  static func rate(_ proportion: Proportion) -> String { rate(proportion.share) }

  static func rate(_ share: Double?) -> String { share.map { NumberText.percent($0) } ?? "–" }

  /// "31%": a share where a decimal would be noise, but never 0% or 100% for what is not.
  static func roundShare(_ share: Double?) -> String {
    guard let share else { return "–" }
    if share > 0, share < 0.01 { return "<1%" }
    if share < 1, share > 0.99 { return ">99%" }
    return NumberText.percent(share, 0)
  }

  /// "8.6% to 10.2%" for limits 0…1.
  static func percentInterval(_ effect: Effect) -> String {
    NumberText.percent(effect.lower) + " to " + NumberText.percent(effect.upper)
  }

  /// "2.0 to 6.2", "−0.4 to 1.3".
  static func interval(_ effect: Effect, _ digits: Int = 1) -> String {
    NumberText.fixed(effect.lower, digits) + " to " + NumberText.fixed(effect.upper, digits)
  }

  /// "+4.1 (2.0 to 6.2)", or a dash.
  static func difference(_ effect: Effect?) -> String {
    effect.map { "\(NumberText.signed($0.value, 1)) (\(interval($0)))" } ?? "–"
  }

  /// "64 (31 to 97)", or a dash.
  static func avoidable(_ effect: Effect?) -> String {
    effect.map { "\(NumberText.fixed($0.value, 0)) (\(interval($0, 0)))" } ?? "–"
  }

  /// "2 March 2026".
  static func date(_ time: Timestamp) -> String {
    let (year, month, day) = time.civil
    return "\(day) \(months[max(0, min(month - 1, 11))]) \(year)"
  }

  /// "2 Mar", for axes.
  static func shortDate(_ time: Timestamp) -> String {
    let (_, month, day) = time.civil
    return "\(day) \(months[max(0, min(month - 1, 11))].prefix(3))"
  }

  /// "2 March to 28 August 2026".
  static func period(_ period: ClosedRange<Timestamp>) -> String {
    let (from, to) = (period.lowerBound, period.upperBound)
    if from.civil == to.civil { return date(from) }
    if from.civil.year == to.civil.year {
      return "\(from.civil.day) \(months[max(0, min(from.civil.month - 1, 11))]) to \(date(to))"
    }
    return date(from) + " to " + date(to)
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// Where a rule looks, as a context to practise in.
  static func context(_ anchor: Anchor) -> String {
    switch anchor {
    case .firstReply: "in the first reply to a request"
    case .closingText: "in the message that closes a ticket"
    case .anyReply: "in every reply to a requester"
    }
  }

  /// "Opened 2 March to 28 August 2026 · seen up to 30 August 2026 · a reopen counts within 14 days of the first
  /// resolution".
  static func span(_ report: Report) -> String? {
    var parts: [String] = []
    if let period = report.period { parts.append("Opened " + Words.period(period)) }
    if let asOf = report.asOf { parts.append("seen up to " + date(asOf)) }
    if let days = report.windowDays {
      parts.append("a reopen counts within \(counted(days, "day", "days")) of the first resolution")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  /// "412 findings in 301 tickets".
  static func found(_ result: Report.RuleResult) -> String {
    "\(counted(result.findings, "finding", "findings")) in \(counted(result.tickets, "ticket", "tickets"))"
  }

  /// Both counts of a leak comparison, and why they differ.
  static func comparison(_ comparison: Report.LeakComparison) -> String {
    "A plain count over whole tickets gives \(of(comparison.wholeTicket)) reopened (\(rate(comparison.wholeTicket))); "
      + "counted at the first resolution it is \(of(comparison.atCut)) (\(rate(comparison.atCut))). "
      + comparison.explanation
  }

  /// The text with its first letter in upper case.
  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// The text as a sentence: a capital first and a full stop last.
  static func sentence(_ text: String) -> String {
    guard let last = text.last else { return "" }
    let isClosed = ".!?…".contains(last) || text.hasSuffix(".”") || text.hasSuffix("?”")
    return capitalized(text) + (isClosed ? "" : ".")
  }
}
