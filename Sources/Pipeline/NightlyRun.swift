public import History
import Outcomes
public import Reporting
import Rules
public import TicketImport
public import Tickets

/// `run`: reads what is new, remembers it, and reports over what is remembered.
///
/// Everything is safe against being ended at any moment. Outputs are filled under a name nobody reads; the history,
/// with the list of files that were read, is written in one transaction; only then do the outputs take their place. A
/// run that ends before the transaction leaves nothing, one that ends after it is completed by the next.
public struct NightlyRun {
  private let options: NightlyOptions
  /// The moment of the run, and its day.
  private let now: Timestamp

  /// What a run leaves behind.
  public struct Result {
    /// The report; `nil` if nothing was new.
    public var report: Report?
    /// The folder of its outputs.
    public var folder: String?
    /// What became of the tickets read.
    public var changes = TicketChanges()
    /// Files that could not be used.
    public var refused: [ImportError] = []
    /// A file that breaks off.
    public var fault: ImportError?
    /// Share of rows that could not be used, 0…1.
    public var rejectedShare = 0.0
    /// Files left for the next run because somebody is writing them.
    public var beingWritten: [String] = []
    /// Patterns that match nothing.
    public var unmatched: [String] = []
    /// Gates that were crossed, in words.
    public var crossed: [String] = []
  }

  /// Prepares a run at the moment `now`.
  public init(_ options: NightlyOptions, now: Timestamp) {
    self.options = options
    self.now = now
  }

  /// Does the night's work.
  ///
  /// - Throws: ``LockedOut`` if another run is at it; `ImportError` if none of the files can be used, or there are none;
  ///   ``OutputError`` and `HistoryError` for what can't be written.
  public func run(progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) throws -> Result {
    let lock = try RunLock(options.database + ".lock")
    defer { extendLifetime(lock) }
    let history = try KeyFile.openHistory(options.database, keyFile: options.keyFile)
    try completeLastRun(history)

    let rules = try options.analysis.rules ?? RuleSet.builtIn()
    let settings = options.analysis.settings(ruleSet: rules.hash)
    let (known, inputs) = try history.read {
      (
        try $0.knownTickets(source: options.source, settings: settings),
        try $0.inputs(source: options.source)
      )
    }
    let scan = try InputScan(
      options.inputs, known: inputs, settings: settings, settlingSeconds: options.settlingSeconds,
      readsAll: options.readsAll, now: now.seconds)
    var result = Result()
    result.beingWritten = scan.beingWritten
    result.unmatched = scan.unmatched
    if scan.count == 0 {
      throw ImportError(
        .unreadable, file: options.inputs.joined(separator: ", "), "no file is there; see inputs.files")
    }
    if scan.due.isEmpty { return result }
    try work(scan, known, rules, settings, history, &result, progress)
    return result
  }

  /// Puts the outputs of the last run in their place, if it was ended before it could.
  private func completeLastRun(_ history: HistoryStore) throws {
    guard let name = try history.read({ try $0.latestRun(source: options.source) })?.folder else { return }
    let folder = RunFolder(parent: options.folder, name: name)
    if folder.isThere { try publish(folder) }
  }

