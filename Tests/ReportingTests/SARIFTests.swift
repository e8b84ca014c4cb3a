import Foundation
import TestSupport
import Testing
import Tickets

@testable import Reporting

@Suite struct SARIFTests {
  static let draft: Draft = {
    let text = "Hi Zoë,\r\nthe MTU was wrong.\nWe’ll fix it shortly."
    func finding(_ rule: RuleSummary, _ quote: String, _ explanation: String, _ suggestion: String) -> Finding
    {
      let start =
        text.range(of: quote).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
      return Finding(
        rule: rule.id, kind: rule.kind, ticket: "-", message: "1", span: start..<start + quote.utf8.count,
        quote: quote,
        explanation: explanation, suggestion: suggestion, isAfterCut: false)
    }
    return Draft(
      path: "drafts/reply 1.txt", text: Array(text.utf8),
      findings: [
        finding(SampleReport.acronym, "MTU", "“MTU” is never explained", "“the size of the packets (MTU)”"),
        finding(SampleReport.vague, "shortly", "No time is given.", "“by noon”"),
        finding(SampleReport.paraphrase, "Hi Zoë,\r\nthe", "It takes up the request.", ""),
      ])
  }()

  @Test func looksAsAgreed() throws {
    let rules = [SampleReport.acronym, SampleReport.vague, SampleReport.paraphrase]
    var output: [UInt8] = []
    SARIFWriter(version: "0.1.0", rules: rules).append([Self.draft], to: &output)
    try expectGolden(String(decoding: output, as: UTF8.self), "reporting/check.sarif")
  }

  @Test func textForEditorsLooksAsAgreed() throws {
    var output: [UInt8] = []
    DraftReporter(width: 72).append(
      [Self.draft, .init(path: "empty.txt", text: [], findings: [])], to: &output)
    try expectGolden(String(decoding: output, as: UTF8.self), "reporting/check.txt")
  }

  /// A span that does not fit the text (a draft changed meanwhile) must not stop the check.
  @Test func placesBeyondTheTextAreHarmless() {
    var draft = Self.draft
    draft.text = Array("short".utf8)
    var output: [UInt8] = []
    DraftReporter().append([draft], to: &output)
    SARIFWriter(version: "0.1.0", rules: []).append([draft], to: &output)
    #expect(!output.isEmpty)
  }

  /// Places counted by hand: lines end at CR LF, LF or CR, columns are code points.
  @Test(arguments: [
    ("", 0, 1, 1), ("abc", 2, 1, 3), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1),
    ("é€x", 5, 1, 3),
    ("ab", 99, 1, 3), ("a\r\nb", 2, 1, 2), ("👍\n\nx", 6, 3, 1), ("abc", -1, 1, 1),
  ])
  func placesAsAPersonCounts(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
    let place = TextPlace(of: offset, in: Array(text.utf8))
    #expect(place.line == line)
    #expect(place.column == column)
  }
}
