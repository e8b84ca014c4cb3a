/// One pass of an automaton over tokens.
///
/// Of the phrases that a token may begin or carry on most end at the next: so the next token is looked at before a
/// phrase is kept, and what is kept is little.
struct PhrasePass {
  private let tables: PhraseTables
  /// The phrases that are half read before the token at hand, and those after it.
  private var current: [PhraseState.Thread]
  private var alive: [PhraseState.Thread]
  private var state: PhraseState

  /// Takes the working memory.
  init(_ tables: PhraseTables, state: inout PhraseState) {
    self.tables = tables
    self.state = PhraseState()
    swap(&self.state, &state)
    current = []
    alive = []
    swap(&current, &self.state.current)
    swap(&alive, &self.state.alive)
    current.removeAll(keepingCapacity: true)
    alive.removeAll(keepingCapacity: true)
  }

  /// Gives the working memory back.
  mutating func end(_ state: inout PhraseState) {
    swap(&current, &self.state.current)
    swap(&alive, &self.state.alive)
    swap(&self.state, &state)
  }

  /// What a token is to the edges of the trie.
  struct Symbols {
    var words: PhraseState.Words
    var kind: PhraseSymbol
    var isCapital: Bool
    /// The bits of its symbols in the signatures of states; none for the end of the text.
    var bits: UInt64
    /// Whether no gap reaches over it.
    var isEnd: Bool

    static let none = Symbols(
      words: PhraseState.Words(form: 0, stem: 0), kind: .kind(.word), isCapital: false, bits: 0, isEnd: true)

    var form: UInt32 { words.form & PhraseTables.numberMask }
    var stem: UInt32 { words.stem & PhraseTables.numberMask }
  }

  @inline(__always)
  mutating func symbols(of token: Token, _ vocabulary: borrowing Vocabulary) -> Symbols {
    let words = state.words(of: token.lexeme, tables, vocabulary)
    var symbols = Symbols(
      words: words, kind: .kind(token.kind), isCapital: token.flags.contains(.allCapitals), bits: 0,
      isEnd: false)
    let form = symbols.form
    symbols.bits = PhraseTables.signature(symbols.kind)
    if form > 0 {
      symbols.bits |= PhraseTables.signature(.word(form &- 1))
      if symbols.isCapital { symbols.bits |= PhraseTables.signature(.capitals(form &- 1)) }
      symbols.isEnd = form <= UInt32(PhraseAutomaton.sentenceEnds.count) && token.kind == .punctuation
    }
    if symbols.stem > 0 { symbols.bits |= PhraseTables.signature(.stem(symbols.stem &- 1)) }
    return symbols
  }

  /// Reads a token on: begins phrases with it, carries on those that are half read, and notes those that end.
  @inline(__always)
  mutating func read(
    _ token: Symbols, at index: Int32, opensSentence: Bool, next: Symbols, _ matches: inout [PhraseMatch]
  ) {
    swap(&alive, &current)
    alive.removeAll(keepingCapacity: true)
    let firstMatch = matches.count
    begin(token, index, opensSentence, next, &matches)
    for k in current.indices { carryOn(current[k], token, index, next, &matches) }
    if matches.count > firstMatch &+ 1 { Self.keepShortest(from: firstMatch, &matches) }
  }

  @inline(__always)
  private mutating func begin(
    _ token: Symbols, _ index: Int32, _ opensSentence: Bool, _ next: Symbols, _ matches: inout [PhraseMatch]
  ) {
    if token.words.form & PhraseTables.startsAsForm != 0 {
      begin(tables.starts(asForm: token.form &- 1, opensSentence), index, next, &matches)
      if token.isCapital {
        beginSlowly(.capitals(token.form &- 1), index, opensSentence, next, &matches)
      }
    }
    if token.words.stem & PhraseTables.startsAsForm != 0 {
      begin(tables.starts(asStem: token.stem &- 1, opensSentence), index, next, &matches)
    }
    if tables.startingKinds &>> UInt64(token.kind.value) & 1 != 0 {
      beginSlowly(token.kind, index, opensSentence, next, &matches)
    }
  }

  @inline(__always)
  private mutating func begin(
    _ starts: Range<Int>, _ index: Int32, _ next: Symbols, _ matches: inout [PhraseMatch]
  ) {
    var number = starts.lowerBound
    while number < starts.upperBound {
      let start = tables.start(number)
      if start.isOpen(to: next.bits) { enter(start.state, from: index, index, next, &matches) }
      number &+= 1
    }
  }

  /// Begins phrases with a symbol that few begin with, by way of the edges of the starting states.
  @inline(never)
  private mutating func beginSlowly(
    _ symbol: PhraseSymbol, _ index: Int32, _ opensSentence: Bool, _ next: Symbols,
    _ matches: inout [PhraseMatch]
  ) {
    for state in tables.starting(opensSentence) {
      follow(symbol, PhraseState.Thread(state: Int32(bitPattern: state), start: index), index, next, &matches)
    }
  }

  @inline(__always)
  private mutating func carryOn(
    _ thread: PhraseState.Thread, _ token: Symbols, _ index: Int32, _ next: Symbols,
    _ matches: inout [PhraseMatch]
  ) {
    let state = tables.state(thread.state)
    if state.signature & token.bits != 0 {
      if token.form > 0 {
        follow(.word(token.form &- 1), thread, index, next, &matches)
        if token.isCapital { follow(.capitals(token.form &- 1), thread, index, next, &matches) }
      }
      if token.stem > 0 { follow(.stem(token.stem &- 1), thread, index, next, &matches) }
      follow(token.kind, thread, index, next, &matches)
    }
    if state.any > 0, !token.isEnd {
      enter(Int32(bitPattern: state.any) &- 1, from: thread.start, index, next, &matches)
    }
  }

  @inline(__always)
  private mutating func follow(
    _ symbol: PhraseSymbol, _ thread: PhraseState.Thread, _ index: Int32, _ next: Symbols,
    _ matches: inout [PhraseMatch]
  ) {
    let state = tables.state(thread.state)
    guard state.signature & PhraseTables.signature(symbol) != 0 else { return }
    var place = PhraseTables.hash(symbol)
    while let target = tables.next(&place, state, symbol) {
      enter(target, from: thread.start, index, next, &matches)
    }
  }

  /// Reaches a state after the token at `index`: notes the phrases that end there, and keeps it if the next token may
  /// carry it on.
  @inline(__always)
  private mutating func enter(
    _ target: Int32, from start: Int32, _ index: Int32, _ next: Symbols, _ matches: inout [PhraseMatch]
  ) {
    let state = tables.state(target)
    let goesOn = state.signature & next.bits != 0 || (state.any > 0 && !next.isEnd)
    if goesOn || state.hasMore { reach(target, state, goesOn: goesOn, from: start, index, next, &matches) }
  }

  @inline(never)
  private mutating func reach(
    _ target: Int32, _ state: PhraseTables.State, goesOn: Bool, from start: Int32, _ index: Int32,
    _ next: Symbols,
    _ matches: inout [PhraseMatch]
  ) {
    if goesOn {
      let reached = PhraseState.Thread(state: target, start: start)
      if alive.contains(reached) { return }
      alive.append(reached)
    }
    for ending in tables.endings(of: state) {
      matches.append(PhraseMatch(pattern: Int32(bitPattern: ending), tokens: start..<(index &+ 1)))
    }
    for target in tables.silent(of: state) {
      enter(Int32(bitPattern: target), from: start, index, next, &matches)
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
