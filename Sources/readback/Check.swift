public import ArgumentParser
import Glibc
import Pipeline
import Reporting
import Rules
import Tickets

/// `readback check`: a draft, before it is sent.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look at a draft before it is sent.",
    discussion: """
      Says what would lose the reader, where, and what to write instead: as lines that editors understand, as JSON, or \
      as SARIF. With the request it answers, also whether it shows that the request was heard. The exit code is 1 if \
      there is something to change.

      EXAMPLES
        readback check reply.txt
        readback check reply.txt --reply-to request.txt
        pbpaste | readback check --fail-on never
        readback check notes/*.md --audience peer --format sarif > notes.sarif
      """)

  /// How the findings are written.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, sarif }

  /// From which findings on the exit code is 1.
  enum Gate: String, CaseIterable, ExpressibleByArgument { case gap, suggestion, never }

  @Argument(help: ArgumentHelp("Drafts; - for standard input.", valueName: "file"))
  var files: [String] = ["-"]
  @Option(
    help: ArgumentHelp("Who is to read them: requester, peer or manager.", valueName: "audience"))
  var audience = RuleDescription.Audience.requester
  @Option(help: ArgumentHelp("The request that they answer.", valueName: "file"))
  var replyTo: String?
  @Option(help: ArgumentHelp("text, json or sarif.", valueName: "format"))
  var format = Format.text
  @Option(
    help: ArgumentHelp(
      "From what on the exit code is 1: gap, suggestion (looks for these too) or never.", valueName: "what"))
  var failOn = Gate.gap
  @OptionGroup var rules: RuleOptions
  @OptionGroup var known: SuppressionOptions

  func validate() throws {
    if files.count(where: { $0 == "-" }) + (replyTo == "-" ? 1 : 0) > 1 {
      throw ValidationError("standard input (-) can be read once only")
    }
  }

  func run() throws {
    let set = try rules.ruleSet(strictness: failOn == .suggestion ? .strict : nil)
    let suppressions = try SuppressionOptions.read(known.suppressions, set)
    let today = SuppressionOptions.today
    var check = try DraftCheck(
      set, audience: audience, suppressions: suppressions, today: today, baseline: try known.readBaseline())
    let request = try replyTo.map { try InputFile.bytes(of: $0) }
    var drafts: [Draft] = []
    var keys: Set<Baseline.Key> = []
    var suppressed = 0
    var isFailing = false
    for file in files {
      let checked = check.check(try InputFile.bytes(of: file), path: file, replyTo: request)
      drafts.append(checked.draft)
      keys.formUnion(checked.keys)
      suppressed += checked.suppressed
      for (finding, level) in zip(checked.draft.findings, checked.levels) where finding.kind == .gap {
        if failOn == .suggestion || (failOn == .gap && level > .suggestion) { isFailing = true }
      }
    }
    var output: [UInt8] = []
    switch format {
    case .text:
      DraftReporter(width: min(Console.width, 120), hasColour: Console.wantsColour).append(
        drafts, to: &output)
    case .json: DraftJSONWriter().append(drafts, to: &output)
    case .sarif:
      SARIFWriter(version: ReadbackVersion.number, rules: set.summaries).append(drafts, to: &output)
    }
    Console.write(output)
    if suppressed > 0 { Console.note("readback: \(suppressed) suppressed") }
    for one in suppressions.all where suppressions.isExpired(one, on: today) {
      Console.note("readback: \(one.place): the suppression of \(one.words) has expired")
    }
    if let path = known.writeBaseline { try OutputFile.write(Baseline(keys).bytes, to: path) }
    if isFailing { throw ExitStatus(code: ExitStatus.gate) }
  }
}

/// Files that are read as a whole.
enum InputFile {
  /// The bytes of a file, or of standard input for `-`.
  static func bytes(of path: String) throws -> [UInt8] {
    var descriptor = STDIN_FILENO
    if path != "-" {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 {
        throw ExitStatus(code: ExitStatus.noInput, message: "\(path): \(String(cString: strerror(errno)))")
      }
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var bytes: [UInt8] = []
    let piece = 1 << 16
    while true {
      let count = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: piece))
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { read(descriptor, $0 + count, piece) } ?? 0
      }
      bytes.removeLast(piece - max(0, got))
      if got == 0 { return bytes }
      if got < 0 && errno != EINTR {
        throw ExitStatus(code: ExitStatus.noInput, message: "\(path): \(String(cString: strerror(errno)))")
      }
    }
  }
}

extension RuleDescription.Audience: ExpressibleByArgument {}
