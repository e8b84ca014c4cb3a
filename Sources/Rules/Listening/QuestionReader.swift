import TextAnalysis

/// Tells questions apart by what they ask for.
///
/// | kind | example |
/// |---|---|
/// | open | "What happens when you open it?", "Tell me about the noise." |
/// | closed | "Is it slow?", "I wonder if it is on.", "How bad, from 1 to 5?": yes, no or a number will do |
/// | deed | "Could you please restart it?": a wish in the form of a question |
/// | courtesy | "Is there anything else I can do?" |
struct QuestionReader: Sendable {
  /// What a sentence asks for.
  enum Kind { case none, open, closed, deed, courtesy }

  private let indirect: Int16?
  private let courtesies: Int16?
  private let checkBacks: Int16?
  private let scales: Int16?
  private let words: DiscourseWords

  init(_ packs: PackIndex) {
    indirect = packs.number(of: "cue.indirect-question")
    courtesies = packs.number(of: "cue.courtesy")
    checkBacks = packs.number(of: "cue.check-back")
    scales = packs.number(of: "cue.scale-question")
    words = packs.discourse
  }

  /// What a sentence asks for. - Complexity: O(tokens + matches of the message).
  func kind(of sentence: Sentence, of message: MessageView, in thread: borrowing Thread) -> Kind {
    guard sentence.features.contains(.question) else {
      return indirectKind(of: sentence, of: message, thread) ?? asksReader(sentence, thread)
    }
    if thread.holds([checkBacks], sentence, of: message) { return .courtesy }
    let asked = placeOfThingAsked(sentence, thread)
    // "You can be proud of it, and what did they say?": the courtesy is not what is asked.
    let courtesy = thread.matches(of: courtesies, in: message).first {
      sentence.tokenRange.contains($0.tokenRange.lowerBound)
        && (asked.map($0.tokenRange.contains) ?? true)
    }
    if courtesy != nil { return .courtesy }
    if asksToDo(sentence, thread) { return .deed }
    if thread.holds([scales], sentence, of: message) { return .closed }
    return asked != nil || indirectKind(of: sentence, of: message, thread) == .open ? .open : .closed
  }

  /// What an indirect question asks for: "I wonder what it shows" is open, "I wonder if it is on" is not.
  private func indirectKind(of sentence: Sentence, of message: MessageView, _ thread: borrowing Thread)
    -> Kind?
  {
    var kind: Kind?
    for match in thread.matches(of: indirect, in: message)
    where sentence.tokenRange.contains(match.tokenRange.lowerBound) {
      let last = thread.text.tokens[match.tokenRange.upperBound - 1]
      if !words.roles(of: last.lexeme).contains(.condition) { return .open }
      kind = .closed
    }
    return kind
  }

  private static let auxiliaries: LexemeFlags = [.formOfBe, .formOfDo, .formOfHave, .modal]
  private static let subjects: LexemeFlags = [.subjectPronoun, .determiner, .secondPerson]

  /// Where a sentence asks for more than yes or no: a question word before any verb that stands in front of its subject
  /// ("so what do you see", not "do you know what it is"), one with verb and subject in that order behind it ("I'd love
  /// to hear what are your plans"), one at the very end ("it does what?"), or a verb that asks for an account ("can you
  /// describe it"). `nil` if it doesn't.
  private func placeOfThingAsked(_ sentence: Sentence, _ thread: borrowing Thread) -> Int? {
    let tokens = sentence.tokenRange
    func flags(_ position: Int) -> LexemeFlags {
      position < tokens.upperBound
        ? thread.vocabulary.flags(of: thread.text.tokens[position].lexeme) : []
    }
    var opens = true
    for position in tokens {
      let word = flags(position)
      let next = flags(position + 1)
      let isInverted = !word.isDisjoint(with: Self.auxiliaries) && !next.isDisjoint(with: Self.subjects)
      if opens {
        // "… when you open it" is a clause; "what you see?" at the start still asks.
        if word.contains(.questionWord), position == tokens.lowerBound || !next.contains(.subjectPronoun) {
          return position
        }
        if isInverted { return invites(position, tokens, thread) ? position : nil }
      } else if word.contains(.questionWord), !next.isDisjoint(with: Self.auxiliaries),
        next.contains(.formOfDo) || !flags(position + 2).isDisjoint(with: Self.subjects)
      {
        return position
      }
      opens = opensClause(position, word, thread)
    }
    return questionWordAtEnd(tokens, thread)
  }

