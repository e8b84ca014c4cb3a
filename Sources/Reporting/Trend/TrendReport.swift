internal import Outcomes
public import Tickets

/// What a history remembers over time, for `readback trend`.
public struct TrendReport: Sendable {
  /// The shape of the JSON.
  public static let schema = "readback.trend/1"

  /// One rule.
  public struct Row: Sendable {
    /// The rule.
    public var rule: RuleSummary
    /// Its share in stretches of time; empty where there are too few.
    public var points: [Report.Point]

    /// A rule over time.
    public init(rule: RuleSummary, points: [Report.Point]) {
      self.rule = rule
      self.points = points
    }
  }

  /// The system that the tickets come from; `nil` for all.
  public var source: String?
  /// The team; `nil` for all.
  public var group: String?
  /// Hash of the rule set.
  public var ruleSetHash: String
  /// The latest event known.
  public var asOf: Timestamp?
  /// Days in which a reopen counts.
  public var windowDays: Int?
  /// Tickets that were judged by other rules and are left out.
  public var otherRules = 0
  /// Reopen rate by stretches of weeks.
  public var reopened: [Report.Week] = []
  /// In the order of the catalogue.
  public var rules: [Row] = []

  /// A report without rows.
  public init(ruleSetHash: String) { self.ruleSetHash = ruleSetHash }
}

/// Trends as text for a terminal: a line a measure.
public struct TrendText: Sendable {
  private let width: Int
  private let hasColour: Bool

  /// Text of that width.
  public init(width: Int, hasColour: Bool) {
    self.width = width
    self.hasColour = hasColour
  }

  /// The text. - Complexity: O(rules × stretches).
  public func bytes(_ report: TrendReport) -> [UInt8] {
    var canvas = TerminalCanvas(width: width, hasColour: hasColour)
    canvas.heading("Over time" + (report.group.map { " in \($0)" } ?? ""))
    var table = TerminalTable([
      .init(head: ["", "Measure"], isFlexible: true), .init(head: ["", "first"], alignment: .right),
      .init(head: ["", "last"], alignment: .right), .init(head: ["last,", "95%"], alignment: .right),
      .init(head: ["", "from first to last"]),
    ])
    let reopened = report.reopened.map {
      Report.Point(start: $0.start, found: $0.reopened, interval: $0.interval)
    }
    let rows = [("Reopened", reopened)] + report.rules.map { (PlainText.trimmed($0.rule.title), $0.points) }
    for (title, points) in rows where !points.isEmpty {
      let shares = points.compactMap(Self.share)
      table.append([
        StyledText(title), StyledText(Words.rate(shares.first)), StyledText(Words.rate(shares.last)),
        StyledText(points.last?.interval.map(Words.percentInterval) ?? "–"), StyledText(Self.bars(shares)),
      ])
    }
    for line in table.lines(width: width) { canvas.line(line) }
    canvas.blank()
    for note in Self.notes(report) { canvas.paragraph(StyledText(note, .dim)) }
    return canvas.output
  }

  /// The rate as it is standardised where that could be done.
  private static func share(_ point: Report.Point) -> Double? { point.interval?.value ?? point.found.share }

  /// One bar a share, from nothing to the highest; at most the last 40.
  static func bars(_ shares: [Double]) -> String {
    let shown = shares.suffix(40)
    guard let highest = shown.max(), highest > 0 else {
      return String(repeating: "▁", count: shown.count)
    }
    let steps = Array("▁▂▃▄▅▆▇█")
    return String(shown.map { steps[min(7, max(0, Int($0 / highest * 7.999)))] })
  }

  static func notes(_ report: TrendReport) -> [String] {
    var notes: [String] = []
    if report.rules.allSatisfy(\.points.isEmpty) && report.reopened.count < 2 {
      notes.append("Too few weeks are remembered to see anything over time.")
    }
    if let start = report.reopened.first?.start ?? report.rules.first?.points.first?.start,
      let asOf = report.asOf
    {
      notes.append(
        "Weeks of first resolution from \(Words.date(start)), seen up to \(Words.date(asOf)); weeks with few tickets are "
          + "taken together.")
    }
    if let days = report.windowDays {
      notes.append(
        "A reopen counts within \(days) days of the first resolution; later weeks are left out of that line.")
    }
    notes.append(
      "Behaviours are shares of tickets with an occasion, standardised to one mix of priority and category. Each line "
        + "has its own scale.")
    if report.otherRules > 0 { notes.append(Words.otherRules(report.otherRules)) }
    return notes
  }
}

/// Trends for machines: `readback.trend/1`.
public struct TrendJSON: Sendable {
  /// A writer.
  public init() {}

  /// The document and a line end. - Complexity: O(rules × stretches).
  public func bytes(_ report: TrendReport) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.field("schema", TrendReport.schema)
      $0.field("source", report.source)
      $0.field("group", report.group)
      $0.field("rule_set", report.ruleSetHash)
      $0.field("as_of", report.asOf?.iso8601)
      $0.field("window_days", report.windowDays)
      $0.field("tickets_of_other_rules", report.otherRules)
      $0.field("notes", TrendText.notes(report))
      $0.field("reopened") {
        $0.array(report.reopened) { writer, week in
          writer.object {
            $0.field("start", week.start.iso8601)
            $0.field("value", week.reopened)
            $0.field("rate", week.interval)
          }
        }
      }
      $0.field("rules") {
        $0.array(report.rules) { writer, row in
          writer.object {
            $0.field("rule", row.rule.id.description)
            $0.field("points") {
              $0.array(row.points) { writer, point in
                writer.object {
                  $0.field("start", point.start.iso8601)
                  $0.field("value", point.found)
                  $0.field("rate", point.interval)
                }
              }
            }
          }
        }
      }
    }
    writer.endLine()
    return writer.output
  }
}
