import TextAnalysis
import Tickets

/// `complete.undocumented-close`: the ticket ends in the middle of the conversation.
struct UndocumentedClose: Rule {
  static let about = RuleDescription(
    "complete.undocumented-close", "Closed with no word why", anchor: .closingText, scope: .closingText,
    packs: ["cue.cause", "cue.done-work", "cue.close-reason", "complete.empty-resolution", "cue.verified"],
    revision: 2,
    rationale: """
      The last thing the requester read was a question or a promise, and then the ticket was shut. They can't tell \
      whether it was solved, given up or forgotten, and open it again.
      """,
    practice: "Before you close, one sentence: what happened, or why nothing more will. Then close.",
    source:
      "Vision Training Systems: you solved the issue but skipped the explanation; ITIL closure practice",
    finds: [
      [
        "requester: My dock shows no picture.", "requester: Nor does the other.",
        "staff: ‹Which of the two docks do you use?›",
      ],
      [
        "requester: My dock shows no picture.", "staff: Hi Ana.",
        "staff: ‹I will look at it tomorrow.› Regards, Tom",
      ],
      [
        "requester: My dock shows no picture.", "staff: Thank you for writing.",
        "staff: Thanks. ‹Could you send me a photo of its back?›",
      ],
    ],
    ignores: [
      [
        "requester: My dock shows no picture.", "staff: Which of the two docks do you use?",
        "requester: Never mind, the cable was loose. You can close it.",
      ],
      [
        "requester: My dock shows no picture.", "staff: Which dock do you use?",
        "closing: Dock replaced, both screens come up.",
      ],
      [
        "requester: My dock shows no picture.", "staff: Hi Ana.",
        "staff: I have replaced the dock. Does it work now?",
      ],
      [
        "requester: My dock shows no picture.", "staff: Which dock do you use?",
        "staff: No answer for two weeks, so I close the ticket. Will you write if it comes back?",
      ],
      ["requester: My dock shows no picture.", "staff: Which dock do you use?"],
      // It says that it is closed, if not much more.
      [
        "requester: My dock shows no picture.", "staff: Which dock do you use?",
        "staff: We will consider this ticket as closed.",
      ],
    ])

  /// Words of who says that this is the end.
  private static let ending: [StaticString] = ["close", "closed", "closes", "closing", "closure"]

  private let ends: [Int16]
  private let promises: Int16?
  private let works: Int16?
  private let courtesies: [Int16?]

  init(_ packs: PackIndex) {
    ends = [
      "cue.cause", "cue.done-work", "cue.close-reason", "complete.empty-resolution", "cue.verified",
      "cue.confirmation",
    ]
    .compactMap { packs.number(of: $0) }
    promises = packs.number(of: "cue.promise")
    works = packs.number(of: "cue.works")
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    // Close notes are judged by what they say. Of a reopened ticket they are kept as they were last written, after the
    // cut: had only those before it counted, this rule would have looked at reopened tickets alone.
    guard message.isPublicReply, message.measures.words >= 3,
      !thread.messages.contains(where: { $0.message.kind == .resolution && !$0.tokens.isEmpty })
    else { return }
    judgement.look()
    let past = thread.messages[..<max(thread.cut, thread.position(of: message) + 1)]
    let after = past.dropFirst(thread.position(of: message) + 1)
    // The requester may have ended it.
    if after.contains(where: { $0.message.role == .requester && !$0.tokens.isEmpty }) { return }
    if thread.matches[message.matches].contains(where: { ends.contains($0.pack) }) { return }
    guard let ending = thread.ending(of: message, courtesies: courtesies), isOpen(ending, message, thread),
      !thread.text.tokens[message.tokens].contains(where: { thread.isOne(of: Self.ending, $0, in: message) })
    else { return }
    judgement.find(Mark(span: thread.span(of: ending)))
  }

  /// Whether a sentence leaves something to come: a question, or something that somebody will do.
  private func isOpen(_ sentence: Sentence, _ message: MessageView, _ thread: borrowing Thread) -> Bool {
    if sentence.features.contains(.question) || thread.holds(promises, sentence.tokenRange, of: message) {
      return true
    }
    let words = sentence.tokenRange.filter { thread.text.tokens[$0].kind == .word }
    return zip(words, words.dropFirst()).contains { first, second in
      thread.isOne(of: ["i'll", "we'll"], thread.text.tokens[first], in: message)
        || (thread.isOne(of: ["i", "we"], thread.text.tokens[first], in: message)
          && thread.isOne(of: ["will", "am", "are"], thread.text.tokens[second], in: message))
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "this is the last the requester read before the ticket was closed, and it does not say why",
      "close with one sentence: what was done, or why nothing more will be")
  }
}
