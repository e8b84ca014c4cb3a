import TextAnalysis
import Tickets

/// `complete.no-update`: the requester waited longer than the priority allows without a word.
struct NoUpdate: Rule {
  static let about = RuleDescription(
    "complete.no-update", "Silence longer than the priority allows", anchor: .anyReply, scope: .wholeThread,
    languages: nil, revision: 3,
    rationale: """
      Silence is read as nobody working on it. A short “still looking, next word at four” costs a minute and saves a \
      call.
      """,
    practice:
      "Put the next update in your calendar when you send one, and write even when there is nothing new.",
    source:
      "Incident-communication practice (regular updates); Maister 1985, The Psychology of Waiting Lines",
    finds: [
      [
        "ticket: P1", "requester: Nobody on our floor can sign in.", "wait: 5",
        "staff: ‹You can sign in again, the switch was replaced.›",
      ],
      [
        "ticket: 3 - Moderate", "requester: My second screen is dark.",
        "staff: I have ordered a cable for you.", "wait: 200",
        "staff: ‹The cable is here now, I will bring it today.›",
      ],
      [
        "ticket: High", "requester: The payroll run fails.", "staff: I am looking at it.",
        "requester: Any news?", "wait: 8", "staff: ‹It runs again.›",
      ],
      // Of two waits the longer one is marked.
      [
        "ticket: High", "requester: The payroll run fails.", "wait: 9", "staff: I am looking at it.",
        "requester: Any news?", "wait: 30", "staff: ‹It runs again.›",
      ],
    ],
    ignores: [
      ["ticket: P1", "requester: Nobody on our floor can sign in.", "staff: The switch is being replaced."],
      ["requester: My second screen is dark.", "wait: 500", "staff: The cable is here now."],
      [
        "ticket: P1", "requester: Nobody can sign in.", "staff: Which floor are you on?", "wait: 30",
        "requester: The third.", "staff: You can sign in again.",
      ],
      [
        "ticket: P1", "requester: Nobody can sign in.",
        "staff: Please switch the router on the wall off and on and tell me what its lamp shows.", "wait: 30",
        "staff: You can sign in again.",
      ],
      ["ticket: 4 - Low", "requester: My chair squeaks.", "wait: 40", "staff: I will bring some oil today."],
    ])

  private let courtesies: [Int16?]
  private let asks: Int16?
  private let working: WorkingTime
  private let targets: UpdateTargets

  init(_ packs: PackIndex) {
    courtesies = [packs.number(of: "cue.greeting"), packs.number(of: "cue.closing")]
    asks = packs.number(of: "cue.ask")
    working = packs.options.working
    targets = packs.options.updates
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard let target = targets.target(of: thread.batch.bytes[thread.ticket.priority.range]) else { return }
    // Of several waits that were too long, the longest: one finding says it.
    var longest: (overrun: Int64, hours: Int64, reply: MessageView)?
    for reply in thread.messages[..<thread.cut] where reply.isPublicReply && !reply.tokens.isEmpty {
      guard let at = reply.message.at, at.precision != .day, let since = lastWord(before: reply, in: thread)
      else { continue }
      judgement.look()
      guard let overrun = target.overrun(from: since, to: at, working), overrun > longest?.overrun ?? 0
      else { continue }
      longest = (overrun, (at.seconds &- since.seconds) / 3600, reply)
    }
    guard let longest, let sentence = thread.opening(of: longest.reply, courtesies: courtesies) else {
      return
    }
    judgement.find(
      Mark(span: thread.span(of: sentence), argument: Int32(clamping: longest.hours)), in: longest.reply)
  }

  /// When the requester last heard or said something, if it was staff's turn after that; `nil` if staff waited
  /// for the requester.
  private func lastWord(before message: MessageView, in thread: borrowing Thread) -> Timestamp? {
    let before = thread.earlier(than: message).last {
      $0.message.visibility == .public && !$0.isAutomatic && !$0.tokens.isEmpty
    }
    guard let last = before else { return nil }
    let asks =
      thread.text.sentences[last.sentences].contains { $0.features.contains(.question) }
      || thread.holds(self.asks, last)
    if last.isPublicReply, asks { return nil }
    guard let at = last.message.at, at.precision != .day else { return nil }
    return at
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    let target = targets.target(of: thread.batch.bytes[thread.ticket.priority.range])
    let waited = mark.argument >= 48 ? "\(mark.argument / 24) days" : "\(mark.argument) hours"
    return Wording(
      "the requester waited \(waited) for this, at a priority that allows \(target?.words ?? "less")",
      "write in between, even with nothing new: “still waiting for the part; next word tomorrow at ten”")
  }
}
