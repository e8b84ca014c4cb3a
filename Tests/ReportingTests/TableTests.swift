import Outcomes
import TestSupport
import Testing
import Tickets

@testable import Reporting

@Suite struct TableTests {
  @Test func associationsLookAsAgreed() throws {
    try expectTable(AssociationRow.rows(of: SampleReport.full), "reporting/associations.csv")
  }

  @Test func ledgerLooksAsAgreed() throws {
    try expectTable(SampleReport.full.ledger.lines.map(LedgerRow.init), "reporting/ledger.csv")
  }

  @Test func findingsHoldTextOnlyWhenAsked() throws {
    let findings = SampleReport.rules.flatMap(\.examples).map(\.finding)
    try expectTable(findings.map { FindingRow($0) }, "reporting/findings.csv")
    try expectTable(findings.map { FindingRow($0, hasText: true) }, "reporting/findings-text.csv")
  }

  @Test func ticketsAndMessagesLookAsAgreed() throws {
    var ticket = TicketRow(ticket: "INC0030551")
    ticket.link = "https://desk.example.org/incident/INC0030551"
    ticket.openedAt = Timestamp(year: 2026, month: 1, day: 8, hour: 9, minute: 12)
    ticket.firstResolvedAt = Timestamp(year: 2026, month: 1, day: 9, hour: 16)
    ticket.cutSource = "history"
    ticket.reopenedAt = Timestamp(year: 2026, month: 1, day: 10, precision: .day)
    ticket.isReopened = true
    ticket.isEligible = true
    ticket.priority = "3 - Moderate"
    ticket.category = "E-mail, calendar"
    ticket.group = "=cmd|' /C calc'!A0"
    ticket.assignee = "person-14"
    ticket.channel = "portal"
    ticket.language = "en"
    ticket.messages = 5
    ticket.staffMessages = 3
    ticket.staffWords = 142
    ticket.reassignments = 0
    ticket.listeningLevel = 2
    ticket.gaps = 4
    ticket.strengths = 1
    var excluded = TicketRow(ticket: "INC0030552")
    excluded.exclusion = "never_resolved"
    try expectTable([ticket, excluded], "reporting/tickets.csv")

    var message = MessageRow(
      ticket: "INC0030551", message: "2", role: .staff, visibility: .public, kind: .reply)
    message.at = Timestamp(year: 2026, month: 1, day: 8, hour: 9, minute: 40)
    message.author = "person-14"
    message.words = 41
    message.sentences = 3
    message.readingGrade = 7.91234
    message.similarity = 0.63
    message.listeningLevel = 3
    message.gaps = 2
    let empty = MessageRow(
      ticket: "INC0030552", message: "1", role: .unknown, visibility: .public, kind: .request)
    try expectTable([message, empty], "reporting/messages.csv")
  }

  @Test func rejectsKeepTheRawRow() throws {
    let row = RejectRow(
      file: "incidents.csv", line: 1_042, offset: 88_213, reason: "row has 7 fields, the header has 9",
      raw: "INC1,\"open\",\n-1")
    try expectTable([row], "reporting/rejects.csv")
  }

  /// Every row has as many cells as the table has columns.
  @Test func rowsFillTheirColumns() {
    func cells<Row: TidyRow>(_ row: Row) -> Int {
      var writer = CSVWriter()
      writer.row(row)
      return writer.output.count { $0 == UInt8(ascii: ",") } + 1
    }
    let message = MessageRow(ticket: "a", message: "b", role: .staff, visibility: .public, kind: .reply)
    #expect(cells(TicketRow(ticket: "a")) == TicketRow.columns.count)
    #expect(cells(message) == MessageRow.columns.count)
    #expect(cells(FindingRow(SampleReport.rules[0].examples[1].finding)) == FindingRow.columns.count)
    #expect(cells(RejectRow(file: "", line: 0, offset: 0, reason: "", raw: "")) == RejectRow.columns.count)
    for columns in [
      TicketRow.columns, MessageRow.columns, FindingRow.columns, RejectRow.columns, LedgerRow.columns,
      AssociationRow.columns,
    ] {
      #expect(Set(columns).count == columns.count)
    }
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+15551234", "+15551234"), ("-5", "-5"), ("-5.25", "-5.25"), ("-5+3", "'-5+3"),
    ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\r=1", "\"'\r=1\""), ("a=1", "a=1"),
    ("＝1+1", "'＝1+1"), ("éa", "éa"), ("", ""), ("a\"b", "\"a\"\"b\""), ("a,b", "\"a,b\""),
    ("=a,b", "\"'=a,b\""), ("-1.2.3", "'-1.2.3"), (" =1", " =1"), ("ｱ", "ｱ"),
  ])
  func formulasAreDefused(_ text: String, _ cell: String) {
    var writer = CSVWriter()
    writer.text(text)
    #expect(String(decoding: writer.output, as: UTF8.self) == cell)
  }

  /// `Timestamp.iso8601` and `String(_:)` are the second opinion.
  @Test func timesAndNumbersAsTheirTextWouldBe() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<5_000 {
      let seconds = Int64.random(in: -100_000_000_000...300_000_000_000, using: &generator)
      let time = Timestamp(seconds: seconds, precision: Bool.random(using: &generator) ? .day : .second)
      let number =
        Int.random(in: .min ... .max, using: &generator) >> Int.random(in: 0...63, using: &generator)
      var writer = CSVWriter()
      writer.time(time)
      writer.number(number)
      #expect(String(decoding: writer.output, as: UTF8.self) == "\(time.iso8601),\(number)")
    }
  }

  @Test func rawIsRaw() {
    var writer = CSVWriter(isRaw: true)
    writer.text("=1+1")
    writer.text("@x,")
    #expect(String(decoding: writer.output, as: UTF8.self) == "=1+1,\"@x,\"")
  }

  private func expectTable(
    _ rows: [some TidyRow], _ name: String, at location: SourceLocation = #_sourceLocation
  )
    throws
  {
    try expectGolden(String(decoding: CSVWriter.table(rows), as: UTF8.self), name, sourceLocation: location)
  }
}
