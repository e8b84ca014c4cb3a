import Testing
import Tickets

@testable import TicketImport

@Suite struct JSONSourceTests {
  /// The rows of a JSON text as `table: column=value …`, empty values left out.
  private func rows(_ text: String) throws -> [String] {
    let source = try JSONSource(InputFile(bytes: Array(text.utf8), name: "x.json"))
    var reader = source.open()
    var record = Record()
    var lines: [String] = []
    while try reader.read(into: &record) {
      let table = reader.tables[record.table]
      let values = table.columns.indices.map { ($0, record.string($0)) }.filter { !$0.1.isEmpty }
      lines.append(
        "\(table.name) \(record.line): "
          + values.map { "\(table.columns[$0.0])=\($0.1)" }.joined(separator: " "))
    }
    return lines + reader.takeUnreadable().map { "unreadable \($0.line): \($0.text)" }
  }

  @Test func objectsBecomeRows() throws {
    #expect(
      try rows(
        """
        {"key":"HELP-7","fields":{"status":{"name":"Done"},"labels":["a","b"],"votes":3,"resolved":null,
         "comment":{"comments":[{"author":{"name":"ana"},"body":"Hi"},{"body":"Bye","n":1.5}]}}}
        """) == [
          " 1: key=HELP-7 status/name=Done labels=a, b votes=3",
          "comment/comments 1: parent=HELP-7 author/name=ana body=Hi",
          "comment/comments 1: parent=HELP-7 body=Bye n=1.5",
        ])
  }

  @Test func rowsWithinRowsHaveWhatIsSaidOnce() throws {
    #expect(
      try rows(
        #"{"id":5,"changelog":{"histories":[{"created":"2026-01-01","items":[{"field":"status","toString":"Done"}]}]}}"#
      ) == [
        " 1: id=5", "changelog/histories 1: parent=5 created=2026-01-01",
        "changelog/histories/items 1: parent=5 ../created=2026-01-01 field=status toString=Done",
      ])
  }

  @Test func linesArraysAndWrappers() throws {
    let expected = [" 1: id=1 t=a", " 2: id=2 t=b"]
    #expect(try rows("{\"id\":1,\"t\":\"a\"}\n{\"id\":2,\"t\":\"b\"}\n") == expected)
    #expect(try rows("\u{feff}{\"id\":1,\"t\":\"a\"}\r\n\r\n{\"id\":2,\"t\":\"b\"}")[0] == expected[0])
    #expect(try rows("[{\"id\":1,\"t\":\"a\"},\n{\"id\":2,\"t\":\"b\"}]") == expected)
    #expect(
      try rows("{\"count\":2,\"tickets\":[{\"id\":1,\"t\":\"a\"},\n{\"id\":2,\"t\":\"b\"}],\"next\":null}")
        == expected.map { "tickets" + $0 })
    #expect(try rows("[]").isEmpty)
    #expect(try rows("{\"issues\":[]}").isEmpty)
  }

  @Test func brokenLinesAreLeftOut() throws {
    #expect(
      try rows("{\"id\":1}\n{\"id\":2,}\nnonsense\n{\"id\":3}\n") == [
        " 1: id=1", " 4: id=3", "unreadable 2: {\"id\":2,}", "unreadable 3: nonsense",
      ])
    #expect(throws: ImportError.self) { try rows("[{\"id\":1},{\"id\":2,}]") }
    #expect(throws: ImportError.self) { try rows("[{\"id\":1}") }
  }

  @Test func documentsBecomeText() throws {
    #expect(
      try rows(
        #"{"id":1,"body":{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Hello"},"#
          + #"{"type":"text","text":" there"}]},{"type":"paragraph","content":[{"type":"text","text":"Bye"}]}]}}"#
      )
        == [" 1: id=1 body=Hello there\nBye\n"])
  }

  // MARK: - As tickets

  @Test func ticketLines() throws {
    let line =
      #"{"id":"INC1","opened_at":"2026-03-01T09:00:00Z","requester":"joe","summary":"VPN","status":"closed","#
      + #""messages":[{"id":"1","role":"requester","visibility":"public","at":"2026-03-01T09:00:00Z","author":"joe","text":"It drops."},"#
      + #"{"id":"2","role":"staff","visibility":"internal","at":"2026-03-01T09:30:00Z","author":"ana","text":"mtu"}],"#
      + #""status_history":[{"at":"2026-03-01T10:00:00Z","from":"open","to":"closed"}]}"#
    let imported = try ImportedTickets([("t.ndjson", line + "\n")])
    #expect(
      imported.lines == [
        "INC1 | VPN | 2026-03-01T09:00:00Z | closed | joe | -",
        "  2026-03-01T09:00:00Z | request | requester | public | joe | It drops.",
        "  2026-03-01T09:30:00Z | note | staff | internal | ana | mtu",
        "  2026-03-01T09:00:00Z | -> open | open | - | - | - | -",
        "  2026-03-01T10:00:00Z | -> closed | closed | - | - | - | -",
      ])
    #expect(imported.ledger.addsUp)
  }

  @Test func jiraSearchResults() throws {
    let text = #"""
      {"startAt":0,"issues":[{"key":"HELP-7","fields":{"summary":"VPN drops","description":"It drops.",
      "status":{"name":"Fertig","statusCategory":{"key":"done"}},"created":"2026-03-01T09:00:00.000+0000",
      "resolutiondate":"2026-03-01T12:00:00.000+0000","reporter":{"displayName":"Joe","accountId":"a1"},
      "assignee":{"displayName":"Ana","accountId":"a2"},"issuetype":{"name":"Service Request"},
      "comment":{"comments":[{"id":"9","author":{"displayName":"Ana","accountId":"a2"},"body":"Try again.",
      "created":"2026-03-01T10:00:00.000+0000","jsdPublic":true}]}},
      "changelog":{"histories":[{"created":"2026-03-01T12:00:00.000+0000","items":[
      {"field":"status","fromString":"Open","toString":"Resolved"}]}]}}]}
      """#
    #expect(
      try ImportedTickets([("j.json", text)]).lines == [
        "HELP-7 | VPN drops | 2026-03-01T09:00:00Z | resolved | Joe | Ana",
        "  2026-03-01T09:00:00Z | request | requester | public | Joe | It drops.",
        "  2026-03-01T10:00:00Z | reply | staff | public | Ana | Try again.",
        "  2026-03-01T09:00:00Z | -> open | Open | - | - | Ana | -",
        "  2026-03-01T12:00:00Z | -> resolved | Resolved | - | - | Ana | -",
      ])
  }

  @Test func zendeskTicketsWithComments() throws {
    let text = #"""
      {"tickets":[{"id":35,"subject":"Badge","description":"Lost it.","status":"solved","created_at":"2026-03-01T09:00:00Z",
      "updated_at":"2026-03-02T09:00:00Z","requester_id":7,"assignee_id":8,"via":{"channel":"email"},
      "satisfaction_rating":{"score":"good"},"comments":[
      {"id":1,"author_id":7,"public":true,"body":"Lost it.","created_at":"2026-03-01T09:00:00Z"},
      {"id":2,"author_id":8,"public":true,"body":"New one ordered.","created_at":"2026-03-01T10:00:00Z"},
      {"id":3,"author_id":8,"public":false,"body":"second time","created_at":"2026-03-01T10:05:00Z"}]}]}
      """#
    #expect(
      try ImportedTickets([("z.json", text)]).lines == [
        "35 | Badge | 2026-03-01T09:00:00Z | resolved | 7 | 8",
        "  2026-03-01T09:00:00Z | request | requester | public | 7 | Lost it.",
        "  2026-03-01T10:00:00Z | reply | staff | public | 8 | New one ordered.",
        "  2026-03-01T10:05:00Z | note | staff | internal | 8 | second time",
      ])
  }

  @Test func convoKitUtterances() throws {
    let text = """
      {"id":"u1","conversation_id":"u1","speaker":"joe","timestamp":1709284500,"text":"It drops.","reply-to":null}
      {"id":"u2","conversation_id":"u1","speaker":"ana","timestamp":1709284560.0,"text":"Try again.","reply-to":"u1"}
      """
    #expect(
      try ImportedTickets([("utterances.jsonl", text)]).lines == [
        "u1 | - | 2024-03-01T09:15:00Z | unknown | joe | -",
        "  2024-03-01T09:15:00Z | request | requester | public | joe | It drops.",
        "  2024-03-01T09:16:00Z | reply | unknown | public | ana | Try again.",
      ])
  }
}
