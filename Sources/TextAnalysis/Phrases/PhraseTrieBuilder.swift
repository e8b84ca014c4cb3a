/// Lays phrases out as a trie with shared beginnings, that as states of which a word mostly leads to one, and those as
/// the cells of ``PhraseTables``.
///
/// What phrases may leave out is decided here once, not again at each token: a state holds all that is reached together
/// (the subset construction of Rabin & Scott 1959, over words, stems, capitals and kinds as they are asked for).
struct PhraseTrieBuilder {
  private struct Edge: Hashable, Comparable {
    var symbol: PhraseSymbol
    var target: Int32

    static func < (a: Edge, b: Edge) -> Bool { (a.symbol.bits, a.target) < (b.symbol.bits, b.target) }
  }

  /// From one token up to so many of any kind, and then a node.
  private struct Gap: Hashable, Comparable {
    var most: Int
    var target: Int32

    static func < (a: Gap, b: Gap) -> Bool { (a.most, a.target) < (b.most, b.target) }
  }

  /// A place in phrases with the same beginning.
  private struct Node {
    var edges: [Edge] = []
    var gaps: [Gap] = []
    /// Nodes that are reached with it, without a token.
    var silent: [Int32] = []
    var endings: [UInt32] = []
  }

  /// Those at which phrases begin anywhere, and at the start of a sentence.
  private static let anywhere: Int32 = 0
  private static let atSentenceStart: Int32 = 1

  private var nodes = [Node(), Node()]
  /// The words of the phrases, by number.
  private var words: [String] = []
  private var numbers: [String: UInt32] = [:]
  /// The numbers of the stems of words, by theirs.
  private var stems: [UInt32: UInt32] = [:]
  /// The node that an element leads to from a node, so that equal beginnings are laid out once.
  private var children: [Step: Int32] = [:]

  /// Most tokens of a phrase, gaps and all.
  private var longest = 0

  private struct Step: Hashable {
    var node: Int32
    var element: PhraseElement
  }

  init() {
    for mark in PhraseAutomaton.sentenceEnds { _ = number(of: mark) }
  }

  /// Adds a phrase; one of nothing at all is left out.
  mutating func add(_ phrase: [PhraseElement], pattern: UInt32, _ vocabulary: inout Vocabulary) {
    var elements = phrase[...]
    var node = Self.anywhere
    while let first = elements.first {
      if first == .sentenceStart {
        node = Self.atSentenceStart
      } else if case .gap = first {
        // A phrase begins with what it is about.
      } else {
        break
      }
      elements = elements.dropFirst()
    }
    guard !elements.isEmpty, !elements.contains(.sentenceStart) else { return }
    for element in elements { node = follow(element, from: node, &vocabulary) }
    longest = max(longest, elements.reduce(0) { $0 + Self.mostTokens(of: $1) })
    nodes[Int(node)].endings.append(pattern)
  }

  private static func mostTokens(of element: PhraseElement) -> Int {
    if case .gap(let most) = element { return min(max(0, most), 1 << 20) }
    return 1
  }

  private mutating func follow(
    _ element: PhraseElement, from node: Int32, _ vocabulary: inout Vocabulary
  ) -> Int32 {
    let step = Step(node: node, element: element)
    if let target = children[step] { return target }
    let target = Int32(nodes.count)
    nodes.append(Node())
    switch element {
    case .gap(let most):
      nodes[Int(node)].silent.append(target)
      if most > 0 { nodes[Int(node)].gaps.append(Gap(most: most, target: target)) }
    case .optional(let inner):
      append(inner, from: node, to: target, &vocabulary)
      nodes[Int(node)].silent.append(target)
    default:
      append(element, from: node, to: target, &vocabulary)
    }
    children[step] = target
    return target
  }

  private mutating func append(
    _ element: PhraseElement, from node: Int32, to target: Int32, _ vocabulary: inout Vocabulary
  ) {
    for symbol in symbols(element, &vocabulary) {
      nodes[Int(node)].edges.append(Edge(symbol: symbol, target: target))
    }
  }

  private mutating func symbols(_ element: PhraseElement, _ vocabulary: inout Vocabulary) -> [PhraseSymbol] {
    switch element {
    case .word(let word): return [.word(number(of: word, &vocabulary))]
    case .capitals(let word): return [.capitals(number(of: word, &vocabulary))]
    case .inflected(let word): return [.stem(stem(of: word, &vocabulary))]
    case .kind(let kind): return [.kind(kind)]
    case .anyOf(let elements):
      var all: [PhraseSymbol] = []
      for element in elements { all += symbols(element, &vocabulary) }
      return all
    case .optional(let element): return symbols(element, &vocabulary)
    case .gap, .sentenceStart: return []
    }
  }

