import Outcomes
public import Reporting
import Rules
import TicketImport
import Tickets

/// Finds one ticket among exports and annotates its thread: `readback explain`.
public struct ThreadExplanation {
  private let options: AnalysisOptions

  /// Prepares the search.
  public init(_ options: AnalysisOptions) { self.options = options }

  /// The thread of the ticket with this id; `nil` if there is none.
  ///
  /// - Throws: `ImportError` for input that can't be used.
  /// - Complexity: O(size of the input up to the ticket); if its first reply could be a template, that of a whole run.
  public func thread(of id: String) throws -> AnnotatedThread? {
    guard let found = try look(for: id, templates: ReplyTemplates()) else { return nil }
    // Whether other tickets have its first reply, only they tell.
    guard found.isWaiting else { return found.thread }
    return try look(for: id, templates: AnalysisRun(options).replyTemplates())?.thread
  }

  private func look(for id: String, templates: ReplyTemplates) throws -> (
    thread: AnnotatedThread, isWaiting: Bool
  )? {
    var importer = try Importer(paths: options.paths, options: options.importing)
    let rules = try options.rules ?? RuleSet.builtIn()
    var thread = try Thread(rules.packs)
    var judge = Judge(rules)
    var result: (AnnotatedThread, Bool)?
    let wanted = Array(id.utf8)
    try importer.read(ticketsPerBatch: options.ticketsPerBatch, onReject: { _ in }) { batch in
      guard let index = batch.tickets.firstIndex(where: { batch.bytes[$0.id.range].elementsEqual(wanted) })
      else {
        return true
      }
      thread.begin(&batch)
      result = annotate(index, &thread, &judge, templates)
      thread.end(&batch)
      return false
    }
    return result
  }

  private func annotate(
    _ index: Int, _ thread: inout Thread, _ judge: inout Judge, _ templates: ReplyTemplates
  ) -> (AnnotatedThread, isWaiting: Bool) {
    var table = ObservationTable()
    let ticket = thread.batch.tickets[index]
    let (row, cut) = table.row(for: ticket, in: thread.batch, policy: options.cut)
    thread.open(index, cut: cut?.messageEnd(of: ticket, in: thread.batch))
    judge.judge(&thread)
    if let today = options.today {
      var suppressor = Suppressor(options.suppressions, rules: judge.ruleSet, today: today)
      _ = judge.suppress(&suppressor, in: thread)
    }
    // What all tickets together tell changes no rubric.
    let rubrics = thread.messages.map { Rubric(of: $0, judge.judgement, rules: judge.ruleSet) }
    let isWaiting = !judge.judgement.pending.isEmpty
    judge.settle(by: templates, in: thread)

    let masking = Masking(isOn: options.isMasked)
    let words = FindingText(masking: masking, abouts: judge.ruleSet.summaries, ticketURL: options.ticketURL)
    let names = words.names(of: thread)
    func shown(_ range: ByteRange) -> String { masking.hide(thread.batch.string(range), names: names) }

    var result = AnnotatedThread(id: thread.batch.string(ticket.id), summary: shown(ticket.summary))
    result.link = options.ticketURL?.replacing("{id}", with: result.id)
    result.facts = [ticket.priority, ticket.category, ticket.group].filter { !$0.isEmpty }.map(
      thread.batch.string)
    result.outcome = outcome(row, cut)
    result.cut = cut == nil ? nil : thread.cut
    var pseudonyms: [String: String] = [:]
    for (position, message) in thread.messages.enumerated() {
      let marks = judge.judgement.marks.filter { Int($0.message) == message.index }
        .sorted { ($0.span.start, $0.span.end, $0.rule) < ($1.span.start, $1.span.end, $1.rule) }
      var view = AnnotatedThread.Message(
        id: message.message.id.isEmpty ? String(position + 1) : thread.batch.string(message.message.id),
        author: author(message.message, thread, masking, &pseudonyms), role: message.message.role,
        visibility: message.message.visibility, kind: message.message.kind, at: message.message.at,
        pieces: pieces(message, marks, thread, masking, names))
      view.findings = marks.map {
        words.finding(
          $0, judge.wording(of: $0, in: thread), in: thread, isAfterCut: position >= thread.cut, names: names,
          templates: templates)
      }
      if message.measures.listeningLevel > 0, let restatement = message.measures.restatement {
        view.listeningLevel = message.measures.listeningLevel
        view.listeningReason = listeningReason(
          message.measures.listeningLevel, restatement,
          missed: thread.pointMissed(by: message).map { masking.hide($0, names: names) })
      }
      view.rubric = rubrics[position].lines.map(RubricMark.init)
      result.messages.append(view)
    }
    let levels = thread.messages.prefix(thread.cut).map(\.measures.listeningLevel).filter { $0 > 0 }
    result.listeningLevel = levels.min()
    result.rubric = Rubric.summary(of: Array(rubrics[..<thread.cut])).lines.map(RubricMark.init)
    result.nextSteps = nextSteps(judge.judgement.marks, judge.ruleSet.summaries)
    return (result, isWaiting)
  }

