import TextAnalysis
import Tickets

/// `complete.when`: a promise, and nobody knows for when.
struct PromiseWithoutTime: Rule {
  static let about = RuleDescription(
    "complete.when", "Promises without a time", anchor: .anyReply, scope: .publicReply,
    packs: ["cue.promise", "cue.definite-time"], revision: 2,
    rationale: """
      “I will let you know” starts a clock that only the reader sees. When it runs out they write again.
      """,
    practice:
      "Add the time, or what you wait for: “I will write to you by 16:00, whether or not I have found it”.",
    source:
      "Customer-service training practice (manage expectations); Maister 1985, The Psychology of Waiting Lines",
    finds: [
      "The supplier has the log. We ‹will get back to you›.",
      "‹I'll send you› the form.",
      "Thank you, we ‹will let you know›.",
      // One a sentence.
      "We ‹will check› the account and we will get back to you.",
      "‹I'm going to call› the supplier.",
    ],
    ignores: [
      "We will get back to you by 16:00.",
      "I'll send you the form this afternoon.",
      "We will let you know when the part arrives.",
      "We will get back to you as soon as possible.",
      "I sent you the form.",
      "They will let you know at the desk if you need a badge.",
      "Once you have signed it, I'll send you the code.",
      // Done with the message itself.
      "I'm going to close this ticket.",
      "We are going to leave it open as a reminder.",
      // No person promises.
      "The patch will restore the old view.",
      "That will be fixed as a side effect of the move.",
      "I'll look at it now.",
      // What it waits for is named.
      "This will be fixed by CHG0040021.",
    ])

  private let promises: Int16?
  private let times: Int16?
  private let vagueTimes: Int16?
  private let conditions: [StaticString] = [
    "when", "once", "after", "until", "till", "if", "whenever", "unless", "then", "before", "every", "should",
    "in", "within", "now",
  ]

  init(_ packs: PackIndex) {
    promises = packs.number(of: "cue.promise")
    times = packs.number(of: "cue.definite-time")
    vagueTimes = packs.number(of: "clarity.vague-time")
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    var marked = 0
    for match in thread.matches(of: promises, in: message) where match.tokenRange.lowerBound >= marked {
      judgement.look()
      guard let sentence = thread.sentence(holding: match.tokenRange.lowerBound, in: message) else {
        continue
      }
      if !isSomebodys(match.tokenRange, in: message, since: sentence.tokenRange.lowerBound, thread) {
        continue
      }
      // A vague time is reported by its own rule.
      if thread.holds(times, sentence.tokenRange, of: message)
        || thread.holds(vagueTimes, sentence.tokenRange, of: message)
        || thread.text.tokens[sentence.tokenRange].contains(where: {
          $0.kind == .time || $0.kind == .date || $0.kind == .ticketNumber || $0.kind == .url
            || thread.isOne(of: conditions, $0, in: message)
        })
      {
        continue
      }
      // A reply often gives the time in a sentence of its own.
      let isTimed = thread.text.sentences[message.sentences].contains {
        $0.features.contains(.firstPerson) && thread.holds(times, $0.tokenRange, of: message)
      }
      if isTimed { continue }
      judgement.find(Mark(span: thread.span(of: match.tokenRange)))
      marked = sentence.tokenRange.upperBound
    }
  }

  /// Whether a person promises, rather than a program or a patch: who stands before "will" can.
  private func isSomebodys(
    _ promise: Range<Int>, in message: MessageView, since start: Int, _ thread: borrowing Thread
  ) -> Bool {
    guard thread.isOne(of: ["will", "shall"], thread.text.tokens[promise.lowerBound], in: message) else {
      return true
    }
    // Passive: somebody's only while nothing is named that brings it about ("by the next release", "as part of").
    if promise.count > 1, thread.isOne(of: ["be"], thread.text.tokens[promise.lowerBound + 1], in: message) {
      return !thread.wordsAfter(promise.upperBound - 1, 2, before: message.tokens.upperBound).contains {
        thread.isOne(of: ["by", "as", "with", "through"], thread.text.tokens[$0], in: message)
      }
    }
    guard let before = thread.text.tokens[start..<promise.lowerBound].last(where: { $0.kind == .word }) else {
      return true
    }
    let flags = thread.vocabulary.flags(of: before.lexeme)
    return !flags.isDisjoint(with: [.firstPerson, .secondPerson, .adverb])
      || thread.isOne(of: Self.people, before, in: message)
  }

  /// Who can promise, and what may stand between them and "will".
  private static let people: [StaticString] = [
    "he", "she", "they", "who", "and", "but", "or", "someone", "somebody", "team", "teams", "colleague",
    "colleagues",
    "technician", "technicians", "engineer", "engineers", "agent", "desk", "support", "vendor", "supplier",
    "courier",
    "manager", "department", "developer", "developers", "specialist", "staff", "group", "provider",
    "manufacturer",
    "helpdesk", "please", "also", "still", "anyway", "then",
  ]

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    let promise = thread.message(at: mark.message).map { thread.string(mark.span, in: $0.message) } ?? ""
    return Wording(
      "“\(promise)” is a promise without a time",
      "add by when, or what you are waiting for: “… by 16:00 today”")
  }
}
