import Outcomes
import Reporting
import Rules
import TextAnalysis
import Tickets

/// Takes one ticket after another through the rules and folds what they say into the run's tally.
struct TicketJudging {
  let options: AnalysisOptions
  let summaries: [RuleSummary]
  let words: FindingText
  let wantsRows: Bool
  let wantsFindings: Bool
  var sketch = RequestSketch()

  mutating func judge(
    ticket index: Int, _ thread: inout Thread, _ judge: inout Judge, _ tally: inout RunTally,
    _ sink: inout some AnalysisSink
  ) {
    let ticket = thread.batch.tickets[index]
    tally.ticketsRead += 1
    guard options.filter.passes(ticket, in: thread.batch) else {
      tally.ticketsFilteredOut += 1
      return
    }
    let version = version(of: ticket, in: thread.batch)
    if isKnown(version, thread.batch.bytes[ticket.id.range], &tally) { return }
    tally.note(opened: ticket.openedAt)
    var (row, cut) = tally.table.row(for: ticket, in: thread.batch, policy: options.cut)
    let end = options.cut.allowsLeak ? nil : cut?.messageEnd(of: ticket, in: thread.batch)
    thread.open(index, cut: end)
    judge.judge(&thread)
    if var suppressor = tally.suppressor {
      tally.suppressor = nil
      tally.suppressed += judge.suppress(&suppressor, in: thread)
      tally.suppressor = suppressor
    }

    if let reopened = cut?.reopenedAt { row.reopenReason = thread.reopenReason(at: reopened) }
    noteRequest(thread, &row)
    count(thread, &row, &tally)
    fold(judge.judgement, thread, &row)
    tally.patterns.see(
      thread, judge.judgement, ticket: index, row, bareReply: bareReply(judge, thread))
    tally.table.append(row)
    if let version {
      let record = record(version, row, cut, judge.judgement, thread, tally)
      if options.splitsByGroup { tally.records.append(record) }
      if options.remembers { sink.remember(record) }
    }
    collect(judge, thread, team: row.group, &tally, &sink)
    collectGoodReplies(judge, thread, &tally)
    if wantsRows || options.writesConversations { writeRows(judge, thread, row, cut, tally, &sink) }
  }

  private func count(_ thread: borrowing Thread, _ row: inout Observation, _ tally: inout RunTally) {
    var level = 0
    for (position, message) in thread.messages.enumerated() {
      tally.messagesByRole[message.message.role, default: 0] += 1
      if message.message.role == .requester, message.message.kind == .request || row.requestWords == 0 {
        row.requestWords += Int32(message.measures.words)
      }
      guard message.reply >= 0, !message.tokens.isEmpty else { continue }
      tally.scoredMessages += 1
      tally.scoredSentences += message.measures.sentences
      if message.language.isEmpty { tally.unknownLanguage += 1 }
      guard position < thread.cut else { continue }
      row.staffMessages += 1
      row.staffWords += Int32(message.measures.words)
      let own = message.measures.listeningLevel
      if own > 0 { level = level == 0 ? own : min(level, own) }
    }
    if row.staffMessages == 0 { tally.ticketsWithoutStaffText += 1 }
    row.listeningLevel = UInt8(level)
    if level > 0 { tally.levels[level - 1] += 1 }
  }

  /// What the rules said of the messages that were there at the cut, as one state a rule.
  private func fold(_ judgement: Judgement, _ thread: borrowing Thread, _ row: inout Observation) {
    let first = thread.ticket.messages.lowerBound
    for look in judgement.looks {
      let position = Int(look.message) - first
      let message = thread.messages[position]
      let rule = Int(look.rule)
      // Close notes have one text, that of the last resolution; they are judged all the same, and marked.
      let isRewritten = message.message.mayBeRewritten
      guard position < thread.cut || (isRewritten && summaries[rule].anchor == .closingText) else { continue }
      row.note(rule: rule, fired: look.fired, isFirm: !isRewritten)
    }
  }

