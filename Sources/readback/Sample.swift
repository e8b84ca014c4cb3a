import ArgumentParser
import Pipeline
import Reporting
import Rules
import Tickets

/// `readback sample`: findings of one rule for somebody to judge.
struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw findings of one rule into a sheet, to judge how often it is right on this desk.",
    discussion: """
      Fill the column “verdict” with right or wrong and read the sheet back with readback rules measure. The same \
      exports give the same sample.

      EXAMPLES
        readback sample jargon.acronym -n 30 incidents.csv > sheet.csv
        readback rules measure sheet.csv
      """)

  @Argument(help: ArgumentHelp("A rule's name.", valueName: "rule"))
  var rule: String
  @Option(name: [.customShort("n"), .customLong("count")], help: "How many findings.")
  var count = 30
  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var rules: RuleOptions
  @Option(help: ArgumentHelp("Where to write the sheet; - for standard output.", valueName: "file"))
  var output = "-"
  @Flag(help: "Show names, addresses and numbers as they are. The default hides them.")
  var unmasked = false

  func validate() throws {
    guard (1...10_000).contains(count) else { throw ValidationError("-n \(count): 1 to 10000 is expected") }
  }

  func run() throws {
    var options = AnalysisOptions(paths: input.files)
    options.importing = try input.importing()
    options.filter = try selection.filter()
    options.cut = try selection.cut()
    options.rules = try rules.ruleSet()
    options.isMasked = !unmasked
    guard let sample = try FindingSampler(options, rule: RuleID(rule), count: count).draw() else {
      throw ValidationError("no rule is called \(rule); readback rules lists them")
    }
    var writer = CSVWriter()
    writer.header(SampleSheet.Row.self)
    for row in sample.rows { writer.row(row) }
    var bytes: [UInt8] = []
    writer.take(into: &bytes)
    if output == "-" { Console.write(bytes) } else { try OutputFile.write(bytes, to: output) }
    Console.error("\(sample.rows.count) of \(sample.findings) findings of \(rule)")
  }
}
