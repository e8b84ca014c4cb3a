/// Finds any number of phrases in one pass over tokens.
///
/// The phrases form a trie whose edges are symbols: a word, a stem, a kind. A token has up to four symbols; for each
/// state that is alive, each is looked up in the state's own hash table.
///
///     "as soon as possible"    0 ─as→ 1 ─soon→ 2 ─as→ 3 ─possible→ 4 ✓
///     "as ‹go› by"                     └─stem go→ 5 ─by→ 6 ✓
///
/// The words of the phrases have numbers of their own, which have nothing to do with the ids of any lexicon: the
/// number of a lexeme is looked up by its form when it is first met, and kept (``PhraseState``). So an automaton is
/// compiled once, by whom and wherever, and read where it lies (``Cells``); to have one ready costs nothing.
///
/// Most tokens start no phrase: a bit beside their number says so. Hence the cost of a text depends on how many
/// phrases are half-read at a time, hardly on how many there are.
public struct PhraseAutomaton: Sendable {
  private let cells: Cells
  private let start: Int

  /// The states at which every token, and a token at the start of a sentence, begins.
  static let anywhere: Int32 = 0
  static let atSentenceStart: Int32 = 1
  /// The words with the first numbers: no gap reaches over them.
  static let sentenceEnds = [".", "?", "!"]

  /// An automaton that was compiled before.
  ///
  /// - Parameters:
  ///   - cells: what ``compile(_:vocabulary:)`` made, among others.
  ///   - start: where it begins in them.
  /// - Complexity: O(1).
  public init(_ cells: Cells, at start: Int = 0) {
    self.cells = cells
    self.start = start
  }

  /// Compiles phrases.
  ///
  /// - Parameter vocabulary: knows the stems of inflected words.
  /// - Complexity: O(total length); an optional element and a gap of n add up to n + 1 states.
  public static func compile(_ phrases: [[PhraseElement]], vocabulary: inout Vocabulary) -> [UInt32] {
    var builder = PhraseTrieBuilder()
    for (index, phrase) in phrases.enumerated() {
      builder.add(phrase, pattern: UInt32(truncatingIfNeeded: index), &vocabulary)
    }
    return builder.cells(phrases: phrases.count)
  }

  /// Number of phrases.
  public var count: Int { cells.withCells { Int($0[start]) } }

  /// Appends the phrases found among some tokens to `text.matches`, by where they end, then by pattern.
  ///
  /// Every match is given, overlapping ones too; of those of one pattern that end at the same token only the
  /// shortest.
  /// - Parameter state: one that has been used with this automaton only, begun for this batch.
  /// - Complexity: O(tokens × phrases half-read at a time). Allocates nothing once `state` is warm.
  public func match(
    _ range: Range<Int>, in text: inout AnalyzedText, vocabulary: borrowing Vocabulary,
    state: inout PhraseState
  ) {
    state.alive.removeAll(keepingCapacity: true)
    // Out of the text while it is filled, so that the tokens can be read meanwhile.
    var matches: [PhraseMatch] = []
    swap(&matches, &text.matches)
    cells.withCells { cells in
      guard let base = cells.baseAddress else { return }
      let tables = PhraseTables(base + start)
      for i in range {
        let token = text.tokens[i]
        let words = state.words(of: token.lexeme, tables, vocabulary)
        let starts =
          (words.form | words.stem) & PhraseTables.startsAsForm != 0
          || tables.startingKinds &>> UInt64(token.kind.rawValue) & 1 != 0
        if starts {
          Self.activate(Self.anywhere, from: Int32(i), tables, &state)
          if token.flags.contains(.startsSentence) || i == range.lowerBound {
            Self.activate(Self.atSentenceStart, from: Int32(i), tables, &state)
          }
        } else if state.alive.isEmpty {
          continue
        }
        Self.advance(token, words, at: Int32(i), tables, &state, &matches)
      }
    }
    swap(&matches, &text.matches)
  }

