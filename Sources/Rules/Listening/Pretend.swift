import TextAnalysis
import Tickets

/// `listening.pretend`: courtesy, and nothing that shows the request was read.
struct Pretend: Rule {
  static let about = RuleDescription(
    "listening.pretend", "Stock phrases instead of listening", anchor: .anyReply, scope: .publicReply,
    packs: ["listening.pretend"], revision: 2,
    rationale: """
      “We understand your concern” could stand in any ticket, and readers know it. Alone, it says that nobody has \
      read theirs yet.
      """,
    practice:
      "Keep the courtesy and add one thing that only this ticket holds: the device, the time, the deadline.",
    source: "Covey's second level of listening: pretending",
    finds: [
      [
        "requester: Since the update my VPN drops every ten minutes and I lose my calls.",
        "staff: ‹Thank you for reaching out› to the service desk. We are working on your request.",
      ]
    ],
    ignores: [
      [
        "requester: Since the update my VPN drops every ten minutes and I lose my calls.",
        "staff: Thank you for reaching out. A VPN that drops every ten minutes costs you your calls, so I am on it now.",
      ]
    ])

  /// Coverage of the request's points above which the courtesy is not alone.
  static let mostCoverage = 0.2

  private let pack: Int16?
  private let packs: PackIndex

  init(_ packs: PackIndex) {
    self.packs = packs
    pack = packs.number(of: "listening.pretend")
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard let restatement = message.measures.restatement, restatement.points > 0 else { return }
    judgement.look()
    guard let match = thread.matches(of: pack, in: message).first(where: { _ in true }) else { return }
    guard restatement.coverage <= Self.mostCoverage, restatement.probability < Restatement.threshold else {
      return
    }
    judgement.find(
      Mark(
        span: thread.span(of: match.tokenRange), argument: match.entry,
        otherMessage: restatement.requestMessage, otherSpan: restatement.point))
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    packs.wording(of: mark, pack: pack, in: thread)
  }
}
