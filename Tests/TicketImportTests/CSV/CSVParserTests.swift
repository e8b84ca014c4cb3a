import TestSupport
import Testing
import TicketImport

/// What the parser makes of bytes that come in pieces of the given size.
func parseCSV(
  _ input: [UInt8], _ dialect: CSVDialect = CSVDialect(), limits: CSVParser.Limits = .init(),
  pieces: (Int) -> Int = { _ in .max }
) -> (rows: [Record], notes: [CSVParser.Notes]) {
  var parser = CSVParser(dialect, limits: limits)
  var record = Record()
  var rows: [Record] = []
  var notes: [CSVParser.Notes] = []
  var at = 0
  while true {
    let end = min(input.count, at + min(pieces(at), input.count))
    let isLast = end == input.count
    let (stop, count) = input.withUnsafeBytes {
      parser.read(UnsafeRawBufferPointer(rebasing: $0[at..<end]), isLast: isLast, into: &record)
    }
    at += count
    switch stop {
    case .record:
      rows.append(record)
      notes.append(parser.notes)
    case .moreInput: #expect(at == end && !isLast)
    case .end: return (rows, notes)
    }
  }
}

func fieldTexts(_ record: Record) -> [String] { (0..<record.count).map(record.string) }

struct ParserCase: CustomTestStringConvertible, Sendable {
  var name: String
  var input: String
  var rows: [[String]]
  var dialect = CSVDialect()

  init(_ name: String, _ input: String, _ rows: [[String]], _ dialect: CSVDialect = CSVDialect()) {
    (self.name, self.input, self.rows, self.dialect) = (name, input, rows, dialect)
  }

  var testDescription: String { name }
}

private let php = CSVDialect(quoteEscape: .php)
private let backslash = CSVDialect(quoteEscape: .backslash)
private let unescaped = CSVDialect(quoteEscape: .none)
private let spaces = CSVDialect(skipsInitialSpace: true)

