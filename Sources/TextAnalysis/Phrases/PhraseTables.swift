/// Where the parts of a compiled automaton lie among its cells, for the loop over tokens: plain pointers, no checks.
///
///     0 count of phrases · 1 kinds that start a phrase, two cells · 3 mask of word slots · 4 mask of the bits of pairs ·
///     5 most tokens of a phrase
///     6… where each part begins:
///       word slots    2 cells each: upper half of the hash · number + 1, and what the word starts
///       word ends     by number: where its bytes end
///       word bytes    four to a cell, low byte first
///       starts        by number, 6 cells: the state + 1 that the word leads to as the first of a phrase, 0 for none: by its
///                     form, by its form at the start of a sentence, by its stem likewise, in capitals likewise
///       kind starts   by kind, 2 cells: likewise
///       states        8 cells each, see ``State``
///       edge slots    2 cells each, those of a state side by side: symbol · target + 1
///       endings       phrases, those that end at a state side by side
///       gaps          4 cells each, those that begin at a state side by side: where they lead · signature of what may follow
///                     them, two cells · how many tokens they may reach over
///       pairs         a bit for each two stems that a phrase begins with, by their hash
///
/// Slots are open-addressed, at most half full, and empty where their last cell is 0. Each state has a table of its own,
/// so that what is asked of it lies in one place of memory, however many other phrases there are.
struct PhraseTables {
  /// Parts in the order of their places in the head.
  enum Part: Int, CaseIterable {
    case wordSlots = 6
    case wordEnds, wordBytes, starts, kindStarts, states, edges, endings, gaps, pairs
  }
  static let phraseCount = 0
  static let startingKinds = 1
  static let wordMask = 3
  static let pairMaskPlace = 4
  static let longest = 5
  static let headCount = 6 + Part.allCases.count

  let wordSlots: UnsafePointer<UInt32>
  let wordEnds: UnsafePointer<UInt32>
  let wordBytes: UnsafePointer<UInt32>
  let starts: UnsafePointer<UInt32>
  let kindStarts: UnsafePointer<UInt32>
  let states: UnsafePointer<UInt32>
  let edges: UnsafePointer<UInt32>
  let endings: UnsafePointer<UInt32>
  let gaps: UnsafePointer<UInt32>
  let pairs: UnsafePointer<UInt32>
  let wordMask: Int
  let pairMask: UInt32
  /// Whether a phrase begins with each kind, by raw value.
  let startingKinds: UInt64
  let phraseCount: Int
  /// Most tokens of a phrase, gaps and all.
  let longest: Int

  /// The tables that begin at `cells`.
  init(_ cells: UnsafePointer<UInt32>) {
    func part(_ part: Part) -> UnsafePointer<UInt32> { cells + Int(cells[part.rawValue]) }
    phraseCount = Int(cells[Self.phraseCount])
    longest = Int(cells[Self.longest])
    startingKinds = UInt64(cells[Self.startingKinds]) | UInt64(cells[Self.startingKinds + 1]) << 32
    wordMask = Int(cells[Self.wordMask])
    pairMask = cells[Self.pairMaskPlace]
    wordSlots = part(.wordSlots)
    wordEnds = part(.wordEnds)
    wordBytes = part(.wordBytes)
    starts = part(.starts)
    kindStarts = part(.kindStarts)
    states = part(.states)
    edges = part(.edges)
    endings = part(.endings)
    gaps = part(.gaps)
    pairs = part(.pairs)
  }

  // MARK: - Words

  /// In the last cell of a word's slot: a phrase begins with this form, or with any word of this stem.
  static let startsAsForm: UInt32 = 1 << 30
  static let startsAsStem: UInt32 = 1 << 31
  /// Likewise, and whether one does must be looked at whatever word comes next.
  static let isOpenAsForm: UInt32 = 1 << 28
  static let isOpenAsStem: UInt32 = 1 << 29
  /// The word's number + 1 in that cell.
  static let numberMask: UInt32 = (1 << 28) - 1

