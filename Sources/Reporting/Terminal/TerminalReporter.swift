internal import Outcomes
internal import Tickets

/// The report for a terminal: what a lead can read in a minute, then the evidence.
public struct TerminalReporter: Reporter {
  /// Columns of the terminal; less than 72 is taken as 72.
  public var width: Int
  /// Whether colours, underlines and links may be used.
  public var hasColour: Bool
  /// Rows of the table of gaps at most; those with a verdict of "cannot tell" are left out first.
  public var maximumRows = 12
  /// Gaps shown with examples.
  public var maximumExplained = 3

  /// A report for a terminal of `width` columns.
  public init(width: Int = 80, hasColour: Bool = false) {
    self.width = max(width, 72)
    self.hasColour = hasColour
  }

  /// `terminal`
  public static let name = "terminal"
  /// For reading at once.
  public static let summary = "text for a terminal, wrapped to its width"

  /// Writes the report as text.
  ///
  /// - Complexity: O(size of the report).
  public func append(_ report: Report, to output: inout [UInt8]) {
    var canvas = TerminalCanvas(width: width, hasColour: hasColour)
    appendAnswer(report, &canvas)
    appendNight(report, &canvas)
    appendRead(report, &canvas)
    appendGaps(report, &canvas)
    appendExplained(report, &canvas)
    appendStrengths(report, &canvas)
    appendListening(report, &canvas)
    appendPatterns(report, &canvas)
    appendProcess(report, &canvas)
    if !report.hasText || report.reopened == nil || report.gaps.isEmpty { appendBreakdowns(report, &canvas) }
    appendCoaching(report, &canvas)
    appendRework(report, &canvas)
    appendChange(report, &canvas)
    appendTargets(report, &canvas)
    appendNotes(report, &canvas)
    canvas.blank()
    let provenance = Words.provenanceLine(version: report.version, ruleSetHash: report.ruleSetHash)
    canvas.paragraph(StyledText(PlainText.trimmed(provenance), .dim))
    output += canvas.output
  }

  private func appendAnswer(_ report: Report, _ canvas: inout TerminalCanvas) {
    if let banner = report.leakBanner {
      appendBanner(banner, &canvas)
      canvas.blank()
    }
    if let scope = report.scope {
      canvas.line(StyledText(PlainText.trimmed(scope), .dim))
      canvas.blank()
    }
    for (at, sentence) in Words.answer(report).enumerated() {
      if at > 0 { canvas.blank() }
      canvas.paragraph(StyledText(PlainText.trimmed(sentence), at == 0 ? .bold : []))
    }
  }

  /// The warning that stands on every table while numbers may hold text from after a reopen.
  private func appendBanner(_ banner: String, _ canvas: inout TerminalCanvas) {
    canvas.paragraph(StyledText("! " + PlainText.trimmed(banner), [.bold, .warm]), hanging: 2)
  }

  /// A heading and, where it applies, the banner.
  private func appendTableHeading(_ text: String, _ report: Report, _ canvas: inout TerminalCanvas) {
    canvas.heading(text)
    if let banner = report.leakBanner { appendBanner(banner, &canvas) }
  }

  private func appendRead(_ report: Report, _ canvas: inout TerminalCanvas) {
    canvas.heading(Words.read)
    for input in report.inputs {
      let about = [
        input.format, input.encoding, Words.counted(input.records, "record", "records"), input.note,
      ]
      let described = about.filter { !$0.isEmpty }.map(PlainText.trimmed).joined(separator: " · ")
      canvas.paragraph(
        StyledText(PlainText.trimmed(input.name), .bold) + StyledText("  " + described), hanging: 2)
    }
    if let span = Words.span(report) { canvas.paragraph(StyledText(span, .dim)) }
    guard !report.ledger.lines.isEmpty else { return }
    canvas.blank()
    var table = TerminalTable([.init(head: [], alignment: .right), .init(head: [], isFlexible: true)])
    var unit = report.ledger.lines.first?.unit
    for line in report.ledger.lines {
      if line.unit != unit { table.append([]) }
      unit = line.unit
      let count = NumberText.grouped(line.count)
      let label = PlainText.trimmed(line.label)
      table.append([
        StyledText(line.isExcluded ? NumberText.minus + count : count, line.isExcluded ? [] : .bold),
        StyledText(line.isExcluded ? "· " + label : label, line.isExcluded ? [] : .bold),
      ])
    }
    for line in table.lines(width: width) { canvas.line(line) }
  }

