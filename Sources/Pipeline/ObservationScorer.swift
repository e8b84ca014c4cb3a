import Outcomes
import Reporting
import Rules
import TicketImport
import Tickets

/// `readback score --observations`: a converted ticket a line in, what it adds to a run a line out.
///
/// One worker's own. Lines that are no tickets (what the import says of itself) pass through.
public struct ObservationScorer: ~Copyable {
  private let rules: RuleSet
  private let options: AnalysisOptions
  private var assembly: TicketJudging
  private var thread: Thread
  private var judge: Judge
  private var reader = TicketLineReader()
  private var batch = TicketBatch()
  private var sink = NoSink()
  /// The first examples of all lines so far, so that a line says only what may be wanted of it.
  private var chooser: ExampleChooser
  private var goodReplies: ExampleChooser
  /// Lines that could not be read.
  public private(set) var failures = 0
  private var lineNumber = 0

  /// A scorer.
  ///
  /// - Parameter options: rules, cut, filter, masking; the paths are not looked at.
  /// - Throws: `PackImage.Fault` or `ICUError` if the binary or the machine is broken.
  public init(_ options: AnalysisOptions) throws {
    let rules = try options.rules ?? RuleSet.builtIn()
    // What can fail comes first: a value that can't be copied must be set on every way or on none.
    let opened = try Thread(rules.packs)
    thread = opened
    judge = Judge(rules, measuresSimilarity: false)
    self.rules = rules
    self.options = options
    let empty = RunTally(rules: rules.summaries.count)
    chooser = empty.chooser
    goodReplies = empty.goodReplies
    assembly = TicketJudging(
      options: options, summaries: rules.summaries,
      words: FindingText(
        masking: Masking(isOn: options.isMasked), abouts: rules.summaries, ticketURL: options.ticketURL),
      wantsRows: false, wantsFindings: false)
  }

  /// Scores a line (without its end) and appends the answer, a line end included. Blank lines give nothing.
  ///
  /// - Complexity: O(bytes).
  public mutating func score(_ line: UnsafeRawBufferPointer, into output: inout [UInt8]) {
    lineNumber += 1
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
    if LineKind(line) == .importLine {
      output += line
      output.append(UInt8(ascii: "\n"))
      return
    }
    do throws(JSONError) {
      let head = try reader.read(line, line: lineNumber, into: &batch)
      guard let number = head.number else {
        throw JSONError(line: lineNumber, column: 1, "no line of readback convert: it has no “readback”")
      }
      var tally = RunTally(
        rules: rules.summaries.count,
        suppressor: options.today.map { Suppressor(options.suppressions, rules: rules, today: $0) })
      tally.chooser = chooser
      tally.goodReplies = goodReplies
      thread.begin(&batch)
      assembly.judge(ticket: 0, &thread, &judge, &tally, &sink)
      for (row, sighting) in tally.patterns.takeSightings().enumerated() {
        let wanted = tally.patterns.note(
          sighting, group: tally.table.group(of: row), assembly.words.masking)
        tally.patterns.keepTexts(wanted, of: sighting, in: thread, assembly.words)
      }
      thread.end(&batch)
      swap(&chooser, &tally.chooser)
      swap(&goodReplies, &tally.goodReplies)
      tally.chooser = chooser.added(since: tally.chooser)
      tally.goodReplies = goodReplies.added(since: tally.goodReplies)
      TallyLine(rules: rules.hash, number: number, tally: tally).append(to: &output)
    } catch {
      failures += 1
      ScoreWriter().append(error: error.message, line: error.line, column: error.column, to: &output)
    }
  }
}

/// What a line of a distributed run is, told from its beginning.
enum LineKind {
  case importLine, observation, other

  init(_ line: UnsafeRawBufferPointer) {
    func begins(with key: StaticString) -> Bool {
      line.starts(with: "{\"\(key)\":".utf8)
    }
    self = begins(with: ImportLine.key) ? .importLine : begins(with: TallyLine.key) ? .observation : .other
  }

  /// The array after the key.
  static func array(_ line: UnsafeRawBufferPointer, after key: StaticString) -> UnsafeRawBufferPointer {
    let start = min(line.count, key.utf8CodeUnitCount + 4)
    let end = max(start, line.lastIndex(of: UInt8(ascii: "}")) ?? line.count)
    return UnsafeRawBufferPointer(rebasing: line[start..<end])
  }
}
