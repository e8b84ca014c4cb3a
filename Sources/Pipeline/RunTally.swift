import History
import Outcomes
import Rules
import TemporaryFiles
import Tickets

/// What is counted while tickets go by: of a batch, of a worker, or of the whole run.
///
/// All of it but the table and the patterns is the same whatever the order of the tickets.
struct RunTally: Sendable {
  var table = ObservationTable()
  var patterns = CorpusPatterns()
  var ticketsRead = 0
  var ticketsFilteredOut = 0
  /// Tickets of a history that were judged by other rules.
  var otherRules = 0
  /// Whether the tickets are those of a history and not those just read.
  var isRemembered = false
  var ticketsUnchanged = 0
  var ticketsOlder = 0
  var ticketsWithoutStaffText = 0
  var messagesByRole: [Role: Int] = [:]
  var findings: [Int]
  var ticketsWith: [Int]
  var chooser: ExampleChooser
  /// The same for each team, where there is one more report a team.
  var teamChoosers: [String: ExampleChooser] = [:]
  /// One reply a gap that does without it.
  var goodReplies: ExampleChooser
  /// Replies by criterion and mark.
  var rubric = Array(
    repeating: Array(repeating: 0, count: Rubric.best + 1), count: Rubric.Criterion.allCases.count)
  /// The records of all tickets, where there is one more report a team.
  var records: [TicketRecord] = []
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
    goodReplies = ExampleChooser(rules: rules, count: 1)
  }

  /// The examples of a team.
  mutating func teamChooser(_ team: String) -> ExampleChooser {
    if let chooser = teamChoosers[team] { return chooser }
    let chooser = ExampleChooser(rules: findings.count)
    teamChoosers[team] = chooser
    return chooser
  }

  /// Fills in what only all tickets together can tell.
  consuming func resolvingPatterns(_ rules: RuleSet) -> (RunTally, CorpusPatterns.Groups) {
    let canned = rules.position(of: Canned.about.id)
    let groups = patterns.resolve(&table, canned: canned)
    if let canned {
      findings[canned] = groups.canned
      ticketsWith[canned] = groups.canned
      chooser.replace(patterns.examples(of: groups, count: ExampleChooser.usualCount), rule: canned)
    }
    patterns.release()
    return (self, groups)
  }

  mutating func note(opened: Timestamp?) {
    guard let opened else { return }
    period = period.map { min($0.lowerBound, opened)...max($0.upperBound, opened) } ?? opened...opened
  }

  /// Takes out what is a batch's own, and leaves what is counted.
  mutating func takeRows() -> BatchRows {
    defer {
      table = ObservationTable()
      records = []
    }
    return BatchRows(table: table, sightings: patterns.takeSightings(), records: records)
  }

  /// Moves rows to temporary files, as far as they take more than `memory` bytes.
  ///
  /// - Throws: ``OutputError`` if there is no room in `folder`.
  mutating func spill(beyond memory: Int, in folder: String) throws(OutputError) {
    do throws(TemporaryFileError) {
      try table.spill(beyond: memory * 2 / 3, in: folder)
      try patterns.spill(beyond: memory / 3, in: folder)
    } catch {
      throw OutputError(path: error.folder, reason: error.reason)
    }
  }

  /// Adds what another worker counted, but for rows.
  mutating func addCounts(_ other: RunTally) {
    ticketsRead += other.ticketsRead
    ticketsFilteredOut += other.ticketsFilteredOut
    ticketsWithoutStaffText += other.ticketsWithoutStaffText
    messagesByRole.merge(other.messagesByRole) { $0 + $1 }
    for rule in findings.indices {
      findings[rule] += other.findings[rule]
      ticketsWith[rule] += other.ticketsWith[rule]
    }
    keepExamples(of: other)
    for line in rubric.indices {
      for mark in rubric[line].indices { rubric[line][mark] += other.rubric[line][mark] }
    }
    teamChoosers.merge(other.teamChoosers) { one, more in
      var both = one
      both.add(more)
      return both
    }
    for level in levels.indices { levels[level] += other.levels[level] }
    scoredMessages += other.scoredMessages
    scoredSentences += other.scoredSentences
    unknownLanguage += other.unknownLanguage
    note(opened: other.period?.lowerBound)
    note(opened: other.period?.upperBound)
    if let more = other.suppressor {
      if suppressor == nil { suppressor = more } else { suppressor?.add(more) }
    }
    suppressed += other.suppressed
    inBaseline += other.inBaseline
    baseline.formUnion(other.baseline)
    ticketsUnchanged += other.ticketsUnchanged
    ticketsOlder += other.ticketsOlder
  }
}

/// What a batch adds to a run, a row a ticket each.
struct BatchRows: Sendable {
  var table: ObservationTable
  var sightings: [CorpusPatterns.Sighting]
  var records: [TicketRecord]
}
