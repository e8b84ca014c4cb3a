import TextAnalysis
import Tickets

/// `listening.canned`: a first reply that stands under many tickets, and says nothing of this one.
///
/// Whether a reply is one of many is known when all tickets have been read: until then the rule only says which
/// replies are long enough to tell (``Canned/isBare(_:)`` says which could be canned).
public struct Canned: Rule {
  /// What there is to know of it.
  public static let about = RuleDescription(
    "listening.canned", "A template with nothing of the ticket in it", anchor: .firstReply,
    scope: .wholeExport,
    rationale: """
      A template saves typing, and the requester knows it by its second sight. With nothing of their ticket in it, \
      it says that nobody has read theirs yet.
      """,
    practice: "Keep the template, and open it with one sentence that only this ticket could have.",
    source: "Li & König 2010 (b-bit minwise hashing); service-desk practice",
    finds: [
      "‹Thank you for your message. We have passed your request on to the team in charge, and somebody will get back to you within the agreed time.›"
    ],
    ignores: [
      [
        "requester: The cold store sensor sends alarms every night at two.",
        "staff: Thank you for your message. We have passed the nightly alarms of the cold store sensor on to the team in charge, and somebody will get back to you within the agreed time.",
      ]
    ])

  /// Fewer tickets with the same reply are a coincidence or a habit.
  public static let leastTickets = 5

  /// Gets the rule ready.
  public init(_ packs: PackIndex) {}

  /// Finds nothing in a single ticket.
  public func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {}

  /// Says what is missing.
  public func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording("the same reply stands under many tickets, with nothing of this one in it")
  }

  /// Whether a first reply that is a template holds nothing of its ticket: it takes up no point of the request and
  /// holds none of its rare words.
  public static func isBare(_ reply: MessageView) -> Bool {
    guard reply.measures.sketch.bits != 0, let restatement = reply.measures.restatement else { return false }
    return restatement.coverage < ListeningLevel.someCoverage
      && restatement.probability < Restatement.threshold && restatement.specifics == 0
  }
}

extension Thread {
  /// The fixed part of a reply, as far as one text tells it: what is filled in (names, numbers, codes, words that no
  /// list knows) is left open as "…". - Complexity: O(bytes).
  public func template(of message: MessageView) -> String {
    var text = ""
    var end: UInt32 = 0
    var isOpen = false
    for token in self.text.tokens[message.tokens] {
      let isFilled = TextSketcher.isFilled(token, message.language, lexiconCount: vocabulary.lexicon.count)
      if isFilled && isOpen { continue }
      if !text.isEmpty, token.start > end || token.flags.contains(.followsSpace) { text += " " }
      text +=
        isFilled
        ? "…" : string(ByteRange(start: token.start, count: token.end &- token.start), in: message.message)
      isOpen = isFilled
      end = token.end
    }
    return text
  }
}
