import TextAnalysis
public import Tickets

/// What a message that opened a ticket again says is the matter, by the phrases of the packs `cue.reopen`.
public enum ReopenComplaint: String, Sendable, CaseIterable {
  /// The problem is still there or came back.
  case notFixed = "not-fixed"
  /// The answer was not understood, or a question was passed over.
  case notUnderstood = "not-understood"
  /// Something else.
  case newProblem = "new-problem"
}

extension Thread {
  /// What a message is about stands in its first bytes.
  private static let mostBytes: UInt32 = 2000

  /// What a message that opened the ticket again says is the matter; `nil` where it leaves a doubt.
  ///
  /// A message that says that it still does not work is *not fixed* even if it also asks for an explanation: a better
  /// explanation alone would not have kept it closed.
  /// - Complexity: O(phrases found in the message).
  public func complaint(of view: MessageView) -> ReopenComplaint? {
    var complaints: Set<ReopenComplaint> = []
    for match in matches(of: reopening.pack, in: view)
    where span(of: match.tokenRange).start < Self.mostBytes {
      if let complaint = reopening.complaint(of: match.entry) { complaints.insert(complaint) }
    }
    return ReopenComplaint.allCases.first { complaints.contains($0) }
  }

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

/// The packs that tell why a ticket was opened again.
struct ReopenPhrases: Sendable {
  /// Their number.
  let pack: Int16?
  private let complaints: [ReopenComplaint?]

  init(_ packs: PackIndex) {
    pack = packs.number(of: "cue.reopen")
    complaints = packs.entries(of: pack).map { ReopenComplaint(rawValue: $0.category) }
  }

  /// What an entry says is the matter.
  func complaint(of entry: Int32) -> ReopenComplaint? {
    complaints.indices.contains(Int(entry)) ? complaints[Int(entry)] : nil
  }
}