  /// The number of a word, whose stem then has one too.
  private mutating func number(of word: String, _ vocabulary: inout Vocabulary) -> UInt32 {
    let number = number(of: word)
    stems[number] = stem(of: word, &vocabulary)
    return number
  }

  private mutating func stem(of word: String, _ vocabulary: inout Vocabulary) -> UInt32 {
    let stem = vocabulary.stem(of: vocabulary.intern(word))
    return number(of: vocabulary.string(of: stem))
  }

  private mutating func number(of word: String) -> UInt32 {
    if let known = numbers[word] { return known }
    let number = UInt32(words.count)
    numbers[word] = number
    words.append(word)
    return number
  }

  // MARK: - States

  /// What is reached together: all that the nodes of a set lead to.
  private struct State {
    var edges: [Edge] = []
    var gaps: [Gap] = []
    var endings: [UInt32] = []
  }

  /// The states of a trie, by number; their edges and gaps lead to states.
  private struct States {
    private let nodes: [Node]
    private var numbers: [[Int32]: Int32] = [:]
    private var sets: [[Int32]] = []
    private(set) var all: [State] = []

    init(_ nodes: [Node]) { self.nodes = nodes }

    /// The state of some nodes and of those that are reached with them. Complete once ``layOut()`` was called.
    mutating func number(of nodes: [Int32]) -> Int32 {
      let set = closure(of: nodes)
      if let known = numbers[set] { return known }
      let number = Int32(sets.count)
      numbers[set] = number
      sets.append(set)
      return number
    }

    private func closure(of some: [Int32]) -> [Int32] {
      var set = Set(some)
      var pending = some
      while let node = pending.popLast() {
        for next in nodes[Int(node)].silent where set.insert(next).inserted { pending.append(next) }
      }
      return set.sorted()
    }

    mutating func layOut() {
      while all.count < sets.count {
        let members = sets[all.count].map { nodes[Int($0)] }
        // What a symbol leads to is one state. Phrases can be thought of whose states would never end that way: then
        // a symbol leads to several.
        let isMerging = sets.count <= 2 * nodes.count + 64
        var state = State(endings: Set(members.flatMap(\.endings)).sorted())
        let edges = Set(members.flatMap(\.edges)).sorted()
        var first = 0
        while first < edges.count {
          var end = first + 1
          while end < edges.count, edges[end].symbol == edges[first].symbol { end += 1 }
          let targets = edges[first..<end].map(\.target)
          for set in isMerging ? [targets] : targets.map({ [$0] }) {
            state.edges.append(Edge(symbol: edges[first].symbol, target: number(of: set)))
          }
          first = end
        }
        let gaps = Set(members.flatMap(\.gaps)).sorted()
        first = 0
        while first < gaps.count {
          var end = first + 1
          while end < gaps.count, gaps[end].most == gaps[first].most { end += 1 }
          let targets = gaps[first..<end].map(\.target)
          for set in isMerging ? [targets] : targets.map({ [$0] }) {
            state.gaps.append(Gap(most: gaps[first].most, target: number(of: set)))
          }
          first = end
        }
        all.append(state)
      }
    }
  }

  // MARK: - Cells

