import Testing
import Tickets

@testable import TicketImport

/// Each vendor's header is recognised, and its columns mean what they should.
@Suite struct PresetTests {
  /// Headers as the vendors write them, and what their columns are to be mapped to.
  static let headers: [(vendor: String, header: String, fields: String)] = [
    (
      "ServiceNow",
      "number,opened_at,short_description,caller_id,priority,state,assignment_group,assigned_to,close_notes",
      "id,opened_at,summary,requester,priority,status,group,assignee,resolution"
    ),
    (
      "Jira",
      "Summary,Issue key,Issue id,Issue Type,Status,Reporter,Reporter Id,Created,Resolved,Resolution,Comment,Comment",
      "summary,id,system_id,kind,status,requester,requester_id,opened_at,resolved_at,-,comments,comments"
    ),
    (
      "Jira",
      "Resumen,Clave de incidencia,ID de incidencia,Tipo de incidencia,Estado,Persona asignada,Informador,Creada,Resuelta,Descripción,Comentario,Calificación de satisfacción",
      "summary,id,system_id,kind,status,assignee,requester,opened_at,resolved_at,description,comments,csat"
    ),
    (
      "Zendesk",
      "Summation column,Id,Requester,Requester id,Assignee,Group,Subject,Status,Priority,Via,Ticket type,Created at,Solved at,Satisfaction Score,Group stations,Reopens",
      "-,id,requester,requester_id,assignee,group,summary,status,priority,channel,kind,opened_at,resolved_at,csat,-,reopen_count"
    ),
    (
      "Freshdesk",
      "Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Resolved time,Closed time,Last update time,Agent interactions,Full name,Contact ID",
      "id,summary,status,priority,channel,kind,assignee,group,opened_at,resolved_at,closed_at,updated_at,-,requester,requester_id"
    ),
    (
      "osTicket",
      "Ticket Number,Date Created,Subject,From,From Email,Priority,Department,Help Topic,Source,Current Status,Last Updated,Closed Date,Merged,Agent Assigned,Team Assigned,Reopen Count,Attachment Count",
      "id,opened_at,summary,requester,requester_id,priority,-,category,channel,status,updated_at,closed_at,-,assignee,group,reopen_count,attachments"
    ),
    (
      "OTRS",
      "TicketNumber;Age;Created;Closed;FirstLock;State;Priority;Queue;Lock;Owner;CustomerID;From;Subject;ArticleTree",
      "id,-,opened_at,closed_at,-,status,priority,group,-,assignee,requester_id,requester,summary,journal"
    ),
    (
      "GLPI",
      "ID;Titre;Statut;Dernière modification;Date d'ouverture;Priorité;Demandeur - Demandeur;Attribué à - Technicien;Catégorie",
      "id,summary,status,updated_at,opened_at,priority,requester,assignee,category"
    ),
    (
      "Request Tracker",
      "id\tSubject\tStatus\tQueueName\tOwnerName\tPriority\tRequestors\tCreated\tTold\tLastUpdated",
      "id,summary,status,group,assignee,priority,requester,opened_at,-,updated_at"
    ),
    (
      "Bugzilla", "bug_id,product,component,assigned_to,bug_status,resolution,short_desc,changeddate",
      "id,-,category,assignee,status,-,summary,updated_at"
    ),
    (
      "GitHub issues",
      "number,title,state,created_at,closed_at,author,author_association,labels,comments,body",
      "id,summary,status,opened_at,closed_at,requester,-,category,-,description"
    ),
    (
      "-", "Ticketnummer;Betreff;Beschreibung;Status;Priorität;Erstellt am;Gelöst am;Bearbeiter;Kunde;Lösung",
      "id,summary,description,status,priority,opened_at,resolved_at,assignee,requester,resolution"
    ),
    (
      "-", "Numéro;Sujet;Description;Statut;Créé le;Résolu le;Affecté à;Demandeur;Notes de clôture",
      "id,summary,description,status,opened_at,resolved_at,assignee,requester,resolution"
    ),
    (
      "-", "Case Number,Subject,Description,Status,Opened Date,Closed Date,Case Owner,Contact Name",
      "id,summary,description,status,opened_at,closed_at,-,requester"
    ),
  ]

  @Test(arguments: headers) func columnsAreRecognised(_ vendor: String, _ header: String, _ fields: String)
    throws
  {
    let importer = try Importer(inputs: [InputFile(bytes: Array((header + "\n").utf8), name: "t.csv")])
    let table = try #require(importer.survey.files.first?.tables.first)
    #expect(table.preset ?? "-" == vendor)
    #expect(table.columns.map { $0.field?.name ?? "-" }.joined(separator: ",") == fields)
  }

