internal import Outcomes
internal import Tickets

/// The members of a JSON report that only all tickets together can tell.
extension JSONWriter {
  mutating func patterns(of report: Report) {
    field("templates") {
      $0.array(report.templates) { writer, template in
        writer.object {
          $0.field("text", template.text)
          $0.field("tickets", template.tickets)
          $0.field("bare", template.bare)
          $0.field("reopened", template.reopened)
        }
      }
    }
    field("recurrences") {
      $0.array(report.recurrences) { writer, recurrence in
        writer.object {
          $0.field("text", recurrence.text)
          $0.field("tickets", recurrence.tickets)
          $0.field("requesters", recurrence.requesters)
          $0.field("groups") { $0.array(recurrence.groups) { $0.string($1) } }
          $0.field("since", recurrence.since?.iso8601)
          $0.field("until", recurrence.until?.iso8601)
          $0.field("reopened", recurrence.reopened)
        }
      }
    }
  }
}
