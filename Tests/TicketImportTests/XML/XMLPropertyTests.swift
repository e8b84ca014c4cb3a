import TestSupport
import Testing
import TicketImport

/// Random tables, written as XML in random ways and read back.
@Suite struct XMLPropertyTests {
  @Test(arguments: 0..<60 as Range<UInt64>) func whatWasWrittenIsRead(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rows = (0..<Int.random(in: 1...12, using: &random)).map { _ in Row(using: &random) }
    var text = "<?xml version=\"1.0\"?>\n<unload>"
    for row in rows { text += row.xml(using: &random) }
    text += "</unload>"
    let reading = XMLReading(Array(text.utf8))
    #expect(reading.error == nil)
    #expect(
      reading.lines.map { $0.drop { $0 != ":" }.dropFirst(2) } == rows.map { $0.expected[...] }, "\(text)")
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func piecesMakeNoDifference(seed: UInt64) {
    var random = SeededGenerator(seed: 1000 + seed)
    var text = "<rss><channel>"
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let row = Row(using: &random)
      text += "<item><comments>"
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        text += "<comment by=\"\(Row.escaped(Row.value(using: &random), using: &random))\">"
        text += "\(Row.escaped(Row.value(using: &random), using: &random)) <b> </b>  tail</comment>\n"
      }
      text += "</comments><customfields><customfield><customfieldname>F\(Row.value(using: &random).count)"
      text += "</customfieldname> <v>1</v>\n<v> </v></customfield></customfields>"
      text += row.xml(using: &random) + "<key>K</key></item>\n"
    }
    text += "</channel></rss>"
    var bytes = Array(text.utf8)
    if seed % 4 == 0 { bytes.removeLast(Int.random(in: 1...bytes.count, using: &random)) }
    let whole = XMLReading(bytes, .jira)
    for pieceSize in [1, 2, 3, 5, 17, 64, 301, 4096] {
      let reading = XMLReading(bytes, .jira, pieceSize: pieceSize)
      #expect(reading.lines == whole.lines)
      #expect(reading.tables == whole.tables)
      #expect(reading.error?.kind == whole.error?.kind)
      #expect(reading.records.map(\.offset) == whole.records.map(\.offset))
      #expect(reading.records.map(\.length) == whole.records.map(\.length))
    }
  }

  /// Damage to a file may cost what comes after it; it must not cost the process, or records before it.
  @Test(arguments: 0..<200 as Range<UInt64>) func nothingBreaksIt(seed: UInt64) throws {
    var random = SeededGenerator(seed: 2000 + seed)
    let names: [(String, XMLRecordLayout)] = [
      ("servicenow-unload.xml", .serviceNow), ("jira-rss.xml", .jira), ("bugzilla.xml", .bugzilla),
      ("zendesk-tickets.xml", .rails), ("external-entity.xml", .serviceNow), ("utf16-bom.xml", .serviceNow),
    ]
    let (name, layout) = names[Int(seed) % names.count]
    let original = try Fixtures.bytes("xml/" + name)
    var bytes = original
    var firstChange = bytes.count
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      firstChange = min(firstChange, at)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(contentsOf: Array("<&]]>\"'/!-".utf8).shuffled(using: &random), at: at)
      default: bytes.removeSubrange(at..<min(bytes.count, at + 40))
      }
    }
    let whole = XMLReading(original, layout)
    for recover in [false, true] {
      let reading = XMLReading(bytes, layout, pieceSize: 50, recover: recover)
      let intact = whole.records.prefix { $0.length > 0 && $0.offset + $0.length <= firstChange }.count
      #expect(reading.lines.starts(with: whole.lines.prefix(intact)))
      for record in reading.records { #expect(record.ends.allSatisfy { Int($0) <= record.bytes.count }) }
    }
  }

  /// A record with values for some of five columns.
  private struct Row {
    var values: [(column: String, text: String)]

    init(using random: inout SeededGenerator) {
      values = ["a", "b", "c", "d", "e"].map { ($0, Self.value(using: &random)) }
    }

    /// The line of an `XMLReading` after its place: columns that came first are first.
    var expected: String {
      values.filter { !$0.text.allSatisfy(\.isWhitespace) }.map { "\($0.column)=\($0.text)" }
        .joined(separator: " | ")
    }

    func xml(using random: inout SeededGenerator) -> String {
      var text = "<t>"
      for (column, value) in values {
        if Bool.random(using: &random) { text += "\n  " }
        text +=
          value.isEmpty ? "<\(column)/>" : "<\(column)>\(Self.escaped(value, using: &random))</\(column)>"
      }
      return text + "</t>"
    }

    static func value(using random: inout SeededGenerator) -> String {
      let parts = ["x", "<", "&", ">", "]]>", "ä", "漢", "🙂", " ", "\n", "\t", "'", "\"", "&amp;", "word "]
      return (0..<Int.random(in: 0...40, using: &random)).map { _ in parts.randomElement(using: &random) ?? ""
      }
      .joined()
    }

    /// Each character plain where that is allowed, or as a reference, or the rest as CDATA.
    static func escaped(_ value: String, using random: inout SeededGenerator) -> String {
      var text = ""
      for scalar in value.unicodeScalars {
        let mustBeEscaped = "<&>\"".unicodeScalars.contains(scalar) || scalar == "\n" || scalar == "\t"
        switch Int.random(in: 0..<10, using: &random) {
        case 0: text += "&#\(scalar.value);"
        case 1: text += "&#x" + String(scalar.value, radix: 16) + ";"
        default: text += mustBeEscaped ? "&#\(scalar.value);" : String(scalar)
        }
      }
      return text
    }
  }
}
