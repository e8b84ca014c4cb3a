import TextAnalysis
import Tickets

/// `tone.acknowledges` (strength): the reply names what the requester went through.
struct Acknowledges: Rule {
  static let about = RuleDescription(
    "tone.acknowledges", "Takes up what it meant to the requester", kind: .strength, anchor: .anyReply,
    scope: .publicReply,
    rationale: "Being told that one's trouble was noticed makes the wait for the fix easier to bear.",
    practice: "Name the cost in their terms: the meeting, the shift, the customer.",
    source: "Covey's fifth level of listening: empathic",
    finds: [
      [
        "requester: I'm fed up with the pallet printer, it stops every night.",
        "staff: ‹That must be frustrating› in the middle of a shift. I'll come tonight.",
      ]
    ],
    ignores: [
      [
        "requester: I'm fed up with the pallet printer, it stops every night.",
        "staff: We understand your frustration. The service was restarted.",
      ]
    ])

  private let pack: Int16?
  private let signs: [Int16?]

  /// Gets the rule ready.
  init(_ packs: PackIndex) {
    pack = packs.number(of: "tone.acknowledges")
    signs = [
      packs.number(of: "cue.frustration"), packs.number(of: "cue.pressure"), packs.number(of: "cue.feeling"),
      packs.number(of: "cue.impact"),
    ]
  }

  /// Looks at replies to a message that shows frustration, a feeling or what the trouble costs.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard let sign = thread.requesterMatch(of: signs, in: thread.request(answeredBy: message)) else { return }
    judgement.look()
    guard message.measures.reflectsFeeling else { return }
    let words = thread.matches(of: pack, in: message).first { _ in true }
    let span = words.map { thread.span(of: $0.tokenRange) } ?? message.measures.feeling
    guard !span.isEmpty else { return }
    judgement.find(Mark(span: span, otherMessage: sign.message, otherSpan: sign.span))
  }

  /// Quotes what it takes up.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording("takes up “\(thread.evidence(of: mark))”")
  }
}
