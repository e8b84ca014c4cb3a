/// Where the parts of a compiled automaton lie among its cells, for the loop over tokens: plain pointers, no checks.
///
///     0 count of phrases · 1 kinds that start a phrase, two cells · 3 mask of word slots · 4 how many states start anywhere,
///     in its lower half, and how many more at the start of a sentence, in its upper · 16 mask of the bits of pairs
///     5… where each part begins:
///       word slots    2 cells each: upper half of the hash · number + 1, and what the word starts
///       word ends     by number: where its bytes end
///       word bytes    four to a cell, low byte first
///       edge slots    2 cells each, those of a state side by side: symbol · target + 1
///       states        8 cells each, see ``State``
///       endings       phrases, those that end at a state side by side
///       targets       states: those that a state leads to silently, side by side; before them the starting states, and
///                     those that come with them
///       starts        by number, 4 cells: where the targets begin of the word as a form, of the word as a form at the
///                     start of a sentence, and of its stem likewise; and one more
///       startTargets  8 cells each: a state · signature of its edges, two cells · whether it is to be entered whatever
///                     follows, and in the next byte how many tokens its gap reaches over · signature of what may
///                     follow the gap, two cells · two not used
///       gaps          4 cells each: where any token leads · signature of what may follow the gap, two cells · how many
///                     tokens it may still reach over, in the lowest byte, and the one state that may follow it + 1
///       pairs         a bit for each two stems that a phrase begins with, and for each state and symbol of an edge, by
///                     their hash
///
/// Slots are open-addressed, at most half full, and empty where their last cell is 0. Each state has a table of its own,
/// so that what is asked of it lies in one place of memory, however many other phrases there are.
struct PhraseTables {
  static let headCount = 17
  /// Parts in the order of their places in the head.
  enum Part: Int, CaseIterable {
    case wordSlots = 5
    case wordEnds, wordBytes, edges, states, endings, targets, starts, startTargets, gaps, pairs
  }

  let wordSlots: UnsafePointer<UInt32>
  let wordEnds: UnsafePointer<UInt32>
  let wordBytes: UnsafePointer<UInt32>
  let edges: UnsafePointer<UInt32>
  let states: UnsafePointer<UInt32>
  let endings: UnsafePointer<UInt32>
  let targets: UnsafePointer<UInt32>
  let starts: UnsafePointer<UInt32>
  let startTargets: UnsafePointer<UInt32>
  let gaps: UnsafePointer<UInt32>
  let pairs: UnsafePointer<UInt32>
  let wordMask: Int
  let pairMask: UInt32
  /// Whether each kind leads from a starting state, by raw value.
  let startingKinds: UInt64
  /// How many states start anywhere, and how many more at the start of a sentence.
  private let startingCounts: (anywhere: Int, sentence: Int)