  private func collect(
    _ judge: borrowing Judge, _ thread: borrowing Thread, team: Int32, _ tally: inout RunTally,
    _ sink: inout some AnalysisSink
  ) {
    let team = options.splitsByGroup ? tally.table.groups.names[Int(team)] : ""
    let marks = judge.judgement.marks
    guard !marks.isEmpty else { return }
    var names: [String]?
    var seen = RuleBits()
    for mark in marks {
      let rule = Int(mark.rule)
      tally.findings[rule] += 1
      if !seen[rule] {
        seen[rule] = true
        tally.ticketsWith[rule] += 1
      }
      let isAfterCut = Int(mark.message) - thread.ticket.messages.lowerBound >= thread.cut
      let id = thread.batch.bytes[thread.ticket.id.range]
      let hash = isAfterCut ? nil : tally.chooser.wants(rule: rule, ticket: id)
      let teamHash = isAfterCut || team.isEmpty ? nil : tally.teamChooser(team).wants(rule: rule, ticket: id)
      let isKnown = note(mark, thread, &tally)
      guard (wantsFindings && !isKnown) || hash != nil || teamHash != nil else { continue }
      let known = names ?? words.names(of: thread)
      names = known
      let finding = words.finding(
        mark, judge.wording(of: mark, in: thread), in: thread, isAfterCut: isAfterCut, names: known)
      if let hash {
        tally.chooser.keep(
          words.example(finding, mark, in: thread, names: known), hash: hash, rule: rule)
      }
      if let teamHash {
        tally.teamChoosers[team]?.keep(
          words.example(finding, mark, in: thread, names: known), hash: teamHash, rule: rule)
      }
      if wantsFindings && !isKnown { sink.finding(finding) }
    }
  }

  /// Whether a finding is in the baseline; collects it for a new one if that is asked for.
  private func note(_ mark: Mark, _ thread: borrowing Thread, _ tally: inout RunTally) -> Bool {
    guard options.collectsBaseline || options.baseline.count > 0 else { return false }
    let key = words.baselineKey(of: mark, in: thread)
    if options.collectsBaseline { tally.baseline.insert(key) }
    guard options.baseline.contains(key) else { return false }
    tally.inBaseline += 1
    return true
  }

  private func writeRows(
    _ judge: borrowing Judge, _ thread: borrowing Thread, _ row: Observation, _ cut: Cut?, _ tally: RunTally,
    _ sink: inout some AnalysisSink
  ) {
    let first = thread.ticket.messages.lowerBound
    let id = thread.batch.string(thread.ticket.id)
    var ticket = TicketRow(ticket: id)
    ticket.link = options.ticketURL?.replacing("{id}", with: id)
    ticket.openedAt = thread.ticket.openedAt
    ticket.firstResolvedAt = cut?.at
    ticket.cutSource = cut.map { "\($0.basis)" } ?? ""
    ticket.reopenedAt = cut?.reopenedAt
    ticket.isEligible = row.exclusion == nil
    ticket.exclusion = row.exclusion?.key
    ticket.priority = tally.table.priorities.names[Int(row.priority)]
    ticket.category = tally.table.categories.names[Int(row.category)]
    ticket.group = tally.table.groups.names[Int(row.group)]
    ticket.channel = thread.batch.string(thread.ticket.channel)
    ticket.kind = thread.ticket.kind
    ticket.language = thread.messages.first { $0.message.role == .requester }?.language ?? ""
    ticket.messages = thread.messages.count
    ticket.staffMessages = Int(row.staffMessages)
    ticket.staffWords = Int(row.staffWords)
    ticket.reassignments = row.reassignments.map { Int($0) }
    ticket.listeningLevel = row.listeningLevel > 0 ? Int(row.listeningLevel) : nil
    for (position, message) in thread.messages.enumerated() {
      var line = MessageRow(
        ticket: id,
        message: message.message.id.isEmpty ? String(position + 1) : thread.batch.string(message.message.id),
        role: message.message.role, visibility: message.message.visibility, kind: message.message.kind)
      line.at = message.message.at
      line.isAfterCut = position >= thread.cut
      line.words = message.measures.words
      line.sentences = message.measures.sentences
      line.readingGrade = message.measures.reading?.fleschKincaidGrade
      line.similarity = message.measures.restatement?.similarity
      line.coverage = message.measures.restatement?.coverage
      line.paraphrase = message.measures.restatement?.probability
      line.listeningLevel = message.measures.listeningLevel > 0 ? message.measures.listeningLevel : nil
      for mark in judge.judgement.marks where Int(mark.message) - first == position {
        if summaries[Int(mark.rule)].kind == .gap { line.gaps += 1 } else { line.strengths += 1 }
      }
      ticket.gaps += line.gaps
      ticket.strengths += line.strengths
      sink.message(line)
    }
    sink.ticket(ticket)
    if options.writesConversations { sink.conversation(ticket, utterances(judge, thread)) }
  }
}
