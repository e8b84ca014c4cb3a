import Foundation
import Pipeline
import Reporting
import TestSupport
import Testing

@testable import Rules

/// The desk's own jargon: found in its tickets, written to a file, and read back by the rule that finds it.
@Suite struct VocabularyTests {
  /// Tickets in which staff say "ticketbot" and both sides "toner".
  private static let messages =
    "ticket_id,message_id,created_at,author,author_role,is_private,body\n"
    + (1...80).map { number in
      """
      T\(number),a\(number),2026-01-05 11:15:00,Ines,requester,0,The toner of the printer is empty; please help.
      T\(number),b\(number),2026-01-05 11:55:00,Leon,agent,0,The ticketbot will sort this and the toner comes tomorrow.
      """
    }.joined(separator: "\n")

  @Test func findsWhatOnlyStaffSay() throws {
    let report = try withTemporaryFolder { folder in
      let file = folder.appending(path: "messages.csv")
      try Self.messages.write(to: file, atomically: true, encoding: .utf8)
      return try VocabularyRun(AnalysisOptions(paths: [file.path(percentEncoded: false)])).run(limit: 10)
    }
    #expect(report.words.map(\.word) == ["ticketbot"])
    #expect(report.words.first?.staffMessages == 80)
    #expect(report.words.first?.requesterMessages == 0)
  }

  @Test func theFileIsReadBack() throws {
    var report = VocabularyReport(staffMessages: 12, requesterMessages: 14)
    report.words = ["ticketbot", "no"].map {
      VocabularyReport.Word(
        word: $0, staffMessages: 9, requesterMessages: 0, logOddsRatio: 3.5, z: 4.1, ticket: "INC1")
    }
    let written = String(decoding: report.vocabularyFile(), as: UTF8.self)
    // As it is written, nobody has said yet that anything is jargon.
    #expect(try DeskVocabulary.parse(written, file: "vocabulary.yml").packs.isEmpty)
    let confirmed = written.replacing("  # - ", with: "  - ")
    let vocabulary = try DeskVocabulary.parse(confirmed, file: "vocabulary.yml")
    #expect(vocabulary.local == ["ticketbot", "no"])
    #expect(vocabulary.packs.map(\.name) == ["jargon.local"])
  }
}
