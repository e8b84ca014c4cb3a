import Foundation
import TestSupport
import Testing
import TicketImport

/// A file under Fixtures/csv and what it holds.
struct OddFile: CustomTestStringConvertible, Sendable {
  var name: String
  var header: [String]
  var rows: [[String]]
  var problems: [String] = []

  init(_ name: String, _ header: [String], _ rows: [[String]], problems: [String] = []) {
    (self.name, self.header, self.rows, self.problems) = (name, header, rows, problems)
  }

  var testDescription: String { name }
}

private let files: [OddFile] = [
  OddFile(
    "utf16le-bom.csv", ["Nummer", "Betreff", "Status"],
    [["T-1", "Drucker; Stau\r\nseit heute", "offen"], ["T-2", "Größe prüfen", "zu"]]),
  OddFile("mixed-encodings.csv", ["id", "who"], [["1", "Zoë"], ["2", "Jürgen"], ["3", "Bob"]]),
  OddFile(
    "title-and-totals.csv", ["Ticket", "State", "Opened", "Text"],
    [["1001", "open", "2026-01-05", "no, still broken"], ["1002", "closed", "2026-01-06", "thanks"]]),
  OddFile("excel-sep.csv", ["id", "text", "cost"], [["1", "a;b", "1,50"], ["2", "c", "2,25"]]),
  OddFile(
    "php-escapes.csv", ["Ticket Number", "Subject", "From"],
    [["100", #"path is \"C:\\temp\" ok"#, "Ann, B."], ["101", #"say "please""#, "Bob"]]),
  OddFile(
    "backslash-escapes.csv", ["id", "body", "n"],
    [["1", #"she said "no", then left"#, "2"], ["2", "line\nwith \"two\" parts", "3"]]),
  OddFile(
    "unescaped-quotes.csv", ["id", "body", "n"],
    [["1", #"press the "any" key, then wait"#, "2"], ["2", #"screen shows "404""#, "3"]]),
  OddFile("cr-only.csv", ["id", "text"], [["1", "two\rlines"], ["2", "b"]]),
  OddFile(
    "unclosed-quote.csv", ["id", "state", "text"],
    [["1", "open", "a"], ["3", "closed", "c"], ["4", "closed", "d"]],
    problems: ["3: quoted field opened here is never closed"]),
  OddFile(
    "cut-short.csv", ["id", "state", "text"], [["1", "open", "a"]],
    problems: ["3: quoted field opened here is never closed", "cut short"]),
  OddFile("joined-exports.csv", ["id", "text"], [["1", "a"], ["2", "b"], ["3", "c"]]),
  OddFile(
    "repeated-columns.csv", ["Issue key", "Comment", "Comment", "Comment"],
    [
      ["A-1", "01/Feb/26 9:00 AM;u1;first; with semicolon", "02/Feb/26 9:00 AM;u2;second", ""],
      ["A-2", "", "", ""],
    ]),
  OddFile("nul-and-controls.csv", ["id", "text"], [["1", "a\0b"], ["2", "\u{1B}[0mc"]]),
  OddFile(
    "trailing-delimiters.csv", ["id", "text"], [["1", "a", ""], ["2", "b", "", ""], ["3", "c", "d"]],
    problems: ["4: row has 3 fields, the header has 2"]),
  OddFile(
    "spaces-before-quotes.csv", ["id", "text", "who"], [["1", "a, b", "Ann"], ["2", #"c "d""#, "Bob"]]),
  OddFile(
    "no-header.csv", [],
    [
      ["INC001", "2026-01-05 10:00", "printer"], ["INC002", "2026-01-06 11:30", "phone"],
      ["INC003", "2026-01-07 08:15", "login"],
    ]),
]

@Suite struct OddFilesTests {
  @Test(arguments: files)
  func isRead(_ file: OddFile) throws {
    var reader = try CSVReader(
      InputFile.open(Fixtures.root.path + "/csv/" + file.name, temporaryFolder: NSTemporaryDirectory()))
    #expect(reader.header == file.header)
    var record = Record()
    var rows: [[String]] = []
    var problems: [String] = []
    do { while try reader.read(into: &record) { rows.append(fieldTexts(record)) } } catch {
      #expect(error.kind == .cutShort)
      problems.append("cut short")
    }
    problems = reader.takeProblems().map { "\($0.line): \($0.message)" } + problems
    #expect(rows == file.rows)
    #expect(problems == file.problems)
  }

  @Test func theLateByteDecides() throws {
    let path = Fixtures.root.path + "/csv/windows-1252-late.csv"
    let bytes = try Fixtures.bytes("csv/windows-1252-late.csv")
    var reader = try CSVReader(InputFile.open(path, temporaryFolder: "."))
    #expect(reader.encoding.charset == .utf8OrWindows1252)
    #expect(reader.encoding.malformedOffset == bytes.firstIndex { $0 >= 0x80 }.map(Int64.init))
    #expect(reader.encoding.malformedLine == 201)
    #expect(try remainingRows(&reader).last == ["200", "“smart” café – ok"])
    #expect(reader.tally.convertedRows == 1)
  }

  /// Python's csv module, which reads quotes by the same rules, finds the same rows.
  @Test func agreesWithPython() throws {
    let lines = try Fixtures.bytes("csv/python_csv.ndjson").split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 400)
    for line in lines {
      guard let test = try JSONSerialization.jsonObject(with: Data(line)) as? [Any], test.count == 3,
        let delimiter = (test[0] as? String)?.utf8.first, let text = test[1] as? String,
        let rows = test[2] as? [[String]]
      else {
        Issue.record("not a test: \(String(decoding: line, as: UTF8.self))")
        continue
      }
      let found = parseCSV(Array(text.utf8), CSVDialect(delimiter: delimiter)).rows.map(fieldTexts)
      #expect(found == rows, "\(text.debugDescription)")
    }
  }
}
