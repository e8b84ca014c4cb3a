internal import Outcomes
internal import Tickets

/// One line in the table `templates`.
public struct TemplateRow: TidyRow {
  /// What it shows.
  public var template: Report.ReplyTemplate

  /// A row for `template`.
  public init(_ template: Report.ReplyTemplate) { self.template = template }

  /// `templates`
  public static let table = "templates"
  /// One column a property.
  public static let columns = [
    "text", "tickets", "bare", "eligible", "reopened",
  ]

  /// Writes its cells.
  public func write(to writer: inout CSVWriter) {
    writer.text(template.text)
    writer.number(template.tickets)
    writer.number(template.bare)
    writer.number(template.reopened.total)
    writer.number(template.reopened.events)
  }
}
