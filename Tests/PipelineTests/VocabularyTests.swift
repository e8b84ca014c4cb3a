import Reporting
import Rules
import Testing

/// The desk's own jargon: written to a file, and read back by the rule that finds it.
@Suite struct VocabularyTests {
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
