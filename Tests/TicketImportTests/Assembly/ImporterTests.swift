import Testing
import Tickets

@testable import TicketImport

@Suite struct ImporterTests {
  // MARK: - One row a ticket

  static let journals = """
    number,short_description,description,caller_id,assigned_to,incident_state,opened_at,resolved_at,close_notes,comments_and_work_notes
    INC1,VPN drops,"Hello, my VPN drops.",Joe Bell,Ana Ruiz,Resolved,2026-03-01 09:00:00,2026-03-01 12:00:00,Replaced the profile.,"2026-03-01 11:00:00 - Ana Ruiz (Additional comments)
    Please try again.

    2026-03-01 10:00:00 - Kim Lee (Work notes)
    profile is corrupt

    2026-03-01 11:30:00 - Joe Bell (Additional comments)
    Works, thanks!
    "
    INC2,Screen flickers,,Kim Lee,,New,2026-03-02 09:00:00,,,"2026-03-02 10:00:00 - Kim Lee (Additional comments)
    It flickers since today.

    2026-03-02 11:00:00 - Max Guest (Additional comments)
    Mine too.

    2026-03-02 11:05:00 - Monitoring (Additional comments)
    Display 4 offline
    "
    INC3,No mail,,Joe Bell,Kim Lee,On Hold,2026-03-03 09:00:00,,,
    ,No number,,Joe Bell,,New,2026-03-04 09:00:00,,,

    """

