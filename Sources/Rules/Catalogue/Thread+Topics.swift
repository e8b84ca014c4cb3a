import TextAnalysis
import Tickets

// What the requester asked.
extension Thread {
  /// The requester's messages that a reply answers: those since the public staff reply before it.
  func asked(before message: MessageView) -> [MessageView] {
    var asked: [MessageView] = []
    for earlier in self.earlier(than: message).reversed() {
      if earlier.isPublicReply && !earlier.isAutomatic { break }
      if earlier.message.role == .requester && !earlier.tokens.isEmpty { asked.append(earlier) }
    }
    return asked.reversed()
  }

  /// Words that say what a sentence is about: not function words, not the most common ones ("need", "please").
  func isTopical(_ token: Token) -> Bool {
    if token.kind == .punctuation || token.kind == .symbol || token.kind == .emoji { return false }
    if token.kind != .word { return true }
    return vocabulary.flags(of: token.lexeme).isDisjoint(with: [.stopWord, .functionWord, .hedge, .negation])
      && vocabulary.zipf(of: token.lexeme) < 58
  }

  /// How many things some messages are about: sentences that say something else than those before them, by
  /// their topical words.
  ///
  /// - Complexity: O(words²) of the messages.
  func topics(of messages: [MessageView]) -> Int {
    var seen: [LexemeID] = []
    var topics = 0
    for message in messages {
      for sentence in text.sentences[message.sentences] {
        var new: [LexemeID] = []
        var known = 0
        for token in text.tokens[sentence.tokenRange] where isTopical(token) && token.kind == .word {
          let stem = vocabulary.stem(of: token.lexeme)
          if seen.contains(stem) { known += 1 } else if !new.contains(stem) { new.append(stem) }
        }
        if new.count >= 2 && known * 2 < new.count { topics += 1 }
        seen += new
      }
    }
    return topics
  }
}
