import Foundation
import Pipeline
import Reporting
import TestSupport
import Testing

@testable import Rules

/// The desk's own jargon: found in its tickets, written to a file, read back, and judged by.
@Suite struct VocabularyTests {
  /// Tickets in which staff say "ticketbot" and requesters "toner".
  private static let messages =
    "ticket_id,message_id,created_at,author,author_role,is_private,body\n"
    + (1...80).map { number in
      """
      T\(number),a\(number),2026-01-05 11:15:00,Ines,requester,0,The toner of the printer is empty; please help.
      T\(number),b\(number),2026-01-05 11:55:00,Leon,agent,0,The ticketbot will sort this and the toner comes tomorrow.
      """
    }.joined(separator: "\n")

  private func report() throws -> VocabularyReport {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "messages.csv")
      try Self.messages.write(to: file, atomically: true, encoding: .utf8)
      return try VocabularyRun(AnalysisOptions(paths: [file.path(percentEncoded: false)])).run(limit: 10)
    }
  }

  @Test func findsWhatOnlyStaffSay() throws {
    let report = try report()
    #expect(report.words.map(\.word) == ["ticketbot"])
    #expect(report.words.first?.staffMessages == 80)
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
