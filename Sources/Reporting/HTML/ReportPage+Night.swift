internal import Outcomes
internal import Tickets

/// What is new since the run before.
extension ReportPage {
  mutating func appendNight() {
    guard let night = report.night else { return }
    html.block("p", Words.night(night))
    let gaps = night.gaps(limit: 12)
    guard !night.rules.isEmpty else { return }
    html.block("p", ["class": "quiet"], Words.nightNote)
    if let strengths = Words.nightStrengths(night) { html.block("p", strengths) }
    guard !gaps.isEmpty else { return }
    appendTable(Words.night, kind: "cards breakdown sortable") { html in
      html.heads([(Words.behaviour, "name"), (Words.findings, "number"), (Words.tickets, "number")])
      html.block("tbody") { html in
        for result in gaps {
          html.block("tr") { html in
            html.block("th", ["scope": "row", "class": "name"], result.rule.title)
            html.cell(
              NumberText.grouped(result.findings), label: Words.findings, sortBy: Double(result.findings))
            html.cell(
              NumberText.grouped(result.tickets), label: Words.tickets, sortBy: Double(result.tickets))
          }
        }
      }
    }
    for result in night.gaps(limit: 3) where !result.examples.isEmpty {
      html.block("h3", result.rule.title)
      appendExamples(result.examples)
    }
  }
}
