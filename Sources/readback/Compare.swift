import ArgumentParser
import Pipeline
import Reporting
import Tickets

/// `readback compare`: before and after a date.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Tell what changed with a date, such as a training.",
    discussion: """
      Follows the reopen rate and every behaviour week by week and looks for a step at the date, in all tickets or in \
      one group beside another that was not trained. Needs twelve weeks on each side.

      EXAMPLES
        readback compare incidents.csv --date 2026-03-02
        readback compare incidents.csv --date 2026-03-02 --group Network --control "Service Desk" --json -
        readback compare --db history.sqlite --date 2026-03-02
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var rules: RuleOptions

  @Option(help: ArgumentHelp("The day of the training.", valueName: "2026-03-02"))
  var date: String
  @Option(help: ArgumentHelp("Only this group's tickets.", valueName: "name"))
  var group: String?
  @Option(help: ArgumentHelp("A group that was not trained, to compare with.", valueName: "name"))
  var control: String?
  @Option(help: ArgumentHelp("Compare what a history remembers, instead of files.", valueName: "file"))
  var db: String?
  @Option(help: ArgumentHelp("Only tickets of this system, of a history.", valueName: "name"))
  var source: String?
  @Option(help: ArgumentHelp("Write the figures for programs; - for standard output.", valueName: "file"))
  var json: String?

  func validate() throws {
    if control != nil && group == nil {
      throw ValidationError("--control needs --group: which group was trained?")
    }
    if db != nil && !input.files.isEmpty {
      throw ValidationError("--db or files, not both: \(input.files.joined(separator: " "))")
    }
    if source != nil && db == nil { throw ValidationError("--source goes with --db") }
    if let control, control == group { throw ValidationError("--control \(control) is the group itself") }
  }

  func run() throws {
    guard let day = Timestamp(day: date) else {
      throw ValidationError("--date \(date): a date such as 2026-01-31 is expected")
    }
    var options = AnalysisOptions(paths: input.files)
    options.cut = try selection.cut()
    let question = ComparisonRun.Question(date: day, group: group, control: control)
    let comparison: Comparison
    if let db {
      comparison = try ComparisonRun(options, question).run(over: KeyFile.existing(db), source: source)
    } else {
      options.importing = try input.importing()
      options.rules = try rules.ruleSet()
      options.filter = try selection.filter()
      comparison = try ComparisonRun(options, question).run()
    }
    let object = ComparisonJSON().bytes(comparison)
    if json == "-" {
      Console.write(object)
    } else {
      if let json { try OutputFile.write(object, to: try OutputPath.check(json)) }
      Console.write(
        ComparisonText(width: min(Console.width, 120), hasColour: Console.wantsColour).bytes(comparison))
    }
  }
}
