import ArgumentParser
import Pipeline

/// `readback score`: the line filter.
struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score threads given as JSON lines: one object in, one out, in the same order.",
    discussion: """
      Reads standard input, or a file, and writes to standard output. Only “id” and one text are required:

        {"id":"INC12","messages":[{"role":"requester","text":"…"},{"role":"staff","text":"…"}]}

      A line that can't be read gives {"id":null,"error":{…}}, the filter goes on, and the exit code is 3.

      EXAMPLES
        readback score < threads.ndjson > scores.ndjson
        parallel --pipe --block 10M readback score < threads.ndjson
        readback convert incidents.csv | readback score --observations | readback merge --html report.html
      """)

  @OptionGroup var rules: RuleOptions
  @Argument(help: ArgumentHelp("The lines; - for standard input.", valueName: "file"))
  var file = "-"
  @Flag(help: "Quote findings as they are. The default hides names, addresses and numbers.")
  var unmasked = false

  @Flag(
    help: """
      Take lines of “readback convert” and write what each ticket adds to a report, for “readback merge”.
      """)
  var observations = false
  @OptionGroup var selection: SelectionOptions
  @Option(help: ArgumentHelp("Link to a ticket, with {id} for its number.", valueName: "https://…/{id}"))
  var ticketUrl: String?

  func run() throws {
    // What was read is answered before more is waited for: nothing is held back.
    var output: [UInt8] = []
    func flush() {
      Console.write(output)
      output.removeAll(keepingCapacity: true)
    }
    var failures = 0
    if observations {
      var options = AnalysisOptions(paths: [])
      options.rules = try rules.ruleSet()
      options.cut = try selection.cut()
      options.filter = try selection.filter()
      options.ticketURL = ticketUrl
      options.isMasked = !unmasked
      var scorer = try ObservationScorer(options)
      try LineBuffer.forEachLine(of: file, { scorer.score($0, into: &output) }, onPause: flush)
      failures = scorer.failures
    } else {
      var scorer = try LineScorer(rules.ruleSet(), isMasked: !unmasked)
      try LineBuffer.forEachLine(of: file, { scorer.score($0, into: &output) }, onPause: flush)
      failures = scorer.failures
    }
    if failures > 0 {
      throw ExitStatus(
        code: ExitStatus.rowsLost,
        message: failures == 1 ? "1 line could not be read" : "\(failures) lines could not be read")
    }
  }
}
