import TestSupport
import Testing
import TicketImport

@Suite struct XMLRecordReaderTests {
  @Test func serviceNowUnload() throws {
    let reading = try XMLReading(fixture: "servicenow-unload.xml")
    #expect(reading.error == nil)
    #expect(reading.tables == ["incident", "sys_journal_field"])
    #expect(
      reading.lines == [
        """
        incident 3: @action=INSERT_OR_UPDATE | number=INC0010023 | sys_id=3f1c | \
        short_description=Printer on floor 3 prints blank pages | description=Hello,\r
        the printer next to the kitchen prints blank pages since Monday.\r
        Restarting it didn't help & the toner is new. | assigned_to@display_value=Tomasz Król | \
        assigned_to=9a0e | state=6 | opened_at=2026-02-23 08:02:11 | resolved_at=2026-02-23 14:40:00 | \
        reopen_count=1 | close_notes=Replaced the fuser <unit 2>
        """,
        """
        incident 19: @action=INSERT_OR_UPDATE | number=INC0010024 | sys_id=77d2 | \
        short_description=Can't reach the payroll site | state=2 | opened_at=2026-02-24 10:00:00 | \
        reopen_count=0
        """,
        """
        sys_journal_field 33: @action=INSERT_OR_UPDATE | element=comments | element_id=3f1c | \
        name=incident | sys_created_by=tomasz.krol | sys_created_on=2026-02-23 09:12:45 | \
        value=I will look at the printer before lunch.
        """,
        """
        sys_journal_field 41: @action=INSERT_OR_UPDATE | element=work_notes | element_id=3f1c | \
        name=incident | sys_created_by=tomasz.krol | sys_created_on=2026-02-23 13:58:02 | \
        value=fuser worn, spare in store room
        """,
      ])
  }

  @Test func columnsComeInTheOrderOfTheFileEmptyOnesToo() throws {
    var left = try Fixtures.bytes("xml/servicenow-unload.xml")[...]
    var reader = try XMLRecordReader(.serviceNow, file: "f.xml") {
      defer { left = [] }
      return left
    }
    #expect(reader.columns(ofTable: 0) == [])
    var record = Record()
    #expect(try reader.read(into: &record))
    #expect(
      reader.columns(ofTable: 0) == [
        "@action", "number", "sys_id", "short_description", "description", "assigned_to@display_value",
        "assigned_to", "state", "opened_at", "resolved_at", "reopen_count", "comments", "work_notes",
        "close_notes",
      ])
    #expect(record.count == 14)
    #expect(reader.columns(ofTable: 1) == [])
    #expect(reader.columns(ofTable: -1) == [])
  }

  @Test func serviceNowList() throws {
    let reading = try XMLReading(fixture: "servicenow-list.xml")
    #expect(
      reading.lines == [
        """
        incident 1: number=INC0010031 | state=7 | comments_and_work_notes=2026-03-01 09:00:00 - \
        Ines Duarte (Additional comments)
        Please try again now.


        """, "incident 4: number=INC0010032 | state=1",
      ])
  }

  @Test func jira() throws {
    let reading = try XMLReading(fixture: "jira-rss.xml", .jira)
    #expect(reading.error == nil)
    #expect(
      reading.lines == [
        """
        item 14: title=[HELP-7] VPN drops every hour | link=https://desk.example.org/browse/HELP-7 | \
        project@id=10100 | project@key=HELP | project=Help desk | \
        description=<p>The <b>VPN</b> drops &amp; I lose my work.</p> | key@id=20007 | key=HELP-7 | \
        summary=VPN drops every hour | status@id=5 | status=Resolved | statusCategory@id=3 | \
        statusCategory@key=done | statusCategory@colorName=green | assignee@accountid=-1 | \
        assignee=Unassigned | reporter@accountid=u-31 | reporter=Marta Nowak | labels/label=vpn, remote | \
        created=Thu, 5 Feb 2026 16:12:18 +0100 | resolved=Fri, 6 Feb 2026 09:01:00 +0100 | \
        Custom field (Floor)=3, 4
        """,
        """
        comment 32: parent=HELP-7 | @id=301 | @author=u-8 | @created=Thu, 5 Feb 2026 16:40:00 +0100 | \
        text()=<p>Which client version do you have?</p>
        """,
        """
        comment 33: parent=HELP-7 | @id=302 | @author=u-31 | @created=Thu, 5 Feb 2026 17:02:09 +0100 | \
        text()=5.2
        """,
        """
        item 53: title=[HELP-8] New badge | key@id=20008 | key=HELP-8 | summary=New badge | \
        Custom field (Request type)=Access
        """,
      ])
  }

  @Test func bugzilla() throws {
    let reading = try XMLReading(fixture: "bugzilla.xml", .bugzilla)
    #expect(reading.error == nil)
    #expect(
      reading.lines == [
        """
        bug 6: bug_id=412 | creation_ts=2026-01-10 09:30:00 +0100 | \
        short_desc=Export stops after 100 rows | bug_status=REOPENED | reporter@name=Jonas Weiß | \
        reporter=jonas | assigned_to@name=Desk | assigned_to=desk | cc=ada, ben
        """,
        """
        long_desc 17: parent=412 | @isprivate=0 | commentid=900 | comment_count=0 | who@name=Jonas Weiß | \
        who=jonas | bug_when=2026-01-10 09:30:00 +0100 | thetext=The export stops after 100 rows.
        No message is shown.
        """,
        """
        long_desc 25: parent=412 | @isprivate=1 | commentid=901 | comment_count=1 | who@name=Desk | \
        who=desk | bug_when=2026-01-11 08:00:00 +0100 | thetext=limit in the proxy?
        """,
        """
        attachment 32: parent=412 | @isobsolete=0 | @ispatch=0 | @isprivate=0 | attachid=55 | \
        filename=screen.png
        """, "bug 39: bug_id=413 | @error=NotFound",
      ])
  }

  @Test func zendeskWithCommentsBeforeTheKey() throws {
    let reading = try XMLReading(fixture: "zendesk-tickets.xml", .rails)
    #expect(reading.error == nil)
    #expect(
      reading.lines == [
        """
        ticket 3: assignee-id=42 | created-at=2026-02-01T10:00:00Z | nice-id=1001 | subject=Screen flickers
        """,
        """
        comment 6: parent=1001 | author-id=7 | created-at=2026-02-01T10:00:00Z | is-public=true | \
        value=My screen flickers.
        """,
        """
        comment 12: parent=1001 | author-id=42 | created-at=2026-02-01T11:30:00Z | is-public=false | \
        value=known fault of this model
        """, "ticket 24: created-at=2026-02-02T08:00:00Z | nice-id=1002 | subject=Keyboard",
      ])
  }

  @Test func freshdesk() throws {
    let reading = try XMLReading(fixture: "freshdesk-tickets.xml", .rails)
    #expect(reading.error == nil)
    #expect(
      reading.lines == [
        """
        helpdesk-ticket 3: created-at=2026-02-03T09:00:00+01:00 | \
        description=Bonjour, je n'arrive plus à imprimer. | display-id=88 | status=5 | subject=Impression | \
        custom-field/site_12345=Lyon
        """,
        """
        helpdesk-note 13: parent=88 | body=Pouvez-vous redémarrer ? | \
        created-at=2026-02-03T09:20:00+01:00 | private=false | user-id=12
        """,
      ])
  }

  @Test func aLayoutOfTheUsers() {
    let layout = XMLRecordLayout(
      records: [
        .init(
          "export/*/case", table: "cases", keys: ["no", "@id"],
          children: [.init("talk/turn", children: [.init("file")])],
          named: [.init("extra", name: "@is")], skipped: ["blob"])
      ], ignoredAttributes: ["v"], separator: "; ")
    let reading = XMLReading(
      Array(
        """
        <export><other/><y2026 v="1">
        <case id="a7"><talk><turn by="x">one<file>f1</file><file>f2</file></turn><turn>two</turn></talk>
        <extra is="floor">3</extra><blob>AAAA<b>B</b></blob><tag v="9">p</tag><tag>q</tag></case>
        </y2026></export>
        """.utf8), layout)
    #expect(
      reading.lines == [
        "cases 2: @id=a7 | floor=3 | tag=p; q", "turn 2: parent=a7 | @by=x | text()=one",
        "file 2: text()=f1", "file 2: text()=f2", "turn 2: parent=a7 | text()=two",
      ])
    #expect(reading.tables == ["cases", "turn", "file"])
  }

  @Test func placesInTheFile() throws {
    for (name, layout) in [
      ("servicenow-unload.xml", XMLRecordLayout.serviceNow), ("jira-rss.xml", .jira),
      ("bugzilla.xml", .bugzilla), ("utf8-bom.xml", .serviceNow),
    ] {
      let bytes = try Fixtures.bytes("xml/" + name)
      for pieceSize in [1, 7, 1000, .max] {
        let reading = XMLReading(bytes, layout, pieceSize: pieceSize)
        #expect(!reading.records.isEmpty)
        for record in reading.records {
          let table = reading.tables[record.table]
          let source = bytes[Int(record.offset)...].prefix(Int(record.length))
          #expect(source.starts(with: "<\(table)".utf8), "\(name), pieces of \(pieceSize)")
          #expect(source.reversed().starts(with: "</\(table)>".utf8.reversed()))
          #expect(record.line == 1 + bytes[..<Int(record.offset)].count { $0 == UInt8(ascii: "\n") })
        }
      }
    }
  }

  @Test func linesPastTheSixteenBitLimitOfTrees() {
    let blank = String(repeating: "\n", count: 70_000)
    let reading = XMLReading(
      Array("<xml>\(blank)<a><b>1</b></a>\(blank)<a\n c='1'\n><b>2</b></a></xml>".utf8))
    #expect(reading.lines == ["a 70001: b=1", "a 140001: b=2 | @c=1"])
  }

  @Test func namespacesKeepTheirPrefix() {
    let reading = XMLReading(
      Array("<r xmlns:d='urn:d'><t d:k='1'><d:n>a</d:n><n>b</n></t><u><x:y>undeclared</x:y></u></r>".utf8))
    #expect(reading.lines == ["t 1: @d:k=1 | d:n=a | n=b", "u 1: x:y=undeclared"])
    #expect(reading.error == nil)
  }

  @Test func textAroundElementsIsNotLost() {
    let reading = XMLReading(Array("<r><t><d>one <b>two</b> three<!-- no --> four</d></t></r>".utf8))
    #expect(reading.lines == ["t 1: d=one ,  three four | d/b=two"])
  }
}