  /// Everything as numbers. - Complexity: O(size).
  func cells(phrases: Int) -> [UInt32] {
    var states = States(nodes)
    let starts = starts(&states)
    states.layOut()
    var cells = [UInt32](repeating: 0, count: PhraseTables.headCount)
    func begin(_ part: PhraseTables.Part) { cells[part.rawValue] = UInt32(cells.count) }
    cells[PhraseTables.phraseCount] = UInt32(phrases)
    cells[PhraseTables.longest] = UInt32(min(longest, Int(Int32.max)))
    let startingKinds = starts.kinds.indices.reduce(UInt64(0)) {
      $0 | (starts.kinds[$1] > 0 ? 1 << UInt64($1 / 2) : 0)
    }
    cells[PhraseTables.startingKinds] = UInt32(truncatingIfNeeded: startingKinds)
    cells[PhraseTables.startingKinds + 1] = UInt32(truncatingIfNeeded: startingKinds >> 32)

    begin(.wordSlots)
    let wordSize = Self.slots(for: words.count)
    cells[PhraseTables.wordMask] = UInt32(wordSize - 1)
    var slots = [UInt32](repeating: 0, count: 2 * wordSize)
    for (number, word) in words.enumerated() {
      let hash = PhraseTables.hash(word.utf8)
      var place = Int(truncatingIfNeeded: hash) & (wordSize - 1)
      while slots[2 * place + 1] != 0 { place = (place + 1) & (wordSize - 1) }
      slots[2 * place] = UInt32(truncatingIfNeeded: hash &>> 32)
      slots[2 * place + 1] = UInt32(number) + 1 | flags(of: number, starts, states)
    }
    cells += slots

    begin(.wordEnds)
    var end = 0
    for word in words {
      end += word.utf8.count
      cells.append(UInt32(end))
    }
    begin(.wordBytes)
    cells.appendPacked(Array(words.joined().utf8))
    begin(.starts)
    cells += starts.words
    begin(.kindStarts)
    cells += starts.kinds
    write(states.all, to: &cells)

    begin(.pairs)
    let pairs = pairs(starts, states)
    let size = Self.slots(for: 8 * pairs.count, least: 32)
    cells[PhraseTables.pairMaskPlace] = UInt32(size - 1)
    var bits = [UInt32](repeating: 0, count: size / 32)
    for pair in pairs {
      let bit = PhraseTables.pair(pair.first + 1, pair.second + 1) & UInt32(size - 1)
      bits[Int(bit / 32)] |= 1 << (bit & 31)
    }
    cells += bits
    return cells
  }

  private func write(_ states: [State], to cells: inout [UInt32]) {
    func begin(_ part: PhraseTables.Part) { cells[part.rawValue] = UInt32(cells.count) }
    var slots: [UInt32] = []
    var gaps: [UInt32] = []
    var endings: [UInt32] = []
    begin(.states)
    for state in states {
      let signature = signature(of: state)
      var edges: (first: UInt32, mask: UInt32) = (0, 0)
      if state.edges.count == 1 {
        edges = (state.edges[0].symbol.bits, UInt32(state.edges[0].target) | PhraseTables.State.isEdge)
      } else if !state.edges.isEmpty {
        edges = (UInt32(slots.count / 2), 0)
        let table = Self.table(of: state.edges)
        edges.mask = UInt32(table.count / 2 - 1)
        slots += table
      }
      cells += [
        UInt32(truncatingIfNeeded: signature), UInt32(truncatingIfNeeded: signature >> 32),
        edges.first, edges.mask, UInt32(endings.count), UInt32(gaps.count / PhraseTables.Gap.count),
        UInt32(Self.half(state.endings.count) | Self.half(state.gaps.count) << 16), 0,
      ]
      endings += state.endings
      for gap in state.gaps {
        let target = states[Int(gap.target)]
        // A phrase that ends with a gap goes on whatever follows.
        let follow = target.endings.isEmpty && target.gaps.isEmpty ? self.signature(of: target) : ~0
        gaps += [
          UInt32(gap.target), UInt32(truncatingIfNeeded: follow), UInt32(truncatingIfNeeded: follow >> 32),
          UInt32(min(gap.most, Int(Int32.max))),
        ]
      }
    }
    begin(.edges)
    cells += slots
    begin(.endings)
    cells += endings
    begin(.gaps)
    cells += gaps
  }

  /// The edges of a state, open-addressed.
  private static func table(of edges: [Edge]) -> [UInt32] {
    let size = slots(for: edges.count, least: 2)
    var slots = [UInt32](repeating: 0, count: 2 * size)
    for edge in edges {
      var place = PhraseTables.hash(edge.symbol) & (size - 1)
      while slots[2 * place + 1] != 0 { place = (place + 1) & (size - 1) }
      slots[2 * place] = edge.symbol.bits
      slots[2 * place + 1] = UInt32(edge.target) + 1
    }
    return slots
  }

  private func signature(of state: State) -> UInt64 {
    state.edges.reduce(0) { $0 | PhraseTables.signature($1.symbol) }
  }

  // MARK: - Beginnings

  /// Where phrases begin: by what the first token is, the number of a state + 1, 0 for none.
  private struct Starts {
    /// By word: its form anywhere, its form at the start of a sentence, its stem likewise, its form in capitals likewise.
    var words: [UInt32]
    /// By kind: anywhere, at the start of a sentence.
    var kinds: [UInt32]
  }