  @Test func jiraCommentsAreSplitAndTheirAuthorsKnownByAccount() throws {
    let csv = """
      Summary,Issue key,Issue Type,Status,Status Category,Assignee,Assignee Id,Reporter,Reporter Id,Created,Comment,Comment
      VPN drops,HELP-1,Bug,Warten,In Progress,Ana Ruiz,712020:a,Joe Bell,qm:j,30/Jun/25 9:00 AM,30/Jun/25 9:54 AM;712020:a;Hi Joe; try again,30/Jun/25 10:10 AM;qm:j;Works

      """
    let imported = try ImportedTickets([("j.csv", csv)])
    #expect(
      imported.lines == [
        "HELP-1 | VPN drops | 2025-06-30T09:00:00Z | open | Joe Bell | Ana Ruiz",
        "  2025-06-30T09:00:00Z | request | requester | public | Joe Bell | VPN drops",
        "  2025-06-30T09:54:00Z | reply | staff | public | 712020:a | Hi Joe; try again",
        "  2025-06-30T10:10:00Z | reply | requester | public | qm:j | Works",
      ])
  }

  @Test func theFirstCommentOfABugIsItsDescription() throws {
    let xml = """
      <bugzilla><bug><bug_id>7</bug_id><creation_ts>2026-02-01 10:00:12 +0000</creation_ts><short_desc>Crash</short_desc>\
      <bug_status>RESOLVED</bug_status><reporter name="Joe">joe</reporter><assigned_to name="Ana">ana</assigned_to>\
      <long_desc isprivate="0"><commentid>1</commentid><who name="Joe">joe</who><bug_when>2026-02-01 10:00:12 +0000</bug_when>\
      <thetext>It crashes.</thetext></long_desc><long_desc isprivate="1"><commentid>2</commentid><who name="Ana">ana</who>\
      <bug_when>2026-02-01 11:00:00 +0000</bug_when><thetext>stack overflow</thetext></long_desc></bug></bugzilla>
      """
    #expect(
      try ImportedTickets([("b.xml", xml)]).lines == [
        "7 | Crash | 2026-02-01T10:00:12Z | resolved | Joe | Ana",
        "  2026-02-01T10:00:12Z | request | requester | public | Joe | It crashes.",
        "  2026-02-01T11:00:00Z | note | staff | internal | Ana | stack overflow",
      ])
  }

  @Test func freshdeskXMLHasStateNumbersAndPrivateNotes() throws {
    let xml = """
      <helpdesk-tickets type="array"><helpdesk-ticket><created-at type="datetime">2026-02-03T09:00:00+01:00</created-at>\
      <description>I can't print.</description><display-id type="integer">88</display-id>\
      <status type="integer">4</status><subject>Printing</subject><requester-id type="integer">7</requester-id>\
      <responder-id type="integer">12</responder-id><notes type="array"><helpdesk-note><body>Restart it, please.</body>\
      <created-at type="datetime">2026-02-03T09:20:00+01:00</created-at><private type="boolean">false</private>\
      <user-id type="integer">12</user-id></helpdesk-note><helpdesk-note><body>driver again</body>\
      <created-at type="datetime">2026-02-03T09:30:00+01:00</created-at><private type="boolean">true</private>\
      <user-id type="integer">12</user-id></helpdesk-note></notes></helpdesk-ticket></helpdesk-tickets>
      """
    #expect(
      try ImportedTickets([("f.xml", xml)]).lines == [
        "88 | Printing | 2026-02-03T08:00:00Z | resolved | 7 | 12",
        "  2026-02-03T08:00:00Z | request | requester | public | 7 | I can't print.",
        "  2026-02-03T08:20:00Z | reply | staff | public | 12 | Restart it, please.",
        "  2026-02-03T08:30:00Z | note | staff | internal | 12 | driver again",
      ])
  }

  @Test func everyFieldHasANameOfItsOwn() {
    let names = Field.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    for field in Field.allCases { #expect(Field(name: field.name) == field) }
    #expect(Field(name: "nonsense") == nil)
  }

  /// A name in two fields of one list is a mistake, unless it may be either by its values.
  @Test func vendorsMarksAreNotShared() {
    var owner: [[String]: String] = [:]
    for preset in Preset.all {
      for marks in preset.marks {
        let key = marks.map { String(FoldedWord($0).hash) }.sorted()
        #expect(owner.updateValue(preset.name, forKey: key) == nil, "\(marks) of \(preset.name)")
      }
    }
  }
}
