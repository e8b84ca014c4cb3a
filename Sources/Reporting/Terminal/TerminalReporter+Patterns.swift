internal import Outcomes
internal import Tickets

/// What only all tickets together can tell.
extension TerminalReporter {
  /// Rows of a table on a terminal; the other formats have more.
  private static let mostRows = 5

  func appendPatterns(_ report: Report, _ canvas: inout TerminalCanvas) {
    if !report.recurrences.isEmpty {
      canvas.heading(Words.recurrences)
      var table = TerminalTable([
        .init(head: [Words.request], isFlexible: true), .init(head: [Words.tickets], alignment: .right),
        .init(head: [Words.since]), .init(head: [Words.reopened], alignment: .right),
      ])
      for recurrence in report.recurrences.prefix(Self.mostRows) {
        table.append([
          StyledText(PlainText.trimmed(recurrence.text)), StyledText(NumberText.grouped(recurrence.tickets)),
          StyledText(recurrence.since.map { String($0.iso8601.prefix(10)) } ?? ""),
          StyledText(recurrence.reopened.total > 0 ? Words.rate(recurrence.reopened) : "–"),
        ])
      }
      for line in table.lines(width: width) { canvas.line(line) }
      canvas.paragraph(StyledText(Words.recurrenceNote, .dim))
    }
    guard !report.templates.isEmpty else { return }
    canvas.heading(Words.templates)
    var table = TerminalTable([
      .init(head: [Words.reply], isFlexible: true), .init(head: [Words.tickets], alignment: .right),
      .init(head: [Words.bare], alignment: .right), .init(head: [Words.reopened], alignment: .right),
    ])
    for template in report.templates.prefix(Self.mostRows) {
      table.append([
        StyledText(PlainText.trimmed(template.text)), StyledText(NumberText.grouped(template.tickets)),
        StyledText(NumberText.grouped(template.bare)),
        StyledText(template.reopened.total > 0 ? Words.rate(template.reopened) : "–"),
      ])
    }
    for line in table.lines(width: width) { canvas.line(line) }
    canvas.paragraph(StyledText(Words.templateNote, .dim))
  }
}
