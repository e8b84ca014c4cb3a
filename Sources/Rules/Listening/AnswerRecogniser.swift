import TextAnalysis

/// Tells what a question asks for, and whether a sentence holds an answer of that kind.
///
/// "When will it arrive?" is answered by a sentence that names a time, whatever its other words. Kinds are told by
/// the question word; a thing ("which one?") has no mark of its own and is answered only by words in common.
struct AnswerRecogniser {
  let words: DiscourseWords

  /// What the question over some tokens asks for. - Complexity: O(tokens).
  func kind(
    of question: Range<Int>, in text: AnalyzedText, vocabulary: borrowing Vocabulary
  ) -> AnswerKind {
    for position in question {
      let lexeme = text.tokens[position].lexeme
      // "Will it be lost when …": a verb in front asks for yes or no.
      if !vocabulary.flags(of: lexeme).isDisjoint(with: [.formOfBe, .formOfDo, .formOfHave, .modal]) {
        return .yesOrNo
      }
      let roles = words.roles(of: lexeme)
      if roles.isDisjoint(with: [.when, .wherever, .who, .how, .why, .what]) { continue }
      let next = position + 1 < question.upperBound ? words.roles(of: text.tokens[position + 1].lexeme) : []
      if roles.contains(.how) {
        guard next.contains(.muchOrMany) else { return .way }
        return asksForDuration(position + 1, text) ? .time : .amount
      }
      if roles.contains(.when) { return .time }
      if roles.contains(.wherever) { return .place }
      if roles.contains(.who) { return .person }
      if roles.contains(.why) { return .reason }
      if next.contains(.time) { return .time }
      if next.contains(.place) { return .place }
      return next.contains(.person) ? .person : .thing
    }
    return .yesOrNo
  }

  /// "How long", "how soon" against "how much".
  private func asksForDuration(_ position: Int, _ text: AnalyzedText) -> Bool {
    durations.contains(text.tokens[position].lexeme)
  }

  private let durations: Set<LexemeID>

  init(words: DiscourseWords, lexicon: Lexicon) {
    self.words = words
    durations = Set(["long", "soon", "often"].compactMap { lexicon.id(of: $0) })
  }

  /// Whether a sentence holds an answer of some kind. - Complexity: O(tokens).
  func answers(
    _ kind: AnswerKind, _ sentence: Sentence, _ form: SentenceForm, in text: AnalyzedText,
    vocabulary: borrowing Vocabulary
  ) -> Bool {
    switch kind {
    case .none, .thing: false
    case .yesOrNo: opensWithYesOrNo(sentence, text, vocabulary)
    case .time: holds(sentence, text, .time) { $0.kind == .time || $0.kind == .date }
    case .place: holds(sentence, text, .place) { $0.kind == .url || $0.kind == .path || $0.kind == .hostName }
    case .person: holds(sentence, text, .person) { $0.kind == .email || isName($0) }
    case .way: sentence.features.contains(.imperative) || holds(sentence, text, []) { $0.kind == .url }
    case .reason: holds(sentence, text, .reason) { _ in false }
    case .amount: holds(sentence, text, []) { $0.kind == .number || $0.kind == .quantity || isNumeral($0) }
    }
  }

  private func holds(
    _ sentence: Sentence, _ text: AnalyzedText, _ role: DiscourseWords.Roles, or test: (Token) -> Bool
  ) -> Bool {
    text.tokens[sentence.tokenRange].contains {
      (!role.isEmpty && words.roles(of: $0.lexeme).contains(role)) || test($0)
    }
  }

  /// "Yes, …", "You may, yes.", "It is, …", "We don't.": a word for yes or no where the sentence opens or a clause ends, or a
  /// subject and its verb with nothing behind them but what was asked.
  private func opensWithYesOrNo(
    _ sentence: Sentence, _ text: AnalyzedText, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let tokens = sentence.tokenRange
    func flags(_ position: Int) -> LexemeFlags {
      tokens.contains(position) ? vocabulary.flags(of: text.tokens[position].lexeme) : []
    }
    func ends(_ position: Int) -> Bool {
      position >= tokens.upperBound || text.tokens[position].kind == .punctuation
    }
    guard let first = tokens.first(where: { text.tokens[$0].kind != .punctuation }) else { return false }
    if words.roles(of: text.tokens[first].lexeme).contains(.yesOrNo) { return true }
    let auxiliaries: LexemeFlags = [.formOfBe, .formOfDo, .formOfHave, .modal]
    guard flags(first).contains(.subjectPronoun), !flags(first + 1).isDisjoint(with: auxiliaries) else {
      return false
    }
    return ends(first + 2) || flags(first + 2).contains(.negation) && ends(first + 3)
  }

  private func isName(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.capitalised) && !token.flags.contains(.startsSentence)
  }

  private func isNumeral(_ token: Token) -> Bool { words.numeral(of: token.lexeme) != token.lexeme }
}
