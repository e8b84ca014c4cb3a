import TextAnalysis
import Tickets

/// `tone.blame`: the requester is told that it is their fault.
struct Blame: Rule {
  static let about = RuleDescription(
    "tone.blame", "Blaming the requester", anchor: .anyReply, scope: .publicReply,
    rationale: """
      Who is blamed stops reading and starts defending. Even when the cause was a slip, naming the step that \
      helps is enough.
      """,
    practice: """
      Leave out who did it. Say what happened and what helps: “the file was saved in the old folder; here is how \
      to move it”.
      """,
    source: "Covey, The 7 Habits of Highly Effective People (habit 5); customer-service training practice",
    finds: [
      "‹As I already told you›, the form is on the portal.",
      "This was a ‹user error on your side›.",
    ],
    ignores: [
      "As I said I would, I called the vendor.",
      "The “user error” dialog comes from the scanner; press OK.",
      "No problem, I have fixed it.",
    ])

  private let pack: Int16?
  private let packs: PackIndex

  init(_ packs: PackIndex) {
    self.packs = packs
    pack = packs.number(of: "tone.blame")
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words >= 3 else { return }
    judgement.look()
    for match in thread.matches(of: pack, in: message) where !thread.isQuoted(match.tokenRange, in: message) {
      judgement.find(Mark(span: thread.span(of: match.tokenRange), argument: match.entry))
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    packs.wording(of: mark, pack: pack, in: thread)
  }
}
