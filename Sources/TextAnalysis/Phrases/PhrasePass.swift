/// One pass of an automaton over tokens.
///
/// Of the phrases that a token may begin or carry on most end at the next, and a gap mostly waits for what does not come:
/// so what follows is looked at before a phrase is kept, and what is kept is little. At most tokens there is nothing to
/// do at all.
struct PhrasePass {
  private let tables: PhraseTables
  /// The tokens, and one more that is none.
  private let symbols: UnsafeMutablePointer<Symbols>
  private let count: Int
  /// The index of the first of them.
  private let first: Int32
  /// The phrases that are half read before the token at hand, and those after it.
  private var current: [PhraseState.Thread]
  private var alive: [PhraseState.Thread]

  /// Looks for phrases among `tokens`, the first of which has index `first` in its text, and appends them to `matches`.
  static func match(
    _ tokens: UnsafeBufferPointer<Token>, first: Int, _ tables: PhraseTables,
    vocabulary: borrowing Vocabulary, state: inout PhraseState, _ matches: inout [PhraseMatch]
  ) {
    if state.symbols.count <= tokens.count {
      state.symbols.append(
        contentsOf: repeatElement(.none, count: tokens.count + 1 - state.symbols.count))
    }
    // Out of the working memory while it is filled.
    var symbols: [Symbols] = []
    swap(&symbols, &state.symbols)
    symbols.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for (place, token) in tokens.enumerated() {
        let words = state.words(of: token.lexeme, tables, vocabulary)
        base[place] = Symbols(words, token)
      }
      base[tokens.count] = .none
      var pass = PhrasePass(tables, base, tokens.count, first, &state)
      pass.read(&matches)
      pass.end(&state)
    }
    swap(&symbols, &state.symbols)
  }

  /// Takes the working memory.
  private init(
    _ tables: PhraseTables, _ symbols: UnsafeMutablePointer<Symbols>, _ count: Int, _ first: Int,
    _ state: inout PhraseState
  ) {
    self.tables = tables
    self.symbols = symbols
    self.count = count
    self.first = Int32(truncatingIfNeeded: first)
    current = []
    alive = []
    swap(&current, &state.current)
    swap(&alive, &state.alive)
    current.removeAll(keepingCapacity: true)
    alive.removeAll(keepingCapacity: true)
  }

  /// Gives the working memory back.
  private mutating func end(_ state: inout PhraseState) {
    swap(&current, &state.current)
    swap(&alive, &state.alive)
  }

  /// What a token is to the edges of the trie.
  struct Symbols: Sendable {
    /// The numbers + 1 of its form and its stem, and what they start.
    var words: (form: UInt32, stem: UInt32)
    /// The bits of its symbols in the signatures of states; none for the end of the text.
    var bits: UInt64
    var kind: PhraseSymbol
    var isCapital: Bool
    /// Whether no gap reaches over it.
    var isEnd: Bool
    var opensSentence: Bool

    static let none = Symbols(
      words: (0, 0), bits: 0, kind: .kind(.word), isCapital: false, isEnd: true, opensSentence: false)

    var form: UInt32 { words.form & PhraseTables.numberMask }
    var stem: UInt32 { words.stem & PhraseTables.numberMask }

    /// Whether a symbol is one of its own.
    @inline(__always)
    func has(_ symbol: UInt32) -> Bool {
      form > 0 && symbol == PhraseSymbol.word(form &- 1).bits
        || stem > 0 && symbol == PhraseSymbol.stem(stem &- 1).bits || symbol == kind.bits
        || isCapital && form > 0 && symbol == PhraseSymbol.capitals(form &- 1).bits
    }
  }

  /// Reads all tokens.
  private mutating func read(_ matches: inout [PhraseMatch]) {
    if count > 0 { symbols[0].opensSentence = true }
    for place in 0..<count {
      let begins = mayBegin(at: place)
      if !begins && alive.isEmpty { continue }
      swap(&alive, &current)
      alive.removeAll(keepingCapacity: true)
      let firstMatch = matches.count
      if begins { begin(at: place, &matches) }
      for k in current.indices { carryOn(current[k], at: place, &matches) }
      if matches.count > firstMatch &+ 1 { Self.keepShortest(from: firstMatch, &matches) }
    }
  }

  /// Whether a token may be the first of a phrase, with the one after it.
  @inline(__always)
  private func mayBegin(at place: Int) -> Bool {
    let token = symbols[place]
    if tables.startingKinds &>> UInt64(token.kind.value) & 1 != 0 { return true }
    let flags = token.words.form | token.words.stem
    if flags & PhraseTables.startsAsForm == 0 { return false }
    if flags & PhraseTables.isOpenAsForm != 0 { return true }
    return tables.mayHold(token.stem, symbols[place &+ 1].stem)
  }

  @inline(__always)
  private mutating func begin(at place: Int, _ matches: inout [PhraseMatch]) {
    let token = symbols[place]
    if token.words.form & PhraseTables.startsAsForm != 0 {
      begin(tables.starts(asForm: token.form &- 1, token.opensSentence), at: place, &matches)
      if token.isCapital { beginSlowly(.capitals(token.form &- 1), at: place, &matches) }
    }
    if token.words.stem & PhraseTables.startsAsForm != 0 {
      begin(tables.starts(asStem: token.stem &- 1, token.opensSentence), at: place, &matches)
    }
    if tables.startingKinds &>> UInt64(token.kind.value) & 1 != 0 {
      beginSlowly(token.kind, at: place, &matches)
    }
  }

  @inline(__always)
  private mutating func begin(_ starts: Range<Int>, at place: Int, _ matches: inout [PhraseMatch]) {
    let next = symbols[place &+ 1].bits
    var number = starts.lowerBound
    while number < starts.upperBound {
      let start = tables.start(number)
      if start.isOpen(to: next) || mayReach(start, from: place) {
        enter(start.state, from: Int32(truncatingIfNeeded: place), at: place, &matches)
      }
      number &+= 1
    }
  }

  /// Whether the gap of a start may reach what it waits for, as far as the bits of the tokens tell.
  @inline(__always)
  private func mayReach(_ start: PhraseTables.Start, from place: Int) -> Bool {
    let reach = start.reach
    if reach == 0 { return false }
    let follow = start.follow
    let last = min(place &+ 1 &+ reach, count)
    var next = place &+ 1
    while next < last {
      if symbols[next].isEnd { return false }
      next &+= 1
      if symbols[next].bits & follow != 0 { return true }
    }
    return false
  }

  /// Begins phrases with a symbol that few begin with, by way of the edges of the starting states.
  @inline(never)
  private mutating func beginSlowly(_ symbol: PhraseSymbol, at place: Int, _ matches: inout [PhraseMatch]) {
    for number in tables.starting(symbols[place].opensSentence) {
      let state = tables.state(Int32(bitPattern: number))
      follow(symbol, state, from: Int32(truncatingIfNeeded: place), at: place, &matches)
    }
  }

  @inline(__always)
  private mutating func carryOn(
    _ thread: PhraseState.Thread, at place: Int, _ matches: inout [PhraseMatch]
  ) {
    let token = symbols[place]
    let state = tables.state(thread.state)
    if state.signature & token.bits != 0 {
      if token.form > 0 {
        follow(.word(token.form &- 1), state, from: thread.start, at: place, &matches)
        if token.isCapital {
          follow(.capitals(token.form &- 1), state, from: thread.start, at: place, &matches)
        }
      }
      if token.stem > 0 { follow(.stem(token.stem &- 1), state, from: thread.start, at: place, &matches) }
      follow(token.kind, state, from: thread.start, at: place, &matches)
    }
    if state.gap > 0, !token.isEnd {
      enter(tables.gap(of: state).target, from: thread.start, at: place, &matches)
    }
  }

  @inline(__always)
  private mutating func follow(
    _ symbol: PhraseSymbol, _ state: PhraseTables.State, from start: Int32, at index: Int,
    _ matches: inout [PhraseMatch]
  ) {
    if let edge = tables.onlyEdge(of: state) {
      if edge.symbol == symbol.bits { enter(edge.target, from: start, at: index, &matches) }
      return
    }
    guard tables.hasEdges(state), state.signature & PhraseTables.signature(symbol) != 0 else { return }
    var place = PhraseTables.hash(symbol)
    while let target = tables.next(&place, state, symbol) {
      enter(target, from: start, at: index, &matches)
    }
  }

  /// Reaches a state after the token at `place`: notes the phrases that end there, and keeps it if what follows may
  /// carry it on.
  @inline(__always)
  private mutating func enter(
    _ target: Int32, from start: Int32, at place: Int, _ matches: inout [PhraseMatch]
  ) {
    let state = tables.state(target)
    let next = symbols[place &+ 1]
    let isOpen = state.signature & next.bits != 0
    let goesOn =
      (isOpen && goesOn(target, state, with: next))
      || (state.gap > 0 && isFollowed(tables.gap(of: state), after: place))
    if goesOn || state.isVisited || (isOpen && state.hasSilent) {
      reach(target, state, goesOn: goesOn, from: start, at: place, &matches)
    }
  }

  /// Whether a state has an edge for a token; it may be wrong only in saying so.
  @inline(__always)
  private func goesOn(_ number: Int32, _ state: PhraseTables.State, with token: Symbols) -> Bool {
    if let edge = tables.onlyEdge(of: state) { return token.has(edge.symbol) }
    return tables.hasEdges(state) && mayGoOn(number, with: token)
  }

  @inline(__always)
  private func mayGoOn(_ state: Int32, with token: Symbols) -> Bool {
    let key = PhraseTables.key(of: state)
    return token.form > 0 && tables.mayHold(key, PhraseSymbol.word(token.form &- 1).bits)
      || token.stem > 0 && tables.mayHold(key, PhraseSymbol.stem(token.stem &- 1).bits)
      || tables.mayHold(key, token.kind.bits)
      || token.isCapital && token.form > 0
        && tables.mayHold(key, PhraseSymbol.capitals(token.form &- 1).bits)
  }

  /// Whether a gap that begins after a token may reach what it waits for.
  @inline(__always)
  private func isFollowed(_ gap: PhraseTables.Gap, after place: Int) -> Bool {
    let follow = gap.follow
    let last = min(place &+ 1 &+ gap.reach, count)
    var next = place &+ 1
    while next < last {
      if symbols[next].isEnd { return false }
      next &+= 1
      if symbols[next].bits & follow != 0 {
        if gap.next == 0 { return true }
        let state = Int32(bitPattern: gap.next &- 1)
        if goesOn(state, tables.state(state), with: symbols[next]) { return true }
      }
    }
    return false
  }

  @inline(never)
  private mutating func reach(
    _ target: Int32, _ state: PhraseTables.State, goesOn: Bool, from start: Int32, at place: Int,
    _ matches: inout [PhraseMatch]
  ) {
    if goesOn {
      let reached = PhraseState.Thread(state: target, start: start)
      if alive.contains(reached) { return }
      alive.append(reached)
    }
    for ending in tables.endings(of: state) {
      matches.append(
        PhraseMatch(
          pattern: Int32(bitPattern: ending),
          tokens: (first &+ start)..<(first &+ Int32(truncatingIfNeeded: place) &+ 1)))
    }
    for target in tables.silent(of: state) {
      enter(Int32(bitPattern: target), from: start, at: place, &matches)
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

extension PhrasePass.Symbols {
  @inline(__always)
  init(_ words: PhraseState.Words, _ token: Token) {
    let kind = PhraseSymbol.kind(token.kind)
    let form = words.form & PhraseTables.numberMask
    isCapital = token.flags.contains(.allCapitals)
    bits = words.bits | PhraseTables.signature(kind)
    if isCapital, form > 0 { bits |= PhraseTables.signature(.capitals(form &- 1)) }
    self.words = (words.form, words.stem)
    self.kind = kind
    isEnd = form &- 1 < UInt32(PhraseAutomaton.sentenceEnds.count) && token.kind == .punctuation
    opensSentence = token.flags.contains(.startsSentence)
  }
}
