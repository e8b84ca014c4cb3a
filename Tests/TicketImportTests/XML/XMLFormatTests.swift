import TestSupport
import Testing
import TicketImport

@Suite struct XMLFormatTests {
  @Test(arguments: [
    ("servicenow-unload.xml", XMLFormat.serviceNow), ("servicenow-list.xml", .serviceNow),
    ("utf16-bom.xml", .serviceNow), ("utf8-bom.xml", .serviceNow), ("jira-rss.xml", .jira),
    ("bugzilla.xml", .bugzilla), ("zendesk-tickets.xml", .rails), ("freshdesk-tickets.xml", .rails),
  ])
  func recognisesByContent(name: String, format: XMLFormat) throws {
    #expect(XMLFormat.detect(try Fixtures.bytes("xml/" + name)[...]) == format)
  }

  @Test(arguments: [
    "", "number;state\nINC1;2\n", "<", "<html><body><p>hi</p></body></html>",
    "<rss version='2.0'><channel><title>News</title><item><title>Today</title></item></channel></rss>",
    "<xml><note><to>Ana</to></note></xml>", "{\"tickets\": []}",
  ])
  func knowsWhenItKnowsNone(text: String) { #expect(XMLFormat.detect(Array(text.utf8)[...]) == nil) }

  @Test func aSingleTicketIsRails() {
    let text =
      "<helpdesk-ticket><display-id>3</display-id><notes><helpdesk-note><body>x</body></helpdesk-note></notes></helpdesk-ticket>"
    #expect(XMLFormat.detect(Array(text.utf8)[...]) == .rails)
    #expect(
      XMLReading(Array(text.utf8), .rails).lines == [
        "helpdesk-ticket 1: display-id=3", "helpdesk-note 1: parent=3 | body=x",
      ])
  }
}
