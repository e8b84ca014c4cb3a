import Reporting
import Rules
import Tickets

/// A ticket as a conversation of a corpus.
extension TicketJudging {
  /// The messages with what was found in them, by time. Speakers go by their names; whoever writes them down hides those.
  func utterances(_ judge: borrowing Judge, _ thread: borrowing Thread) -> [ConvoKitWriter.Utterance] {
    let names = words.names(of: thread)
    let ticket = thread.batch.string(thread.ticket.id)
    let first = thread.ticket.messages.lowerBound
    var utterances: [ConvoKitWriter.Utterance] = []
    for (position, message) in thread.messages.enumerated() {
      let own = message.message
      // Unique in the corpus, whatever the export calls its messages.
      let id = "\(ticket)/\(position + 1)"
      let text = thread.batch.body(of: own).map { thread.batch.string($0) }.joined(separator: "\n")
      let marks = judge.judgement.marks.filter { Int($0.message) - first == position }
      utterances.append(
        ConvoKitWriter.Utterance(
          id: id, conversation: "\(ticket)/1",
          speaker: own.author.isEmpty ? own.role.name : thread.batch.string(own.author),
          replyTo: utterances.last?.id, at: own.at, text: words.masking.hide(text, names: names),
          role: own.role,
          visibility: own.visibility, kind: own.kind,
          listeningLevel: message.measures.listeningLevel > 0 ? message.measures.listeningLevel : nil,
          findings: marks.map {
            words.finding(
              $0, judge.wording(of: $0, in: thread), in: thread, isAfterCut: position >= thread.cut,
              names: names)
          }))
    }
    return utterances
  }
}
