/// Where the parts of a compiled automaton lie among its cells, for the loop over tokens: plain pointers, no checks.
///
///     0 count of phrases · 1 kinds that start a phrase, two cells · 3 mask of word slots · 4 not used
///     5… where each part begins:
///       word slots    2 cells each: upper half of the hash · number + 1, and what the word starts
///       word ends     by number: where its bytes end
///       word bytes    four to a cell, low byte first
///       edge slots    2 cells each, those of a state side by side: symbol · target + 1
///       accepting     by state, and one more: where its phrases begin among the endings
///       endings       phrases
///       states        5 cells each: where any token leads + 1 · signature of its edges, two cells · its first edge slot ·
///                     mask of its edge slots
///       silent        by state, and one more: where its targets begin
///       targets       states
///
/// Slots are open-addressed, at most half full, and empty where their last cell is 0. Each state has a table of its own,
/// so that what is asked of it lies in one place of memory, however many other phrases there are.
struct PhraseTables {
  static let headCount = 14
  /// Parts in the order of their places in the head.
  enum Part: Int, CaseIterable {
    case wordSlots = 5
    case wordEnds, wordBytes, edges, accepting, endings, states, silent, targets
  }

  let wordSlots: UnsafePointer<UInt32>
  let wordEnds: UnsafePointer<UInt32>
  let wordBytes: UnsafePointer<UInt32>
  let edges: UnsafePointer<UInt32>
  let accepting: UnsafePointer<UInt32>
  let endings: UnsafePointer<UInt32>
  let states: UnsafePointer<UInt32>
  let silent: UnsafePointer<UInt32>
  let targets: UnsafePointer<UInt32>
  let wordMask: Int
  /// Whether each kind leads from a starting state, by raw value.
  let startingKinds: UInt64

  /// The tables that begin at `cells`.
  init(_ cells: UnsafePointer<UInt32>) {
    func part(_ part: Part) -> UnsafePointer<UInt32> { cells + Int(cells[part.rawValue]) }
    startingKinds = UInt64(cells[1]) | UInt64(cells[2]) << 32
    wordMask = Int(cells[3])
    wordSlots = part(.wordSlots)
    wordEnds = part(.wordEnds)
    wordBytes = part(.wordBytes)
    edges = part(.edges)
    accepting = part(.accepting)
    endings = part(.endings)
    states = part(.states)
    silent = part(.silent)
    targets = part(.targets)
  }

  // MARK: - Words

  /// In the last cell of a word's slot: a phrase begins with this form, or with any word of this stem.
  static let startsAsForm: UInt32 = 1 << 30
  static let startsAsStem: UInt32 = 1 << 31
  /// The word's number + 1 in that cell.
  static let numberMask: UInt32 = (1 << 30) - 1

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

  /// The cells of a state.
  @inline(__always)
  func state(_ state: Int32) -> UnsafePointer<UInt32> { states + Self.stateCells * Int(state) }

  static let stateCells = 5

  /// The next state that a state and a symbol lead to, and moves `place` on. The state has an edge.
  @inline(__always)
  func next(_ place: inout Int, _ state: UnsafePointer<UInt32>, _ symbol: PhraseSymbol) -> Int32? {
    while true {
      let slot = edges + 2 * (Int(state[3]) + (place & Int(state[4])))
      if slot[1] == 0 { return nil }
      place &+= 1
      if slot[0] == symbol.bits { return Int32(bitPattern: slot[1]) &- 1 }
    }
  }
}
