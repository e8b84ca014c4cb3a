import TextAnalysis
import Tickets

/// `listening.unanswered-question`: the requester asked something, and nobody took it up.
struct UnansweredQuestion: Rule {
  static let about = RuleDescription(
    "listening.unanswered-question", "A question is never answered", anchor: .anyReply, scope: .publicReply,
    level: .suggestion, revision: 3,
    rationale: "A question that nobody takes up comes back, louder, after the ticket was closed.",
    practice:
      "Search the thread for question marks before you resolve, and answer each, if only with “I'll ask”.",
    source: "Bettenburg et al. 2008 (what makes a good report); service-desk practice",
    finds: [
      [
        "requester: My tablet is slow since the update. Will the photos on it be lost when you reset it?",
        "staff: ‹I have booked a reset for tomorrow at 10.›",
        "requester: Fine.",
      ]
    ],
    ignores: [
      [
        "requester: My tablet is slow since the update. Will the photos on it be lost when you reset it?",
        "staff: I have booked a reset for tomorrow at 10. Your photos are saved before it and come back after.",
        "requester: Fine.",
      ],
      [
        "requester: Is the canteen till covered by the contract?", "staff: Yes, it is.", "requester: Thanks.",
      ],
    ])

  /// Fewer words are a mark of doubt.
  static let leastWords = 4

  private let courtesies: [Int16?]
  private let words: DiscourseWords

  /// Gets the rule ready.
  init(_ packs: PackIndex) {
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
    words = packs.discourse
  }

  /// Looks at the first reply after a question, and from there as far as it may.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    var missed = 0
    var heaviest: RequestPoint?
    for point in thread.points(answeredBy: message)
    where point.kind == .question && isPlain(point, in: thread) {
      judgement.look()
      if thread.isTaken(point, knownTo: message) { continue }
      // What has no mark of its own may be answered in other words about the same thing.
      let hasMark = ![.yesOrNo, .thing, .none].contains(point.answer)
      if !hasMark && thread.isTouched(point, knownTo: message) { continue }
      if opensWithAnswer(message, to: point, in: thread) { continue }
      missed += 1
      if point.weight > heaviest?.weight ?? 0 { heaviest = point }
    }
    guard let heaviest, isFirstMissed(message, in: thread) else { return }
    if let mark = thread.mark(message, missing: heaviest, courtesies: courtesies, argument: Int32(missed)) {
      judgement.find(mark)
    }
  }

  /// Whether no reply before it answers questions: a ticket is told once that its questions were passed over.
  private func isFirstMissed(_ message: MessageView, in thread: borrowing Thread) -> Bool {
    let first = thread.request(answeredBy: message).lowerBound
    return !thread.points(in: 0..<first).contains { $0.kind == .question && isPlain($0, in: thread) }
  }

  /// Whether a reply opens with what can only be the answer to the last thing that was asked: "It hangs while …", "They
  /// are tied to …" speak of what the other one has just named (adjacency pairs: Schegloff & Sacks 1973).
  private func opensWithAnswer(_ message: MessageView, to point: RequestPoint, in thread: borrowing Thread)
    -> Bool
  {
    let asked = thread.points(answeredBy: message)
    guard asked.last?.span == point.span, asked.last?.message == point.message,
      let first = thread.firstSubstantialSentence(of: message, courtesies: courtesies),
      first.features.isDisjoint(with: [.question, .imperative]),
      let word = thread.text.tokens[first.tokenRange].first(where: { $0.kind.isWordLike })
    else { return false }
    return words.roles(of: word.lexeme).contains(.third)
  }

  /// Whether a question is one in words that staff could answer: long enough, no line of code, not put to somebody else
  /// by name, and with a question word or verb and subject in the order of a question.
  private func isPlain(_ point: RequestPoint, in thread: borrowing Thread) -> Bool {
    let range = point.tokenRange
    let tokens = thread.text.tokens[range]
    guard tokens.count(where: { $0.kind.isWordLike }) >= Self.leastWords else { return false }
    let message = thread.messages[point.message]
    let isForOthers = tokens.contains { thread.bytes(of: $0, in: message).first == UInt8(ascii: "@") }
    if isForOthers || tokens.contains(where: { $0.kind.isArtefact || $0.kind == .symbol }) { return false }
    let auxiliaries: LexemeFlags = [.formOfBe, .formOfDo, .formOfHave, .modal]
    let subjects: LexemeFlags = [.subjectPronoun, .determiner, .secondPerson, .firstPerson]
    func flags(_ position: Int) -> LexemeFlags {
      range.contains(position) ? thread.vocabulary.flags(of: thread.text.tokens[position].lexeme) : []
    }
    // "Will old vouchers do?": at the start the verb alone tells.
    let first = range.first { position in
      let token = thread.text.tokens[position]
      return token.kind.isWordLike && !words.roles(of: token.lexeme).contains(.opener)
    }
    return range.contains { position in
      flags(position).contains(.questionWord)
        || !flags(position).isDisjoint(with: auxiliaries)
          && (position == first || !flags(position + 1).isDisjoint(with: subjects))
    }
  }

  /// Quotes the question.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    let more = mark.argument > 1 ? "; nor \(mark.argument - 1) more" : ""
    return Wording(
      "“\(thread.evidence(of: mark))” is not answered in any reply\(more)",
      "answer it in one sentence, or say who will and by when")
  }
}
