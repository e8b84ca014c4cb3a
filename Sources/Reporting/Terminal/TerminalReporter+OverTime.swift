internal import Outcomes
internal import Tickets

/// What the terminal says about time, targets and hours.
extension TerminalReporter {
  func appendNight(_ report: Report, _ canvas: inout TerminalCanvas) {
    guard let night = report.night else { return }
    canvas.heading(Words.night)
    canvas.paragraph(StyledText(Words.night(night)))
    guard !night.rules.isEmpty else { return }
    canvas.blank()
    var table = TerminalTable([
      .init(head: [Words.behaviour], isFlexible: true), .init(head: [Words.findings], alignment: .right),
      .init(head: [Words.tickets], alignment: .right),
    ])
    for result in night.gaps(limit: maximumRows) {
      table.append([
        StyledText(PlainText.trimmed(result.rule.title)), StyledText(NumberText.grouped(result.findings)),
        StyledText(NumberText.grouped(result.tickets)),
      ])
    }
    for line in table.lines(width: width) { canvas.line(line) }
  }

  func appendChange(_ report: Report, _ canvas: inout TerminalCanvas) {
    guard let change = report.change else { return }
    canvas.heading(Words.change(change))
    if let obstacle = change.obstacle { canvas.paragraph(StyledText(PlainText.trimmed(obstacle))) }
    guard !change.rows.isEmpty else { return }
    var table = TerminalTable([
      .init(head: [Words.what], isFlexible: true), .init(head: [Words.before], alignment: .right),
      .init(head: [Words.after], alignment: .right), .init(head: ["Per 100 (95%)"]),
      .init(head: [Words.verdict]),
    ])
    for row in change.rows {
      table.append([
        StyledText(PlainText.trimmed(Words.subject(row.rule, in: report))),
        StyledText(Words.rate(row.before)),
        StyledText(Words.rate(row.after)), StyledText(Words.difference(row.difference)),
        StyledText(Words.verdicts(row)),
      ])
    }
    for line in table.lines(width: width) { canvas.line(line) }
  }

  func appendTargets(_ report: Report, _ canvas: inout TerminalCanvas) {
    guard !report.targets.isEmpty else { return }
    canvas.heading(Words.targets)
    var table = TerminalTable([
      .init(head: [Words.what], isFlexible: true), .init(head: [Words.goal], alignment: .right),
      .init(head: [Words.now], alignment: .right), .init(head: [Words.reached]),
    ])
    for target in report.targets {
      table.append([
        StyledText(PlainText.trimmed(Words.subject(target.rule, in: report))),
        StyledText(Words.goal(target, in: report)), StyledText(Words.rate(target.current)),
        StyledText(Words.reached(target), target.isReached == true ? .cool : []),
      ])
    }
    for line in table.lines(width: width) { canvas.line(line) }
  }

  func appendRework(_ report: Report, _ canvas: inout TerminalCanvas) {
    guard let rework = report.rework else { return }
    let sentences = report.gaps.filter { $0.verdict == .gap }.prefix(3).compactMap { Words.hours($0, rework) }
    guard !sentences.isEmpty else { return }
    canvas.heading(Words.inHours)
    canvas.paragraph(StyledText(PlainText.trimmed(Words.reworkNote(rework)), .dim))
    for sentence in sentences { canvas.paragraph(StyledText("• " + PlainText.trimmed(sentence)), hanging: 2) }
  }
}