  private func appendGaps(_ report: Report, _ canvas: inout TerminalCanvas) {
    guard !report.gaps.isEmpty else { return }
    appendTableHeading(Words.gapsRanked, report, &canvas)
    let order = report.gaps.enumerated().sorted { a, b in
      let (left, right) = (a.element.verdict == .cannotTell, b.element.verdict == .cannotTell)
      return left != right ? right : a.offset < b.offset
    }
    let shown = order.prefix(maximumRows).map(\.offset).sorted().map { report.gaps[$0] }
    appendTable(of: shown, numbered: true, &canvas)
    if shown.count < report.gaps.count {
      canvas.line(StyledText(Words.more(report.gaps.count - shown.count), .dim), indent: 4)
    }
    if let rest = Words.neverFound(.gap, report) { canvas.line(StyledText(rest, .dim), indent: 4) }
    canvas.blank()
    canvas.paragraph(StyledText(Words.rankNote, .dim))
    var legend = TerminalTable([.init(head: []), .init(head: [], isFlexible: true)])
    for verdict in Words.verdictOrder where shown.contains(where: { $0.verdict == verdict }) {
      legend.append([
        StyledText(verdict.rawValue, style(verdict)), StyledText(Words.meaning(verdict), .dim),
      ])
    }
    for line in legend.lines(width: width) { canvas.line(line) }
  }

  private func appendTable(of associations: [Association], numbered: Bool, _ canvas: inout TerminalCanvas) {
    var table = TerminalTable([
      .init(head: [""], alignment: .right),
      .init(head: [numbered ? Words.behaviour : ""], isFlexible: true),
      .init(head: ["Found", "in"], alignment: .right),
      .init(head: ["", Words.with], alignment: .right),
      .init(head: [Words.reopened, Words.without], alignment: .right, headSpansLeft: true),
      .init(head: ["Difference", "per 100 (95%)"]),
      .init(head: [Words.verdict]),
    ])
    for (at, association) in associations.enumerated() {
      let marks = association.caveats.isEmpty ? "" : "\u{A0}*"
      table.append([
        StyledText(numbered ? String(at + 1) : "", .dim),
        StyledText(PlainText.trimmed(association.rule.title) + marks),
        StyledText(Words.roundShare(association.prevalence)),
        StyledText(Words.rate(association.exposed)), StyledText(Words.rate(association.unexposed)),
        StyledText(Words.difference(association.adjusted.riskDifferencePer100)),
        StyledText(Words.verdict(association), style(association.verdict)),
      ])
    }
    for line in table.lines(width: width) { canvas.line(line) }
    for caveat in [Words.rewritten, Words.leaky]
    where associations.contains(where: { $0.caveats.contains(caveat) }) {
      canvas.paragraph(StyledText("* " + caveat, .dim), indent: 4, hanging: 2)
    }
  }

  private func style(_ verdict: Verdict) -> TextStyle {
    switch verdict {
    case .gap: [.bold, .warm]
    case .strength: [.bold, .cool]
    case .watch: .warm
    case .negligible, .cannotTell: .dim
    }
  }

