import ArgumentParser

struct Inspect: ParsableCommand { static let configuration = CommandConfiguration(abstract: "x") }
struct Score: ParsableCommand { static let configuration = CommandConfiguration(abstract: "x") }
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "schema", abstract: "x")
}
