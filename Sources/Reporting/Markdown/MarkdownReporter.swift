internal import Outcomes
internal import Tickets

/// The report for a ticket, a chat or a wiki: short, in GitHub-flavoured Markdown.
public struct MarkdownReporter: Reporter {
  /// Gaps shown with examples.
  public var maximumExplained = 3

  /// A report as Markdown.
  public init() {}

  /// `markdown`
  public static let name = "markdown"
  /// For tickets and chats.
  public static let summary = "a short version for a ticket, a chat or a wiki"

  /// Writes the report.
  ///
  /// - Complexity: O(size of the report).
  public func append(_ report: Report, to output: inout [UInt8]) {
    var text = MarkdownWriter()
    text.heading(2, Words.pageTitle(report) + (report.scope.map { " (\($0))" } ?? ""))
    appendBanner(report, &text)
    for (at, sentence) in Words.answer(report).enumerated() {
      text.paragraph(
        at == 0
          ? "**" + MarkdownWriter.escaped(sentence) + "**" : MarkdownWriter.escaped(sentence, atStart: true))
    }
    appendNight(report, &text)
    appendTable(Words.gapsRanked, report.gaps, report, &text)
    appendExplained(report, &text)
    appendTable(Words.strengths, report.strengths, report, &text)
    appendPlan(report, &text)
    appendNotes(report, &text)
    output += text.output
  }

  private func appendNight(_ report: Report, _ text: inout MarkdownWriter) {
    guard let night = report.night else { return }
    text.heading(3, Words.night)
    text.paragraph(MarkdownWriter.escaped(Words.night(night), atStart: true))
    let gaps = night.gaps(limit: 10)
    guard !gaps.isEmpty else { return }
    text.table(
      heads: [(Words.behaviour, false), (Words.findings, true), (Words.tickets, true)],
      rows: gaps.map { [$0.rule.title, NumberText.grouped($0.findings), NumberText.grouped($0.tickets)] })
  }

  private func appendBanner(_ report: Report, _ text: inout MarkdownWriter) {
    guard let banner = report.leakBanner else { return }
    text.paragraph("> **" + MarkdownWriter.escaped(banner) + "**")
  }

  private func appendTable(
    _ title: String, _ associations: [Association], _ report: Report, _ text: inout MarkdownWriter
  ) {
    guard !associations.isEmpty else { return }
    text.heading(3, title)
    appendBanner(report, &text)
    text.table(
      heads: [
        (Words.behaviour, false), (Words.foundIn, true), (Words.reopenedWith, true),
        (Words.reopenedWithout, true),
        (Words.differenceHead, true), (Words.verdict, false),
      ],
      rows: associations.map { association in
        let caveats = association.caveats.map { " (\($0))" }.joined()
        return [
          association.rule.title + caveats, Words.roundShare(association.prevalence),
          Words.rate(association.exposed), Words.rate(association.unexposed),
          Words.difference(association.adjusted.riskDifferencePer100), Words.verdict(association),
        ]
      })
    if let kind = associations.first?.rule.kind, let rest = Words.neverFound(kind, report) {
      text.paragraph(MarkdownWriter.escaped(rest))
    }
    text.paragraph(MarkdownWriter.escaped(Words.rankNote))
  }

  private func appendExplained(_ report: Report, _ text: inout MarkdownWriter) {
    let shown = report.gaps.filter { $0.verdict == .gap || $0.verdict == .watch }.prefix(maximumExplained)
    for association in shown {
      text.heading(4, association.rule.title)
      text.paragraph(MarkdownWriter.escaped(association.sentence, atStart: true))
      for example in report.examples(association.rule.id) { appendExample(example, &text) }
    }
  }

