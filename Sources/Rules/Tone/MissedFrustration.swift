import TextAnalysis
import Tickets

/// `tone.missed-frustration`: the requester has had enough, and no reply says that it was heard.
struct MissedFrustration: Rule {
  static let about = RuleDescription(
    "tone.missed-frustration", "Frustration is passed over", anchor: .anyReply, scope: .publicReply,
    rationale: "Who has written for the third time reads on only after hearing that somebody noticed.",
    practice:
      "One sentence before the fix: “This is the third time, and it cost you the morning. I'm sorry.”",
    source: "Covey, habit 5; service-recovery research (acknowledge, then act)",
    finds: [
      [
        "requester: This is the third time the pallet printer stops in the middle of the night shift, I'm fed up.",
        "staff: ‹The print service was restarted.›",
        "requester: ok",
      ]
    ],
    ignores: [
      [
        "requester: This is the third time the pallet printer stops in the middle of the night shift, I'm fed up.",
        "staff: Three stops in the night shift is too many, and I'm sorry for the trouble this caused. The print service was restarted.",
        "requester: ok",
      ],
      ["requester: The pallet printer stopped.", "staff: The print service was restarted."],
    ])

  private let signs: [Int16?]
  private let courtesies: [Int16?]

  /// Gets the rule ready.
  init(_ packs: PackIndex) {
    signs = [packs.number(of: "cue.frustration"), packs.number(of: "cue.feeling")]
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
  }

  /// Looks at the first reply to a frustrated message, and from there as far as it may.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard let sign = Frustration.sign(in: thread.request(answeredBy: message), signs, thread) else { return }
    judgement.look()
    let position = thread.position(of: message)
    let replies = thread.horizon(of: message)[position...]
    if replies.contains(where: { $0.isPublicReply && $0.measures.reflectsFeeling }) { return }
    guard let first = thread.firstSubstantialSentence(of: message, courtesies: courtesies) else { return }
    judgement.find(Mark(span: thread.span(of: first), otherMessage: sign.message, otherSpan: sign.span))
  }

  /// Quotes what shows the frustration.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "“\(thread.evidence(of: mark))” is not taken up in any reply",
      "begin with one sentence that names what it cost them, then say what happens next")
  }
}

/// Where a requester shows that patience runs out.
enum Frustration {
  /// The first sign of it in the requester's messages at some positions.
  static func sign(
    in positions: Range<Int>, _ packs: [Int16?], _ thread: borrowing Thread
  ) -> (message: Int32, span: ByteRange)? {
    for position in positions where thread.messages[position].message.role == .requester {
      let message = thread.messages[position]
      for match in thread.matches[message.matches] where packs.contains(match.pack) {
        return (Int32(message.index), thread.span(of: match.tokenRange))
      }
    }
    return nil
  }
}
