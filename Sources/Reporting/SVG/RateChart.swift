internal import Outcomes
internal import Tickets

/// A rate over time as a line, with its interval as a band and the overall rate as a dashed line, labelled where
/// they are instead of in a legend.
struct RateChart {
  /// One point in time.
  struct Point {
    var start: Timestamp
    var rate: Double
    var interval: Effect?
  }

  /// In order of time.
  var points: [Point]
  /// The rate over all of them.
  var overall: Double?
  /// A value to reach.
  var target: Double?

  /// Draws at two sizes, one of which the stylesheet shows: text in a scaled drawing would be too small on a phone.
  func append(to page: inout HTMLWriter, title: String, description: String) {
    for (kind, width, height) in [("chart wide", 800, 280), ("chart narrow", 360, 240)] {
      page.drawing(kind, width: width, height: height, title: title, description: description) {
        draw(in: &$0, width: Double(width), height: Double(height))
      }
      page.raw("\n")
    }
  }

  /// Draws small, at one size that fits a phone, too.
  func appendSmall(to page: inout HTMLWriter, title: String, description: String) {
    page.drawing("chart small", width: 360, height: 150, title: title, description: description) {
      draw(in: &$0, width: 360, height: 150)
    }
  }

  private func draw(in svg: inout HTMLWriter, width: Double, height: Double) {
    guard let first = points.first, let last = points.last else { return }
    let (left, right, top, bottom) = (44.0, width - 96, 14.0, height - 28)
    let peak = points.reduce(max(overall ?? 0, target ?? 0)) {
      max($0, $1.rate, $1.interval?.upper ?? 0)
    }
    // The axis rises from zero: a rate's height above it is what the eye compares.
    let y = LinearScale(
      covering: 0, max(peak, 0.001), from: bottom, length: top - bottom, steps: height < 200 ? 2 : 4)
    let span = Double(max(last.start.seconds - first.start.seconds, 1))
    func x(_ time: Timestamp) -> Double {
      points.count == 1
        ? (left + right) / 2 : left + Double(time.seconds - first.start.seconds) / span * (right - left)
    }

    for tick in y.ticks {
      svg.line(tick == 0 ? "base" : "grid", left, y.place(tick), right, y.place(tick))
      svg.label(
        "tick", left - 8, y.place(tick) + 4, "end", NumberText.percent(tick, max(y.tickDigits - 2, 0)))
    }
    for tick in Self.timeTicks(points.map(\.start), limit: width > 500 ? 10 : 5) {
      svg.line("base", x(tick.time), bottom, x(tick.time), bottom + 5)
      svg.label("tick", x(tick.time), bottom + 19, "middle", tick.label)
    }

    let banded = points.filter { $0.interval != nil }
    if banded.count > 1 {
      let upper = banded.map { (x: x($0.start), y: y.clamped($0.interval?.upper ?? 0)) }
      let lower = banded.reversed().map { (x: x($0.start), y: y.clamped($0.interval?.lower ?? 0)) }
      svg.empty("path", ["class": "band", "d": HTMLWriter.path(upper + lower) + "Z"])
    }
    if let overall { svg.line("overall", left, y.clamped(overall), right, y.clamped(overall)) }
    if let target { svg.line("target", left, y.clamped(target), right, y.clamped(target)) }
    svg.empty(
      "path",
      ["class": "curve", "d": HTMLWriter.path(points.map { (x: x($0.start), y: y.clamped($0.rate)) })])
    svg.empty(
      "circle",
      [
        "class": "end", "cx": HTMLWriter.place(x(last.start)), "cy": HTMLWriter.place(y.clamped(last.rate)),
        "r": "3.5",
      ])
    label(last.rate, y, right, &svg)
  }

  /// What the lines are, right of their ends, moved apart where they would touch.
  private func label(_ last: Double, _ y: LinearScale, _ right: Double, _ svg: inout HTMLWriter) {
    var labels = [(place: y.clamped(last), kind: "value", text: NumberText.percent(last))]
    if let overall {
      labels.append((y.clamped(overall), "note", "\(NumberText.percent(overall)) \(Words.overall)"))
    }
    if let target {
      labels.append((y.clamped(target), "note", "\(NumberText.percent(target)) \(Words.target)"))
    }
    labels.sort { $0.place < $1.place }
    let lineHeight = 16.0
    for at in labels.indices.dropFirst() {
      let overlap = labels[at - 1].place + lineHeight - labels[at].place
      guard overlap > 0 else { continue }
      labels[at].place += overlap / 2
      for before in 0..<at { labels[before].place -= overlap / 2 }
    }
    for label in labels { svg.label(label.kind, right + 8, label.place + 4, "start", label.text) }
  }

  /// Starts of months, quarters or years among the points, whichever gives at most `limit` labels.
  static func timeTicks(_ times: [Timestamp], limit: Int) -> [(time: Timestamp, label: String)] {
    var months: [(time: Timestamp, year: Int, month: Int)] = []
    for time in times {
      let (year, month, _) = time.civil
      if months.last.map({ $0.year != year || $0.month != month }) ?? true {
        months.append((time, year, month))
      }
    }
    guard months.count > 1 else { return times.first.map { [($0, Words.shortDate($0))] } ?? [] }
    for step in [1, 2, 3, 6, 12, 24, 60, 120] {
      let kept = step == 1 ? months[...] : months.filter { ($0.year * 12 + $0.month - 1) % step == 0 }[...]
      guard kept.count <= limit else { continue }
      return kept.enumerated().map { at, month in
        let name = String(Words.months[month.month - 1].prefix(3))
        let hasYear = at == 0 || month.month <= step && month.month == 1
        if step >= 12 { return (month.time, String(month.year)) }
        return (month.time, hasYear ? "\(name) \(month.year)" : name)
      }
    }
    return months.prefix(1).map { ($0.time, String($0.year)) }
  }
}
