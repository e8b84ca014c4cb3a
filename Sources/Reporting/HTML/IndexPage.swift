internal import Outcomes
internal import Tickets

/// The page in front of one report a group (`--split-by`): where each lies, how many tickets it counts, and what its
/// people can practise next. In the order given, which is not a ranking.
public struct IndexPage: Sendable {
  /// One report.
  public struct Entry: Sendable {
    /// The value of the column: a team's name.
    public var value: String
    /// The report's file, relative to the page.
    public var file: String
    /// The report.
    public var report: Report

    /// The report of `value` in `file`.
    public init(value: String, file: String, report: Report) {
      self.value = value
      self.file = file
      self.report = report
    }
  }

  /// The column that the tickets were split by: "group".
  public var column: String
  /// The report over all tickets.
  public var whole: Entry
  /// One report a value, in order of their names.
  public var entries: [Entry]

  /// A page for reports split by `column`.
  public init(column: String, whole: Entry, entries: [Entry]) {
    self.column = column
    self.whole = whole
    self.entries = entries
  }

  /// Writes the page.
  ///
  /// - Complexity: O(entries).
  public func append(to output: inout [UInt8]) {
    var html = HTMLWriter()
    html.beginDocument(title: "\(Words.title): \(Words.splitTitle(column))")
    html.header(title: Words.splitTitle(column), scope: nil, about: Words.span(whole.report))
    html.block("main", ["id": "main", "tabindex": "-1"]) { html in
      html.block("section", ["id": "answer", "aria-label": Words.answer]) { html in
        html.block("p", ["class": "lead"], Words.headline(whole.report))
        html.block("p") { $0.inline("a", ["href": SARIFWriter.uri(whole.file)], Words.wholeReport) }
      }
      html.block("p", Words.splitNote)
      appendTable(to: &html)
    }
    html.endDocument()
    output += html.output
  }

  private func appendTable(to html: inout HTMLWriter) {
    let plot = IntervalPlot(
      entries.compactMap(\.report.reopenInterval), reference: whole.report.reopened?.share ?? 0, lowest: 0
    ) { NumberText.percent($0, max($1 - 2, 0)) }
    html.block(
      "div",
      [
        "class": "scroll", "role": "region", "aria-label": Words.table(Words.splitTitle(column)),
        "tabindex": "0",
      ]
    ) {
      $0.block("table", ["class": "cards breakdown sortable"]) { html in
        html.block("caption", Words.splitTitle(column))
        html.block("thead") { html in
          html.block("tr") { html in
            html.block("th", ["scope": "col", "class": "name"], Words.capitalized(column))
            html.block("th", ["scope": "col", "class": "number"], Words.tickets)
            html.block("th", ["scope": "col", "class": "number"], Words.reopened)
            html.block("th", ["scope": "col", "class": "plot"]) {
              plot.appendAxis(to: &$0, title: Words.rateAxisTitle)
            }
            html.block("th", ["scope": "col"], Words.coaching)
          }
        }
        html.block("tbody") { html in
          for entry in entries { appendRow(entry, plot, to: &html) }
        }
      }
    }
  }

  private func appendRow(_ entry: Entry, _ plot: IntervalPlot, to html: inout HTMLWriter) {
    let name = entry.value.isEmpty ? Words.notSaid : entry.value
    let reopened = entry.report.reopened
    html.block("tr") { html in
      html.block("th", ["scope": "row", "class": "name"]) {
        $0.inline("a", ["href": SARIFWriter.uri(entry.file)], name)
      }
      html.cell(
        reopened.map { NumberText.grouped($0.total) } ?? "–", label: Words.tickets,
        sortBy: reopened.map { Double($0.total) })
      html.cell(Words.rate(reopened?.share), label: Words.reopened, sortBy: reopened?.share)
      html.block("td", ["class": "plot"]) {
        plot.appendRow(
          entry.report.reopenInterval, tone: .plain, isSolid: true,
          title: "\(name): \(Words.rate(reopened?.share))", to: &$0)
      }
      let next = entry.report.coachingPlan(limit: 1).first?.rule.title ?? "–"
      html.cell(next, label: Words.coaching, kind: "wide")
    }
  }
}
