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
  /// What the different stems of each point tell, in units of ``HeardWord/information``.
  private(set) var totals: [Int] = []
  /// The number of different stems of each point that tell something.
  private(set) var stemCounts: [Int] = []
  /// Which of the last 64 points hold a stem.
  private(set) var stems = StemTable()

  private let uses: [PackUse]
  private let words: DiscourseWords
  private let answers: AnswerRecogniser
  private let semicolon: LexemeID?

  /// What a pack's phrases make of a clause.
  private struct PackUse: OptionSet {
    let rawValue: UInt8
    static let courtesy = PackUse(rawValue: 1)
    static let feeling = PackUse(rawValue: 2)
    static let constraint = PackUse(rawValue: 4)
    /// Asks nothing that wants an answer.
    static let rhetorical = PackUse(rawValue: 8)
  }

  /// A clause that tells less says nothing worth saying back ("Hi", "Thanks").
  static let leastInformation = 6 * HeardWords.unit
  /// What stands in a question, or tells what the trouble costs, is what the requester most wants heard.
  private static let emphasis = 1.5

  init(_ packs: PackIndex, words: DiscourseWords, answers: AnswerRecogniser) {
    var uses = [PackUse](repeating: [], count: packs.names.count)
    func note(_ use: PackUse, _ names: String...) {
      for name in names { if let number = packs.number(of: name) { uses[Int(number)].insert(use) } }
    }
    note(.courtesy, "cue.greeting", "cue.closing", "cue.courtesy", "cue.apology")
    note(.feeling, "cue.feeling", "cue.frustration", "cue.pressure")
    note(.rhetorical, "cue.rhetorical-question")
    note(.constraint, "cue.impact", "tone.business-reason")
    self.uses = uses
    self.words = words
    self.answers = answers
    semicolon = packs.lexicon.id(of: ";")
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

  /// Adds the points of the message at `position`. - Complexity: O(tokens + matches).
  mutating func add(
    _ message: MessageView, at position: Int, in thread: borrowing Thread, _ heard: HeardWords
  ) {
    var matches = thread.matches[message.matches]
    for sentence in thread.text.sentences[message.sentences] {
      let tokens = sentence.tokenRange
      // Matches stand in the order of their first tokens.
      let end = matches.firstIndex { $0.tokens.lowerBound >= sentence.tokens.upperBound } ?? matches.endIndex
      let own = matches[..<end]
      matches = matches[end...]
      var left = information(of: heard[tokens])
      var least = Self.leastInformation
      if left < least { continue }
      if own.contains(where: { uses[Int($0.pack)].contains(.courtesy) }) { least *= 3 }
      if left < least || saysWhereToReach(tokens, thread, heard) { continue }
      // A clause is cut off where it has told enough and what is left will too.
      var start = tokens.lowerBound
      var told = 0
      for token in tokens {
        if told >= least, left >= least, opensClause(token, tokens, thread, heard) {
          append(start..<token, of: sentence, own, position, thread, heard)
          start = token
          told = 0
        }
        told += Int(heard[token].information)
        left -= Int(heard[token].information)
      }
      if told >= least { append(start..<tokens.upperBound, of: sentence, own, position, thread, heard) }
    }
  }

  private func information(of words: ArraySlice<HeardWord>) -> Int {
    var sum = 0
    for word in words { sum &+= Int(word.information) }
    return sum
  }

  /// Whether a new clause begins at a token: after a semicolon or a dash, or with "and", "but", "so" and a
  /// subject.
  private func opensClause(
    _ token: Int, _ sentence: Range<Int>, _ thread: borrowing Thread, _ heard: HeardWords
  ) -> Bool {
    guard token + 1 < sentence.upperBound, thread.text.tokens[token].kind != .punctuation else {
      return false
    }
    if heard[token - 1].isMark, heard[token - 1].lexeme == semicolon { return true }
    guard heard[token].roles.contains(.joint) else { return false }
    return !heard[token + 1].flags.isDisjoint(with: [.subjectPronoun, .determiner, .firstPerson])
  }

  private mutating func append(
    _ tokens: Range<Int>, of sentence: Sentence, _ matches: ArraySlice<PackMatch>, _ position: Int,
    _ thread: borrowing Thread, _ heard: HeardWords
  ) {
    let number = all.count
    if number >= StemTable.ring {
      for word in heard[all[number - StemTable.ring].tokenRange] where word.information > 0 {
        stems.remove(word.stem, point: number)
      }
    }
    var total = 0
    var count = 0
    for word in heard[tokens] where word.information > 0 && stems.insert(word.stem, point: number) {
      total += Int(word.information)
      count += 1
    }
    let kind = kind(of: tokens, sentence, matches, thread, heard)
    let isEmphatic = kind == .question || kind == .constraint
    let weight = Double(total) / Double(HeardWords.unit)
    all.append(
      RequestPoint(
        message: position, tokens: Int32(tokens.lowerBound)..<Int32(tokens.upperBound),
        span: thread.span(of: tokens), kind: kind,
        answer: kind == .question
          ? answers.kind(of: tokens, in: thread.text, vocabulary: thread.vocabulary) : .none,
        weight: weight * (isEmphatic ? Self.emphasis : 1), takenBy: -1, takenAt: .none,
        touchedBy: -1))
    totals.append(total)
    stemCounts.append(count)
  }

  private func kind(
    of tokens: Range<Int>, _ sentence: Sentence, _ matches: ArraySlice<PackMatch>, _ thread: borrowing Thread,
    _ heard: HeardWords
  ) -> RequestPoint.Kind {
    var said: PackUse = []
    for match in matches where tokens.contains(Int(match.tokens.lowerBound)) {
      said.formUnion(uses[Int(match.pack)])
    }
    if sentence.features.contains(.question) {
      if said.contains(.rhetorical) { return .feeling }
      return asksForDeed(tokens, heard) ? .wish : .question
    }
    if said.contains(.constraint) || hasTimeLimit(tokens, thread) { return .constraint }
    if said.contains(.feeling) { return .feeling }
    if heard[tokens].contains(where: { $0.flags.contains(.negation) }) { return .symptom }
    return asksForDeed(tokens, heard) ? .wish : .statement
  }

  /// "Can you …", "could somebody …": a deed is asked for, in the form of a question.
  private func asksForDeed(_ tokens: Range<Int>, _ heard: HeardWords) -> Bool {
    tokens.dropLast().contains {
      heard[$0].roles.contains(.wish) && heard[$0 + 1].flags.contains(.secondPerson)
    }
  }

  /// A time after a preposition: "at 3", "by Friday", "before the 10:30 call".
  private func hasTimeLimit(_ tokens: Range<Int>, _ thread: borrowing Thread) -> Bool {
    thread.text.tokens[tokens].contains { $0.kind == .time || $0.kind == .date }
  }

  /// "You can call me on 555 0100": says where to reach the requester, not what is wrong.
  private func saysWhereToReach(_ tokens: Range<Int>, _ thread: borrowing Thread, _ heard: HeardWords) -> Bool
  {
    guard heard[tokens].contains(where: { $0.roles.contains(.reach) }) else { return false }
    return thread.text.tokens[tokens].contains {
      $0.kind == .email || ($0.kind == .number && $0.end &- $0.start >= 4)
    }
  }
}
