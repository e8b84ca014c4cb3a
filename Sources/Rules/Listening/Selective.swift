import TextAnalysis
import Tickets

/// `listening.selective`: of several things the requester brought up, some are never taken up.
struct Selective: Rule {
  static let about = RuleDescription(
    "listening.selective", "Takes up only part of the request", anchor: .anyReply, scope: .publicReply,
    level: .suggestion, revision: 2,
    rationale: """
      Who asks three things and hears about one asks the other two again, in a new ticket or as a reopen.
      """,
    practice: "Count the points of the request before you send, and give each at least half a sentence.",
    source: "Covey's third level of listening: selective",
    finds: [
      [
        "requester: The badge reader at dock 4 does not open. Also, can you tell me when the new forklifts get their scanners? And please remove Olga Brandt from the night shift list.",
        "staff: ‹The badge reader at dock 4 has a new battery and opens again.›",
        "requester: Thanks.",
      ]
    ],
    ignores: [
      [
        "requester: The badge reader at dock 4 does not open. Also, can you tell me when the new forklifts get their scanners? And please remove Olga Brandt from the night shift list.",
        "staff: The badge reader at dock 4 has a new battery. Olga Brandt is off the night shift list. The forklifts get their scanners on 12 May.",
        "requester: Thanks.",
      ],
      [
        "requester: The badge reader at dock 4 does not open.",
        "staff: It has a new battery and opens again.",
      ],
    ])

  private let courtesies: [Int16?]

  /// Gets the rule ready.
  init(_ packs: PackIndex) {
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
  }

  /// Looks at the first reply to a request of several points, and from there as far as it may.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    var taken = 0
    var missed = 0
    var heaviest: RequestPoint?
    for point in thread.points(answeredBy: message) {
      if thread.isTaken(point, knownTo: message) {
        taken += 1
      } else if Self.wantsAnAnswer(point), !thread.isTouched(point, knownTo: message) {
        missed += 1
        if point.weight > heaviest?.weight ?? 0 { heaviest = point }
      }
    }
    guard taken + missed > 1, thread.isFirstAnswer(message) else { return }
    judgement.look()
    // Nothing taken up at all is another rule's.
    guard taken > 0, let heaviest else { return }
    if let mark = thread.mark(message, missing: heaviest, courtesies: courtesies, argument: Int32(missed)) {
      judgement.find(mark)
    }
  }

  /// Circumstances and feelings may go unmentioned; what is broken, needed or asked may not.
  static func wantsAnAnswer(_ point: RequestPoint) -> Bool {
    switch point.kind {
    case .symptom, .wish, .question: true
    case .statement, .constraint, .feeling: false
    }
  }

  /// Names the weightiest point that was missed, and says how many more there are.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    let more = mark.argument > 1 ? " and \(mark.argument - 1) more" : ""
    return Wording(
      "no reply takes up “\(thread.evidence(of: mark))”\(more)",
      "say what happens with it, or who will see to it")
  }
}
