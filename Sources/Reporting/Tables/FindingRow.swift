public import Tickets

/// One finding in the table `findings`. Its words are quoted only where that was asked for.
public struct FindingRow: TidyRow {
  /// The finding.
  public var finding: Finding
  /// Whether the columns of text (`quote`, `explanation`, `suggestion`) are filled.
  public var hasText: Bool

  /// A row for `finding`.
  public init(_ finding: Finding, hasText: Bool = false) {
    self.finding = finding
    self.hasText = hasText
  }

  /// `findings`
  public static let table = "findings"
  /// One column a property; the text columns are always there, so that the shape never changes.
  public static let columns = [
    "ticket", "message", "rule", "kind", "start", "end", "after_cut", "quote", "explanation", "suggestion",
  ]

  /// Writes the finding's cells.
  public func write(to writer: inout CSVWriter) {
    writer.text(finding.ticket)
    writer.text(finding.message)
    writer.text(finding.rule.description)
    writer.text(finding.kind.name)
    writer.number(finding.span.lowerBound)
    writer.number(finding.span.upperBound)
    writer.flag(finding.isAfterCut)
    writer.text(hasText ? finding.quote : nil)
    writer.text(hasText ? finding.explanation : nil)
    writer.text(hasText ? finding.suggestion : nil)
  }
}
