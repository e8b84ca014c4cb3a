import Outcomes
import Reporting
import Rules
import TicketImport
import Tickets

/// Puts together what a run has counted.
struct ReportBuilder {
  let options: AnalysisOptions
  let summaries: [RuleSummary]
  let ruleSetHash: String
  let survey: ImportSurvey
  let ledger: ImportLedger

  func report(_ counted: (tally: RunTally, groups: CorpusPatterns.Groups)) -> Report {
    let (tally, groups) = counted
    defer { tally.table.release() }
    let eligibility = Eligibility(of: tally.table, policy: options.cut)
    tally.table.release()
    var report = Report(version: ReadbackVersion.number, ruleSetHash: ruleSetHash)
    report.inputs = survey.files.map(input)
    report.period = tally.period
    report.asOf = eligibility.asOf
    report.windowDays = options.cut.effectiveDays
    report.scoredMessages = tally.scoredMessages
    report.scoredSentences = tally.scoredSentences
    report.listeningLevels = tally.levels
    report.rubric = Rubric.Criterion.allCases.map {
      Report.RubricLine(name: $0.name, replies: tally.rubric[$0.rawValue])
    }
    report.rules = summaries.indices.map {
      Report.RuleResult(
        rule: summaries[$0], findings: tally.findings[$0], tickets: tally.ticketsWith[$0],
        examples: tally.chooser.examples(of: $0), goodReply: tally.goodReplies.examples(of: $0).first)
    }
    report.ledger = self.lines(tally, eligibility)
    addTrends(tally.table, to: &report)
    if eligibility.isDescriptiveOnly {
      report.reopened = eligibility.wholeTicket
      report.reopenInterval = eligibility.wholeTicket.interval()
    } else if !eligibility.rows.isEmpty {
      report.reopened = eligibility.total
      report.reopenInterval = eligibility.total.interval()
      report.repeatContacts = eligibility.count(.askedAgain).events
      report.weeks = Self.weeks(tally.table, eligibility)
      report.breakdowns = breakdowns(tally.table, eligibility)
      tally.table.release()
      let associations = Associations(
        rules: summaries, table: tally.table, eligibility: eligibility, policy: options.cut,
        options: estimation)
      report.associations = associations.rules
      report.processAssociations = associations.process
      report.neverFound = associations.neverFound
      if let permutations = options.selfCheckPermutations {
        report.selfCheck = SelfCheck(
          rules: summaries, table: tally.table, eligibility: eligibility, permutations: permutations)
      }
      report.heatMaps = heatMaps(tally.table, associations.rules)
      report.funnels = funnels(tally.table, eligibility)
      report.leakComparison = leakComparison(tally.table, eligibility)
    }
    (report.templates, report.recurrences) = tally.patterns.tables(groups, tally.table) { row in
      eligibility.place(of: row).map { eligibility.outcomes[$0].contains(.cameBack) }
    }
    if options.cut.allowsLeak {
      report.leakBanner =
        "LEAKY: the whole ticket was taken as last exported, so text and values from after a reopen are in these "
        + "numbers. Use them to compare with other reports, never to decide."
    }
    report.notes = notes(tally, eligibility) + selfCheckNotes(report.selfCheck)
    return report
  }

  /// What is estimated, on as many threads as everything else.
  private var estimation: EstimationOptions {
    var estimation = options.estimation
    estimation.threads = options.threads
    return estimation
  }

  private func input(_ file: FileSurvey) -> Report.Input {
    let tables = file.tables.filter { $0.kind != .other }
    return Report.Input(
      name: String(file.file.split(separator: "/").last ?? ""), format: file.format.format,
      encoding: file.format.encoding, records: file.tables.reduce(0) { $0 + $1.rows },
      note: tables.map { "\($0.preset.map { "\($0), " } ?? "")\($0.kind.words)" }.joined(separator: "; "))
  }

  /// The ledger: rows, then messages, then tickets; each unit adds up.
  private func lines(_ tally: RunTally, _ eligibility: Eligibility) -> Ledger {
    var lines: [Ledger.Line] = []
    func add(_ unit: Ledger.Unit, _ key: String, _ label: String, _ count: Int, excluded: Bool = false) {
      if count > 0 || !excluded {
        lines.append(Ledger.Line(unit: unit, key: key, label: label, count: count, isExcluded: excluded))
      }
    }
    add(.rows, "rows_read", "rows read", ledger.rowsRead)
    for reason in RejectReason.allCases {
      add(
        .rows, "rejected_\(reason)", "rejected: \(reason.rawValue)", ledger.rejected[reason] ?? 0,
        excluded: true)
    }
    add(.rows, "unused_rows", "empty, or of a table that is not used", ledger.unusedRows, excluded: true)
    add(.rows, "empty_messages", "messages without text", ledger.emptyMessageRows, excluded: true)
    add(
      .rows, "duplicate_messages", "messages that were there already", ledger.duplicateMessageRows,
      excluded: true)
    add(.rows, "duplicate_tickets", "tickets seen before, united", ledger.duplicateRows, excluded: true)
    add(
      .rows, "rows_used", "rows used",
      ledger.tickets + ledger.furtherRows + ledger.messageRows + ledger.historyRows + ledger.satisfactionRows
        + ledger.peopleRows)
    add(.messages, "messages_read", "messages read", tally.messagesByRole.values.reduce(0, +))
    for role in Role.allCases where role != .staff {
      add(
        .messages, "messages_\(role.name)",
        role == .unknown ? "by somebody whose side can't be told" : "by \(role.name)s",
        tally.messagesByRole[role] ?? 0, excluded: true)
    }
    add(.messages, "messages_staff", "by staff", tally.messagesByRole[.staff] ?? 0)

    add(
      .tickets, "tickets_read", tally.isRemembered ? "tickets in the history, of the period" : "tickets read",
      tally.ticketsRead)
    add(
      .tickets, "other_rules", "judged by other rules, and not read again", tally.otherRules, excluded: true)
    add(
      .tickets, "filtered_out", "not asked for (--since, --until, --where)", tally.ticketsFilteredOut,
      excluded: true)
    for exclusion in Exclusion.allCases {
      add(.tickets, exclusion.key, exclusion.label, eligibility.excluded[exclusion] ?? 0, excluded: true)
    }
    add(.tickets, "compared", "compared", eligibility.rows.count)
    if !options.suppressions.all.isEmpty || options.baseline.count > 0 {
      let found = tally.findings.reduce(0, +)
      add(.findings, "findings_made", "findings", found + tally.suppressed)
      add(.findings, "suppressed", "suppressed by the desk", tally.suppressed, excluded: true)
      add(.findings, "in_baseline", "known from the baseline", tally.inBaseline, excluded: true)
      add(.findings, "findings_shown", "findings to look at", found - tally.inBaseline)
    }
    return Ledger(lines: lines)
  }

