import TestSupport
import Testing
import TicketImport

@Suite struct XMLSafetyTests {
  @Test func entityBombIsRefused() throws {
    let reading = try XMLReading(fixture: "entity-bomb.xml")
    #expect(reading.lines == ["incident 11: number=INC1"])
    #expect(reading.error?.kind == .cutShort)
    #expect(reading.error?.line == 11)
  }

  @Test func nothingIsFetched() throws {
    let reading = try XMLReading(fixture: "external-entity.xml")
    #expect(reading.error == nil)
    #expect(
      reading.lines == ["incident 8: number=INC1 | description=a declared here b &elsewhere; c &nbsp; d"])
  }

  @Test func unknownEntityWithoutADoctypeIsAnError() {
    let reading = XMLReading(Array("<xml><a><n>1</n></a><a><n>&nbsp;</n></a></xml>".utf8))
    #expect(reading.lines == ["a 1: n=1"])
    #expect(reading.error?.kind == .cutShort)
  }

  @Test func entitiesMayHoldElements() {
    let text = "<!DOCTYPE x [<!ENTITY e '<n>1</n>'>]><xml><a>&e;</a><a>&e;<m>2</m></a></xml>"
    #expect(XMLReading(Array(text.utf8)).lines == ["a 1: n=1", "a 1: n=1 | m=2"])
  }

  @Test func deepNestingIsRefused() {
    let reading = XMLReading(
      Array(("<xml><a><n>1</n></a>" + String(repeating: "<b>", count: 100_000)).utf8))
    #expect(reading.lines == ["a 1: n=1"])
    #expect(reading.error?.kind == .cutShort)
  }

  @Test func hugeTextIsRefusedButNotInWhatIsSkipped() {
    let huge = [UInt8](repeating: UInt8(ascii: "x"), count: XMLRecordReader.fieldLimit + 1)
    let kept = Array("<xml><a><n>1</n></a><a><n>".utf8) + huge + Array("</n></a></xml>".utf8)
    let reading = XMLReading(kept, pieceSize: 1 << 16)
    #expect(reading.lines == ["a 1: n=1"])
    #expect(reading.error?.kind == .cutShort)
    #expect(reading.error?.line == 1)

    let skipped =
      Array("<bugzilla><bug><bug_id>1</bug_id><attachment><data>".utf8) + huge
      + Array("</data></attachment></bug></bugzilla>".utf8)
    let bugs = XMLReading(skipped, .bugzilla, pieceSize: 1 << 16)
    #expect(bugs.lines == ["bug 1: bug_id=1", "attachment 1: parent=1"])
    #expect(bugs.error == nil)
  }

  @Test func aRecordWithoutEndIsRefused() {
    var pieces = 0
    let comment = Array(String(repeating: "<comments><comment>x</comment></comments>", count: 1000).utf8)
    let head = Array("<tickets type='array'><ticket>".utf8)
    var reader = try? XMLRecordReader(.rails, file: "f.xml") {
      pieces += 1
      return pieces == 1 ? head[...] : comment[...]
    }
    var record = Record()
    #expect(throws: ImportError.self) { try reader?.read(into: &record) }
    #expect(pieces < 10_000)
  }

  @Test func inventedNamesAreRefused() {
    var text = "<xml><a>"
    for i in 0..<30_000 { text += "<n\(i)/>" }
    #expect(XMLReading(Array(text.utf8)).error?.kind == .unusable)
  }

  @Test func aFileThatBreaksOffGivesWhatIsComplete() throws {
    let bytes = try Fixtures.bytes("xml/servicenow-unload.xml")
    let whole = XMLReading(bytes)
    for count in stride(from: 0, to: bytes.count - 2, by: 13) {
      let reading = XMLReading(Array(bytes.prefix(count)), pieceSize: 100)
      #expect(reading.error?.kind == .cutShort)
      let complete = whole.records.prefix { $0.offset + $0.length <= count }.count
      #expect(reading.lines == Array(whole.lines.prefix(complete)), "cut at \(count)")
    }
  }

  @Test func errorsNameThePlace() {
    let reading = XMLReading(Array("<xml>\n<a><n>1</n></a>\n<a><n>2</m></a></xml>".utf8))
    #expect(reading.lines == ["a 2: n=1"])
    #expect(
      reading.error?.description == """
        f.xml:3:12: not well-formed XML: Opening and ending tag mismatch: n line 3 and m; the record that \
        begins in line 3 is left out
        """)
  }

  @Test func theErrorComesAgain() throws {
    var pieces = [Array("<xml><a>".utf8)[...], []]
    var reader = try XMLRecordReader(.serviceNow, file: "f.xml") { pieces.removeFirst() }
    var record = Record()
    #expect(throws: ImportError.self) { try reader.read(into: &record) }
    #expect(throws: ImportError.self) { try reader.read(into: &record) }
  }

  @Test func anEmptyFileIsAnErrorAndAnEmptyListIsNone() {
    #expect(XMLReading([]).error?.kind == .cutShort)
    let empty = XMLReading(Array("<xml/>".utf8))
    #expect(empty.error == nil)
    #expect(empty.lines.isEmpty)
  }
}