  /// The tables that begin at `cells`.
  init(_ cells: UnsafePointer<UInt32>) {
    func part(_ part: Part) -> UnsafePointer<UInt32> { cells + Int(cells[part.rawValue]) }
    startingKinds = UInt64(cells[1]) | UInt64(cells[2]) << 32
    wordMask = Int(cells[3])
    wordSlots = part(.wordSlots)
    wordEnds = part(.wordEnds)
    wordBytes = part(.wordBytes)
    edges = part(.edges)
    states = part(.states)
    endings = part(.endings)
    targets = part(.targets)
    starts = part(.starts)
    startTargets = part(.startTargets)
    gaps = part(.gaps)
    pairs = part(.pairs)
    pairMask = cells[16]
    startingCounts = (Int(cells[4] & 0xFFFF), Int(cells[4] >> 16))
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
  ///     its gap + 1, and ``isVisited`` · signature of its edges and of those of the states reached with it, two cells · its
  ///     first edge slot · mask of its edge slots · its first ending · its first silent target · how many endings, in
  ///     the lower half, and silent targets
  ///
  /// Most states have one edge, which lies in the state itself: its symbol and its target for slot and mask, which has
  /// ``isEdge`` set.
  struct State {
    fileprivate let cells: UnsafePointer<UInt32>

    /// The gap that begins here + 1; 0 for none.
    @inline(__always) var gap: UInt32 { cells[0] & ~Self.isVisited }
    /// Whether there is something to do here whatever follows: a phrase ends, or a gap begins in a state reached with it.
    @inline(__always) var isVisited: Bool { cells[0] & Self.isVisited != 0 }
    /// The bits of the symbols of its edges, and of those of the states that are reached with it.
    @inline(__always) var signature: UInt64 { UInt64(cells[1]) | UInt64(cells[2]) &<< 32 }
    /// Whether other states are reached with it.
    @inline(__always) var hasSilent: Bool { cells[7] &>> 16 != 0 }

    static let count = 8
    /// In the cell of the mask: it is the target of the only edge.
    static let isEdge: UInt32 = 1 << 31
    /// In the cell of the gap.
    static let isVisited: UInt32 = 1 << 31
  }

  @inline(__always)
  func state(_ state: Int32) -> State { State(cells: states + State.count * Int(state)) }

  /// The phrases that end at a state.
  @inline(__always)
  func endings(of state: State) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: endings + Int(state.cells[5]), count: Int(state.cells[7] & 0xFFFF))
  }

  /// The states that are reached with a state.
  @inline(__always)
  func silent(of state: State) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: targets + Int(state.cells[6]), count: Int(state.cells[7] >> 16))
  }

  /// Where the only edge of a state leads, and by which symbol; `nil` if the state has none or several.
  @inline(__always)
  func onlyEdge(of state: State) -> (symbol: UInt32, target: Int32)? {
    state.cells[4] & State.isEdge == 0
      ? nil : (state.cells[3], Int32(bitPattern: state.cells[4] & ~State.isEdge))
  }

  /// Whether a state that has no ``onlyEdge(of:)`` has several.
  @inline(__always)
  func hasEdges(_ state: State) -> Bool { state.cells[4] != 0 }

  /// The next state that a state and a symbol lead to, and moves `place` on. The state has several edges.
  @inline(__always)
  func next(_ place: inout Int, _ state: State, _ symbol: PhraseSymbol) -> Int32? {
    while true {
      let slot = edges + 2 * (Int(state.cells[3]) + (place & Int(state.cells[4])))
      if slot[1] == 0 { return nil }
      place &+= 1
      if slot[0] == symbol.bits { return Int32(bitPattern: slot[1]) &- 1 }
    }
  }

  // MARK: - Gaps

  /// Up to so many tokens of any kind, and what comes after them.
  struct Gap {
    fileprivate let cells: UnsafePointer<UInt32>

    /// Where any token leads.
    @inline(__always) var target: Int32 { Int32(bitPattern: cells[0]) }
    /// The bits of the symbols that may follow the gap.
    @inline(__always) var follow: UInt64 { UInt64(cells[1]) | UInt64(cells[2]) &<< 32 }
    /// How many tokens it may reach over.
    @inline(__always) var reach: Int { Int(cells[3] & 0xFF) }
    /// The one state whose edges may follow it, + 1; 0 if there are several.
    @inline(__always) var next: UInt32 { cells[3] &>> 8 }

    static let count = 4
  }

  /// The gap that begins at a state that has one.
  @inline(__always)
  func gap(of state: State) -> Gap { Gap(cells: gaps + Gap.count * Int(state.gap &- 1)) }

  // MARK: - Beginnings

  /// Where the bit of two stems lies, by their numbers + 1, or that of a state, as ``key(of:)``, and a symbol.
  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let h = first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B
    return h ^ h &>> 15
  }

  /// A state as the first of a pair.
  @inline(__always)
  static func key(of state: Int32) -> UInt32 { ~UInt32(bitPattern: state) }

  /// Whether a pair may be one of those noted: of a hundred others six look like one.
  @inline(__always)
  func mayHold(_ first: UInt32, _ second: UInt32) -> Bool {
    let bit = Self.pair(first, second) & pairMask
    return pairs[Int(bit &>> 5)] &>> (bit & 31) & 1 != 0
  }

  /// The states that phrases start at: anywhere, and at the start of a sentence.
  func starting(_ opensSentence: Bool) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(
      start: targets, count: startingCounts.anywhere + (opensSentence ? startingCounts.sentence : 0))
  }

  /// A state that a word leads to as the first of a phrase, with what decides whether to enter it: most such states
  /// need not be looked at.
  struct Start {
    fileprivate let cells: UnsafePointer<UInt32>

    @inline(__always) var state: Int32 { Int32(bitPattern: cells[0]) }

    /// Whether a phrase ends there, or the next token may carry one on.
    @inline(__always)
    func isOpen(to nextBits: UInt64) -> Bool {
      (UInt64(cells[1]) | UInt64(cells[2]) &<< 32) & nextBits != 0 || cells[3] & 1 != 0
    }

    /// How many tokens the gap that begins there may reach over; 0 for none.
    @inline(__always) var reach: Int { Int(cells[3] &>> 8) }
    /// The bits of the symbols that may follow that gap.
    @inline(__always) var follow: UInt64 { UInt64(cells[4]) | UInt64(cells[5]) &<< 32 }

    static let count = 8
  }

  /// The states that a word leads to as the first of a phrase, by its form.
  @inline(__always)
  func starts(asForm number: UInt32, _ opensSentence: Bool) -> Range<Int> {
    starts(at: 4 * Int(number), opensSentence)
  }

  /// Those that it leads to by its stem.
  @inline(__always)
  func starts(asStem number: UInt32, _ opensSentence: Bool) -> Range<Int> {
    starts(at: 4 * Int(number) + 2, opensSentence)
  }

  @inline(__always)
  private func starts(at place: Int, _ opensSentence: Bool) -> Range<Int> {
    Range(
      uncheckedBounds: (Int(starts[place]), Int(starts[place + (opensSentence ? 2 : 1)])))
  }

  /// One of them.
  @inline(__always)
  func start(_ number: Int) -> Start { Start(cells: startTargets + Start.count * number) }
}
