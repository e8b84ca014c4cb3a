import TextAnalysis
import Tickets

// What several rules ask of a thread.
extension Thread {
  /// What a pack found in a message.
  func matches(of pack: Int16?, in message: MessageView) -> LazyFilterSequence<ArraySlice<PackMatch>> {
    let places = pack.map(message.packs.mayHold) ?? false ? message.matches : message.matches.prefix(0)
    return matches[places].lazy.filter { $0.pack == pack }
  }

  /// The place of some tokens in the message's text.
  func span(of tokens: Range<Int>) -> ByteRange {
    guard let first = tokens.first, let last = tokens.last else { return .none }
    return ByteRange(
      start: text.tokens[first].start, count: text.tokens[last].end &- text.tokens[first].start)
  }

  /// The place of a sentence in the message's text.
  func span(of sentence: Sentence) -> ByteRange {
    ByteRange(start: sentence.start, count: sentence.end &- sentence.start)
  }

  /// The first sentence of a message that says something: no greeting, no thanks.
  func firstSubstantialSentence(of message: MessageView, courtesies: [Int16?]) -> Sentence? {
    let sentences = text.sentences[message.sentences]
    let substantial = sentences.first { sentence in
      wordCount(sentence.tokenRange) >= 3
        && !matches[message.matches].contains {
          courtesies.contains($0.pack) && sentence.tokenRange.contains($0.tokenRange.lowerBound)
        }
    }
    return substantial ?? sentences.first { wordCount($0.tokenRange) >= 3 } ?? sentences.first
  }

  /// The sentence that holds a token.
  func sentence(holding token: Int, in message: MessageView) -> Sentence? {
    text.sentences[message.sentences].first { $0.tokenRange.contains(token) }
  }

  /// Words and numbers among some tokens.
  func wordCount(_ tokens: Range<Int>) -> Int {
    text.tokens[tokens].reduce(0) { $0 + ($1.kind.isWordLike ? 1 : 0) }
  }

  /// Whether the requester wrote this word before `message`.
  func requesterUsed(_ lexeme: LexemeID, before message: MessageView) -> Bool {
    earlier(than: message).contains { earlier in
      earlier.message.role == .requester && text.tokens[earlier.tokens].contains { $0.lexeme == lexeme }
    }
  }

  /// Whether the requester wrote these words in a row before `message`.
  func requesterUsed(_ phrase: Range<Int>, before message: MessageView) -> Bool {
    let lexemes = text.tokens[phrase].map(\.lexeme)
    return earlier(than: message).contains { earlier in
      earlier.message.role == .requester && contains(lexemes, in: earlier.tokens)
    }
  }

  /// Whether these lexemes stand in a row among some tokens. - Complexity: O(tokens × lexemes).
  func contains(_ lexemes: [LexemeID], in tokens: Range<Int>) -> Bool {
    guard let first = lexemes.first, tokens.count >= lexemes.count else { return false }
    for start in tokens.lowerBound...(tokens.upperBound - lexemes.count)
    where text.tokens[start].lexeme == first {
      if lexemes.indices.allSatisfy({ text.tokens[start + $0].lexeme == lexemes[$0] }) { return true }
    }
    return false
  }

  /// Whether a token is a single given punctuation mark.
  func isMark(_ token: Int, _ mark: UInt8, in message: MessageView) -> Bool {
    let token = text.tokens[token]
    guard token.end &- token.start == 1 else { return false }
    return bytes(of: token, in: message).first == mark
  }

  /// Whether words stand in quotation marks: then they are spoken of, not spoken.
  func isQuoted(_ words: Range<Int>, in message: MessageView) -> Bool {
    guard words.lowerBound > message.tokens.lowerBound, words.upperBound < message.tokens.upperBound else {
      return false
    }
    func isMark(_ position: Int) -> Bool {
      let bytes = bytes(of: text.tokens[position], in: message)
      return ["\"", "'", "“", "”", "„", "‘", "’", "«", "»"].contains { bytes.elementsEqual($0.utf8) }
    }
    return isMark(words.lowerBound - 1) && isMark(words.upperBound)
  }

  /// Whether an explanation stands right behind a term: a parenthesis, a dash, or a phrase such as "which
  /// means" (from the pack `glossCues`).
  func isGlossed(_ term: Range<Int>, in message: MessageView, glossCues: Int16?) -> Bool {
    let next = term.upperBound
    guard next < message.tokens.upperBound else { return false }
    if isMark(next, UInt8(ascii: "("), in: message) { return true }
    let token = text.tokens[next]
    // A dash with a space before it explains ("MTU – the packet size"); a hyphen joins.
    if token.kind == .punctuation, token.flags.contains(.followsSpace) {
      let bytes = bytes(of: token, in: message)
      if bytes.elementsEqual("–".utf8) || bytes.elementsEqual("—".utf8) || bytes.elementsEqual("-".utf8) {
        return true
      }
    }
    return matches(of: glossCues, in: message).contains {
      $0.tokenRange.lowerBound >= next && $0.tokenRange.lowerBound <= next + 2
    }
  }
}
