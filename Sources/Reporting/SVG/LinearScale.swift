/// Values to places on an axis, with round numbers to label it by.
struct LinearScale {
  /// Round values in rising order, the first and last at the ends of the axis.
  let ticks: [Double]
  /// Decimals that tell the ticks apart.
  let tickDigits: Int
  private let start: Double
  private let length: Double

  /// An axis that covers `low`…`high` from `start` on over `length` units, with about `count` steps of 1, 2, 2.5
  /// or 5 times a power of ten.
  ///
  /// Values that are no numbers, or a range of nothing, give 0…1.
  init(covering low: Double, _ high: Double, from start: Double, length: Double, steps count: Int = 5) {
    let isUsable = low.isFinite && high.isFinite && high > low && high - low < 1e12
    let (low, high) = isUsable ? (low, high) : (0, 1)
    // Powers of ten by multiplication, so that no maths library's last bit decides a tick.
    var power = 1.0
    var digits = 0
    let rough = (high - low) / Double(max(count, 1))
    while power * 10 <= rough { power *= 10 }
    while power > rough, digits < 12 {
      digits += 1
      power = 1
      for _ in 0..<digits { power /= 10 }
    }
    let factor = [1, 2, 2.5, 5, 10].first { $0 * power >= rough * 0.999_999 } ?? 10
    let step = factor * power
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    ticks = (0...max(Int(last - first), 1)).map { (first + Double($0)) * step }
    tickDigits = factor == 2.5 ? digits + 1 : factor == 10 ? max(digits - 1, 0) : digits
    self.start = start
    self.length = length
  }

  /// First and last value of the axis.
  var domain: ClosedRange<Double> { (ticks.first ?? 0)...(ticks.last ?? 1) }

  /// Where a value stands; beyond the ends for values beyond the axis.
  func place(_ value: Double) -> Double {
    start + (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound) * length
  }

  /// Where a value stands, at the end for values beyond the axis.
  func clamped(_ value: Double) -> Double {
    place(min(max(value, domain.lowerBound), domain.upperBound))
  }
}

extension HTMLWriter {
  /// A drawing that a screen reader announces by its title and description.
  ///
  /// - Parameter kind: a class for the stylesheet.
  mutating func drawing(
    _ kind: String, width: Int, height: Int, title: String, description: String = "",
    _ body: (inout HTMLWriter) -> Void
  ) {
    let (titleID, descriptionID) = (newID(), newID())
    let labels = description.isEmpty ? titleID : titleID + " " + descriptionID
    inline(
      "svg",
      [
        "class": kind, "role": "img", "aria-labelledby": labels, "viewBox": "0 0 \(width) \(height)",
        "width": String(width), "height": String(height),
      ]
    ) { svg in
      svg.inline("title", ["id": titleID], title)
      if !description.isEmpty { svg.inline("desc", ["id": descriptionID], description) }
      body(&svg)
    }
  }

  /// A straight line of the stylesheet's class `kind`.
  mutating func line(_ kind: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    empty(
      "line",
      ["class": kind, "x1": Self.place(x1), "y1": Self.place(y1), "x2": Self.place(x2), "y2": Self.place(y2)])
  }

  /// A label of the class `kind`; `anchor` is "start", "middle" or "end".
  mutating func label(_ kind: String, _ x: Double, _ y: Double, _ anchor: String, _ text: String) {
    inline("text", ["class": kind, "x": Self.place(x), "y": Self.place(y), "text-anchor": anchor], text)
  }

  /// A length or place in a drawing, to a hundredth of a unit.
  static func place(_ value: Double) -> String { NumberText.machine(value, 2) ?? "0" }

  /// Points as the `d` of a path: a line through all of them.
  static func path(_ points: [(x: Double, y: Double)]) -> String {
    points.enumerated().map { ($0.offset == 0 ? "M" : "L") + place($0.element.x) + " " + place($0.element.y) }
      .joined()
  }
}
