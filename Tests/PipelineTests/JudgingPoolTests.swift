import Foundation
import Pipeline
import Reporting
import TestSupport
import Testing
import TicketImport
import Tickets

/// The same report, whoever judged which ticket.
@Suite struct JudgingPoolTests {
  /// All that a run says, as text.
  private struct Log: AnalysisSink {
    var lines: [String] = []
    mutating func finding(_ finding: Finding) { lines.append("\(finding)") }
    mutating func message(_ row: MessageRow) { lines.append("\(row)") }
    mutating func ticket(_ row: TicketRow) { lines.append("\(row)") }
    mutating func reject(_ row: RejectRow) { lines.append("\(row)") }
  }

  private func run(threads: Int, ticketsPerBatch: Int, memory: Int? = nil) throws -> (
    report: [UInt8], rows: [String]
  ) {
    var options = AnalysisOptions(
      paths: ["tickets.csv", "messages.csv", "status_history.csv"].map {
        Fixtures.root.appending(path: "desk/" + $0).path(percentEncoded: false)
      })
    options.threads = threads
    options.ticketsPerBatch = ticketsPerBatch
    if let memory { options.importing.memory = memory }
    var log = Log()
    let result = try AnalysisRun(options).run(into: &log, wantsRows: true, wantsFindings: true)
    return (JSONReporter().bytes(result.report), log.lines)
  }

  @Test func anyNumberOfWorkersAndAnyBatchesSayTheSame() throws {
    let alone = try run(threads: 1, ticketsPerBatch: 64)
    let together = try run(threads: 3, ticketsPerBatch: 64)
    #expect(alone.rows.count > 600)
    #expect(together.report == alone.report)
    #expect(together.rows == alone.rows)
    let small = try run(threads: 2, ticketsPerBatch: 17)
    #expect(small.report == alone.report)
    #expect(small.rows.sorted() == alone.rows.sorted())
    // So little that ids, staged rows, observations and replies that wait all go to temporary files.
    let spilled = try run(threads: 2, ticketsPerBatch: 64, memory: 1000)
    #expect(spilled.report == alone.report)
    #expect(spilled.rows == alone.rows)
  }

  @Test func whatTheReaderThrowsComesOut() throws {
    var options = AnalysisOptions(paths: ["no-such-file.csv"])
    options.threads = 3
    var log = Log()
    #expect(throws: (any Error).self) {
      _ = try AnalysisRun(options).run(into: &log, wantsRows: false, wantsFindings: false)
    }
  }
}