  private func appendExplained(_ report: Report, _ canvas: inout TerminalCanvas) {
    let settled = report.gaps.filter { $0.verdict == .gap || $0.verdict == .watch }
    if !settled.isEmpty {
      canvas.heading(Words.gapsExplained)
      for (at, association) in settled.prefix(maximumExplained).enumerated() {
        if at > 0 { canvas.blank() }
        appendTitle(association.rule.title, &canvas)
        canvas.paragraph(StyledText(PlainText.trimmed(association.sentence)))
        if !association.finePrint.isEmpty {
          canvas.paragraph(StyledText(PlainText.trimmed(association.finePrint), .dim))
        }
        appendExamples(report.examples(association.rule.id), &canvas)
      }
      return
    }
    // Nothing could be tied to reopens, but what was found can still be coached.
    let found = report.rules.filter { $0.rule.kind == .gap && $0.tickets > 0 }
      .sorted { $0.tickets != $1.tickets ? $0.tickets > $1.tickets : $0.rule.id < $1.rule.id }
    guard !found.isEmpty else { return }
    canvas.heading(Words.findingsOnly)
    for (at, result) in found.prefix(maximumExplained).enumerated() {
      if at > 0 { canvas.blank() }
      appendTitle(result.rule.title, &canvas)
      canvas.paragraph(StyledText(Words.found(result)))
      appendExamples(result.examples, &canvas)
    }
  }

  private func appendTitle(_ title: String, _ canvas: inout TerminalCanvas) {
    canvas.paragraph(StyledText(PlainText.trimmed(title), .bold))
  }

  private func appendExamples(_ examples: [Report.Example], _ canvas: inout TerminalCanvas) {
    for example in examples {
      canvas.blank()
      let link = PlainText.webAddress(example.link)
      var place = StyledText(PlainText.trimmed(example.finding.ticket), .bold, link: link)
      if let link, !hasColour { place += StyledText("  " + link) }
      if example.finding.isAfterCut { place += StyledText("  (\(Words.afterCut))", .dim) }
      canvas.paragraph(place, indent: 2)
      canvas.paragraph(example.styled, indent: 4, measure: 90)
      if !example.finding.explanation.isEmpty {
        let explanation = Words.sentence(PlainText.trimmed(example.finding.explanation))
        canvas.paragraph(StyledText(explanation, .dim), indent: 4, measure: 90)
      }
      if !example.finding.suggestion.isEmpty {
        canvas.paragraph(
          StyledText("→ " + Words.insteadWrite + ": ", .bold)
            + StyledText(PlainText.trimmed(example.finding.suggestion)), indent: 4, hanging: 2, measure: 90)
      }
    }
  }

  private func appendStrengths(_ report: Report, _ canvas: inout TerminalCanvas) {
    let found = report.rules.filter { $0.rule.kind == .strength && $0.tickets > 0 }
    guard !report.strengths.isEmpty || !found.isEmpty else { return }
    if report.strengths.isEmpty {
      canvas.heading(Words.strengths)
      for result in found {
        canvas.paragraph(
          StyledText("• " + PlainText.trimmed(result.rule.title) + ": " + Words.found(result)), hanging: 2)
      }
    } else {
      appendTableHeading(Words.strengths, report, &canvas)
      appendTable(of: report.strengths, numbered: false, &canvas)
      if let rest = Words.neverFound(.strength, report) { canvas.line(StyledText(rest, .dim), indent: 4) }
    }
    if let best = report.strengths.first(where: { $0.verdict == .strength }),
      let example = report.examples(best.rule.id).first
    {
      appendExamples([example], &canvas)
    }
  }

  private func appendListening(_ report: Report, _ canvas: inout TerminalCanvas) {
    let levels = report.listeningLevels
    let total = levels.reduce(0, +)
    guard total > 0, levels.count == Words.levelNames.count else { return }
    canvas.heading(Words.listening)
    var table = TerminalTable([
      .init(head: []), .init(head: []), .init(head: [], alignment: .right),
      .init(head: [], alignment: .right),
    ])
    let room = 30
    for (at, count) in levels.enumerated() {
      let share = Double(count) / Double(total)
      table.append([
        StyledText("\(at + 1) \(Words.levelNames[at])"), StyledText(Self.bar(share, room)),
        StyledText(Words.roundShare(share)), StyledText(NumberText.grouped(count), .dim),
      ])
    }
    for line in table.lines(width: width) { canvas.line(line) }
    canvas.paragraph(StyledText(Words.listeningNote, .dim))
  }

