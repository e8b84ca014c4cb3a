internal import Outcomes
internal import Tickets

/// What needs more than one group or more than one report: where, since when, and towards what.
extension ReportPage {
  /// How often a rule fired, week by week, small enough to stand beside its examples.
  mutating func appendTrend(of rule: RuleSummary) {
    guard let trend = report.trends.first(where: { $0.rule == rule.id }) else { return }
    let points = trend.points.compactMap { point in
      (point.interval?.value ?? point.found.share).map {
        RateChart.Point(start: point.start, rate: $0, interval: point.interval)
      }
    }
    guard points.count > 1 else { return }
    var chart = RateChart(points: points)
    chart.target = report.targets.first { $0.rule == rule.id }?.goal
    html.block("figure") { html in
      html.block("figcaption", Words.trendCaption)
      chart.appendSmall(to: &html, title: Words.trendTitle(rule), description: Words.lineDescription(points))
    }
  }

  mutating func appendGroups() {
    for heatMap in report.heatMaps where !heatMap.rows.isEmpty { appendHeatMap(heatMap) }
    for funnel in report.funnels where funnel.points.count > 1 {
      let plot = FunnelPlot(funnel: funnel)
      html.block("h3", Words.funnelTitle(funnel))
      appendBanner()
      html.block("figure") { html in
        html.block("figcaption", Words.funnelNote)
        plot.append(to: &html)
      }
      if let note = Words.allReplied(plot) { html.block("p", ["class": "quiet"], note) }
      html.block("details") { html in
        html.block("summary", Words.asTable)
        html.block("table", ["class": "plain"]) { html in
          html.block("caption", Words.funnelTitle(funnel))
          html.heads(
            [
              (Words.capitalized(funnel.column), ""), (Words.observed, "number"), (Words.expected, "number"),
              (Words.ratio, "number"), (Words.chanceLimits, "number"),
            ] + (funnel.sharedTickets > 0 ? [(Words.ratioAllReplied, "number")] : []))
          html.block("tbody") { html in
            for point in funnel.points {
              html.block("tr") { html in
                html.block("th", ["scope": "row"], point.value.isEmpty ? Words.notSaid : point.value)
                html.cell(NumberText.grouped(point.observed), label: Words.observed)
                html.cell(NumberText.fixed(point.expected, 1), label: Words.expected)
                html.cell(FunnelPlot.ratio(point).map { NumberText.fixed($0, 2) } ?? "–", label: Words.ratio)
                let limit = plot.limits(at: point.expected).map { Words.range($0.usual) } ?? "–"
                html.cell(limit, label: Words.chanceLimits)
                if let all = point.amongAllReplied {
                  html.cell(Words.ratio(all), label: Words.ratioAllReplied)
                }
              }
            }
          }
        }
      }
    }
  }

  private mutating func appendHeatMap(_ heatMap: Report.HeatMap) {
    let titles = heatMap.rows.map { row in report.result(row.rule)?.rule.title ?? row.rule.description }
    html.block("h3", Words.heatTitle(heatMap))
    html.block("p", ["class": "quiet"], Words.heatNote)
    appendTable(Words.heatTitle(heatMap), kind: "heat") { html in
      html.heads(
        [(Words.behaviour, "name")]
          + heatMap.values.map { ($0.isEmpty ? Words.notSaid : $0, "number") })
      html.block("tbody") { html in
        for (row, title) in zip(heatMap.rows, titles) {
          let events = row.cells.reduce(0) { $0 + ($1?.events ?? 0) }
          let total = row.cells.reduce(0) { $0 + ($1?.total ?? 0) }
          let overall = Proportion(events: events, total: total).share
          html.block("tr") { html in
            html.block("th", ["scope": "row", "class": "name"], title)
            for at in heatMap.values.indices {
              let cell = at < row.cells.count ? row.cells[at] : nil
              html.block(
                "td", ["class": "number \(Self.shade(cell?.share, against: overall))"],
                Words.roundShare(cell?.share))
            }
          }
        }
      }
    }
  }

  /// A class for how a share compares with the same behaviour in all tickets: well below … well above.
  static func shade(_ share: Double?, against overall: Double?) -> String {
    guard let share, let overall, overall > 0 else { return "" }
    switch share / overall {
    case ..<0.67: return "below2"
    case ..<0.87: return "below1"
    case ..<1.15: return ""
    case ..<1.5: return "above1"
    default: return "above2"
    }
  }

  mutating func appendListeningTrend() {
    let points = report.listeningTrend.compactMap { point -> RateChart.Point? in
      let total = point.levels.reduce(0, +)
      guard total > 0, point.levels.count == Words.levelNames.count else { return nil }
      return .init(start: point.start, rate: Double(point.levels[3] + point.levels[4]) / Double(total))
    }
    guard points.count > 1 else { return }
    html.block("figure") { html in
      html.block("figcaption", Words.listeningTrendCaption)
      RateChart(points: points).append(
        to: &html, title: Words.listeningTrendTitle, description: Words.lineDescription(points))
    }
  }

  mutating func appendRework() {
    guard let rework = report.rework else { return }
    let sentences = report.gaps.filter { $0.verdict == .gap }.prefix(3)
      .compactMap { Words.hours($0, rework) }
    guard !sentences.isEmpty else { return }
    html.block("h3", Words.inHours)
    html.block("p", ["class": "quiet"], Words.reworkNote(rework))
    html.block("ul") { html in
      for sentence in sentences { html.block("li", sentence) }
    }
  }

  mutating func appendChange() {
    guard let change = report.change else { return }
    if let obstacle = change.obstacle { html.block("p", obstacle) }
    guard !change.rows.isEmpty else { return }
    let titles = change.rows.map { Words.subject($0.rule, in: report) }
    html.block("p", Words.note(change))
    appendTable(Words.change(change), kind: "cards changes") { html in
      html.heads([
        (Words.what, "name"), (Words.before, "number"), (Words.after, "number"),
        (Words.changePer100, "number wide"), (Words.verdict, ""),
      ])
      html.block("tbody") { html in
        for (row, title) in zip(change.rows, titles) {
          html.block("tr") { html in
            html.block("th", ["scope": "row", "class": "name"], title)
            html.cell(Words.rate(row.before), label: Words.before)
            html.cell(Words.rate(row.after), label: Words.after)
            html.cell(Words.difference(row.difference), label: Words.changePer100, kind: "number wide")
            html.cell(Words.verdicts(row), label: Words.verdict, kind: "verdict")
          }
        }
      }
    }
  }

  mutating func appendTargets() {
    let targets = report.targets
    let titles = targets.map { Words.subject($0.rule, in: report) }
    let goals = targets.map { Words.goal($0, in: report) }
    appendTable(Words.targets, kind: "cards targets") { html in
      html.heads([(Words.what, "name"), (Words.goal, "number"), (Words.now, "number"), (Words.reached, "")])
      html.block("tbody") { html in
        for at in targets.indices {
          html.block("tr") { html in
            html.block("th", ["scope": "row", "class": "name"], titles[at])
            html.cell(goals[at], label: Words.goal)
            html.cell(Words.rate(targets[at].current), label: Words.now)
            html.cell(Words.reached(targets[at]), label: Words.reached, kind: "")
          }
        }
      }
    }
  }
}
