import ArgumentParser
import Pipeline
import Reporting
import Rules

/// `readback schema`: the shapes of machine-readable files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of the report, or of a file that a desk keeps.",
    discussion: """
      EXAMPLES
        readback schema config > readback.schema.json
        readback schema pack > pack.schema.json
      """)

  /// A file with a published shape.
  enum Output: String, CaseIterable, ExpressibleByArgument {
    case report, config, pack, vocabulary, suppressions
  }

  @Argument(help: "Which file.")
  var output: Output

  func run() {
    switch output {
    case .report: Console.print(ReportSchema.json)
    case .config: Console.print(ConfigurationSchema.json)
    case .pack: Console.print(DeskSchema.pack.json)
    case .vocabulary: Console.print(DeskSchema.vocabulary.json)
    case .suppressions: Console.print(DeskSchema.suppressions.json)
    }
  }
}
