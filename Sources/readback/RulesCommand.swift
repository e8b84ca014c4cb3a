import ArgumentParser
import Rules
import Tickets

/// `readback rules`: the catalogue.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules, or show one with its examples.",
    discussion: """
      EXAMPLES
        readback rules
        readback rules show listening.no-paraphrase
      """,
    subcommands: [List.self, Show.self], defaultSubcommand: List.self)

  /// `readback rules list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List all rules.")

    func run() {
      let rules = Catalogue.all.map { $0.about }
      let width = rules.map { $0.id.description.count }.max() ?? 0
      var family = ""
      for about in rules {
        if about.id.family != family {
          if !family.isEmpty { Console.print("") }
          family = about.id.family
        }
        let name = about.id.description
        let sign = about.summary.kind == .strength ? "+" : "−"
        Console.print(
          "\(sign) \(name)\(String(repeating: " ", count: width - name.count))  \(about.summary.title)")
      }
      Console.print("\n− a gap, + a strength. readback rules show NAME tells more.")
    }
  }

  /// `readback rules show ID`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show one rule with its examples.")

    @Argument(help: ArgumentHelp("A rule's name.", valueName: "rule"))
    var name: String

    func run() throws {
      guard let rule = Catalogue.rule(RuleID(name)) else {
        let near = Catalogue.all.map { $0.about.id.description }.filter {
          $0.contains(name) || name.contains($0)
        }
        throw ValidationError(
          "no rule is called \(name)"
            + (near.isEmpty
              ? "; readback rules lists them" : "; do you mean \(near.joined(separator: " or "))?"))
      }
      let about = rule.about
      let languages = about.languages.map { $0.sorted().joined(separator: ", ") } ?? "any"
      var lines = [
        "\(about.id) — \(about.summary.title)",
        "",
        "what it finds   \(about.summary.kind == .gap ? "something to change" : "something to keep")",
        "looks at        \(about.scope.name)",
        "written for     the \(about.audience.rawValue)",
        "language        \(languages)",
        "revision        \(about.summary.revision)",
        "source          \(about.source)",
        "",
        "WHY",
      ]
      lines += Self.wrap(about.summary.rationale)
      lines += ["", about.summary.kind == .gap ? "WHAT TO DO INSTEAD" : "HOW TO DO IT"]
      lines += Self.wrap(about.summary.practice)
      lines += ["", "FOUND IN"]
      for example in about.finds { lines += Self.thread(example) }
      lines += ["NOT FOUND IN"]
      for example in about.ignores { lines += Self.thread(example) }
      Console.print(lines.joined(separator: "\n"))
    }

    private static func thread(_ example: RuleExample) -> [String] {
      var lines: [String] = []
      for (place, line) in example.lines.enumerated() {
        let text = line.contains(": ") ? line : "staff: " + line
        for (row, part) in wrap(text.replacing("\n", with: " ⏎ "), width: 90).enumerated() {
          lines.append(
            (place == 0 && row == 0 ? "  · " : "    ") + (row == 0 ? "" : "  ") + part.drop { $0 == " " })
        }
      }
      return lines + [""]
    }

    private static func wrap(_ text: String, width: Int = 92) -> [String] {
      var lines: [String] = []
      var line = " "
      for word in text.split(separator: " ") {
        if line.count + word.count + 1 > width, line.count > 2 {
          lines.append(line)
          line = " "
        }
        line += " " + word
      }
      return lines + [line]
    }
  }
}
