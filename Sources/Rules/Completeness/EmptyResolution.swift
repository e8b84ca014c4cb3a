import TextAnalysis
import Tickets

/// `complete.empty-resolution`: "Done." and nothing else.
struct EmptyResolution: Rule {
  static let about = RuleDescription(
    "complete.empty-resolution", "Closing texts that say nothing", anchor: .closingText, scope: .closingText,
    packs: ["complete.empty-resolution"], revision: 2,
    rationale: """
      A requester who reads “done” doesn't know what was done, whether it will hold, or what to look at. The next \
      technician who meets the fault starts from nothing.
      """,
    practice: """
      Three short lines: what was wrong, what you did, how to tell that it works: “The dock's driver was old. I \
      updated it. Plug in the screen: it should come up within ten seconds.”
      """,
    source: "Bettenburg et al. 2008, What Makes a Good Bug Report; ITIL closure practice",
    finds: [
      ["requester: My dock shows no picture on the second screen.", "closing: ‹Done.›"],
      [
        "requester: My dock shows no picture on the second screen.",
        "staff: Is it the grey dock or the black one?",
        "staff: Hi Ana,\n‹Fixed, closing.›\nRegards",
      ],
      ["requester: My dock shows no picture.", "closing: ‹Issue resolved as discussed.›"],
    ],
    ignores: [
      [
        "requester: My dock shows no picture on the second screen.",
        "closing: Fixed by updating the dock's driver; both screens come up when the lid is closed.",
      ],
      [
        "requester: My dock shows no picture on the second screen.",
        "staff: The dock's driver was old. I updated it and both screens come up now.",
      ],
      // Where to read on is something, and so is what it was done with.
      ["requester: My dock shows no picture.", "closing: Fixed, see https://portal.example.org/kb/1234"],
      ["requester: My dock shows no picture.", "closing: Done in CHG0040021."],
      ["requester: The page shows no picture.", "closing: Fixed in 46cc11ea."],
    ])

  /// A closing text with at most this many words beyond greeting, thanks and the empty phrase says nothing.
  static let mostOtherWords = 4

  private let pack: Int16?
  private let greetings: Int16?
  private let closings: Int16?
  private let packs: PackIndex

  init(_ packs: PackIndex) {
    self.packs = packs
    pack = packs.number(of: "complete.empty-resolution")
    greetings = packs.number(of: "cue.greeting")
    closings = packs.number(of: "cue.closing")
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words > 0 else { return }
    judgement.look()
    var covered = 0
    var first: PackMatch?
    for match in thread.matches(of: pack, in: message) {
      covered += thread.wordCount(match.tokenRange)
      first = first ?? match
    }
    guard let first else { return }
    var other = message.measures.words - covered
    for sentence in thread.text.sentences[message.sentences] where isPoliteness(sentence, in: message, thread)
    {
      other -= thread.wordCount(sentence.tokenRange)
    }
    guard other <= Self.mostOtherWords, !pointsElsewhere(message, thread)
    else { return }
    guard let sentence = thread.sentence(holding: first.tokenRange.lowerBound, in: message) else { return }
    judgement.find(Mark(span: thread.span(of: sentence), argument: first.entry))
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    packs.wording(of: mark, pack: pack, in: thread)
  }

  /// Whether a text names where there is more to read: a link, another ticket, a change, a version, a commit.
  private func pointsElsewhere(_ message: MessageView, _ thread: borrowing Thread) -> Bool {
    thread.text.tokens[message.tokens].contains { token in
      switch token.kind {
      case .url, .path, .fileName, .version, .identifier, .guid, .errorCode: return true
      case .ticketNumber:
        // Its own number says nothing new.
        return !thread.bytes(of: token, in: message).elementsEqual(thread.batch.bytes[thread.ticket.id.range])
      default:
        let bytes = thread.bytes(of: token, in: message)
        return bytes.count >= Self.leastCommitDigits && bytes.contains { (0x30...0x39).contains($0) }
          && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      }
    }
  }

  /// The shortest form in which version control names a commit.
  private static let leastCommitDigits = 7

  /// Whether a sentence only greets, thanks or signs off.
  private func isPoliteness(_ sentence: Sentence, in message: MessageView, _ thread: borrowing Thread) -> Bool
  {
    func holds(_ pack: Int16?) -> Bool {
      thread.matches(of: pack, in: message).contains {
        sentence.tokenRange.contains($0.tokenRange.lowerBound)
      }
    }
    return (holds(greetings) || holds(closings)) && !holds(pack)
  }
}
