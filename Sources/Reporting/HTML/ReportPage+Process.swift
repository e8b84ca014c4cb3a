internal import Outcomes
internal import Tickets

/// Facts of how tickets travelled: what they go with, by how often, and what a plain count would have said.
extension ReportPage {
  mutating func appendProcess() {
    html.block("p", Words.processNote)
    appendAssociations(
      report.processAssociations, caption: Words.process, isRanked: false, hasAvoidable: false)
    for one in report.processAssociations { appendFact(one) }
  }

  private mutating func appendFact(_ one: Association) {
    html.raw("<article class=\"rule\">\n")
    html.block("h3", one.rule.title)
    if !one.sentence.isEmpty { html.block("p", ["class": "finding"], one.sentence) }
    if let steps = Words.steps(one) { html.block("p", steps) }
    if let leaky = Words.leaky(one) { html.block("p", leaky) }
    if let dose = one.dose {
      appendBanner()
      html.block("figure") { html in
        html.block("figcaption", Words.doseCaption(dose))
        DosePlot(dose: dose).append(
          to: &html, title: Words.doseTitle(one.rule), description: Words.doseDescription(dose))
      }
    }
    if !one.finePrint.isEmpty { html.block("p", ["class": "quiet"], one.finePrint) }
    appendFigures(of: one)
    html.raw("</article>\n")
  }
}
