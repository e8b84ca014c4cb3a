extension CSVReader {
  /// What is looked at before the memory behind it is given back.
  private static let releasedBytes = 8 << 20
  /// Times that reading starts again after a quote that is never closed. Each may look at all of the file.
  private static let maximumRecoveries = 32

  /// Reads one record on; `false` at the end.
  static func next(_ parser: inout CSVParser, in source: InputFile, into record: inout Record) -> Bool {
    let rest = UnsafeRawBufferPointer(rebasing: source.bytes[Int(parser.offset)...])
    return parser.read(rest, isLast: true, into: &record).stop == .record
  }

  /// Gives back the memory behind what was read, a window at a time.
  mutating func release() {
    let position = Int(parser.offset)
    guard position - released >= Self.releasedBytes else { return }
    source.release(released..<position)
    released = position
  }

  /// Reads a record where a parser stands, a few kilobytes at a time; `false` at the end.
  mutating func lookUp(_ parser: inout CSVParser, into record: inout Record) -> Bool {
    while true {
      let at = Int(parser.offset)
      // The next row is often in what was copied for the last one.
      if at < windowStart || at >= windowStart + windowCount { fillWindow(at: at) }
      let rest = at - windowStart..<windowCount
      if rest.isEmpty { return false }
      let isLast = windowStart + windowCount >= source.count
      let result = window.withUnsafeBytes {
        parser.read(UnsafeRawBufferPointer(rebasing: $0[rest]), isLast: isLast, into: &record)
      }
      if result.stop == .record { return true }
      if isLast { return false }
    }
  }

  private mutating func fillWindow(at offset: Int) {
    if window.isEmpty { window = Array(repeating: 0, count: Self.lookUpBytes) }
    let source = source
    windowStart = offset
    windowCount = window.withUnsafeMutableBytes { source.copy(at: offset, into: $0) }
  }

  /// Enough for most rows; longer ones take several reads.
  private static let lookUpBytes = 8192

  /// Notes what the parser found odd, and decides whether the row is left out.
  mutating func isLost(_ record: Record) throws(ImportError) -> Bool {
    let notes = parser.notes
    if notes.unclosedQuoteLine > 0 {
      try recover(record, notes)
      return true
    }
    if let field = notes.overlongField {
      note(.overlong(field: field + 1), record, isLost: true)
      return true
    }
    counts.strayQuotes += 1
    note(.strayQuotes(notes.strayQuotes), record, isLost: false)
    return false
  }

  /// Adds the empty fields at the end that a sheet's rows don't have.
  func completeSheetRow(_ record: inout Record) {
    guard source.linesAreRecords, record.count < width else { return }
    record.ends.append(contentsOf: repeatElement(record.ends.last ?? 0, count: width - record.count))
  }

  /// Notes a number of fields that is not the header's. Empty fields too many say nothing.
  mutating func checkCount(_ record: Record) {
    if record.count == width { return }
    if record.count > width, width > 0, record.bytes.count == Int(record.ends[width - 1]) { return }
    counts.ragged += 1
    note(.fieldCount(record.count, expected: width), record, isLost: false)
  }

  private mutating func note(_ kind: RowProblem.Kind, _ record: Record, isLost: Bool) {
    if isLost { counts.lost += 1 }
    guard problems.count < Self.maximumProblems else { return }
    problems.append(
      RowProblem(
        kind: kind, isLost: isLost, line: record.line, offset: record.offset, length: record.length))
  }

  /// Goes on in the line after a quote that is never closed, if what is there looks like rows. If not, the file
  /// was cut short inside a text.
  private mutating func recover(_ record: Record, _ notes: CSVParser.Notes) throws(ImportError) {
    var lost = record
    lost.line = notes.unclosedQuoteLine
    let bytes = source.bytes
    var next = Int(notes.unclosedQuoteOffset)
    while next < bytes.count, bytes[next] != UInt8(ascii: "\n"), bytes[next] != UInt8(ascii: "\r") {
      next += 1
    }
    var resumed = CSVParser(
      layout.dialect, limits: limits, offset: Int64(next), line: notes.unclosedQuoteLine,
      linesAreRecords: source.linesAreRecords)
    recoveries += 1
    if recoveries <= Self.maximumRecoveries, looksLikeRows(resumed) {
      lost.length = Int64(next) - lost.offset
      note(.unclosedQuote, lost, isLost: true)
      swap(&parser, &resumed)
      released = min(released, next)
      return
    }
    note(.unclosedQuote, lost, isLost: true)
    throw ImportError(
      .cutShort, file: source.name, line: notes.unclosedQuoteLine,
      "a quoted field opened here is never closed; the file seems to break off inside a text")
  }

  /// Whether most of the next few records have as many fields as they should.
  private func looksLikeRows(_ parser: CSVParser) -> Bool {
    var parser = parser
    var record = Record()
    var records = 0
    var right = 0
    while records < 5, Self.next(&parser, in: source, into: &record) {
      records += 1
      if record.count == width && width > 1 && parser.notes.unclosedQuoteLine == 0 { right += 1 }
    }
    return right * 2 > records
  }
}
