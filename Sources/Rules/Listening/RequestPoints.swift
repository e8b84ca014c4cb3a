import TextAnalysis
import Tickets

/// Collects what the requester's messages of a thread say, clause by clause, and remembers their stems and
/// meanings.
///
/// Greetings, thanks and the lines that say where to reach the requester are no points. One worker's own: the
/// buffers are reused.
struct RequestPoints {
  /// All points of the thread, in order.
  var all: [RequestPoint] = []
  /// The sum of what the different stems of each point tell.
  private(set) var totals: [Double] = []
  /// The number of different stems of each point that tell something.
  private(set) var stemCounts: [Int] = []
  /// Which of the last 64 points hold a stem.
  private(set) var stems = StemTable()

  private let courtesies: Set<Int16>
  private let feelings: Set<Int16>
  private let constraints: Set<Int16>
  private let words: DiscourseWords
  private let answers: AnswerRecogniser

  /// A clause that tells less says nothing worth saying back ("Hi", "Thanks").
  private static let leastWeight = 6.0
  /// What stands in a question, or tells what the trouble costs, is what the requester most wants heard.
  private static let emphasis = 1.5

  init(_ packs: PackIndex, words: DiscourseWords, answers: AnswerRecogniser) {
    func numbers(_ names: String...) -> Set<Int16> { Set(names.compactMap { packs.number(of: $0) }) }
    courtesies = numbers("cue.greeting", "cue.closing", "cue.courtesy", "cue.apology")
    feelings = numbers("cue.feeling", "cue.frustration")
    constraints = numbers("cue.impact", "tone.business-reason")
    self.words = words
    self.answers = answers
  }

  /// Forgets all points and keeps the storage. - Complexity: O(stems held).
  mutating func clear() {
    all.removeAll(keepingCapacity: true)
    totals.removeAll(keepingCapacity: true)
    stemCounts.removeAll(keepingCapacity: true)
    stems.clear()
  }

  /// The oldest point that the stem table still knows.
  var firstKnown: Int { max(0, all.count - StemTable.ring) }

  /// Adds the points of the message at `position`. - Complexity: O(tokens).
  mutating func add(_ message: MessageView, at position: Int, in thread: borrowing Thread) {
    for sentence in thread.text.sentences[message.sentences] {
      let isCourtesy = thread.matches[message.matches].contains {
        courtesies.contains($0.pack) && sentence.tokenRange.contains($0.tokenRange.lowerBound)
      }
      let least = (isCourtesy ? 3 : 1) * Self.leastWeight
      if saysWhereToReach(sentence.tokenRange, thread) { continue }
      var start = sentence.tokenRange.lowerBound
      for end in start..<sentence.tokenRange.upperBound where end > start {
        guard opensClause(end, sentence.tokenRange, thread), weighs(start..<end, least, thread),
          weighs(end..<sentence.tokenRange.upperBound, least, thread)
        else { continue }
        append(start..<end, of: sentence, message, position, thread)
        start = end
      }
      let rest = start..<sentence.tokenRange.upperBound
      if weighs(rest, least, thread) { append(rest, of: sentence, message, position, thread) }
    }
  }

  /// Whether a new clause begins at a token: after a semicolon or a dash, or with "and", "but", "so" and a
  /// subject.
  private func opensClause(_ token: Int, _ sentence: Range<Int>, _ thread: borrowing Thread) -> Bool {
    guard token + 1 < sentence.upperBound else { return false }
    let here = thread.text.tokens[token]
    if here.kind == .punctuation { return false }
    let previous = thread.text.tokens[token - 1]
    if previous.kind == .punctuation, previous.lexeme == thread.vocabulary.lexicon.id(of: ";") { return true }
    guard words.roles(of: here.lexeme).contains(.joint) else { return false }
    let next = thread.vocabulary.flags(of: thread.text.tokens[token + 1].lexeme)
    return !next.isDisjoint(with: [.subjectPronoun, .determiner, .firstPerson])
  }

  private func weighs(_ tokens: Range<Int>, _ least: Double, _ thread: borrowing Thread) -> Bool {
    var weight = 0.0
    for token in thread.text.tokens[tokens] {
      weight += Self.information(of: token, in: thread)
      if weight >= least { return true }
    }
    return false
  }

