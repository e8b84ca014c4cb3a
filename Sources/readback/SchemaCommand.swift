import ArgumentParser
import Pipeline
import Reporting

/// `readback schema`: the shapes of machine-readable files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of an output, or of the configuration.")

  /// A file with a published shape.
  enum Output: String, CaseIterable, ExpressibleByArgument {
    case report, config
  }

  @Argument(help: "Which file.")
  var output: Output

  func run() {
    switch output {
    case .report: Console.print(ReportSchema.json)
    case .config: Console.print(ConfigurationSchema.json)
    }
  }
}
