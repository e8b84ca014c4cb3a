import TextAnalysis
import Tickets

/// `complete.change`: a change without its risk, its way back or its test.
struct ChangeRecord: Rule {
  static let about = RuleDescription(
    "complete.change", "Changes without risk, way back or test", anchor: .anyReply, scope: .wholeThread,
    audience: .peer, packs: ["cue.change-risk", "cue.rollback", "cue.test-plan"],
    rationale: """
      When a change goes wrong at night, whoever is there needs to know what it could hit, how to undo it and how to \
      tell that it worked. What is not in the record is not there at night.
      """,
    practice:
      "Three sentences in the record: what can go wrong and for whom, how you undo it, how you test it.",
    source:
      "Vision Training Systems: explain the change, the risk and the rollback plan; ITIL change enablement",
    finds: [
      ["ticket: change", "requester: ‹We replace the core switch on Saturday between 8 and 10.›"],
      [
        "ticket: change",
        "requester: ‹We replace the core switch on Saturday between 8 and 10.› The risk is that nobody can sign in.",
        "note: Approved by the board.",
      ],
      [
        "ticket: change",
        "requester: ‹New version of the mail program for all staff next week.› Tested in the lab.",
      ],
    ],
    ignores: [
      [
        "ticket: change",
        """
        requester: We replace the core switch on Saturday. Risk: nobody can sign in for ten minutes. Rollback: the \
        old switch goes back in. Test: sign in from each floor.
        """,
      ],
      [
        "ticket: change",
        "requester: We replace the core switch on Saturday. Risk: no sign-in for ten minutes.",
        "note: Way back: put the old one in. Afterwards we check that all floors can sign in.",
      ],
      ["requester: Please replace the switch under my desk, it hums all day."],
      ["ticket: change", "requester: New switch."],
    ])

  /// A record of fewer words is a headline; its text lies elsewhere.
  static let leastWords = 8

  private let parts: RequiredParts

  init(_ packs: PackIndex) {
    parts = RequiredParts(
      [
        ("the risk", ["cue.change-risk"]), ("the way back", ["cue.rollback"]),
        ("the test", ["cue.test-plan"]),
      ], in: packs)
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard thread.ticket.kind == .change else { return }
    let record = thread.messages[..<thread.cut]
    guard let first = record.first(where: { !$0.tokens.isEmpty }), first.measures.words >= Self.leastWords,
      let opening = thread.opening(of: first, courtesies: [])
    else { return }
    judgement.look()
    let missing = parts.missing(in: record, thread)
    guard missing != 0 else { return }
    judgement.find(Mark(span: thread.span(of: opening), argument: Int32(missing)), in: first)
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "the change record does not give " + parts.names(of: UInt32(mark.argument)),
      "one sentence each: what can go wrong and for whom, how to undo it, how to test it")
  }
}
