import Outcomes
import Reporting
import TemporaryFiles
import Tickets

/// Parts of a report that are counts by week, by kind of ticket and by team.
extension ReportBuilder {
  /// Cells of a heat map with fewer tickets than this are not shown.
  private static let fewestInCell = 30
  /// Columns and rows of a heat map.
  private static let (mostValues, mostRules) = (8, 12)

  /// A week counts the tickets first resolved in it.
  static func weeks(_ table: ObservationTable, _ eligibility: Eligibility) -> [Report.Week] {
    var counts: [Int64: Proportion] = [:]
    for (row, cameBack) in zip(eligibility.rows, eligibility.cameBack) {
      guard let at = table.cutAt(Int(row)) else { continue }
      var count = counts[Week.number(at.seconds)] ?? Proportion(events: 0, total: 0)
      count.total += 1
      if cameBack { count.events += 1 }
      counts[Week.number(at.seconds)] = count
    }
    let weeks = counts.sorted { $0.key < $1.key }.map {
      Report.Week(start: Week.start($0.key), reopened: $0.value)
    }
    return Report.Week.joining(weeks) { $0.interval() }
  }

  func breakdowns(_ table: ObservationTable, _ eligibility: Eligibility) -> [Report.Breakdown] {
    ObservationTable.Column.allCases.compactMap { column in
      let (codes, names) = table.values(column)
      var counts = Array(repeating: Proportion(events: 0, total: 0), count: names.count)
      for (row, cameBack) in zip(eligibility.rows, eligibility.cameBack) {
        let place = Int(codes[Int(row)])
        counts[place].total += 1
        if cameBack { counts[place].events += 1 }
      }
      let rows = zip(names, counts).filter { $0.1.total > 0 }
        .sorted { ($0.1.total, $1.0) > ($1.1.total, $0.0) }
        .map { Report.Breakdown.Row(value: $0.0, reopened: $0.1, interval: $0.1.interval()) }
      return rows.count > 1 ? Report.Breakdown(name: column.rawValue, rows: rows) : nil
    }
  }

  /// How often each rule found something and how replies listened, over time.
  func addTrends(_ table: ObservationTable, to report: inout Report) {
    let trends = Trends(table)
    guard trends.starts.count >= Trends.fewestStretches else { return }
    report.trends = report.rules.enumerated().compactMap { place, result in
      guard result.tickets > 0 else { return nil }
      let points = trends.points(of: place).map {
        Report.Point(start: $0.start, found: $0.found, interval: $0.rate)
      }
      return points.isEmpty ? nil : Report.Trend(rule: result.rule.id, points: points)
    }
    if trends.listening.contains(where: { $0.contains { $0 > 0 } }) {
      report.listeningTrend = zip(trends.starts, trends.listening).map {
        Report.ListeningPoint(start: $0, levels: $1)
      }
    }
  }

  /// Where the rules that stand first found something, by category and by group.
  func heatMaps(_ table: ObservationTable, _ associations: [Association]) -> [Report.HeatMap] {
    let places = Dictionary(uniqueKeysWithValues: summaries.enumerated().map { ($1.id, $0) })
    let shown = associations.filter { $0.rule.kind == .gap }.prefix(Self.mostRules)
      .compactMap { places[$0.rule.id] }
    guard !shown.isEmpty else { return [] }
    return [ObservationTable.Column.category, .group].compactMap { column in
      let (codes, names) = table.values(column)
      var totals = [Int](repeating: 0, count: names.count)
      var cells = [[Proportion]](
        repeating: Array(repeating: Proportion(events: 0, total: 0), count: names.count), count: shown.count)
      for row in 0..<table.count where table.exclusion(row) == nil {
        let value = Int(codes[row])
        totals[value] += 1
        for (place, rule) in shown.enumerated() {
          let state = table.state(of: rule, row: row)
          guard state != .notApplicable else { continue }
          cells[place][value].total += 1
          if state == .found { cells[place][value].events += 1 }
        }
      }
      let values = names.indices.filter { totals[$0] >= Self.fewestInCell }
        .sorted { totals[$0] != totals[$1] ? totals[$0] > totals[$1] : names[$0] < names[$1] }
        .prefix(Self.mostValues)
      guard values.count > 1 else { return nil }
      return Report.HeatMap(
        column: column.rawValue, values: values.map { names[$0] },
        rows: zip(shown, cells).map { rule, own in
          Report.HeatMap.Row(
            rule: summaries[rule].id,
            cells: values.map { own[$0].total >= Self.fewestInCell ? own[$0] : nil })
        })
    }
  }

  /// Reopens by team against chance.
  func funnels(_ table: ObservationTable, _ eligibility: Eligibility) -> [Report.Funnel] {
    let rates = TeamRates(table, eligibility)
    guard rates.teams.count > 2, !rates.limits.isEmpty else { return [] }
    var funnel = Report.Funnel(
      column: "group",
      points: rates.teams.map {
        var point = Report.Funnel.Point(value: $0.name, observed: $0.observed, expected: $0.expected)
        point.shrunken = $0.shrunken
        point.amongAllReplied = $0.amongAllReplied
        return point
      },
      limits: rates.limits.map {
        Report.Funnel.Limit(expected: $0.expected, usual: $0.usual, wide: $0.wide)
      })
    funnel.sharedTickets = rates.sharedTickets
    return [funnel]
  }
}
