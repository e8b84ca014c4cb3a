internal import Outcomes
internal import Tickets

/// What only all replies together can tell: the rubric, replies that are alike, requests that come again.
extension ReportPage {
  /// Rows of a table; the tables for programs have more.
  private static let mostRows = 20

  mutating func appendRubric() {
    let lines = report.rubric.filter { $0.total > 0 }
    html.block("p", report.night == nil ? Words.rubricNote : Words.rubricNoteAtNight)
    appendTable(Words.rubric, kind: "cards levels") { html in
      let best = lines.map(\.replies.count).max() ?? 0
      html.heads(
        [(Words.what, "")] + (0..<best).map { (Words.mark($0, of: best - 1), "number") }
          + [(Words.mean, "number"), (Words.replies, "number")])
      html.block("tbody") { html in
        for line in lines {
          html.block("tr") { html in
            html.block("th", ["scope": "row"], Words.capitalized(line.name))
            for mark in 0..<best {
              let count = mark < line.replies.count ? line.replies[mark] : 0
              html.cell(
                Words.roundShare(Double(count) / Double(line.total)), label: Words.mark(mark, of: best - 1))
            }
            html.cell(line.mean.map { NumberText.fixed($0, 1) } ?? "–", label: Words.mean)
            html.cell(NumberText.grouped(line.total), label: Words.replies)
          }
        }
      }
    }
  }

  mutating func appendTemplates() {
    let templates = report.templates.prefix(Self.mostRows)
    html.block("p", Words.templateNote)
    appendTable(Words.templates, kind: "cards breakdown sortable") { html in
      html.heads([
        (Words.reply, "name"), (Words.tickets, "number"), (Words.bare, "number"), (Words.reopened, "number"),
      ])
      html.block("tbody") { html in
        for template in templates {
          html.block("tr") { html in
            html.block("th", ["scope": "row", "class": "name"], Words.sample(template.text))
            html.cell(
              NumberText.grouped(template.tickets), label: Words.tickets, sortBy: Double(template.tickets))
            html.cell(NumberText.grouped(template.bare), label: Words.bare, sortBy: Double(template.bare))
            html.cell(
              Words.rate(template.reopened), label: Words.reopened, sortBy: template.reopened.share)
          }
        }
      }
    }
  }

  mutating func appendRecurrences() {
    let recurrences = report.recurrences.prefix(Self.mostRows)
    html.block("p", Words.recurrenceNote)
    appendTable(Words.recurrences, kind: "cards breakdown sortable") { html in
      html.heads([
        (Words.request, "name"), (Words.tickets, "number"), (Words.requesters, "number"), (Words.since, ""),
        (Words.teams, ""), (Words.reopened, "number"),
      ])
      html.block("tbody") { html in
        for recurrence in recurrences {
          html.block("tr") { html in
            html.block("th", ["scope": "row", "class": "name"], Words.sample(recurrence.text))
            html.cell(
              NumberText.grouped(recurrence.tickets), label: Words.tickets, sortBy: Double(recurrence.tickets)
            )
            html.cell(
              recurrence.requesters > 0 ? NumberText.grouped(recurrence.requesters) : "–",
              label: Words.requesters, sortBy: Double(recurrence.requesters))
            html.cell(recurrence.since.map(Words.date) ?? "–", label: Words.since, kind: "")
            html.cell(recurrence.groups.joined(separator: ", "), label: Words.teams, kind: "wide")
            html.cell(
              Words.rate(recurrence.reopened), label: Words.reopened, sortBy: recurrence.reopened.share)
          }
        }
      }
    }
  }
}
