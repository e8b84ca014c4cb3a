import TextAnalysis
import Tickets

/// `jargon.term`: a technical term with no explanation near it.
struct UnexplainedTerm: Rule {
  static let about = RuleDescription(
    "jargon.term", "Technical terms without an explanation", anchor: .anyReply, scope: .publicReply,
    packs: ["jargon.term", "cue.gloss"], revision: 2,
    rationale: """
      A term the requester did not use and nobody explains leaves them to guess what was done and what they \
      should do now. Those who guess wrong come back.
      """,
    practice: """
      Say it in the requester's words first, and add the term only if they will meet it again: “the program \
      that connects you to the office (the VPN client)”.
      """,
    source: "Shulman et al. 2020; Packard & Berger 2021 (concrete words show that one has listened)",
    finds: [
      ["requester: My screen is black.", "staff: I changed the ‹group policy› and it works again."],
      ["requester: I can't reach the site.", "staff: Please try again, the ‹reverse proxy› was restarted."],
    ],
    ignores: [
      ["requester: Our group policy breaks my printer.", "staff: I have changed the group policy for you."],
      [
        "requester: I can't reach the site.",
        "staff: The reverse proxy (the machine that passes your requests on) was restarted.",
      ],
      [
        "requester: The load balancer drops the TLS handshake of our API, and the DNS record is right.",
        "staff: The reverse proxy was restarted.",
      ],
      [
        "requester: `print()` shows nothing.", "staff: The reverse proxy was restarted.",
      ],
      [
        "requester: The page from https://github.com/example/site is slow.",
        "staff: The reverse proxy was restarted.",
      ],
      ["requester: The waiter was rude.", "staff: The server at the restaurant apologises."],
    ])

  private let terms: Int16?
  private let glossCues: Int16?
  private let entries: PackEntries

  init(_ packs: PackIndex) {
    terms = packs.number(of: "jargon.term")
    glossCues = packs.number(of: "cue.gloss")
    entries = packs.entries(of: terms)
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words >= 3, !message.measures.isForTechnicalReader else {
      return
    }
    judgement.look()
    var reported: [Int32] = []
    for match in thread.matches(of: terms, in: message) where !reported.contains(match.entry) {
      guard match.isTechnicalTerm else { continue }
      let term = match.tokenRange
      if thread.requesterUsed(term, before: message) { continue }
      if thread.isGlossed(term, in: message, glossCues: glossCues) { continue }
      if wasUsed(match, before: message, thread) { continue }
      reported.append(match.entry)
      judgement.find(Mark(span: thread.span(of: term), argument: match.entry))
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    guard entries.indices.contains(Int(mark.argument)) else { return Wording("") }
    let entry = entries[Int(mark.argument)]
    return Wording(
      "“\(entry.title)” is a term the requester did not use and nobody explains",
      entry.plain.isEmpty ? "say it in plain words" : "“\(entry.plain)”")
  }

  /// Whether staff used the term in an earlier reply: it was judged there.
  private func wasUsed(_ match: PackMatch, before message: MessageView, _ thread: borrowing Thread) -> Bool {
    for earlier in thread.earlier(than: message) where earlier.isPublicReply {
      if thread.matches(of: match.pack, in: earlier).contains(where: { $0.entry == match.entry }) {
        return true
      }
    }
    return false
  }
}
