import TestSupport
import Testing
import TicketImport

@Suite struct XMLEncodingTests {
  @Test(arguments: [
    ("latin1-declared.xml", "grüße, à demain"), ("windows1252-declared.xml", "“café” € 5"),
    ("utf8-bom.xml", "with a mark"),
  ])
  func declared(name: String, text: String) throws {
    let reading = try XMLReading(fixture: name)
    #expect(reading.error == nil)
    #expect(reading.records.first?.string(1) == text)
  }

  @Test(arguments: [1, 2, 3, 50, Int.max]) func utf16(pieceSize: Int) throws {
    let reading = XMLReading(try Fixtures.bytes("xml/utf16-bom.xml"), pieceSize: pieceSize)
    #expect(reading.error == nil)
    #expect(
      reading.lines
        == (1...3).map { "incident \($0 + 1): number=INC\($0) | description=Zeile \($0): größer, 漢字 und 🙂" })
    #expect(reading.records.allSatisfy { $0.length == 0 })
  }

  @Test func undeclaredIsUTF8UnlessTheCallerKnowsBetter() throws {
    let name = "windows1252-undeclared.xml"
    let reading = try XMLReading(fixture: name)
    #expect(reading.error?.kind == .cutShort)
    #expect(try XMLReading(fixture: name, encoding: "windows-1252").records.first?.string(1) == "“café” € 5")
  }

  @Test func theCallerWinsOverTheDeclaration() throws {
    let reading = try XMLReading(fixture: "latin1-declared.xml", encoding: "ISO-8859-7")
    #expect(reading.records.first?.string(1) == "grόίe, ΰ demain")
  }

  @Test func unknownEncoding() {
    #expect(XMLReading(Array("<x/>".utf8), encoding: "klingon").error?.kind == .options)
    let declared = XMLReading(
      Array("<?xml version='1.0' encoding='klingon'?><xml><a><n>1</n></a></xml>".utf8))
    #expect(declared.error?.kind == .cutShort)
  }
}
