/// Tells what kind of sentence some tokens are, from the classes of their words and their order.
///
/// Shallow on purpose: a table of word classes and a look at a few neighbours, no parser. What each rule looks at
/// is said beside it; the accuracy bench says how often it is right.
struct SentenceGrammar {
  let bytes: UnsafePointer<UInt8>
  let tokens: UnsafeMutableBufferPointer<Token>
  /// The tokens with a flag of ``telling``, by index, ascending.
  let telling: UnsafeMutableBufferPointer<Int>
  let words: LexemeView
  private var end = 0

  /// The flags that decide by themselves or make a look at the neighbours worth while.
  static let telling: LexemeFlags = [
    .negation, .hedge, .firstPerson, .secondPerson, .formOfBe, .formOfGet, .opensRequest, .questionWord,
  ]

  init(
    bytes: UnsafePointer<UInt8>, tokens: UnsafeMutableBufferPointer<Token>,
    telling: UnsafeMutableBufferPointer<Int>, words: LexemeView
  ) {
    self.bytes = bytes
    self.tokens = tokens
    self.telling = telling
    self.words = words
  }

  /// The features of the sentence over `range`. `told` says how many telling tokens lie before it, and is moved on.
  ///
  /// - Complexity: O(telling tokens), and a look at both ends.
  func features(_ range: Range<Int>, _ told: inout Int) -> SentenceFeatures {
    var grammar = self
    grammar.end = range.upperBound
    return grammar.featuresBeforeEnd(range, &told)
  }

  private func featuresBeforeEnd(_ range: Range<Int>, _ told: inout Int) -> SentenceFeatures {
    var features = ending(range)
    var seen: LexemeFlags = []
    while told < telling.count, telling[told] < range.upperBound {
      let i = telling[told]
      told &+= 1
      let flags = words.flags(of: tokens[i].lexeme)
      seen.formUnion(flags)
      guard !flags.isDisjoint(with: [.formOfBe, .formOfGet, .opensRequest]) else { continue }
      if !features.contains(.passive), isPassive(at: i, flags) { features.insert(.passive) }
      if flags.contains(.opensRequest), isCommand(at: i + 1) { features.insert(.imperative) }
    }
    if seen.contains(.negation) { features.insert(.negated) }
    if seen.contains(.hedge) { features.insert(.hedged) }
    if seen.contains(.firstPerson) { features.insert(.firstPerson) }
    if seen.contains(.secondPerson) { features.insert(.secondPerson) }
    let opening = opening(range)
    if opening < end {
      if isCommand(at: opening) || asksToDo(at: opening) { features.insert(.imperative) }
      if tokens[end - 1].lexeme != words.ascii[0x2E], asks(at: opening) { features.insert(.question) }
      if invitesToTell(at: opening) { features.formUnion([.question, .openQuestion]) }
    }
    if features.contains(.question), !seen.isDisjoint(with: .questionWord), isOpen(range) {
      features.insert(.openQuestion)
    }
    return features
  }

  /// The marks at its end.
  private func ending(_ range: Range<Int>) -> SentenceFeatures {
    var features: SentenceFeatures = []
    var last = range.upperBound - 1
    while last >= range.lowerBound, tokens[last].kind == .punctuation {
      if tokens[last].lexeme == words.ascii[0x3F] {
        features.insert(.question)
        break
      }
      if tokens[last].lexeme == words.ascii[0x21] { features.insert(.exclamation) }
      last -= 1
    }
    return features
  }

  private func flags(_ index: Int) -> LexemeFlags {
    index < end && tokens[index].kind == .word ? words.flags(of: tokens[index].lexeme) : []
  }

  /// The first word that is no filler: "So, um, what …" opens with "what".
  private func opening(_ range: Range<Int>) -> Int {
    var i = range.lowerBound
    while i < end, tokens[i].kind == .punctuation || flags(i).contains(.filler) { i += 1 }
    return i
  }

  // MARK: - Questions

