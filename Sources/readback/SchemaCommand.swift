import ArgumentParser
import Reporting

/// `readback schema`: the shapes of machine-readable outputs.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of an output.")

  /// An output with a published shape.
  enum Output: String, CaseIterable, ExpressibleByArgument {
    case report
  }

  @Argument(help: "Which output.")
  var output: Output

  func run() {
    switch output {
    case .report: Console.print(ReportSchema.json)
    }
  }
}
