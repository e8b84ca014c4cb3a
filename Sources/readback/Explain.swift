import ArgumentParser
import Pipeline
import Reporting

/// `readback explain`: one thread, annotated.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show one ticket's thread with its findings and its level of listening.",
    discussion: """
      EXAMPLES
        readback explain INC0010023 incidents.csv
        readback explain 4711 tickets.csv messages.csv
      """)

  @Argument(help: ArgumentHelp("The ticket's number.", valueName: "ticket"))
  var ticket: String
  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions
  @Option(
    help: ArgumentHelp(
      "What the desk has decided not to hear of, each with a reason and a last day.",
      valueName: "suppressions.yml"))
  var suppressions: String?
  @Option(help: ArgumentHelp("Link to a ticket, with {id} for its number.", valueName: "https://…/{id}"))
  var ticketUrl: String?
  @Flag(help: "Show names, addresses and numbers as they are. The default hides them.")
  var unmasked = false

  func run() throws {
    var options = AnalysisOptions(paths: input.files)
    options.importing = try input.importing()
    options.ticketURL = ticketUrl
    options.isMasked = !unmasked
    let set = try rules.ruleSet()
    options.rules = set
    options.suppressions = try SuppressionOptions.read(suppressions, set)
    options.today = SuppressionOptions.today
    guard let thread = try ThreadExplanation(options).thread(of: ticket) else {
      throw ExitStatus(
        code: ExitStatus.noTicket, message: "no ticket \(ticket) in \(input.files.joined(separator: ", "))")
    }
    let reporter = ThreadReporter(width: min(Console.width, 120), hasColour: Console.wantsColour)
    Console.write(reporter.bytes(thread))
  }
}
