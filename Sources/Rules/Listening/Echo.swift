import TextAnalysis
import Tickets

/// `listening.echo`: the requester's own words, copied where a restatement should stand.
struct Echo: Rule {
  static let about = RuleDescription(
    "listening.echo", "Copies the request instead of saying it back", anchor: .anyReply, scope: .publicReply,
    rationale: """
      A copy proves that somebody can paste. Only other words show what was understood, and where it was \
      misunderstood.
      """,
    practice: "Close the request, and write from memory in one sentence what they need.",
    source: "Active-listening research: paraphrase against parroting",
    finds: [
      [
        "requester: Every morning the time clock at the north gate shows yesterday's date until somebody restarts it.",
        "staff: Hello Ivo. ‹You reported: every morning the time clock at the north gate shows yesterday's date until somebody restarts it.› We will check.",
      ]
    ],
    ignores: [
      [
        "requester: Every morning the time clock at the north gate shows yesterday's date until somebody restarts it.",
        "staff: So the clock at the gate is a day behind each morning until it has been restarted. We will check.",
      ],
      [
        "requester: The tool says “cannot open the selected folder” whenever I start it.",
        "staff: The message “cannot open the selected folder” means that the share was moved. I have set the new path.",
      ],
    ])

  /// Fewer words in common are a name or a turn of phrase.
  static let leastWords = 8

  /// Gets the rule ready.
  init(_ packs: PackIndex) {}

  /// Looks at replies to a request that has a point.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard let restatement = message.measures.restatement, restatement.points > 0 else { return }
    judgement.look()
    guard restatement.copiedWords >= Self.leastWords else { return }
    judgement.find(
      Mark(
        span: restatement.copy, argument: Int32(restatement.copiedWords),
        otherMessage: restatement.requestMessage, otherSpan: restatement.point))
  }

  /// Says how many words are copied.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "\(mark.argument) words in a row are the requester's own",
      "say it in your own words: what happens, since when, and what it stops them from doing")
  }
}