  private func starts(_ states: inout States) -> Starts {
    var starts = Starts(
      words: [UInt32](repeating: 0, count: PhraseTables.startCount * words.count),
      kinds: [UInt32](repeating: 0, count: 2 * 64))
    let anywhere = beginnings(at: Self.anywhere)
    let all = anywhere.merging(beginnings(at: Self.atSentenceStart)) { $0 + $1 }
    for (symbol, targets) in all.sorted(by: { $0.key.bits < $1.key.bits }) {
      let value = Int(symbol.value)
      let pair = [
        anywhere[symbol].map { UInt32(states.number(of: $0)) + 1 } ?? 0,
        UInt32(states.number(of: targets)) + 1,
      ]
      if symbol.tag == PhraseSymbol.kindTag {
        starts.kinds.replaceSubrange(2 * value..<2 * value + 2, with: pair)
      } else {
        let place = PhraseTables.startCount * value + PhraseTables.place(of: symbol.tag)
        starts.words.replaceSubrange(place..<place + 2, with: pair)
      }
    }
    return starts
  }

  /// The nodes that each symbol leads to from a node and those reached with it.
  private func beginnings(at node: Int32) -> [PhraseSymbol: [Int32]] {
    var pending = [node]
    var seen: Set<Int32> = [node]
    var beginnings: [PhraseSymbol: [Int32]] = [:]
    while let node = pending.popLast() {
      for edge in nodes[Int(node)].edges { beginnings[edge.symbol, default: []].append(edge.target) }
      for next in nodes[Int(node)].silent where seen.insert(next).inserted { pending.append(next) }
    }
    return beginnings
  }

  /// What its slot says of a word beside its number.
  private func flags(of word: Int, _ starts: Starts, _ states: States) -> UInt32 {
    func of(_ tag: UInt32) -> (begins: Bool, isOpen: Bool) {
      let place = PhraseTables.startCount * word + PhraseTables.place(of: tag)
      let some = starts.words[place..<place + 2].filter { $0 > 0 }.map { states.all[Int($0) - 1] }
      return (!some.isEmpty, some.contains { isOpen($0) })
    }
    let form = of(PhraseSymbol.wordTag)
    let capitals = of(PhraseSymbol.capitalsTag)
    let stem = of(PhraseSymbol.stemTag)
    return (form.begins || capitals.begins ? PhraseTables.startsAsForm : 0)
      | (form.isOpen || capitals.isOpen ? PhraseTables.isOpenAsForm : 0)
      | (stem.begins ? PhraseTables.startsAsStem : 0) | (stem.isOpen ? PhraseTables.isOpenAsStem : 0)
  }

  /// Whether there is something to do at a state whatever word comes next.
  private func isOpen(_ state: State) -> Bool {
    !state.endings.isEmpty || !state.gaps.isEmpty
      || state.edges.contains { $0.symbol.tag == PhraseSymbol.kindTag }
  }

  private struct Pair: Hashable {
    var first: UInt32
    var second: UInt32
  }

  /// The words that phrases begin with, two by two, each by the number of its stem whatever the form that is asked for.
  private func pairs(_ starts: Starts, _ states: States) -> Set<Pair> {
    var pairs: Set<Pair> = []
    for (place, start) in starts.words.enumerated() where start > 0 {
      let word = UInt32(place / PhraseTables.startCount)
      let isStem = place % PhraseTables.startCount / 2 * 2 == PhraseTables.place(of: PhraseSymbol.stemTag)
      let first = isStem ? word : stems[word] ?? word
      for edge in states.all[Int(start) - 1].edges where edge.symbol.tag != PhraseSymbol.kindTag {
        pairs.insert(Pair(first: first, second: stem(of: edge.symbol)))
      }
    }
    return pairs
  }

  /// The number of the stem of the word that a symbol asks for.
  private func stem(of symbol: PhraseSymbol) -> UInt32 {
    symbol.tag == PhraseSymbol.stemTag ? symbol.value : stems[symbol.value] ?? symbol.value
  }

  /// A count in half a cell. Nobody has more phrases of the very same words.
  private static func half(_ count: Int) -> Int { min(count, 0xFFFF) }

  /// A power of two of slots of which at most half are taken.
  private static func slots(for count: Int, least: Int = 16) -> Int {
    var size = least
    while size < count * 2 { size *= 2 }
    return size
  }
}

extension [UInt32] {
  /// Appends bytes, four to a number, low byte first; the last number is filled up with zeros.
  public mutating func appendPacked(_ bytes: some Collection<UInt8>) {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    for byte in bytes {
      number |= UInt32(byte) << shift
      shift += 8
      if shift == 32 {
        append(number)
        number = 0
        shift = 0
      }
    }
    if shift > 0 { append(number) }
  }
}