  @Test func ticketsWithJournals() throws {
    let imported = try ImportedTickets([("t.csv", Self.journals)])
    #expect(
      imported.lines == [
        "INC1 | VPN drops | 2026-03-01T09:00:00Z | resolved | Joe Bell | Ana Ruiz",
        "  2026-03-01T09:00:00Z | request | requester | public | Joe Bell | Hello, my VPN drops.",
        "  2026-03-01T10:00:00Z | note | staff | internal | Kim Lee | profile is corrupt",
        "  2026-03-01T11:00:00Z | reply | staff | public | Ana Ruiz | Please try again.",
        "  2026-03-01T11:30:00Z | reply | requester | public | Joe Bell | Works, thanks!",
        "  2026-03-01T12:00:00Z | resolution | staff | public | Ana Ruiz | Replaced the profile.",
        "INC2 | Screen flickers | 2026-03-02T09:00:00Z | open | Kim Lee | -",
        "  2026-03-02T10:00:00Z | request | requester | public | Kim Lee | It flickers since today.",
        "  2026-03-02T11:00:00Z | reply | unknown | public | Max Guest | Mine too.",
        "  2026-03-02T11:05:00Z | reply | system | public | Monitoring | Display 4 offline",
        "INC3 | No mail | 2026-03-03T09:00:00Z | open | Joe Bell | Kim Lee",
        "  2026-03-03T09:00:00Z | request | requester | public | Joe Bell | No mail",
      ])
    #expect(imported.ledger.rowsRead == 4)
    #expect(imported.ledger.tickets == 3)
    #expect(imported.ledger.rejected == [.noID: 1])
    #expect(imported.ledger.addsUp)
    #expect(imported.ledger.roles[.undecided] == 1)
    #expect(imported.rejects.map(\.line) == [21])
    #expect(imported.rejects.first?.text == ",No number,,Joe Bell,,New,2026-03-04 09:00:00,,,\n")
    #expect(imported.survey.files.first?.tables.first?.preset == "ServiceNow")
  }

  @Test func batchesAreFilledInOrder() throws {
    let imported = try ImportedTickets([("t.csv", Self.journals)], ticketsPerBatch: 2)
    #expect(imported.batchSizes == [2, 1])
    var options = ImportOptions()
    options.batchBytes = 1
    #expect(try ImportedTickets([("t.csv", Self.journals)], options: options).batchSizes == [1, 1, 1])
  }

  // MARK: - Two files

  static let tickets = """
    ticket_id,subject,requester,assignee,status,created_at,solved_at
    7,Printer,ana@example.com,bo@desk.example,closed,2026-01-05T08:00:00Z,2026-01-05T10:00:00Z
    8,Badge,cy@example.com,,open,2026-01-06T08:00:00Z,

    """
  static let messages = """
    id,ticket_id,author,is_private,created_at,body
    3,7,bo@desk.example,0,2026-01-05T09:00:00Z,Try now
    1,8,cy@example.com,0,2026-01-06T08:00:10Z,My badge fails
    2,7,bo@desk.example,1,2026-01-05T08:30:00Z,toner
    4,9,zed@example.com,0,2026-01-06T09:00:00Z,Hello?
    5,,zed@example.com,0,2026-01-06T09:00:00Z,Nobody
    6,7,ana@example.com,0,2026-01-05T08:00:00Z,It jams
    7,8,di@desk.example,1,2026-01-06T09:10:00Z,
    3,7,bo@desk.example,0,2026-01-05T09:00:00Z,Try now

    """
  static let joined = [
    "7 | Printer | 2026-01-05T08:00:00Z | closed | ana@example.com | bo@desk.example",
    "  2026-01-05T08:00:00Z | request | requester | public | ana@example.com | It jams",
    "  2026-01-05T08:30:00Z | note | staff | internal | bo@desk.example | toner",
    "  2026-01-05T09:00:00Z | reply | staff | public | bo@desk.example | Try now",
    "8 | Badge | 2026-01-06T08:00:00Z | open | cy@example.com | -",
    "  2026-01-06T08:00:10Z | request | requester | public | cy@example.com | My badge fails",
  ]

  @Test(arguments: [true, false]) func ticketsAndMessagesAreJoinedInAnyOrder(_ ticketsFirst: Bool) throws {
    let files = [("a.csv", Self.tickets), ("b.csv", Self.messages)]
    let imported = try ImportedTickets(ticketsFirst ? files : files.reversed())
    #expect(imported.lines == Self.joined)
    #expect(
      imported.survey.files.map { $0.tables[0].kind }
        == (ticketsFirst ? [.tickets, .messages] : [.messages, .tickets]))
    #expect(imported.ledger.rowsRead == 10)
    #expect(imported.ledger.messageRows == 4)
    #expect(imported.ledger.duplicateMessageRows == 1)
    #expect(imported.ledger.emptyMessageRows == 1)
    #expect(imported.ledger.rejected == [.unknownTicket: 1, .noTicketReference: 1])
    #expect(imported.ledger.addsUp)
    #expect(imported.survey.orphans == 2)
    #expect(imported.rejects.map(\.reason) == [.unknownTicket, .noTicketReference])
    #expect(imported.rejects.map(\.line) == [5, 6])
  }

  @Test func messagesAloneMakeTickets() throws {
    let imported = try ImportedTickets([("b.csv", Self.messages)])
    #expect(imported.survey.files[0].tables[0].kind == .conversation)
    #expect(imported.ledger.tickets == 3)
    #expect(imported.ledger.furtherRows == 4)
    #expect(imported.ledger.rejected == [.noID: 1])
    #expect(imported.ledger.addsUp)
    #expect(imported.lines.contains("9 | - | 2026-01-06T09:00:00Z | unknown | zed@example.com | -"))
  }

  @Test func aHistoryFileGivesStatusChangesWithWhatWasInForce() throws {
    let history = """
      ticket_id,changed_at,field,old_value,new_value
      7,2026-01-05T09:30:00Z,status,resolved,reopened
      7,2026-01-05T08:10:00Z,team,Desk,Print
      7,2026-01-05T09:10:00Z,status,open,resolved
      7,2026-01-05T09:40:00Z,team,Print,Field
      7,2026-01-05T10:00:00Z,status,reopened,closed
      """
    let imported = try ImportedTickets([("a.csv", Self.tickets), ("h.csv", history)])
    #expect(
      imported.lines.filter { $0.contains("->") } == [
        "  2026-01-05T08:00:00Z | -> open | open | - | Desk | bo@desk.example | -",
        "  2026-01-05T08:10:00Z | -> open | open | - | Print | bo@desk.example | -",
        "  2026-01-05T09:10:00Z | -> resolved | resolved | - | Print | bo@desk.example | -",
        "  2026-01-05T09:30:00Z | -> open | reopened | - | Print | bo@desk.example | -",
        "  2026-01-05T09:40:00Z | -> open | reopened | - | Field | bo@desk.example | -",
        "  2026-01-05T10:00:00Z | -> closed | closed | - | Field | bo@desk.example | -",
      ])
    #expect(imported.ledger.historyRows == 5)
    #expect(imported.ledger.addsUp)
  }

  // MARK: - Event logs

  static let events = """
    number,incident_state,reassignment_count,reopen_count,sys_mod_count,caller_id,opened_at,sys_updated_at,priority,assignment_group,assigned_to,resolved_at
    INC1,New,0,0,0,Joe,29/2/2016 01:16,29/2/2016 01:23,3,Desk,?,5/3/2016 12:00
    INC2,New,0,0,0,Kim,1/3/2016 08:00,1/3/2016 08:00,2,Desk,?,?
    INC1,Closed,1,1,5,Joe,29/2/2016 01:16,5/3/2016 12:00,2,Net,Ana,5/3/2016 12:00
    INC1,Resolved,0,0,2,Joe,29/2/2016 01:16,29/2/2016 11:29,3,Desk,Bo,5/3/2016 12:00
    INC1,Active,1,1,3,Joe,29/2/2016 01:16,2/3/2016 09:00,2,Net,Ana,5/3/2016 12:00
    INC1,Active,1,0,4,Joe,29/2/2016 01:16,2/3/2016 09:01,2,Net,Ana,5/3/2016 12:00

    """

  @Test func eventLogsAreCollapsed() throws {
    let imported = try ImportedTickets([("log.csv", Self.events)])
    #expect(
      imported.lines == [
        "INC2 | - | 2016-03-01T08:00:00Z | open | Kim | -",
        "  2016-03-01T08:00:00Z | -> open | New | 0 | Desk | - | 2",
        "INC1 | - | 2016-02-29T01:16:00Z | closed | Joe | Ana",
        "  2016-02-29T01:23:00Z | -> open | New | 0 | Desk | - | 3",
        "  2016-02-29T11:29:00Z | -> resolved | Resolved | 0 | Desk | Bo | 3",
        "  2016-03-02T09:00:00Z | -> open | Active | 1 | Net | Ana | 2",
        "  2016-03-05T12:00:00Z | -> closed | Closed | 1 | Net | Ana | 2",
      ])
    let table = try #require(imported.survey.files.first?.tables.first)
    #expect(table.kind == .events)
    #expect(table.dateOrder == .dayFirst)
    #expect(imported.ledger.furtherRows == 4)
    #expect(imported.ledger.addsUp)
  }

  @Test func aLogInTwoFilesWithOtherColumnsIsOneLog() throws {
    let second = """
      sys_updated_at,number,sys_mod_count,incident_state,caller_id,opened_at
      7/3/2016 12:00,INC1,6,Active,Joe,29/2/2016 01:16
      8/3/2016 12:00,INC1,7,Closed,Joe,29/2/2016 01:16
      30/3/2016 12:00,INC9,1,New,Joe,30/3/2016 01:16
      30/3/2016 13:00,INC9,2,Closed,Joe,30/3/2016 01:16
      """
    let imported = try ImportedTickets([("a.csv", Self.events), ("b.csv", second)])
    #expect(
      imported.lines.filter { $0.contains("-> ") }.map {
        $0.split(separator: "|").prefix(3).joined(separator: "|")
      }
      .filter { $0.contains("2016-03-0") } == [
        "  2016-03-01T08:00:00Z | -> open | New ", "  2016-03-02T09:00:00Z | -> open | Active ",
        "  2016-03-05T12:00:00Z | -> closed | Closed ", "  2016-03-07T12:00:00Z | -> open | Active ",
        "  2016-03-08T12:00:00Z | -> closed | Closed ",
      ])
    #expect(imported.ledger.addsUp)
  }

  // MARK: - The same ticket twice

  @Test func theLaterUpdateWinsAndMessagesAreUnited() throws {
    let old = """
      number,short_description,incident_state,opened_at,sys_updated_on,comments
      INC1,Old words,New,2026-03-01 09:00:00,2026-03-02 09:00:00,"2026-03-01 10:00:00 - Ana (Additional comments)
      First"

      """
    let new = """
      number,short_description,incident_state,opened_at,sys_updated_on,comments
      INC1,New words,Closed,2026-03-01 09:00:00,2026-03-05 09:00:00,"2026-03-04 10:00:00 - Ana (Additional comments)
      Second

      2026-03-01 10:00:00 - Ana (Additional comments)
      First"

      """
    for files in [[("1.csv", old), ("2.csv", new)], [("1.csv", new), ("2.csv", old)]] {
      let imported = try ImportedTickets(files)
      #expect(
        imported.lines == [
          "INC1 | New words | 2026-03-01T09:00:00Z | closed | - | -",
          "  2026-03-01T09:00:00Z | request | requester | public | - | New words",
          "  2026-03-01T10:00:00Z | reply | unknown | public | Ana | First",
          "  2026-03-04T10:00:00Z | reply | unknown | public | Ana | Second",
        ])
      #expect(imported.ledger.duplicateRows == 1)
      #expect(imported.ledger.addsUp)
    }
  }

  @Test func aRowALabelIsNoLogOfChanges() throws {
    let csv = """
      ticket_id,subject,status,label,created_at,updated_at
      1,VPN,closed,net,2026-03-01,2026-03-05
      1,VPN,closed,home,2026-03-01,2026-03-05
      2,Badge,open,door,2026-03-01,2026-03-02
      2,Badge,open,card,2026-03-01,2026-03-02
      """
    let imported = try ImportedTickets([("t.csv", csv)])
    #expect(imported.survey.files[0].tables[0].kind == .tickets)
    #expect(imported.lines.filter { $0.contains("->") }.isEmpty)
    #expect(imported.ledger.duplicateRows == 2)
    #expect(imported.ledger.addsUp)
  }

  @Test func statesCanBeSaidAndUnknownOnesAreNamed() throws {
    let csv = "number,short_description,state\nINC1,a,Parked\nINC2,b,Parked\nINC3,c,Shelved\n"
    let imported = try ImportedTickets([("t.csv", csv)])
    #expect(imported.ledger.unknownStates == 3)
    #expect(imported.ledger.unknownStateNames == ["Parked": 2, "Shelved": 1])
    var options = ImportOptions()
    options.states = [StateMeaning(name: "PARKED", category: .open)]
    let said = try ImportedTickets([("t.csv", csv)], options: options)
    #expect(said.ledger.unknownStateNames == ["Shelved": 1])
    #expect(said.lines[0] == "INC1 | a | - | open | - | -")
  }

  // MARK: - Dates that can't be told

  @Test func undecidableDatesAreRefusedAndCanBeSaid() throws {
    let csv = "number,short_description,opened_at\nINC1,a,03/04/2026 10:00\nINC2,b,05/06/2026 10:00\n"
    #expect(throws: ImportError.self) { try ImportedTickets([("t.csv", csv)]) }
    var importer = try Importer(inputs: [InputFile(bytes: Array(csv.utf8), name: "t.csv")])
    #expect(importer.survey.faults.map(\.kind) == [.options])
    #expect(importer.survey.faults.first?.message.contains("--date-order") == true)
    #expect(throws: ImportError.self) { try importer.read(ticketsPerBatch: 1) { _ in true } }
    var options = ImportOptions()
    options.dateOrder = .monthFirst
    #expect(
      try ImportedTickets([("t.csv", csv)], options: options).lines.first?.contains("2026-03-04T10:00:00Z")
        == true)
    options.dateOrder = .dayFirst
    #expect(
      try ImportedTickets([("t.csv", csv)], options: options).lines.first?.contains("2026-04-03T10:00:00Z")
        == true)
  }

  @Test func aSecondFileCanDecideTheOrder() throws {
    let tickets = "ticket_id,subject,created_at\n1,a,03/04/2026 10:00\n"
    let messages = "ticket_id,author,body,created_at\n1,x,hello,13/04/2026 11:00\n"
    let imported = try ImportedTickets([("a.csv", tickets), ("b.csv", messages)])
    #expect(imported.lines[0] == "1 | a | 2026-04-03T10:00:00Z | unknown | - | -")
    #expect(imported.survey.files[0].tables[0].dateOrderReason == "as in the other files")
  }

  // MARK: - Mapping by hand

  @Test func columnsCanBeMapped() throws {
    let csv = "Akte,Worum,Seit\nA-1,Drucker,2026-03-01\n"
    #expect(throws: ImportError.self) { try ImportedTickets([("t.csv", csv)]) }
    var options = ImportOptions()
    options.mapping = [
      MappedColumn(field: "id", column: "akte"), MappedColumn(field: "summary", column: "Worum"),
      MappedColumn(field: "opened_at", column: "Seit"),
    ]
    #expect(
      try ImportedTickets([("t.csv", csv)], options: options).lines[0]
        == "A-1 | Drucker | 2026-03-01 | unknown | - | -")
  }

  @Test(arguments: [("subjekt", "Worum", "no such field"), ("summary", "Wozu", "no such column")])
  func wrongMappingsAreRefused(_ field: String, _ column: String, _ message: String) throws {
    var options = ImportOptions()
    options.mapping = [MappedColumn(field: field, column: column)]
    let error = #expect(throws: ImportError.self) {
      try ImportedTickets([("t.csv", "number,Worum\n1,a\n")], options: options)
    }
    #expect(error?.kind == .options)
    #expect(error?.message.hasPrefix(message) == true)
  }

  @Test(arguments: [
    ("", "is empty"), ("PK\u{3}\u{4}…", "ZIP"), ("<html><body/></html>", "is XML"),
    ("a,b\n1,2\n", "--map id=COLUMN"),
  ]) func whatHoldsNoTicketsIsRefused(_ text: String, _ message: String) throws {
    let error = #expect(throws: ImportError.self) { try ImportedTickets([("f", text)]) }
    #expect(error?.kind == .unusable)
    #expect(error?.message.contains(message) == true)
  }

  @Test func readingTwiceGivesTheSame() throws {
    var importer = try Importer(inputs: [InputFile(bytes: Array(Self.journals.utf8), name: "t.csv")])
    var first: [TicketBatch] = []
    try importer.read(ticketsPerBatch: 2) {
      first.append($0); return true
    }
    let ledger = importer.ledger
    var second: [TicketBatch] = []
    try importer.read(ticketsPerBatch: 2) {
      second.append($0); return true
    }
    #expect(first.map(\.bytes) == second.map(\.bytes))
    #expect(first.map(\.sequence) == [0, 1])
    #expect(importer.ledger == ledger)
  }
}
