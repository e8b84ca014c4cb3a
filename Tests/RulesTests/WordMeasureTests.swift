import Rules
import TestSupport
import Testing
import Tickets

/// What `score` says of the words of a message.
@Suite struct WordMeasureTests {
  static let packs = Result { try PackIndex.builtIn() }

  /// The text of a staff reply and the places marked in it, and what a measure finds in it.
  private func compare(
    _ text: String, _ measure: (MessageView, borrowing Thread) -> [Range<Int>]
  ) throws {
    var thread = try Thread(Self.packs.get())
    var written = ExampleThread(["staff: " + text])
    thread.begin(&written.batch)
    thread.open(0)
    let message = try #require(thread.messages.first)
    let found = measure(message, thread)
    #expect(found == written.marked.map { $0.start..<$0.end })
  }

  @Test(arguments: [
    "The ‹ventilation› ‹aperture› was ‹obstructed› by dust.",
    "Your phone could not find the mail server.",
    // Names, capitals and what the machine made are no words to know.
    "Ask Kowalczyk in Gdansk about the ‹turnstile› and the HVAC at 10.0.0.1.",
    // What carries grammar, owners, and a name that opens a sentence.
    "We didn't see the company's children's books, you wouldn't either.",
    "Kowalczyk has them. The ‹turnstile's› lock is open.",
    // Equally common, but longer.
    "The cheese is not ‹legislative›.",
  ])
  func hardWordsAreRareAndLong(_ text: String) throws {
    try compare(text) { message, thread in HardWords().spans(of: message, in: thread) ?? [] }
  }

  @Test(arguments: [
    "Please install ‹PostgreSQL› and restart ‹nginx›.",
    "Call ‹getName()› in ‹main.py› with ‹user_id› as a key.",
    "The ‹ArrayList› of version ‹3.11.2› is slow.",
    // Ordinary words, and labels that only look like names in programs.
    "I will go and make a list of it, so please have a look at the page.",
    "It has a new form, see First_Name there, or https://portal.example.org/kb.",
  ])
  func technicalTermsAreKnownOrShaped(_ text: String) throws {
    let spans = TechnicalSpans(try Self.packs.get())
    try compare(text) { message, thread in spans.spans(of: message, in: thread) }
  }

  @Test(arguments: [
    ("We use multi-factor authentication (MFA).", ["MFA": "multi-factor authentication"]),
    ("The MFA (multi-factor authentication) is new.", ["MFA": "multi-factor authentication"]),
    ("Your virtual private networks (VPNs) are fine.", ["VPNs": "virtual private networks"]),
    ("The MTU is wrong.", ["MTU": ""]),
    // Brackets that spell nothing out, and words that are no acronyms.
    ("The MTU (see below) is wrong. OK (fine).", ["MTU": "", "OK": ""]),
    ("The Office of the Group (Friday) is shut.", [:]),
  ])
  func acronymsGoWithTheirWords(_ text: String, _ expected: [String: String]) throws {
    var thread = try Thread(Self.packs.get())
    var written = ExampleThread(["staff: " + text])
    thread.begin(&written.batch)
    thread.open(0)
    let message = try #require(thread.messages.first)
    let bytes = Array(text.utf8)
    var found: [String: String] = [:]
    for use in AcronymFinder().acronyms(in: message, of: thread) {
      found[String(decoding: bytes[use.span], as: UTF8.self)] =
        use.expansion.map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
      #expect(use.isExpanded == (use.expansion != nil))
    }
    #expect(found == expected)
  }

  @Test func anAcronymStaysExpanded() throws {
    var thread = try Thread(Self.packs.get())
    var written = ExampleThread([
      "staff: The MFA is on. Multi-factor authentication (MFA) asks you for the MFA code."
    ])
    thread.begin(&written.batch)
    thread.open(0)
    let message = try #require(thread.messages.first)
    #expect(AcronymFinder().acronyms(in: message, of: thread).map(\.isExpanded) == [false, true, true])
  }

