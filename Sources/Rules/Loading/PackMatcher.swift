import TextAnalysis

/// Finds the packs' phrases in messages. One worker's own: the buffers are reused.
struct PackMatcher {
  private let index: PackIndex
  /// By automaton.
  private var states: [PhraseState]
  private var kept: [PackMatch] = []
  private var exceptions: [PackMatch] = []
  /// By pack: where its last match in the message ends.
  private var ends: [Int32]

  init(_ index: PackIndex) {
    self.index = index
    states = Array(repeating: PhraseState(), count: index.phrasesCount)
    ends = Array(repeating: 0, count: index.names.count)
  }

  /// Forgets the words of the last batch.
  mutating func beginBatch(_ vocabulary: borrowing Vocabulary) {
    for number in states.indices { states[number].beginBatch(vocabulary) }
  }

  /// Appends what the packs of the message's language find in it to `matches`, in the order in which it stands.
  ///
  /// Of matches of one pack that overlap, the leftmost is kept, and of those the longest; one that lies within
  /// an exception of its pack is dropped.
  /// - Complexity: O(tokens + matches · log matches) for a message, and O(matches of exceptions · matches).
  mutating func match(
    _ message: MessageView, text: inout AnalyzedText, vocabulary: borrowing Vocabulary,
    into matches: inout [PackMatch]
  ) {
    guard let layers = index.phrases[message.language] else { return }
    kept.removeAll(keepingCapacity: true)
    exceptions.removeAll(keepingCapacity: true)
    for number in layers.indices {
      find(layers[number], in: message, &text, vocabulary)
    }
    if kept.isEmpty { return }
    kept.sort {
      ($0.tokens.lowerBound, -$0.tokens.upperBound, $0.pack, $0.entry)
        < ($1.tokens.lowerBound, -$1.tokens.upperBound, $1.pack, $1.entry)
    }
    for pack in ends.indices { ends[pack] = 0 }
    for match in kept {
      // Those of the pack that were kept begin before it: if it overlaps one, it overlaps the last.
      if match.tokens.lowerBound < ends[Int(match.pack)] || isExcepted(match) { continue }
      ends[Int(match.pack)] = match.tokens.upperBound
      matches.append(match)
    }
  }

  /// Adds what a layer finds.
  private mutating func find(
    _ layer: PackIndex.LayerPhrases, in message: MessageView, _ text: inout AnalyzedText,
    _ vocabulary: borrowing Vocabulary
  ) {
    layer.phrases.automaton.match(
      message.tokens, in: &text, vocabulary: vocabulary, state: &states[layer.number])
    if text.matches.isEmpty { return }
    let places = index.places[layer.layer]
    layer.phrases.withOwners { owners in
      for found in text.matches {
        let owner = owners[found.pattern]
        if owner.mustEnd && !endsSentence(Int(found.tokens.upperBound), message, text) { continue }
        let place = places[owner.pack]
        if owner.entry < 0 {
          exceptions.append(PackMatch(pack: place.pack, entry: -1, tokens: found.tokens))
        } else {
          kept.append(
            PackMatch(pack: place.pack, entry: place.firstEntry + owner.entry, tokens: found.tokens))
        }
      }
    }
  }

  /// Whether a match lies within an exception of its pack.
  private func isExcepted(_ match: PackMatch) -> Bool {
    exceptions.contains { other in
      other.pack == match.pack && other.tokens.lowerBound <= match.tokens.lowerBound
        && other.tokens.upperBound >= match.tokens.upperBound
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
