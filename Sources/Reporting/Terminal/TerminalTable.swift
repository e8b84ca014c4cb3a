/// A table for a terminal, aligned by display columns; its flexible column takes what room is left and wraps.
struct TerminalTable {
  struct Column {
    /// Lines of the head, shown at the bottom of the head's lines.
    var head: [String]
    var alignment: Alignment = .left
    var isFlexible = false
    /// Whether a long line of the head may stand over the column to the left as well, whose head is empty there.
    var headSpansLeft = false
  }
  enum Alignment { case left, right }

  var columns: [Column]
  private(set) var rows: [[StyledText]] = []
  /// Columns between two columns.
  let gap = 2

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; missing cells are empty, extra ones dropped.
  mutating func append(_ row: [StyledText]) {
    rows.append(columns.indices.map { $0 < row.count ? row[$0] : StyledText() })
  }

  /// The lines of the table in at most `width` columns, if the fixed columns leave room for a flexible one.
  ///
  /// - Complexity: O(cells).
  func lines(width: Int) -> [StyledText] {
    var widths = columns.indices.map { at in
      let ownHead = columns[at].headSpansLeft ? columns[at].head.suffix(1) : columns[at].head[...]
      let head = ownHead.map { DisplayWidth.of($0) }.max() ?? 0
      return rows.reduce(head) { max($0, $1[at].width) }
    }
    if let flexible = columns.firstIndex(where: \.isFlexible) {
      let others = widths.enumerated().reduce(0) { $1.offset == flexible ? $0 : $0 + $1.element }
      let room = width - others - gap * (columns.count - 1)
      widths[flexible] = min(widths[flexible], max(room, 12))
    }
    var lines: [StyledText] = []
    let headHeight = columns.map(\.head.count).max() ?? 0
    for level in 0..<headHeight {
      let cells = columns.map { column in
        let missing = headHeight - column.head.count
        return StyledText(level < missing ? "" : column.head[level - missing], .dim)
      }
      lines.append(line(cells, widths))
    }
    for row in rows {
      let wrapped = columns.indices.map {
        columns[$0].isFlexible ? row[$0].wrapped(to: widths[$0]) : [row[$0]]
      }
      for level in 0..<(wrapped.map(\.count).max() ?? 0) {
        lines.append(line(wrapped.map { level < $0.count ? $0[level] : StyledText() }, widths))
      }
    }
    return lines
  }

  private func line(_ cells: [StyledText], _ widths: [Int]) -> StyledText {
    var line = StyledText()
    var spaces = 0
    for (at, cell) in cells.enumerated() {
      let padding = widths[at] - cell.width
      if at > 0 { spaces += gap }
      if columns[at].alignment == .right { spaces += padding }  // below zero for a head that spans
      line += StyledText(String(repeating: " ", count: max(0, spaces))) + cell
      spaces = columns[at].alignment == .right ? 0 : max(0, padding)
    }
    return line.joined.withoutTrailingSpaces
  }
}

extension StyledText {
  /// The text without plain spaces at its end.
  var withoutTrailingSpaces: StyledText {
    var result = self
    while var last = result.runs.last {
      while last.text.last == " " { last.text.removeLast() }
      if last.text.isEmpty {
        result.runs.removeLast()
      } else {
        result.runs[result.runs.count - 1] = last
        break
      }
    }
    return result
  }
}