private let cases: [ParserCase] = [
  ParserCase("nothing", "", []),
  ParserCase("one field", "a", [["a"]]),
  ParserCase("one row", "a,b,c", [["a", "b", "c"]]),
  ParserCase("row with LF", "a,b\n", [["a", "b"]]),
  ParserCase("row with CR LF", "a,b\r\n", [["a", "b"]]),
  ParserCase("row with CR", "a,b\r", [["a", "b"]]),
  ParserCase("rows with LF", "a\nb\n", [["a"], ["b"]]),
  ParserCase("rows with CR LF", "a\r\nb\r\n", [["a"], ["b"]]),
  ParserCase("rows with CR", "a\rb\rc", [["a"], ["b"], ["c"]]),
  ParserCase("mixed line ends", "a\rb\nc\r\nd", [["a"], ["b"], ["c"], ["d"]]),
  ParserCase("LF CR is two", "a\n\rb", [["a"], ["b"]]),
  ParserCase("only line ends", "\n\r\n\r\r\n\n", []),
  ParserCase("lines without a byte", "\n\na,b\n\n\r\n\nc,d\n\n", [["a", "b"], ["c", "d"]]),
  ParserCase("only delimiters", ",,\n,", [["", "", ""], ["", ""]]),
  ParserCase("trailing delimiter", "a,", [["a", ""]]),
  ParserCase("trailing delimiter and LF", "a,\n", [["a", ""]]),
  ParserCase("ragged", "a\nb,c\nd,e,f\n", [["a"], ["b", "c"], ["d", "e", "f"]]),
  ParserCase("spaces stay", " a , b ", [[" a ", " b "]]),
  ParserCase("NUL stays", "a\0b,\0", [["a\0b", "\0"]]),
  ParserCase("semicolons", "a;b,c\n", [["a", "b,c"]], CSVDialect(delimiter: UInt8(ascii: ";"))),
  ParserCase("tabs", "a\t\tb", [["a", "", "b"]], CSVDialect(delimiter: UInt8(ascii: "\t"))),
  ParserCase("bars", "a|\"b|c\"", [["a", "b|c"]], CSVDialect(delimiter: UInt8(ascii: "|"))),

  ParserCase("quoted", "\"a\",\"b\"", [["a", "b"]]),
  ParserCase("quoted empty", "\"\",\"\"\n", [["", ""]]),
  ParserCase("one quoted empty", "\"\"", [[""]]),
  ParserCase("quoted delimiter", "\"a,b\",c", [["a,b", "c"]]),
  ParserCase("quoted LF", "\"a\nb\",c", [["a\nb", "c"]]),
  ParserCase("quoted CR", "\"a\rb\",c", [["a\rb", "c"]]),
  ParserCase("quoted CR LF", "\"a\r\nb\"\r\nc", [["a\r\nb"], ["c"]]),
  ParserCase("quoted before CR", "\"a\"\r\"b\"\r", [["a"], ["b"]]),
  ParserCase("quoted at the end", "a,\"b\"", [["a", "b"]]),
  ParserCase("doubled", "\"a\"\"b\"", [["a\"b"]]),
  ParserCase("doubled alone", "\"\"\"\"", [["\""]]),
  ParserCase("doubled at both ends", "\"\"\"a\"\"\",b", [["\"a\"", "b"]]),
  ParserCase("doubled twice", "\"\"\"\"\"\"", [["\"\""]]),
  ParserCase("quote in an unquoted field", "a\"b\"c,d", [["a\"b\"c", "d"]]),
  ParserCase("quote after a space", "a, \"b\"", [["a", " \"b\""]]),
  ParserCase("text after the closing quote", "\"a\"b,c", [["ab", "c"]]),
  ParserCase("space after the closing quote", "\"a\" ,c", [["a ", "c"]]),
  ParserCase("quoted text after the closing quote", "\"a\"b\"c\",d", [["ab\"c\"", "d"]]),
  ParserCase("quotes that are not escaped", "\"say \"hi\" now\",x", [["say hi\" now\"", "x"]]),
  ParserCase("unclosed", "a,\"b", [["a", "b"]]),
  ParserCase("unclosed and empty", "a,\"", [["a", ""]]),
  ParserCase("unclosed over lines", "a,\"b\nc,d\n", [["a", "b\nc,d\n"]]),
  ParserCase("unclosed after a doubled one", "\"a\"\"", [["a\""]]),
  ParserCase("backslash is text", "\"a\\\",b", [["a\\", "b"]]),

  ParserCase("php: a quote after a backslash", "\"a\\\"b\",c", [["a\\\"b", "c"]], php),
  ParserCase("php: doubled", "\"a\"\"b\",c", [["a\"b", "c"]], php),
  ParserCase("php: two backslashes", "\"a\\\\\"b\",c", [["a\\\\\"b", "c"]], php),
  ParserCase("php: backslash before text", "\"C:\\new\",c", [["C:\\new", "c"]], php),
  ParserCase("php: unquoted", "a\\\"b,c", [["a\\\"b", "c"]], php),
  ParserCase("php: at the end", "\"a\\", [["a\\"]], php),
  ParserCase("php: across a line", "\"a\\\n\"\"b\"", [["a\\\n\"b"]], php),

  ParserCase("backslash: quote", "\"a\\\"b\",c", [["a\"b", "c"]], backslash),
  ParserCase("backslash: itself", "\"a\\\\\",c", [["a\\", "c"]], backslash),
  ParserCase("backslash: text", "\"a\\nb\",c", [["a\\nb", "c"]], backslash),
  ParserCase("backslash: doubled", "\"a\"\"b\",c", [["a\"b", "c"]], backslash),
  ParserCase("backslash: at the end", "\"a\\", [["a\\"]], backslash),

  ParserCase("none: quotes in text", "\"say \"hi\" now\",x", [["say \"hi\" now", "x"]], unescaped),
  ParserCase("none: quote before the end", "\"say \"hi\"\",x", [["say \"hi\"", "x"]], unescaped),
  ParserCase("none: empty", "\"\",\"\"\n\"\"", [["", ""], [""]], unescaped),
  ParserCase("none: doubled", "\"a\"\"b\"", [["a\"\"b"]], unescaped),
  ParserCase("none: over lines", "\"a \"b\nc\" d\",e", [["a \"b\nc\" d", "e"]], unescaped),

  ParserCase("spaces skipped", "a, \"b, c\",  d", [["a", "b, c", "d"]], spaces),
  ParserCase("spaces skipped to the end", "a,  ", [["a", ""]], spaces),
]

