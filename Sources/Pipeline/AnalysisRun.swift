import Outcomes
public import Reporting
public import Rules
public import TicketImport
public import Tickets

/// Where a run's rows go as they are made, in the order of the input.
public protocol AnalysisSink {
  /// A finding, masked unless told otherwise.
  mutating func finding(_ finding: Finding)
  /// Everything known of one message.
  mutating func message(_ row: MessageRow)
  /// Everything known of one ticket but what only the whole export can tell.
  mutating func ticket(_ row: TicketRow)
  /// A row that could not be used.
  mutating func reject(_ row: RejectRow)
}

/// The main job: files in, report out.
public struct AnalysisRun {
  private let options: AnalysisOptions

  /// What a run leaves behind.
  public struct Result {
    /// The report.
    public var report: Report
    /// Whether so many rows were lost, or a file cut short, that the user should know by the exit code.
    public var fault: ImportError?
    /// Rows that could not be used.
    public var rejectedRows: Int
    /// All rows read.
    public var rowsRead: Int
    /// All findings, if they were asked for as a baseline.
    public var baseline: Baseline
  }

  /// Prepares a run.
  public init(_ options: AnalysisOptions) { self.options = options }

  /// Reads everything, judges every ticket, and ties what was found to reopens.
  ///
  /// - Parameters:
  ///   - sink: gets the rows of the tables; a sink that wants none costs nothing.
  ///   - wantsRows: whether `message` and `ticket` rows are made.
  ///   - wantsFindings: whether all findings are put into words, not just the examples.
  ///   - progress: called now and then with the number of tickets done and in all.
  /// - Throws: `ImportError` for input that can't be used; `PackImage.Fault` if the binary carries broken packs,
  ///   which a test rules out.
  public func run(
    into sink: inout some AnalysisSink, wantsRows: Bool, wantsFindings: Bool,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws -> Result {
    let all = try collect(into: &sink, wantsRows: wantsRows, wantsFindings: wantsFindings, progress: progress)
    return result(all.survey, all.ledger, all.tally, all.rules)
  }

  /// What is counted over all tickets, for those who need no report.
  func tally(progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) throws -> RunTally {
    var sink = NoSink()
    return try collect(into: &sink, wantsRows: false, wantsFindings: false, progress: progress).tally
  }

  private func collect(
    into sink: inout some AnalysisSink, wantsRows: Bool, wantsFindings: Bool,
    progress: (_ done: Int, _ of: Int) -> Void
  ) throws -> (survey: ImportSurvey, ledger: ImportLedger, tally: RunTally, rules: RuleSet) {
    var importer = try Importer(paths: options.paths, options: options.importing)
    let survey = importer.survey
    let rules = try options.rules ?? RuleSet.builtIn()
    let summaries = rules.summaries
    var thread = try Thread(rules.packs)
    var judge = Judge(rules, measuresSimilarity: wantsRows)
    var tally = RunTally(
      rules: summaries.count,
      suppressor: options.today.map { Suppressor(options.suppressions, rules: rules, today: $0) })
    let words = FindingText(
      masking: Masking(isOn: options.isMasked), abouts: summaries, ticketURL: options.ticketURL)
    var assembly = TicketJudging(
      options: options, summaries: summaries, words: words, wantsRows: wantsRows, wantsFindings: wantsFindings
    )
    var rejects: [RejectRow] = []
    try importer.read(
      ticketsPerBatch: options.ticketsPerBatch,
      onReject: { reject in
        rejects.append(
          RejectRow(
            file: survey.files.indices.contains(reject.file) ? survey.files[reject.file].file : "",
            line: reject.line, offset: reject.offset,
            reason: reject.reason.rawValue + (reject.detail.isEmpty ? "" : ": " + reject.detail),
            raw: reject.text))
      }
    ) { batch in
      for reject in rejects { sink.reject(reject) }
      rejects.removeAll(keepingCapacity: true)
      thread.begin(&batch)
      for index in thread.batch.tickets.indices {
        assembly.judge(ticket: index, &thread, &judge, &tally, &sink)
      }
      thread.end(&batch)
      progress(tally.ticketsRead, survey.tickets)
      return true
    }
    for reject in rejects { sink.reject(reject) }
    return (survey, importer.ledger, tally, rules)
  }

  /// The report on what was counted.
  func result(
    _ survey: ImportSurvey, _ ledger: ImportLedger, _ tally: RunTally, _ rules: RuleSet
  ) -> Result {
    var tally = tally
    let canned = rules.position(of: Canned.about.id)
    let groups = tally.patterns.resolve(&tally.table, canned: canned)
    if let canned {
      tally.findings[canned] = groups.canned
      tally.ticketsWith[canned] = groups.canned
    }
    let builder = ReportBuilder(
      options: options, summaries: rules.summaries, ruleSetHash: rules.hash, survey: survey, ledger: ledger)
    return Result(
      report: builder.report(tally, groups), fault: survey.faults.first { $0.kind == .cutShort },
      rejectedRows: ledger.rejectedRows, rowsRead: ledger.rowsRead,
      baseline: tally.baseline)
  }
}

/// What is counted while tickets go by.
struct RunTally {
  var table = ObservationTable()
  var patterns = CorpusPatterns()
  var ticketsRead = 0
  var ticketsFilteredOut = 0
  var ticketsWithoutStaffText = 0
  var messagesByRole: [Role: Int] = [:]
  var findings: [Int]
  var ticketsWith: [Int]
  var chooser: ExampleChooser
  var levels = [0, 0, 0, 0, 0]
  var scoredMessages = 0
  var scoredSentences = 0
  var unknownLanguage = 0
  var period: ClosedRange<Timestamp>?
  var suppressor: Suppressor?
  var suppressed = 0
  var inBaseline = 0
  var baseline = Baseline()

  init(rules: Int, suppressor: Suppressor? = nil) {
    self.suppressor = suppressor
    findings = Array(repeating: 0, count: rules)
    ticketsWith = Array(repeating: 0, count: rules)
    chooser = ExampleChooser(rules: rules)
  }

  mutating func note(opened: Timestamp?) {
    guard let opened else { return }
    period = period.map { min($0.lowerBound, opened)...max($0.upperBound, opened) } ?? opened...opened
  }
}