  /// Asks without a question mark: "can you …", "is it …", "what is …", "how do …".
  private func asks(at i: Int) -> Bool {
    let first = flags(i)
    let second = flags(i + 1)
    if !first.isDisjoint(with: Self.auxiliary), !first.contains(.subjectPronoun) {
      return second.contains(.subjectPronoun)
    }
    guard first.contains(.questionWord), !first.contains(.determiner) || !second.contains(.formOfBe) else {
      return false
    }
    // "what is the …", "how do you …"; "what I need is …" is no question.
    return !second.isDisjoint(with: Self.auxiliary) && !second.contains(.subjectPronoun)
  }

  private static let auxiliary: LexemeFlags = [.formOfBe, .formOfDo, .formOfHave, .modal]

  /// "Tell me more", "could you describe …": asks for an account, whatever its form.
  private func invitesToTell(at i: Int) -> Bool {
    if flags(i).contains(.telling) { return flags(i + 1).contains(.firstPerson) }
    return flags(i).contains(.modal) && flags(i + 1).contains(.secondPerson)
      && (flags(i + 2).contains(.telling) || flags(i + 3).contains(.telling))
  }

  /// Whether its question word asks for more than a fact: "what", "why", "how", but not "how many".
  private func isOpen(_ range: Range<Int>) -> Bool {
    for i in range {
      let word = flags(i)
      guard word.contains(.questionWord) else { continue }
      if !word.contains(.openQuestionWord) { continue }
      return !flags(i + 1).contains(.measured)
    }
    return false
  }

  // MARK: - Verbs

  /// A form of "be" or "get", adverbs perhaps, and a past participle: "was not yet sent", "gets deleted".
  private func isPassive(at index: Int, _ verb: LexemeFlags) -> Bool {
    guard !verb.isDisjoint(with: [.formOfBe, .formOfGet]) else { return false }
    var i = index + 1
    var skipped = 0
    while i < end, skipped < 4 {
      let token = tokens[i]
      guard token.kind == .word else { return false }
      let word = flags(i)
      if isParticiple(token, word, at: i) { return true }
      if word.contains(.formOfBe) || word.contains(.formOfGet) { return false }
      let isAdverb = !word.isDisjoint(with: [.adverb, .negation]) || isAdverbByEnding(token)
      // In questions the subject stands between: "was it sent".
      let isSubject = i == index + 1 && word.contains(.subjectPronoun)
      guard isAdverb || isSubject else { return false }
      skipped += 1
      i += 1
    }
    return false
  }

  private func isParticiple(_ token: Token, _ word: LexemeFlags, at i: Int) -> Bool {
    if word.contains(.irregularParticiple) { return true }
    // "was surprised" describes; "was surprised by" is something done.
    guard !word.contains(.adjective) || flags(i + 1).contains(.byAgent), token.range.count >= 4 else {
      return false
    }
    return hasEnding(token, "ed") && !hasEnding(token, "eed")
  }

  private func isAdverbByEnding(_ token: Token) -> Bool { token.range.count >= 5 && hasEnding(token, "ly") }

  private func hasEnding(_ token: Token, _ ending: StaticString) -> Bool {
    let form = bytes + Int(token.end) - ending.utf8CodeUnitCount
    for i in 0..<ending.utf8CodeUnitCount where KindRecogniser.lower(form[i]) != ending.utf8Start[i] {
      return false
    }
    return true
  }

  /// "Can you restart …": a command in the form of a question.
  private func asksToDo(at i: Int) -> Bool {
    flags(i).contains(.modal) && flags(i + 1).contains(.secondPerson) && flags(i + 2).contains(.commandVerb)
  }

  /// A verb that opens a command, and no subject after it: "restart the client", "let me know".
  private func isCommand(at i: Int) -> Bool {
    let word = flags(i)
    guard word.contains(.commandVerb) else { return false }
    let next = flags(i + 1)
    // "check is done" speaks of a check.
    return next.isDisjoint(with: [.formOfBe, .modal, .formOfHave, .formOfDo])
  }
}
