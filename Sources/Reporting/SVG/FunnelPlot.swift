internal import Outcomes

/// Observed ÷ expected against expected, with the limits of chance: values that lie outside stand out, the order of
/// those inside means nothing.
///
///     2 ┤╲   ○            99.8 % ───
///       │ ╲__   •          95 %  ┄┄┄
///     1 ┼──•──•──────•──
///       │ ╱‾‾     •
struct FunnelPlot {
  var funnel: Report.Funnel

  /// Points outside the 95 % limits, which get a label in the plot.
  var outside: [Report.Funnel.Point] {
    funnel.points.filter { point in
      guard let ratio = Self.ratio(point), let limit = limits(at: point.expected) else { return false }
      return !limit.usual.contains(ratio)
    }
  }

  /// Those that lie outside when a ticket counts for every value that replied to it; `nil` where one alone ever did.
  var outsideAmongAllReplied: [Report.Funnel.Point]? {
    guard funnel.sharedTickets > 0 else { return nil }
    return funnel.points.filter { point in
      guard let all = point.amongAllReplied, all.expected > 0, let limit = limits(at: all.expected) else {
        return false
      }
      return !limit.usual.contains(Double(all.observed) / all.expected)
    }
  }

  /// Observed ÷ expected; `nil` where nothing was expected.
  static func ratio(_ point: Report.Funnel.Point) -> Double? {
    point.expected > 0 ? Double(point.observed) / point.expected : nil
  }

  /// The limits at a number of expected reopens, between the two nearest that were given.
  func limits(at expected: Double) -> Report.Funnel.Limit? {
    guard let after = funnel.limits.firstIndex(where: { $0.expected >= expected }) else {
      return funnel.limits.last
    }
    guard after > 0 else { return funnel.limits.first }
    let (a, b) = (funnel.limits[after - 1], funnel.limits[after])
    let part = b.expected > a.expected ? (expected - a.expected) / (b.expected - a.expected) : 0
    // Limits may be endless where next to nothing was expected.
    func between(_ x: Double, _ y: Double) -> Double {
      x.isFinite && y.isFinite ? x + (y - x) * part : max(x, y)
    }
    func range(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> ClosedRange<Double> {
      let low = between(x.lowerBound, y.lowerBound)
      return low...max(low, between(x.upperBound, y.upperBound))
    }
    return .init(expected: expected, usual: range(a.usual, b.usual), wide: range(a.wide, b.wide))
  }

  /// Draws at two sizes, one of which the stylesheet shows.
  func append(to page: inout HTMLWriter) {
    for (kind, width, height) in [("chart wide", 800, 340), ("chart narrow", 360, 300)] {
      page.drawing(
        kind, width: width, height: height, title: Words.funnelTitle(funnel),
        description: Words.funnelDescription(self)
      ) { draw(in: &$0, width: Double(width), height: Double(height)) }
      page.raw("\n")
    }
  }

  private func draw(in svg: inout HTMLWriter, width: Double, height: Double) {
    let (left, right, top, bottom) = (44.0, width - 74, 14.0, height - 44)
    let farthest = funnel.points.map(\.expected).max() ?? 1
    let x = LinearScale(
      covering: 0, max(farthest * 1.05, 1), from: left, length: right - left, steps: width > 500 ? 6 : 4)
    // Limits near zero expected reopens are endless; the axis shows the points and what surrounds them.
    let peak = funnel.points.compactMap(Self.ratio).max() ?? 1
    let y = LinearScale(covering: 0, max(peak * 1.15, 2), from: bottom, length: top - bottom, steps: 4)

    for tick in y.ticks {
      svg.line("grid", left, y.place(tick), right, y.place(tick))
      svg.label("tick", left - 8, y.place(tick) + 4, "end", NumberText.fixed(tick, y.tickDigits))
    }
    svg.line("base", left, bottom, right, bottom)
    for tick in x.ticks {
      svg.line("base", x.place(tick), bottom, x.place(tick), bottom + 5)
      svg.label("tick", x.place(tick), bottom + 19, "middle", NumberText.fixed(tick, x.tickDigits))
    }
    svg.label("tick", (left + right) / 2, bottom + 38, "middle", Words.expectedReopens)
    svg.line("reference", left, y.place(1), right, y.place(1))

    for (kind, bound) in [
      ("limit usual", \Report.Funnel.Limit.usual.lowerBound), ("limit usual", \.usual.upperBound),
      ("limit", \.wide.lowerBound), ("limit", \.wide.upperBound),
    ] {
      // From where a curve enters the picture.
      let shown = funnel.limits.filter {
        y.domain.contains($0[keyPath: bound]) && x.domain.contains($0.expected)
      }
      guard shown.count > 1 else { continue }
      svg.empty(
        "path",
        [
          "class": kind,
          "d": HTMLWriter.path(shown.map { (x: x.place($0.expected), y: y.place($0[keyPath: bound])) }),
        ])
    }
    if let last = funnel.limits.last(where: { x.domain.contains($0.expected) }) {
      let end = x.place(last.expected) + 6
      let usual = y.clamped(last.usual.upperBound)
      svg.label("note", end, min(y.clamped(last.wide.upperBound), usual - 14) + 4, "start", "99.8%")
      svg.label("note", end, usual + 4, "start", "95%")
    }
    drawPoints(x, y, left, right, &svg)
  }

  /// The values as dots, with their names where there is room: those outside first.
  private func drawPoints(
    _ x: LinearScale, _ y: LinearScale, _ left: Double, _ right: Double, _ svg: inout HTMLWriter
  ) {
    let names = Set(outside.map(\.value))
    let points =
      funnel.points.filter { names.contains($0.value) } + funnel.points.filter { !names.contains($0.value) }
    var taken: [(x: ClosedRange<Double>, y: Double)] = []
    for point in points {
      guard let ratio = Self.ratio(point) else { continue }
      let (cx, cy) = (x.place(point.expected), y.clamped(ratio))
      taken.append((cx - 6...cx + 6, cy))
      let kind = names.contains(point.value) ? "dot outside" : "dot"
      svg.empty("circle", ["class": kind, "cx": HTMLWriter.place(cx), "cy": HTMLWriter.place(cy), "r": "5"])
    }
    for point in points {
      guard let ratio = Self.ratio(point) else { continue }
      let (cx, cy) = (x.place(point.expected), y.clamped(ratio))
      let name = String((point.value.isEmpty ? Words.notSaid : point.value).prefix(28))
      // Seven units a column is what the label's letters take at most.
      let length = Double(DisplayWidth.of(name)) * 7
      let isLeft = cx + 9 + length > right
      let box = isLeft ? cx - 9 - length...cx - 9 : cx + 9...cx + 9 + length
      let isFree = box.lowerBound >= left && !taken.contains { $0.x.overlaps(box) && abs($0.y - cy) < 15 }
      guard isFree || names.contains(point.value) else { continue }
      taken.append((box, cy))
      let kind = names.contains(point.value) ? "name" : "note"
      svg.label(kind, cx + (isLeft ? -9 : 9), cy + 4, isLeft ? "end" : "start", name)
    }
  }
}
