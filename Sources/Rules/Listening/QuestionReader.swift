import TextAnalysis

/// Tells questions apart by what they ask for.
///
/// | kind | example |
/// |---|---|
/// | open | "What happens when you open it?", "Tell me about the noise." |
/// | closed | "Is it slow?": yes or no will do |
/// | deed | "Could you please restart it?": a wish in the form of a question |
/// | courtesy | "Is there anything else I can do?" |
struct QuestionReader: Sendable {
  /// What a sentence asks for.
  enum Kind { case none, open, closed, deed, courtesy }

  private let indirect: Int16?
  private let courtesies: [Int16?]
  private let words: DiscourseWords

  init(_ packs: PackIndex) {
    indirect = packs.number(of: "cue.indirect-question")
    courtesies = [packs.number(of: "cue.courtesy"), packs.number(of: "cue.check-back")]
    words = DiscourseWords(lexicon: packs.lexicon)
  }

  /// What a sentence asks for. - Complexity: O(tokens + matches of the message).
  func kind(of sentence: Sentence, of message: MessageView, in thread: borrowing Thread) -> Kind {
    if sentence.features.contains(.question) {
      if thread.holds(courtesies, sentence, of: message) { return .courtesy }
      if asksToDo(sentence, thread) { return .deed }
      if asksForThing(sentence, thread) { return .open }
      return thread.holds([indirect], sentence, of: message) ? .open : .closed
    }
    if thread.holds([indirect], sentence, of: message) { return .open }
    return asksReader(sentence, thread) ? .open : .none
  }

  private static let auxiliaries: LexemeFlags = [.formOfBe, .formOfDo, .formOfHave, .modal]
  private static let subjects: LexemeFlags = [.subjectPronoun, .determiner, .secondPerson]

  /// Whether a question word comes before any verb that stands in front of its subject: "so what do you see",
  /// not "do you know what it is".
  private func asksForThing(_ sentence: Sentence, _ thread: borrowing Thread) -> Bool {
    let tokens = sentence.tokenRange
    var opens = true
    for position in tokens {
      let flags = thread.vocabulary.flags(of: thread.text.tokens[position].lexeme)
      let next =
        position + 1 < tokens.upperBound
        ? thread.vocabulary.flags(of: thread.text.tokens[position + 1].lexeme) : []
      if opens {
        // "… when you open it" is a clause; "what you see?" at the start still asks.
        if flags.contains(.questionWord), position == tokens.lowerBound || !next.contains(.subjectPronoun) {
          return true
        }
        if !flags.isDisjoint(with: Self.auxiliaries), !next.isDisjoint(with: Self.subjects) {
          return sentence.features.contains(.openQuestion) && invites(position, tokens, thread)
        }
      }
      opens = opensClause(position, flags, thread)
    }
    return false
  }

  /// "Could you please restart …": a verb that tells what to do, and none that asks for an account.
  private func asksToDo(_ sentence: Sentence, _ thread: borrowing Thread) -> Bool {
    guard sentence.features.contains(.imperative) else { return false }
    let tokens = sentence.tokenRange
    for position in tokens {
      let flags = thread.vocabulary.flags(of: thread.text.tokens[position].lexeme)
      guard flags.contains(.modal), position + 2 < tokens.upperBound else { continue }
      let next = thread.vocabulary.flags(of: thread.text.tokens[position + 1].lexeme)
      guard next.contains(.secondPerson) else { return false }
      for word in thread.text.tokens[position + 2..<min(tokens.upperBound, position + 5)] {
        let flags = thread.vocabulary.flags(of: word.lexeme)
        if flags.contains(.telling) { return false }
        if flags.contains(.commandVerb) { return true }
      }
      return false
    }
    return false
  }

  /// "Can you tell me …", "would you describe …".
  private func invites(_ position: Int, _ tokens: Range<Int>, _ thread: borrowing Thread) -> Bool {
    thread.text.tokens[position..<min(tokens.upperBound, position + 4)].contains {
      thread.vocabulary.flags(of: $0.lexeme).contains(.telling)
    }
  }

  /// Whether the word after a token can open a clause.
  private func opensClause(_ position: Int, _ flags: LexemeFlags, _ thread: borrowing Thread) -> Bool {
    let token = thread.text.tokens[position]
    return token.kind == .punctuation || flags.contains(.preposition)
      || !words.roles(of: token.lexeme).isDisjoint(with: [.opener, .joint])
  }

  /// "What are you doing when …": without the mark, and still no statement.
  private func asksReader(_ sentence: Sentence, _ thread: borrowing Thread) -> Bool {
    var position = sentence.tokenRange.lowerBound
    let end = sentence.tokenRange.upperBound
    func flags(_ position: Int) -> LexemeFlags {
      position < end ? thread.vocabulary.flags(of: thread.text.tokens[position].lexeme) : []
    }
    while position < end,
      thread.text.tokens[position].kind == .punctuation
        || words.roles(of: thread.text.tokens[position].lexeme).contains(.opener)
    {
      position += 1
    }
    guard flags(position).contains(.questionWord), !flags(position).contains(.preposition) else {
      return false
    }
    // "how confident are you": a word may stand between.
    for verb in position + 1..<position + 3 where !flags(verb).isDisjoint(with: Self.auxiliaries) {
      return flags(verb + 1).contains(.secondPerson)
    }
    return false
  }
}
