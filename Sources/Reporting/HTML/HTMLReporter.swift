internal import Outcomes
internal import Tickets

/// The report as one self-contained page: nothing is fetched, scripts only sort, filter and open, and all of it is
/// there with scripts off. The Content-Security-Policy allows the page's own style and script by their hashes.
public struct HTMLReporter: Reporter {
  /// A report as a page.
  public init() {}

  /// `html`
  public static let name = "html"
  /// For people and meetings.
  public static let summary = "one self-contained page to read, print and pass on"

  /// Writes the page.
  ///
  /// - Complexity: O(size of the report); tickets are not in it but for the chosen examples.
  public func append(_ report: Report, to output: inout [UInt8]) {
    var page = ReportPage(report: report)
    page.appendDocument()
    output += page.html.output
  }
}

/// The page of one report while it is written.
struct ReportPage {
  let report: Report
  var html = HTMLWriter()

  init(report: Report) { self.report = report }

  /// A part of the page with its place in the table of contents.
  private struct Section {
    var id: StaticString
    var title: String
    var isThere: Bool
    var body: (inout ReportPage) -> Void
  }

  private var sections: [Section] {
    func has(_ kind: FindingKind) -> Bool { report.rules.contains { $0.rule.kind == kind && $0.tickets > 0 } }
    return [
      .init(id: "night", title: Words.night, isThere: report.night != nil) { $0.appendNight() },
      .init(id: "over-time", title: Words.overTime, isThere: report.weeks.count > 1) { $0.appendOverTime() },
      .init(id: "gaps", title: Words.gapsRanked, isThere: !report.gaps.isEmpty) { $0.appendGaps() },
      .init(id: "gaps-explained", title: Words.gapsExplained, isThere: has(.gap)) {
        $0.appendGapsExplained()
      },
      .init(id: "groups", title: Words.groups, isThere: !(report.heatMaps.isEmpty && report.funnels.isEmpty))
      {
        $0.appendGroups()
      },
      .init(id: "listening", title: Words.listening, isThere: report.listeningLevels.reduce(0, +) > 0) {
        $0.appendListening()
      },
      .init(id: "rubric", title: Words.rubric, isThere: report.rubric.contains { $0.total > 0 }) {
        $0.appendRubric()
      },
      .init(id: "strengths", title: Words.strengths, isThere: has(.strength)) { $0.appendStrengths() },
      .init(id: "coaching", title: Words.coaching, isThere: !report.coachingPlan().isEmpty) {
        $0.appendCoaching()
      },
      .init(id: "change", title: Words.changed(report), isThere: report.change != nil) { $0.appendChange() },
      .init(id: "targets", title: Words.targets, isThere: !report.targets.isEmpty) { $0.appendTargets() },
      .init(
        id: "breakdowns", title: Words.breakdowns, isThere: report.breakdowns.contains { !$0.rows.isEmpty }
      ) {
        $0.appendBreakdowns()
      },
      .init(id: "recurrences", title: Words.recurrences, isThere: !report.recurrences.isEmpty) {
        $0.appendRecurrences()
      },
      .init(id: "templates", title: Words.templates, isThere: !report.templates.isEmpty) {
        $0.appendTemplates()
      },
      .init(id: "process", title: Words.process, isThere: !report.processAssociations.isEmpty) {
        $0.appendProcess()
      },
      .init(id: "data", title: Words.leftOut, isThere: true) { $0.appendData() },
      .init(id: "method", title: Words.method, isThere: true) { $0.appendMethod() },
      .init(id: "provenance", title: Words.provenance, isThere: true) { $0.appendProvenance() },
    ]
  }

  mutating func appendDocument() {
    let present = sections.filter(\.isThere)
    let title = Words.pageTitle(report)
    html.beginDocument(title: "\(Words.title): \(title)")
    html.header(title: title, scope: report.scope, about: Words.span(report))
    appendContents(present.map { ($0.id, $0.title) })
    html.raw("<main id=\"main\" tabindex=\"-1\">\n")
    appendAnswer()
    for section in present {
      html.raw("<section id=\"\(section.id)\" aria-labelledby=\"\(section.id)-title\">\n")
      html.raw("<h2 id=\"\(section.id)-title\">")
      html.text(section.title)
      html.raw("</h2>\n")
      section.body(&self)
      html.raw("</section>\n")
    }
    html.raw("</main>\n")
    html.endDocument()
  }

  private mutating func appendContents(_ sections: [(id: StaticString, title: String)]) {
    html.block("nav", ["aria-label": Words.contents]) { html in
      html.block("ul") { html in
        for section in sections {
          html.block("li") { $0.inline("a", ["href": "#\(section.id)"], section.title) }
        }
      }
    }
  }

  private mutating func appendAnswer() {
    appendBanner()
    html.block("section", ["id": "answer", "aria-label": Words.answer]) { html in
      for (at, sentence) in Words.answer(report).enumerated() {
        html.block("p", ["class": at == 0 ? "lead" : "second"], sentence)
      }
    }
  }

  /// The warning that stands on every table while numbers may hold text from after a reopen.
  mutating func appendBanner() {
    guard let banner = report.leakBanner else { return }
    html.block("p", ["class": "banner", "role": "note"], banner)
  }

  /// A table that scrolls sideways on its own where the page is too narrow, reachable by keyboard.
  ///
  /// - Parameter kind: classes for the stylesheet and, with `sortable`, for the script.
  mutating func appendTable(_ caption: String, kind: String, _ body: (inout HTMLWriter) -> Void) {
    appendBanner()
    html.block(
      "div", ["class": "scroll", "role": "region", "aria-label": Words.table(caption), "tabindex": "0"]
    ) { html in
      html.block("table", ["class": kind]) { html in
        html.block("caption", caption)
        body(&html)
      }
    }
  }
}

extension HTMLWriter {
  /// A cell; `label` names its column where the table is shown as cards.
  mutating func cell(_ text: String, label: String, kind: String = "number", sortBy value: Double? = nil) {
    if let value, let number = NumberText.machine(value, 6) {
      block("td", ["class": kind, "data-label": label, "data-value": number], text)
    } else {
      block("td", ["class": kind, "data-label": label], text)
    }
  }

  /// Heads of columns in one row.
  mutating func heads(_ heads: [(text: String, kind: String)]) {
    block("thead") { html in
      html.block("tr") { html in
        for head in heads { html.block("th", ["scope": "col", "class": head.kind], head.text) }
      }
    }
  }
}
