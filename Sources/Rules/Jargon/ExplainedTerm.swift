import TextAnalysis
import Tickets

/// `jargon.explained` (strength): a technical word with its meaning beside it.
struct ExplainedTerm: Rule {
  static let about = RuleDescription(
    "jargon.explained", "Technical words explained", kind: .strength, anchor: .anyReply, scope: .publicReply,
    packs: ["jargon.term", "jargon.acronym", "cue.gloss"], revision: 2,
    rationale: """
      A term with its meaning beside it can be read by everybody, and the reader knows it when it comes again. It \
      does not undo all the harm of jargon, so plain words without the term are better still.
      """,
    practice:
      "Words first, term in brackets: “the program that connects you to the office (the VPN client)”.",
    source: "Shulman et al. 2020; plain-language guidelines",
    finds: [
      [
        "requester: I can't reach the site.",
        "staff: The ‹reverse proxy› (the machine that passes your requests on) was restarted.",
      ],
      ["requester: I can't get in.", "staff: Your ‹MFA›, that is, the code on your phone, had expired."],
      [
        "requester: I can't get in.",
        "staff: Your multi-factor authentication (‹MFA›) had expired, so I renewed it.",
      ],
    ],
    ignores: [
      ["requester: I can't reach the site.", "staff: The reverse proxy was restarted."],
      ["requester: I can't reach the site.", "staff: The reverse proxy (10.0.0.4) was restarted."],
      ["requester: I can't print.", "staff: The PDF (the form that you sent me) is printed."],
      ["requester: I can't get in.", "staff: Your MFA had expired - I renewed it."],
      // Brackets behind an ordinary word explain nothing technical.
      ["requester: I can't get in.", "staff: This change (as I said on Monday) comes tonight."],
    ])

  private let glossCues: Int16?

  init(_ packs: PackIndex) {
    glossCues = packs.number(of: "cue.gloss")
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    var seen: [Int32] = []
    for match in thread.matches[message.matches]
    where match.isTechnicalTerm && !seen.contains(match.entry) {
      judgement.look()
      guard isExplained(match.tokenRange, in: message, thread) else { continue }
      seen.append(match.entry)
      judgement.find(Mark(span: thread.span(of: match.tokenRange)))
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    let term = thread.message(at: mark.message).map { thread.string(mark.span, in: $0.message) } ?? ""
    return Wording("“\(term)” is explained where it stands")
  }

  /// Words in brackets that are no words explain nothing; nor does a dash alone, which joins as often.
  private func isExplained(_ term: Range<Int>, in message: MessageView, _ thread: borrowing Thread) -> Bool {
    let next = term.upperBound
    guard next < message.tokens.upperBound else { return false }
    if thread.isMark(next, UInt8(ascii: "("), in: message) {
      let end = (next..<message.tokens.upperBound).first { thread.isMark($0, UInt8(ascii: ")"), in: message) }
      guard let end else { return false }
      return thread.text.tokens[next..<end].count { $0.kind == .word } >= 2
    }
    // "multi-factor authentication (MFA)": as many words before the bracket as letters in it.
    if term.count == 1, next - 2 > message.tokens.lowerBound,
      thread.isMark(next, UInt8(ascii: ")"), in: message),
      thread.isMark(next - 2, UInt8(ascii: "("), in: message)
    {
      return thread.isExpansion(term.lowerBound, in: message)
    }
    return thread.matches(of: glossCues, in: message).contains { $0.tokenRange.lowerBound == next }
  }
}
