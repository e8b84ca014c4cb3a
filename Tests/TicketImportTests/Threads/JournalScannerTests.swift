import Testing
import Tickets

@testable import TicketImport

@Suite struct JournalScannerTests {
  /// The entries of a journal as `date | author | visibility | text`.
  private func entries(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var scanner = JournalScanner(bytes.indices, of: bytes.span)
    var lines: [String] = []
    while let entry = scanner.next(bytes.span) {
      let date = entry.date?.timestamp(order: .dayFirst, zone: .utc)?.iso8601 ?? "-"
      lines.append(
        [
          date, String(decoding: bytes[entry.author], as: UTF8.self), entry.visibility?.name ?? "-",
          String(decoding: bytes[entry.text], as: UTF8.self),
        ].joined(separator: " | "))
    }
    return lines
  }

  @Test func labelledEntries() {
    #expect(
      entries(
        """
        19-Aug-2026 20:13:14 - Incident BOT (Additional comments)
        BOT is unable to resolve, assign to an Engineer

        2026-05-31 10:00:00 - Ana Ruiz (Infor) (Work notes)
        Restarted the spooler.

        Still no luck.


        """) == [
          "2026-08-19T20:13:14Z | Incident BOT | public | BOT is unable to resolve, assign to an Engineer",
          "2026-05-31T10:00:00Z | Ana Ruiz (Infor) | internal | Restarted the spooler.\n\nStill no luck.",
        ])
  }

  @Test func entriesWithoutLabelNeedABlankLineBefore() {
    #expect(
      entries(
        """
        2026-05-31 10:00 - Guest Contact
        The log says
        2026-05-31 09:58:10 - spooler stopped
        and nothing else.

        2026-05-31 11:00 - Guest Contact
        Any news?
        """) == [
          """
          2026-05-31T10:00:00Z | Guest Contact | - | The log says
          2026-05-31 09:58:10 - spooler stopped
          and nothing else.
          """,
          "2026-05-31T11:00:00Z | Guest Contact | - | Any news?",
        ])
  }

  @Test func plainTextIsOneEntry() {
    #expect(
      entries("Just a comment.\n\nWith two paragraphs.\n") == [
        "- |  | - | Just a comment.\n\nWith two paragraphs."
      ])
    #expect(entries("").isEmpty)
    #expect(entries(" \n\n ").isEmpty)
  }

  @Test func textBeforeTheFirstHeaderIsKept() {
    #expect(
      entries("Note: imported\n2026-01-02 08:00:00 - Bo (Comments)\r\nHi\r\n") == [
        "- |  | - | Note: imported", "2026-01-02T08:00:00Z | Bo | public | Hi",
      ])
  }

  @Test func emptyEntries() {
    #expect(
      entries("2026-01-02 08:00:00 - Bo (Work notes)\n2026-01-02 09:00:00 - Al (Work notes)") == [
        "2026-01-02T08:00:00Z | Bo | internal | ", "2026-01-02T09:00:00Z | Al | internal | ",
      ])
  }

  @Test func labelsInOtherLanguages() {
    #expect(
      entries("02.01.2026 08:00:00 - Jörg Öhl (Arbeitsnotizen)\nPasswort zurückgesetzt") == [
        "2026-01-02T08:00:00Z | Jörg Öhl | internal | Passwort zurückgesetzt"
      ])
  }

  @Test func jirasCells() {
    #expect(
      entries("30/Jun/25 9:54 AM;712020:ab-cd;Hi; please try again;\n\nThanks") == [
        "2025-06-30T09:54:00Z | 712020:ab-cd | - | Hi; please try again;\n\nThanks"
      ])
    #expect(entries("18/jul/26;qm:x;Hola") == ["2026-07-18 | qm:x | - | Hola"])
    #expect(entries("3; no date; here") == ["- |  | - | 3; no date; here"])
  }
}
