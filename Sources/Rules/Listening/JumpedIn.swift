import TextAnalysis
import Tickets

/// `listening.jumped-in`: a reply between two messages in which the requester was still adding details.
struct JumpedIn: Rule {
  static let about = RuleDescription(
    "listening.jumped-in", "Answers while the requester is still telling", anchor: .anyReply,
    scope: .publicReply,
    rationale: "What comes a minute later is often the part that matters, and the answer was already sent.",
    practice: "When a second message comes, read both together and answer again.",
    source: "Compassionate Geek: don't interrupt, don't jump in with a solution",
    finds: [
      [
        "requester: The cold store sensor sends alarms.",
        "staff: ‹I have muted the alarms of the sensor.›",
        "requester: Also, the door of the cold store stands open and the compressor does not start any more.",
        "staff: You're welcome, closing this.",
      ]
    ],
    ignores: [
      [
        "requester: The cold store sensor sends alarms.",
        "staff: I have muted the alarms of the sensor.",
        "requester: Also, the door of the cold store stands open and the compressor does not start any more.",
        "staff: The compressor is the reason, then: the technician is on his way to it and to the door.",
      ],
      [
        "requester: The cold store sensor sends alarms.",
        "staff: Which sensor is it?",
        "requester: The one over the compressor, next to the door.",
        "staff: Thank you.",
      ],
    ])

  /// A message that comes later than this is a new turn, not more of the same.
  static let longestSeconds: Int64 = 3 * 3600

  private let additions: Int16?

  /// Gets the rule ready.
  init(_ packs: PackIndex) { additions = packs.number(of: "cue.addition") }

  /// Looks at replies that are followed by more from the requester, and from there as far as it may.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    let position = thread.position(of: message)
    let horizon = thread.horizon(of: message)
    guard message.measures.restatement != nil,
      let request = thread.messages[..<position].last(where: { $0.message.role == .requester }),
      let next = horizon[(position + 1)...].first(where: { $0.message.visibility == .public }),
      next.message.role == .requester, !next.tokens.isEmpty, isSoon(request, next)
    else { return }
    // An answer to staff's own question adds nothing uncalled for.
    if thread.text.sentences[message.sentences].contains(where: { $0.features.contains(.question) }) {
      return
    }
    guard isAddition(next, in: thread) else { return }
    judgement.look()
    let added = thread.position(of: next)
    let points = thread.points(in: added..<(added + 1))
    // A word of it in a later reply shows that it was read.
    guard let heaviest = points.max(by: { $0.weight < $1.weight }),
      !points.contains(where: {
        thread.isTaken($0, knownTo: message) || thread.isTouched($0, knownTo: message) && $0.touchedBy > added
      })
    else { return }
    if let mark = thread.mark(message, missing: heaviest, courtesies: []) { judgement.find(mark) }
  }

  private func isSoon(_ first: MessageView, _ second: MessageView) -> Bool {
    guard let from = first.message.at, let to = second.message.at else { return false }
    return to.seconds - from.seconds <= Self.longestSeconds
  }

  /// Whether a message goes on with the request: "also", "one more thing".
  private func isAddition(_ message: MessageView, in thread: borrowing Thread) -> Bool {
    thread.matches(of: additions, in: message).contains { _ in true }
  }

  /// Quotes what came after.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "the requester was still adding to it, and nobody took up “\(thread.evidence(of: mark))”",
      "answer once more, to both messages together")
  }
}
