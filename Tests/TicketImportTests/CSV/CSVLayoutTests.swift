import Testing
import TicketImport

struct LayoutCase: CustomTestStringConvertible, Sendable {
  var name: String
  var input: String
  var delimiter: Character
  var escape: CSVDialect.QuoteEscape
  var leading: Int
  var hasHeader: Bool

  init(
    _ name: String, _ input: String, _ delimiter: Character = ",", escape: CSVDialect.QuoteEscape = .doubled,
    leading: Int = 0, header: Bool = true
  ) {
    (self.name, self.input, self.delimiter) = (name, input, delimiter)
    (self.escape, self.leading, hasHeader) = (escape, leading, header)
  }

  var testDescription: String { name }
}

private let cases: [LayoutCase] = [
  LayoutCase("commas", "id,text\n1,hello\n2,bye\n"),
  LayoutCase("semicolons", "id;text\n1;hello\n2;bye\n", ";"),
  LayoutCase("tabs", "id\ttext\n1\thello, you\n2\tbye; now\n", "\t"),
  LayoutCase("bars", "id|text\n1|hello\n2|bye\n", "|"),
  LayoutCase("semicolons and decimal commas", "name;price;tax\na;1,50;0,30\nb;2,25;0,45\nc;3,10;0,62\n", ";"),
  LayoutCase("commas in quoted text", "id;text\n1;\"a, b, c\"\n2;\"d, e\nf, g\"\n3;\"h\"\n", ";"),
  LayoutCase("semicolons in quoted text", "id,text\n1,\"a; b; c\"\n2,\"d; e\nf; g\"\n"),
  LayoutCase("semicolons in unquoted text", "id,a,b\n1,x; y,z\n2,x; y; z,q\n"),
  LayoutCase("one column", "text\nhello, you\nbye\n", ","),
  LayoutCase("header only", "id,text,state\n"),
  LayoutCase("header only, semicolons", "id;text;state\n", ";"),
  LayoutCase("a header that says so", "sep=;\nid;text\n1;a\n", ";", leading: 1),
  LayoutCase("a header that says so, quoted", "\"sep=|\"\r\nid|text\r\n1|a\r\n", "|", leading: 1),

  LayoutCase("php", "id,text\n1,\"a \\\"b\\\", \"\"c\"\" d\"\n2,\"x \"\"y\"\" z\"\n", escape: .php),
  LayoutCase("backslashes", "id,text\n1,\"a \\\"b\\\", c\"\n2,\"x \\\"y\\\", z\"\n", escape: .backslash),
  LayoutCase("paths that end in a backslash", "id,path\n1,\"C:\\x\\\"\n2,\"C:\\y\\\"\n3,\"a \"\"b\"\" c\"\n"),
  LayoutCase("nothing escaped", "id,text,n\n1,\"a \"b\" c\",2\n2,\"x \"y, z\" w\",3\n", escape: .none),

  LayoutCase("a title", "Tickets of May\nid,state,text\n1,open,a\n2,closed,b\n", leading: 1),
  LayoutCase("a padded title", "Tickets of May,,\nid,state,text\n1,open,a\n2,closed,b\n", leading: 1),
  LayoutCase(
    "titles and blank rows", "Report\n\nCreated;2024-01-02;;;;;;;\n\na;b;c;d;e;f;g;h;i\n1;2;3;4;5;6;7;8;9\n",
    ";",
    leading: 2),
  LayoutCase(
    "a title with a semicolon", "Report; all queues\nid,state,text\n1,open,a\n2,closed,b\n", leading: 1),

  LayoutCase("numbers and no header", "1,open\n2,open\n3,closed\n", header: false),
  LayoutCase("ticket numbers and no header", "INC001,a b\nINC002,c d\nINC003,e f\n", header: false),
  LayoutCase("dates and no header", "2024-01-02,printer\n2024-02-03,phone\n", header: false),
  LayoutCase("addresses and no header", "ann@example.org,printer\nbob@example.org,phone\n", header: false),
  LayoutCase("values that come again and no header", "open,ann\nopen,bob\nclosed,ann\n", header: false),
  LayoutCase("all text and a header", "subject,body\nprinter,jams\nphone,dead\n"),
  LayoutCase("repeated header names", "Key,Comment,Comment\nA-1,x,y\nA-2,z,\n"),
  LayoutCase("header repeated below", "state,name\nopen,ann\nstate,name\nclosed,bob\nopen,eve\n"),
  LayoutCase("a year among the names", "id,2023,2024\nA-1,x,y\nA-2,z,w\n"),
]

@Suite struct CSVLayoutTests {
  @Test(arguments: cases)
  func isFound(_ test: LayoutCase) {
    let layout = Array(test.input.utf8).withUnsafeBytes { CSVLayout(of: $0, isWhole: true) }
    #expect(Character(Unicode.Scalar(layout.dialect.delimiter)) == test.delimiter)
    #expect(layout.dialect.quoteEscape == test.escape)
    #expect(layout.leadingRecords == test.leading)
    #expect(layout.hasHeader == test.hasHeader)
  }

  @Test func quotesAfterSpaces() {
    let input = "id, text, who\n1, \"a, b\", \"x\"\n2, \"c, d\", \"y\"\n"
    let layout = Array(input.utf8).withUnsafeBytes { CSVLayout(of: $0, isWhole: true) }
    #expect(layout.dialect == CSVDialect(skipsInitialSpace: true))
  }

  /// Where a sample is cut makes no difference as long as a few records are whole.
  @Test func aCutSampleDoes() {
    let row = "17;\"text, with, commas\nand a line\";2024-01-02\n"
    let bytes = Array(("id;text;date\n" + String(repeating: row, count: 40)).utf8)
    for count in stride(from: 200, to: bytes.count, by: 7) {
      let layout = bytes[..<count].withUnsafeBytes { CSVLayout(of: $0, isWhole: false) }
      #expect(layout.dialect == CSVDialect(delimiter: UInt8(ascii: ";")))
      #expect(layout.width == 3)
    }
  }
}
