internal import Outcomes
internal import Tickets

/// One line in the table `recurrences`.
public struct RecurrenceRow: TidyRow {
  /// What it shows.
  public var recurrence: Report.Recurrence

  /// A row for `recurrence`.
  public init(_ recurrence: Report.Recurrence) { self.recurrence = recurrence }

  /// `recurrences`
  public static let table = "recurrences"
  /// One column a property.
  public static let columns = [
    "text", "tickets", "requesters", "groups", "since", "until", "eligible", "reopened",
  ]

  /// Writes its cells.
  public func write(to writer: inout CSVWriter) {
    writer.text(recurrence.text)
    writer.number(recurrence.tickets)
    writer.number(recurrence.requesters)
    writer.text(recurrence.groups.joined(separator: "; "))
    writer.text(recurrence.since?.iso8601 ?? "")
    writer.text(recurrence.until?.iso8601 ?? "")
    writer.number(recurrence.reopened.total)
    writer.number(recurrence.reopened.events)
  }
}
