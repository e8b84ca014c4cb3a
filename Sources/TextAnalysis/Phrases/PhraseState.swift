/// The working memory of ``PhraseAutomaton/match(_:in:vocabulary:state:)``, reused from text to text.
public struct PhraseState: Sendable {
  /// A phrase half read: where in the trie, and at which token it began.
  struct Thread: Equatable, Sendable {
    var state: Int32
    var start: Int32
  }

  var alive: [Thread] = []
  var current: [Thread] = []

  /// Nothing read yet.
  public init() {}
}

/// What an edge of the trie asks of a token.
struct PhraseSymbol: Hashable {
  let bits: UInt32

  static let stemTag: UInt32 = 1
  static let capitalsTag: UInt32 = 2
  static let kindTag: UInt32 = 3

  private init(tag: UInt32, value: UInt32) { bits = tag << 30 | value & 0x3FFF_FFFF }

  var tag: UInt32 { bits >> 30 }
  var value: UInt32 { bits & 0x3FFF_FFFF }

  static func word(_ id: LexemeID) -> PhraseSymbol { PhraseSymbol(tag: 0, value: id) }
  static func stem(_ id: LexemeID) -> PhraseSymbol { PhraseSymbol(tag: stemTag, value: id) }
  static func capitals(_ id: LexemeID) -> PhraseSymbol { PhraseSymbol(tag: capitalsTag, value: id) }
  static func kind(_ kind: TokenKind) -> PhraseSymbol {
    PhraseSymbol(tag: kindTag, value: UInt32(kind.rawValue))
  }
}

/// The edges of the trie in a hash table of (state, symbol); a pair may lead to several states.
struct EdgeTable: Sendable {
  private struct Slot {
    var key: UInt64 = .max
    var target: Int32 = -1
  }

  private var slots: [Slot]
  private let mask: Int

  init(_ edges: [PhraseTrieBuilder.Edge]) {
    var size = 16
    while size < edges.count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
    for edge in edges {
      var place = start(edge.state, edge.symbol)
      while slots[place].target >= 0 { place = (place + 1) & mask }
      slots[place] = Slot(key: Self.key(edge.state, edge.symbol), target: edge.target)
    }
  }

  private static func key(_ state: Int32, _ symbol: PhraseSymbol) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(symbol.bits)
  }

  /// Where to begin looking.
  @inline(__always)
  func start(_ state: Int32, _ symbol: PhraseSymbol) -> Int {
    var h = Self.key(state, symbol) &* 0x9E37_79B9_7F4A_7C15
    h ^= h &>> 29
    h = h &* 0xC4CE_B9FE_1A85_EC53
    return Int(truncatingIfNeeded: h &>> 32) & mask
  }

  /// The next state that the pair leads to, and moves `place` on.
  @inline(__always)
  func next(_ place: inout Int, _ state: Int32, _ symbol: PhraseSymbol) -> Int32? {
    let key = Self.key(state, symbol)
    while slots[place].target >= 0 {
      let slot = slots[place]
      place = (place + 1) & mask
      if slot.key == key { return slot.target }
    }
    return nil
  }
}
