/// Finds any number of phrases in one pass over token ids.
///
/// The phrases form a trie whose edges are symbols: a word's id, a stem's id, a kind. A token has up to four
/// symbols; for each state that is alive, each is looked up in one hash table of (state, symbol).
///
///     "as soon as possible"    0 ─as→ 1 ─soon→ 2 ─as→ 3 ─possible→ 4 ✓
///     "as ‹go› by"                     └─stem go→ 5 ─by→ 6 ✓
///
/// Most tokens start no phrase: a bit set by id says so before any look-up. Hence the cost of a text depends on
/// how many phrases are half-read at a time, hardly on how many there are.
public struct PhraseAutomaton: Sendable {
  /// Number of phrases.
  public let count: Int
  private let edges: EdgeTable
  /// By state: the phrases that end there, as a range of `endings`.
  private let accepting: [Range<Int32>]
  private let endings: [Int32]
  /// By state: where any token but a sentence end leads (gaps), or -1.
  private let anyEdge: [Int32]
  /// By state: states reached without a token (gaps and optional elements), as a range of `silentTargets`.
  private let silent: [Range<Int32>]
  private let silentTargets: [Int32]
  /// Bit `id` is set if a word with that id, by form or stem, leads from a starting state.
  private let starters: [UInt64]
  /// Whether each kind leads from a starting state, by raw value.
  private let startingKinds: UInt64
  private let lexiconCount: Int
  /// The ids of `.`, `?` and `!`: no gap reaches over them.
  private let sentenceEnds: [LexemeID]

  /// The states at which every token, and a token at the start of a sentence, begins.
  private static let anywhere: Int32 = 0
  private static let atSentenceStart: Int32 = 1

  /// Compiles phrases. Words must have lasting ids: those that `lexicon` does not hold never match.
  ///
  /// - Complexity: O(total length); an optional element and a gap of n add up to n + 1 states.
  public init(_ phrases: [[PhraseElement]], lexicon: Lexicon) {
    var builder = PhraseTrieBuilder(lexicon: lexicon)
    for (index, phrase) in phrases.enumerated() { builder.add(phrase, pattern: Int32(index)) }
    count = phrases.count
    lexiconCount = lexicon.count
    sentenceEnds = ".?!".utf8.map { lexicon.storage.ascii[Int($0)] }
    edges = EdgeTable(builder.edges)
    anyEdge = builder.anyEdge
    var endings: [Int32] = []
    accepting = builder.accepting.map { patterns in
      let start = Int32(endings.count)
      endings.append(contentsOf: patterns)
      return start..<Int32(endings.count)
    }
    self.endings = endings
    var targets: [Int32] = []
    silent = builder.silent.map { states in
      let start = Int32(targets.count)
      targets.append(contentsOf: states)
      return start..<Int32(targets.count)
    }
    silentTargets = targets
    var starters = [UInt64](repeating: 0, count: lexicon.count / 64 + 1)
    var startingKinds: UInt64 = 0
    var starting: Set<Int32> = [Self.anywhere, Self.atSentenceStart]
    var pending = Array(starting)
    while let state = pending.popLast() {
      for target in builder.silent[Int(state)] where starting.insert(target).inserted {
        pending.append(target)
      }
    }
    for edge in builder.edges where starting.contains(edge.state) {
      switch edge.symbol.tag {
      case PhraseSymbol.kindTag: startingKinds |= 1 << UInt64(edge.symbol.value)
      default: starters[Int(edge.symbol.value / 64)] |= 1 << UInt64(edge.symbol.value % 64)
      }
    }
    self.starters = starters
    self.startingKinds = startingKinds
  }

  /// The words that phrases name: give them to ``Lexicon/init(adding:)`` before compiling.
  public static func words(in phrases: [[PhraseElement]]) -> [String] {
    var words: [String] = []
    func visit(_ element: PhraseElement) {
      switch element {
      case .word(let word), .capitals(let word), .inflected(let word): words.append(word)
      case .anyOf(let elements): elements.forEach(visit)
      case .optional(let element): visit(element)
      case .kind, .gap, .sentenceStart: break
      }
    }
    for phrase in phrases { phrase.forEach(visit) }
    return words
  }

