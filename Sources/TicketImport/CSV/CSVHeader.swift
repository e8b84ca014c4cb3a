/// Tells titles, headers and rows apart.
enum CSVHeader {
  /// Number of records at the start that are titles of the table rather than part of it: next to empty compared
  /// with what comes after.
  static func titles(in rows: [Record], width: Int) -> Int {
    guard width >= 2 else { return 0 }
    for (i, row) in rows.prefix(10).enumerated() {
      let filled = (0..<row.count).count { !row.range($0).isEmpty }
      if filled > 1 && filled * 4 > width { return i }
    }
    return 0
  }

  /// Whether the first of the rows names the columns.
  ///
  /// It does not if its fields look like the columns' values: of the same shape, where that has digits or an
  /// `@`. A column whose values all look alike, but not like the first field, speaks for a header. The very same
  /// value again speaks against one, but for columns of words that takes half of them. Where nothing speaks either
  /// way there is a header, as in nearly every export.
  static func isHeader(_ rows: ArraySlice<Record>) -> Bool {
    guard let first = rows.first else { return false }
    // A header may come again where files were joined.
    let body = rows.dropFirst().filter { $0.bytes != first.bytes || $0.ends != first.ends }
    guard !body.isEmpty else { return true }
    var against = 0
    var inFavour = 0
    var recurring = 0
    for field in 0..<first.count where !first.range(field).isEmpty {
      let values = body.lazy.map { $0[field] }.filter { !$0.isEmpty }
      var shapes: [[UInt8]: Int] = [:]
      for value in values { shapes[shape(value), default: 0] += 1 }
      let most = shapes.max { ($0.value, $1.key.count) < ($1.value, $0.key.count) }
      guard let most else { continue }
      let own = first[field]
      if most.value * 5 >= values.count * 4 && isTelling(most.key) {
        if shape(own) == most.key { against += 1 } else { inFavour += 1 }
      } else if values.contains(own) {
        recurring += 1
      }
    }
    if against == 0 && recurring * 2 < first.count { return true }
    return against + recurring == 0 || inFavour > against + recurring
  }

  /// A value with letters as `A` and numbers as `9`, each run once: `9-9-9 9:9`, `A9`, `A@A.A`.
  private static func shape(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var shape: [UInt8] = []
    for byte in value.prefix(64) {
      let sort: UInt8 =
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(ascii: "9")
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
          UInt8(ascii: "A")
        default: byte
        }
      if shape.last != sort { shape.append(sort) }
    }
    return shape
  }

  private static func isTelling(_ shape: [UInt8]) -> Bool {
    shape.contains(UInt8(ascii: "9")) || shape.contains(UInt8(ascii: "@"))
  }
}
