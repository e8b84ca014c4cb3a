import ArgumentParser
import Pipeline
import TicketImport

/// `readback convert`: any export as lines.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write any export as JSON, one ticket a line, for a distributed engine.",
    discussion: """
      The file may be cut between any two lines. Each line holds a ticket whole: nothing has to be told again from \
      the export. The last line says what the import did.

      EXAMPLES
        readback convert incidents.csv > incidents.ndjson
        readback convert incidents.xml | parallel --pipe --block 10M readback score --observations | \
          readback merge --json report.json
      """)

  @OptionGroup var input: InputOptions
  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where to write; - for standard output.", valueName: "file"))
  var output = "-"

  func run() throws {
    var options = AnalysisOptions(paths: input.files)
    options.importing = try input.importing()
    let run = ConversionRun(options)
    let result: ConversionRun.Result
    if output == "-" {
      result = try run.run { Console.write($0) }
    } else {
      var file = try OutputFile(output)
      result = try run.run { file.write($0) }
      try file.finish()
    }
    if let fault = result.fault { throw ExitStatus(code: ExitStatus.rowsLost, message: fault.description) }
    guard result.ledger.tickets > 0 else {
      throw ExitStatus(
        code: ExitStatus.noTicket, message: "no usable ticket in \(input.files.joined(separator: ", "))")
    }
  }
}