  /// Appends the phrases found among some tokens to `text.matches`, by where they end, then by pattern.
  ///
  /// Every match is given, overlapping ones too; of those of one pattern that end at the same token only the
  /// shortest.
  /// - Complexity: O(tokens × phrases half-read at a time). Allocates nothing once `state` is warm.
  public func match(
    _ range: Range<Int>, in text: inout AnalyzedText, vocabulary: borrowing Vocabulary,
    state: inout PhraseState
  ) {
    state.alive.removeAll(keepingCapacity: true)
    for i in range {
      let token = text.tokens[i]
      let stem = vocabulary.stem(of: token.lexeme)
      let starts = startsPhrase(token, stem)
      if state.alive.isEmpty && !starts { continue }
      if starts {
        activate(Self.anywhere, from: Int32(i), &state)
        if token.flags.contains(.startsSentence) || i == range.lowerBound {
          activate(Self.atSentenceStart, from: Int32(i), &state)
        }
      }
      advance(token, stem, at: Int32(i), &state, &text.matches)
    }
  }

  private func startsPhrase(_ token: Token, _ stem: LexemeID) -> Bool {
    if startingKinds &>> UInt64(token.kind.rawValue) & 1 != 0 { return true }
    return isStarter(token.lexeme) || isStarter(stem)
  }

  @inline(__always)
  private func isStarter(_ id: LexemeID) -> Bool {
    Int(id) < lexiconCount && starters[Int(id) / 64] &>> UInt64(id % 64) & 1 != 0
  }

  /// Adds a state, and those reached from it silently, to the states alive before the current token.
  private func activate(_ state: Int32, from start: Int32, _ run: inout PhraseState) {
    run.alive.append(PhraseState.Thread(state: state, start: start))
    for k in silent[Int(state)] {
      activate(silentTargets[Int(k)], from: start, &run)
    }
  }

  private func advance(
    _ token: Token, _ stem: LexemeID, at index: Int32, _ run: inout PhraseState,
    _ matches: inout [PhraseMatch]
  ) {
    swap(&run.alive, &run.current)
    run.alive.removeAll(keepingCapacity: true)
    let firstMatch = matches.count
    for k in run.current.indices {
      let thread = run.current[k]
      follow(.word(token.lexeme), thread, index, &run, &matches)
      if token.flags.contains(.allCapitals) { follow(.capitals(token.lexeme), thread, index, &run, &matches) }
      follow(.stem(stem), thread, index, &run, &matches)
      follow(.kind(token.kind), thread, index, &run, &matches)
      let any = anyEdge[Int(thread.state)]
      if any >= 0, !endsSentence(token) { enter(any, thread, index, &run, &matches) }
    }
    if matches.count > firstMatch + 1 { keepShortest(from: firstMatch, &matches) }
  }

  private func endsSentence(_ token: Token) -> Bool {
    token.kind == .punctuation && sentenceEnds.contains(token.lexeme)
  }

  @inline(__always)
  private func follow(
    _ symbol: PhraseSymbol, _ thread: PhraseState.Thread, _ index: Int32, _ run: inout PhraseState,
    _ matches: inout [PhraseMatch]
  ) {
    var place = edges.start(thread.state, symbol)
    while let target = edges.next(&place, thread.state, symbol) {
      enter(target, thread, index, &run, &matches)
    }
  }

  private func enter(
    _ target: Int32, _ thread: PhraseState.Thread, _ index: Int32, _ run: inout PhraseState,
    _ matches: inout [PhraseMatch]
  ) {
    let reached = PhraseState.Thread(state: target, start: thread.start)
    if run.alive.contains(reached) { return }
    for k in accepting[Int(target)] {
      matches.append(PhraseMatch(pattern: endings[Int(k)], tokens: thread.start..<(index + 1)))
    }
    run.alive.append(reached)
    for k in silent[Int(target)] { enter(silentTargets[Int(k)], thread, index, &run, &matches) }
  }

  /// Sorts the matches that end at one token by pattern and drops the longer ones of the same.
  private func keepShortest(from first: Int, _ matches: inout [PhraseMatch]) {
    matches[first...].sort {
      ($0.pattern, -$0.tokens.lowerBound) < ($1.pattern, -$1.tokens.lowerBound)
    }
    var out = first + 1
    for i in (first + 1)..<matches.count where matches[i].pattern != matches[out - 1].pattern {
      matches[out] = matches[i]
      out += 1
    }
    matches.removeLast(matches.count - out)
  }
}
