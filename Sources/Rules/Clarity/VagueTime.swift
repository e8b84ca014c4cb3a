import TextAnalysis
import Tickets

/// `clarity.vague-time`: something is to come, at a time that nobody can plan with.
struct VagueTime: Rule {
  static let about = RuleDescription(
    "clarity.vague-time", "Times nobody can plan with", anchor: .anyReply, scope: .publicReply,
    packs: ["clarity.vague-time"], revision: 2,
    rationale: """
      “Soon” means an hour to one reader and a week to another. Those who planned for the hour write again, and the \
      desk answers the same ticket twice.
      """,
    practice:
      "Give a time you can keep, even a late one: “by 15:00 tomorrow”, and say what happens if you miss it.",
    source: "Plain-language guidelines; Packard & Berger 2021 on concrete language in customer service",
    finds: [
      "We will look into it ‹as soon as possible›.",
      "Somebody from the network team will call you ‹shortly›.",
      "Your new laptop will be sent out ‹in due course›.",
      "I will ‹get back to you soon› with an answer.",
      "The fix should be rolled out ‹in the near future›.",
      "We'll install the update ‹when time permits›.",
      "We are working on it and hope to have it ‹soon›.",
      "Your mailbox is going to be moved ‹in the coming weeks›.",
      "The scanner is out of order ‹until further notice›.",
      "I'll sort it out ‹ASAP›.",
      "Working on it. ‹Soon›!",
    ],
    ignores: [
      "As soon as the backup has finished at 18:00 we restart the server.",
      "The error came back shortly after the update.",
      "I will get back to you by 15:00 today.",
      "How soon do you need the laptop?",
      "Your password expires soon, so please change it now.",
      "I'll come back to you on Thursday with the quote.",
      "The restart was too soon: the update had not finished.",
      "Please ring us when you get a chance.",
      "Please send us the log as soon as possible.",
      "We will reply shortly, by 4 pm at the latest.",
      "I won't get to it soon.",
      // What was is no promise.
      "The driver was changed at some point, and the old one is gone.",
      "It seems that somebody fixed this at some point.",
      "The loop should report an error as soon as possible in that mode.",
      "He wrote “asap” in the form.",
    ])

  /// A sentence of so few words that holds a time says when, and nothing else.
  static let mostFragmentWords = 3

  private let pack: Int16?
  private let times: Int16?
  private let packs: PackIndex

  init(_ packs: PackIndex) {
    self.packs = packs
    pack = packs.number(of: "clarity.vague-time")
    times = packs.number(of: "cue.definite-time")
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words >= Self.mostFragmentWords else { return }
    judgement.look()
    for match in thread.matches(of: pack, in: message) where !thread.isQuoted(match.tokenRange, in: message) {
      guard let sentence = thread.sentence(holding: match.tokenRange.lowerBound, in: message),
        !thread.holds(times, sentence.tokenRange, of: message),
        message.language != "en" || isToCome(sentence, match.tokenRange, message, thread),
        !isDenied(match.tokenRange, since: sentence.tokenRange.lowerBound, thread)
      else { continue }
      judgement.find(Mark(span: thread.span(of: match.tokenRange), argument: match.entry))
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    packs.wording(of: mark, pack: pack, in: thread)
  }

  /// Words that say that something is to come, or hold it out.
  private static let future: [StaticString] = [
    "will", "shall", "going", "gonna", "hope", "hopes", "hoping", "hopefully", "plan",
    "plans",
    "planning", "planned", "intend", "intends", "expect", "expects", "aim", "coming", "further", "scheduled",
    "eta",
  ]

  /// Whether a sentence speaks of what is to come: by its verb, by a present that goes on ("we are checking"), or
  /// by being little else than the time.
  private func isToCome(
    _ sentence: Sentence, _ time: Range<Int>, _ message: MessageView, _ thread: borrowing Thread
  ) -> Bool {
    let tokens = sentence.tokenRange
    if thread.wordCount(tokens) <= max(Self.mostFragmentWords, time.count) { return true }
    for position in tokens where thread.text.tokens[position].kind == .word {
      let token = thread.text.tokens[position]
      if thread.isOne(of: Self.future, token, in: message) { return true }
      // "It should be there soon"; but what a program should do is no promise.
      if thread.isOne(of: ["should"], token, in: message), position + 1 < tokens.upperBound,
        !thread.vocabulary.flags(of: thread.text.tokens[position + 1].lexeme)
          .isDisjoint(with: [.formOfBe, .formOfHave])
      {
        return true
      }
      let form = thread.vocabulary.form(of: token.lexeme)
      if form.suffix(3).elementsEqual("'ll".utf8) { return true }
      if thread.isOne(
        of: ["am", "is", "are", "i'm", "we're", "they're", "he's", "she's"], token, in: message),
        goesOn(after: position, before: tokens.upperBound, thread)
      {
        return true
      }
    }
    return false
  }

  /// Whether a "not" stands close before a time: "not planning to do it soon".
  private func isDenied(_ time: Range<Int>, since start: Int, _ thread: borrowing Thread) -> Bool {
    thread.text.tokens[max(start, time.lowerBound - Self.negationReach)..<time.lowerBound].contains {
      thread.vocabulary.flags(of: $0.lexeme).contains(.negation)
    }
  }

  /// Tokens over which a "not" reaches.
  private static let negationReach = 8

  /// Whether a verb in "-ing" follows within three words: "we are still checking".
  private func goesOn(after position: Int, before end: Int, _ thread: borrowing Thread) -> Bool {
    thread.wordsAfter(position, 3, before: end).contains { word in
      let form = thread.vocabulary.form(of: thread.text.tokens[word].lexeme)
      return form.count > 5 && form.suffix(3).elementsEqual("ing".utf8)
    }
  }
}
