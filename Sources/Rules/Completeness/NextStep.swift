import TextAnalysis
import Tickets

/// `complete.next-step`: a reply that says that something is under way, and not who does what next.
struct NextStep: Rule {
  static let about = RuleDescription(
    "complete.next-step", "Replies without a next step", anchor: .anyReply, scope: .publicReply,
    packs: ["cue.next-step", "cue.progress"], revision: 2,
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
        "staff: ‹The fault is under investigation since this morning.›",
      ],
      [
        "requester: My mail stops every hour.",
        "staff: Hi Ana,\nthanks for writing. ‹The matter has been escalated.›\nRegards, Tom",
      ],
      [
        "requester: My mail stops every hour.",
        "staff: ‹The ticket is still pending with the supplier of the mail service.›",
      ],
    ],
    ignores: [
      [
        "requester: My mail stops every hour.",
        "staff: The fault is under investigation. I will write to you by 16:00.",
      ],
      [
        "requester: My mail stops every hour.",
        "staff: The fault is under investigation. Please restart Outlook and tell me whether it still stops.",
      ],
      [
        "requester: My mail stops every hour.",
        "staff: The matter has been escalated. Which mailbox is it, yours or the shared one of the team?",
      ],
      [
        "requester: My mail stops every hour.",
        "staff: Your mailbox was moved, and the mail comes in again now.",
      ],
      [
        "requester: My mail stops every hour.", "staff: Hi Ana.",
        "staff: The fault was under investigation and is repaired: your mailbox was moved.",
      ],
    ])

  /// Shorter replies ("Thanks!") leave nothing open.
  static let leastWords = 6

  private let cues: Int16?
  private let progress: Int16?

  init(_ packs: PackIndex) {
    cues = packs.number(of: "cue.next-step")
    progress = packs.number(of: "cue.progress")
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    // The closing reply ends the matter: other rules look at it.
    guard !message.isClosing, message.measures.words >= Self.leastWords,
      let match = thread.matches(of: progress, in: message).first(where: { _ in true })
    else { return }
    judgement.look()
    if thread.holds(cues, message) { return }
    for sentence in thread.text.sentences[message.sentences]
    where !sentence.features.isDisjoint(with: [.question, .imperative]) { return }
    guard let sentence = thread.sentence(holding: match.tokenRange.lowerBound, in: message) else { return }
    judgement.find(Mark(span: thread.span(of: sentence)))
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "this says that something is under way, and not who does what next",
      "add one line: who does what, by when: “I will … by 15:00; you need to do nothing until then”")
  }
}
