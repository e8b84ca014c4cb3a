import TextAnalysis
import Tickets

/// `listening.repeat-ask`: staff ask for something that the requester has already given.
struct RepeatAsk: Rule {
  static let about = RuleDescription(
    "listening.repeat-ask", "Asks for what was already given", anchor: .anyReply, scope: .publicReply,
    rationale: """
      Nothing shows as plainly that a message was not read, and it costs a day of waiting for an answer that is there.
      """,
    practice:
      "Before you ask, look for it in the thread; if you doubt it, say what you found and ask whether it holds.",
    source: "Bettenburg et al. 2008; Compassionate Geek on asking once",
    finds: [
      [
        "requester: The till in room 14 shows error code 0x8004 since Tuesday, I restarted it twice.",
        "staff: Hello Femi, could you please tell me ‹which error› you see?",
      ],
      [
        "requester: My laptop runs Windows 11 and the fan never stops.",
        "staff: What ‹operating system› do you have?",
      ],
    ],
    ignores: [
      [
        "requester: The till in room 14 shows error code 0x8004 since Tuesday.",
        "staff: Could you please tell me the serial number of the till?",
      ],
      [
        "requester: I attached a screenshot of the first page.",
        "staff: Could you send a second screenshot with the whole window?",
      ],
      [
        "requester: My laptop runs Windows 11 and the fan never stops.",
        "staff: I see that you have Windows 11. Is that still right after last night's update?",
      ],
    ])

  /// Tokens on either side of a detail that say which one is meant.
  private static let reach = 4

  private let asked: Int16?
  private let given: Int16?
  /// By entry of the pack of details asked for, the kind of detail; likewise for those given.
  private let askedKinds: [String]
  private let givenKinds: [String]
  private let another: Set<LexemeID>

  /// Gets the rule ready.
  init(_ packs: PackIndex) {
    asked = packs.number(of: "cue.detail-asked")
    given = packs.number(of: "cue.detail-given")
    askedKinds = packs.entries(of: asked).map(\.category)
    givenKinds = packs.entries(of: given).map(\.category)
    another = Set(
      [
        "another", "second", "new", "newer", "different", "also", "other", "additional", "more", "again",
        "whole",
        "full", "still",
      ].compactMap { packs.lexicon.id(of: $0) })
  }

  /// Looks at sentences that ask for a detail.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    for match in thread.matches(of: asked, in: message) {
      guard let sentence = thread.sentence(holding: match.tokenRange.lowerBound, in: message),
        !sentence.features.isDisjoint(with: [.question, .imperative])
      else { continue }
      judgement.look()
      // "Another screenshot", "the version again": more of it is wanted, on purpose.
      let near = match.tokenRange.lowerBound - Self.reach..<match.tokenRange.upperBound + Self.reach
      if thread.text.tokens[sentence.tokenRange.clamped(to: near)].contains(where: {
        another.contains($0.lexeme)
      }) {
        continue
      }
      let kind = askedKinds[Int(match.entry)]
      guard let evidence = given(kind, before: message, in: thread) else { continue }
      judgement.find(
        Mark(
          span: thread.span(of: match.tokenRange), argument: match.entry, otherMessage: evidence.message,
          otherSpan: evidence.span))
    }
  }

  private func given(
    _ kind: String, before message: MessageView, in thread: borrowing Thread
  ) -> (message: Int32, span: ByteRange)? {
    for earlier in thread.earlier(than: message) where earlier.message.role == .requester {
      for match in thread.matches(of: given, in: earlier) where givenKinds[Int(match.entry)] == kind {
        return (Int32(earlier.index), thread.span(of: match.tokenRange))
      }
    }
    return nil
  }

  /// Quotes what was given.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "asks for something that was already there: “\(thread.evidence(of: mark))”",
      "use it, or ask only for what is missing: “you wrote “\(thread.evidence(of: mark))”, is that all it shows?”"
    )
  }
}
