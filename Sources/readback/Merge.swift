import ArgumentParser
import Outcomes
import Pipeline
import Reporting
import TicketImport

/// `readback merge`: the reducer.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the lines of “score --observations” together into the report that analyze gives.",
    discussion: """
      Lines may come from many machines, in any order, some of them twice. Options that say what counts as a reopen \
      must be those that were given to score.

      EXAMPLES
        readback merge parts/*.ndjson --json report.json
        cat parts/* | readback merge --html report.html
      """)

  @Argument(help: ArgumentHelp("Files of lines; - for standard input.", valueName: "file"))
  var files = ["-"]
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var rules: RuleOptions
  @Option(help: ArgumentHelp("Write the report as one self-contained page.", valueName: "file"))
  var html: String?
  @Option(help: ArgumentHelp("Write the report for programs; - for standard output.", valueName: "file"))
  var json: String?
  @Flag(help: "Deal reopens out by chance 200 times and count how often a gap is declared all the same.")
  var selfCheck = false
  @Option(
    help: ArgumentHelp(
      "Check the intervals of what stands out by drawing assignees anew so many times, 1000 say (bootstrap).",
      valueName: "times"))
  var bootstrap: Int?
  @Option(
    help: ArgumentHelp("Risk ratio below which a difference is too small to matter.", valueName: "ratio"))
  var smallestEffect = 1.25
  @Flag(name: .shortAndLong, help: "No report to the terminal.")
  var quiet = false

  func validate() throws {
    if let bootstrap, !(100...100_000).contains(bootstrap) {
      throw ValidationError("--bootstrap \(bootstrap): a number from 100 to 100000 is expected")
    }
    guard smallestEffect > 1, smallestEffect <= 10 else {
      throw ValidationError("--smallest-effect \(smallestEffect): a ratio above 1 is expected, such as 1.25")
    }
  }

  func run() throws {
    var options = AnalysisOptions(paths: [])
    options.rules = try rules.ruleSet()
    options.cut = try selection.cut()
    options.estimation.smallestEffect = smallestEffect
    options.selfCheckPermutations = selfCheck ? 200 : nil
    options.estimation.bootstrapSamples = bootstrap
    var merge = try MergeRun(options)
    let result: AnalysisRun.Result
    do {
      for file in files { try LineBuffer.forEachLine(of: file, { try merge.add($0) }) }
      result = try merge.result()
    } catch let error as MergeError {
      throw ExitStatus(code: ExitStatus.noTicket, message: error.description)
    }
    if let html { try OutputFile.write(HTMLReporter().bytes(result.report), to: html) }
    if json == "-" {
      Console.write(JSONReporter().bytes(result.report))
    } else {
      if let json { try OutputFile.write(JSONReporter().bytes(result.report), to: json) }
      if !quiet {
        let reporter = TerminalReporter(width: min(Console.width, 120), hasColour: Console.wantsColour)
        Console.write(reporter.bytes(result.report))
      }
    }
    guard result.report.ledger.count("tickets_read") > 0 else {
      throw ExitStatus(
        code: ExitStatus.noTicket, message: "no observation in \(files.joined(separator: ", "))")
    }
    if let fault = result.fault { throw ExitStatus(code: ExitStatus.rowsLost, message: fault.description) }
  }
}
