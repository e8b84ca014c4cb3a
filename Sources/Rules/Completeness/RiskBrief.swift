import TextAnalysis
import Tickets

/// `complete.risk-brief`: a security notice that leaves out the danger, the thing to do now, or the lasting measure.
struct RiskBrief: Rule {
  static let about = RuleDescription(
    "complete.risk-brief", "Security notices without risk, action or control", anchor: .anyReply,
    scope: .wholeThread, audience: .manager,
    packs: ["cue.security-risk", "cue.immediate-action", "cue.lasting-control"],
    rationale: """
      Who reads a score and a product name can't decide anything. They need to know what can happen to them, what to \
      do now, and what will keep it from happening again.
      """,
    practice:
      "Three sentences: what somebody could do to us, the one thing to do today, the one thing we change.",
    source:
      "Vision Training Systems: explain the risk in plain language, one immediate action, one longer-term control",
    finds: [
      [
        "ticket: security", "requester: What is this alert?",
        "staff: ‹The scanner reports CVE-2024-1234 with a score of 9.8 on four web servers.› The patch is out.",
      ],
      [
        "ticket: security", "requester: What is this alert?",
        "staff: ‹Somebody could read the mail of all staff through this gap.› Do not open the attachment called invoice.",
      ],
      [
        "ticket: security", "requester: What is this alert?",
        "staff: ‹Please change your password today, all of you on the third floor.› In May there is a course for all.",
      ],
    ],
    ignores: [
      [
        "ticket: security", "requester: What is this alert?",
        """
        staff: Somebody could read our mail through this gap. Please restart your laptop today. From now on updates \
        are put in within a week.
        """,
      ],
      ["ticket: security", "requester: What is this alert?", "staff: I am looking at it."],
      [
        "requester: What is this alert?",
        "staff: The scanner reports CVE-2024-1234 with a score of 9.8 on four web servers.",
      ],
      [
        "ticket: security", "requester: What is this alert?",
        "staff: Attackers could steal passwords through it. Do not open the file.",
        "staff: The mail filter will block such files in future.",
      ],
    ])

  /// A reply of fewer words is no notice.
  static let leastWords = 12

  private let parts: RequiredParts
  private let courtesies: [Int16?]

  init(_ packs: PackIndex) {
    parts = RequiredParts(
      [
        ("the danger in plain words", ["cue.security-risk"]), ("what to do now", ["cue.immediate-action"]),
        ("a lasting measure", ["cue.lasting-control"]),
      ], in: packs)
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard thread.ticket.kind == .security else { return }
    let texts = thread.messages[..<thread.cut].filter {
      $0.message.role == .staff && $0.message.visibility == .public && !$0.isAutomatic
    }
    guard let longest = texts.max(by: { $0.measures.words < $1.measures.words }),
      longest.measures.words >= Self.leastWords,
      let opening = thread.opening(of: longest, courtesies: courtesies)
    else { return }
    judgement.look()
    let missing = parts.missing(in: texts, thread)
    guard missing != 0 else { return }
    judgement.find(Mark(span: thread.span(of: opening), argument: Int32(missing)), in: longest)
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "the notice does not give " + parts.names(of: UInt32(mark.argument)),
      "one sentence each: what somebody could do to us, what to do today, what we change for good")
  }
}
