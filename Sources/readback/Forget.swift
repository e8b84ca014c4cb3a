import ArgumentParser
import History
import Pipeline

/// `readback forget`: takes a ticket or a person out of a history.
struct Forget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Take a ticket or a person out of a history, for good.",
    discussion: """
      A ticket's rows are deleted and overwritten; a later export that shows it again does not bring it back. Of a person \
      the tickets they asked for go, and it is no longer known which others they worked on. Reports written \
      earlier are files of their own: delete their folders where that is wanted.

      EXAMPLES
        readback forget --db history.sqlite --ticket INC0010023
        readback forget --db history.sqlite --person "Ana Ruiz"
      """)

  @Option(help: ArgumentHelp("The history.", valueName: "file"))
  var db: String
  @Option(help: ArgumentHelp("The key file; FILE.key beside the history unless given.", valueName: "file"))
  var keyFile: String?
  @Option(
    name: .customLong("ticket"), help: ArgumentHelp("The ticket's number; repeatable.", valueName: "id"))
  var tickets: [String] = []
  @Option(
    name: .customLong("person"),
    help: ArgumentHelp("The person, as the export names them; repeatable.", valueName: "name"))
  var people: [String] = []
  @Option(help: ArgumentHelp("Only in what comes from this system.", valueName: "name"))
  var source: String?

  func validate() throws {
    if tickets.isEmpty && people.isEmpty { throw ValidationError("--ticket or --person: who or what?") }
  }

  private static func counted(_ tickets: Int) -> String { tickets == 1 ? "1 ticket" : "\(tickets) tickets" }

  func run() throws {
    _ = try KeyFile.existing(db)
    let history = try KeyFile.openHistory(db, keyFile: keyFile)
    let source = source
    let lines = try history.write { writer in
      try tickets.map { id in
        "\(id): \(Self.counted(try writer.forget(ticket: id, source: source))) forgotten"
      }
        + people.map { name in
          let gone = try writer.forget(person: name, source: source)
          return
            "\(name): \(Self.counted(gone.tickets)) forgotten, and who worked on \(Self.counted(gone.assignments)) more"
        }
    }
    try history.compact()
    for line in lines { Console.print(line) }
  }
}
