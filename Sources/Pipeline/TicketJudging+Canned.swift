import Reporting
import Rules
import Tickets

/// The first reply of a ticket, where it waits to be found canned.
extension TicketJudging {
  /// What waits; `nil` if nothing does.
  func bareReply(_ judge: borrowing Judge, _ thread: borrowing Thread) -> BareReply? {
    guard let mark = judge.judgement.pending.first else { return nil }
    return words.bareReply(mark, judge.wording(of: mark, in: thread), in: thread)
  }
}

extension FindingText {
  /// What a mark of `listening.canned` is on, not masked yet, so that a finding can be made of it when all tickets are
  /// known.
  func bareReply(_ mark: Mark, _ wording: Wording, in thread: borrowing Thread) -> BareReply? {
    guard let message = thread.message(at: mark.message) else { return nil }
    let open = FindingText(masking: Masking(isOn: false), abouts: abouts, ticketURL: ticketURL)
    let finding = open.finding(mark, wording, in: thread, isAfterCut: false, names: [])
    return BareReply(
      sketch: message.measures.sketch.bits, example: open.example(finding, mark, in: thread, names: []),
      parts: thread.filledParts(of: message).map { span in
        let part = thread.string(span, in: message.message)
        return BareReply.Part(text: part, hash: CorpusPatterns.hash(part.utf8))
      }, words: baselineKey(of: mark, in: thread).text, people: masking.isOn ? people(of: thread) : nil)
  }

  /// What a baseline knows a finding by.
  func baselineKey(of mark: Mark, in thread: borrowing Thread) -> Baseline.Key {
    let message = thread.batch.messages[Int(mark.message)]
    let start = Int(message.text.start)
    return Baseline.Key(
      ticket: thread.batch.string(thread.ticket.id), message: messageID(message, mark, in: thread),
      rule: abouts[Int(mark.rule)].id.description,
      words: thread.batch.bytes[(start + mark.span.range.lowerBound)..<(start + mark.span.range.upperBound)])
  }
}
