public import ArgumentParser
import Rules

/// What to look for, and how strictly.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How much to find: default is what is right at least four times out of five, strict adds suggestions.",
      valueName: "default|strict"))
  var strictness = Strictness.default

  /// The rules that go with the options.
  func ruleSet() throws -> RuleSet { try RuleSet.builtIn(strictness: strictness) }
}

extension Strictness: ExpressibleByArgument {}
