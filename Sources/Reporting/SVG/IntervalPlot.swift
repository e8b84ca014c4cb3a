internal import Outcomes

/// One estimate with its interval a row, all rows on one axis: a forest plot whose text is the table around it.
///
///              −2    0    2    4    6
///        ───────┆────┆────┆────┆────┆──
///                    │   ├──■──┤            solid where the evidence holds up, hollow where not
///                 ├──┼─□────┤
struct IntervalPlot {
  /// How an estimate is drawn; the words for it stand in the same row of the table.
  enum Tone: String { case warm, cool, plain }

  static let width = 208
  static let rowHeight = 28
  private let scale: LinearScale
  /// The value of "no difference" or "as everywhere".
  private let reference: Double
  private let tickText: @Sendable (Double, Int) -> String

  /// An axis for these effects. A few very wide intervals don't squeeze the others: they run off the axis with
  /// an arrow.
  init(
    _ effects: [Effect], reference: Double, lowest: Double = -.infinity,
    tickText: @escaping @Sendable (Double, Int) -> String
  ) {
    let widths = effects.map { $0.upper - $0.lower }.sorted()
    let usual = widths.isEmpty ? 0 : widths[widths.count / 2]
    let covering = effects.filter { $0.upper - $0.lower <= 4 * usual }
    let low = covering.reduce(reference) { min($0, $1.lower) }
    let high = covering.reduce(reference) { max($0, $1.upper) }
    let margin = (high - low) * 0.02
    scale = LinearScale(
      covering: max(low - margin, lowest), high + margin, from: 14, length: Double(Self.width - 28), steps: 4)
    self.reference = reference
    self.tickText = tickText
  }

  /// The axis, for the head of the column.
  func appendAxis(to page: inout HTMLWriter, title: String) {
    page.drawing("axis", width: Self.width, height: 20, title: title) { svg in
      for tick in scale.ticks {
        svg.label("tick", scale.place(tick), 12, "middle", tickText(tick, scale.tickDigits))
        svg.line("grid", scale.place(tick), 16, scale.place(tick), 20)
      }
    }
  }

  /// One row. `title` says the estimate in words.
  func appendRow(_ effect: Effect?, tone: Tone, isSolid: Bool, title: String, to page: inout HTMLWriter) {
    let middle = Double(Self.rowHeight) / 2
    page.drawing("interval \(tone.rawValue)", width: Self.width, height: Self.rowHeight, title: title) {
      svg in
      for tick in scale.ticks {
        svg.line("grid", scale.place(tick), 0, scale.place(tick), Double(Self.rowHeight))
      }
      svg.line("reference", scale.clamped(reference), 0, scale.clamped(reference), Double(Self.rowHeight))
      guard let effect else { return }
      let (from, to) = (scale.clamped(effect.lower), scale.clamped(effect.upper))
      svg.line("bar", from, middle, to, middle)
      if effect.lower < scale.domain.lowerBound {
        svg.empty(
          "path",
          [
            "class": "arrow",
            "d": HTMLWriter.path([(from + 5, middle - 4), (from, middle), (from + 5, middle + 4)]),
          ])
      } else {
        svg.line("bar", from, middle - 3, from, middle + 3)
      }
      if effect.upper > scale.domain.upperBound {
        svg.empty(
          "path",
          [
            "class": "arrow",
            "d": HTMLWriter.path([(to - 5, middle - 4), (to, middle), (to - 5, middle + 4)]),
          ])
      } else {
        svg.line("bar", to, middle - 3, to, middle + 3)
      }
      if scale.domain.contains(effect.value) {
        svg.empty(
          "rect",
          [
            "class": isSolid ? "mark solid" : "mark hollow",
            "x": HTMLWriter.place(scale.place(effect.value) - 4.5),
            "y": HTMLWriter.place(middle - 4.5), "width": "9", "height": "9",
          ])
      }
    }
  }
}