  /// Each text is more polite than the next.
  @Test(arguments: [
    [
      "Thank you so much! Could you please call me?", "Can you call me?",
      "Why would you not call? Stop that.",
    ],
    ["Great idea, I would love to help.", "The idea is known.", "What do you mean? That is nonsense."],
  ])
  func politenessFollowsTheStrategies(_ texts: [String]) throws {
    let politeness = Politeness(try Self.packs.get())
    var scores: [Double] = []
    for text in texts {
      var thread = try Thread(Self.packs.get())
      var written = ExampleThread(["staff: " + text])
      thread.begin(&written.batch)
      thread.open(0)
      let message = try #require(thread.messages.first)
      var measured = message
      measured.measures.words = 5
      let score = politeness.score(of: measured, in: thread)
      scores.append(try #require(score))
    }
    #expect(scores == scores.sorted(by: >))
    #expect(scores.allSatisfy { (-1...1).contains($0) })
    #expect(Set(scores).count == scores.count)
  }

  @Test func mildEntriesAreForTheStrict() throws {
    func findings(_ strictness: Strictness) throws -> [RuleID] {
      let rules = try RuleSet.builtIn(strictness: strictness)
      var thread = try Thread(rules.packs)
      var judge = Judge(rules)
      var written = ExampleThread(["staff: Please restart it in order to see the list. It works for me."])
      thread.begin(&written.batch)
      thread.open(0)
      judge.judge(&thread)
      return judge.judgement.marks.map { rules.abouts[Int($0.rule)].id }
    }
    #expect(try findings(.strict).filter { ["clarity.wordy", "tone.blame"].contains($0) }.count == 2)
    #expect(try findings(.default).filter { ["clarity.wordy", "tone.blame"].contains($0) }.isEmpty)
  }
}

/// How long a desk may be silent is the desk's to say.
@Suite struct UpdateTargetTests {
  private func waits(_ options: DeskOptions, _ lines: [String]) throws -> Int {
    let rules = try RuleSet(PackIndex.builtIn(options: options))
    var thread = try Thread(rules.packs)
    var judge = Judge(rules)
    var written = ExampleThread(lines)
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    let position = try #require(rules.position(of: "complete.no-update"))
    return judge.judgement.marks.count { Int($0.rule) == position }
  }

  @Test func targetsAndCalendarAreOptions() throws {
    let late = ["ticket: P1", "requester: Nobody can sign in.", "wait: 5", "staff: It works again."]
    #expect(try waits(DeskOptions(), late) == 1)
    var patient = DeskOptions()
    patient.updates.byPriority = [UpdateTarget(8, .hours)]
    #expect(try waits(patient, late) == 0)
    // From Monday ten o'clock to Wednesday ten o'clock are two days of eight hours, unless the desk is shut on Tuesday.
    let slow = ["ticket: P3", "requester: My screen is dark.", "wait: 47", "staff: The cable is here."]
    #expect(try waits(DeskOptions(), slow) == 1)
    var shut = DeskOptions()
    shut.working.days = [0, 2, 3, 4]
    #expect(try waits(shut, slow) == 0)
  }

  @Test(arguments: [(-5, "one hour"), (1, "one hour"), (4, "4 hours")])
  func targetsAreSaidInWords(_ count: Int64, _ words: String) throws {
    var options = DeskOptions()
    options.updates.byPriority = [UpdateTarget(count, .hours)]
    let rules = try RuleSet(PackIndex.builtIn(options: options))
    var thread = try Thread(rules.packs)
    var judge = Judge(rules)
    var written = ExampleThread([
      "ticket: P2", "requester: It is slow.", "wait: 30", "staff: It is fast again.",
    ])
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    let position = try #require(rules.position(of: "complete.no-update"))
    let mark = try #require(judge.judgement.marks.first { Int($0.rule) == position })
    #expect(judge.wording(of: mark, in: thread).explanation.contains("allows \(words)"))
  }
}
