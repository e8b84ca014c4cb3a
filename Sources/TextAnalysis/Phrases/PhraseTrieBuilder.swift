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
    case .word(let word): return [.word(number(of: word))]
    case .capitals(let word): return [.capitals(number(of: word))]
    case .inflected(let word):
      let stem = vocabulary.stem(of: vocabulary.intern(word))
      return [.stem(number(of: vocabulary.string(of: stem)))]
    case .kind(let kind): return [.kind(kind)]
    case .anyOf(let elements):
      var all: [PhraseSymbol] = []
      for element in elements { all += symbols(element, &vocabulary) }
      return all
    case .optional(let element): return symbols(element, &vocabulary)
    case .gap, .sentenceStart: return []
    }
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
    for (state, any) in anyEdge.enumerated() {
      let signature = signature(of: outgoing[state])
      cells += [
        UInt32(any + 1), UInt32(truncatingIfNeeded: signature), UInt32(truncatingIfNeeded: signature >> 32),
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
      let signature = signature(of: outgoing[state])
      let isEntered = anyEdge[state] >= 0 || !accepting[state].isEmpty || !silent[state].isEmpty
      cells += [
        target, UInt32(truncatingIfNeeded: signature), UInt32(truncatingIfNeeded: signature >> 32),
        isEntered ? 1 : 0,
      ]
    }
    return cells
  }

  private func signature(of edges: [Edge]) -> UInt64 {
    edges.reduce(0) { $0 | PhraseTables.signature($1.symbol) }
  }

  /// The states that are reached without a token: anywhere, and at the start of a sentence those besides.
  private func startingStates() -> (anywhere: [Int32], sentence: [Int32]) {
    func closure(of state: Int32) -> [Int32] {
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
    let anywhere = closure(of: PhraseAutomaton.anywhere)
    return (
      anywhere, closure(of: PhraseAutomaton.atSentenceStart).filter { !anywhere.contains($0) }
    )
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
