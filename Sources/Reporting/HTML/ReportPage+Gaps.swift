internal import Outcomes
internal import Tickets

/// What goes with reopening: over time, ranked, and one by one.
extension ReportPage {
  mutating func appendOverTime() {
    var chart = RateChart(
      points: report.weeks.compactMap { week in
        week.reopened.share.map { .init(start: week.start, rate: $0, interval: week.interval) }
      })
    chart.overall = report.reopened?.share
    html.block("figure") { html in
      html.block("figcaption", Words.overTimeCaption(report))
      chart.append(to: &html, title: Words.overTimeTitle, description: Words.overTimeDescription(report))
    }
    html.block("details") { html in
      html.block("summary", Words.asTable)
      html.block("table", ["class": "plain"]) { html in
        html.block("caption", Words.overTime)
        html.heads([
          (Words.week, ""), (Words.tickets, "number"), (Words.reopened, "number"),
          (Words.interval95, "number"),
        ])
        html.block("tbody") { html in
          for week in report.weeks {
            html.block("tr") { html in
              html.block("th", ["scope": "row"], Words.date(week.start))
              html.cell(NumberText.grouped(week.reopened.total), label: Words.tickets)
              html.cell(Words.rate(week.reopened), label: Words.reopened)
              html.cell(week.interval.map(Words.percentInterval) ?? "–", label: Words.interval95)
            }
          }
        }
      }
    }
  }

  mutating func appendGaps() {
    html.block("p", Words.rankNote)
    appendAssociations(report.gaps, caption: Words.gapsRanked, isRanked: true, hasAvoidable: true)
    if let rest = Words.neverFound(.gap, report) { html.block("p", ["class": "quiet"], rest) }
    appendVerdictLegend(Set(report.gaps.map(\.verdict)))
  }

  private mutating func appendVerdictLegend(_ verdicts: Set<Verdict>) {
    html.block("dl", ["class": "legend"]) { html in
      for verdict in Words.verdictOrder where verdicts.contains(verdict) {
        html.block("div") { html in
          html.block("dt") { $0.badge(verdict, verdict.rawValue) }
          html.block("dd", Words.meaning(verdict))
        }
      }
    }
  }

  /// The forest plot and its numbers: one row an association.
  mutating func appendAssociations(
    _ associations: [Association], caption: String, isRanked: Bool, hasAvoidable: Bool
  ) {
    let plot = IntervalPlot(associations.compactMap(\.adjusted.riskDifferencePer100), reference: 0) {
      value, digits in
      NumberText.signed(value, digits)
    }
    appendTable(caption, kind: "cards associations sortable") { html in
      html.block("thead") { html in
        html.block("tr") { html in
          html.block("th", ["scope": "col", "class": "name"], isRanked ? Words.behaviour : Words.fact)
          html.block("th", ["scope": "col", "class": "number"], Words.foundIn)
          html.block("th", ["scope": "col", "class": "number"], Words.reopenedWith)
          html.block("th", ["scope": "col", "class": "number"], Words.reopenedWithout)
          html.block("th", ["scope": "col", "class": "plot"]) { html in
            html.inline("span", Words.fewerMore)
            plot.appendAxis(to: &html, title: Words.axisTitle)
          }
          html.block("th", ["scope": "col", "class": "number wide"], Words.differenceHead)
          if hasAvoidable { html.block("th", ["scope": "col", "class": "number wide"], Words.avoidableHead) }
          html.block("th", ["scope": "col"], Words.verdict)
        }
      }
      html.block("tbody") { html in
        for association in associations { html.row(of: association, plot, hasAvoidable: hasAvoidable) }
      }
    }
  }

  mutating func appendGapsExplained() {
    let settled = report.gaps.filter { $0.verdict == .gap || $0.verdict == .watch }.map(\.rule)
    let shown = Set(settled.map(\.id))
    let others = report.rules.filter { $0.rule.kind == .gap && $0.tickets > 0 && !shown.contains($0.rule.id) }
    for rule in settled { appendExplained(rule, isOpen: true) }
    if !others.isEmpty {
      if !settled.isEmpty { html.block("h3", Words.alsoFound) }
      for result in others.sorted(by: { $0.tickets > $1.tickets }) {
        appendExplained(result.rule, isOpen: settled.isEmpty)
      }
    }
  }

