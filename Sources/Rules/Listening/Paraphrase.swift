import TextAnalysis
import Tickets

/// `listening.paraphrase` (strength): the reply says in other words what the requester said.
struct Paraphrase: Rule {
  static let about = RuleDescription(
    "listening.paraphrase", "Says back what was asked, in other words", kind: .strength, anchor: .anyReply,
    scope: .publicReply,
    rationale: """
      A requester who sees their problem put in other words knows that it was understood, and corrects it at once \
      if it was not, before the wrong thing is fixed.
      """,
    practice: "Start with one sentence: “So the scans arrive, but only the first page: is that right?”",
    source: "Covey, habit 5; active-listening research (reflection in motivational interviewing)",
    finds: [
      [
        "requester: Since the update my VPN drops every ten minutes when I am at home and I lose my calls.",
        "staff: ‹So what I'm hearing is that the connection has been cutting out at home every ten minutes since the update, and your calls go with it.› I will look at the settings now.",
      ]
    ],
    ignores: [
      [
        "requester: Since the update my VPN drops every ten minutes when I am at home and I lose my calls.",
        "staff: Thank you for contacting the service desk. We are looking into it.",
      ],
      [
        "requester: Since the update my VPN drops every ten minutes when I am at home and I lose my calls.",
        "staff: Please restart the router and reinstall the client from the portal.",
      ],
    ])

  init(_ packs: PackIndex) {}

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard let restatement = message.measures.restatement, restatement.points > 0 else { return }
    judgement.look()
    guard restatement.probability >= Restatement.threshold, !restatement.best.isEmpty else { return }
    judgement.find(
      Mark(
        span: restatement.best, argument: Int32((restatement.probability * 100).rounded()),
        otherMessage: restatement.requestMessage, otherSpan: restatement.point))
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    guard let request = thread.message(at: mark.otherMessage) else {
      return Wording("says back what was asked")
    }
    return Wording("takes up “\(thread.string(mark.otherSpan, in: request.message))” in other words")
  }
}
