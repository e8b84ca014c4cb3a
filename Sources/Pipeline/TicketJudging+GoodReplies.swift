import Outcomes
import Reporting
import Rules
import Tickets

/// What shows how it is done well: the marks of replies, and for each gap a reply without it.
extension TicketJudging {
  /// A good reply is neither a line nor a letter.
  private static let words = 15...120

  /// Marks the replies up to the cut, and keeps one good one for each gap that might have been in it.
  ///
  /// Good is a reply in which no gap was found and at least one strength was.
  func collectGoodReplies(_ judge: borrowing Judge, _ thread: borrowing Thread, _ tally: inout RunTally) {
    let judgement = judge.judgement
    let first = thread.ticket.messages.lowerBound
    for (position, message) in thread.messages.enumerated() where position < thread.cut && message.reply >= 0
    {
      Rubric.forEachMark(of: message, judgement, rules: judge.ruleSet) { criterion, mark in
        tally.rubric[criterion.rawValue][min(max(0, mark), Rubric.best)] += 1
      }
      guard Self.words.contains(Int(message.measures.words)),
        let own = strengths(of: message, judgement)
      else { continue }
      for look in judgement.looks where Int(look.message) - first == position && !look.fired {
        let rule = Int(look.rule)
        guard summaries[rule].kind == .gap,
          let hash = tally.goodReplies.wants(rule: rule, ticket: thread.batch.bytes[thread.ticket.id.range])
        else { continue }
        let reply = words.wholeReply(
          message, rule: summaries[rule], strengths: own.map { summaries[$0].title }, in: thread)
        tally.goodReplies.keep(reply, hash: hash, rule: rule)
      }
    }
  }

  /// The different strengths found in a message; `nil` if there is none, or a gap beside it.
  private func strengths(of message: MessageView, _ judgement: borrowing Judgement) -> [Int]? {
    var strengths: [Int] = []
    for mark in judgement.marks where Int(mark.message) == message.index {
      let rule = Int(mark.rule)
      if summaries[rule].kind == .gap { return nil }
      if !strengths.contains(rule) { strengths.append(rule) }
    }
    return strengths.isEmpty ? nil : strengths
  }
}

extension FindingText {
  /// A reply as an example of how to do without `rule`.
  func wholeReply(
    _ message: MessageView, rule: RuleSummary, strengths: [String], in thread: borrowing Thread
  ) -> Report.Example {
    let names = names(of: thread)
    let ticket = thread.batch.string(thread.ticket.id)
    let text = thread.batch.body(of: message.message).map { thread.batch.string($0) }.joined(separator: " ")
    let quote = masking.hide(Self.cut(text), names: names)
    let finding = Finding(
      rule: rule.id, kind: .strength, ticket: ticket,
      message: message.message.id.isEmpty
        ? String(message.index - thread.ticket.messages.lowerBound + 1)
        : thread.batch.string(message.message.id),
      span: 0..<Int(message.message.text.count), quote: quote,
      explanation: "No gap was found in it, and: " + strengths.joined(separator: "; ") + ".", suggestion: "",
      isAfterCut: false)
    var example = Report.Example(
      finding: finding, link: ticketURL.map { $0.replacing("{id}", with: ticket) }, context: ("", quote, ""))
    example.isWholeReply = true
    return example
  }
}