  /// One rule: what was measured, what it does to the reader, examples, and what to practise.
  mutating func appendExplained(_ rule: RuleSummary, isOpen: Bool) {
    let association = report.association(rule.id)
    let result = report.result(rule.id)
    if isOpen {
      html.raw("<article class=\"rule\">\n<h3>")
    } else {
      html.raw("<details class=\"rule\">\n<summary>")
    }
    html.text(rule.title)
    if let association {
      html.text(" ")
      html.badge(association.verdict, Words.verdict(association))
    }
    html.raw(isOpen ? "</h3>\n" : "</summary>\n")
    if let association {
      if !association.sentence.isEmpty { html.block("p", ["class": "finding"], association.sentence) }
      if !association.finePrint.isEmpty {
        html.block("p", ["class": "quiet"], association.finePrint)
      } else {
        for caveat in association.caveats { html.block("p", ["class": "quiet"], Words.sentence(caveat)) }
      }
    }
    if let association { appendFigures(of: association) }
    if !rule.rationale.isEmpty { html.block("p", rule.rationale) }
    if let result {
      html.block("p", ["class": "quiet"], Words.sentence(Words.found(result)))
      appendExamples(result.examples)
      if let good = result.goodReply {
        html.block("p") { $0.inline("strong", Words.goodReply) }
        appendExamples([good])
      }
    }
    appendTrend(of: rule)
    if !rule.practice.isEmpty, rule.kind == .gap {
      html.block("p", ["class": "practice"]) { html in
        html.inline("strong", Words.practise + ": ")
        html.text(rule.practice)
      }
    }
    html.raw(isOpen ? "</article>\n" : "</details>\n")
  }

  mutating func appendExamples(_ examples: [Report.Example]) {
    guard !examples.isEmpty else { return }
    html.block("ul", ["class": "examples"]) { html in
      for example in examples { html.block("li") { $0.example(example) } }
    }
  }
}

extension HTMLWriter {
  /// A verdict as a word in a box, with a shape so that it does not rest on colour.
  mutating func badge(_ verdict: Verdict, _ word: String) {
    let (kind, shape): (String, String) =
      switch verdict {
      case .gap: ("warm", "▲")
      case .strength: ("cool", "▼")
      case .watch: ("watch", "◆")
      case .negligible: ("plain", "≈")
      case .cannotTell: ("plain", "○")
      }
    inline("span", ["class": "badge \(kind)"]) { html in
      html.inline("span", ["aria-hidden": "true"], shape)
      html.text(" " + word)
    }
  }

  fileprivate mutating func row(of association: Association, _ plot: IntervalPlot, hasAvoidable: Bool) {
    let effect = association.adjusted.riskDifferencePer100
    let tone: IntervalPlot.Tone =
      switch association.verdict {
      case .gap: .warm
      case .strength: .cool
      default: .plain
      }
    let isSolid = association.verdict == .gap || association.verdict == .strength
    block("tr") { html in
      html.block("th", ["scope": "row", "class": "name"]) { html in
        html.text(association.rule.title)
        for caveat in association.caveats { html.inline("span", ["class": "caveat"], caveat) }
      }
      html.cell(
        Words.roundShare(association.prevalence), label: Words.foundIn, sortBy: association.prevalence)
      html.cell(Words.rate(association.exposed), label: Words.reopenedWith, sortBy: association.exposed.share)
      html.cell(
        Words.rate(association.unexposed), label: Words.reopenedWithout, sortBy: association.unexposed.share)
      html.block("td", ["class": "plot"]) {
        plot.appendRow(effect, tone: tone, isSolid: isSolid, title: Words.plotTitle(association), to: &$0)
      }
      html.estimate(effect, label: Words.differenceHead) {
        NumberText.signed($0, 1)
      } limits: {
        Words.interval($0)
      }
      if hasAvoidable {
        html.estimate(association.avoidable, label: Words.avoidableHead) {
          NumberText.fixed($0, 0)
        } limits: {
          Words.interval($0, 0)
        }
      }
      html.block("td", ["class": "verdict", "data-label": Words.verdict]) {
        $0.badge(association.verdict, Words.verdict(association))
      }
    }
  }

  /// A cell with an estimate and, below it, its interval.
  private mutating func estimate(
    _ effect: Effect?, label: String, value: (Double) -> String, limits: (Effect) -> String
  ) {
    guard let effect else { return cell("–", label: label, kind: "number wide") }
    let sortValue = NumberText.machine(effect.value, 6) ?? ""
    block("td", ["class": "number wide", "data-label": label, "data-value": sortValue]) { html in
      html.inline("strong", value(effect.value))
      html.text(" ")
      html.inline("span", ["class": "limits"], limits(effect))
    }
  }

  /// An example: the ticket, the quote in its context, what was seen, what to write instead.
  fileprivate mutating func example(_ example: Report.Example) {
    block("p", ["class": "place"]) { html in
      if let link = PlainText.webAddress(example.link) {
        html.inline("a", ["href": link, "rel": "noreferrer"], example.finding.ticket)
      } else {
        html.inline("span", example.finding.ticket)
      }
      if example.finding.isAfterCut { html.inline("span", ["class": "caveat"], Words.afterCut) }
    }
    block("blockquote") { html in
      html.text(PlainText.line(example.context.before))
      if example.isWholeReply {
        html.text(PlainText.trimmed(example.context.quote))
      } else {
        html.inline("mark", PlainText.trimmed(example.context.quote))
      }
      html.text(PlainText.line(example.context.after))
    }
    if !example.finding.explanation.isEmpty {
      block("p", ["class": "quiet"], Words.sentence(PlainText.trimmed(example.finding.explanation)))
    }
    if !example.finding.suggestion.isEmpty {
      block("p", ["class": "instead"]) { html in
        html.inline("strong", Words.insteadWrite + ": ")
        html.text(PlainText.trimmed(example.finding.suggestion))
      }
    }
  }
}
