import ArgumentParser
import Glibc
import History
import Pipeline
import Rules
import TicketImport

/// The command. The only place that prints, reads the environment or exits.
@main
struct Readback: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readback",
    abstract: "Finds where a service desk lost its reader, and whether that goes with reopened tickets.",
    discussion: """
      Reads exported tickets and mail, looks for jargon nobody explained, unclear or incomplete writing and replies \
      that show no listening, and compares reopen rates of tickets with and without each. Everything stays on \
      this machine.

      EXAMPLES
        readback analyze incidents.csv
        readback analyze tickets.csv messages.csv --html report.html
        readback inspect export.xml
        readback explain INC0010023 incidents.csv
        readback check reply.txt --reply-to request.txt
        readback rules show jargon.acronym
        readback run --config readback.yml

      EXIT CODES
        0 done · 1 a gate was crossed, or check found something · 2 usage or configuration · 3 done, but rows were lost or a file was cut \
      short · 65 no usable ticket · 66 no such file · 73 can't write · 75 another run is at it
      """,
    version: ReadbackVersion.number,
    // Each says its own name: to derive it from the type takes reflection, a millisecond at every start.
    subcommands: [
      Analyze.self, Compare.self, TrendCommand.self, Forget.self,
      RunCommand.self, Init.self, ConfigCommand.self, VocabularyCommand.self, Inspect.self,
      Explain.self, Check.self,
      RulesCommand.self,
      Sample.self, Convert.self, Score.self, Merge.self,
      SchemaCommand.self, ManualCommand.self,
    ])

  /// Runs the command line and turns whatever goes wrong into a message and an exit code.
  static func main() {
    // A reader that has seen enough closes the pipe: no reason to die with a signal.
    signal(SIGPIPE, SIG_IGN)
    // Nor is a limit on the size of files: the write fails, and says so.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      if !status.message.isEmpty { Console.error(status.message) }
      Glibc.exit(status.code)
    } catch let error as ImportError {
      Console.error(error.description)
      Glibc.exit(ExitStatus.code(of: error))
    } catch let error as YAMLError {
      Console.error(error.description)
      Glibc.exit(ExitStatus.usage)
    } catch let error as RuleSetError {
      Console.error(error.description)
      Glibc.exit(ExitStatus.usage)
    } catch let error as HistoryError {
      Console.error(error.description)
      Glibc.exit(error.isBusy ? ExitStatus.busy : ExitStatus.cannotWrite)
    } catch let error as LockedOut {
      Console.error(error.description)
      Glibc.exit(ExitStatus.busy)
    } catch let error as MissingHistory {
      Console.error(error.description)
      Glibc.exit(ExitStatus.noInput)
    } catch let error as OutputError {
      Console.error(error.description)
      Glibc.exit(ExitStatus.cannotWrite)
    } catch {
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if code == .success {
        Console.print(text)
        Glibc.exit(0)
      }
      if !text.isEmpty { Console.error(text) }
      Glibc.exit(code == .validationFailure ? ExitStatus.usage : code.rawValue)
    }
  }
}

/// How the command ends, where that is not simply "done".
struct ExitStatus: Error {
  static let gate: Int32 = 1
  static let usage: Int32 = 2
  static let rowsLost: Int32 = 3
  static let noTicket: Int32 = 65
  static let noInput: Int32 = 66
  static let cannotWrite: Int32 = 73
  static let busy: Int32 = 75

  var code: Int32
  var message = ""

  static func code(of error: ImportError) -> Int32 {
    switch error.kind {
    case .unreadable: noInput
    case .unusable: noTicket
    case .cutShort: rowsLost
    case .options: usage
    }
  }
}
