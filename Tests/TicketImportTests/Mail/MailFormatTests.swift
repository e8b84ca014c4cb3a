import TestSupport
import Testing
import TicketImport

@Suite struct MailFormatTests {
  @Test(arguments: [
    ("desk.mbox", MailFormat.mbox), ("gmail-takeout.mbox", .mbox), ("crlf.eml", .message),
    ("undeclared-windows1252.eml", .message), ("truncated-multipart.eml", .message),
  ])
  func recognisesByContent(name: String, format: MailFormat) throws {
    #expect(MailFormat.detect(try Fixtures.bytes("mail/" + name)[...]) == format)
  }

  @Test(arguments: [
    "", "From here on it gets better.\n", "number;state\nINC1;2\n", "{\"from\": \"a\"}", "<xml/>",
    "Subject: just a note\n\ntext\n", "id,subject\n1,Re: From\n",
  ])
  func knowsWhenItIsNone(text: String) { #expect(MailFormat.detect(Array(text.utf8)[...]) == nil) }
}
