import TextAnalysis
import Tickets

/// `listening.open-question` (strength): a question that lets the requester tell.
struct OpenQuestion: Rule {
  static let about = RuleDescription(
    "listening.open-question", "Asks an open question", kind: .strength, anchor: .anyReply,
    scope: .publicReply,
    rationale: "An open question brings to light what nobody would have thought of asking for.",
    practice: "Ask what happens, or how it gets in their way, before you ask for the version.",
    source: "Compassionate Geek: “Can you tell me more about how this affects your daily operations?”",
    finds: [
      [
        "requester: The planning board is no good any more.",
        "staff: ‹What happens when you open it?›",
      ]
    ],
    ignores: [
      ["requester: The planning board is no good any more.", "staff: Is it the one in the hall?"],
      ["requester: Thanks, it works.", "staff: Great! What else can I do for you?"],
    ])

  private let reader: QuestionReader

  /// Gets the rule ready.
  init(_ packs: PackIndex) { reader = QuestionReader(packs) }

  /// Looks at replies that ask something.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    for sentence in thread.text.sentences[message.sentences] {
      let kind = reader.kind(of: sentence, of: message, in: thread)
      guard kind == .open || kind == .closed else { continue }
      judgement.look()
      // "How many?" asks for a number, and lets nobody tell.
      guard kind == .open, sentence.features.contains(.openQuestion) else { continue }
      judgement.find(Mark(span: thread.span(of: sentence)))
      return
    }
  }

  /// Says what the question is good for.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording("an open question: the requester can tell what matters")
  }
}
