import ArgumentParser
import CAllocator
import Glibc
import Outcomes
import Pipeline
import Reporting
import Rules
import TicketImport

/// `readback analyze`: the main job.
struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Read exports and report which gaps go with reopened tickets.",
    discussion: """
      EXAMPLES
        readback analyze incidents.csv
        readback analyze tickets.csv messages.csv --html report.html --csv tables/
        readback analyze incidents.xml --where group=Network --since 2026-01-01
        readback analyze export.csv --map status=State --map text=Notes --staff '*@desk.example.org'
        readback analyze incidents.csv --json - | jq .reopened
        readback analyze incidents.csv --config readback.yml --html report.html --split-by group
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var known: SuppressionOptions

  @Option(
    help: ArgumentHelp(
      "Take what is not said here from this configuration, the same as of readback run.",
      valueName: "readback.yml"))
  var config: String?
  @Option(help: ArgumentHelp("Write the report as one self-contained page.", valueName: "file"))
  var html: String?
  @Option(
    help: ArgumentHelp(
      "group: one more page a team beside --html, and index.html to find them.", valueName: "none|group"))
  var splitBy: SplitColumn?
  @Option(help: ArgumentHelp("Write the report for programs; - for standard output.", valueName: "file"))
  var json: String?
  @Option(help: ArgumentHelp("Write the report as Markdown, for a ticket or a chat.", valueName: "file"))
  var markdown: String?
  @Option(help: ArgumentHelp("Write tidy tables into this folder.", valueName: "folder"))
  var csv: String?
  @Option(
    help: ArgumentHelp(
      "Write every finding, one JSON object a line; - for standard output.", valueName: "file"))
  var findings: String?
  @Option(
    help: ArgumentHelp(
      "Write the conversations with what was found in them as a ConvoKit corpus.", valueName: "folder"))
  var convokit: String?
  @Option(help: ArgumentHelp("Remember the run in this SQLite file, for trends.", valueName: "file"))
  var db: String?
  @Option(
    help: ArgumentHelp("What to call the system the tickets come from, in the history.", valueName: "name"))
  var source = "desk"
  @Option(
    help: ArgumentHelp(
      "The key that people are numbered with in the history; FILE.key beside it unless given.",
      valueName: "file"))
  var keyFile: String?
  @Option(help: ArgumentHelp("Write the rows that could not be used.", valueName: "file"))
  var rejects: String?
  @Option(
    help: ArgumentHelp(
      "Share of rows that may be lost before the exit code says so, in percent; 1 unless given.",
      valueName: "percent"))
  var maxRejects: Double?
  @Option(help: ArgumentHelp("Link to a ticket, with {id} for its number.", valueName: "https://…/{id}"))
  var ticketUrl: String?
  @Flag(
    help: """
      Deal reopens out by chance (200 times, see --permutations) and count how often a gap is declared all the same; takes a while.
      """)
  var selfCheck = false
  @Option(help: ArgumentHelp("How often --self-check deals.", valueName: "times"))
  var permutations = 200
  @Option(
    help: ArgumentHelp(
      "Check the intervals of what stands out by drawing assignees anew so many times, 1000 say (bootstrap).",
      valueName: "times"))
  var bootstrap: Int?
  @Option(
    help: ArgumentHelp(
      "Risk ratio below which a difference is too small to matter; 1.25 unless given.", valueName: "ratio"))
  var smallestEffect: Double?
  @Option(
    help: ArgumentHelp(
      "How many tickets are judged at a time; as many as there are cores unless given. The report is the same.",
      valueName: "count"))
  var threads: Int?
  @Flag(help: "Show names, addresses and numbers as they are. The default hides them.")
  var unmasked = false
  @Flag(help: "Leave out the spreadsheet guard in the tables: cells may then begin with = + - @.")
  var tidy = false
  @Flag(name: .shortAndLong, help: "No report to the terminal.")
  var quiet = false
  @Flag(help: "No progress on standard error.")
  var noProgress = false

  func validate() throws {
    guard (1...100_000).contains(permutations) else {
      throw ValidationError("--permutations \(permutations): a number from 1 to 100000 is expected")
    }
    if let bootstrap, !(100...100_000).contains(bootstrap) {
      throw ValidationError("--bootstrap \(bootstrap): a number from 100 to 100000 is expected")
    }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads \(threads): a number from 1 to 256 is expected")
    }
    if let maxRejects, maxRejects < 0 || maxRejects > 100 {
      throw ValidationError("--max-rejects is a percentage")
    }
    if let smallestEffect, smallestEffect <= 1 || smallestEffect > 10 {
      throw ValidationError("--smallest-effect \(smallestEffect): a ratio above 1 is expected, such as 1.25")
    }
    if let ticketUrl, !ticketUrl.contains("{id}") {
      throw ValidationError("--ticket-url \(ticketUrl): {id} is missing, the place of the ticket's number")
    }
    if config != nil && rules.isGiven {
      throw ValidationError("--strictness, --rules and --vocabulary stand in the configuration, under rules:")
    }
    if splitBy == .group && html == nil { throw ValidationError("--split-by group goes with --html") }
    if json == "-" && findings == "-" {
      throw ValidationError("--json - and --findings - can't both go to standard output")
    }
  }

  /// Bytes of input from which columns of many rows come and go: what one leaves must not stay with this process. A short
  /// run keeps its blocks, which is faster.
  private static let largeInput = 64 << 20

  private func returnMemoryIfLarge(_ paths: [String]) {
    var bytes = 0
    for path in paths {
      var status = stat()
      // What has no size that can be told, such as a pipe or a folder, may be of any.
      let isFile = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      bytes += isFile ? Int(status.st_size) : Self.largeInput
    }
    if bytes >= Self.largeInput { callocator_return_blocks_from(1 << 20) }
  }

  func run() throws {
    let night = try config.map {
      try NightlyOptions(
        ConfigurationFile.read($0), temporaryFolder: Console.temporaryFolder, today: SuppressionOptions.today)
    }
    var options = night?.analysis ?? AnalysisOptions(paths: [])
    options.paths = input.files
    returnMemoryIfLarge(options.paths)
    options.importing = try input.importing(over: options.importing)
    options.cut = try selection.cut(over: options.cut)
    options.filter = try selection.filter(over: options.filter)
    let set = try options.rules ?? rules.ruleSet()
    options.rules = set
    if known.suppressions != nil {
      options.suppressions = try SuppressionOptions.read(known.suppressions, set)
    }
    options.today = SuppressionOptions.today
    if known.baseline != nil { options.baseline = try known.readBaseline() }
    options.collectsBaseline = known.writeBaseline != nil
    if let ticketUrl { options.ticketURL = ticketUrl }
    if unmasked { options.isMasked = false }
    if let smallestEffect { options.estimation.smallestEffect = smallestEffect }
    if let threads { options.threads = threads }
    options.selfCheckPermutations = selfCheck ? permutations : nil
    options.estimation.bootstrapSamples = bootstrap
    if !options.isMasked {
      Console.note("readback: masking is off: names, addresses and numbers are shown as they are")
    }

    var outputs = try AnalysisOutputs(
      folder: csv, findings: findings == "-" ? nil : findings, rejects: rejects, isRaw: tidy,
      printFindings: findings == "-" ? { Console.write($0) } : nil,
      history: db.map { ($0, source, keyFile) },
      corpus: convokit.map { ($0, options.isMasked) })
    options.writesConversations = convokit != nil
    options.remembers = outputs.remembers
    options.splitsByGroup = splitBy.map { $0 == .group } ?? (night?.isSplitByGroup ?? false && html != nil)
    let page = try html.map { path throws(OutputError) in try OutputPath.check(path) }
    let text = try markdown.map { path throws(OutputError) in try OutputPath.check(path) }
    let object = try json.flatMap { $0 == "-" ? nil : $0 }.map { path throws(OutputError) in
      try OutputPath.check(path)
    }

    let run = AnalysisRun(options)
    var bar = ProgressBar(
      isOn: Console.showsProgress && !noProgress && !quiet, bytes: ProgressBar.size(of: input.files))
    var result = try run.run(
      into: &outputs, wantsRows: outputs.wantsRows, wantsFindings: outputs.wantsFindings,
      progress: { bar.show($0, of: $1) })
    bar.end()
    if let night { night.addGoals(to: &result.report) }

    try outputs.finish(result.report, settings: result.settings)
    if let path = known.writeBaseline { try OutputFile.write(result.baseline.bytes, to: path) }
    if let page { try OutputFile.write(HTMLReporter().bytes(result.report), to: page) }
    if let page, options.splitsByGroup { try split(result, beside: page) }
    if let text { try OutputFile.write(MarkdownReporter().bytes(result.report), to: text) }
    if let object { try OutputFile.write(JSONReporter().bytes(result.report), to: object) }
    if json == "-" {
      Console.write(JSONReporter().bytes(result.report))
    } else if findings != "-" && !quiet {
      let reporter = TerminalReporter(width: min(Console.width, 120), hasColour: Console.wantsColour)
      Console.write(reporter.bytes(result.report))
    }
    try judge(result, mostRejects: maxRejects ?? night.map { $0.mostRejects * 100 } ?? 1)
  }

  /// Pages of the teams in the folder of the page over all.
  private func split(_ result: AnalysisRun.Result, beside page: String) throws {
    let slash = page.lastIndex(of: "/")
    try SplitPages(whole: result.report, teams: result.teams).write(
      into: slash.map { String(page[..<$0]) } ?? ".",
      wholeName: String(page[(slash.map { page.index(after: $0) } ?? page.startIndex)...]))
  }

  /// The exit code where not all of the input could be used.
  private func judge(_ result: AnalysisRun.Result, mostRejects: Double) throws {
    if let fault = result.fault { throw ExitStatus(code: ExitStatus.rowsLost, message: fault.description) }
    guard result.report.ledger.count("tickets_read") > 0 else {
      throw ExitStatus(
        code: ExitStatus.noTicket, message: "no usable ticket in \(input.files.joined(separator: ", "))")
    }
    let share = result.rowsRead > 0 ? Double(result.rejectedRows) * 100 / Double(result.rowsRead) : 0
    if result.rejectedRows > 0 && share > mostRejects {
      throw ExitStatus(
        code: ExitStatus.rowsLost,
        message: "\(result.rejectedRows) of \(result.rowsRead) rows could not be used"
          + (rejects == nil ? "; --rejects FILE writes them out" : ""))
    }
  }
}

/// Says early that an output can't be written.
enum OutputPath {
  static func check(_ path: String) throws(OutputError) -> String {
    _ = try OutputFile(path)
    return path
  }
}
