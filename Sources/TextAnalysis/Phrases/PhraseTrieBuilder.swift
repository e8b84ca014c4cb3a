/// Lays phrases out as a trie with shared beginnings.
struct PhraseTrieBuilder {
  struct Edge {
    var state: Int32
    var symbol: PhraseSymbol
    var target: Int32
  }

  private(set) var edges: [Edge] = []
  private(set) var accepting: [[Int32]] = [[], []]
  private(set) var anyEdge: [Int32] = [-1, -1]
  private(set) var silent: [[Int32]] = [[], []]
  private let lexicon: Lexicon
  /// The state that an element leads to from a state, so that equal beginnings are laid out once.
  private var children: [Step: Int32] = [:]

  private struct Step: Hashable {
    var state: Int32
    var element: PhraseElement
  }

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Adds a phrase. One that holds a word without a lasting id, or nothing at all, is left out.
  mutating func add(_ phrase: [PhraseElement], pattern: Int32) {
    var elements = phrase[...]
    var state: Int32 = 0
    while elements.first == .sentenceStart {
      elements = elements.dropFirst()
      state = 1
    }
    guard !elements.isEmpty, elements.allSatisfy(isKnown) else { return }
    for element in elements { state = follow(element, from: state) }
    accepting[Int(state)].append(pattern)
  }

  private func isKnown(_ element: PhraseElement) -> Bool {
    switch element {
    case .word(let word), .capitals(let word), .inflected(let word): lexicon.id(of: word) != nil
    // Alternatives that are not known are dropped, not the phrase.
    case .anyOf(let elements): elements.contains(where: isKnown)
    case .optional(let element): isKnown(element)
    case .kind, .gap: true
    case .sentenceStart: false
    }
  }

  private mutating func follow(_ element: PhraseElement, from state: Int32) -> Int32 {
    let step = Step(state: state, element: element)
    if let target = children[step] { return target }
    let target: Int32
    switch element {
    case .gap(let most):
      var last = state
      target = makeState()
      silent[Int(state)].append(target)
      for _ in 0..<max(0, most) {
        let next = makeState()
        anyEdge[Int(last)] = addAny(from: last, to: next)
        silent[Int(next)].append(target)
        last = next
      }
    case .optional(let inner):
      target = makeState()
      for symbol in symbols(inner) { edges.append(Edge(state: state, symbol: symbol, target: target)) }
      silent[Int(state)].append(target)
    default:
      target = makeState()
      for symbol in symbols(element) { edges.append(Edge(state: state, symbol: symbol, target: target)) }
    }
    children[step] = target
    return target
  }

  /// A state has one edge for any token; a second gap from it goes over a state of its own.
  private mutating func addAny(from state: Int32, to next: Int32) -> Int32 {
    let there = anyEdge[Int(state)]
    guard there >= 0 else { return next }
    silent[Int(there)].append(next)
    return there
  }

  private mutating func makeState() -> Int32 {
    accepting.append([])
    anyEdge.append(-1)
    silent.append([])
    return Int32(accepting.count - 1)
  }

  private func symbols(_ element: PhraseElement) -> [PhraseSymbol] {
    switch element {
    case .word(let word): lexicon.id(of: word).map { [.word($0)] } ?? []
    case .capitals(let word): lexicon.id(of: word).map { [.capitals($0)] } ?? []
    case .inflected(let word):
      lexicon.id(of: word).map { [.stem(lexicon.storage.table.stems[Int($0)])] } ?? []
    case .kind(let kind): [.kind(kind)]
    case .anyOf(let elements): elements.flatMap(symbols)
    case .optional(let element): symbols(element)
    case .gap, .sentenceStart: []
    }
  }
}
