public import Outcomes
public import Tickets

/// What changed with a date, for `readback compare`.
public struct Comparison: Sendable {
  /// The shape of the JSON.
  public static let schema = "readback.compare/1"

  /// One measure.
  public struct Row: Sendable {
    /// The rule; `nil` for the reopen rate.
    public var rule: RuleSummary?
    /// What became of it.
    public var figures: BeforeAfter

    /// A measure and its figures.
    public init(rule: RuleSummary?, figures: BeforeAfter) {
      self.rule = rule
      self.figures = figures
    }
  }

  /// The date.
  public var date: Timestamp
  /// The team that was trained; `nil` for all.
  public var group: String?
  /// The team that was not.
  public var control: String?
  /// Hash of the rule set, the same on both sides.
  public var ruleSetHash: String
  /// Groups asked for that no ticket has.
  public var unknownGroups: [String] = []
  /// Tickets of a history that were judged by other rules and are left out.
  public var otherRules = 0
  /// The reopen rate, then rules.
  public var rows: [Row] = []

  /// A comparison without rows.
  public init(date: Timestamp, group: String?, control: String?, ruleSetHash: String) {
    self.date = date
    self.group = group
    self.control = control
    self.ruleSetHash = ruleSetHash
  }
}

/// A comparison as text for a terminal.
public struct ComparisonText: Sendable {
  private let width: Int
  private let hasColour: Bool

  /// Text of that width.
  public init(width: Int, hasColour: Bool) {
    self.width = width
    self.hasColour = hasColour
  }

  /// The text. - Complexity: O(rows).
  public func bytes(_ comparison: Comparison) -> [UInt8] {
    var canvas = TerminalCanvas(width: width, hasColour: hasColour)
    let who =
      (comparison.group.map { " in \($0)" } ?? "") + (comparison.control.map { ", beside \($0)" } ?? "")
    canvas.heading("Before and after \(Words.date(comparison.date))\(who)")
    var table = TerminalTable([
      .init(head: ["", "Measure"], isFlexible: true), .init(head: ["", "before"], alignment: .right),
      .init(head: ["", "after"], alignment: .right), .init(head: ["Step at the date,", "per 100 (95%)"]),
      .init(head: ["", ""]),
    ])
    for row in comparison.rows {
      table.append([
        StyledText(row.rule.map { PlainText.trimmed($0.title) } ?? "Reopened"),
        StyledText(Words.rate(row.figures.totals.before)), StyledText(Words.rate(row.figures.totals.after)),
        StyledText(Words.difference(row.figures.levelChange)), StyledText(Self.word(row)),
      ])
    }
    for line in table.lines(width: width) { canvas.line(line) }
    canvas.blank()
    for note in Self.notes(comparison) { canvas.paragraph(StyledText(note, .dim)) }
    return canvas.output
  }

  /// "fewer", "more", "no step", "cannot tell".
  static func word(_ row: Comparison.Row) -> String {
    guard row.figures.canTell, let step = row.figures.levelChange else { return Verdict.cannotTell.rawValue }
    return step.upper < 0 ? "fewer" : step.lower > 0 ? "more" : "no clear step"
  }

  static func notes(_ comparison: Comparison) -> [String] {
    var notes = comparison.unknownGroups.map { "No ticket belongs to the group “\($0)”." }
    if comparison.otherRules > 0 {
      notes.append(Words.otherRules(comparison.otherRules))
    }
    if let weeks = comparison.rows.first?.figures.weeks,
      min(weeks.before, weeks.after) < BeforeAfter.leastWeeks
    {
      notes.append(
        "\(weeks.before) weeks before and \(weeks.after) after; at least \(BeforeAfter.leastWeeks) on each side are "
          + "needed to tell a step from the ups and downs of weeks.")
    }
    if comparison.control != nil,
      let slope = comparison.rows.first?.figures.slopeBefore, slope.lower > 0 || slope.upper < 0
    {
      notes.append(
        "The two groups were drifting apart before the date already, so the step can't be put down to it.")
    }
    notes.append(
      "The step is that of a segmented regression on weekly rates, with Newey–West intervals. It goes with the date; "
        + "whatever else happened then is in it, too. With many measures some steps are chance.")
    return notes
  }
}

/// A comparison for machines: `readback.compare/1`.
public struct ComparisonJSON: Sendable {
  /// A writer.
  public init() {}

  /// The document and a line end. - Complexity: O(rows × weeks).
  public func bytes(_ comparison: Comparison) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.field("schema", Comparison.schema)
      $0.field("date", comparison.date.iso8601)
      $0.field("group", comparison.group)
      $0.field("control", comparison.control)
      $0.field("rule_set", comparison.ruleSetHash)
      $0.field("notes", ComparisonText.notes(comparison))
      $0.field("rows") { $0.array(comparison.rows) { $0.row($1) } }
    }
    writer.endLine()
    return writer.output
  }
}

extension JSONWriter {
  fileprivate mutating func row(_ row: Comparison.Row) {
    let figures = row.figures
    object {
      $0.field("rule", row.rule?.id.description)
      $0.field("result", ComparisonText.word(row))
      $0.field("before", figures.totals.before)
      $0.field("after", figures.totals.after)
      $0.field("weeks_before", figures.weeks.before)
      $0.field("weeks_after", figures.weeks.after)
      $0.field("step_per_100", figures.levelChange)
      $0.field("step_p", figures.p)
      $0.field("slope_before_per_100", figures.slopeBefore)
      $0.field("slope_change_per_100", figures.slopeChange)
      $0.field("weeks") {
        $0.array(figures.points) { writer, point in
          writer.object {
            $0.field("start", point.start.iso8601)
            $0.field("value", point.value)
            $0.field("control", point.control)
            $0.field("fitted_per_100", point.fitted)
          }
        }
      }
    }
  }
}
