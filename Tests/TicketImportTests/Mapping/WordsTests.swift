import Testing
import Tickets

@testable import TicketImport

@Suite struct WordsTests {
  @Test(
    arguments: [
      ("New", .open), ("in_progress", .open), ("On Hold", .open), ("Awaiting User Info", .open),
      ("REOPENED", .open),
      ("Reopened after resolution", .open), ("Pending - Customer", .open), ("Waiting for customer", .open),
      ("UNCONFIRMED", .open), ("4 - In Bearbeitung", .open), ("En attente", .open), ("Abierto", .open),
      ("Resolved", .resolved), ("Solved", .resolved), ("Done", .resolved), ("Fixed", .resolved),
      ("Gelöst", .resolved),
      ("RÉSOLU", .resolved), ("Resuelta", .resolved), ("6 - Resolved", .resolved),
      ("Closed", .closed), ("closed (no response)", .closed), ("Closed Incomplete", .closed),
      ("Geschlossen", .closed),
      ("Fermé", .closed), ("VERIFIED", .closed),
      ("Cancelled", .cancelled), ("Canceled", .cancelled), ("Closed Skipped", .cancelled),
      ("Closed - Duplicate", .cancelled),
      ("Готово", .unknown), ("", .unknown), ("Zone 4", .unknown),
    ] as [(String, StatusCategory)]) func states(_ name: String, _ category: StatusCategory)
  {
    #expect(
      onBytes(of: name) { StatusWords.category($0) } == category
    )
  }

  @Test(arguments: [
    ("Reopened", true), ("4 - Wiedereröffnet", true), ("Rouvert", true), ("Open", false), ("Resolved", false),
    ("", false),
  ]) func statesThatSayReopened(name: String, isReopened: Bool) {
    #expect(onBytes(of: name) { StatusWords.saysReopened($0) } == isReopened)
  }

  @Test(
    arguments: [
      ("Incident", .incident), ("Bug", .incident), ("Service Request", .request),
      ("[System] Change", .change),
      ("Security Incident", .security), ("Störung", .incident), ("Anfrage", .request),
      ("Major incident", .outage),
      ("Task", nil), ("", nil),
    ] as [(String, TicketKind?)]) func kinds(_ name: String, _ kind: TicketKind?)
  {
    #expect(onBytes(of: name) { KindWords.kind($0) } == kind)
  }

  @Test(
    arguments: [
      ("CHG0000012", .change), ("RITM001", .request), ("INC1", .incident), ("HELP-7", nil), ("12", nil),
    ] as [(String, TicketKind?)])
  func kindsByPrefix(_ id: String, _ kind: TicketKind?) {
    #expect(onBytes(of: id) { KindWords.kind(ofID: $0) } == kind)
  }

  @Test func foldingIgnoresCaseAccentsAndPunctuation() {
    #expect(FoldedWord("Opened at") == FoldedWord("opened_at"))
    #expect(FoldedWord("openedAt") == FoldedWord("OPENED-AT"))
    #expect(FoldedWord("Priorität") == FoldedWord("PRIORITÄT"))
    #expect(FoldedWord("Clave de incidencia") == FoldedWord("clave_de_incidencia"))
    #expect(FoldedWord("id") != FoldedWord("ids"))
    #expect(FoldedWord("Готово") != FoldedWord("Готова"))
  }

  @Test(arguments: [
    ("System", true), ("noreply@example.com", true), ("no-reply", true), ("Nagios Monitoring", true),
    ("Incident BOT", true), ("Automation for Jira", true),
    ("System Administrator", false), ("Ana Ruiz", false), ("Bo Robotham", false), ("abbot", false),
    ("", false),
  ]) func machines(_ name: String, _ isMachine: Bool) {
    #expect(
      onBytes(of: name) { SystemAccounts.isSystem($0) }
        == isMachine)
  }

  @Test(arguments: [
    ("*@example.com", "Ana@Example.com", true), ("*@example.com", "ana@example.org", false),
    ("ana*", "Ana Ruiz", true),
    ("*", "", true), ("", "x", false), ("a*b*c", "aXXbYYc", true), ("a*b*c", "aXXbYY", false),
    ("it-*", "it-desk", true),
  ]) func patterns(_ pattern: String, _ name: String, _ fits: Bool) {
    #expect(
      onBytes(of: name) { NamePattern(pattern).fits($0) }
        == fits)
  }

  @Test func numbers() {
    func whole(_ text: String) -> Int? { onBytes(of: text) { $0.wholeNumber } }
    func decimal(_ text: String) -> Double? { onBytes(of: text) { $0.decimalNumber } }
    #expect(whole(" 42 ") == 42)
    #expect(whole("-5") == -5)
    #expect(whole("2.0") == 2)
    #expect(whole("2.5") == nil)
    #expect(whole("") == nil)
    #expect(whole("-") == nil)
    #expect(whole("12345678901234567890") == nil)
    #expect(decimal("3,67") == 3.67)
    #expect(decimal("4") == 4)
    #expect(decimal("4.5.1") == nil)
    #expect(decimal(".") == nil)
  }
}
