import TextAnalysis
import Tickets

/// `complete.next-step`: a reply that leaves the ticket open and doesn't say who does what next.
struct NextStep: Rule {
  static let about = RuleDescription(
    "complete.next-step", "Replies without a next step", anchor: .anyReply, scope: .publicReply,
    rationale: """
      When nobody is named, both sides wait for the other. The ticket is found days later, and the requester has \
      called twice.
      """,
    practice:
      "End each open reply with who does what by when: “I will ring you at 14:00; please keep the laptop on.”",
    source: "Handoff practice in incident response; BACKGROUND: explains the next step in a support process",
    finds: [
      [
        "requester: My mail stops every hour.",
        "staff: ‹The mail service had a fault in the night that touched several mailboxes of your team.›",
        "staff: It is repaired: your mailbox was moved.",
      ]
    ],
    ignores: [
      [
        "requester: My mail stops every hour.",
        "staff: The mail service had a fault in the night. I will move your mailbox by 16:00 and write to you then.",
        "staff: It is repaired: your mailbox was moved.",
      ],
      [
        "requester: My mail stops every hour.",
        "staff: The mail service had a fault. Please restart Outlook and tell me whether it still stops.",
        "staff: It is repaired: your mailbox was moved.",
      ],
      [
        "requester: My mail stops every hour.",
        "staff: Which mailbox is it, yours or the shared one of the team?",
        "staff: It is repaired: your mailbox was moved.",
      ],
    ])

  /// Shorter replies ("Thanks!") leave nothing open.
  static let leastWords = 8

  private let cues: Int16?

  init(_ packs: PackIndex) { cues = packs.number(of: "cue.next-step") }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    // The closing reply ends the matter: other rules look at it.
    guard !message.isClosing, message.measures.words >= Self.leastWords else { return }
    judgement.look()
    if thread.matches(of: cues, in: message).contains(where: { _ in true }) { return }
    for sentence in thread.text.sentences[message.sentences]
    where sentence.features.contains(.question) || sentence.features.contains(.imperative) { return }
    guard
      let last = thread.text.sentences[message.sentences].last(where: { thread.wordCount($0.tokenRange) >= 4 }
      )
    else { return }
    judgement.find(Mark(span: thread.span(of: last)))
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "this reply leaves the ticket open and does not say who does what next",
      "add one line: who does what, by when: “I will … by 15:00; you need to do nothing until then”")
  }
}
