import TextAnalysis

/// Finds the packs' phrases in messages. One worker's own: the buffers are reused.
struct PackMatcher {
  private let index: PackIndex
  /// By automaton.
  private var states: [PhraseState]
  private var kept: [PackMatch] = []
  private var exceptions: [PackMatch] = []

  init(_ index: PackIndex) {
    self.index = index
    states = Array(repeating: PhraseState(), count: index.phrasesCount)
  }

  /// Forgets the words of the last batch.
  mutating func beginBatch(_ vocabulary: borrowing Vocabulary) {
    for number in states.indices { states[number].beginBatch(vocabulary) }
  }

  /// Appends what the packs of the message's language find in it to `matches`, in the order in which it stands.
  ///
  /// Of matches of one pack that overlap, the leftmost is kept, and of those the longest; one that lies within
  /// an exception of its pack is dropped.
  /// - Complexity: O(tokens + matches²) for a message; matches are few.
  mutating func match(
    _ message: MessageView, text: inout AnalyzedText, vocabulary: borrowing Vocabulary,
    into matches: inout [PackMatch]
  ) {
    guard let layers = index.phrases[message.language] else { return }
    kept.removeAll(keepingCapacity: true)
    exceptions.removeAll(keepingCapacity: true)
    for one in layers {
      text.matches.removeAll(keepingCapacity: true)
      one.phrases.automaton.match(
        message.tokens, in: &text, vocabulary: vocabulary, state: &states[one.number])
      for found in text.matches {
        let owner = one.phrases.owner(of: found.pattern)
        if owner.mustEnd && !endsSentence(Int(found.tokens.upperBound), message, text) { continue }
        let match = index.match(owner, in: one.layer, found.tokens)
        if owner.entry < 0 { exceptions.append(match) } else { kept.append(match) }
      }
    }
    kept.sort {
      ($0.tokens.lowerBound, -$0.tokens.upperBound, $0.pack, $0.entry)
        < ($1.tokens.lowerBound, -$1.tokens.upperBound, $1.pack, $1.entry)
    }
    let first = matches.count
    for match in kept {
      let isExcepted = exceptions.contains { other in
        other.pack == match.pack && other.tokens.lowerBound <= match.tokens.lowerBound
          && other.tokens.upperBound >= match.tokens.upperBound
      }
      if isExcepted { continue }
      if matches[first...].contains(where: { $0.pack == match.pack && $0.tokens.overlaps(match.tokens) }) {
        continue
      }
      matches.append(match)
    }
  }

  /// Whether nothing but closing marks stands between a token and the end of its sentence.
  private func endsSentence(_ position: Int, _ message: MessageView, _ text: AnalyzedText) -> Bool {
    guard
      let sentence = text.sentences[message.sentences].first(where: { $0.tokenRange.contains(position - 1) })
    else { return true }
    return text.tokens[position..<max(position, sentence.tokenRange.upperBound)]
      .allSatisfy { $0.kind == .punctuation || $0.kind == .emoji }
  }
}
