internal import Tickets

/// Findings on drafts as text for a terminal or an editor: one line a finding in the form that compilers use
/// (`path:line:column: gap: what was seen [rule]`), then the line of the draft with the place marked, then what to
/// write instead. Strengths come in the same form.
public struct DraftReporter: Sendable {
  /// Columns to wrap prose to; places are never wrapped.
  public var width: Int
  /// Whether colours and underlines may be used.
  public var hasColour: Bool

  /// A reporter for a terminal of `width` columns.
  public init(width: Int = 80, hasColour: Bool = false) {
    self.width = max(width, 40)
    self.hasColour = hasColour
  }

  /// Writes the findings of each draft, and a last line that counts them.
  ///
  /// - Complexity: O(findings × bytes of the draft).
  public func append(_ drafts: [Draft], to output: inout [UInt8]) {
    var canvas = TerminalCanvas(width: width, hasColour: hasColour)
    for draft in drafts {
      for finding in draft.findings { append(finding, in: draft, &canvas) }
      if !draft.rubric.isEmpty {
        if !draft.findings.isEmpty { canvas.blank() }
        let nameWidth = RubricMark.nameWidth(draft.rubric)
        for mark in draft.rubric {
          canvas.paragraph(mark.line(nameWidth: nameWidth), hanging: nameWidth + 10)
        }
        canvas.blank()
      }
    }
    let findings = drafts.flatMap(\.findings)
    canvas.line(StyledText(Words.checked(findings), .bold))
    output += canvas.output
  }

  private func append(_ finding: Finding, in draft: Draft, _ canvas: inout TerminalCanvas) {
    let place = TextPlace(of: finding.span.lowerBound, in: draft.text)
    let style: TextStyle = finding.kind == .gap ? [.bold, .warm] : [.bold, .cool]
    canvas.line(
      StyledText("\(PlainText.trimmed(draft.path)):\(place.line):\(place.column): ", .bold)
        + StyledText(finding.kind.name, style)
        + StyledText(": " + Words.sentence(PlainText.trimmed(finding.explanation)))
        + StyledText(" [\(finding.rule)]", .dim))
    for piece in excerpt(finding, draft.text).wrapped(to: width - 4) { canvas.line(piece, indent: 4) }
    if !finding.suggestion.isEmpty {
      canvas.paragraph(
        StyledText("→ \(Words.insteadWrite): ", .bold) + StyledText(PlainText.trimmed(finding.suggestion)),
        indent: 4,
        hanging: 2)
    }
  }

  /// The lines of the draft that the finding touches, joined, with its words marked.
  private func excerpt(_ finding: Finding, _ text: [UInt8]) -> StyledText {
    let start = min(max(finding.span.lowerBound, 0), text.count)
    let end = min(max(finding.span.upperBound, start), text.count)
    func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
    let lineStart = text[..<start].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
    let lineEnd = text[end...].firstIndex(where: isLineEnd) ?? text.count
    func line(_ range: Range<Int>) -> String { PlainText.line(String(decoding: text[range], as: UTF8.self)) }
    return
      (StyledText(line(lineStart..<start)) + StyledText(line(start..<end), .marked)
      + StyledText(line(end..<lineEnd)))
      .joined
  }
}
