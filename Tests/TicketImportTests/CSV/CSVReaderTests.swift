import TestSupport
import Testing
import TicketImport

/// A reader over bytes in memory.
func openCSV(_ bytes: [UInt8], _ options: CSVReader.Options = .init()) throws -> CSVReader {
  try CSVReader(InputFile(bytes: bytes, name: "t.csv"), options: options)
}

/// All rows that are left.
func remainingRows(_ reader: inout CSVReader) throws -> [[String]] {
  var record = Record()
  var rows: [[String]] = []
  while try reader.read(into: &record) { rows.append(fieldTexts(record)) }
  return rows
}

@Suite struct CSVReaderTests {
  @Test func readsAHeaderAndRows() throws {
    var reader = try openCSV(Array("id,text\r\n1,\"a, b\"\r\n2,c\r\n".utf8))
    #expect(reader.header == ["id", "text"])
    #expect(try remainingRows(&reader) == [["1", "a, b"], ["2", "c"]])
    #expect(reader.tally.rows == 2)
    #expect(reader.takeProblems() == [])
  }

  @Test func skipsABOMTitlesBlankRowsAndRepeatedHeaders() throws {
    let text = "\u{FEFF}May\n,,\nid,text,n\n1,a,b\n,,\n\nid,text,n\n2,c,d\n,,\n\"\",,\n"
    var reader = try openCSV(Array(text.utf8))
    #expect(reader.header == ["id", "text", "n"])
    #expect(try remainingRows(&reader) == [["1", "a", "b"], ["2", "c", "d"]])
    #expect(reader.tally.blank == 3)
    #expect(reader.tally.repeatedHeaders == 1)
  }

  @Test func aFileWithoutAHeaderGivesItsFirstRow() throws {
    var reader = try openCSV(Array("1,open\n2,open\n".utf8))
    #expect(reader.header == [] && reader.width == 2)
    #expect(try remainingRows(&reader) == [["1", "open"], ["2", "open"]])
    var options = CSVReader.Options()
    options.hasHeader = true
    var told = try openCSV(Array("1,open\n2,open\n".utf8), options)
    #expect(told.header == ["1", "open"])
    #expect(try remainingRows(&told) == [["2", "open"]])
  }

