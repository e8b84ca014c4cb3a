import ArgumentParser
import FoundationEssentials
import Pipeline

/// `readback manual`: the man page, made from the same tables as the command line and the configuration.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page.",
    discussion: """
      EXAMPLES
        readback manual > /usr/local/share/man/man1/readback.1
        readback --generate-completion-script zsh > _readback
      """)

  func run() throws {
    let tool = try JSONDecoder().decode(ToolDescription.self, from: Data(Readback._dumpHelp().utf8))
    Console.print(ManualPage(tool.command).text)
  }
}

/// What swift-argument-parser says of a command line (`--experimental-dump-help`), as far as a manual needs it.
struct ToolDescription: Decodable {
  /// One command with those below it.
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var arguments: [Argument]?
    var subcommands: [Command]?
  }

  /// One option, flag or argument.
  struct Argument: Decodable {
    /// One way to write it.
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var isRepeating: Bool
    var shouldDisplay: Bool
  }

  var command: Command
}

/// The manual in the language of man(7).
struct ManualPage {
  private let command: ToolDescription.Command
  private var lines: [String] = []

  init(_ command: ToolDescription.Command) { self.command = command }

  var text: String {
    var page = self
    page.write()
    return page.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write() {
    let name = command.commandName
    lines.append(".TH \(name.uppercased()) 1 \"\" \"\(name) \(ReadbackVersion.number)\" \"User Commands\"")
    lines.append(".SH NAME")
    lines.append("\(name) \\- " + Self.escaped(command.abstract ?? ""))
    lines.append(".SH SYNOPSIS")
    lines.append(".B \(name)\n.I command\n[options]")
    lines.append(".SH DESCRIPTION")
    discuss(command.discussion ?? "", heading: ".SH")
    lines.append(".SH COMMANDS")
    for one in command.subcommands ?? [] { describe(one, after: [name]) }
    lines.append(".SH CONFIGURATION")
    lines.append(
      Self.escaped(
        "A YAML file of sections with keys, read by run and, with --config, by analyze. Paths are from its folder."
      ))
    for key in ConfigurationKey.all {
      lines.append(".TP\n.B " + Self.escaped(key.path))
      let standard = key.standard.isEmpty ? "" : " Default: \(key.standard)."
      lines.append(Self.escaped("\(key.meaning). Such as: \(key.example).\(standard)"))
    }
  }

  private mutating func describe(_ one: ToolDescription.Command, after path: [String]) {
    guard one.shouldDisplay != false, one.commandName != "help" else { return }
    let path = path + [one.commandName]
    let arguments = (one.arguments ?? []).filter { $0.shouldDisplay && $0.kind == "positional" }
    lines.append(
      ".SS " + Self.escaped((path + arguments.map { "[\($0.valueName ?? "value")]" }).joined(separator: " ")))
    if let abstract = one.abstract { lines.append(Self.escaped(abstract)) }
    for argument in one.arguments ?? [] where argument.shouldDisplay { describe(argument) }
    if let discussion = one.discussion {
      lines.append(".PP")
      discuss(discussion, heading: ".PP\n.B")
    }
    for further in one.subcommands ?? [] { describe(further, after: path) }
  }

  private mutating func describe(_ argument: ToolDescription.Argument) {
    let names = (argument.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
    if names.contains("--help") || names.contains("--version") { return }
    let value = argument.valueName.map { "\\fI\(Self.escaped($0))\\fR" } ?? ""
    let written =
      argument.kind == "positional"
      ? value
      : "\\fB" + Self.escaped(names.joined(separator: ", ")) + "\\fR"
        + (argument.kind == "option" ? " " + value : "")
    lines.append(".TP\n" + written)
    lines.append(Self.escaped(argument.abstract ?? ""))
  }

  /// Paragraphs as they are, headings (lines of capitals), and indented lines as they stand.
  private mutating func discuss(_ text: String, heading: String) {
    var isVerbatim = false
    var isList = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      // Commands and formats stand as they are; the list of exit codes is text.
      let isIndented = line.hasPrefix("  ") && !isList
      if isIndented != isVerbatim { lines.append(isIndented ? ".RS\n.nf" : ".fi\n.RE") }
      isVerbatim = isIndented
      if line.isEmpty {
        lines.append(".PP")
      } else if !isIndented, line.allSatisfy({ $0.isUppercase || $0 == " " }) {
        lines.append(heading + " " + Self.escaped(String(line)))
        isList = line == "EXIT CODES"
      } else {
        lines.append(Self.escaped(String(line.hasPrefix("  ") ? line.dropFirst(2) : line)))
      }
    }
    if isVerbatim { lines.append(".fi\n.RE") }
  }

  /// Text that man(7) takes for text: no escapes, no requests at the start of a line, hyphens that can be copied, and
  /// nothing beyond ASCII but by its number.
  static func escaped(_ text: String) -> String {
    var escaped = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "\n": escaped += " "
      case _ where scalar.value > 0x7E:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
