internal import Tickets

/// Findings on drafts as one JSON object, for editors and scripts.
///
///     {"schema":"readback.check/1","drafts":[{"path":"reply.txt","findings":[{"rule":…,"line":3,…}],"rubric":[…]}]}
///
/// Lines and columns count from 1, columns in Unicode code points; `span` is a half-open UTF-8 byte range.
public struct DraftJSONWriter: Sendable {
  /// A writer.
  public init() {}

  /// Writes one object over all drafts, and a line end.
  ///
  /// - Complexity: O(findings × bytes of the draft).
  public func append(_ drafts: [Draft], to output: inout [UInt8]) {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.field("schema", "readback.check/1")
      $0.field("drafts") { $0.array(drafts) { draft($1, &$0) } }
    }
    writer.endLine()
    output += writer.output
  }

  private func draft(_ draft: Draft, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("path", draft.path)
      $0.field("gaps", draft.findings.count { $0.kind == .gap })
      $0.field("strengths", draft.findings.count { $0.kind == .strength })
      $0.field("listening_level", draft.listeningLevel)
      $0.field("rubric") {
        $0.array(draft.rubric) { writer, mark in
          writer.object {
            $0.field("criterion", mark.name)
            $0.field("mark", mark.mark)
            $0.field("of", mark.best)
            $0.field("reason", mark.reason)
          }
        }
      }
      $0.field("findings") { $0.array(draft.findings) { finding($1, in: draft, &$0) } }
    }
  }

  private func finding(_ finding: Finding, in draft: Draft, _ writer: inout JSONWriter) {
    let start = TextPlace(of: finding.span.lowerBound, in: draft.text)
    let end = TextPlace(of: finding.span.upperBound, in: draft.text)
    writer.object {
      $0.field("rule", finding.rule.description)
      $0.field("kind", finding.kind.name)
      $0.field("line", start.line)
      $0.field("column", start.column)
      $0.field("end_line", end.line)
      $0.field("end_column", end.column)
      $0.field("span") { $0.array([finding.span.lowerBound, finding.span.upperBound]) { $0.number($1) } }
      $0.field("text", finding.quote)
      $0.field("message", finding.explanation)
      $0.field("suggestion", finding.suggestion)
    }
  }
}