  @Test func noRowIsAnError() {
    for text in ["", "\n\n", "\u{FEFF}", ",,\n"] {
      #expect(throws: ImportError(.unusable, file: "t.csv", "holds no rows")) {
        try openCSV(Array(text.utf8))
      }
    }
  }

  @Test func notesRaggedRowsAndGivesThem() throws {
    var reader = try openCSV(Array("a,b,c\n1,2,3\n1,2\n1,2,3,,\n1,2,3,4\n".utf8))
    #expect(try remainingRows(&reader).map(\.count) == [3, 2, 5, 4])
    let problems = reader.takeProblems()
    #expect(problems.map(\.line) == [3, 5])
    #expect(
      problems.map(\.message) == ["row has 2 fields, the header has 3", "row has 4 fields, the header has 3"])
    #expect(problems.allSatisfy { !$0.isLost })
    #expect(reader.tally.ragged == 2 && reader.tally.lost == 0)
    #expect(reader.takeProblems() == [])
  }

  @Test func leavesOutWhatIsTooLargeAndGoesOn() throws {
    var options = CSVReader.Options()
    options.limits.field = 100
    let text = "id,text\n1,a\n2,\"\(String(repeating: "x\n", count: 60))\"\n3,b\n"
    var reader = try openCSV(Array(text.utf8), options)
    #expect(try remainingRows(&reader) == [["1", "a"], ["3", "b"]])
    let problem = try #require(reader.takeProblems().first)
    #expect(problem.kind == .overlong(field: 2) && problem.isLost && problem.line == 3)
    #expect(problem.offset == 12 && problem.length == 125)
    #expect(reader.tally.lost == 1)
  }

  @Test func goesOnAfterAQuoteThatIsNeverClosed() throws {
    let text = "id,text\n1,a\n2,\"b\n3,c\n4,d\n"
    var reader = try openCSV(Array(text.utf8))
    #expect(try remainingRows(&reader) == [["1", "a"], ["3", "c"], ["4", "d"]])
    let problem = try #require(reader.takeProblems().first)
    #expect(
      problem.kind == .unclosedQuote && problem.line == 3 && problem.offset == 12 && problem.length == 4)
  }

  @Test func saysWhereAFileBreaksOff() throws {
    var reader = try openCSV(Array("id,text\n1,a\n2,\"b\nand so on\nand on".utf8))
    var record = Record()
    #expect(try reader.read(into: &record))
    let error = #expect(throws: ImportError.self) { try reader.read(into: &record) }
    #expect(error?.kind == .cutShort && error?.line == 3)
    #expect(try !reader.read(into: &record))
    #expect(reader.tally.lost == 1)
  }

  @Test func comesBackToARow() throws {
    let text = "id;text\n1;\"a\n\"\"b\"\"\"\n2;c\r\n\n3;\"d;e\"\n"
    var reader = try openCSV(Array(text.utf8))
    var record = Record()
    var seen: [(Int64, [String])] = []
    while try reader.read(into: &record) { seen.append((record.offset, fieldTexts(record))) }
    #expect(seen.count == 3)
    for (offset, row) in seen.reversed() {
      #expect(reader.read(into: &record, at: offset))
      #expect(fieldTexts(record) == row)
    }
    for offset in [-1, Int64(text.utf8.count), .max] { #expect(!reader.read(into: &record, at: offset)) }
  }

  // MARK: Encodings

  @Test func everyEncodingGivesTheSameRows() throws {
    let text = "id;who;text\n1;Zoë;\"naïve “quote”\n€ 5\"\n2;Jürgen;–\n"
    let expected = [["1", "Zoë", "naïve “quote”\n€ 5"], ["2", "Jürgen", "–"]]
    let utf16 = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let swapped = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    let windows: [UInt8] = text.unicodeScalars.map {
      switch $0 {
      case "“": 0x93
      case "”": 0x94
      case "–": 0x96
      case "€": 0x80
      default: UInt8(truncatingIfNeeded: $0.value)
      }
    }
    for (bytes, charset) in [
      (Array(text.utf8), TextEncoding.Charset.utf8), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
      (windows, .utf8OrWindows1252), ([0xFF, 0xFE] + utf16, .utf16LittleEndian),
      ([0xFE, 0xFF] + swapped, .utf16BigEndian), (utf16, .utf16LittleEndian), (swapped, .utf16BigEndian),
    ] {
      var reader = try openCSV(bytes)
      #expect(reader.encoding.charset == charset)
      #expect(reader.header == ["id", "who", "text"])
      #expect(try remainingRows(&reader) == expected, "\(charset)")
    }
  }

  @Test func rowsOfBothEncodingsAreToldApart() throws {
    let bytes =
      Array("id,text\n1,plain\n2,Zoë\n3,Zo".utf8) + [0xEB] + Array("\n4,Jürgen\n5,\"J".utf8) + [0xFC]
      + Array("rgen\"\n".utf8)
    var reader = try openCSV(bytes)
    #expect(try remainingRows(&reader).map { $0[1] } == ["plain", "Zoë", "Zoë", "Jürgen", "Jürgen"])
    #expect(reader.tally.utf8Rows == 2 && reader.tally.convertedRows == 2)
    #expect(reader.encoding.malformedOffset == 27 && reader.encoding.malformedLine == 4)
  }

  @Test func aDeclaredEncodingIsUsedWhereItIsNotUTF8() throws {
    var options = CSVReader.Options()
    options.encoding = "windows-1251"
    let bytes = Array("id,text\n1,".utf8) + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    var reader = try openCSV(bytes, options)
    #expect(try remainingRows(&reader) == [["1", "Привет"]])
    options.encoding = "shift_jis"
    var japanese = try openCSV(
      Array("id|text\n1|".utf8) + [0x83, 0x7C, 0x83, 0x5C, 0x82, 0xA0], options)
    #expect(try remainingRows(&japanese) == [["1", "ポソあ"]])
    options.encoding = "klingon"
    #expect(throws: ImportError.self) { try openCSV(bytes, options) }
  }

  /// Whatever the bytes are: no trap, and what comes out is UTF-8.
  @Test(arguments: 0..<30)
  func anyBytesGiveUTF8(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...3000, using: &random)
    let alphabet =
      Array("\"\",;\t\n\rab\\ ".utf8) + [0, 0x80, 0xBF, 0xC3, 0xE2, 0x82, 0xAC, 0xF0, 0xFF, 0xFE]
    let bytes = (0..<count).map { _ in
      seed.isMultiple(of: 2)
        ? alphabet.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
    }
    guard var reader = try? openCSV(bytes) else { return }
    var record = Record()
    do {
      while try reader.read(into: &record) {
        for field in 0..<record.count { #expect(String(validating: record[field], as: UTF8.self) != nil) }
      }
    } catch { #expect(error.kind == .cutShort) }
  }
}
