import TestSupport
import Testing

@testable import TicketImport

@Suite struct ControlCharacterTests {
  @Test func withoutRecoveryTheyEndTheFile() throws {
    let reading = try XMLReading(fixture: "control-characters.xml")
    #expect(reading.lines == ["incident 3: number=INC1 | description=clean"])
    #expect(reading.error?.line == 4)
    #expect(reading.error?.message.contains("recovering") == true)
  }

  @Test func withRecoveryTheyAreCounted() throws {
    let bytes = try Fixtures.bytes("xml/control-characters.xml")
    for pieceSize in [1, 2, 3, 10, .max] {
      let reading = XMLReading(bytes, pieceSize: pieceSize, recover: true)
      #expect(reading.error == nil)
      #expect(
        reading.lines == [
          "incident 3: number=INC1 | description=clean",
          "incident 4: number=INC2 | description=escape and references, tab s",
          "incident 5: number=INC3 | description=Aä stay",
        ])
      #expect(reading.controlCharacters == 5)
      for record in reading.records {
        #expect(bytes[Int(record.offset)...].starts(with: "<incident>".utf8))
        #expect(
          bytes[..<Int(record.offset + record.length)].reversed().starts(with: "</incident>".utf8.reversed()))
      }
    }
  }

  @Test(arguments: [
    ("&#8;", ""), ("&#x8;", ""), ("&#x00000b;", ""), ("&#65535;", ""), ("&#xD800;", ""), ("&#0;", ""),
    ("&#99999999;", ""), ("&#10;", "&#10;"), ("&#xe4;", "&#xe4;"), ("&amp;#8;", "&amp;#8;"), ("&&#8;", "&"),
    ("&#;", "&#;"), ("&#x;", "&#x;"), ("&#8", "&#8"), ("a&", "a&"), ("&#8&#8;;", "&#8;"),
    ("&#8\u{1};", "&#8;"),
  ])
  func references(text: String, expected: String) {
    var filter = ControlCharacterFilter()
    let out = filter.filter(Array(text.utf8)[...], last: true)
    #expect(String(decoding: out, as: UTF8.self) == expected)
  }

  @Test func placesAreThoseOfTheFile() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      // Letters are all different from each other, so that each says where it was.
      var text: [UInt8] = []
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        text.append(letter)
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          text += [[0x01], Array("&#2;".utf8), [0x0B]].randomElement(using: &random) ?? []
        }
      }
      var filter = ControlCharacterFilter()
      var out: [UInt8] = []
      var left = text[...]
      while !left.isEmpty {
        let piece = left.prefix(Int.random(in: 1...9, using: &random))
        left = left.dropFirst(piece.count)
        out += filter.filter(piece, last: left.isEmpty)
      }
      for (offset, byte) in out.enumerated() where byte >= UInt8(ascii: "a") {
        #expect(text[Int(filter.original(Int64(offset)))] == byte)
      }
    }
  }
}