  private func leakComparison(_ table: ObservationTable, _ eligibility: Eligibility) -> Report.LeakComparison?
  {
    let whole = eligibility.wholeTicket
    guard !options.cut.allowsLeak, whole.events > 0, whole != eligibility.total else { return nil }
    var reasons: [String] = []
    if let censored = eligibility.excluded[.censored], let days = options.cut.effectiveDays {
      reasons.append("\(censored) were resolved less than \(days) days before the export ends")
    }
    if eligibility.reopenedLater > 0, let days = options.cut.effectiveDays {
      reasons.append("\(eligibility.reopenedLater) were reopened after more than \(days) days")
    }
    if eligibility.thanksOnly > 0 { reasons.append("\(eligibility.thanksOnly) were reopened by a thank-you") }
    if let unknown = eligibility.excluded[.unknownCut] {
      reasons.append("of \(unknown) the first resolution is not known")
    }
    if eligibility.disagreements > 0 {
      reasons.append(
        "of \(eligibility.disagreements) the reopen counter and the \(table.believedSource.name) disagree "
          + "(the \(table.believedSource.name) is believed)")
    }
    return Report.LeakComparison(
      wholeTicket: whole, atCut: eligibility.total,
      explanation: reasons.isEmpty ? "" : "The difference: " + reasons.joined(separator: ", ") + ".")
  }

  private func notes(_ tally: RunTally, _ eligibility: Eligibility) -> [String] {
    var notes: [String] = []
    for fault in survey.faults where fault.kind == .cutShort { notes.append(fault.description) }
    for warning in survey.warnings {
      let name = warning.file.split(separator: "/").last.map { "\($0): " } ?? ""
      notes.append(name + warning.message)
    }
    notes += suppressionNotes(tally)
    notes += outcomeNotes(tally.table, eligibility)
    if tally.scoredMessages == 0 {
      notes.append(
        "there is no staff text in this export, so no rule was judged: what follows is about outcomes only")
    }
    if eligibility.rows.isEmpty || eligibility.isDescriptiveOnly { notes.append(noOutcomeNote(eligibility)) }
    let unknown = tally.messagesByRole[.unknown] ?? 0
    if unknown > 0 {
      notes.append(
        "whether staff or requesters wrote \(unknown) messages can't be told; they are read for nothing "
          + "(--staff PATTERN and --requester PATTERN say who is who)")
    }
    if ledger.unknownStates > 0 {
      let names = ledger.unknownStateNames.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
        .map { "“\($0.key)” \($0.value)" }
      notes.append(
        "\(ledger.unknownStates) tickets are in states whose meaning is not known (\(names.joined(separator: ", "))); "
          + "--state NAME=open, =resolved, =closed or =cancelled tells")
    }
    if let asOf = eligibility.asOf, let period = tally.period, let window = options.cut.windowSeconds,
      asOf.seconds - period.lowerBound.seconds < 2 * window
    {
      notes.append(
        "the export spans less than two windows of \(options.cut.effectiveDays ?? 0) days: most tickets can't be followed"
      )
    }
    return notes
  }

  /// Suppressions that have run out, and those that met nothing: both want to be looked at again.
  private func suppressionNotes(_ tally: RunTally) -> [String] {
    guard let today = options.today, let suppressor = tally.suppressor else { return [] }
    return zip(options.suppressions.all, suppressor.counts).compactMap { suppression, count in
      if options.suppressions.isExpired(suppression, on: today) {
        return "\(suppression.place): the suppression of \(suppression.words) has expired"
      }
      return count == 0 ? "\(suppression.place): the suppression of \(suppression.words) met nothing" : nil
    }
  }

  private func noOutcomeNote(_ eligibility: Eligibility) -> String {
    let reason =
      eligibility.isDescriptiveOnly
      ? Exclusion.unknownCut
      : eligibility.excluded.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    switch reason {
    case .unknownOutcome:
      return
        "nothing in this export says which tickets were reopened, so findings are shown and nothing is compared"
    case .unknownCut:
      return
        "the export counts reopens but does not say when: tickets can't be read as they stood before the reopen. "
        + "--allow-leaky compares them all the same, with a warning"
    default: return "no ticket can be compared, see what was left out"
    }
  }
}