  /// A bar of up to `room` columns in eighths of a column.
  static func bar(_ share: Double, _ room: Int) -> String {
    let eighths = Int((max(0, min(share, 1)) * Double(room * 8)).rounded())
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + partial[eighths % 8]
  }

  private func appendProcess(_ report: Report, _ canvas: inout TerminalCanvas) {
    guard !report.processAssociations.isEmpty else { return }
    appendTableHeading(Words.process, report, &canvas)
    appendTable(of: report.processAssociations, numbered: false, &canvas)
    for one in report.processAssociations {
      for line in [Words.steps(one), Words.leaky(one)].compactMap(\.self) {
        canvas.paragraph(StyledText(PlainText.trimmed(line)))
      }
    }
    canvas.paragraph(StyledText(Words.processNote, .dim))
  }

  private func appendBreakdowns(_ report: Report, _ canvas: inout TerminalCanvas) {
    let filled = report.breakdowns.filter { !$0.rows.isEmpty }
    guard !filled.isEmpty else { return }
    appendTableHeading(Words.breakdowns, report, &canvas)
    for (at, breakdown) in filled.enumerated() {
      if at > 0 { canvas.blank() }
      var table = TerminalTable([
        .init(head: [Words.capitalized(PlainText.trimmed(breakdown.name))], isFlexible: true),
        .init(head: [Words.tickets], alignment: .right), .init(head: [Words.reopened], alignment: .right),
        .init(head: [Words.interval95]),
      ])
      for row in breakdown.rows.prefix(8) {
        table.append([
          StyledText(row.value.isEmpty ? Words.notSaid : PlainText.trimmed(row.value)),
          StyledText(NumberText.grouped(row.reopened.total)), StyledText(Words.rate(row.reopened)),
          StyledText(row.interval.map(Words.percentInterval) ?? "–"),
        ])
      }
      for line in table.lines(width: width) { canvas.line(line) }
      if breakdown.rows.count > 8 {
        canvas.line(StyledText("and \(NumberText.grouped(breakdown.rows.count - 8)) more", .dim))
      }
    }
    canvas.paragraph(StyledText(Words.breakdownNote, .dim))
  }

  private func appendCoaching(_ report: Report, _ canvas: inout TerminalCanvas) {
    let plan = report.coachingPlan()
    guard !plan.isEmpty else { return }
    canvas.heading(Words.coaching)
    for (at, step) in plan.enumerated() {
      if at > 0 { canvas.blank() }
      canvas.paragraph(
        StyledText(
          "\(at + 1). \(PlainText.trimmed(step.rule.title)), \(Words.context(step.rule.anchor))", .bold),
        hanging: 3)
      canvas.paragraph(StyledText(PlainText.trimmed(step.rule.practice)), indent: 3)
      canvas.paragraph(StyledText(step.reason, .dim), indent: 3)
    }
  }

  private func appendNotes(_ report: Report, _ canvas: inout TerminalCanvas) {
    guard !report.notes.isEmpty || report.leakComparison != nil else { return }
    canvas.heading(Words.notes)
    if let comparison = report.leakComparison {
      canvas.paragraph(StyledText("• " + PlainText.trimmed(Words.comparison(comparison))), hanging: 2)
    }
    for note in report.notes { canvas.paragraph(StyledText("• " + PlainText.trimmed(note)), hanging: 2) }
  }
}

extension Report.Example {
  /// The stretch of the message with the evidence marked.
  var styled: StyledText {
    let (before, quote, after) = (
      PlainText.line(context.before), PlainText.trimmed(context.quote), PlainText.line(context.after)
    )
    return (StyledText("“" + before) + StyledText(quote, .marked) + StyledText(after + "”")).joined
  }
}
