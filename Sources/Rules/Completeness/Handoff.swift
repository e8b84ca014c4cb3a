import TextAnalysis
import Tickets

/// `complete.handoff`: the ticket goes to somebody else without what they need.
struct Handoff: Rule {
  static let about = RuleDescription(
    "complete.handoff", "Handoffs without symptom, tries or request", anchor: .anyReply, scope: .wholeThread,
    audience: .peer, packs: ["cue.problem", "cue.tried", "cue.ask", "cue.handoff"],
    rationale: """
      Who gets a ticket with “please check” begins again: asks the requester what they said already and tries what \
      was tried. The requester tells it a third time.
      """,
    practice: "Three lines in the note: what the requester sees, what you tried and found, what you ask for.",
    source:
      "Vision Training Systems: you escalated quickly but did not document the symptoms; SBAR handoff practice",
    finds: [
      [
        "requester: My phone is dead.", "note: ‹Escalating to the telephony team.›",
        "staff: A colleague has it now.",
      ],
      [
        "requester: The scanner shows an error after each page.",
        "staff: I am passing it on.",
        "note: ‹Over to you.›",
        "moved: Print team",
        "staff: It was a worn roller, and it is replaced.",
      ],
      [
        "requester: I lost my mail.", "note: ‹Passing to level 2, ticket of Ana Lee.›",
        "staff: Second line has it.",
      ],
    ],
    ignores: [
      [
        "requester: My phone is dead.",
        "note: Escalating to the telephony team: phone has no dial tone. Cable and port swapped. Please check the switch.",
        "staff: A colleague has it now.",
      ],
      [
        "requester: My phone is dead.", "note: Cable ordered for tomorrow.",
        "staff: A new cable comes tomorrow.",
      ],
      [
        "requester: My phone is dead.",
        "note: No dial tone. Cable swapped, same result. Please look at the port.",
        "moved: Network",
        "staff: A colleague has it now.",
      ],
      ["moved: Telephony", "requester: My phone is dead.", "staff: I will bring another one today."],
    ])

  /// Parts that must be missing: one may have been said in words that no pack knows.
  static let leastMissing = 2
  /// A note that is written so long before or after a move belongs to it.
  private static let secondsBefore: Int64 = 4 * 3600
  private static let secondsAfter: Int64 = 600

  private let parts: RequiredParts
  private let handoffs: Int16?

  init(_ packs: PackIndex) {
    parts = RequiredParts(
      [
        ("what the requester sees", ["cue.problem"]), ("what was tried", ["cue.tried", "cue.done-work"]),
        ("what is asked for", ["cue.ask"]),
      ], in: packs)
    handoffs = packs.number(of: "cue.handoff")
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    var judged: Set<Int> = []
    for note in thread.messages[..<thread.cut]
    where note.message.role == .staff && note.message.visibility == .internal && thread.holds(handoffs, note)
    {
      inspect(note, in: thread, &judged, &judgement)
    }
    let history = thread.batch.statusChanges[thread.ticket.history]
    for (before, after) in zip(history, history.dropFirst()) where hasMoved(from: before, to: after, thread) {
      guard let note = note(for: after, in: thread) else { continue }
      inspect(note, in: thread, &judged, &judgement)
    }
    if let first = history.first, !first.group.isEmpty, let note = note(for: first, in: thread) {
      inspect(note, in: thread, &judged, &judgement)
    }
  }

  private func inspect(
    _ note: MessageView, in thread: borrowing Thread, _ judged: inout Set<Int>, _ judgement: inout Judgement
  ) {
    guard judged.insert(note.index).inserted else { return }
    judgement.look()
    // What an earlier note says need not be said again.
    let notes = thread.messages[...thread.position(of: note)].filter {
      $0.index == note.index || ($0.message.role == .staff && $0.message.visibility == .internal)
    }
    let missing = parts.missing(in: notes, thread)
    guard missing.nonzeroBitCount >= Self.leastMissing,
      let sentence = thread.opening(of: note, courtesies: [])
    else { return }
    judgement.find(Mark(span: thread.span(of: sentence), argument: Int32(missing)), in: note)
  }

  private func hasMoved(from before: StatusChange, to after: StatusChange, _ thread: borrowing Thread) -> Bool
  {
    !before.group.isEmpty && !after.group.isEmpty
      && !thread.batch.bytes[before.group.range].elementsEqual(thread.batch.bytes[after.group.range])
  }

  /// The internal note that goes with a move: the last before it, or the first right after it.
  private func note(for move: StatusChange, in thread: borrowing Thread) -> MessageView? {
    func isNote(_ message: MessageView) -> Bool {
      message.message.role == .staff && message.message.visibility == .internal && !message.tokens.isEmpty
    }
    let past = thread.messages[..<thread.cut]
    if let after = past.first(where: { note in
      isNote(note)
        && (note.message.at.map { $0 >= move.at && $0.seconds - move.at.seconds <= Self.secondsAfter }
          ?? false)
    }) {
      return after
    }
    return past.last { note in
      isNote(note)
        && (note.message.at.map { $0 < move.at && move.at.seconds - $0.seconds <= Self.secondsBefore }
          ?? false)
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "the handoff does not say " + parts.names(of: UInt32(mark.argument)),
      "three lines: what the requester sees, what you tried and found, what you ask the next team to do")
  }
}
