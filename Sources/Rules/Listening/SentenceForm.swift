import TextAnalysis

/// What kind of thing a sentence does in a conversation, told from its first words, its verb and its persons.
///
///     Okay, so  you can't print from Excel?
///     ╰ opener  ╰ body: a statement (no inversion), of the reader, put as a question
struct SentenceForm {
  /// What it speaks of.
  enum Subject { case reader, writer, third, other }

  /// Its first token after words that only open it.
  var body = 0
  /// Words from the body on.
  var words = 0
  /// Words that say something, the opener's included.
  var contentWords = 0
  /// The person its first words name, from the cue of a restatement on if it has one.
  var subject = Subject.other
  /// Whether the writer is named, outside a cue.
  var namesWriter = false
  /// Whether it begins with a question word that asks.
  var asksForThing = false
  /// Whether verb and subject have changed places: "is it", "do you".
  var isInverted = false
  /// Whether it ends in a question mark.
  var endsInQuestionMark = false
  /// Whether a tag asks the reader to confirm it: "…, isn't it?".
  var hasTag = false
  /// Whether it draws a conclusion: "so".
  var concludes = false
  /// Whether it speaks of what will happen.
  var isFuture = false
  /// Whether it begins with a condition.
  var isConditional = false
  /// Whether it tells the reader what to do.
  var isCommand = false
  /// Words that say something after the cue of a restatement; a cue with nothing after it announces nothing.
  var contentWordsAfterCue = 0
  /// Whether it tells what the reader did or felt: "you tried", "you just went".
  var tellsOfReader = false
  /// Whether it was spoken: a filled pause, a word begun twice.
  var isSpoken = false

  /// Where the cue of a restatement begins, if it has one.
  var cue: Int?
  /// Where it turns into a question, if it does.
  var questionStart = 0

  /// Whether it asks rather than tells. "Are you saying that …?" announces a restatement in the form of a
  /// question; "can you say what you need?" doesn't.
  var isQuestion: Bool {
    guard asksForThing || isInverted else { return false }
    guard let cue else { return true }
    return cue > questionStart
  }
}

/// Reads the form of sentences. Knows the words of one language; one a worker.
struct SentenceFormReader {
  let words: DiscourseWords
  /// Pairs of words that open a turn as one: "I see", "of course".
  private let pairs: [UInt64]
  private let questionMark: LexemeID?

  private static let englishPairs = [
    "i see", "i mean", "you know", "of course", "all right", "got it", "fair enough", "kind of", "sort of",
    "thank you", "makes sense", "uh huh", "let's see", "that's right", "no problem", "no worries",
  ]

  init(lexicon: Lexicon, words: DiscourseWords) {
    self.words = words
    questionMark = lexicon.id(of: "?")
    pairs = Self.englishPairs.compactMap { pair in
      let ids = pair.split(separator: " ").compactMap { lexicon.id(of: String($0)) }
      return ids.count == 2 ? UInt64(ids[0]) << 32 | UInt64(ids[1]) : nil
    }
  }

  /// The form of a sentence whose cue of a restatement, if it has one, stands at `cue`.
  ///
  /// - Parameter tag: where it asks to be confirmed, such as "is that right".
  /// - Complexity: O(tokens).
  func form(
    of sentence: Sentence, cue: Range<Int>?, tag: Range<Int>?, in text: AnalyzedText, _ heard: HeardWords
  ) -> SentenceForm {
    var form = SentenceForm()
    form.cue = cue?.lowerBound
    form.endsInQuestionMark = endsInQuestionMark(sentence, text)
    let end = sentence.tokenRange.upperBound
    form.body = body(of: sentence.tokenRange, text, heard, &form)
    readWords(from: form.body, end, after: cue?.upperBound, text, heard, &form)
    form.subject = subject(from: cue?.lowerBound ?? form.body, end, hasCue: cue != nil, text, heard)
    form.asksForThing = asksForThing(form, tag?.lowerBound ?? end, text, heard)
    form.questionStart = form.body
    // What stands before "…, is that right?" is told, and put up for confirmation.
    form.hasTag = tag != nil
    findInversion(tag?.lowerBound ?? end, text, heard, &form)
    // "Tell me more", "can you send it": questions without the mark.
    if sentence.features.contains(.question), !form.endsInQuestionMark { form.isInverted = true }
    return form
  }

  private func endsInQuestionMark(_ sentence: Sentence, _ text: AnalyzedText) -> Bool {
    for token in text.tokens[sentence.tokenRange].reversed() {
      if token.lexeme == questionMark { return true }
      if token.kind != .punctuation { return false }
    }
    return false
  }

  /// Skips the words that open a sentence and say nothing.
  private func body(
    of tokens: Range<Int>, _ text: AnalyzedText, _ heard: HeardWords,
    _ form: inout SentenceForm
  ) -> Int {
    var position = tokens.lowerBound
    while position < tokens.upperBound {
      let roles = heard[position].roles
      if roles.contains(.conclusion) { form.concludes = true }
      if roles.contains(.opener) || text.tokens[position].kind == .emoji {
        position += 1
      } else if let next = pairEnd(position, tokens.upperBound, text, heard) {
        position = next
      } else {
        break
      }
    }
    return position
  }