  private func outcome(_ row: Observation, _ cut: Cut?) -> String {
    guard let cut else { return row.exclusion?.label ?? "" }
    let how =
      switch cut.basis {
      case .history: "from the status history"
      case .lastReplyBeforeReopen: "the last reply before the reopen; the resolved time was overwritten"
      case .resolvedAt: "the resolved time"
      case .closedAt: "the closed time"
      }
    var text = "First resolved \(cut.at.iso8601) (\(how))"
    if let reopened = cut.reopenedAt {
      let days = Double(reopened.seconds - cut.at.seconds) / 86_400
      text += days < 1 ? "; reopened the same day" : "; reopened after \(Int(days)) days"
    } else if row.isReopenedEver {
      text += "; reopened at a time that the export does not give"
    } else {
      text += "; not reopened"
    }
    return text
  }

  private func author(
    _ message: Message, _ thread: borrowing Thread, _ masking: Masking, _ pseudonyms: inout [String: String]
  ) -> String {
    let name = thread.batch.string(message.author)
    guard masking.isOn, !name.isEmpty else { return name }
    if let known = pseudonyms[name] { return known }
    let pseudonym = "person-\(pseudonyms.count + 1)"
    pseudonyms[name] = pseudonym
    return pseudonym
  }

  /// The message's text cut at every edge of a mark or a zone.
  private func pieces(
    _ message: MessageView, _ marks: [Mark], _ thread: borrowing Thread, _ masking: Masking, _ names: [String]
  ) -> [AnnotatedThread.Piece] {
    let count = message.message.text.count
    var zones = thread.batch.zones[message.message.zones].map { zone in
      (ByteRange(start: zone.range.start &- message.message.text.start, count: zone.range.count), zone.kind)
    }
    if zones.isEmpty { zones = [(ByteRange(start: 0, count: count), .body)] }
    var edges: Set<UInt32> = [0, count]
    for (range, _) in zones { edges.formUnion([range.start, range.end]) }
    for mark in marks { edges.formUnion([mark.span.start, mark.span.end]) }
    let sorted = edges.filter { $0 <= count }.sorted()
    var pieces: [AnnotatedThread.Piece] = []
    for (start, end) in zip(sorted, sorted.dropFirst()) {
      let range = ByteRange(start: start, count: end - start)
      // A number stands behind the end of its mark only.
      let numbers = marks.indices.filter { marks[$0].span.end == end && marks[$0].span.start <= start }
      let isMarked = marks.contains { $0.span.start <= start && end <= $0.span.end }
      let zone = zones.first { $0.0.start <= start && end <= $0.0.end }?.1 ?? .body
      var piece = AnnotatedThread.Piece(
        text: masking.hide(thread.string(range, in: message.message), names: names), zone: zone)
      piece.findings = numbers.map { $0 + 1 }
      piece.isMarked = isMarked
      pieces.append(piece)
    }
    return pieces
  }

  /// Why a reply is at its level, and what would have lifted it by one.
  private func listeningReason(_ level: Int, _ restatement: Restatement, missed: String?) -> String {
    let share = Int((restatement.coverage * 100).rounded())
    let number = restatement.points == 1 ? "1 point" : "\(restatement.points) points"
    let points = "\(share) % of what was asked is taken up (\(number))"
    let saidBack = restatement.probability >= Restatement.threshold ? ", and it is said back" : ""
    let most = missed.map { "“\($0)”" } ?? "the most specific thing they wrote"
    return switch level {
    case 5: "level 5, empathic: \(points)\(saidBack), and what it means to the requester is named"
    case 4: "level 4, attentive: \(points)\(saidBack). To reach 5, name what it costs them"
    case 3: "level 3, selective: \(points). To reach 4, take up \(most) too, in your own words"
    case 2: "level 2, pretending: a courtesy, and nothing specific. To reach 3, take up \(most)"
    default: "level 1, ignoring: nothing of the request is taken up. To reach 3, take up \(most)"
    }
  }

  /// The practice of the one or two gaps found most.
  private func nextSteps(_ marks: [Mark], _ rules: [RuleSummary]) -> [String] {
    var counts: [UInt8: Int] = [:]
    for mark in marks where rules[Int(mark.rule)].kind == .gap {
      counts[mark.rule, default: 0] += 1
    }
    return counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(2)
      .map { rules[Int($0.key)].practice }
  }
}
