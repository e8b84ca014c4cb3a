import Testing
import Tickets

@testable import TicketImport

/// Tickets from XML, whose journals and changes are records beside them.
@Suite struct XMLImportTests {
  @Test func serviceNowUnloadWithJournalsBeforeAndAfterTheirTicket() throws {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <unload unload_date="2026-03-01 00:00:00">
      <sys_journal_field action="INSERT_OR_UPDATE"><element>work_notes</element><element_id>aa</element_id>\
      <name>incident</name><sys_created_by>ana.ruiz</sys_created_by><sys_created_on>2026-02-01 09:30:00</sys_created_on>\
      <value>cable</value></sys_journal_field>
      <incident action="INSERT_OR_UPDATE"><number>INC1</number><sys_id>aa</sys_id><state>6</state>\
      <caller_id display_value="Joe Bell">u1</caller_id><assigned_to display_value="Ana Ruiz">u2</assigned_to>\
      <opened_at>2026-02-01 09:00:00</opened_at><resolved_at>2026-02-01 10:30:00</resolved_at>\
      <short_description>No network</short_description><comments/><work_notes/></incident>
      <sys_journal_field action="INSERT_OR_UPDATE"><element>comments</element><element_id>aa</element_id>\
      <name>incident</name><sys_created_by>ana.ruiz</sys_created_by><sys_created_on>2026-02-01 10:00:00</sys_created_on>\
      <value>Plugged in again.</value></sys_journal_field>
      <sys_journal_field action="INSERT_OR_UPDATE"><element>comments</element><element_id>zz</element_id>\
      <sys_created_on>2026-02-01 10:00:00</sys_created_on><value>lost</value></sys_journal_field>
      <sys_user action="INSERT_OR_UPDATE"><user_name>x</user_name></sys_user>
      </unload>
      """
    let imported = try ImportedTickets([("u.xml", xml)])
    #expect(
      imported.lines == [
        "INC1 | No network | 2026-02-01T09:00:00Z | resolved | Joe Bell | Ana Ruiz",
        "  2026-02-01T09:00:00Z | request | requester | public | Joe Bell | No network",
        "  2026-02-01T09:30:00Z | note | staff | internal | ana.ruiz | cable",
        "  2026-02-01T10:00:00Z | reply | staff | public | ana.ruiz | Plugged in again.",
      ])
    #expect(imported.ledger.rowsRead == 5)
    #expect(imported.ledger.unusedRows == 1)
    #expect(imported.ledger.rejected == [.unknownTicket: 1])
    #expect(imported.ledger.addsUp)
  }

  @Test func serviceNowAuditIsStatusHistory() throws {
    func change(_ field: String, _ from: String, _ to: String, _ at: String) -> String {
      "<sys_audit action=\"INSERT_OR_UPDATE\"><documentkey>aa</documentkey><fieldname>\(field)</fieldname>"
        + "<oldvalue>\(from)</oldvalue><newvalue>\(to)</newvalue><sys_created_on>\(at)</sys_created_on></sys_audit>"
    }
    let xml =
      "<unload><incident><number>INC1</number><sys_id>aa</sys_id><state>7</state><opened_at>2026-02-01 09:00:00</opened_at>"
      + "<assignment_group display_value=\"Net\">g2</assignment_group></incident>"
      + change("incident_state", "2", "6", "2026-02-01 11:00:00")
      + change("assignment_group", "Desk", "Net", "2026-02-01 10:00:00")
      + change("incident_state", "6", "2", "2026-02-01 12:00:00")
      + change("work_notes_list", "", "x", "2026-02-01 12:00:01")
      + change("incident_state", "2", "7", "2026-02-01 13:00:00") + "</unload>"
    let imported = try ImportedTickets([("u.xml", xml)])
    #expect(
      imported.lines == [
        "INC1 | - | 2026-02-01T09:00:00Z | closed | - | -",
        "  2026-02-01T09:00:00Z | -> open | 2 | - | Desk | - | -",
        "  2026-02-01T10:00:00Z | -> open | 2 | - | Net | - | -",
        "  2026-02-01T11:00:00Z | -> resolved | 6 | - | Net | - | -",
        "  2026-02-01T12:00:00Z | -> open | 2 | - | Net | - | -",
        "  2026-02-01T13:00:00Z | -> closed | 7 | - | Net | - | -",
      ])
    #expect(imported.ledger.historyRows == 5)
    #expect(imported.ledger.addsUp)
  }

  @Test func aFileThatBreaksOffIsReadUpToThere() throws {
    let xml = "<unload><incident><number>INC1</number></incident><incident><number>INC2</numb"
    let imported = try ImportedTickets([("u.xml", xml)])
    #expect(imported.lines.first == "INC1 | - | - | unknown | - | -")
    #expect(imported.survey.faults.map(\.kind) == [.cutShort])
    #expect(imported.ledger.addsUp)
  }
}
