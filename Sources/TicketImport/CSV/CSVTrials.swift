/// Reads a sample in one dialect after the other, to see which fits.
struct CSVTrials {
  /// The bytes, valid while the trials are held.
  let sample: UnsafeRawBufferPointer
  /// Whether they end where the file ends.
  let isWhole: Bool

  /// How a sample reads in a dialect.
  struct Trial {
    var dialect: CSVDialect
    /// The first records that have any text.
    var rows: [Record] = []
    /// The number of fields that most records have.
    var width = 0
    /// Share of records that have that number and no stray quote.
    var agreement = 0.0
    /// Whether the first records that are not titles have that number too.
    var startsWell = false
    /// Share of records with a field whose quote comes after spaces.
    var spacedQuotes = 0.0

    /// How good the dialect is: agreement, weighed by how much there is to agree on. A comma in every price
    /// agrees as well as a true delimiter, but the header has none.
    var score: Double {
      width < 2 ? 0 : agreement * (1 - 1 / Double(width)) * (startsWell ? 1 : 0.5)
    }
  }

  /// Records looked at.
  private static let most = 300

  /// The dialect that fits best among those with one of the delimiters; commas if there is but one column.
  func best(delimiters: [UInt8]) -> Trial {
    var best: Trial?
    func tryOut(_ dialect: CSVDialect) {
      let next = trial(dialect)
      if next.score > (best?.score ?? 0) { best = next }
    }
    for delimiter in delimiters { tryOut(CSVDialect(delimiter: delimiter)) }
    if best?.agreement != 1 || best?.startsWell == false {
      for delimiter in best.map({ [$0.dialect.delimiter] }) ?? delimiters {
        for escape in signsOfEscapes(delimiter: delimiter) {
          tryOut(CSVDialect(delimiter: delimiter, quoteEscape: escape))
        }
      }
    }
    guard let found = best else { return trial(CSVDialect()) }
    guard found.spacedQuotes > 0.5 else { return found }
    var spaced = found.dialect
    spaced.skipsInitialSpace = true
    let next = trial(spaced)
    return next.score >= found.score ? next : found
  }

  /// The sample as it reads in `dialect`.
  func trial(_ dialect: CSVDialect) -> Trial {
    var trial = Trial(dialect: dialect)
    var parser = CSVParser(dialect)
    var record = Record()
    var counts: [Int: Int] = [:]
    var clean: [Int: Int] = [:]
    var records = 0
    var spaced = 0
    var position = 0
    while records < Self.most {
      let rest = UnsafeRawBufferPointer(rebasing: sample[position...])
      let (stop, count) = parser.read(rest, isLast: isWhole, into: &record)
      position += count
      guard stop == .record else { break }
      if record.bytes.isEmpty { continue }
      records += 1
      counts[record.count, default: 0] += 1
      if parser.notes.isEmpty { clean[record.count, default: 0] += 1 }
      if hasSpacedQuote(record) { spaced += 1 }
      if trial.rows.count < 100 { trial.rows.append(record) }
    }
    guard records > 0 else { return trial }
    trial.width = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    trial.agreement = Double(clean[trial.width, default: 0]) / Double(records)
    trial.spacedQuotes = Double(spaced) / Double(records)
    let titles = CSVHeader.titles(in: trial.rows, width: trial.width)
    trial.startsWell = trial.rows.dropFirst(titles).first?.count == trial.width
    return trial
  }

  /// Other ways to write quotes that the sample has a sign of.
  private func signsOfEscapes(delimiter: UInt8) -> [CSVDialect.QuoteEscape] {
    let (backslashed, doubled) = quotesInText(delimiter: delimiter)
    return backslashed ? [doubled ? .php : .backslash, .none] : [.none]
  }

  /// Whether the sample has quotes after a backslash, and doubled ones that can't be an empty field.
  private func quotesInText(delimiter: UInt8) -> (backslashed: Bool, doubled: Bool) {
    let quote = UInt8(ascii: "\"")
    func isEdge(_ i: Int) -> Bool {
      guard sample.indices.contains(i) else { return true }
      return sample[i] == delimiter || sample[i] == UInt8(ascii: "\n") || sample[i] == UInt8(ascii: "\r")
    }
    var found = (backslashed: false, doubled: false)
    for i in sample.indices.dropFirst() where sample[i] == quote {
      if sample[i - 1] == UInt8(ascii: "\\") { found.backslashed = true }
      if sample[i - 1] == quote && !isEdge(i - 2) && !isEdge(i + 1) { found.doubled = true }
    }
    return found
  }

  private func hasSpacedQuote(_ record: Record) -> Bool {
    (0..<record.count).contains { field in
      let text = record[field]
      return text.first == UInt8(ascii: " ")
        && text.drop { $0 == UInt8(ascii: " ") }.first == UInt8(ascii: "\"")
    }
  }
}
