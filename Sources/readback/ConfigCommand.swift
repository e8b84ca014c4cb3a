import ArgumentParser
import Pipeline
import Rules

/// `readback config`: what a configuration says.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show what a configuration says.", subcommands: [Explain.self])

  /// `readback config explain`: each value and where it comes from.
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Show each value and where it comes from.",
      discussion: """
        EXAMPLES
          readback config explain
          readback config explain --config /etc/readback/readback.yml
        """)

    @Option(help: ArgumentHelp("The configuration.", valueName: "file"))
    var config = "readback.yml"

    func run() throws {
      let configuration = try ConfigurationFile.read(config)
      // Values that don't fit are said too, not only keys.
      _ = try NightlyOptions(
        configuration, temporaryFolder: Console.temporaryFolder, today: SuppressionOptions.today)
      let rows = configuration.explanation()
      func width(_ path: KeyPath<(key: String, value: String, origin: String), String>, most: Int) -> Int {
        min(most, rows.map { $0[keyPath: path].count }.max() ?? 0)
      }
      let (keys, values) = (width(\.key, most: 40), width(\.value, most: 44))
      for row in rows {
        let value = row.value.isEmpty ? "–" : row.value
        Console.print(Self.padded(row.key, keys) + "  " + Self.padded(value, values) + "  " + row.origin)
      }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
  }
}

/// A configuration named on the command line.
enum ConfigurationFile {
  static func read(_ path: String) throws -> Configuration {
    do throws(YAMLError) {
      return try Configuration.read(path)
    } catch {
      guard error.line == 0, error.message == "can't be read" else { throw error }
      throw ExitStatus(
        code: ExitStatus.usage,
        message: "\(path): can't be read; readback init EXPORT > readback.yml writes one to begin with")
    }
  }
}
