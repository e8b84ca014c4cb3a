import ArgumentParser

@main
struct Readback: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readback", abstract: "Finds where a service desk lost its reader.")
}
