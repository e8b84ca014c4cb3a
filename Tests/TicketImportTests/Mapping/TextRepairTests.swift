import Testing

@testable import TicketImport

@Suite struct TextRepairTests {
  private func repaired(_ text: String, _ repair: TextRepair = []) -> String {
    var bytes: [UInt8] = []
    onBytes(of: text) { repair.append($0, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("'- first point", "- first point"), ("'=SUM(A1)", "=SUM(A1)"), ("'@ana hello", "@ana hello"),
    ("'+1", "+1"),
    ("'quoted'", "'quoted'"), ("'", "'"), ("", ""), ("-x", "-x"),
  ]) func spreadsheetGuardsAreTakenOut(_ exported: String, _ written: String) {
    #expect(repaired(exported) == written)
  }

  @Test func breaksAndBackslashesComeBack() {
    #expect(repaired(#"Hello\n\nC:\\temp\tx\r\q\"#, .escapedBreaks) == "Hello\n\nC:\\temp\tx\\q\\")
    #expect(repaired("C:＼temp＼x", .backslashes) == #"C:\temp\x"#)
    #expect(repaired(#"C:\new"#) == #"C:\new"#)
  }

  @Test func htmlBecomesText() {
    #expect(repaired("<p>Hello</p><p>see <b>this</b></p>", .html) == "Hello\n\nsee this")
    #expect(repaired("if a < b and c > d", .html) == "if a < b and c > d")
  }

  @Test func richTextInJournalsBecomesText() {
    #expect(repaired("Hi [code]<p>it <b>works</b></p>[/code] now", .codeTags) == "Hi it works now")
    #expect(repaired("run [code]a = b[/code] then", .codeTags) == "run [code]a = b[/code] then")
    #expect(repaired("[code]<p>no end", .codeTags) == "[code]<p>no end")
    #expect(repaired("nothing here", .codeTags) == "nothing here")
  }
}
