import Outcomes
import Tickets

/// What is found of planted effects, from raw export to report.
///
///     planted desk DESK        one desk, as lines of figures
///     planted table FILE…      such lines of many desks, as tables
///
/// DESK is a folder with `tickets.csv` (an export in ServiceNow's shape), `labels.csv` (a column of 0 and 1 for each
/// planted flag, by ticket number) and `truth.json`. For every flag: precision and recall of the rules that stand
/// for it, how often the interval from the labels covers the planted odds ratio, the mean estimate from the labels and
/// from the findings beside what the confusion matrix lets one expect, how often it is called a gap, and the same for
/// whole threads.
@main
struct Planted {
  /// A planted flag, the odds ratio that it has, and the rules that stand for it: found by any of them.
  struct Flag {
    var name: String
    var oddsRatio: Double
    var anchor: Anchor
    var rules: [RuleID]
  }

  static let flags = [
    Flag(
      name: "unexplained_jargon", oddsRatio: 1.8, anchor: .anyReply, rules: ["jargon.acronym", "jargon.term"]),
    Flag(name: "no_paraphrase", oddsRatio: 1.5, anchor: .firstReply, rules: ["listening.no-paraphrase"]),
    Flag(name: "no_next_step", oddsRatio: 1.3, anchor: .firstReply, rules: ["complete.next-step"]),
    Flag(
      name: "no_confirmation", oddsRatio: 1.4, anchor: .closingText, rules: ["complete.no-confirmation"]),
    Flag(name: "blame", oddsRatio: 1.6, anchor: .firstReply, rules: ["tone.blame"]),
    Flag(name: "passive_voice", oddsRatio: 1, anchor: .firstReply, rules: ["clarity.passive-no-owner"]),
    Flag(name: "hedging", oddsRatio: 1, anchor: .firstReply, rules: ["clarity.hedge"]),
    Flag(name: "wall_of_text", oddsRatio: 1, anchor: .firstReply, rules: ["clarity.wall-of-text"]),
    Flag(name: "no_greeting", oddsRatio: 1, anchor: .firstReply, rules: []),
  ]

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("desk", 2):
      let desk = try Desk(arguments[1])
      for place in flags.indices { print(FlagFigures(desk, place).line) }
    case ("table", 2...):
      try PlantedTable(arguments.dropFirst().flatMap { try FlagFigures.lines(of: $0) }).printTables()
    default: print("planted desk DESK | table FILE…")
    }
  }
}