  private mutating func append(
    _ tokens: Range<Int>, of sentence: Sentence, _ message: MessageView, _ position: Int,
    _ thread: borrowing Thread
  ) {
    let number = all.count
    if number >= StemTable.ring {
      for token in thread.text.tokens[all[number - StemTable.ring].tokenRange] {
        stems.remove(stem(of: token, in: thread), point: number)
      }
    }
    var total = 0.0
    var count = 0
    for token in thread.text.tokens[tokens] {
      let tells = Self.information(of: token, in: thread)
      guard tells > 0, stems.insert(stem(of: token, in: thread), point: number) else { continue }
      total += tells
      count += 1
    }
    let kind = kind(of: tokens, sentence, message, thread)
    let isEmphatic = kind == .question || kind == .constraint
    all.append(
      RequestPoint(
        message: position, tokens: Int32(tokens.lowerBound)..<Int32(tokens.upperBound),
        span: thread.span(of: tokens), kind: kind,
        answer: kind == .question
          ? answers.kind(of: tokens, in: thread.text, vocabulary: thread.vocabulary) : .none,
        weight: total * (isEmphatic ? Self.emphasis : 1), takenBy: -1, takenAt: .none))
    totals.append(total)
    stemCounts.append(count)
  }

  private func kind(
    of tokens: Range<Int>, _ sentence: Sentence, _ message: MessageView, _ thread: borrowing Thread
  ) -> RequestPoint.Kind {
    func holds(_ packs: Set<Int16>) -> Bool {
      thread.matches[message.matches].contains {
        packs.contains($0.pack) && tokens.contains($0.tokenRange.lowerBound)
      }
    }
    if sentence.features.contains(.question) { return asksForDeed(tokens, thread) ? .wish : .question }
    if holds(constraints) || hasTimeLimit(tokens, thread) { return .constraint }
    if holds(feelings) { return .feeling }
    let isDenied = thread.text.tokens[tokens].contains {
      thread.vocabulary.flags(of: $0.lexeme).contains(.negation)
    }
    return isDenied ? .symptom : asksForDeed(tokens, thread) ? .wish : .statement
  }

  /// "Can you …", "could somebody …": a deed is asked for, in the form of a question.
  private func asksForDeed(_ tokens: Range<Int>, _ thread: borrowing Thread) -> Bool {
    for position in tokens.dropLast() {
      guard words.roles(of: thread.text.tokens[position].lexeme).contains(.wish) else { continue }
      let next = thread.vocabulary.flags(of: thread.text.tokens[position + 1].lexeme)
      if next.contains(.secondPerson) { return true }
    }
    return false
  }

  /// A time after a preposition: "at 3", "by Friday", "before the 10:30 call".
  private func hasTimeLimit(_ tokens: Range<Int>, _ thread: borrowing Thread) -> Bool {
    thread.text.tokens[tokens].contains { $0.kind == .time || $0.kind == .date }
  }

  /// "You can call me on 555 0100": says where to reach the requester, not what is wrong.
  private func saysWhereToReach(_ tokens: Range<Int>, _ thread: borrowing Thread) -> Bool {
    var hasAddress = false
    var reaches = false
    for token in thread.text.tokens[tokens] {
      if token.kind == .email { hasAddress = true }
      if token.kind == .number, token.end &- token.start >= 4 { hasAddress = true }
      if words.roles(of: token.lexeme).contains(.reach) { reaches = true }
    }
    return hasAddress && reaches
  }

  /// The stem by which points and replies are compared; numbers as numerals.
  func stem(of token: Token, in thread: borrowing Thread) -> LexemeID {
    words.numeral(of: thread.vocabulary.stem(of: token.lexeme))
  }

  /// What a word tells: nothing for "the", 1–5 for words between common and rare (from the Zipf scale of van
  /// Heuven et al. 2014), 5 for what no list knows, such as an asset tag.
  static func information(of token: Token, in thread: borrowing Thread) -> Double {
    if token.kind == .punctuation || token.kind == .symbol { return 0 }
    if !thread.vocabulary.flags(of: token.lexeme).isDisjoint(with: [.stopWord, .functionWord]) { return 0 }
    let zipf = thread.vocabulary.zipf(of: token.lexeme)
    return min(5, max(0, Double(65 - Int(zipf)) / 7))
  }
}
