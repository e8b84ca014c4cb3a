public import History
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
  /// A ticket's conversation: the rows of a corpus, by time.
  mutating func conversation(_ ticket: TicketRow, _ messages: [ConvoKitWriter.Utterance])
  /// What a history remembers of one ticket.
  mutating func remember(_ ticket: TicketRecord)
}

extension AnalysisSink {
  /// Keeps no corpus.
  public mutating func conversation(_ ticket: TicketRow, _ messages: [ConvoKitWriter.Utterance]) {}
  /// Remembers nothing.
  public mutating func remember(_ ticket: TicketRecord) {}
}

/// The main job: files in, report out.
public struct AnalysisRun {
  private let options: AnalysisOptions

  /// What a run leaves behind.
  public struct Result {
    /// The report.
    public var report: Report
    /// One more report a team that has tickets enough, by name, if that was asked for.
    public var teams: [(name: String, report: Report)]
    /// Whether so many rows were lost, or a file cut short, that the user should know by the exit code.
    public var fault: ImportError?
    /// Rows that could not be used.
    public var rejectedRows: Int
    /// All rows read.
    public var rowsRead: Int
    /// All findings, if they were asked for as a baseline.
    public var baseline: Baseline
    /// A hash of everything but the files that decides what is found in a ticket.
    public var settings: String
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
    var all = try collect(into: &sink, wantsRows: wantsRows, wantsFindings: wantsFindings, progress: progress)
    try settle(
      &all, by: all.waiting == nil ? ReplyTemplates() : all.tally.patterns.templates(),
      wantsFindings: wantsFindings, into: &sink)
    // Taken out, so that rows in files belong to one alone and can be changed where they are.
    var tally = RunTally(rules: 0)
    swap(&tally, &all.tally)
    return result(all.survey, all.ledger, tally, all.rules)
  }

  /// What is counted over all tickets, for those who need no report.
  func tally(progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) throws -> RunTally {
    var sink = NoSink()
    return try collect(into: &sink, wantsRows: false, wantsFindings: false, progress: progress).tally
  }

  /// What reading and judging gives, before anything is tied to reopens.
  typealias Collected = (
    survey: ImportSurvey, ledger: ImportLedger, tally: RunTally, rules: RuleSet, waiting: WaitingReplies?
  )

  /// Reads everything and judges every ticket.
  func collect(
    into sink: inout some AnalysisSink, wantsRows: Bool, wantsFindings: Bool,
    progress: (_ done: Int, _ of: Int) -> Void
  ) throws -> Collected {
    var importer = try Importer(paths: options.paths, options: options.importing)
    let survey = importer.survey
    let rules = try options.rules ?? RuleSet.builtIn()
    let work = JudgingWork(options: options, rules: rules, wantsRows: wantsRows, wantsFindings: wantsFindings)
    var whole = try RunWhole(work)
    var rejects: [RejectRow] = []
    try JudgingPool.run(work, threads: options.threads) { pool in
      func merge(_ judged: inout JudgedBatch) throws {
        judged.output.replay(into: &sink)
        try whole.add(&judged)
        progress(whole.ticketsRead, survey.tickets)
      }
      try importer.read(
        ticketsPerBatch: options.ticketsPerBatch(of: survey.tickets),
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
        try pool.judge(&batch, merge)
        return true
      }
      try pool.finish(merge)
      for tally in try pool.counts() { whole.tally.addCounts(tally) }
    }
    for reject in rejects { sink.reject(reject) }
    return (survey, importer.ledger, whole.tally, rules, whole.waiting)
  }

  /// Puts the findings that waited for all tickets behind the others, those that they bear out.
  func settle(
    _ all: inout Collected, by templates: ReplyTemplates, wantsFindings: Bool,
    into sink: inout some AnalysisSink
  ) throws {
    try all.waiting?.forEach { reply in
      guard let finding = templates.settled(reply)?.finding else { return }
      var key = Baseline.Key(
        ticket: finding.ticket, message: finding.message, rule: finding.rule.description, words: [])
      key.text = reply.words
      if options.collectsBaseline { all.tally.baseline.insert(key) }
      if options.baseline.contains(key) {
        all.tally.inBaseline += 1
      } else if wantsFindings {
        sink.finding(finding)
      }
    }
  }

  /// The first replies that stand under many of the tickets.
  ///
  /// - Complexity: that of a run.
  func replyTemplates() throws -> ReplyTemplates { try tally().patterns.templates() }

  /// The report on what was counted.
  func result(
    _ survey: ImportSurvey, _ ledger: ImportLedger, _ tally: consuming RunTally, _ rules: RuleSet
  ) -> Result {
    let builder = ReportBuilder(
      options: options, summaries: rules.summaries, ruleSetHash: rules.hash, survey: survey, ledger: ledger)
    let teams = TeamReports(builder: builder, rules: rules).reports(tally)
    let baseline = tally.baseline
    return Result(
      report: builder.report(tally.resolvingPatterns(rules)), teams: teams,
      fault: survey.faults.first { $0.kind == .cutShort },
      rejectedRows: ledger.rejectedRows, rowsRead: ledger.rowsRead,
      baseline: baseline, settings: options.settings(ruleSet: rules.hash))
  }
}
