import ArgumentParser
import Outcomes
import Pipeline
import Reporting
import Tickets

/// `readback trend`: gaps over time, from a history.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend", abstract: "Show the reopen rate and every behaviour over time, from a history.",
    discussion: """
      A history is what readback run keeps, or analyze --db.

      EXAMPLES
        readback trend --db history.sqlite
        readback trend --db history.sqlite --group Network --rule jargon.acronym --json -
      """)

  @Option(help: ArgumentHelp("The history.", valueName: "file"))
  var db: String
  @Option(help: ArgumentHelp("Only tickets of this system.", valueName: "name"))
  var source: String?
  @Option(help: ArgumentHelp("Only this group's tickets.", valueName: "name"))
  var group: String?
  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp("Only this behaviour; repeatable.", valueName: "family.name"))
  var rules: [String] = []
  @Option(help: ArgumentHelp("Only tickets resolved on this day or later.", valueName: "2026-01-31"))
  var since: String?
  @Option(
    help: ArgumentHelp(
      "Days after the first resolution in which a reopen counts, or none.", valueName: "days|none"))
  var window = "14"
  @Option(help: ArgumentHelp("Write the figures for programs; - for standard output.", valueName: "file"))
  var json: String?

  func run() throws {
    let policy = CutPolicy(windowDays: try SelectionOptions.days(window))
    let report = try TrendRun(KeyFile.existing(db), policy: policy).run(
      TrendRun.Question(
        source: source, group: group, since: try SelectionOptions.day(since, "--since"),
        rules: rules.map { RuleID($0) }))
    let object = TrendJSON().bytes(report)
    if json == "-" {
      Console.write(object)
    } else {
      if let json { try OutputFile.write(object, to: try OutputPath.check(json)) }
      Console.write(TrendText(width: min(Console.width, 120), hasColour: Console.wantsColour).bytes(report))
    }
  }
}
