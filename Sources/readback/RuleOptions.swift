public import ArgumentParser
import Glibc
import Rules
import Tickets

/// What to look for, and how strictly.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How much to find: default is what is right at least four times out of five, strict adds suggestions.",
      valueName: "default|strict"))
  var strictness: Strictness?

  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "Packs of the desk's own, on top of the built-in ones: a folder or a file; repeatable.",
      valueName: "folder"))
  var folders: [String] = []

  @Option(
    help: ArgumentHelp("Words this desk accepts, rejects and explains.", valueName: "vocabulary.yml"))
  var vocabulary: String?

  @Option(
    help: ArgumentHelp(
      """
      Who reads the replies: lay people know no jargon, technical people all of it; mixed, the default, is told ticket by \
      ticket from what the requester wrote.
      """, valueName: "mixed|lay|technical"))
  var readers: DeskOptions.Readers?

  /// The rules that go with the options.
  ///
  /// - Parameter strictness: `nil` for what the option says.
  func ruleSet(strictness: Strictness? = nil) throws -> RuleSet {
    var packs: [Pack] = []
    for folder in folders { packs += try PackFolder.read(folder) }
    if let vocabulary {
      packs += try DeskVocabulary.parse(try PackFolder.text(of: vocabulary), file: vocabulary).packs
    }
    var desk = DeskOptions()
    if let readers { desk.readers = readers }
    return try RuleSet(
      PackIndex.builtIn(adding: packs, options: desk), strictness: strictness ?? self.strictness ?? .default)
  }

  /// Whether the command line says anything of rules.
  var isGiven: Bool { strictness != nil || !folders.isEmpty || vocabulary != nil || readers != nil }
}

/// What not to hear of.
struct SuppressionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the desk has decided not to hear of, each with a reason and a last day.",
      valueName: "suppressions.yml"))
  var suppressions: String?

  @Option(help: ArgumentHelp("Leave out findings that this file knows.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("Write the findings of this run as a baseline.", valueName: "file"))
  var writeBaseline: String?

  /// The suppressions of a file; none without one.
  static func read(_ path: String?, _ rules: RuleSet) throws -> Suppressions {
    guard let path else { return Suppressions() }
    // A suggestion may be suppressed also where it is not looked for.
    let known = try RuleSet(rules.packs, strictness: .strict).abouts.map(\.id)
    return try Suppressions.parse(try PackFolder.text(of: path), file: path, rules: known)
  }

  /// The baseline file, if there is one.
  func readBaseline() throws -> Baseline {
    guard let baseline else { return Baseline() }
    do {
      return try Baseline.parse(try PackFolder.text(of: baseline))
    } catch let fault as Baseline.Fault {
      throw ExitStatus(code: ExitStatus.usage, message: "\(baseline):\(fault.line): \(fault)")
    }
  }

  /// The day of the run, in UTC.
  static var today: Timestamp {
    let now = Int64(time(nil))
    return Timestamp(seconds: now - now % 86_400, precision: .day)
  }
}

extension Strictness: ExpressibleByArgument {}

extension DeskOptions.Readers: ExpressibleByArgument {}
