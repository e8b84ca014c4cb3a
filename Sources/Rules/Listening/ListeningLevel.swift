import TextAnalysis
import Tickets

/// `listening.level`: Covey's five levels of listening, as far as the text shows them.
///
/// | level | what the text shows |
/// |---|---|
/// | 1 ignoring | nothing of the request is taken up |
/// | 2 pretending | a stock phrase, and nothing of the request is taken up |
/// | 3 selective | some of its points, or of the names in it, are taken up |
/// | 4 attentive | it is said back in other words, or most of its points are taken up in some words of theirs |
/// | 5 empathic | attentive, and what it means to the requester is named |
struct ListeningLevel: Rule {
  /// Coverage from which "some" points are taken up.
  static let someCoverage = 0.2
  /// Coverage from which "most" are.
  static let mostCoverage = 0.6
  /// So many words of the request, of those that are not among the most common, stand in an attentive reply.
  static let attentiveWords = 4
  /// And so many in a selective one; of rare words one is enough.
  static let selectiveWords = 2

  static let about = RuleDescription(
    "listening.level", "Replies that show no listening", anchor: .firstReply, scope: .firstReply,
    level: .suggestion,
    rationale: """
      At levels 1 and 2 the requester can't tell from the reply whether anybody has read what they wrote, and \
      writes it again.
      """,
    practice: """
      To rise from 1 or 2: take up the most specific thing they wrote. From 3: take up all of it. From 4: name \
      what it costs them.
      """,
    source: "Covey, The 7 Habits of Highly Effective People, habit 5",
    finds: [
      [
        "requester: Since the update my VPN drops every ten minutes and I lose my calls. Can I get a loan device?",
        "staff: ‹This is being looked into.›",
      ]
    ],
    ignores: [
      [
        "requester: Since the update my VPN drops every ten minutes and I lose my calls. Can I get a loan device?",
        "staff: I am looking at why the VPN drops every ten minutes since the update, and I have reserved a loan device for your calls.",
      ]
    ])

  /// The level that some measures show; 0 where there was nothing to listen to.
  static func level(
    of restatement: Restatement?, hasStockPhrase: Bool, acknowledges: Bool
  ) -> Int {
    guard let restatement, restatement.points > 0 else { return 0 }
    // A short request is covered by two of its words; that is to name it, not yet to have listened.
    let wordsOfMost = min(attentiveWords, (restatement.requestWords + 1) / 2)
    let coversMost = restatement.coverage >= mostCoverage && restatement.sharedWords >= wordsOfMost
    if restatement.probability >= Restatement.threshold || coversMost { return acknowledges ? 5 : 4 }
    let namesSome = restatement.specifics > 0 || restatement.sharedWords >= selectiveWords
    if restatement.coverage >= someCoverage || namesSome { return 3 }
    return hasStockPhrase ? 2 : 1
  }

  private let courtesies: [Int16?]

  init(_ packs: PackIndex) {
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    let level = message.measures.listeningLevel
    guard level > 0 else { return }
    judgement.look()
    guard level <= 2, let restatement = message.measures.restatement else { return }
    // What is missing is told once, by the rule that knows most about it.
    if judgement.tells(of: restatement.point, in: restatement.requestMessage) {
      judgement.concede()
      return
    }
    guard let first = thread.firstSubstantialSentence(of: message, courtesies: courtesies) else { return }
    judgement.find(
      Mark(
        span: thread.span(of: first), argument: Int32(level), otherMessage: restatement.requestMessage,
        otherSpan: restatement.point))
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    let asked =
      thread.message(at: mark.otherMessage).map { thread.string(mark.otherSpan, in: $0.message) } ?? ""
    return Wording(
      mark.argument == 1
        ? "level 1 of 5: nothing of the request is taken up"
        : "level 2 of 5: a courtesy, and nothing of the request is taken up",
      asked.isEmpty ? "take up the most specific thing they wrote" : "take up “\(asked)” in your own words")
  }
}