@Suite struct CSVParserTests {
  @Test(arguments: cases)
  func readsRows(_ test: ParserCase) {
    let input = Array(test.input.utf8)
    for size in [Int.max, 1, 2, 3, 7] {
      let (rows, _) = parseCSV(input, test.dialect, pieces: { _ in size })
      #expect(rows.map(fieldTexts) == test.rows, "in pieces of \(size)")
    }
    let reference = ReferenceCSV.rows(input, test.dialect).map {
      $0.fields.map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(reference == test.rows, "the reference parser")
  }

  /// Any bytes in any dialect, cut anywhere, give what the plain parser gives: fields, lines and places.
  @Test(arguments: 0..<20)
  func agreesWithThePlainParser(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("\"\"\"\",,;\t|\n\r\r\n\\\\ ab0\0".utf8) + [0xC3, 0xFF]
    for round in 0..<100 {
      // Long stretches of plain text now and then, so that blocks of sixteen are full, and their tails not.
      var input: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        if Int.random(in: 0..<12, using: &random) == 0 {
          input += repeatElement(UInt8(ascii: "x"), count: Int.random(in: 1...70, using: &random))
        } else {
          input.append(alphabet.randomElement(using: &random) ?? 0)
        }
      }
      let dialect = CSVDialect(
        delimiter: Array(",;\t|".utf8).randomElement(using: &random) ?? 0,
        quoteEscape: CSVDialect.QuoteEscape.allCases.randomElement(using: &random) ?? .doubled,
        skipsInitialSpace: Bool.random(using: &random))
      let expected = ReferenceCSV.rows(input, dialect)
      for most in [Int.max, 1, 5, 40] {
        var cuts = random
        let (rows, _) = parseCSV(
          input, dialect, pieces: { _ in most == .max ? most : .random(in: 0...most, using: &cuts) })
        let found = rows.map { row in
          ReferenceCSV.Row(
            fields: (0..<row.count).map { Array(row[$0]) }, line: row.line, offset: Int(row.offset),
            length: Int(row.length))
        }
        #expect(found == expected, "round \(round), pieces up to \(most), \(dialect), \(input)")
      }
    }
  }

  /// Records lie one after the other: whatever is between them is line ends.
  @Test(arguments: 0..<20)
  func losesNoByte(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let input = (0..<5000).map { _ in Array("\"\n\r,abcdefgh".utf8).randomElement(using: &random) ?? 0 }
    var at: Int64 = 0
    for row in parseCSV(input).rows {
      #expect(row.offset >= at && row.length > 0)
      #expect(input[Int(at)..<Int(row.offset)].allSatisfy { $0 == 10 || $0 == 13 })
      at = row.offset + row.length
    }
    #expect(input[Int(at)...].allSatisfy { $0 == 10 || $0 == 13 })
  }

  @Test func countsLinesOverLongTexts() {
    // 70,000 line ends of each sort in one field, more than any counter of a byte can hold.
    let text = Array(String(repeating: "a\nb\r\nc\rd", count: 70_000).utf8)
    let input = Array("\"".utf8) + text + Array("\"\nlast".utf8)
    for size in [Int.max, 1000, 17] {
      #expect(parseCSV(input, pieces: { _ in size }).rows.map(\.line) == [1, 210_002])
    }
  }

  @Test func notesStrayQuotes() {
    let (_, notes) = parseCSV(Array("\"a\"b,\"c\"d\n\"e\",f\n".utf8))
    #expect(notes.map(\.strayQuotes) == [2, 0])
  }

  @Test func notesWhereAnUnclosedQuoteBegan() {
    let input = Array("a,b\r\n\"c\nd\",\"e\nf,g\n".utf8)
    for size in [Int.max, 1, 4] {
      let (rows, notes) = parseCSV(input, pieces: { _ in size })
      #expect(rows.map(\.line) == [1, 2])
      #expect(notes.map(\.unclosedQuoteLine) == [0, 3])
      #expect(notes.last?.unclosedQuoteOffset == 11)
    }
  }

  @Test(arguments: [Int.max, 1, 3])
  func cutsWhatIsOverALimitAndGoesOn(size: Int) {
    var limits = CSVParser.Limits()
    limits.field = 4
    limits.record = 10
    limits.fields = 5
    let input = Array("ok,fine\nab,cdefg,h\n\"a\"\"bcd\",e\n1234,1234,123\n1,2,3,4,5,6\nok\n".utf8)
    let (rows, notes) = parseCSV(input, limits: limits, pieces: { _ in size })
    #expect(notes.map(\.overlongField) == [nil, 1, 0, 2, 5, nil])
    #expect(
      rows.map(fieldTexts) == [
        ["ok", "fine"], ["ab", "cdef", ""], ["a\"bc", ""], ["1234", "1234", "12"], ["1", "2", "3", "4", "5"],
        ["ok"],
      ])
    #expect(rows.map(\.line) == [1, 2, 3, 4, 5, 6])
  }
}
