import Foundation
import Pipeline
import Reporting
import Rules
import TestSupport
import Testing
import TicketImport
import Tickets

@Suite struct SampleSheetTests {
  /// Findings of a rule in the project's own desk.
  static func draw(_ rule: RuleID, _ count: Int) throws -> FindingSampler.Result {
    let desk = Fixtures.root.appending(path: "desk/incidents.csv").path
    let sampler = FindingSampler(AnalysisOptions(paths: [desk]), rule: rule, count: count)
    return try #require(try sampler.draw())
  }

  @Test func whatIsWrittenIsReadBack() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "sheet.csv").path
      var rows = try Self.draw("clarity.vague-time", 5).rows + Self.draw("clarity.long-sentence", 1).rows
      for (row, verdict) in zip(rows.indices, ["right", " Yes", "wrong", "", "perhaps", "R"]) {
        rows[row].verdict = verdict
      }
      var writer = CSVWriter()
      writer.header(SampleSheet.Row.self)
      for row in rows { writer.row(row) }
      var bytes: [UInt8] = []
      writer.take(into: &bytes)
      try OutputFile.write(bytes, to: path)

      let precision = try SampleSheet.precision(of: path)
      #expect(precision.map(\.rule) == ["clarity.vague-time", "clarity.long-sentence"])
      #expect(precision.map(\.right) == [2, 1])
      #expect(precision.map(\.judged) == [3, 1])
      #expect(precision.map(\.open) == [2, 0])
      // Wilson's interval of 2 in 3, from the formula (Wilson 1927) with z = 1.959964.
      let share = try #require(precision[0].share)
      #expect(abs(share.value - 0.6667) < 0.0001)
      #expect(abs(share.lower - 0.2077) < 0.0001)
      #expect(abs(share.upper - 0.9385) < 0.0001)
    }
  }

  @Test func aTableThatIsNoSheetIsRefused() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "other.csv").path
      try OutputFile.write(Array("number,text\n1,a\n".utf8), to: path)
      #expect(throws: ImportError.self) { _ = try SampleSheet.precision(of: path) }
    }
  }

  @Test func theSampleIsTheSameEveryTimeAndPointsAtTheText() throws {
    let ten = try Self.draw("clarity.vague-time", 10)
    #expect(ten.rows.count == 10)
    #expect(ten.findings > 10)
    #expect(try Self.draw("clarity.vague-time", 10).rows.map(\.ticket) == ten.rows.map(\.ticket))
    // The least hashes: a smaller sample is the head of a larger one.
    #expect(
      try Self.draw("clarity.vague-time", 4).rows.map(\.ticket) == Array(ten.rows.map(\.ticket).prefix(4)))
    for row in ten.rows {
      #expect(row.rule == "clarity.vague-time")
      #expect(row.row > 0 && !row.context.quote.isEmpty && !row.span.isEmpty && !row.suggestion.isEmpty)
    }
    #expect(try Self.draw("clarity.vague-time", 10_000).rows.count == ten.findings)
  }

  @Test func aRuleThatIsNotThereGivesNothing() throws {
    let desk = Fixtures.root.appending(path: "desk/incidents.csv").path
    #expect(
      try FindingSampler(AnalysisOptions(paths: [desk]), rule: "no.such-rule", count: 3).draw()?.findings
        == nil)
  }
}
