import TextAnalysis
import Tickets

/// `clarity.dangling-it`: a reply that opens with "it", and nobody knows which.
struct DanglingOpening: Rule {
  static let about = RuleDescription(
    "clarity.dangling-it", "Openings that point at nothing", anchor: .anyReply, scope: .publicReply,
    level: .suggestion,
    packs: ["cue.greeting", "cue.closing"],
    rationale: """
      Where several things were asked, “it is fixed” leaves the reader to guess which. They find out when the other \
      one fails again.
      """,
    practice: "Name the thing once: “the second screen is fixed; the noise we have not looked at yet”.",
    source: "Plain-language guidelines (clear reference); Packard & Berger 2021 on concrete language",
    finds: [
      [
        "requester: The scanner on floor 3 jams. Also, my badge does not open the lab. And who orders toner?",
        "staff: ‹It has been fixed.›",
      ],
      [
        "requester: My calendar lost last week's meetings. Outlook also asks for my password every hour.",
        "staff: Hi Ana,\n‹This should be fine now.›",
      ],
      [
        "requester: The beamer flickers in room 2. The phone in room 4 has no dial tone.",
        "staff: ‹That is known.› Regards, Tom",
      ],
    ],
    ignores: [
      ["requester: The scanner on floor 3 jams.", "staff: It has been fixed."],
      [
        "requester: The scanner on floor 3 jams. Also, my badge does not open the lab.",
        "staff: It has been fixed: the scanner had a torn roller. The badge comes next.",
      ],
      [
        "requester: The beamer flickers in room 2. The phone in room 4 has no dial tone.",
        "staff: It looks like a loose cable behind the beamer in room 2.",
      ],
      [
        "requester: The beamer flickers in room 2. The phone in room 4 has no dial tone.",
        "staff: This beamer is old. I will bring another one at noon.",
      ],
      [
        "requester: The beamer flickers in room 2. The phone in room 4 has no dial tone.",
        "staff: Thanks for telling us. The phone's cable was cut, and it has been fixed.",
      ],
    ])

  /// A reply of more words says somewhere what it is about.
  static let mostWords = 12

  private let courtesies: [Int16?]

  init(_ packs: PackIndex) {
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    let asked = thread.asked(before: message)
    guard thread.topics(of: asked) >= 2 else { return }
    judgement.look()
    let sentences = thread.text.sentences[message.sentences].filter { sentence in
      !courtesies.contains { thread.holds($0, sentence.tokenRange, of: message) }
    }
    guard let opening = sentences.first, opening.features.isDisjoint(with: [.question]),
      sentences.reduce(0, { $0 + thread.wordCount($1.tokenRange) }) <= Self.mostWords,
      pointsAtNothing(opening, in: message, thread),
      !sentences.contains(where: { takesUp($0, asked, thread) })
    else { return }
    judgement.find(Mark(span: thread.span(of: opening)))
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "several things were asked, and this does not say which one it is about",
      "name it: “the scanner on floor 3 …”")
  }

  /// Whether a sentence opens with a pronoun that is its subject: "it is", "this should", "that works"; and not
  /// "this beamer" or "it looks like".
  private func pointsAtNothing(_ sentence: Sentence, in message: MessageView, _ thread: borrowing Thread)
    -> Bool
  {
    let words = sentence.tokenRange.filter { thread.text.tokens[$0].kind.isWordLike }
    guard words.count >= 2 else { return false }
    let first = thread.text.tokens[words[0]]
    if thread.isOne(of: ["it's", "that's"], first, in: message) { return true }
    guard thread.isOne(of: ["it", "this", "that", "these", "those", "they"], first, in: message) else {
      return false
    }
    return !thread.vocabulary.flags(of: thread.text.tokens[words[1]].lexeme)
      .isDisjoint(with: [.formOfBe, .formOfHave, .modal])
      || thread.isOne(of: ["works", "work"], thread.text.tokens[words[1]], in: message)
  }

  /// Whether a sentence names something that was asked about.
  private func takesUp(_ sentence: Sentence, _ asked: [MessageView], _ thread: borrowing Thread) -> Bool {
    thread.text.tokens[sentence.tokenRange].contains { token in
      guard thread.isTopical(token) else { return false }
      let stem = thread.vocabulary.stem(of: token.lexeme)
      return asked.contains { request in
        thread.text.tokens[request.tokens].contains { thread.vocabulary.stem(of: $0.lexeme) == stem }
      }
    }
  }
}
