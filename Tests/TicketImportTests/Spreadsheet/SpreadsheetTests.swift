import Foundation
import TestSupport
import Testing

@testable import TicketImport

/// What Fixtures/xlsx/make.py wrote is what is read.
@Suite struct SpreadsheetTests {
  private func open(_ name: String, sheet: String? = nil) throws -> CSVReader {
    var options = CSVReader.Options()
    options.sheet = sheet
    return try CSVReader(
      InputFile.open(Fixtures.root.path + "/xlsx/" + name, temporaryFolder: NSTemporaryDirectory()),
      options: options)
  }

  @Test func theFirstVisibleSheetIsRead() throws {
    var reader = try open("tickets.xlsx")
    #expect(reader.header == ["Number", "Group", "Opened", "Spent", "Text"])
    #expect(reader.layout.leadingRecords == 1)
    var record = Record()
    var rows: [[String]] = []
    var places: [(line: Int, offset: Int64)] = []
    while try reader.read(into: &record) {
      rows.append(fieldTexts(record))
      places.append((record.line, record.offset))
    }
    let expected = [
      ["INC1", "Network", "2026-01-05 10:30:15", "27:05:00", "say \"hi\", then\nwait"],
      ["INC2", "Network", "2026-01-06 00:00:00", "0:03:00", "line\nend"],
      ["INC3", "Network", "1999-12-31 23:59:59", "", " spaces "],
      ["INC4", "Mail", "", "", "été – 日本語 😀"],
    ]
    #expect(rows == expected)
    #expect(places.map(\.line) == [4, 5, 6, 8], "lines are the sheet's rows")
    #expect(reader.takeProblems() == [])
    for (place, row) in zip(places, expected) {
      #expect(reader.read(into: &record, at: place.offset))
      #expect(fieldTexts(record) == row)
    }
  }

  @Test func aSheetIsFoundByName() throws {
    var reader = try open("tickets.xlsx", sheet: "Other")
    #expect(reader.header == ["a", "b"])
    #expect(try remainingRows(&reader) == [["1", "2"]])
    let error = #expect(throws: ImportError.self) { try open("tickets.xlsx", sheet: "Missing") }
    #expect(error?.kind == .options)
    #expect(error?.message == "has no sheet 'Missing'; its sheets are 'Lists', 'Tickets', 'Other'")
  }

  @Test func everyKindOfCellIsText() throws {
    var reader = try open("kinds-1904.xlsx")
    let values = try remainingRows(&reader).map { "\($0[0]): \($0[1])" }
    #expect(
      values == [
        "whole: 1001", "large: 20260105000001", "fraction: 0.25", "negative: -12.5", "date: 2026-01-05",
        "time: 14:05:00", "not a date: 3.5", "true: TRUE", "formula: ab", "error: #DIV/0!",
        "runs: plain bold plain", "escape: a\u{1}b _x000D_ c", "far: ",
      ])
  }

  @Test func textsInTheCellsThemselves() throws {
    var reader = try open("inline.xlsx")
    #expect(try remainingRows(&reader) == [["1", "in the cell"], ["2", "<tag> & \"quote\""]])
  }

  @Test(arguments: [
    ("General", NumberStyle.number), ("0.00E+00", .number), ("#,##0.00 \"days\"", .number), ("@", .number),
    ("[Red]0;[Blue]-0", .number), ("0\\d", .number), ("_d0", .number), ("yyyy\\-mm\\-dd", .date),
    ("mmm yy", .date),
    ("m", .date), ("[$-409]d/m/yy", .date), ("dd.mm.yyyy hh:mm", .dateAndTime),
    ("m/d/yy h:mm AM/PM", .dateAndTime),
    ("hh:mm", .time), ("mm:ss.0", .time), ("[h]:mm", .duration), ("[mm]:ss", .duration), ("0;yyyy", .number),
  ])
  func formatsSayWhatANumberIs(_ code: String, _ style: NumberStyle) {
    #expect(NumberStyle(formatCode: code) == style)
  }

  /// Days as Excel counts them: https://support.microsoft.com, "Date systems in Excel".
  @Test(arguments: [
    (1, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"),
    (40_729, false, "2011-07-05"),
    (39_267, true, "2011-07-05"), (0, true, "1904-01-01"), (2_958_465, false, "9999-12-31"),
  ])
  func daysAreDates(_ days: Int, _ startsIn1904: Bool, _ date: String) {
    #expect(NumberStyle.date.text("\(days)", startsIn1904: startsIn1904) == date)
  }

  @Test(arguments: [
    ("12", "12"), ("1.5", "1.5"), ("2.0260105000001E13", "20260105000001"), ("1E-3", "1E-3"), ("-4.0", "-4"),
    ("x", "x"),
  ])
  func numbersStayAsTheyAre(_ number: String, _ text: String) {
    #expect(NumberStyle.number.text(number, startsIn1904: false) == text)
  }

  @Test func referencesArePlaces() {
    #expect(CellReference("A1".utf8).map { [$0.column, $0.row] } == [0, 1])
    #expect(CellReference("$BC$12".utf8).map { [$0.column, $0.row] } == [54, 12])
    #expect(CellReference("XFD1048576".utf8).map { [$0.column, $0.row] } == [16_383, 1_048_576])
    for text in ["", "A", "1", "A0", "1A", "a1", "XFE1", "A1048577", "A99999999999999999999", "ÄA1"] {
      #expect(CellReference(text.utf8) == nil, "\(text)")
    }
  }

  @Test func escapesAreCharacters() {
    for (text, expected) in [
      ("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_x00zz_", "_x00zz_"), ("_xD83D_", "_xD83D_"),
      ("_x0041", "_x0041"), ("__x0041_", "_A"), ("_x+041_", "_x+041_"), ("plain", "plain"),
    ] {
      #expect(String(decoding: CellText.unescaped(Array(text.utf8)), as: UTF8.self) == expected)
    }
  }

  /// Whatever is broken in a workbook, it is an error or fewer rows.
  @Test(arguments: 0..<10)
  func damagedWorkbooksAreErrors(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for name in ["tickets.xlsx", "kinds-1904.xlsx"] {
      let bytes = try Fixtures.bytes("xlsx/" + name)
      for _ in 0..<20 {
        var broken = bytes
        for _ in 0..<Int.random(in: 1...20, using: &random) {
          broken[.random(in: 4..<broken.count, using: &random)] = .random(in: 0...255, using: &random)
        }
        if Bool.random(using: &random) {
          broken.removeLast(.random(in: 0..<broken.count - 4, using: &random))
        }
        let file = InputFile(bytes: broken, name: name, temporaryFolder: NSTemporaryDirectory())
        var record = Record()
        guard var reader = try? CSVReader(file) else { continue }
        while (try? reader.read(into: &record)) == true {}
      }
    }
  }

  @Test func otherArchivesAreRefused() throws {
    // An empty archive: nothing but the end of its directory.
    let empty: [UInt8] = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)
    let error = #expect(throws: ImportError.self) { try openCSV(empty) }
    #expect(error?.kind == .unusable && error?.message.contains("without an Excel workbook") == true)
  }
}
