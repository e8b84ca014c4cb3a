/// Lays phrases out as a trie with shared beginnings, and that as the cells of ``PhraseTables``.
struct PhraseTrieBuilder {
  private struct Edge {
    var state: Int32
    var symbol: PhraseSymbol
    var target: Int32
  }

  private var edges: [Edge] = []
  private var accepting: [[UInt32]] = [[], []]
  private var anyEdge: [Int32] = [-1, -1]
  private var silent: [[UInt32]] = [[], []]
  /// The words of the phrases, by number.
  private var words: [String] = []
  private var numbers: [String: UInt32] = [:]
  /// The numbers of the stems of words, by theirs.
  private var stems: [UInt32: UInt32] = [:]
  /// The state that an element leads to from a state, so that equal beginnings are laid out once.
  private var children: [Step: Int32] = [:]

  private struct Step: Hashable {
    var state: Int32
    var element: PhraseElement
  }

  init() {
    for mark in PhraseAutomaton.sentenceEnds { _ = number(of: mark) }
  }

  /// Adds a phrase; one of nothing at all is left out.
  mutating func add(_ phrase: [PhraseElement], pattern: UInt32, _ vocabulary: inout Vocabulary) {
    var elements = phrase[...]
    var state = PhraseAutomaton.anywhere
    while let first = elements.first {
      if first == .sentenceStart {
        state = PhraseAutomaton.atSentenceStart
      } else if case .gap = first {
        // A phrase begins with what it is about.
      } else {
        break
      }
      elements = elements.dropFirst()
    }
    guard !elements.isEmpty, !elements.contains(.sentenceStart) else { return }
    for element in elements { state = follow(element, from: state, &vocabulary) }
    accepting[Int(state)].append(pattern)
  }

  private mutating func follow(
    _ element: PhraseElement, from state: Int32, _ vocabulary: inout Vocabulary
  ) -> Int32 {
    let step = Step(state: state, element: element)
    if let target = children[step] { return target }
    let target: Int32
    switch element {
    case .gap(let most):
      var last = state
      target = makeState()
      silent[Int(state)].append(UInt32(target))
      for _ in 0..<max(0, most) {
        let next = makeState()
        anyEdge[Int(last)] = addAny(from: last, to: next)
        silent[Int(next)].append(UInt32(target))
        last = next
      }
    case .optional(let inner):
      target = makeState()
      for symbol in symbols(inner, &vocabulary) {
        edges.append(Edge(state: state, symbol: symbol, target: target))
      }
      silent[Int(state)].append(UInt32(target))
    default:
      target = makeState()
      for symbol in symbols(element, &vocabulary) {
        edges.append(Edge(state: state, symbol: symbol, target: target))
      }
    }
    children[step] = target
    return target
  }

  /// A state has one edge for any token; a second gap from it goes over a state of its own.
  private mutating func addAny(from state: Int32, to next: Int32) -> Int32 {
    let there = anyEdge[Int(state)]
    guard there >= 0 else { return next }
    silent[Int(there)].append(UInt32(next))
    return there
  }

