/// A share 0…1 as a bar in a row of a table.
struct ShareBar {
  static let width = 208
  /// The share that fills the whole width, so that small shares can still be told apart.
  var full: Double

  /// Draws one bar.
  func append(_ share: Double, step: Int, title: String, to page: inout HTMLWriter) {
    page.drawing("share", width: Self.width, height: 20, title: title) { svg in
      let length = full > 0 ? max(0, min(share / full, 1)) * Double(Self.width) : 0
      svg.empty("rect", ["class": "track", "x": "0", "y": "3", "width": String(Self.width), "height": "14"])
      svg.empty(
        "rect",
        ["class": "fill step\(step)", "x": "0", "y": "3", "width": HTMLWriter.place(length), "height": "14"])
    }
  }
}
