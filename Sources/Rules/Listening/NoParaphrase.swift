import TextAnalysis
import Tickets

/// `listening.no-paraphrase`: the first reply restates nothing of the request.
struct NoParaphrase: Rule {
  static let about = RuleDescription(
    "listening.no-paraphrase", "First reply does not say back the request", anchor: .firstReply,
    scope: .firstReply, revision: 3,
    rationale: """
      A half-heard request gets a fix for the wrong problem. One sentence that says it back would have shown the \
      mistake before the work was done.
      """,
    practice: """
      Before you answer, write one sentence that begins “So” and says what they need and why it matters to them. \
      Ask whether that is right.
      """,
    source: "Covey, habit 5; BACKGROUND: cost of poor listening",
    finds: [
      [
        "requester: Since the update my VPN drops every ten minutes when I am at home and I lose my calls.",
        "staff: ‹Please try again after a restart.›",
      ]
    ],
    ignores: [
      [
        "requester: Since the update my VPN drops every ten minutes when I am at home and I lose my calls.",
        "staff: It sounds like the connection cuts out every ten minutes at home since the update. Is that right?",
      ],
      ["requester: Printer broken", "staff: Please try again after a restart."],
      // The title is the requester's too.
      [
        "title: Badge reader at the warehouse ignores new badges",
        "requester: This is the third week in a row and my people wait outside in the rain every morning.",
        "staff: New badges reach that reader with the nightly run, and the run had stopped.",
      ],
    ])

  /// A request of fewer words is a line: there is little to say back.
  static let leastRequestWords = 12

  /// A reply of fewer words has no room for it; what it lacks is another rule's.
  static let leastReplyWords = 6
  /// So many of the request's rare words don't stand in a reply by chance.
  static let manySpecifics = 2
  /// Nor do so many of its words that are not among the most common.
  static let manySharedWords = 3
  /// Nor do so many words of its title.
  static let manyTitleWords = 2

  private let courtesies: [Int16?]

  init(_ packs: PackIndex) {
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
  }

  /// Looks at the first reply that has enough words to say something back, to a request of more than a line.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard let restatement = message.measures.restatement, restatement.points > 0 else { return }
    var words = 0
    for earlier in thread.earlier(than: message) where earlier.message.role == .requester {
      words += earlier.measures.words
    }
    guard words >= Self.leastRequestWords, message.measures.words >= Self.leastReplyWords else { return }
    judgement.look()
    if listens(message, restatement, in: thread) { return }
    guard let first = thread.firstSubstantialSentence(of: message, courtesies: courtesies) else { return }
    judgement.find(
      Mark(
        span: thread.span(of: first), otherMessage: restatement.requestMessage, otherSpan: restatement.point))
  }

  /// Whether a reply shows in any way that the request was read: by saying it back, by naming what the requester
  /// feels, by answering a question, by taking up most of it, the names in it or its title, by writing beneath a quoted part of it, or by pointing to where the same thing is being dealt with.
  private func listens(
    _ message: MessageView, _ restatement: Restatement, in thread: borrowing Thread
  ) -> Bool {
    if restatement.probability >= Restatement.threshold || message.measures.reflectsFeeling { return true }
    if restatement.coverage >= ListeningLevel.mostCoverage { return true }
    if restatement.specifics >= Self.manySpecifics || restatement.sharedWords >= Self.manySharedWords {
      return true
    }
    if thread.answersQuote(message) || answersQuestion(message, in: thread) { return true }
    if thread.titleWords(takenUpBy: message) >= Self.manyTitleWords { return true }
    return thread.text.tokens[message.tokens].contains { $0.kind == .ticketNumber || $0.kind == .url }
  }

  /// Whether a reply holds the answer to a question of the request.
  private func answersQuestion(_ message: MessageView, in thread: borrowing Thread) -> Bool {
    let position = thread.position(of: message)
    return thread.points(answeredBy: message).contains { $0.kind == .question && $0.takenBy == position }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    let asked =
      thread.message(at: mark.otherMessage).map { thread.string(mark.otherSpan, in: $0.message) } ?? ""
    let example = asked.isEmpty ? "" : "; they wrote “\(asked)”"
    return Wording(
      "the first reply says back nothing of what was asked\(example)",
      "begin with it in your own words: “So … : is that right?”")
  }
}
