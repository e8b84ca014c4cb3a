/// Lines for a terminal: wraps, indents and colours.
struct TerminalCanvas {
  /// Columns to fill at most.
  let width: Int
  /// Whether escape sequences may be written; without them marked words get a line of carets below.
  let hasColour: Bool
  private(set) var output: [UInt8] = []

  init(width: Int, hasColour: Bool) {
    self.width = width
    self.hasColour = hasColour
  }

  mutating func blank() { output.append(UInt8(ascii: "\n")) }

  /// One line as it is, cut by nobody.
  mutating func line(_ text: StyledText, indent: Int = 0) {
    let spaces = [UInt8](repeating: UInt8(ascii: " "), count: text.isEmpty ? 0 : indent)
    output += spaces
    for run in text.runs { append(run) }
    output.append(UInt8(ascii: "\n"))
    if !hasColour, text.runs.contains(where: { $0.style.contains(.marked) }) {
      appendCarets(under: text, indent: indent)
    }
  }

  /// Text broken to the width; lines after the first stand `hanging` columns further in.
  mutating func paragraph(_ text: StyledText, indent: Int = 0, hanging: Int = 0, measure: Int = 100) {
    let text = hasColour ? text : Self.bracketingLongMarks(in: text)
    let room = max(min(width, measure + indent) - indent, 16)
    // The first line starts at the left of the hang, so it is wrapped to the full room on its own.
    let first = text.wrapped(to: room)
    if hanging == 0 || first.count == 1 {
      for piece in first { line(piece, indent: indent) }
      return
    }
    line(first[0], indent: indent)
    let rest = StyledText(Array(first.dropFirst().map(\.runs).joined(separator: [TextRun(text: " ")])))
    for piece in rest.wrapped(to: max(room - hanging, 16)) { line(piece, indent: indent + hanging) }
  }

  /// A heading with a rule below it.
  mutating func heading(_ text: String) {
    blank()
    line(StyledText(text, .bold))
    line(StyledText(String(repeating: "─", count: min(DisplayWidth.of(text), width)), .dim))
  }

  private mutating func append(_ run: TextRun) {
    guard hasColour else {
      output.append(contentsOf: run.text.utf8)
      return
    }
    let codes = Self.codes(run.style)
    if let link = run.link { output.append(contentsOf: "\u{1B}]8;;\(link)\u{1B}\\".utf8) }
    if !codes.isEmpty { output.append(contentsOf: "\u{1B}[\(codes)m".utf8) }
    output.append(contentsOf: run.text.utf8)
    if !codes.isEmpty { output.append(contentsOf: "\u{1B}[0m".utf8) }
    if run.link != nil { output.append(contentsOf: "\u{1B}]8;;\u{1B}\\".utf8) }
  }

  /// SGR parameters. The eight basic colours only: they follow the reader's own theme, dark or light.
  private static func codes(_ style: TextStyle) -> String {
    var codes: [String] = []
    if style.contains(.bold) { codes.append("1") }
    if style.contains(.dim) { codes.append("2") }
    if style.contains(.marked) { codes.append("4") }
    if style.contains(.warm) { codes.append("33") }
    if style.contains(.cool) { codes.append("36") }
    return codes.joined(separator: ";")
  }

  /// Evidence wider than this is put in guillemets: carets under several lines hide more than they show.
  private static let widestUnderlined = 60

  private static func bracketingLongMarks(in text: StyledText) -> StyledText {
    StyledText(
      text.runs.map { run in
        guard run.style.contains(.marked), DisplayWidth.of(run.text) > widestUnderlined else { return run }
        return TextRun(text: "«" + run.text + "»", style: run.style.subtracting(.marked), link: run.link)
      })
  }

  private mutating func appendCarets(under text: StyledText, indent: Int) {
    var line = String(repeating: " ", count: indent)
    for run in text.runs {
      let mark = run.style.contains(.marked) ? "^" : " "
      line += String(repeating: mark, count: DisplayWidth.of(run.text))
    }
    while line.last == " " { line.removeLast() }
    output.append(contentsOf: line.utf8)
    blank()
  }
}
