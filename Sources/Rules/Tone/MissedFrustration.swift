import TextAnalysis
import Tickets

/// `tone.missed-frustration`: the requester has had enough, and no reply says that it was heard.
struct MissedFrustration: Rule {
  static let about = RuleDescription(
    "tone.missed-frustration", "Frustration is passed over", anchor: .anyReply, scope: .publicReply,
    rationale: "Who has written for the third time reads on only after hearing that somebody noticed.",
    practice:
      "One sentence before the fix: “This is the third time, and it cost you the morning. I'm sorry.”",
    source: "Covey, habit 5; service-recovery research (acknowledge, then act)",
    finds: [
      [
        "requester: This is the third time the pallet printer stops in the middle of the night shift, I'm fed up.",
        "staff: ‹The print service was restarted.›",
        "requester: ok",
      ]
    ],
    ignores: [
      [
        "requester: This is the third time the pallet printer stops in the middle of the night shift, I'm fed up.",
        "staff: Three stops in the night shift is too many, and I'm sorry for the trouble this caused. The print service was restarted.",
        "requester: ok",
      ],
      ["requester: The pallet printer stopped.", "staff: The print service was restarted."],
    ])

  private let signs: FrustrationSigns
  private let courtesies: [Int16?]

  /// Gets the rule ready.
  init(_ packs: PackIndex) {
    signs = FrustrationSigns(packs)
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
  }

  /// Looks at the reply to the ticket's first frustrated message, and from there as far as it may.
  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    let request = thread.request(answeredBy: message)
    guard let sign = signs.first(in: request, of: thread) else { return }
    // Once is enough: what comes later is the same trouble.
    if signs.first(in: 0..<request.lowerBound, of: thread) != nil { return }
    judgement.look()
    let replies = thread.horizon(of: message)[thread.position(of: message)...]
    if replies.contains(where: { $0.isPublicReply && $0.measures.reflectsFeeling }) { return }
    // Saying back what wore them out acknowledges it.
    let isSaidBack = thread.points(in: request).contains {
      thread.messages[$0.message].index == Int(sign.message) && $0.span.range.overlaps(sign.span.range)
        && thread.isTaken($0, knownTo: message)
    }
    if isSaidBack { return }
    guard let first = thread.firstSubstantialSentence(of: message, courtesies: courtesies) else { return }
    judgement.find(Mark(span: thread.span(of: first), otherMessage: sign.message, otherSpan: sign.span))
  }

  /// Quotes what shows the frustration.
  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "“\(thread.evidence(of: mark))” is not taken up in any reply",
      "begin with one sentence that names what it cost them, then say what happens next")
  }
}

/// Where a requester shows that patience runs out.
struct FrustrationSigns {
  private let strong: Int16?
  private let weak: Int16?
  private let feelings: Int16?
  /// Entries of the pack of feelings that say something good.
  private let pleasant: Set<Int32>

  init(_ packs: PackIndex) {
    strong = packs.number(of: "cue.frustration")
    weak = packs.number(of: "cue.pressure")
    feelings = packs.number(of: "cue.feeling")
    let entries = packs.entries(of: feelings)
    pleasant = Set(
      entries.indices.filter { index in
        Self.pleasantWords.contains { entries[index].title.hasPrefix($0) }
      }.map { Int32($0) })
  }

  private static let pleasantWords = [
    "relieved", "glad", "[happy", "grateful", "appreciat", "impressed", "hopeful", "excited",
  ]

  /// The first sign in the requester's messages at some positions: one that is plain, a feeling that the writer
  /// says of themselves, or the second of two that are weak alone.
  func first(in positions: Range<Int>, of thread: borrowing Thread) -> (message: Int32, span: ByteRange)? {
    for position in positions where thread.messages[position].message.role == .requester {
      let message = thread.messages[position]
      var chaser: Int32?
      for match in thread.matches[message.matches] {
        let isSign =
          match.pack == strong || match.pack == feelings && isOwn(match, thread)
          || match.pack == weak && chaser.map { $0 != match.entry } ?? false
        if isSign { return (Int32(message.index), thread.span(of: match.tokenRange)) }
        if match.pack == weak { chaser = match.entry }
      }
    }
    return nil
  }

  /// "I am worried", "this makes me nervous": the writer stands in the three words before.
  private func isOwn(_ match: PackMatch, _ thread: borrowing Thread) -> Bool {
    if pleasant.contains(match.entry) { return false }
    let first = match.tokenRange.lowerBound
    return thread.text.tokens[max(0, first - 3)..<first].contains {
      thread.vocabulary.flags(of: $0.lexeme).contains(.firstPerson)
    }
  }
}
