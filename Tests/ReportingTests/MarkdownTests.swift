import TestSupport
import Testing

@testable import Reporting

@Suite struct MarkdownTests {
  @Test func looksAsAgreed() throws {
    try expectGolden(
      String(decoding: MarkdownReporter().bytes(SampleReport.full), as: UTF8.self), "reporting/report.md")
  }

  @Test(arguments: [
    ("a|b", #"a\|b"#), ("<b>x</b> & y", "&lt;b&gt;x&lt;/b&gt; &amp; y"),
    ("*not* _bold_", #"\*not\* \_bold\_"#),
    ("line\nbreak", "line break"), ("- item", #"\- item"#), ("1. first", #"1\. first"#),
    ("v1.2 - b", "v1.2 - b"),
    ("@team", "@\u{2060}team"), ("[x](javascript:y)", #"\[x\](javascript:y)"#), ("`code`", #"\`code\`"#),
    ("# head", "\\# head"), ("12) x", #"12\) x"#),
  ])
  func textStaysText(_ text: String, _ escaped: String) {
    #expect(MarkdownWriter.escaped(text, atStart: true) == escaped)
  }

  /// Every row of every table has as many cells as its head, whatever is in them.
  @Test(arguments: SampleReport.all)
  func tablesAreWhole(_ sample: SampleReport.Sample) {
    let text = String(decoding: MarkdownReporter().bytes(sample.report), as: UTF8.self)
    var widths: [Int] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("|") {
        widths.append(line.replacing(#"\|"#, with: "").count { $0 == "|" })
      } else {
        #expect(Set(widths).count <= 1)
        widths = []
      }
    }
  }
}
