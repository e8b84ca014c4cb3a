import TextAnalysis
import Tickets

// Places and questions that several rules share.
extension Thread {
  /// Whether a message holds a phrase of a pack.
  func holds(_ pack: Int16?, _ message: MessageView) -> Bool {
    guard let pack, message.packs.mayHold(pack) else { return false }
    return matches[message.matches].contains { $0.pack == pack }
  }

  /// Whether some tokens hold the start of a phrase of a pack.
  func holds(_ pack: Int16?, _ tokens: Range<Int>, of message: MessageView) -> Bool {
    guard let pack, message.packs.mayHold(pack) else { return false }
    return matches[message.matches].contains { $0.pack == pack && tokens.contains($0.tokenRange.lowerBound) }
  }

  /// The first sentence of at least four words that is neither greeting nor sign-off; the first of all if there
  /// is none.
  func opening(of message: MessageView, courtesies: [Int16?]) -> Sentence? {
    let sentences = text.sentences[message.sentences]
    return sentences.first { sentence in
      wordCount(sentence.tokenRange) >= 4
        && !courtesies.contains { holds($0, sentence.tokenRange, of: message) }
    } ?? sentences.first
  }

  /// The last sentence of at least four words that is neither greeting nor sign-off; the last of all if there is
  /// none.
  func ending(of message: MessageView, courtesies: [Int16?]) -> Sentence? {
    let sentences = text.sentences[message.sentences]
    return sentences.last { sentence in
      wordCount(sentence.tokenRange) >= 4
        && !courtesies.contains { holds($0, sentence.tokenRange, of: message) }
    } ?? sentences.last
  }

  /// Whether a word as it is written stands in a list of words.
  func isOne(of words: [StaticString], _ token: Token, in message: MessageView) -> Bool {
    vocabulary.form(of: token.lexeme).withUnsafeBufferPointer { form in
      words.contains { word in
        word.utf8CodeUnitCount == form.count && form.indices.allSatisfy { form[$0] == word.utf8Start[$0] }
      }
    }
  }

  /// The words after a token up to `count`, punctuation left out, none beyond `end`.
  func wordsAfter(_ token: Int, _ count: Int, before end: Int) -> [Int] {
    var words: [Int] = []
    var at = token + 1
    while at < end, words.count < count {
      if text.tokens[at].kind.isWordLike { words.append(at) }
      at += 1
    }
    return words
  }

  /// Whether the letters stand in brackets behind words with those initials: "multi-factor authentication (MFA)".
  func isExpansion(_ position: Int, in message: MessageView) -> Bool {
    guard position - 1 >= message.tokens.lowerBound, position + 1 < message.tokens.upperBound,
      isMark(position - 1, UInt8(ascii: "("), in: message),
      isMark(position + 1, UInt8(ascii: ")"), in: message)
    else { return false }
    let letters = bytes(of: text.tokens[position], in: message).map { $0 | 0x20 }
    var at = position - 2
    var left = letters.count - 1
    var words = 0
    while at >= message.tokens.lowerBound, words < letters.count + 3 {
      let token = text.tokens[at]
      at -= 1
      guard token.kind.isWordLike else { continue }
      words += 1
      guard left >= 0, let initial = bytes(of: token, in: message).first else { break }
      if initial | 0x20 == letters[left] { left -= 1 }
    }
    return left < 0
  }

  /// Line ends between two tokens of a message. - Complexity: O(bytes between them).
  func lineEnds(between first: Token, and second: Token, in message: MessageView) -> Int {
    let start = Int(message.message.text.start)
    let bytes = batch.bytes[(start + Int(first.end))..<(start + Int(max(first.end, second.start)))]
    return bytes.count { $0 == UInt8(ascii: "\n") }
  }
}
