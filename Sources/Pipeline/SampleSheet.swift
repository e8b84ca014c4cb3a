public import Reporting
import Statistics
import TicketImport

/// A sheet of findings with a column for somebody's verdict, and what it says when it is filled in.
public struct SampleSheet {
  /// One finding to judge.
  public struct Row: TidyRow, Sendable {
    /// `right`, `wrong`, or empty while nobody has judged it.
    public var verdict = ""
    /// The rule.
    public var rule: String
    /// The ticket's file, as the user named it.
    public var file: String
    /// Line of the ticket's first record; 0 if not known.
    public var row: Int
    /// The ticket's number.
    public var ticket: String
    /// The message's number in it.
    public var message: String
    /// Bytes of the message's text.
    public var span: Range<Int>
    /// What stands before it, what was found, and what stands after it.
    public var context: (before: String, quote: String, after: String)
    /// What the rule says of it.
    public var explanation: String
    /// What it proposes.
    public var suggestion: String

    /// `sample`
    public static let table = "sample"
    /// The verdict first, because that is what the sheet is for.
    public static let columns = [
      "verdict", "rule", "before", "quote", "after", "explanation", "suggestion", "file", "row", "ticket",
      "message", "start", "end",
    ]

    /// Writes the finding's cells.
    public func write(to writer: inout CSVWriter) {
      writer.text(verdict)
      writer.text(rule)
      writer.text(context.before)
      writer.text(context.quote)
      writer.text(context.after)
      writer.text(explanation)
      writer.text(suggestion)
      writer.text(file)
      writer.number(row)
      writer.text(ticket)
      writer.text(message)
      writer.number(span.lowerBound)
      writer.number(span.upperBound)
    }
  }

  /// What a filled-in sheet says of one rule.
  public struct Precision: Equatable, Sendable {
    /// The rule.
    public var rule: String
    /// Findings that were judged right.
    public var right = 0
    /// Findings that were judged.
    public var judged = 0
    /// Findings of the sheet that nobody judged, or that somebody was unsure of.
    public var open = 0

    /// The share of right ones with Wilson's 95 % interval; `nil` while nothing was judged.
    public var share: (value: Double, lower: Double, upper: Double)? {
      Proportion(events: right, total: judged).wilson().map { ($0.value, $0.lower, $0.upper) }
    }
  }

  /// Words for a verdict, in lower case; anything else leaves the finding open.
  private static let right: Set<String> = ["right", "r", "yes", "y", "true", "1", "ok", "x"]
  private static let wrong: Set<String> = ["wrong", "w", "no", "n", "false", "0"]

  /// Reads a filled-in sheet.
  ///
  /// - Returns: one line a rule, in the order in which they first stand in the sheet.
  /// - Throws: `ImportError` if the file can't be read or has no columns `rule` and `verdict`.
  /// - Complexity: O(bytes of the file).
  public static func precision(of path: String) throws -> [Precision] {
    let file = try InputFile.open(path, temporaryFolder: ImportOptions().temporaryFolder)
    var reader = try CSVReader(file)
    guard let rule = reader.header.firstIndex(of: "rule"),
      let verdict = reader.header.firstIndex(of: "verdict")
    else {
      throw ImportError(
        .unusable, file: path,
        "a sheet has the columns “rule” and “verdict”; readback sample writes one")
    }
    var result: [Precision] = []
    var record = Record()
    while try reader.read(into: &record) {
      let name = String(decoding: record[rule], as: UTF8.self)
      let word = String(decoding: record[verdict], as: UTF8.self).lowercased().filter { !$0.isWhitespace }
      if !result.contains(where: { $0.rule == name }) { result.append(Precision(rule: name)) }
      guard let place = result.firstIndex(where: { $0.rule == name }) else { continue }
      if right.contains(word) {
        result[place].right += 1
        result[place].judged += 1
      } else if wrong.contains(word) {
        result[place].judged += 1
      } else {
        result[place].open += 1
      }
    }
    return result
  }
}
