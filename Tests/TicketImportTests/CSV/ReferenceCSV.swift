import TicketImport

/// A CSV parser that is slow and plain, to compare the fast one with: one function a production, one byte a
/// step, the whole input at hand.
struct ReferenceCSV {
  struct Row: Equatable {
    var fields: [[UInt8]] = []
    var line = 1
    var offset = 0
    var length = 0
  }

  private let input: [UInt8]
  private let dialect: CSVDialect
  private var at = 0

  static func rows(_ input: [UInt8], _ dialect: CSVDialect) -> [Row] {
    var parser = ReferenceCSV(input: input, dialect: dialect)
    return parser.rows()
  }

  private init(input: [UInt8], dialect: CSVDialect) {
    self.input = input
    self.dialect = dialect
  }

  private func peek(_ ahead: Int = 0) -> Character? {
    at + ahead < input.count ? Character(Unicode.Scalar(input[at + ahead])) : nil
  }

  private var delimiter: Character { Character(Unicode.Scalar(dialect.delimiter)) }

  /// Whether a field can't go on here: Swift's "\r\n" never occurs, since characters are made of single bytes.
  private func endsField(_ ahead: Int = 0) -> Bool {
    guard let next = peek(ahead) else { return true }
    return next == delimiter || next == "\n" || next == "\r"
  }

  private mutating func rows() -> [Row] {
    var rows: [Row] = []
    while at < input.count {
      if lineEnd() { continue }
      let start = at
      var row = Row(fields: [], line: lines(before: start) + 1, offset: start)
      row.fields.append(field())
      while peek() == delimiter {
        at += 1
        row.fields.append(field())
      }
      _ = lineEnd()
      row.length = at - start
      rows.append(row)
    }
    return rows
  }

  private mutating func lineEnd() -> Bool {
    if peek() == "\r" && peek(1) == "\n" {
      at += 2
      return true
    }
    if peek() == "\r" || peek() == "\n" {
      at += 1
      return true
    }
    return false
  }

  private func lines(before end: Int) -> Int {
    (0..<end).count { input[$0] == 10 || (input[$0] == 13 && !($0 + 1 < input.count && input[$0 + 1] == 10)) }
  }

  private mutating func field() -> [UInt8] {
    if dialect.skipsInitialSpace { while peek() == " " { at += 1 } }
    var text: [UInt8] = []
    if peek() == "\"" {
      at += 1
      quotedPart(&text)
    }
    while !endsField() { take(&text) }
    return text
  }

  private mutating func take(_ text: inout [UInt8]) {
    text.append(input[at])
    at += 1
  }

  /// Up to after the closing quote, or the end of the input.
  private mutating func quotedPart(_ text: inout [UInt8]) {
    while let next = peek() {
      switch (next, dialect.quoteEscape) {
      case ("\"", .none):
        if endsField(1) {
          at += 1
          return
        }
        take(&text)
      case ("\"", _):
        at += 1
        if peek() != "\"" { return }
        take(&text)
      case ("\\", .php):
        while peek() == "\\" { take(&text) }
        if peek() == "\"" { take(&text) }
      case ("\\", .backslash):
        if peek(1) == "\\" || peek(1) == "\"" { at += 1 }
        take(&text)
      default:
        take(&text)
      }
    }
  }
}