  private mutating func makeState() -> Int32 {
    accepting.append([])
    anyEdge.append(-1)
    silent.append([])
    return Int32(accepting.count - 1)
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

  // MARK: - Cells

  /// Everything as numbers. - Complexity: O(size).
  func cells(phrases: Int) -> [UInt32] {
    let (startingWords, startingStems, startingKinds) = starters()
    let beginnings = beginnings()
    var cells = [UInt32](repeating: 0, count: PhraseTables.headCount)
    cells[0] = UInt32(phrases)
    cells[1] = UInt32(truncatingIfNeeded: startingKinds)
    cells[2] = UInt32(truncatingIfNeeded: startingKinds >> 32)
    func begin(_ part: PhraseTables.Part) { cells[part.rawValue] = UInt32(cells.count) }

    begin(.wordSlots)
    let wordSize = Self.slots(for: words.count)
    cells[3] = UInt32(wordSize - 1)
    var slots = [UInt32](repeating: 0, count: 2 * wordSize)
    for (number, word) in words.enumerated() {
      let hash = PhraseTables.hash(word.utf8)
      var place = Int(truncatingIfNeeded: hash) & (wordSize - 1)
      while slots[2 * place + 1] != 0 { place = (place + 1) & (wordSize - 1) }
      slots[2 * place] = UInt32(truncatingIfNeeded: hash &>> 32)
      slots[2 * place + 1] =
        UInt32(number) + 1 | (startingWords.contains(UInt32(number)) ? PhraseTables.startsAsForm : 0)
        | (startingStems.contains(UInt32(number)) ? PhraseTables.startsAsStem : 0)
        | (beginnings.openWords.contains(UInt32(number)) ? PhraseTables.isOpenAsForm : 0)
        | (beginnings.openStems.contains(UInt32(number)) ? PhraseTables.isOpenAsStem : 0)
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

    begin(.edges)
    var outgoing = [[Edge]](repeating: [], count: anyEdge.count)
    for edge in edges { outgoing[Int(edge.state)].append(edge) }
    var tables: [(first: Int, mask: Int)] = []
    var first = 0
    for edges in outgoing {
      if edges.count == 1 {
        tables.append((Int(edges[0].symbol.bits), Int(UInt32(edges[0].target) | PhraseTables.State.isEdge)))
        continue
      }
      let size = edges.isEmpty ? 0 : Self.slots(for: edges.count, least: 2)
      tables.append((first, max(0, size - 1)))
      first += size
      slots = [UInt32](repeating: 0, count: 2 * size)
      for edge in edges {
        var place = PhraseTables.hash(edge.symbol) & (size - 1)
        while slots[2 * place + 1] != 0 { place = (place + 1) & (size - 1) }
        slots[2 * place] = edge.symbol.bits
        slots[2 * place + 1] = UInt32(edge.target) + 1
      }
      cells += slots
    }

    let starting = startingStates()
    cells[4] = UInt32(Self.half(starting.anywhere.count) | Self.half(starting.sentence.count) << 16)
    begin(.states)
    var ending = 0
    var silentTarget = starting.anywhere.count + starting.sentence.count
    var gapCells: [UInt32] = []
    for (state, any) in anyEdge.enumerated() {
      let closure = closure(of: Int32(state))
      let signature = closure.reduce(0) { $0 | self.signature(of: outgoing[Int($1)]) }
      if any >= 0 {
        let (follow, reach) = gap(from: any, outgoing)
        gapCells += [
          UInt32(any), UInt32(truncatingIfNeeded: follow), UInt32(truncatingIfNeeded: follow >> 32), reach,
        ]
      }
      cells += [
        (any < 0 ? 0 : UInt32(gapCells.count / PhraseTables.Gap.count))
          | (isVisited(closure) ? PhraseTables.State.isVisited : 0), UInt32(truncatingIfNeeded: signature),
        UInt32(truncatingIfNeeded: signature >> 32),
        UInt32(tables[state].first), UInt32(tables[state].mask), UInt32(ending), UInt32(silentTarget),
        UInt32(Self.half(accepting[state].count) | Self.half(silent[state].count) << 16),
      ]
      ending += accepting[state].count
      silentTarget += silent[state].count
    }
    begin(.endings)
    cells += accepting.joined()
    begin(.targets)
    cells += (starting.anywhere + starting.sentence).map { UInt32($0) }
    cells += silent.joined()

    begin(.starts)
    let lists = starts(starting.anywhere, starting.sentence, outgoing)
    var place: UInt32 = 0
    for list in lists {
      cells.append(place)
      place += UInt32(list.count)
    }
    cells.append(place)
    begin(.startTargets)
    for target in lists.joined() {
      let state = Int(target)
      let closure = closure(of: Int32(state))
      let signature = closure.reduce(0) { $0 | self.signature(of: outgoing[Int($1)]) }
      let any = anyEdge[state]
      let gap = any < 0 ? (follow: 0, reach: 0) : gap(from: any, outgoing)
      cells += [
        target, UInt32(truncatingIfNeeded: signature), UInt32(truncatingIfNeeded: signature >> 32),
        (isVisited(closure) ? 1 : 0) | (gap.reach & 0xFF) << 8,
        UInt32(truncatingIfNeeded: gap.follow), UInt32(truncatingIfNeeded: gap.follow >> 32), 0, 0,
      ]
    }
    begin(.gaps)
    cells += gapCells
    begin(.pairs)
    let ofEdges = edges.filter { outgoing[Int($0.state)].count > 1 }
    let size = Self.slots(for: 8 * (beginnings.pairs.count + ofEdges.count), least: 32)
    cells[16] = UInt32(size - 1)
    var bits = [UInt32](repeating: 0, count: size / 32)
    func note(_ first: UInt32, _ second: UInt32) {
      let bit = PhraseTables.pair(first, second) & UInt32(size - 1)
      bits[Int(bit / 32)] |= 1 << (bit & 31)
    }
    for pair in beginnings.pairs { note(pair.first + 1, pair.second + 1) }
    for edge in ofEdges { note(PhraseTables.key(of: edge.state), edge.symbol.bits) }
    cells += bits
    return cells
  }

  /// The words that phrases begin with, two by two.
  private struct Beginnings {
    struct Pair: Hashable {
      var first: UInt32
      var second: UInt32
    }

    /// By stem, whatever the form that is asked for.
    var pairs: Set<Pair> = []
    /// Words that begin something that does not go on with a certain word: by their form, and by their stem.
    var openWords: Set<UInt32> = []
    var openStems: Set<UInt32> = []
  }

  private func beginnings() -> Beginnings {
    var beginnings = Beginnings()
    var outgoing: [Int32: [Edge]] = [:]
    for edge in edges { outgoing[edge.state, default: []].append(edge) }
    let starting = startingStates()
    for start in starting.anywhere + starting.sentence {
      for edge in outgoing[start] ?? [] where edge.symbol.tag != PhraseSymbol.kindTag {
        let closure = closure(of: edge.target)
        let next = closure.flatMap { outgoing[$0] ?? [] }
        let isOpen =
          anyEdge[Int(edge.target)] >= 0 || isVisited(closure)
          || next.contains { $0.symbol.tag == PhraseSymbol.kindTag }
        let word = edge.symbol.value
        if edge.symbol.tag == PhraseSymbol.stemTag {
          if isOpen { beginnings.openStems.insert(word) }
        } else if isOpen {
          beginnings.openWords.insert(word)
        }
        for second in next where second.symbol.tag != PhraseSymbol.kindTag {
          beginnings.pairs.insert(.init(first: stem(of: edge.symbol), second: stem(of: second.symbol)))
        }
      }
    }
    return beginnings
  }

  /// The number of the stem of the word that a symbol asks for.
  private func stem(of symbol: PhraseSymbol) -> UInt32 {
    symbol.tag == PhraseSymbol.stemTag ? symbol.value : stems[symbol.value] ?? symbol.value
  }

  /// What may follow a gap whose first token leads to `first`, all bits if a phrase may end there; and, in a cell, how
  /// many tokens it may reach over and the one state whose edges follow.
  private func gap(from first: Int32, _ outgoing: [[Edge]]) -> (follow: UInt64, reach: UInt32) {
    var follow: UInt64 = 0
    var next: Set<Int32> = []
    var reach: UInt32 = 0
    var layer: Set<Int32> = [first]
    while !layer.isEmpty {
      reach += 1
      for state in layer { layer.formUnion(closure(of: state)) }
      for state in layer.map({ Int($0) }) {
        if !accepting[state].isEmpty { follow = ~0 }
        follow |= signature(of: outgoing[state])
        if !outgoing[state].isEmpty { next.insert(Int32(state)) }
      }
      layer = Set(layer.map { anyEdge[Int($0)] }.filter { $0 >= 0 })
    }
    let only = follow != ~0 && next.count == 1 ? next.first.map { UInt32($0) + 1 } ?? 0 : 0
    return (follow, min(reach, 0xFF) | only << 8)
  }

  private func signature(of edges: [Edge]) -> UInt64 {
    edges.reduce(0) { $0 | PhraseTables.signature($1.symbol) }
  }

  /// The states that are reached without a token: anywhere, and at the start of a sentence those besides.
  private func startingStates() -> (anywhere: [Int32], sentence: [Int32]) {
    let anywhere = closure(of: PhraseAutomaton.anywhere)
    return (
      anywhere, closure(of: PhraseAutomaton.atSentenceStart).filter { !anywhere.contains($0) }
    )
  }

  /// A state and those that are reached with it.
  private func closure(of state: Int32) -> [Int32] {
    var states = [state]
    var at = 0
    while at < states.count {
      for target in silent[Int(states[at])].map({ Int32($0) }) where !states.contains(target) {
        states.append(target)
      }
      at += 1
    }
    return states
  }

  /// Whether there is something to do at a state whatever follows, itself the first of its closure.
  private func isVisited(_ closure: [Int32]) -> Bool {
    closure.contains { !accepting[Int($0)].isEmpty } || closure.dropFirst().contains { anyEdge[Int($0)] >= 0 }
  }

  /// Where each word leads as the first of a phrase: four lists a word, as ``PhraseTables`` has them.
  private func starts(_ anywhere: [Int32], _ sentence: [Int32], _ outgoing: [[Edge]]) -> [[UInt32]] {
    var lists = [[UInt32]](repeating: [], count: 4 * words.count)
    for (states, offset) in [(anywhere, 0), (sentence, 1)] {
      for edge in states.flatMap({ outgoing[Int($0)] }) {
        let number = 4 * Int(edge.symbol.value)
        if edge.symbol.tag == PhraseSymbol.wordTag { lists[number + offset].append(UInt32(edge.target)) }
        if edge.symbol.tag == PhraseSymbol.stemTag { lists[number + 2 + offset].append(UInt32(edge.target)) }
      }
    }
    return lists
  }

  /// What leads from a starting state: words by their form, words by their stem, kinds.
  private func starters() -> (words: Set<UInt32>, stems: Set<UInt32>, kinds: UInt64) {
    var starting: Set<Int32> = [PhraseAutomaton.anywhere, PhraseAutomaton.atSentenceStart]
    var pending = Array(starting)
    while let state = pending.popLast() {
      for target in silent[Int(state)] where starting.insert(Int32(target)).inserted {
        pending.append(Int32(target))
      }
    }
    var words: Set<UInt32> = []
    var stems: Set<UInt32> = []
    var kinds: UInt64 = 0
    for edge in edges where starting.contains(edge.state) {
      switch edge.symbol.tag {
      case PhraseSymbol.kindTag: kinds |= 1 << UInt64(edge.symbol.value)
      case PhraseSymbol.stemTag: stems.insert(edge.symbol.value)
      default: words.insert(edge.symbol.value)
      }
    }
    return (words, stems, kinds)
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
