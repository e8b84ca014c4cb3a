import TextAnalysis
import Tickets

/// `complete.no-confirmation`: said to be solved, and nobody asked the one who knows.
struct NoConfirmation: Rule {
  static let about = RuleDescription(
    "complete.no-confirmation", "Closed without asking whether it works", anchor: .closingText,
    scope: .closingText, level: .suggestion,
    packs: ["cue.confirmation", "cue.works", "cue.done-work", "complete.empty-resolution"], revision: 2,
    rationale: """
      Only the requester can say that it works for them. Where nobody asks, they find out alone that it doesn't, and \
      open the ticket again.
      """,
    practice:
      "Ask one thing they can try now: “Please open the report once. Does it show this month?” Then close.",
    source: "ITIL closure practice (user confirmation); Covey, feedback loop",
    finds: [
      ["requester: My dock shows no picture.", "staff: Hi Ana.", "staff: ‹I have replaced the dock.›"],
      ["requester: My dock shows no picture.", "staff: I will come by.", "staff: ‹Fixed now.›"],
      [
        "requester: My dock shows no picture.", "staff: I will come by.",
        "staff: Hi Ana.\n‹The driver has been updated and the dock restarted.›\nRegards",
      ],
    ],
    ignores: [
      [
        "requester: My dock shows no picture.", "staff: Hi Ana.",
        "staff: I have replaced the dock. Does it work now?",
      ],
      [
        "requester: My dock shows no picture.", "staff: I have replaced the dock.",
        "requester: Thanks, both screens are there.",
      ],
      [
        "requester: My dock shows no picture.", "staff: Please try again with the grey cable.",
        "requester: It works.", "staff: Good. I have updated its driver as well.",
      ],
      ["requester: My dock shows no picture.", "staff: Hi Ana.", "staff: Which dock do you use?"],
      ["requester: My dock shows no picture.", "staff: I have replaced the dock."],
      [
        "requester: My dock shows no picture.", "staff: Hi Ana.",
        "staff: I have replaced the dock. Let me know if it works.",
      ],
      [
        "requester: My dock shows no picture.", "staff: Hi Ana.",
        "staff: I have replaced the dock. Can you see both screens? The ticket stays open until Friday.",
      ],
    ])

  private let asks: Int16?
  private let works: Int16?
  private let claims: [Int16]
  private let courtesies: [Int16?]

  init(_ packs: PackIndex) {
    asks = packs.number(of: "cue.confirmation")
    works = packs.number(of: "cue.works")
    claims = ["cue.done-work", "complete.empty-resolution"].compactMap { packs.number(of: $0) }
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.isPublicReply, message.measures.words >= 2, thread.ticket.kind != .change,
      let claim = thread.matches[message.matches].first(where: { claims.contains($0.pack) }),
      let sentence = thread.sentence(holding: claim.tokenRange.lowerBound, in: message),
      thread.messages.first?.message.role == .requester
    else { return }
    judgement.look()
    let past = thread.messages[..<max(thread.cut, thread.position(of: message) + 1)]
    for other in past {
      if other.message.role == .staff {
        if thread.holds(asks, other) || asksInTheEnd(other, thread) { return }
      } else if other.message.role == .requester, other.message.kind != .request, thread.holds(works, other) {
        return
      }
    }
    judgement.find(Mark(span: thread.span(of: sentence)))
  }

  /// Whether one of a message's last two sentences that say something is a question: "Can you print now? The ticket
  /// stays open until Friday."
  private func asksInTheEnd(_ message: MessageView, _ thread: borrowing Thread) -> Bool {
    guard let ending = thread.ending(of: message, courtesies: courtesies) else { return false }
    return thread.text.sentences[message.sentences].prefix { $0.start <= ending.start }.suffix(2)
      .contains { $0.features.contains(.question) }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "closed on our word that it is done; nobody asked, and nobody said, whether it works",
      "ask one thing the requester can try now, and close on the answer")
  }
}
