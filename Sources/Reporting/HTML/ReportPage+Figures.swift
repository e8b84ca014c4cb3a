internal import Outcomes
internal import Tickets

/// An association seen from every side, for those who want to check.
extension ReportPage {
  mutating func appendFigures(of one: Association) {
    let rows = Words.figures(one)
    guard rows.count > 1 else { return }
    html.block("details") { html in
      html.block("summary", Words.howItHoldsUp)
      html.block("table", ["class": "plain"]) { html in
        html.block("caption", Words.howItHoldsUp)
        html.heads([
          (Words.what, ""), (Words.reopenedWith, "number"), (Words.reopenedWithout, "number"),
          (Words.measure, "number"),
        ])
        html.block("tbody") { html in
          for row in rows {
            html.block("tr") { html in
              html.block("th", ["scope": "row"], row.name)
              html.cell(row.exposed, label: Words.reopenedWith)
              html.cell(row.unexposed, label: Words.reopenedWithout)
              html.cell(row.measure, label: Words.measure)
            }
          }
        }
      }
    }
  }
}
