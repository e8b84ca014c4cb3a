import TextAnalysis

/// Turns the phrases of a pack into what the automaton looks for.
struct PhraseCompiler {
  /// Whether the words of this pack are names of things: written in capitals if the pack writes them so, and
  /// inflected at the end.
  private let isLexicon: Bool

  /// Phrases and, in the same order, what each belongs to.
  struct Output {
    var phrases: [[PhraseElement]] = []
    var owners: [PackImage.Owner] = []
  }

  init(pack: Pack) { isLexicon = pack.form == .lexicon && pack.name.hasPrefix("jargon.") }

  /// Adds the phrases that a pattern stands for, all owned by `owner`.
  func add(_ pattern: PhrasePattern, _ owner: PackImage.Owner, to output: inout Output) {
    var owner = owner
    var elements = pattern.elements
    if elements.last == .end {
      owner.mustEnd = true
      elements.removeLast()
    }
    for phrase in expand(elements[...]) {
      output.phrases.append(phrase)
      output.owners.append(owner)
      if isLexicon, phrase.count == 1, case .capitals(let word) = phrase[0] {
        output.phrases.append([.word(word + "s")])
        output.owners.append(owner)
      }
    }
  }

  /// A phrase may hold alternatives of several words; those are written out.
  private func expand(_ elements: ArraySlice<PhrasePattern.Element>) -> [[PhraseElement]] {
    guard let first = elements.first else { return [[]] }
    let rest = expand(elements.dropFirst())
    let heads: [[PhraseElement]]
    if case .oneOf(let runs) = first {
      let expanded = runs.flatMap { expand($0[...]) }
      let single = expanded.compactMap { $0.count == 1 ? $0[0] : nil }
      heads = single.count == expanded.count ? [[.anyOf(single)]] : expanded
    } else {
      heads = [phraseElements(first, isLast: elements.count == 1)]
    }
    return heads.flatMap { head in rest.map { head + $0 } }
  }

  private func phraseElements(_ element: PhrasePattern.Element, isLast: Bool) -> [PhraseElement] {
    switch element {
    case .word(let word):
      let parts = Self.tokens(of: word)
      // "gateway", "gateways"; but not "dns" for "dn".
      if isLexicon && isLast, let last = parts.last, last.utf8.count > 3 {
        return parts.dropLast().map { .word($0) } + [.inflected(last)]
      }
      return parts.map { .word($0) }
    case .capitals(let word): return [.capitals(word)]
    case .inflected(let word): return [.inflected(word)]
    case .gap(let count): return [.gap(count)]
    case .kind(let name): return TokenKind(named: name).map { [.kind($0)] } ?? []
    case .start: return [.sentenceStart]
    case .end: return []
    case .oneOf: return []
    }
  }

  /// A word as the tokenizer takes it apart: "e-mail" is three tokens, "can't" is one.
  ///
  /// The rules are those of UAX #29 for letters, digits and the marks that packs use; a test holds it against
  /// the tokenizer over every phrase of the built-in packs.
  static func tokens(of word: String) -> [String] {
    var tokens: [String] = []
    var current = ""
    let characters = Array(word.lowercased())
    for (at, character) in characters.enumerated() {
      let joins =
        (character == "'" || character == "’" || character == "." || character == "_")
        && at > 0 && at + 1 < characters.count && characters[at - 1].isLetter && characters[at + 1].isLetter
      if character.isLetter || character.isNumber || joins {
        current.append(character)
      } else {
        if !current.isEmpty { tokens.append(current) }
        current = ""
        tokens.append(String(character))
      }
    }
    if !current.isEmpty { tokens.append(current) }
    return tokens
  }
}

extension TokenKind {
  /// The kind that packs call `{name}`.
  init?(named name: String) {
    guard let kind = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = kind
  }
}
