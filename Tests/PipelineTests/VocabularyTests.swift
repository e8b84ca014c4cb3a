import Foundation
import Pipeline
import Reporting
import Rules
import TestSupport
import Testing

/// The desk's own jargon: found in its tickets, written to a file, read back, and judged by.
@Suite struct VocabularyTests {
  /// Tickets in which staff say "ticketbot" and requesters "toner".
  private static let tickets = (1...12).map { number in
    """
    {"id":"T\(number)","messages":[\
    {"id":"1","role":"requester","text":"The toner of the printer on floor \(number) is empty, please help."},\
    {"id":"2","role":"staff","text":"The ticketbot will sort this, and the toner comes tomorrow at \(number)."}]}
    """
  }.joined(separator: "\n")

  private func report() throws -> VocabularyReport {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "tickets.ndjson")
      try Self.tickets.write(to: file, atomically: true, encoding: .utf8)
      return try VocabularyRun(AnalysisOptions(paths: [file.path(percentEncoded: false)])).run(limit: 10)
    }
  }

  @Test func findsWhatOnlyStaffSay() throws {
    let report = try report()
    #expect(report.words.map(\.word) == ["ticketbot"])
    #expect(report.words.first?.staffMessages == 12)
    #expect(report.words.first?.requesterMessages == 0)
  }

  @Test func theFileIsReadBack() throws {
    let written = String(decoding: try report().vocabularyFile(), as: UTF8.self)
    // As it is written, nobody has said yet that anything is jargon.
    #expect(try DeskVocabulary.parse(written, file: "vocabulary.yml") == DeskVocabulary())
    let confirmed = written.replacing("  # - ", with: "  - ")
    let vocabulary = try DeskVocabulary.parse(confirmed, file: "vocabulary.yml")
    #expect(vocabulary.local == ["ticketbot"])
    #expect(vocabulary.packs.map(\.name) == ["jargon.local"])
  }
}
