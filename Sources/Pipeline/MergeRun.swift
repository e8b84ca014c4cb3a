import Rules
import TicketImport
import Tickets

/// `readback merge`: the lines of `score --observations`, of one machine or many, in any order, become the report that
/// `analyze` gives.
///
/// Lines are kept as they are until all are there, then read in the order of the export. A line that came twice, as
/// when a part was done again, counts once.
public struct MergeRun {
  private let options: AnalysisOptions
  private let rules: RuleSet
  private var bytes: [UInt8] = []
  private var lines: [(number: Int, range: Range<Int>)] = []
  private var imported: ImportLine?
  private var lineNumber = 0

  /// Prepares a run.
  ///
  /// - Parameter options: the cut and what to estimate; rules must be those that the lines were made with.
  /// - Throws: `PackImage.Fault` if the binary is broken.
  public init(_ options: AnalysisOptions) throws {
    self.options = options
    rules = try options.rules ?? RuleSet.builtIn()
  }

  /// Takes a line (without its end). Blank lines give nothing.
  ///
  /// - Throws: `MergeError` if it is no line of `score --observations`, or of other rules.
  /// - Complexity: O(bytes).
  public mutating func add(_ line: UnsafeRawBufferPointer) throws(MergeError) {
    lineNumber += 1
    switch LineKind(line) {
    case .importLine:
      let array = LineKind.array(line, after: ImportLine.key)
      imported = try read { () throws(JSONError) in try ImportLine(array, line: lineNumber) }
    case .observation:
      let array = LineKind.array(line, after: TallyLine.key)
      let head = try read { () throws(JSONError) in
        var head = try ScalarReader(array, line: lineNumber)
        _ = try head.number()
        return (rules: try head.text(), number: try head.number())
      }
      guard head.rules == rules.hash else {
        throw MergeError("line \(lineNumber) was made with other rules than those of this run")
      }
      lines.append((head.number, bytes.count..<bytes.count + array.count))
      bytes += array
    case .other:
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
      throw MergeError("line \(lineNumber) is not of readback score --observations")
    }
  }

  /// The report of all lines.
  ///
  /// - Throws: `MergeError` if a ticket came twice with different observations, or a line can't be read.
  /// - Complexity: O(tickets log tickets).
  public mutating func result() throws(MergeError) -> AnalysisRun.Result {
    lines.sort { ($0.number, $0.range.lowerBound) < ($1.number, $1.range.lowerBound) }
    let summaries = rules.summaries
    var whole = RunTally(rules: summaries.count)
    var before: TallyLine?
    for (place, line) in lines.enumerated() {
      let read = bytes.withUnsafeBytes { bytes in
        Result { () throws(JSONError) in
          try TallyLine(
            UnsafeRawBufferPointer(rebasing: bytes[line.range]), line: place + 1, ruleCount: summaries.count)
        }
      }
      let one = try self.read { () throws(JSONError) in try read.get() }
      if let before, before.number == one.number {
        guard one.isSameTicket(as: before) else {
          throw MergeError("ticket number \(one.number) came twice, and not alike")
        }
        // Which examples a line has depends on the lines before it in its part.
        whole.keepExamples(of: one.tally)
        continue
      }
      before = one
      whole.append(one.tally)
    }
    var ledger = ImportLedger()
    (ledger.rowsRead, ledger.tickets) = (whole.ticketsRead, whole.ticketsRead)
    return AnalysisRun(options).result(
      imported?.survey ?? ImportSurvey(), imported?.ledger ?? ledger, whole, rules)
  }

  private func read<Value>(_ body: () throws(JSONError) -> Value) throws(MergeError) -> Value {
    do { return try body() } catch { throw MergeError("line \(error.line): \(error.message)") }
  }
}

/// Why lines can't be merged.
public struct MergeError: Error, Sendable, CustomStringConvertible {
  /// What was found: lower case, no full stop.
  public let description: String

  init(_ message: String) { description = message }
}