  private func appendExample(_ example: Report.Example, _ text: inout MarkdownWriter) {
    let ticket = MarkdownWriter.escaped(example.finding.ticket)
    let place = PlainText.webAddress(example.link).map { "[\(ticket)](<\($0)>)" } ?? ticket
    let (before, quote, after) = (example.context.before, example.context.quote, example.context.after)
    var item =
      "\(place): “" + MarkdownWriter.escaped(before) + "**" + MarkdownWriter.escaped(PlainText.trimmed(quote))
      + "**"
      + MarkdownWriter.escaped(after) + "”"
    if !example.finding.suggestion.isEmpty {
      item += " → \(Words.insteadWrite): " + MarkdownWriter.escaped(example.finding.suggestion)
    }
    text.item(item)
  }

  private func appendPlan(_ report: Report, _ text: inout MarkdownWriter) {
    let plan = report.coachingPlan()
    guard !plan.isEmpty else { return }
    text.heading(3, Words.coaching)
    for (at, step) in plan.enumerated() {
      text.item(
        "**" + MarkdownWriter.escaped(step.rule.title) + "**, " + Words.context(step.rule.anchor) + ": "
          + MarkdownWriter.escaped(step.rule.practice), marker: "\(at + 1).")
    }
  }

  private func appendNotes(_ report: Report, _ text: inout MarkdownWriter) {
    text.heading(3, Words.leftOut)
    text.table(
      heads: [(Words.what, false), (Words.count, true)],
      rows: report.ledger.lines.map {
        [
          ($0.isExcluded ? "· " : "") + $0.label,
          ($0.isExcluded ? NumberText.minus : "") + NumberText.grouped($0.count),
        ]
      })
    for note in report.notes { text.item(MarkdownWriter.escaped(note, atStart: true)) }
    text.paragraph(
      MarkdownWriter.escaped(Words.provenanceLine(version: report.version, ruleSetHash: report.ruleSetHash)))
  }
}

/// Writes blocks of Markdown with one empty line between them.
struct MarkdownWriter {
  private(set) var output: [UInt8] = []
  private var isInList = false

  mutating func heading(_ level: Int, _ text: String) {
    block(String(repeating: "#", count: level) + " " + Self.escaped(text))
  }

  /// A paragraph of Markdown.
  mutating func paragraph(_ markdown: String) { block(markdown) }

  /// An item of a list, of Markdown.
  mutating func item(_ markdown: String, marker: String = "-") {
    if !isInList, !output.isEmpty { append("\n") }
    append(marker + " " + markdown + "\n")
    isInList = true
  }

  /// A table of plain text; `isNumber` columns stand to the right.
  mutating func table(heads: [(text: String, isNumber: Bool)], rows: [[String]]) {
    guard !rows.isEmpty else { return }
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rules = heads.map { $0.isNumber ? "---:" : "---" }
    let lines = rows.map { line($0.map { Self.escaped($0) }) }
    block(line(heads.map { Self.escaped($0.text) }) + line(rules) + lines.joined(), endsLine: false)
  }

  private mutating func block(_ markdown: String, endsLine: Bool = true) {
    if !output.isEmpty { append("\n") }
    append(markdown + (endsLine ? "\n" : ""))
    isInList = false
  }

  private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

  /// Text as Markdown that shows just that text, on one line: a backslash before every character that could mean
  /// something (CommonMark 2.4), entities for what could be HTML and, `atStart` of a block, nothing that would
  /// make it a list.
  static func escaped(_ text: String, atStart: Bool = false) -> String {
    let line = PlainText.line(text)
    var result = ""
    var isStart = atStart  // so far only digits: "1." would start a list
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "{", "}", "!": result += "\\" + String(scalar)
      case "-", "+", "=": result += (atStart && result.isEmpty ? "\\" : "") + String(scalar)
      case ".", ")": result += (isStart && !result.isEmpty ? "\\" : "") + String(scalar)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "@": result += "@\u{2060}"  // a word joiner, so that a name in a quote notifies nobody
      default: result.unicodeScalars.append(scalar)
      }
      isStart = isStart && ("0"..."9").contains(scalar)
    }
    return result
  }
}