  /// FNV-1a, 64 bits (Fowler, Noll & Vo).
  static func hash(_ form: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in form { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash ^ hash &>> 32
  }

  /// The last cell of a word's slot; 0 if no phrase holds the word. - Complexity: O(bytes of it).
  func word(_ form: ArraySlice<UInt8>) -> UInt32 {
    let hash = Self.hash(form)
    let tag = UInt32(truncatingIfNeeded: hash &>> 32)
    var place = Int(truncatingIfNeeded: hash) & wordMask
    while true {
      let cell = wordSlots[2 * place + 1]
      if cell == 0 { return 0 }
      if wordSlots[2 * place] == tag, isForm(Int(cell & Self.numberMask) - 1, form) { return cell }
      place = (place + 1) & wordMask
    }
  }

  private func isForm(_ number: Int, _ form: ArraySlice<UInt8>) -> Bool {
    let start = number == 0 ? 0 : Int(wordEnds[number - 1])
    guard Int(wordEnds[number]) - start == form.count else { return false }
    var at = start
    for byte in form {
      guard UInt8(truncatingIfNeeded: wordBytes[at &>> 2] &>> UInt32(8 * (at & 3))) == byte else {
        return false
      }
      at += 1
    }
    return true
  }

  // MARK: - Edges

  /// The bit of a symbol in the signatures of states: where it is not set, there is no such edge, and the table of
  /// edges, which lies far off in memory, need not be asked.
  @inline(__always)
  static func signature(_ symbol: PhraseSymbol) -> UInt64 {
    1 &<< UInt64(truncatingIfNeeded: symbol.bits &* 0x9E37_79B1 &>> 26)
  }

  /// Where among the slots of a state to begin looking for a symbol.
  @inline(__always)
  static func hash(_ symbol: PhraseSymbol) -> Int {
    let h = symbol.bits &* 0x85EB_CA6B
    return Int(truncatingIfNeeded: h ^ h &>> 15)
  }

  /// A state: half a line of the processor's memory.
  ///
  ///     signature of its edges, two cells · its first edge slot · mask of its edge slots · its first ending · its
  ///     first gap · how many endings, in the lower half, and gaps · not used
  ///
  /// Most states have one edge, which lies in the state itself: its symbol and its target for slot and mask, which has
  /// ``isEdge`` set.
  struct State {
    fileprivate let cells: UnsafePointer<UInt32>

    /// The bits of the symbols of its edges.
    @inline(__always) var signature: UInt64 { UInt64(cells[0]) | UInt64(cells[1]) &<< 32 }
    /// Whether phrases end here, or gaps begin.
    @inline(__always) var hasMore: Bool { cells[6] != 0 }

    static let count = 8
    /// In the cell of the mask: it is the target of the only edge.
    static let isEdge: UInt32 = 1 << 31
  }

  @inline(__always)
  func state(_ state: Int32) -> State { State(cells: states + State.count * Int(state)) }

  /// The phrases that end at a state.
  @inline(__always)
  func endings(of state: State) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: endings + Int(state.cells[4]), count: Int(state.cells[6] & 0xFFFF))
  }

  /// Where the only edge of a state leads, and by which symbol; `nil` if the state has none or several.
  @inline(__always)
  func onlyEdge(of state: State) -> (symbol: UInt32, target: Int32)? {
    state.cells[3] & State.isEdge == 0
      ? nil : (state.cells[2], Int32(bitPattern: state.cells[3] & ~State.isEdge))
  }

  /// The next state that a state and a symbol lead to, and moves `place` on. The state has several edges.
  @inline(__always)
  func next(_ place: inout Int, _ state: State, _ symbol: PhraseSymbol) -> Int32? {
    while true {
      let slot = edges + 2 * (Int(state.cells[2]) + (place & Int(state.cells[3])))
      if slot[1] == 0 { return nil }
      place &+= 1
      if slot[0] == symbol.bits { return Int32(bitPattern: slot[1]) &- 1 }
    }
  }

  // MARK: - Gaps

  /// From one token up to so many of any kind, and what comes after them.
  struct Gap {
    fileprivate let cells: UnsafePointer<UInt32>

    /// The state after it.
    @inline(__always) var target: Int32 { Int32(bitPattern: cells[0]) }
    /// The bits of the symbols that may follow it.
    @inline(__always) var follow: UInt64 { UInt64(cells[1]) | UInt64(cells[2]) &<< 32 }
    /// How many tokens it may reach over.
    @inline(__always) var reach: Int { Int(cells[3]) }

    static let count = 4
  }

  /// The gaps that begin at a state, as numbers.
  @inline(__always)
  func gaps(of state: State) -> Range<Int> {
    let first = Int(state.cells[5])
    return Range(uncheckedBounds: (first, first &+ Int(state.cells[6] &>> 16)))
  }

  @inline(__always)
  func gap(_ number: Int) -> Gap { Gap(cells: gaps + Gap.count &* number) }

  // MARK: - Beginnings

  /// Where the bit of two stems lies, by their numbers + 1.
  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let h = first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B
    return h ^ h &>> 15
  }

  /// Whether a phrase may begin with two stems: of a hundred others six look as if.
  @inline(__always)
  func mayHold(_ first: UInt32, _ second: UInt32) -> Bool {
    let bit = Self.pair(first, second) & pairMask
    return pairs[Int(bit &>> 5)] &>> (bit & 31) & 1 != 0
  }

  /// Cells of the starts of a word.
  static let startCount = 6

  /// Where among them those of a tag are.
  static func place(of tag: UInt32) -> Int {
    switch tag {
    case PhraseSymbol.wordTag: 0
    case PhraseSymbol.stemTag: 2
    default: 4
    }
  }

  /// The state + 1 that the word of a symbol leads to as the first of a phrase.
  @inline(__always)
  func start(_ symbol: PhraseSymbol, _ opensSentence: Bool) -> UInt32 {
    starts[Self.startCount &* Int(symbol.value) &+ Self.place(of: symbol.tag) &+ (opensSentence ? 1 : 0)]
  }

  /// The state + 1 that a kind leads to.
  @inline(__always)
  func start(ofKind kind: PhraseSymbol, _ opensSentence: Bool) -> UInt32 {
    kindStarts[2 &* Int(kind.value) &+ (opensSentence ? 1 : 0)]
  }
}
