import TextAnalysis
import Tickets

/// `listening.no-clarifying-question`: a request that says next to nothing is answered with a fix at once.
struct NoClarifyingQuestion: Rule {
  static let about = RuleDescription(
    "listening.no-clarifying-question", "Acts on a request that says too little", anchor: .firstReply,
    scope: .firstReply,
    rationale: "A guess at what was meant fixes the wrong problem, and the ticket comes back.",
    practice: "When a request is one line, ask one thing before you act: what happens, where, since when.",
    source: "Vision Training Systems: was a ticket delayed because a clarifying question was avoided?",
    finds: [
      ["requester: scanner trouble again", "staff: ‹The scanner queue has been reset.› Please try again."],
      ["requester: Please fix my mail.", "staff: Good morning. ‹I reinstalled the mail program.›"],
    ],
    ignores: [
      ["requester: scanner trouble again", "staff: Which scanner is it, and what happens when you use it?"],
      [
        "requester: The scanner in room 12 shows a paper jam since Monday and I have no paper in it.",
        "staff: The scanner queue has been reset.",
      ],
      ["requester: scanner trouble again", "staff: I'll come by at ten and have a look."],
    ])

  /// A request with more words that tell something than this is no longer thin.
  static let mostWords = 6

  private let actions: [Int16?]
  private let details: Int16?

  /// Gets the rule ready.
  init(_ packs: PackIndex) {
    actions = [packs.number(of: "cue.own-action"), packs.number(of: "complete.empty-resolution")]
    details = packs.number(of: "cue.detail-given")
  }

  /// Looks at first replies to a thin request.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    let request = thread.request(answeredBy: message)
    guard isThin(request, in: thread) else { return }
    judgement.look()
    let sentences = thread.text.sentences[message.sentences]
    if sentences.contains(where: { $0.features.contains(.question) }) { return }
    guard let act = sentences.first(where: { acts($0, of: message, in: thread) }) else { return }
    judgement.find(Mark(span: thread.span(of: act)))
  }

  private func isThin(_ request: Range<Int>, in thread: borrowing Thread) -> Bool {
    var words = 0
    var hasText = false
    for position in request where thread.messages[position].message.role == .requester {
      let message = thread.messages[position]
      for token in thread.text.tokens[message.tokens] {
        hasText = true
        // A code, a name of a device, a number: something to go by.
        if token.kind.isArtefact || token.kind == .number || token.kind == .time || token.kind == .date {
          return false
        }
        if isName(token, in: thread) { return false }
        if HeardWords.information(of: token, thread.vocabulary) > 0 { words += 1 }
      }
      if thread.matches(of: details, in: message).contains(where: { _ in true }) { return false }
    }
    return hasText && words <= Self.mostWords
  }

  /// Whether a word is written like a name and no list knows it.
  private func isName(_ token: Token, in thread: borrowing Thread) -> Bool {
    token.kind == .word && token.flags.contains(.capitalised) && !token.flags.contains(.startsSentence)
      && Int(token.lexeme) >= thread.vocabulary.lexicon.count
  }

  /// Whether a sentence reports a change or tells the requester to make one.
  private func acts(_ sentence: Sentence, of message: MessageView, in thread: borrowing Thread) -> Bool {
    if sentence.features.contains(.imperative) || thread.holds(actions, sentence, of: message) { return true }
    // "I reinstalled …", "we have reset …": the writer and a verb of the past.
    let tokens = thread.text.tokens[sentence.tokenRange]
    guard
      let subject = tokens.firstIndex(where: { thread.vocabulary.flags(of: $0.lexeme).contains(.firstPerson) }
      )
    else { return false }
    return tokens[subject...].dropFirst().prefix(3).contains { token in
      token.kind == .word && thread.vocabulary.stem(of: token.lexeme) != token.lexeme
        && thread.vocabulary.form(of: token.lexeme).suffix(2).elementsEqual("ed".utf8)
    }
  }

  /// Says what to ask.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "the request says too little to act on, and nothing was asked",
      "ask one thing first: what happens, where, or since when")
  }
}
