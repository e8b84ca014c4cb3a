/// One pass of an automaton over tokens.
///
/// Each phrase that a token may begin is followed from there to where it ends or breaks off; most break off at the next
/// token, and a bit for each two words says so before anything else is looked at.
struct PhrasePass {
  private let tables: PhraseTables
  /// The tokens, and one more that is none.
  private let symbols: UnsafeMutablePointer<Symbols>
  private let count: Int
  /// The index of the first of them.
  private let first: Int32
  private var matches: [PhraseMatch] = []
  /// By phrase: the last match of it, if there is one.
  private let last: UnsafeMutablePointer<Int32>
  /// By match: the one before it of the same phrase.
  private var previous: [Int32] = []
  /// Whether some match was dropped again.
  private var hasDropped = false

  /// Looks for phrases among `tokens`, the first of which has index `first` in its text, and appends them to `matches`,
  /// which is empty.
  static func match(
    _ tokens: UnsafeBufferPointer<Token>, first: Int, _ tables: PhraseTables,
    vocabulary: borrowing Vocabulary, state: inout PhraseState, _ matches: inout [PhraseMatch]
  ) {
    state.reserve(tokens: tokens.count, phrases: tables.phraseCount)
    // Out of the working memory while they are written.
    var symbols: [Symbols] = []
    var last: [Int32] = []
    swap(&symbols, &state.symbols)
    swap(&last, &state.last)
    symbols.withUnsafeMutableBufferPointer { symbols in
      last.withUnsafeMutableBufferPointer { last in
        guard let base = symbols.baseAddress, let last = last.baseAddress else { return }
        for (place, token) in tokens.enumerated() {
          base[place] = Symbols(state.words(of: token.lexeme, tables, vocabulary), token)
        }
        base[tokens.count] = .none
        if tokens.count > 0 { base[0].opensSentence = true }
        var pass = PhrasePass(
          tables: tables, symbols: base, count: tokens.count, first: Int32(truncatingIfNeeded: first),
          last: last)
        swap(&pass.matches, &matches)
        swap(&pass.previous, &state.previous)
        pass.previous.removeAll(keepingCapacity: true)
        pass.read()
        swap(&pass.previous, &state.previous)
        swap(&pass.matches, &matches)
      }
    }
    swap(&last, &state.last)
    swap(&symbols, &state.symbols)
  }

  private init(
    tables: PhraseTables, symbols: UnsafeMutablePointer<Symbols>, count: Int, first: Int32,
    last: UnsafeMutablePointer<Int32>
  ) {
    self.tables = tables
    self.symbols = symbols
    self.count = count
    self.first = first
    self.last = last
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

    @inline(__always) var form: UInt32 { words.form & PhraseTables.numberMask }
    @inline(__always) var stem: UInt32 { words.stem & PhraseTables.numberMask }
  }

  /// Reads all tokens.
  private mutating func read() {
    for place in 0..<count where mayBegin(at: place) { begin(at: place) }
    if hasDropped { matches.removeAll { $0.pattern < 0 } }
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
  private mutating func begin(at place: Int) {
    let token = symbols[place]
    if token.words.form & PhraseTables.startsAsForm != 0 {
      begin(tables.start(.word(token.form &- 1), token.opensSentence), at: place)
      if token.isCapital {
        begin(tables.start(.capitals(token.form &- 1), token.opensSentence), at: place)
      }
    }
    if token.words.stem & PhraseTables.startsAsForm != 0 {
      begin(tables.start(.stem(token.stem &- 1), token.opensSentence), at: place)
    }
    if tables.startingKinds &>> UInt64(token.kind.value) & 1 != 0 {
      begin(tables.start(ofKind: token.kind, token.opensSentence), at: place)
    }
  }

  @inline(__always)
  private mutating func begin(_ start: UInt32, at place: Int) {
    if start > 0 { go(on: Int32(bitPattern: start &- 1), from: place, at: place &+ 1) }
  }

  /// Goes on from a state that was reached before the token at `place`.
  private mutating func go(on number: Int32, from start: Int, at place: Int) {
    let state = tables.state(number)
    if state.hasMore {
      for ending in tables.endings(of: state) {
        append(PhraseMatch(pattern: Int32(bitPattern: ending), tokens: index(start)..<index(place)))
      }
      for number in tables.gaps(of: state) { reach(over: tables.gap(number), from: start, at: place) }
    }
    follow(state, from: start, at: place)
  }

  @inline(__always)
  private func index(_ place: Int) -> Int32 { first &+ Int32(truncatingIfNeeded: place) }

  /// Follows the edges of a state for the token at `place`.
  @inline(__always)
  private mutating func follow(_ state: PhraseTables.State, from start: Int, at place: Int) {
    let token = symbols[place]
    let signature = state.signature
    if signature & token.bits == 0 { return }
    if token.form > 0 {
      follow(.word(token.form &- 1), state, signature, from: start, at: place)
      if token.isCapital { follow(.capitals(token.form &- 1), state, signature, from: start, at: place) }
    }
    if token.stem > 0 { follow(.stem(token.stem &- 1), state, signature, from: start, at: place) }
    follow(token.kind, state, signature, from: start, at: place)
  }

  @inline(__always)
  private mutating func follow(
    _ symbol: PhraseSymbol, _ state: PhraseTables.State, _ signature: UInt64, from start: Int, at place: Int
  ) {
    if signature & PhraseTables.signature(symbol) == 0 { return }
    if let edge = tables.onlyEdge(of: state) {
      if edge.symbol == symbol.bits { go(on: edge.target, from: start, at: place &+ 1) }
      return
    }
    var slot = PhraseTables.hash(symbol)
    while let target = tables.next(&slot, state, symbol) { go(on: target, from: start, at: place &+ 1) }
  }

  /// Goes on behind a gap that begins at the token at `place`.
  @inline(__always)
  private mutating func reach(over gap: PhraseTables.Gap, from start: Int, at place: Int) {
    let follow = gap.follow
    let end = min(place &+ gap.reach, count)
    var place = place
    while place < end {
      if symbols[place].isEnd { return }
      place &+= 1
      // Behind the last token a phrase may end.
      if symbols[place].bits & follow != 0 || follow == ~0 { go(on: gap.target, from: start, at: place) }
    }
  }

  /// Notes a match. Of those of one phrase that end together the shortest counts, which is found last.
  @inline(__always)
  private mutating func append(_ match: PhraseMatch) {
    let number = Int32(truncatingIfNeeded: matches.count)
    let phrase = Int(match.pattern)
    var other = last[phrase]
    // What lies there from another text is told by what it points to.
    if other >= number || other < 0 || matches[Int(other)].pattern != match.pattern { other = -1 }
    let before = other
    while other >= 0 {
      let known = matches[Int(other)].tokens
      if Int(match.tokens.upperBound &- known.lowerBound) > tables.longest { break }
      if known.upperBound == match.tokens.upperBound {
        if known.lowerBound == match.tokens.lowerBound { return }
        matches[Int(other)].pattern = -1
        hasDropped = true
        break
      }
      other = previous[Int(other)]
    }
    matches.append(match)
    previous.append(before)
    last[phrase] = number
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
