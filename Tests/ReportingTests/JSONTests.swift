import Foundation
import Outcomes
import TestSupport
import Testing
import Tickets

@testable import Reporting

@Suite struct JSONTests {
  @Test func looksAsAgreed() throws {
    try expectGolden(
      String(decoding: JSONReporter().bytes(SampleReport.full), as: UTF8.self), "reporting/report.json")
  }

  @Test(arguments: SampleReport.all)
  func keepsToItsSchema(_ sample: SampleReport.Sample) throws {
    let problems = try JSONSchemaCheck(ReportSchema.json).problems(JSONReporter().bytes(sample.report))
    #expect(problems == [])
  }

  @Test func schemaRefusesWhatIsNotInIt() throws {
    let check = try JSONSchemaCheck(ReportSchema.json)
    let good = String(decoding: JSONReporter().bytes(SampleReport.full), as: UTF8.self)
    for (from, to) in [
      (#""version": "0.1.0""#, #""version": 1"#), (#""verdict": "watch""#, #""verdict": "bad""#),
      (#""as_of""#, #""as_off""#), (#""as_of": "2026"#, #""as_of": "on 2026"#),
      (#""share": 0.0934"#, #""share": 9.34"#), (#""leaky": false"#, #""leaky": 0.5"#),
      (#""rule_set""#, #""extra": [], "rule_set""#),
    ] {
      #expect(good.contains(from))
      let bad = good.replacingOccurrences(of: from, with: to)
      #expect(try !check.problems(Array(bad.utf8)).isEmpty, "\(to)")
    }
  }

  /// Foundation's reader is the second opinion: any string comes back as it went in.
  @Test func stringsComeBack() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let scalars = (0..<Int.random(in: 0...20, using: &generator)).compactMap { _ in
        Unicode.Scalar(
          UInt32.random(in: 0...(Bool.random(using: &generator) ? 0x7F : 0x10FFFF), using: &generator))
      }
      let text = String(String.UnicodeScalarView(scalars))
      var writer = JSONWriter(isIndented: false)
      writer.object { $0.field("text", text) }
      let read = try JSONSerialization.jsonObject(with: Data(writer.output)) as? [String: String]
      #expect(read?["text"].map { Array($0.unicodeScalars) } == scalars)
    }
  }

  @Test func findingsAreOneALine() throws {
    var output: [UInt8] = []
    let findings = SampleReport.rules.flatMap(\.examples).map(\.finding)
    FindingsWriter().append(findings, to: &output)
    try expectGolden(String(decoding: output, as: UTF8.self), "reporting/findings.ndjson")
    #expect(output.count { $0 == UInt8(ascii: "\n") } == findings.count)
  }
}
