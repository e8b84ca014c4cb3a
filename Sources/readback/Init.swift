import ArgumentParser
import Pipeline
import TicketImport

/// `readback init`: a configuration to begin with.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented configuration for the nightly job, from an export.",
    discussion: """
      Looks at the beginning of the export, writes down what a configuration has to say so that it is read as it is \
      now, and lists all that can be said, each with its default. To standard output unless --write is given.

      EXAMPLES
        readback init exports/incidents.csv > readback.yml
        readback init exports/incidents.csv --write readback.yml
        readback init --systemd
      """)

  @OptionGroup var input: InputOptions
  @Option(
    help: ArgumentHelp(
      "Write it here, and a key file beside the history; never over a file.", valueName: "file"))
  var write: String?
  @Flag(help: "Print a service and a timer for systemd, and a line for cron, instead.")
  var systemd = false

  func run() throws {
    if systemd {
      Console.print(Schedule.text)
      return
    }
    let importing = try input.importing()
    let survey = try Importer.glance(paths: input.files, options: importing)
    let text = NewConfiguration(
      files: input.files, given: input.settings(importing), survey: survey
    ).text
    guard let write else {
      Console.print(text)
      return
    }
    try OutputFile.create(Array(text.utf8), at: write)
    Console.note("readback: wrote \(write); next: readback run --config \(write)")
  }
}