  /// The question word that a sentence ends in; not "… or what?", which wants a yes.
  private func questionWordAtEnd(_ tokens: Range<Int>, _ thread: borrowing Thread) -> Int? {
    guard let last = tokens.last(where: { thread.text.tokens[$0].kind != .punctuation }),
      last > tokens.lowerBound,
      thread.vocabulary.flags(of: thread.text.tokens[last].lexeme).contains(.openQuestionWord)
    else { return nil }
    return words.roles(of: thread.text.tokens[last - 1].lexeme).contains(.opener) ? nil : last
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

  /// "Can you tell me more", "would you describe the noise": a verb that asks for an account, and not for one fact ("can
  /// you tell me whether …", "… the number").
  private func invites(_ position: Int, _ tokens: Range<Int>, _ thread: borrowing Thread) -> Bool {
    let reach = position..<min(tokens.upperBound, position + 5)
    func flags(_ position: Int) -> LexemeFlags {
      tokens.contains(position) ? thread.vocabulary.flags(of: thread.text.tokens[position].lexeme) : []
    }
    guard flags(position).contains(.modal), flags(position + 1).contains(.secondPerson),
      let verb = reach.first(where: { flags($0).contains(.telling) })
    else { return false }
    let object = flags(verb + 1).contains(.firstPerson) ? verb + 2 : verb + 1
    guard tokens.contains(object) else { return true }
    if flags(object).contains(.questionWord) { return flags(object).contains(.openQuestionWord) }
    let roles = words.roles(of: thread.text.tokens[object].lexeme)
    return roles.isDisjoint(with: [.condition])
      && (object == verb + 1 || !flags(object).contains(.determiner))
  }

  /// Whether the word after a token can open a clause.
  private func opensClause(_ position: Int, _ flags: LexemeFlags, _ thread: borrowing Thread) -> Bool {
    let token = thread.text.tokens[position]
    return token.kind == .punctuation || flags.contains(.preposition)
      || !words.roles(of: token.lexeme).isDisjoint(with: [.opener, .joint])
  }

  /// What a sentence asks that does not end in a question mark: "What are you doing when …", "…, how sure are you that
  /// it stays off." (open); "Do you still have the box." (closed). "Should you still have the box, …" and "Had you sent
  /// it, …" are conditions.
  private func asksReader(_ sentence: Sentence, _ thread: borrowing Thread) -> Kind {
    guard sentence.features.contains(.secondPerson) else { return .none }
    let tokens = sentence.tokenRange
    func flags(_ position: Int) -> LexemeFlags {
      tokens.contains(position) ? thread.vocabulary.flags(of: thread.text.tokens[position].lexeme) : []
    }
    var opens = true
    var isFirst = true
    for position in tokens {
      let word = flags(position)
      let roles = words.roles(of: thread.text.tokens[position].lexeme)
      if thread.text.tokens[position].kind == .punctuation || roles.contains(.opener) {
        opens = true
        continue
      }
      if opens, word.contains(.questionWord), !word.contains(.preposition) {
        // "how confident are you": a word may stand between.
        let verb = (position + 1..<position + 3).first { !flags($0).isDisjoint(with: Self.auxiliaries) }
        if let verb, flags(verb + 1).contains(.secondPerson) { return .open }
      }
      if isFirst, !word.isDisjoint(with: Self.auxiliaries), !roles.contains(.wishfulCondition),
        flags(position + 1).isSuperset(of: [.secondPerson, .subjectPronoun])
      {
        return asksToDo(sentence, thread) ? .deed : .closed
      }
      opens = false
      isFirst = false
    }
    return .none
  }
}
