internal import Tickets

/// A thread for a terminal: every message with its marks numbered, and below it what each number says.
public struct ThreadReporter: Sendable {
  /// Columns of the terminal; less than 60 is taken as 60.
  public var width: Int
  /// Whether colours, underlines and links may be used.
  public var hasColour: Bool

  /// For a terminal of `width` columns.
  public init(width: Int = 80, hasColour: Bool = false) {
    self.width = max(width, 60)
    self.hasColour = hasColour
  }

  /// The thread as text. - Complexity: O(size of the thread).
  public func bytes(_ thread: AnnotatedThread) -> [UInt8] {
    var canvas = TerminalCanvas(width: width, hasColour: hasColour)
    canvas.paragraph(
      StyledText(thread.id, .bold, link: thread.link)
        + StyledText("  " + PlainText.trimmed(thread.summary), .bold))
    if !thread.facts.isEmpty { canvas.paragraph(StyledText(thread.facts.joined(separator: " · "), .dim)) }
    if !thread.outcome.isEmpty { canvas.paragraph(StyledText(thread.outcome)) }
    for (position, message) in thread.messages.enumerated() {
      if position == thread.cut, position > 0 {
        canvas.blank()
        canvas.line(StyledText("──── first resolution: what follows is not compared ────", .dim))
      }
      append(message, &canvas)
    }
    canvas.blank()
    if let level = thread.listeningLevel {
      canvas.paragraph(StyledText("Listening: level \(level) of 5, the least of its replies", .bold))
    }
    let nameWidth = RubricMark.nameWidth(thread.rubric)
    for mark in thread.rubric {
      canvas.paragraph(mark.line(nameWidth: nameWidth), indent: 2, hanging: nameWidth + 10)
    }
    for (number, step) in thread.nextSteps.enumerated() {
      if number == 0 { canvas.line(StyledText("To practise next", .bold)) }
      canvas.paragraph(StyledText("\(number + 1). \(PlainText.trimmed(step))"), indent: 2, hanging: 3)
    }
    return canvas.output
  }

  private func append(_ message: AnnotatedThread.Message, _ canvas: inout TerminalCanvas) {
    canvas.blank()
    var head = StyledText(Self.side(of: message), .bold)
    let about = [
      message.author, message.at?.iso8601.replacing("T", with: " ").replacing("Z", with: "") ?? "",
      message.visibility == .internal ? "internal" : "",
      message.listeningLevel.map { "listening level \($0)" } ?? "",
    ]
    head += StyledText("  " + about.filter { !$0.isEmpty }.joined(separator: " · "), .dim)
    canvas.paragraph(head)
    for line in Self.lines(message.pieces) { canvas.paragraph(line, indent: 2) }
    for (number, finding) in message.findings.enumerated() {
      let sign = finding.kind == .gap ? "−" : "+"
      canvas.paragraph(
        StyledText("[\(number + 1)] \(sign) ", finding.kind == .gap ? .warm : .cool)
          + StyledText(finding.rule.description, .bold)
          + StyledText("  " + PlainText.trimmed(finding.explanation)), indent: 4, hanging: 6)
      if !finding.suggestion.isEmpty {
        canvas.paragraph(StyledText("→ " + PlainText.trimmed(finding.suggestion)), indent: 10, hanging: 2)
      }
    }
    if !message.listeningReason.isEmpty {
      canvas.paragraph(StyledText(message.listeningReason, .dim), indent: 4)
    }
    let nameWidth = RubricMark.nameWidth(message.rubric)
    for mark in message.rubric {
      canvas.paragraph(mark.line(nameWidth: nameWidth), indent: 4, hanging: nameWidth + 10)
    }
  }

  private static func side(of message: AnnotatedThread.Message) -> String {
    switch (message.role, message.kind) {
    case (.requester, .request): "REQUEST"
    case (.requester, _): "REQUESTER"
    case (.staff, .resolution): "CLOSING TEXT"
    case (.staff, _): message.visibility == .internal ? "WORK NOTE" : "STAFF"
    case (.system, _): "SYSTEM"
    case (.unknown, _): "NOT KNOWN WHO"
    }
  }

  /// The pieces as lines, broken where the text breaks, the numbers of findings behind their marks.
  private static func lines(_ pieces: [AnnotatedThread.Piece]) -> [StyledText] {
    var lines = [StyledText()]
    for piece in pieces {
      let style: TextStyle = piece.zone != .body ? .dim : piece.isMarked ? .marked : []
      for (place, part) in piece.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if place > 0 { lines.append(StyledText()) }
        let text = part.filter { $0 != "\r" }
        if !text.isEmpty { lines[lines.count - 1] += StyledText(String(text), style) }
      }
      if !piece.findings.isEmpty {
        lines[lines.count - 1] += StyledText(
          "[" + piece.findings.map { String($0) }.joined(separator: ",") + "]", .dim)
      }
    }
    return lines
  }
}
