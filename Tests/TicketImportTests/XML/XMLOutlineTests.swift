import TestSupport
import Testing

@testable import TicketImport

@Suite struct XMLOutlineTests {
  static func outline(_ text: String) -> XMLOutline { XMLOutline(head: Array(text.utf8)[...]) }

  @Test func findsTicketsAndMessagesInAnUnknownExport() throws {
    let outline = XMLOutline(head: try Fixtures.bytes("xml/unknown-helpdesk.xml")[...])
    let layout = try #require(XMLRecordLayout(outline, record: nil, message: nil, keys: []))
    let ticket = try #require(layout.records.first)
    #expect(ticket.path == "export/cases/case")
    #expect(ticket.keys.first == "@number")
    #expect(ticket.children.map(\.path) == ["talk/post"])
  }

  @Test(arguments: [
    // The element that names itself wins over one that only repeats further out.
    (
      "<a><log><l x='1' y='2'/><l x='1' y='2'/></log><t><id>1</id><s>a</s></t><t><id>2</id><s>b</s></t></a>",
      "a/t"
    ),
    // One ticket is no repetition, but has an id.
    ("<doc><ticket><ticket-id>9</ticket-id><subject>x</subject></ticket></doc>", "doc/ticket"),
    // It may break off anywhere.
    ("<a><b><id>1</id><c>x</c></b><b><id>2</id><c>y</", "a/b"),
  ]) func prefersWhatNamesItself(_ text: String, _ path: String) {
    let outline = Self.outline(text)
    #expect(outline.candidates.first.map { outline.nodes[$0].path } == path)
  }

  @Test(arguments: ["", "<", "<note><to>Ana</to></note>", "<p>only <b>words</b></p>"])
  func findsNothingWhereNothingIs(_ text: String) {
    #expect(XMLRecordLayout(Self.outline(text), record: nil, message: nil, keys: []) == nil)
  }

  @Test func takesTheElementsThatAUserNames() throws {
    let outline = Self.outline(
      "<x><case><nr>1</nr><say><who>a</who><what>b</what></say></case><case><nr>2</nr></case></x>")
    let layout = try #require(
      XMLRecordLayout(outline, record: "case", message: "say", keys: ["nr"]))
    #expect(layout.records.first?.path == "x/case")
    #expect(layout.records.first?.keys.first == "nr")
    #expect(layout.records.first?.children.map(\.path) == ["say"])
    #expect(XMLRecordLayout(outline, record: "ticket", message: nil, keys: []) == nil)
    #expect(XMLRecordLayout(outline, record: "case", message: "reply", keys: []) == nil)
  }
}