  private func work(
    _ scan: InputScan, _ known: KnownTickets, _ rules: RuleSet, _ settings: String, _ history: HistoryStore,
    _ result: inout Result, _ progress: (_ done: Int, _ of: Int) -> Void
  ) throws {
    let day = Timestamp(seconds: now.seconds, precision: .day).iso8601
    let folder = RunFolder(parent: options.folder, name: try freeName(day, history))
    try folder.begin()
    var isRemembered = false
    defer { if !isRemembered { folder.discard() } }

    var analysis = options.analysis
    analysis.remembers = true
    analysis.splitsByGroup = options.isSplitByGroup
    analysis.known = known
    var due = scan.due
    var (sink, night) = try judge(&due, &result, folder, analysis, progress)

    var run = RunRecord(
      key: "", source: options.source, ruleSet: rules.hash, rules: rules.summaries.map(\.id),
      settings: settings)
    try history.write { writer in
      let before = try writer.reader.latestRun(source: options.source)
      result.changes = try writer.apply(sink.records, of: run)
      result.changes.unchanged += night.tally.ticketsUnchanged
      result.changes.older += night.tally.ticketsOlder
      let builder = NightlyReport(options: options, rules: rules, survey: night.survey, ledger: night.ledger)
      let asOf = try writer.reader.latestEvent(source: options.source)
      let since = options.periodSeconds.flatMap { period in asOf.map { $0.adding(seconds: -period) } }
      let remembered = try writer.reader.tickets(ruleSet: rules.hash, source: options.source, since: since)
      if night.waiting != nil {
        // A template is one by all that is remembered.
        var patterns = night.tally.patterns
        patterns.recall(remembered)
        try AnalysisRun(analysis).settle(
          &night, by: patterns.templates(), wantsFindings: sink.wantsFindings, into: &sink)
      }
      let report = builder.report(remembered, tonight: night.tally, changes: result.changes, before: before)
      result.report = report
      let weekly = try writer.reader.weeklyRuns(source: options.source, ruleSet: rules.hash, count: 2)
      result.crossed = options.gates.compactMap { $0.crossing(report, weekly: weekly) }

      var pruned = 0
      if let kept = options.keptSeconds, let asOf {
        pruned = try writer.prune(before: asOf.adding(seconds: -kept), source: options.source)
      }
      var pages: [(String, Report)] = []
      if options.isSplitByGroup {
        pages = try builder.teams(of: remembered, tonight: night.tally) { team in
          try writer.reader.tickets(ruleSet: rules.hash, source: options.source, team: team, since: since)
        }
      }
      try sink.finish(report, teams: pages)
      try OutputFile.write(
        manifest(rules, settings, scan, due, result, pruned).bytes, to: folder.stagingPath + "/run.json")
      try folder.flush()

      run.key = HistorySink.key(sink.records, settings: "\(settings) \(before.map { $0.number } ?? 0)")
      run.describe(report)
      run.recordedAt = now
      run.folder = folder.name
      let number = try writer.record(run, result.changes, associations: report.associations)
      // A file that breaks off is read again when it is whole.
      let read = due.filter { $0.path != result.fault?.file }
      try writer.mark(
        inputs: Dictionary(read.map { ($0.path, $0.state) }, uniquingKeysWith: { first, _ in first }),
        source: options.source, run: number)
    }
    isRemembered = true
    try publish(folder)
    result.folder = folder.path
  }

  /// Reads and judges; files that can't be used are set aside, and the rest is read without them.
  private func judge(
    _ due: inout [(path: String, state: InputState)], _ result: inout Result, _ folder: RunFolder,
    _ analysis: AnalysisOptions, _ progress: (_ done: Int, _ of: Int) -> Void
  ) throws -> (NightlyOutputs, AnalysisRun.Collected) {
    while true {
      do {
        var analysis = analysis
        analysis.paths = due.map(\.path)
        var sink = try NightlyOutputs(options, in: folder.stagingPath)
        let night = try AnalysisRun(analysis).collect(
          into: &sink, wantsRows: sink.wantsRows, wantsFindings: sink.wantsFindings, progress: progress)
        result.fault = night.survey.faults.first { $0.kind == .cutShort }
        result.rejectedShare =
          night.ledger.rowsRead > 0
          ? Double(night.ledger.rejectedRows) / Double(night.ledger.rowsRead) : 0
        return (sink, night)
      } catch let error as ImportError {
        let others = due.filter { $0.path != error.file }
        guard others.count < due.count, !others.isEmpty else { throw error }
        result.refused.append(error)
        due = others
      }
    }
  }

  /// The day, or the day and a number where there has been a run that day.
  private func freeName(_ day: String, _ history: HistoryStore) throws -> String {
    try history.read { reader in
      var name = day
      var number = 1
      while try reader.hasRun(folder: name) {
        number += 1
        name = "\(day)-\(number)"
      }
      return name
    }
  }

  private func manifest(
    _ rules: RuleSet, _ settings: String, _ scan: InputScan, _ due: [(path: String, state: InputState)],
    _ result: Result, _ pruned: Int
  ) -> RunManifest {
    var manifest = RunManifest(
      version: ReadbackVersion.number, ruleSetHash: rules.hash, settings: settings, startedAt: now)
    let faults = Dictionary(
      (result.refused + [result.fault].compactMap { $0 }).map { ($0.file, $0.description) },
      uniquingKeysWith: { first, _ in first })
    manifest.inputs = scan.due.map {
      RunManifest.Input(path: $0.path, size: $0.state.size, fault: faults[$0.path])
    }
    manifest.beingWritten = scan.beingWritten
    let changes = result.changes
    manifest.tickets = (changes.new, changes.changed, changes.unchanged, changes.older, changes.forgotten)
    manifest.pruned = pruned
    manifest.gates = result.crossed
    return manifest
  }

  /// Puts a run's folder in its place, and its gauges where they are collected.
  private func publish(_ folder: RunFolder) throws {
    try folder.publish()
    if let target = options.metrics {
      try OutputFile.copy(folder.path + "/" + NightlyOutputs.metricsName, to: target)
    }
  }
}
