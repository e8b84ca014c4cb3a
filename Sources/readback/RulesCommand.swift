import ArgumentParser
import Pipeline
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
        readback rules test packs/
        readback rules import-vale styles/Google -o packs/
        readback rules measure sheet.csv
      """,
    subcommands: [List.self, Show.self, Test.self, ImportVale.self, Measure.self],
    defaultSubcommand: List.self)

  /// `readback rules list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List all rules.")

    @OptionGroup var options: RuleOptions

    /// What each family asks of a text.
    private static let questions = [
      "jargon": "is it in the reader's words?", "clarity": "can it be read once and acted on?",
      "complete": "is everything there that the next person needs?",
      "listening": "did the reply show that the request was heard?", "tone": "would you want to get this?",
    ]

    func run() throws {
      let rules = try options.ruleSet(strictness: .strict).abouts
      let width = rules.map { $0.id.description.count }.max() ?? 0
      var family = ""
      for about in rules {
        if about.id.family != family {
          if !family.isEmpty { Console.print("") }
          family = about.id.family
          Console.print(family + (Self.questions[family].map { " — \($0)" } ?? ""))
        }
        let name = about.id.description
        let sign = about.summary.kind == .strength ? "+" : "−"
        Console.print(
          "  \(sign) \(name)\(String(repeating: " ", count: width - name.count))  \(about.summary.title)"
            + (about.level == .suggestion ? " (strict)" : ""))
      }
      Console.print(
        "\n− a gap, + a strength; (strict) only under --strictness strict. readback rules show NAME tells more."
      )
    }
  }

  /// `readback rules measure SHEET`
  struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "measure",
      abstract: "Say how often rules are right on this desk, from a sheet that readback sample wrote.")

    @Argument(help: ArgumentHelp("The sheet with its column “verdict” filled in.", valueName: "sheet"))
    var sheet: String

    /// A rule that is right less often costs its readers more than it gives.
    private static let enough = 0.8

    func run() throws {
      let rules = try SampleSheet.precision(of: sheet)
      let width = rules.map(\.rule.count).max() ?? 0
      for rule in rules {
        let name = rule.rule + String(repeating: " ", count: width - rule.rule.count)
        guard let share = rule.share else {
          Console.print("\(name)  not judged yet")
          continue
        }
        let percent = [share.value, share.lower, share.upper].map { "\(Int(($0 * 100).rounded())) %" }
        Console.print(
          "\(name)  right \(percent[0]) (\(percent[1]) to \(percent[2])), \(rule.right) of \(rule.judged)"
            + (rule.open == 0 ? "" : ", \(rule.open) open")
            + (share.upper < Self.enough ? "; suppress it on this desk" : ""))
      }
    }
  }

  /// `readback rules show ID`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show one rule with its examples.")

    @Argument(help: ArgumentHelp("A rule's name.", valueName: "rule"))
    var name: String
    @OptionGroup var options: RuleOptions

    func run() throws {
      let about = try Self.rule(name, in: options.ruleSet(strictness: .strict))
      let languages = about.languages.map { $0.sorted().joined(separator: ", ") } ?? "any"
      var lines = [
        "\(about.id) — \(about.summary.title)",
        "",
        "what it finds   \(about.summary.kind == .gap ? "something to change" : "something to keep")",
        "looks at        \(about.scope.name)",
        "written for     the \(about.audience.rawValue)",
        "language        \(languages)",
        "on              \(about.level == .suggestion ? "under --strictness strict" : "unless told otherwise")",
        "revision        \(about.summary.revision)",
        "source          \(about.source)",
        "",
        "WHY",
      ]
      lines += Self.wrap(about.summary.rationale)
      lines += ["", about.summary.kind == .gap ? "WHAT TO DO INSTEAD" : "HOW TO DO IT"]
      lines += Self.wrap(about.summary.practice)
      if !about.finds.isEmpty { lines += ["", "FOUND IN"] }
      for example in about.finds { lines += Self.thread(example) }
      if !about.ignores.isEmpty { lines += ["NOT FOUND IN"] }
      for example in about.ignores { lines += Self.thread(example) }
      Console.print(lines.joined(separator: "\n"))
    }

    /// The rule of a name; throws with the names like it if there is none.
    static func rule(_ name: String, in rules: RuleSet) throws -> RuleDescription {
      if let position = rules.position(of: RuleID(name)) { return rules.abouts[position] }
      let names = rules.abouts.map(\.id.description)
      let near =
        Spelling.nearest(to: name, among: names).map { [$0] }
        ?? names.filter {
          $0.contains(name) || name.contains($0)
        }
      throw ValidationError(
        "no rule is called \(name)"
          + (near.isEmpty
            ? "; readback rules lists them" : "; do you mean \(near.joined(separator: " or "))?"))
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
