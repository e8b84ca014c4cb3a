import TextAnalysis
import Tickets

/// `jargon.local`: a word that the desk's own tickets show to be staff's and not the requesters'.
///
/// There is such a rule only where the desk's vocabulary file lists such words (``DeskVocabulary/local``): `readback
/// vocabulary` finds them by their log-odds, and a person decides which of them go on the list.
struct LocalTerm: Detector {
  /// The name of the rule, and of the pack that holds its words.
  static let name = "jargon.local"

  let about: RuleDescription
  private let pack: Int16
  private let glossCues: Int16?
  private let entries: PackEntries

  /// The rule over a desk's list; `nil` if there is none.
  init?(_ packs: PackIndex) {
    guard let pack = packs.number(of: Self.name) else { return nil }
    self.pack = pack
    glossCues = packs.number(of: "cue.gloss")
    entries = packs.entries(of: pack)
    about = RuleDescription(
      RuleID(Self.name), "Words that only staff of this desk use", anchor: .anyReply, scope: .publicReply,
      packs: [Self.name],
      rationale: """
        Words of the house feel like everybody's to those who say them every day. That requesters never write \
        them shows that they are not.
        """,
      practice: """
        Say what it is instead, or explain it where it stands; words that everybody here knows go to “accept” in \
        the vocabulary file.
        """,
      source:
        "Monroe, Colaresi & Quinn 2008 (log-odds with an informative prior), over the desk's own tickets",
      finds: [["requester: Nothing opens.", "staff: The ‹ticketbot› was down."]],
      ignores: [["requester: Is the ticketbot down?", "staff: The ticketbot is up again."]])
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    judgement.look()
    var reported: [Int32] = []
    for match in thread.matches(of: pack, in: message) where !reported.contains(match.entry) {
      if thread.requesterUsed(match.tokenRange, before: message)
        || thread.isGlossed(match.tokenRange, in: message, glossCues: glossCues)
        || staffUsed(match, before: message, thread)
      {
        continue
      }
      reported.append(match.entry)
      judgement.find(Mark(span: thread.span(of: match.tokenRange), argument: match.entry))
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    guard entries.indices.contains(Int(mark.argument)) else { return Wording("") }
    return Wording(
      "“\(entries[Int(mark.argument)].title)” is a word of staff here; requesters don't write it",
      "say what it is, or explain it where it stands")
  }

  /// Whether staff used the word in an earlier reply: it was judged there.
  private func staffUsed(_ match: PackMatch, before message: MessageView, _ thread: borrowing Thread) -> Bool
  {
    thread.earlier(than: message).contains { earlier in
      earlier.isPublicReply
        && thread.matches(of: pack, in: earlier).contains { $0.entry == match.entry }
    }
  }
}
