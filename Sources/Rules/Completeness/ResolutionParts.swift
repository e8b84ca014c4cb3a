import TextAnalysis
import Tickets

/// `complete.resolution-parts`: a closing text from which nobody learns what was wrong or what was done.
struct ResolutionParts: Rule {
  static let about = RuleDescription(
    "complete.resolution-parts", "Closing texts without cause and action", anchor: .closingText,
    scope: .closingText,
    packs: [
      "cue.cause", "cue.done-work", "cue.problem", "cue.verified", "cue.prevention", "cue.close-reason",
    ],
    revision: 2,
    rationale: """
      The next one who meets the fault reads the closing text. Without what was wrong and what was done they start \
      from nothing, and the requester can't tell whether it will hold.
      """,
    practice: """
      Symptom, cause, action, how you know it works, how to keep it from coming back: five short sentences, and the \
      first three are never left out.
      """,
    source:
      "Bettenburg et al. 2008, What Makes a Good Bug Report; ITIL closure practice; BACKGROUND: lab summary",
    finds: [
      [
        "requester: My dock shows no picture on the second screen.",
        "closing: ‹Spoke with Ana about the second screen on her desk this morning.›",
      ],
      [
        "requester: Outlook asks for my password every hour.",
        "staff: I will have a look at it today.",
        "staff: ‹The issue is solved now for you and all of your team members.›",
      ],
      [
        "requester: The phone in room 4 has no dial tone.",
        "closing: ‹Visit to room 4 by the technician of the supplier on Tuesday afternoon.›",
      ],
    ],
    ignores: [
      [
        "requester: My dock shows no picture.", "staff: I will have a look at it today.",
        "staff: This is too vague to be worth the effort, closing.",
      ],
      // Nobody says that it is solved.
      [
        "requester: Outlook asks for my password every hour.", "staff: I will have a look at it today.",
        "staff: You and your team might want to read the page about it on the portal.",
      ],
      [
        "requester: My dock shows no picture on the second screen.",
        "closing: The dock's driver was outdated. I updated it, and both screens come up.",
      ],
      ["requester: My dock shows no picture.", "closing: Done."],
      [
        "requester: My dock shows no picture.",
        "closing: Replaced the dock with a new one from the stock room.",
      ],
      [
        "requester: My dock shows no picture.",
        "closing: It came from a loose cable behind the screen of the desk.",
      ],
      [
        "requester: My dock shows no picture.",
        "closing: Duplicate of the ticket that Tom opened this morning.",
      ],
      [
        "ticket: request", "requester: I need a second screen for my desk.",
        "closing: The second screen is on the desk of Ana since this morning.",
      ],
    ])

  /// Shorter closing texts say nothing at all, which is another rule's.
  static let leastWords = 8
  /// Words that say that it is over.
  private let claims: WordList

  private let parts: RequiredParts
  private let reasons: Int16?
  private let courtesies: [Int16?]
  private let needed: UInt32

  init(_ packs: PackIndex) {
    parts = RequiredParts(
      [
        ("the cause", ["cue.cause"]), ("what was done", ["cue.done-work"]), ("the symptom", ["cue.problem"]),
        ("how you know that it works", ["cue.verified", "cue.confirmation"]),
        ("how to keep it from coming back", ["cue.prevention"]),
      ], in: packs)
    claims = WordList(["fixed", "resolved", "solved", "sorted", "repaired", "rectified"], packs.lexicon)
    // The next person can do without the others.
    needed = 0b11
    reasons = packs.number(of: "cue.close-reason")
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    // A last reply that only talks on is no closing text: it must be the close notes, or say that it is solved.
    guard thread.ticket.kind == .incident || thread.ticket.kind == .outage,
      message.measures.words >= Self.leastWords,
      message.message.kind == .resolution
        || thread.text.tokens[message.tokens].contains(where: {
          claims.contains($0.lexeme, thread.vocabulary)
        })
    else { return }
    judgement.look()
    let missing = parts.missing(in: CollectionOfOne(message), thread)
    guard missing & needed == needed, !thread.holds(reasons, message),
      let opening = thread.opening(of: message, courtesies: courtesies),
      !thread.text.sentences[message.sentences].contains(where: { $0.features.contains(.question) })
    else { return }
    // What was said earlier in the thread need not be said again.
    let earlier = thread.earlier(than: message).filter { $0.message.role == .staff }
    guard parts.missing(in: earlier, thread) & needed != 0 else { return }
    judgement.find(Mark(span: thread.span(of: opening), argument: Int32(missing)))
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    Wording(
      "the closing text does not say " + parts.names(of: UInt32(mark.argument)),
      "add what was wrong and what you did: “The dock's driver was old; I updated it”")
  }
}
