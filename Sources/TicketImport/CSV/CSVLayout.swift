/// What the first part of a CSV file says about all of it: the dialect, and where the header is.
///
/// Each combination of delimiter and quoting is tried on whole records, and the one under which most records
/// agree on their number of fields wins. Looking at records rather than lines keeps commas, quotes and line ends
/// in texts from misleading the count.
public struct CSVLayout: Sendable, Equatable {
  /// How fields are set apart.
  public var dialect = CSVDialect()
  /// Number of records before the header, or before the first row if there is none: titles, and the `sep=;`
  /// that Excel writes. Records without any text are not counted.
  public var leadingRecords = 0
  /// Whether the record after those names the columns.
  public var hasHeader = true
  /// The number of fields that most records have.
  public var width = 0

  /// The layout of a plain file with a header.
  public init() {}

  /// The layout that fits a file's beginning best.
  ///
  /// - Parameters:
  ///   - sample: bytes of an encoding built on ASCII, from the first that is text. A megabyte is plenty.
  ///   - isWhole: whether that is all there is; else a last record that is cut off is left out.
  ///   - dialect: the dialect, if it is known.
  /// - Complexity: O(bytes) for each of the combinations tried, of which there are four to eight.
  public init(of sample: UnsafeRawBufferPointer, isWhole: Bool, dialect: CSVDialect? = nil) {
    let stated = Self.statedDelimiter(sample)
    let body = UnsafeRawBufferPointer(rebasing: sample.dropFirst(stated?.length ?? 0))
    let trials = CSVTrials(sample: body, isWhole: isWhole)
    let best =
      dialect.map { trials.trial($0) }
      ?? trials.best(delimiters: (stated?.delimiter).map { [$0] } ?? Self.delimiters)
    self.dialect = best.dialect
    width = best.width
    let titles = CSVHeader.titles(in: best.rows, width: width)
    leadingRecords = titles + (stated == nil ? 0 : 1)
    hasHeader = CSVHeader.isHeader(best.rows.dropFirst(titles))
  }

  /// In order of preference where two fit alike: the comma is last, since texts are full of commas.
  private static let delimiters = [
    UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ","),
  ]

  /// The delimiter in a first line `sep=;`, and how long that line is.
  private static func statedDelimiter(_ sample: UnsafeRawBufferPointer) -> (delimiter: UInt8, length: Int)? {
    let head = Array(sample.prefix(9))
    let quoted = head.first == UInt8(ascii: "\"")
    let line = head.dropFirst(quoted ? 1 : 0)
    guard line.starts(with: "sep=".utf8) || line.starts(with: "SEP=".utf8) else { return nil }
    var length = (quoted ? 1 : 0) + 5
    guard head.count > length, head[length - 1] < 0x80 else { return nil }
    let delimiter = head[length - 1]
    if quoted && head[length] == UInt8(ascii: "\"") { length += 1 }
    guard length < head.count, head[length] == UInt8(ascii: "\n") || head[length] == UInt8(ascii: "\r") else {
      return nil
    }
    return (delimiter, length)
  }
}
