import TextAnalysis
import Tickets

/// `listening.closed-only`: a reply asks several questions, and all can be answered by yes or no.
struct ClosedOnly: Rule {
  static let about = RuleDescription(
    "listening.closed-only", "Only yes-or-no questions", anchor: .anyReply, scope: .publicReply,
    rationale: """
      Yes-or-no questions test what staff already suspect. If the suspicion is wrong, the answers lead nowhere.
      """,
    practice: "Make the first question an open one: “What do you see when …?”",
    source: "Active-listening research (open against closed questions in motivational interviewing)",
    finds: [
      [
        "requester: Something is odd with the shift planner since Thursday.",
        "staff: ‹Is it slow?› Does it show a message? Have others got it too?",
      ]
    ],
    ignores: [
      [
        "requester: Something is odd with the shift planner since Thursday.",
        "staff: What do you see that is odd? Does it happen to others too?",
      ],
      ["requester: Something is odd with the shift planner since Thursday.", "staff: Is it slow?"],
      [
        "requester: Something is odd with the shift planner since Thursday.",
        "staff: So the planner has changed since Thursday, is that right? Could you please send me a picture of it? Can I help with anything else?",
      ],
    ])

  /// One closed question may be all that is left to ask.
  static let leastQuestions = 2

  private let reader: QuestionReader

  /// Gets the rule ready.
  init(_ packs: PackIndex) { reader = QuestionReader(packs) }

  /// Looks at the first answer, if it asks something; courtesies, check-backs and deeds in the form of questions don't count.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard thread.isFirstAnswer(message) else { return }
    var closed = 0
    var first: Sentence?
    for sentence in thread.text.sentences[message.sentences] {
      let kind = reader.kind(of: sentence, of: message, in: thread)
      guard kind == .open || kind == .closed else { continue }
      judgement.look()
      if kind == .open { return }
      closed += 1
      if first == nil { first = sentence }
    }
    guard closed >= Self.leastQuestions, let first else { return }
    judgement.find(Mark(span: thread.span(of: first), argument: Int32(closed)))
  }

  /// Says how many there are.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "\(mark.argument) questions, and each can be answered by yes or no",
      "ask one open question first: “What happens when you …?”")
  }
}
