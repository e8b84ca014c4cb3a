import ArgumentParser
import Glibc
import Pipeline
import Reporting
import TicketImport
import Tickets

/// `readback run`: the nightly job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "The nightly job: read what is new, remember it, report over the last weeks.",
    discussion: """
      Reads new and changed files only, judges new and changed tickets only, shows what was found in them first, and \
      ties gaps to reopens over the tickets of the last 26 weeks that the history remembers. Each run makes a folder \
      of reports, and “latest” points to the newest.

      A second run while one is at it ends at once with exit code 75. Ended at any moment, a run leaves reports and \
      history as they were, and the next one does its work.

      EXAMPLES
        readback init exports/incidents.csv > readback.yml
        readback run
        readback run --config /etc/readback/readback.yml --keep 400d
      """)

  @Option(help: ArgumentHelp("The configuration.", valueName: "file"))
  var config = "readback.yml"
  @Option(
    help: ArgumentHelp("Forget tickets first resolved longer ago, or keep all: forever.", valueName: "400d"))
  var keep: String?
  @Option(help: ArgumentHelp("group: one more page a team, beside the whole.", valueName: "none|group"))
  var splitBy: SplitColumn?
  @Flag(name: .shortAndLong, help: "No report to the terminal.")
  var quiet = false
  @Flag(help: "No progress on standard error.")
  var noProgress = false

  func run() throws {
    let configuration = try ConfigurationFile.read(config)
    var options = try NightlyOptions(
      configuration, temporaryFolder: Console.temporaryFolder, today: SuppressionOptions.today)
    if options.inputs.isEmpty {
      throw ExitStatus(
        code: ExitStatus.usage, message: "\(config): inputs.files says nothing: which exports are to be read?"
      )
    }
    if let keep {
      guard let seconds = NightlyOptions.kept(keep) else {
        throw ValidationError("--keep \(keep): a length of time such as 400d, or forever, is expected")
      }
      options.keptSeconds = seconds
    }
    if let splitBy { options.isSplitByGroup = splitBy == .group }

    let clock = Timestamp(seconds: Int64(time(nil)))
    var bar = ProgressBar(isOn: Console.showsProgress && !noProgress && !quiet)
    let result = try NightlyRun(options, now: clock).run { bar.show($0, of: $1) }
    bar.end()
    for pattern in result.unmatched { Console.note("readback: \(pattern): matches no file") }
    for file in result.beingWritten {
      Console.note("readback: \(file): is being written, or was a moment ago; left for the next run")
    }
    for error in result.refused { Console.error(error.description) }
    if !quiet {
      if let report = result.report {
        Console.write(
          TerminalReporter(width: min(Console.width, 120), hasColour: Console.wantsColour).bytes(report))
      } else {
        Console.print("Nothing new.")
      }
    }
    try judge(result, options)
  }

  /// The exit code: first what was lost, then gates.
  private func judge(_ result: NightlyRun.Result, _ options: NightlyOptions) throws {
    for crossed in result.crossed { Console.note("readback: gate: \(crossed)") }
    if let refused = result.refused.first {
      throw ExitStatus(code: ExitStatus.code(of: refused))
    }
    if let fault = result.fault { throw ExitStatus(code: ExitStatus.rowsLost, message: fault.description) }
    if result.rejectedShare > options.mostRejects {
      throw ExitStatus(
        code: ExitStatus.rowsLost,
        message: "rows could not be used; see rejects.csv in \(result.folder ?? options.folder)")
    }
    if !result.crossed.isEmpty { throw ExitStatus(code: ExitStatus.gate) }
  }
}

/// What reports can be split by.
enum SplitColumn: String, CaseIterable, ExpressibleByArgument { case none, group }
