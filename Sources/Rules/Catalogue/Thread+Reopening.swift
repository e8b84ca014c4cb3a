import TextAnalysis
public import Tickets

extension Thread {
  /// A longer message says more than thanks.
  private static let mostWords = 20
  /// The tool writes the reopen down when the message comes, give or take this many seconds.
  private static let slack: Int64 = 600

  /// The requester's message that reopened the ticket: the first from ten minutes before the reopen on.
  public func reopeningMessage(at reopened: Timestamp) -> MessageView? {
    messages.first { view in
      view.message.role == .requester && view.reply < 0
        && (view.message.at.map { $0.seconds >= reopened.seconds - Self.slack } ?? false)
    }
  }

  /// Whether a message thanks and does nothing else: nothing is asked, denied or added.
  ///
  /// Conservative on purpose: a reopen that is not counted for this must be one that nobody wanted.
  public func isThanksOnly(_ view: MessageView) -> Bool {
    guard !view.tokens.isEmpty, wordCount(view.tokens) <= Self.mostWords,
      matches[view.matches].contains(where: { $0.pack == thanks })
    else { return false }
    for sentence in text.sentences[view.sentences] where sentence.features.contains(.question) {
      return false
    }
    for token in text.tokens[view.tokens] {
      if vocabulary.flags(of: token.lexeme).contains(.negation) { return false }
      if token.kind == .punctuation, bytes(of: token, in: view).elementsEqual("?".utf8) { return false }
      let form = vocabulary.form(of: token.lexeme)
      if Self.additions.contains(where: { form.elementsEqual($0.utf8) }) { return false }
    }
    return true
  }

  /// Words that bring something new, or the old thing back.
  private static let additions = [
    "but", "still", "again", "however", "except", "only", "although", "though", "also", "another",
  ]
}
