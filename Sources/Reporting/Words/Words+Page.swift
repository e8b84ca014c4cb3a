internal import Outcomes
internal import Tickets

/// Words that only the page and other long forms have room for.
extension Words {
  static let skip = "Skip to the report"
  static let asTable = "The same as a table"
  static let alsoFound = "Also found"
  static let whatItLooksLike = "What it looks like"
  static let what = "What"
  static let ofTickets = "of tickets"
  static let contains = "What it holds"

  /// The name of the frame round a table, apart from that of its section.
  static func table(_ caption: String) -> String { "Table: \(caption)" }

  static let ledgerCaption = "Everything that was read, and where it went"
  static let differenceHead = "Difference per 100 tickets"
  static let avoidableHead = "Reopens that go with it"
  static let fewerMore = "fewer ← reopens → more"
  static let axisTitle = "Axis: difference in reopens per 100 tickets"
  static let rateAxisTitle = "Axis: reopen rate"
  static let overTimeTitle = "Reopen rate by week of first resolution"
  static let coachingNote =
    "Chosen by what goes with most reopens, not by what is most frequent. Two or three things at a time are enough."

  /// The title of the page: what it is about, never a judgement.
  static func pageTitle(_ report: Report) -> String {
    guard report.hasText else { return "Reopened tickets" }
    return report.reopened == nil ? "What replies leave unsaid" : "What goes with reopened tickets"
  }

  static let overall = "overall"
  static let target = "target"

  static func overTimeCaption(_ report: Report) -> String {
    let band = report.weeks.contains { $0.interval != nil } ? "; the band is the 95% interval" : ""
    return "Share of tickets reopened, by the week they were first resolved\(band)."
  }

  /// What a reader of the line would see, for those who can't.
  static func overTimeDescription(_ report: Report) -> String {
    let rates = report.weeks.compactMap { week in week.reopened.share.map { (week.start, $0) } }
    guard let first = rates.first, let last = rates.last,
      let low = rates.min(by: { $0.1 < $1.1 }), let high = rates.max(by: { $0.1 < $1.1 })
    else { return "" }
    return
      "From \(NumberText.percent(first.1)) in the week of \(date(first.0)) to \(NumberText.percent(last.1)) in the "
      + "week of \(date(last.0)); lowest \(NumberText.percent(low.1)) in the week of \(date(low.0)), highest "
      + "\(NumberText.percent(high.1)) in the week of \(date(high.0))."
  }

  /// One row of the forest plot in words.
  static func plotTitle(_ association: Association) -> String {
    guard let effect = association.adjusted.riskDifferencePer100 else {
      return "\(association.rule.title): not enough to estimate a difference"
    }
    return "\(association.rule.title): \(NumberText.signed(effect.value, 1)) reopens per 100 tickets, "
      + "95% interval \(interval(effect))"
  }

  static func levelTitle(_ at: Int, _ share: Double) -> String {
    "Level \(at + 1), \(levelNames[at]): \(roundShare(share)) of tickets"
  }

  static func leftOutRows(_ count: Int) -> String {
    "\(counted(count, "value", "values")) with fewer tickets \(count == 1 ? "is" : "are") not shown; the JSON report holds all of them."
  }

  /// The method in a page: what was counted, how it was compared, what it can't say.
  static func methodParagraphs(_ report: Report) -> [(lead: String, text: String)] {
    let window = report.windowDays.map { "within \(counted($0, "day", "days"))" } ?? "at any later time"
    var paragraphs = [
      (
        "What counts as reopened.",
        "A ticket counts once, from its first resolution. It counts as reopened if it was opened again \(window). "
          + "Tickets that could not be watched that long are left out, whether or not they were reopened."
      ),
      (
        "Nothing from after the reopen.",
        "Only what was written up to the first resolution is compared. A reopened ticket goes on collecting messages, "
          + "so whoever scores all of its text finds “more” of everything in reopened tickets."
      ),
    ]
    guard report.hasText else { return paragraphs }
    paragraphs += [
      (
        "What counts as found.",
        "Each behaviour is looked for where it could occur: a ticket without the occasion is in neither group. "
          + "Quoted mail, signatures, notices and logs are not scored. Each finding keeps the words it rests on."
      ),
      (
        "Compared like with like.",
        "Tickets with and without a behaviour differ in other ways, so they are compared among tickets of the same kind"
          + (report.associations.first.map { " (\($0.adjustment))" } ?? "")
          + ". The interval says how far chance alone could move the difference."
      ),
      (
        "Many questions at once.",
        "With many behaviours some would stand out by luck. The verdict “gap” asks that the expected share of such false "
          + "alarms stays below ten in a hundred (Benjamini and Hochberg’s method), and that the result holds when "
          + "compared in other ways."
      ),
      (
        "What it can’t say.",
        "This is observation, not an experiment: a gap goes with reopens, and it may go with something else that was not "
          + "recorded. “Reopens that go with it” would be avoided only if the behaviour were the reason. Gaps overlap, so "
          + "these numbers can’t be added up. Nothing here ranks people, and no finding is about a person’s character."
      ),
    ]
    return paragraphs
  }
}
