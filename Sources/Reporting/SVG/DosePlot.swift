internal import Outcomes

/// Reopened by how often something happened: a rate with its interval a step, and hollow beside it what a plain count
/// over whole tickets gives.
///
///     4 % ┤                 ◇
///         │        ◇        │
///     2 % ┤   ◇    ┼        ●
///         │   ●    ●
///         └───┴────┴────────┴──
///             0    1    2 and more
struct DosePlot {
  var dose: Association.Dose

  /// Draws at two sizes, one of which the stylesheet shows.
  func append(to page: inout HTMLWriter, title: String, description: String) {
    for (kind, width, height) in [("chart wide", 640, 280), ("chart narrow", 360, 240)] {
      page.drawing(kind, width: width, height: height, title: title, description: description) {
        draw(in: &$0, width: Double(width), height: Double(height))
      }
      page.raw("\n")
    }
  }

  private func draw(in svg: inout HTMLWriter, width: Double, height: Double) {
    let (left, right, top, bottom) = (44.0, width - 24, 14.0, height - 44)
    let all = dose.rates + dose.leakyRates
    let peak = all.reduce(0) { max($0, $1.share ?? 0, $1.interval()?.upper ?? 0) }
    let y = LinearScale(covering: 0, max(peak, 0.001), from: bottom, length: top - bottom, steps: 4)
    let step = (right - left) / Double(max(dose.rates.count, 1))
    for tick in y.ticks {
      svg.line(tick == 0 ? "base" : "grid", left, y.place(tick), right, y.place(tick))
      svg.label(
        "tick", left - 8, y.place(tick) + 4, "end", NumberText.percent(tick, max(y.tickDigits - 2, 0)))
    }
    for (count, rate) in dose.rates.enumerated() {
      let x = left + (Double(count) + 0.5) * step
      svg.label("tick", x, bottom + 19, "middle", Words.times(count, of: dose.rates.count))
      svg.label("tick", x, bottom + 35, "middle", NumberText.grouped(rate.total))
      if dose.leakyRates.indices.contains(count), let share = dose.leakyRates[count].share {
        let (x, middle) = (x + 16, y.place(share))
        svg.empty(
          "path",
          [
            "class": "leaky",
            "d": HTMLWriter.path([
              (x, middle - 5.5), (x + 5.5, middle), (x, middle + 5.5), (x - 5.5, middle), (x, middle - 5.5),
            ]),
          ])
      }
      guard let share = rate.share else { continue }
      if let interval = rate.interval() {
        svg.line("whisker", x, y.place(interval.lower), x, y.place(interval.upper))
      }
      svg.empty(
        "circle",
        ["class": "end", "cx": HTMLWriter.place(x), "cy": HTMLWriter.place(y.place(share)), "r": "4.5"])
      svg.label("value", x - 9, y.place(share) + 4, "end", NumberText.percent(share))
    }
  }
}
