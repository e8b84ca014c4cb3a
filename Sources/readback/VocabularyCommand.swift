import ArgumentParser
import Pipeline
import Reporting

/// `readback vocabulary`: jargon of this desk's own.
struct VocabularyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vocabulary", abstract: "List the words that staff use and requesters don't.",
    discussion: """
      Compares how often public replies and requesters' messages use each word that not everybody knows. The list \
      is for a person to go through: --write makes a vocabulary file with each word commented out under “local”, and \
      with --vocabulary FILE the rule jargon.local finds those from which the mark was taken away.

      EXAMPLES
        readback vocabulary incidents.csv
        readback vocabulary incidents.csv --write vocabulary.yml
        readback analyze incidents.csv --vocabulary vocabulary.yml
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions
  @Option(help: ArgumentHelp("The most words to list.", valueName: "count"))
  var limit = 50
  @Option(help: ArgumentHelp("Write a vocabulary file to go through.", valueName: "file"))
  var write: String?
  @Option(help: ArgumentHelp("Write the figures for programs; - for standard output.", valueName: "file"))
  var json: String?

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit \(limit): a number above 0 is expected") }
  }

  func run() throws {
    var options = AnalysisOptions(paths: input.files)
    options.importing = try input.importing()
    options.rules = try rules.ruleSet()
    let report = try VocabularyRun(options).run(limit: limit)
    if let write { try OutputFile.write(report.vocabularyFile(), to: try OutputPath.check(write)) }
    if json == "-" {
      Console.write(report.json())
      return
    }
    if let json { try OutputFile.write(report.json(), to: try OutputPath.check(json)) }
    Console.write(report.text(width: min(Console.width, 120), hasColour: Console.wantsColour))
  }
}
