import TestSupport
import Testing

@testable import Reporting

@Suite struct MetricsTests {
  @Test func looksAsAgreed() throws {
    try expectGolden(
      String(decoding: PrometheusReporter().bytes(SampleReport.full), as: UTF8.self),
      "reporting/readback.prom")
  }

  /// The collector drops a whole file for one bad line: each must have the form of the text format, each family its
  /// own head, no series twice.
  @Test(arguments: SampleReport.all)
  func everyLineIsWellFormed(_ sample: SampleReport.Sample) throws {
    let text = String(decoding: PrometheusReporter().bytes(sample.report), as: UTF8.self)
    var series: Set<Substring> = []
    var families: Set<Substring> = []
    var family: Substring = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if let help = line.wholeMatch(of: /# HELP ([a-z_]+) .+/) {
        family = help.1
        #expect(families.insert(family).inserted)
      } else if let type = line.wholeMatch(of: /# TYPE ([a-z_]+) gauge/) {
        #expect(type.1 == family)
      } else {
        let label = #/[a-z_]+="(?:[^"\\]|\\\\|\\")*"/#
        let match = try #require(line.prefixMatch(of: /([a-z_]+)/), "\(line)")
        #expect(match.1 == family)
        var rest = line[match.range.upperBound...]
        if rest.first == "{" {
          repeat {
            rest = rest.dropFirst()
            rest = rest[try #require(rest.prefixMatch(of: label), "\(line)").range.upperBound...]
          } while rest.first == ","
          #expect(rest.first == "}")
          rest = rest.dropFirst()
        }
        let value = try #require(rest.wholeMatch(of: /\s(-?[0-9]+(?:\.[0-9]+)?)/), "\(line)")
        #expect(series.insert(line.dropLast(value.1.count)).inserted, "\(line)")
      }
    }
  }
}
