import TextAnalysis
import Tickets

/// `listening.check-back` (strength): the reply asks whether it understood right.
struct CheckBack: Rule {
  static let about = RuleDescription(
    "listening.check-back", "Asks whether it was understood right", kind: .strength, anchor: .anyReply,
    scope: .publicReply,
    rationale: "The cheapest moment to find a misunderstanding is before any work is done.",
    practice: "End what you say back with “is that right?”.",
    source: "Compassionate Geek: the feedback loop (“did I capture your main points?”)",
    finds: [
      [
        "requester: The racks in hall 2 lose their address labels every time it gets hot.",
        "staff: So the labels come off the hall 2 racks in the heat. ‹Did I get that right›?",
      ]
    ],
    ignores: [
      [
        "requester: The racks in hall 2 lose their address labels every time it gets hot.",
        "staff: I have ordered other labels. Does it work now?",
      ]
    ])

  private let pack: Int16?

  /// Gets the rule ready.
  init(_ packs: PackIndex) { pack = packs.number(of: "cue.check-back") }

  /// Looks at replies to a request that has a point.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard let restatement = message.measures.restatement, restatement.points > 0 else { return }
    judgement.look()
    guard let match = thread.matches(of: pack, in: message).first(where: { _ in true }) else { return }
    var words = match.tokenRange
    // The mark in front of ", right?" belongs to the sentence before.
    while let first = words.first, words.count > 1, thread.text.tokens[first].kind == .punctuation {
      words = words.dropFirst()
    }
    while let last = words.last, words.count > 1, thread.text.tokens[last].kind == .punctuation {
      words = words.dropLast()
    }
    judgement.find(Mark(span: thread.span(of: words)))
  }

  /// Says what the question is good for.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording("asks the requester to confirm what was understood")
  }
}
