import History
import Outcomes
import Reporting
import Rules
import TicketImport
import Tickets

/// What a worker needs to know, the same for all.
struct JudgingWork: Sendable {
  let options: AnalysisOptions
  let rules: RuleSet
  let wantsRows: Bool
  let wantsFindings: Bool

  /// Whether each finding that waits for all tickets is looked at in the end, and not only counted.
  var wantsWaiting: Bool { wantsFindings || options.collectsBaseline || options.baseline.count > 0 }

  /// An empty tally of this work.
  var emptyTally: RunTally {
    RunTally(
      rules: rules.summaries.count,
      suppressor: options.today.map { Suppressor(options.suppressions, rules: rules, today: $0) })
  }

  var words: FindingText {
    FindingText(
      masking: Masking(isOn: options.isMasked), abouts: rules.summaries, ticketURL: options.ticketURL)
  }
}

/// What is left of a batch when its tickets were judged.
struct JudgedBatch: Sendable {
  /// The batch itself, for texts that are only wanted if no earlier batch had them.
  var batch: TicketBatch
  /// What it writes.
  var output: RecordedRows
  /// What it adds to the run.
  var rows: BatchRows
}

/// The rows that the judging of a batch makes, until the batches before it have been written.
struct RecordedRows: AnalysisSink, Sendable {
  private var findings: [Finding] = []
  private var messages: [MessageRow] = []
  private var tickets: [TicketRow] = []
  private var rejects: [RejectRow] = []
  private var conversations: [(ticket: TicketRow, messages: [ConvoKitWriter.Utterance])] = []
  private var records: [TicketRecord] = []

  mutating func finding(_ finding: Finding) { findings.append(finding) }
  mutating func message(_ row: MessageRow) { messages.append(row) }
  mutating func ticket(_ row: TicketRow) { tickets.append(row) }
  mutating func reject(_ row: RejectRow) { rejects.append(row) }
  mutating func conversation(_ ticket: TicketRow, _ messages: [ConvoKitWriter.Utterance]) {
    conversations.append((ticket, messages))
  }
  mutating func remember(_ ticket: TicketRecord) { records.append(ticket) }

  /// Writes them all, those of a kind in the order in which they were made.
  func replay(into sink: inout some AnalysisSink) {
    for row in rejects { sink.reject(row) }
    for finding in findings { sink.finding(finding) }
    for row in messages { sink.message(row) }
    for row in tickets { sink.ticket(row) }
    for one in conversations { sink.conversation(one.ticket, one.messages) }
    for record in records { sink.remember(record) }
  }
}

/// One worker: judges batch after batch.
struct BatchJudge: ~Copyable {
  private var thread: Thread
  private var judge: Judge
  private var assembly: TicketJudging
  /// What all its batches add up to, but for rows.
  private(set) var tally: RunTally

  init(_ work: JudgingWork) throws {
    thread = try Thread(work.rules.packs)
    judge = Judge(work.rules, measuresSimilarity: work.wantsRows)
    tally = work.emptyTally
    assembly = TicketJudging(
      options: work.options, summaries: work.rules.summaries, words: work.words, wantsRows: work.wantsRows,
      wantsFindings: work.wantsFindings)
  }

  /// Judges the tickets of a batch, in their order.
  mutating func judge(_ batch: consuming TicketBatch) -> JudgedBatch {
    var output = RecordedRows()
    thread.begin(&batch)
    for index in thread.batch.tickets.indices {
      assembly.judge(ticket: index, &thread, &judge, &tally, &output)
    }
    thread.end(&batch)
    return JudgedBatch(batch: batch, output: output, rows: tally.takeRows())
  }
}

/// The whole of a run, put together batch by batch in the order of the input.
struct RunWhole: ~Copyable {
  /// Rows of all batches; counts once the workers have told theirs.
  var tally: RunTally
  /// Number of tickets read so far.
  private(set) var ticketsRead = 0
  /// Findings that wait for all tickets; `nil` if nobody wants to know of each.
  private(set) var waiting: WaitingReplies?
  private let words: FindingText
  private let importing: ImportOptions
  /// For the few texts that are looked at once more.
  private var thread: Thread

  init(_ work: JudgingWork) throws {
    tally = work.emptyTally
    words = work.words
    importing = work.options.importing
    thread = try Thread(work.rules.packs)
    if work.wantsWaiting {
      waiting = WaitingReplies(folder: importing.temporaryFolder, memoryLimit: importing.memory / 8)
    }
  }

  /// Adds the rows of the next batch.
  ///
  /// - Throws: ``OutputError`` if there is no room for what waits, or for rows that don't fit into memory.
  mutating func add(_ judged: inout JudgedBatch) throws(OutputError) {
    ticketsRead += judged.batch.tickets.count
    let first = tally.table.count
    tally.table.append(judged.rows.table)
    tally.records += judged.rows.records
    thread.begin(&judged.batch)
    for (place, sighting) in judged.rows.sightings.enumerated() {
      if let reply = sighting.bareReply { try waiting?.append(reply.masked(by: words.masking)) }
      let wanted = tally.patterns.note(
        sighting, group: tally.table.group(of: first + place), words.masking)
      guard wanted.reply || wanted.request else { continue }
      thread.open(sighting.ticket, findsPhrases: false)
      tally.patterns.keepTexts(wanted, of: sighting, in: thread, words)
    }
    thread.end(&judged.batch)
    try tally.spill(beyond: importing.memory * 3 / 8, in: importing.temporaryFolder)
  }
}