  /// Adds a state, and those reached from it silently, to the states alive before the current token.
  private static func activate(
    _ state: Int32, from start: Int32, _ tables: PhraseTables, _ run: inout PhraseState
  ) {
    run.alive.append(PhraseState.Thread(state: state, start: start))
    for k in tables.silent[Int(state)]..<tables.silent[Int(state) + 1] {
      activate(Int32(bitPattern: tables.targets[Int(k)]), from: start, tables, &run)
    }
  }

  private static func advance(
    _ token: Token, _ words: PhraseState.Words, at index: Int32, _ tables: PhraseTables,
    _ run: inout PhraseState, _ matches: inout [PhraseMatch]
  ) {
    swap(&run.alive, &run.current)
    run.alive.removeAll(keepingCapacity: true)
    let firstMatch = matches.count
    let form = words.form & PhraseTables.numberMask
    let stem = words.stem & PhraseTables.numberMask
    let isCapital = token.flags.contains(.allCapitals)
    let isEnd = token.kind == .punctuation && form > 0 && form <= UInt32(sentenceEnds.count)
    let kind = PhraseSymbol.kind(token.kind)
    let formBits = form > 0 ? PhraseTables.signature(.word(form - 1)) : 0
    let capitalBits = form > 0 && isCapital ? PhraseTables.signature(.capitals(form - 1)) : 0
    let stemBits = stem > 0 ? PhraseTables.signature(.stem(stem - 1)) : 0
    let kindBits = PhraseTables.signature(kind)
    // Nearly everything may begin a phrase as far as a signature can say; the words themselves know better.
    let startsAsForm = words.form & PhraseTables.startsAsForm != 0
    let startsAsStem = words.stem & PhraseTables.startsAsForm != 0
    let startsAsKind = tables.startingKinds &>> UInt64(token.kind.rawValue) & 1 != 0
    for k in run.current.indices {
      let thread = run.current[k]
      let state = tables.state(thread.state)
      let signature = UInt64(state[1]) | UInt64(state[2]) &<< 32
      let isInside = thread.state > atSentenceStart
      if isInside || startsAsForm {
        if signature & formBits != 0 { follow(.word(form - 1), thread, index, tables, &run, &matches) }
        if signature & capitalBits != 0 { follow(.capitals(form - 1), thread, index, tables, &run, &matches) }
      }
      if (isInside || startsAsStem) && signature & stemBits != 0 {
        follow(.stem(stem - 1), thread, index, tables, &run, &matches)
      }
      if (isInside || startsAsKind) && signature & kindBits != 0 {
        follow(kind, thread, index, tables, &run, &matches)
      }
      if state[0] > 0, !isEnd {
        enter(Int32(bitPattern: state[0]) - 1, thread, index, tables, &run, &matches)
      }
    }
    if matches.count > firstMatch + 1 { keepShortest(from: firstMatch, &matches) }
  }

  @inline(__always)
  private static func follow(
    _ symbol: PhraseSymbol, _ thread: PhraseState.Thread, _ index: Int32, _ tables: PhraseTables,
    _ run: inout PhraseState, _ matches: inout [PhraseMatch]
  ) {
    let state = tables.state(thread.state)
    var place = PhraseTables.hash(symbol)
    while let target = tables.next(&place, state, symbol) {
      enter(target, thread, index, tables, &run, &matches)
    }
  }

  private static func enter(
    _ target: Int32, _ thread: PhraseState.Thread, _ index: Int32, _ tables: PhraseTables,
    _ run: inout PhraseState, _ matches: inout [PhraseMatch]
  ) {
    let reached = PhraseState.Thread(state: target, start: thread.start)
    if run.alive.contains(reached) { return }
    for k in tables.accepting[Int(target)]..<tables.accepting[Int(target) + 1] {
      matches.append(
        PhraseMatch(
          pattern: Int32(bitPattern: tables.endings[Int(k)]), tokens: thread.start..<(index + 1)))
    }
    run.alive.append(reached)
    for k in tables.silent[Int(target)]..<tables.silent[Int(target) + 1] {
      enter(Int32(bitPattern: tables.targets[Int(k)]), thread, index, tables, &run, &matches)
    }
  }

  /// Sorts the matches that end at one token by pattern and drops the longer ones of the same.
  private static func keepShortest(from first: Int, _ matches: inout [PhraseMatch]) {
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
