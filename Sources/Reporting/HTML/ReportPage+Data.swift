internal import Outcomes
internal import Tickets

/// What the page says beside the gaps: listening, strengths, the plan, the data and the method.
extension ReportPage {
  mutating func appendListening() {
    let levels = report.listeningLevels
    let total = levels.reduce(0, +)
    guard levels.count == Words.levelNames.count, total > 0 else { return }
    let shares = levels.map { Double($0) / Double(total) }
    let bar = ShareBar(full: shares.max() ?? 1)
    html.block("p", Words.listeningNote)
    appendTable(Words.listening, kind: "cards levels") { html in
      html.heads([
        (Words.level, ""), (Words.whatItLooksLike, ""), (Words.share, "plot"), (Words.ofTickets, "number"),
        (Words.tickets, "number"),
      ])
      html.block("tbody") { html in
        for at in levels.indices {
          html.block("tr") { html in
            html.block("th", ["scope": "row"], "\(at + 1) \(Words.levelNames[at])")
            html.block("td", ["class": "meaning"], Words.levelMeanings[at])
            html.block("td", ["class": "plot"]) {
              bar.append(shares[at], step: at + 1, title: Words.levelTitle(at, shares[at]), to: &$0)
            }
            html.cell(Words.roundShare(shares[at]), label: Words.share)
            html.cell(NumberText.grouped(levels[at]), label: Words.tickets)
          }
        }
      }
    }
    appendListeningTrend()
  }

  mutating func appendStrengths() {
    html.block("p", Words.strengthNote)
    if !report.strengths.isEmpty {
      appendAssociations(report.strengths, caption: Words.strengths, isRanked: true, hasAvoidable: false)
    }
    for result in report.rules where result.rule.kind == .strength && result.tickets > 0 {
      appendExplained(result.rule, isOpen: true)
    }
  }

  mutating func appendCoaching() {
    html.block("p", Words.coachingNote)
    html.block("ol", ["class": "plan"]) { html in
      for step in report.coachingPlan() {
        html.block("li") { html in
          html.block("h3", step.rule.title)
          html.block(
            "p", ["class": "quiet"], Words.sentence(Words.context(step.rule.anchor) + "; " + step.reason))
          html.block("p", ["class": "practice"], step.rule.practice)
        }
      }
    }
    appendRework()
  }

  mutating func appendBreakdowns() {
    html.block("p", Words.breakdownNote)
    for breakdown in report.breakdowns where !breakdown.rows.isEmpty {
      let shown = Self.shown(breakdown)
      let plot = IntervalPlot(
        shown.compactMap(\.interval), reference: report.reopened?.share ?? 0, lowest: 0
      ) {
        NumberText.percent($0, max($1 - 2, 0))
      }
      appendTable(Words.capitalized(breakdown.name), kind: "cards breakdown sortable") { html in
        html.block("thead") { html in
          html.block("tr") { html in
            html.block("th", ["scope": "col", "class": "name"], Words.capitalized(breakdown.name))
            html.block("th", ["scope": "col", "class": "number"], Words.tickets)
            html.block("th", ["scope": "col", "class": "number"], Words.reopened)
            html.block("th", ["scope": "col", "class": "plot"]) {
              plot.appendAxis(to: &$0, title: Words.rateAxisTitle)
            }
            html.block("th", ["scope": "col", "class": "number wide"], Words.interval95)
          }
        }
        html.block("tbody") { html in
          for row in shown {
            let name = row.value.isEmpty ? Words.notSaid : row.value
            html.block("tr") { html in
              html.block("th", ["scope": "row", "class": "name"], name)
              html.cell(
                NumberText.grouped(row.reopened.total), label: Words.tickets,
                sortBy: Double(row.reopened.total))
              html.cell(Words.rate(row.reopened), label: Words.reopened, sortBy: row.reopened.share)
              html.block("td", ["class": "plot"]) {
                plot.appendRow(
                  row.interval, tone: .plain, isSolid: true, title: "\(name): \(Words.rate(row.reopened))",
                  to: &$0)
              }
              html.cell(
                row.interval.map(Words.percentInterval) ?? "–", label: Words.interval95, kind: "number wide")
            }
          }
        }
      }
      if shown.count < breakdown.rows.count {
        html.block("p", ["class": "quiet"], Words.leftOutRows(breakdown.rows.count - shown.count))
      }
    }
  }

  /// The values that say something: a page stays readable however many values a column has, and a rate of a handful
  /// of tickets is noise that would stretch the axis for all.
  private static func shown(_ breakdown: Report.Breakdown) -> ArraySlice<Report.Breakdown.Row> {
    let large = breakdown.rows.filter { $0.reopened.total >= 20 }
    return (large.isEmpty ? breakdown.rows : large).prefix(20)
  }

  mutating func appendData() {
    if let comparison = report.leakComparison {
      html.block("h3", Words.comparison)
      html.block("p", Words.comparison(comparison))
    }
    if !report.notes.isEmpty {
      html.block("h3", Words.notes)
      html.block("ul") { html in
        for note in report.notes { html.block("li", note) }
      }
    }
    let lines = report.ledger.lines
    guard !lines.isEmpty else { return }
    appendTable(Words.ledgerCaption, kind: "plain ledger") { html in
      html.heads([(Words.what, ""), (Words.count, "number")])
      html.block("tbody") { html in
        for line in lines {
          html.block("tr", ["class": line.isExcluded ? "excluded" : "total"]) { html in
            html.block("th", ["scope": "row"], line.label)
            html.cell(
              (line.isExcluded ? NumberText.minus : "") + NumberText.grouped(line.count), label: Words.count)
          }
        }
      }
    }
  }

  mutating func appendMethod() {
    for paragraph in Words.methodParagraphs(report) {
      html.block("p") { html in
        html.inline("strong", paragraph.lead + " ")
        html.text(paragraph.text)
      }
    }
  }

  mutating func appendProvenance() {
    let inputs = report.inputs
    if !inputs.isEmpty {
      appendTable(Words.read, kind: "plain") { html in
        html.heads([
          (Words.file, ""), (Words.format, ""), (Words.encoding, ""), (Words.records, "number"),
          (Words.contains, ""),
        ])
        html.block("tbody") { html in
          for input in inputs {
            html.block("tr") { html in
              html.block("th", ["scope": "row"], input.name)
              html.cell(input.format, label: Words.format, kind: "")
              html.cell(input.encoding, label: Words.encoding, kind: "")
              html.cell(NumberText.grouped(input.records), label: Words.records)
              html.cell(input.note, label: Words.contains, kind: "")
            }
          }
        }
      }
    }
    html.block(
      "p", ["class": "quiet"], Words.provenanceLine(version: report.version, ruleSetHash: report.ruleSetHash))
  }
}
