import Testing
import Tickets

@testable import TicketImport

/// Files beside the tickets and their messages: satisfaction, people, mail.
@Suite struct JoinedFilesTests {
  static let tickets = """
    ticket_id,subject,requester,status,created_at,comments
    1,Printer,Joe,closed,2026-01-05T08:00:00Z,"2026-01-05 09:00 - Ana (Comments)
    Try now"
    2,Badge,Kim,closed,2026-01-06T08:00:00Z,"2026-01-06 09:00 - Ana (Comments)
    Try now

    2026-02-06 09:00 - Max (Comments)
    Me too"

    """

  @Test func satisfactionScoresAreJoined() throws {
    let scores =
      "ticket_id,score,time\n2,2,2026-01-07\n2,5,2026-01-09\n2,1,2026-01-08\n9,4,2026-01-09\n1,,2026-01-09\n"
    var importer = try Importer(inputs: [
      InputFile(bytes: Array(scores.utf8), name: "csat.csv"),
      InputFile(bytes: Array(Self.tickets.utf8), name: "t.csv"),
    ])
    #expect(importer.survey.files[0].tables[0].kind == .satisfaction)
    var scored: [Double?] = []
    try importer.read(ticketsPerBatch: 10) { batch in
      scored += batch.tickets.map(\.csat)
      return true
    }
    #expect(scored == [nil, 5])
    #expect(importer.ledger.satisfactionRows == 4)
    #expect(importer.ledger.rejected == [.unknownTicket: 1])
    #expect(importer.ledger.addsUp)
  }

  @Test func aPeopleFileSaysWhoIsStaff() throws {
    let people =
      "name,role,team,from,to\nAna,agent,Desk,,\nmax,staff,Desk,2026-02-01,2026-02-28\nKim,requester,,,\n"
    let imported = try ImportedTickets([("people.csv", people), ("t.csv", Self.tickets)])
    #expect(imported.survey.files[0].tables[0].kind == .people)
    #expect(
      imported.lines.filter { $0.hasPrefix("  ") && !$0.contains("request |") }.map {
        $0.split(separator: "|")[2]
      } == [
        " staff ", " staff ", " staff ",
      ])
    #expect(imported.ledger.peopleRows == 3)
    #expect(imported.ledger.roles[.peopleFile] == 3)
    #expect(imported.ledger.addsUp)
    let before = "name,role,from,to\nMax,staff,2026-03-01,\n"
    let other = try ImportedTickets([("people.csv", before), ("t.csv", Self.tickets)])
    #expect(other.ledger.roles[.peopleFile] == nil)
    #expect(other.ledger.roles[.undecided] == 3)
  }

  @Test func staffAreKnownByTheirMailDomain() throws {
    let tickets =
      "ticket_id,subject,requester,assignee,created_at\n1,VPN,joe@example.com,ana@desk.example,2026-03-01T09:00:00Z\n"
    let messages = """
      ticket_id,author,body,created_at
      1,bo@desk.example,Try again,2026-03-01T10:00:00Z
      1,kim@example.com,Same here,2026-03-01T11:00:00Z
      1,max@other.example,Hello,2026-03-01T12:00:00Z
      """
    let imported = try ImportedTickets([("a.csv", tickets), ("b.csv", messages)])
    #expect(
      imported.lines.dropFirst(2).map { $0.split(separator: "|")[2] } == [
        " staff ", " unknown ", " unknown ",
      ])
    #expect(imported.ledger.roles[.mailDomain] == 1)
  }

  static let mbox = """
    From joe@example.com Mon Mar  2 10:00:00 2026
    From: Joe Bell <joe@example.com>
    To: Help <help@desk.example>
    Subject: Printer jams
    Date: Mon, 2 Mar 2026 10:00:00 +0000
    Message-ID: <1@example.com>

    My printer jams.

    From ana@desk.example Mon Mar  2 11:00:00 2026
    From: Ana Ruiz <ana@desk.example>
    To: joe@example.com
    Subject: Re: Printer jams
    Date: Mon, 2 Mar 2026 11:00:00 +0000
    Message-ID: <2@desk.example>
    In-Reply-To: <1@example.com>

    Which one?

    > My printer jams.

    From kim@example.com Mon Mar  2 10:30:00 2026
    From: Kim <kim@example.com>
    To: help@desk.example
    Subject: Badge
    Date: Mon, 2 Mar 2026 10:30:00 +0000
    Message-ID: <3@example.com>

    My badge is lost.

    """

  @Test func aMailboxIsTicketsByThread() throws {
    let imported = try ImportedTickets([("m.mbox", Self.mbox)])
    #expect(
      imported.lines == [
        "0 | Printer jams | 2026-03-02T10:00:00Z | unknown | joe@example.com | -",
        "  2026-03-02T10:00:00Z | request | requester | public | joe@example.com | My printer jams.",
        "  2026-03-02T11:00:00Z | reply | staff | public | ana@desk.example | Which one?\n\n> My printer jams.",
        "1 | Badge | 2026-03-02T10:30:00Z | unknown | kim@example.com | -",
        "  2026-03-02T10:30:00Z | request | requester | public | kim@example.com | My badge is lost.",
      ])
    #expect(imported.ledger.roles[.mailDomain] == 1)
    #expect(imported.ledger.furtherRows == 1)
    #expect(imported.ledger.addsUp)
  }

  @Test func anOutlookFolderIsThreadedBySubject() throws {
    let csv = """
      "Subject","Body","From: (Name)","From: (Address)","From: (Type)","To: (Name)","To: (Address)","Importance"
      "Printer jams","It jams.","Joe","joe@example.com","SMTP","Help","help@desk.example","Normal"
      "RE: Printer jams","Which one?","Ana","ana@desk.example","SMTP","Joe","joe@example.com","Normal"
      "Badge","Lost it.","Kim","kim@example.com","SMTP","Help","help@desk.example","High"

      """
    let imported = try ImportedTickets([("o.csv", csv)])
    #expect(imported.survey.files[0].tables[0].preset == "Outlook")
    #expect(
      imported.lines == [
        "printer jams | Printer jams | - | unknown | joe@example.com | -",
        "  - | request | requester | public | joe@example.com | It jams.",
        "  - | reply | staff | public | ana@desk.example | Which one?",
        "badge | Badge | - | unknown | kim@example.com | -",
        "  - | request | requester | public | kim@example.com | Lost it.",
      ])
    #expect(imported.survey.warnings.contains { $0.message.contains("never tried") })
  }
}
