import TextAnalysis
public import Tickets

/// `listening.canned`: a first reply that stands under many tickets, and says nothing of this one.
///
/// Whether a reply is one of many is known when all tickets have been read. Until then its mark waits
/// (``Judgement/pending``); how many tickets have the reply becomes the ``Mark/argument`` of the mark.
public struct Canned: Rule {
  /// What there is to know of it.
  public static let about = RuleDescription(
    "listening.canned", "A template with nothing of the ticket in it", anchor: .firstReply,
    scope: .wholeExport, languages: nil, revision: 2,
    rationale: """
      A template saves typing, and the requester knows it by its second sight. With nothing of their ticket in it, \
      it says that nobody has read theirs yet.
      """,
    practice: "Keep the template, and open it with one sentence that only this ticket could have.",
    source: "Li & König 2010 (b-bit minwise hashing); service-desk practice",
    finds: [
      [
        "requester: The cold store sensor sends alarms every night at two.",
        "staff: ‹Thank you for your message. We have passed your request on to the team in charge, and somebody will get back to you within the agreed time.›",
      ]
    ],
    ignores: [
      [
        "requester: The cold store sensor sends alarms every night at two.",
        "staff: Thank you for your message. We have passed the nightly alarms of the cold store sensor on to the team in charge, and somebody will get back to you within the agreed time.",
      ]
    ])

  /// Fewer tickets with the same reply are a coincidence or a habit.
  public static let leastTickets = 5

  /// Parts that are filled in, of those that are quoted.
  private static let mostParts = 5

  /// Gets the rule ready.
  public init(_ packs: PackIndex) {}

  /// Marks a whole reply if it could be canned: it is long enough to be told apart from others, takes up no point of
  /// the request and holds none of its words but the most common.
  public func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.sketch.bits != 0, let restatement = message.measures.restatement else { return }
    judgement.look()
    guard
      restatement.coverage < ListeningLevel.someCoverage
        && restatement.probability < Restatement.threshold && restatement.specifics == 0
        && restatement.sharedWords == 0
    else { return }
    judgement.find(
      Mark(
        span: thread.span(of: message.tokens), otherMessage: restatement.requestMessage,
        otherSpan: restatement.point))
  }

  /// Says how many tickets have the reply, what is filled in as far as this one can tell, and what could be added.
  public func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    let message = thread.message(at: mark.message)
    let missed = message.flatMap { thread.pointMissed(by: $0) }
    var parts: [String] = []
    if let message {
      for span in thread.filledParts(of: message) { parts.append(thread.string(span, in: message.message)) }
    }
    return Wording(
      Self.explanation(tickets: Int(mark.argument), filled: parts),
      missed.map { "keep the template, and open it with a sentence of your own about “\($0)”" }
        ?? Self.about.summary.practice)
  }

  /// What was seen.
  ///
  /// - Parameters:
  ///   - tickets: how many have the reply.
  ///   - filled: the parts of it that are filled in, in their order.
  public static func explanation(tickets: Int, filled: [String]) -> String {
    var parts: [String] = []
    for part in filled where !parts.contains(part) { parts.append(part) }
    let quoted = parts.prefix(mostParts).map { "“\($0)”" }.joined(separator: ", ")
    let more = parts.count > mostParts ? " and \(parts.count - mostParts) more" : ""
    return "the first reply of \(tickets) tickets is this text, with nothing of what this one is about; "
      + (parts.isEmpty ? "nothing in it is filled in" : "filled in: \(quoted)\(more); the rest is fixed")
  }
}

extension Thread {
  /// A stretch of a reply that is filled in, or a token of its fixed part.
  struct TemplatePart {
    var isFilled: Bool
    /// Its place in the message's text.
    var span: ByteRange
    /// Whether white space stands before it.
    var followsSpace: Bool
  }

  /// What is fixed and what is filled in (names, numbers, codes, words that no list knows) in a reply, as far as one
  /// text tells it. - Complexity: O(tokens).
  func templateParts(of message: MessageView) -> [TemplatePart] {
    var parts: [TemplatePart] = []
    for token in text.tokens[message.tokens] {
      let isFilled =
        token.kind != .punctuation
        && TextSketcher.isFilled(token, message.language, lexiconCount: vocabulary.lexicon.count)
      if isFilled, let last = parts.last, last.isFilled {
        parts[parts.count - 1].span.count = token.end &- last.span.start
        continue
      }
      parts.append(
        TemplatePart(
          isFilled: isFilled, span: ByteRange(start: token.start, count: token.end &- token.start),
          followsSpace: token.flags.contains(.followsSpace)
            || (parts.last.map { token.start > $0.span.end } ?? false)))
    }
    return parts
  }

  /// The places of what is filled in, in their order.
  public func filledParts(of message: MessageView) -> [ByteRange] {
    templateParts(of: message).filter(\.isFilled).map(\.span)
  }

  /// The fixed part of a reply: what is filled in is left open as "…". - Complexity: O(bytes).
  public func template(of message: MessageView) -> String {
    var text = ""
    for part in templateParts(of: message) {
      if !text.isEmpty, part.followsSpace { text += " " }
      text += part.isFilled ? "…" : string(part.span, in: message.message)
    }
    return text
  }
}
