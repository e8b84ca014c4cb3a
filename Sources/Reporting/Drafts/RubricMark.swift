/// A line of the four-line rubric, as it is shown for a reply or for a whole ticket.
public struct RubricMark: Sendable, Equatable {
  /// What the mark is for: "clear language".
  public var name: String
  /// The mark; of a ticket the least of its replies'.
  public var mark: Int
  /// The greatest there is.
  public var best: Int
  /// The mean over the replies of a ticket; `nil` for a single reply.
  public var mean: Double?
  /// What it rests on, in words.
  public var reason: String

  /// A mark for something.
  public init(name: String, mark: Int, best: Int, mean: Double? = nil, reason: String = "") {
    self.name = name
    self.mark = mark
    self.best = best
    self.mean = mean
    self.reason = reason
  }

  /// Columns that the names of some marks take.
  static func nameWidth(_ marks: [RubricMark]) -> Int { marks.map(\.name.count).max() ?? 0 }

  /// "clear language           2 of 3  plain"
  func line(nameWidth: Int) -> StyledText {
    var text = StyledText(name + String(repeating: " ", count: max(0, nameWidth - name.count) + 2))
    text += StyledText(
      "\(mark) of \(best)", mark == best ? [.bold, .cool] : mark < 2 ? [.bold, .warm] : .bold)
    if let mean { text += StyledText("  mean \(NumberText.fixed(mean, 1))", .dim) }
    if !reason.isEmpty { text += StyledText("  " + PlainText.trimmed(reason), .dim) }
    return text
  }
}