  private func pairEnd(
    _ position: Int, _ end: Int, _ text: AnalyzedText, _ heard: HeardWords
  ) -> Int? {
    guard position + 1 < end else { return nil }
    let first = text.tokens[position].lexeme
    guard pairs.contains(UInt64(first) << 32 | UInt64(text.tokens[position + 1].lexeme)) else { return nil }
    // "I see that you …" says something; "I see, …" doesn't.
    if heard[position].flags.contains(.firstPerson), position + 2 < end {
      let flags = heard[position + 2].flags
      if !flags.isDisjoint(with: [.subjectPronoun, .secondPerson, .questionWord]) { return nil }
    }
    return position + 2
  }

  private func readWords(
    from start: Int, _ end: Int, after cueEnd: Int?, _ text: AnalyzedText,
    _ heard: HeardWords, _ form: inout SentenceForm
  ) {
    for position in start..<max(start, end) {
      let word = heard[position]
      if word.roles.contains(.filler) { form.isSpoken = true }
      // "you-you": the same word on both sides of a hyphen.
      if position >= start + 2, heard[position - 2].lexeme == word.lexeme,
        heard[position - 1].roles.contains(.opener), text.tokens[position].kind == .word
      {
        form.isSpoken = true
      }
      if word.isMark { continue }
      let flags = word.flags
      let roles = word.roles
      form.words += 1
      if flags.isDisjoint(with: [.functionWord, .stopWord]) && !roles.contains(.opener) {
        form.contentWords += 1
        if let cueEnd, position >= cueEnd { form.contentWordsAfterCue += 1 }
      }
      if flags.isSuperset(of: [.secondPerson, .subjectPronoun]), position - start < 6 {
        let next = position + 1..<min(end, position + 3)
        if next.contains(where: { heard[$0].roles.contains(.past) }) { form.tellsOfReader = true }
      }
      guard position >= cueEnd ?? start else { continue }
      if flags.contains(.firstPerson) { form.namesWriter = true }
      if roles.contains(.future), position - (cueEnd ?? start) < 5 { form.isFuture = true }
      if roles.contains(.condition), position == start { form.isConditional = true }
      if roles.contains(.command), position == start { form.isCommand = true }
    }
  }

  /// The person that the first words name. After a cue all of the clause counts, since a cue may begin with "I".
  private func subject(
    from start: Int, _ end: Int, hasCue: Bool, _ text: AnalyzedText, _ heard: HeardWords
  ) -> SentenceForm.Subject {
    var subject = SentenceForm.Subject.other
    var seen = 0
    for position in start..<max(start, end) {
      if heard[position].isMark { continue }
      seen += 1
      if seen > (hasCue ? 10 : 6) { break }
      let flags = heard[position].flags
      if flags.contains(.secondPerson) { return .reader }
      if hasCue {
        if heard[position].roles.contains(.third) { subject = .third }
      } else {
        if flags.contains(.firstPerson) { return .writer }
        if heard[position].roles.contains(.third) { return .third }
      }
    }
    return subject
  }

  private func asksForThing(
    _ form: SentenceForm, _ end: Int, _ text: AnalyzedText, _ heard: HeardWords
  ) -> Bool {
    guard form.body < end else { return false }
    func flags(_ position: Int) -> LexemeFlags {
      position < end ? heard[position].flags : []
    }
    if flags(form.body).contains(.questionWord) {
      let next = flags(form.body + 1)
      // "What I hear is", "when you print": a clause, no question.
      if next.contains(.firstPerson) { return false }
      return form.endsInQuestionMark || next.isDisjoint(with: [.subjectPronoun, .determiner, .secondPerson])
    }
    guard form.endsInQuestionMark else { return false }
    let reach = flags(form.body).contains(.preposition) ? 6 : 4
    return (form.body..<min(end, form.body + reach)).contains { flags($0).contains(.questionWord) }
  }

  /// Looks for verb and subject that have changed places, or a question word, where a clause opens.
  private func findInversion(
    _ end: Int, _ text: AnalyzedText, _ heard: HeardWords, _ form: inout SentenceForm
  ) {
    let auxiliaries: LexemeFlags = [.formOfBe, .formOfDo, .formOfHave, .modal]
    let subjects: LexemeFlags = [.subjectPronoun, .determiner, .secondPerson]
    var position = form.body
    let reach = form.endsInQuestionMark ? end : min(end, form.body + 1)
    while position + 1 < reach || position == form.body && position + 1 < end {
      defer { position += 1 }
      let flags = heard[position].flags
      guard position == form.body || opensClause(position, text, heard) else { continue }
      let next = heard[position + 1].flags
      if !flags.isDisjoint(with: auxiliaries) {
        guard !next.isDisjoint(with: subjects) || (position == form.body && form.endsInQuestionMark) else {
          continue
        }
        // "…, isn't it?": the clause before it is told, and put up for confirmation.
        if position > form.body, isEnd(position + 2, end, text) {
          form.hasTag = true
        } else {
          form.isInverted = true
          form.questionStart = position
          return
        }
      } else if position > form.body, flags.contains(.questionWord), next.isDisjoint(with: subjects) {
        if !form.asksForThing { form.questionStart = position }
        form.asksForThing = true
        return
      }
    }
    if form.endsInQuestionMark, form.body < end,
      heard[form.body].roles.contains(.anything)
    {
      form.isInverted = true
    }
  }

  private func opensClause(_ position: Int, _ text: AnalyzedText, _ heard: HeardWords) -> Bool {
    text.tokens[position - 1].kind == .punctuation
      || !heard[position - 1].roles.isDisjoint(with: [.joint, .opener])
  }

  private func isEnd(_ position: Int, _ end: Int, _ text: AnalyzedText) -> Bool {
    (position..<max(position, end)).allSatisfy { text.tokens[$0].kind == .punctuation }
  }
}
