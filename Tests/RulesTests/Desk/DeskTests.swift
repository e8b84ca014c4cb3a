import TestSupport
import Testing
import Tickets

@testable import Rules

@Suite struct DeskTests {
  private static let vocabulary = """
    version: 1
    accept: [VPN, load balancer]
    reject:
      - do the needful
      - { find: "kindly revert", use: "please reply", reason: nobody says it }
    glossary:
      MTU: the size of the largest packet
      golden image: the ready-made disk of every new laptop
    local: [ticketbot, MTU, Nordbau portal, vpn]
    """

  private func found(_ rule: RuleID, _ line: String) throws -> [String] {
    let packs = try DeskVocabulary.parse(Self.vocabulary, file: "v.yml").packs
    return try PackLayerTests.found(
      rule, ["requester: Nothing opens since Monday.", "staff: " + line], packs)
  }

  @Test func acceptedWordsAreNoJargon() throws {
    #expect(try found("jargon.acronym", "The VPN and the DNS are fine again.") == ["DNS"])
    #expect(
      try found("jargon.term", "The load balancer and the reverse proxy are fine again.") == ["reverse proxy"]
    )
  }

  @Test func glossaryTermsAreFoundUntilTheyAreExplained() throws {
    #expect(try found("jargon.term", "I have put the golden image on it.") == ["golden image"])
    #expect(try found("jargon.term", "The golden image (the disk every laptop gets) is on it.").isEmpty)
    #expect(try found("jargon.acronym", "The MTU was wrong.") == ["MTU"])
  }

  @Test func theDesksExplanationIsOffered() throws {
    let packs = try DeskVocabulary.parse(Self.vocabulary, file: "v.yml").packs
    let rules = try PackLayerTests.rules(packs)
    var judge = Judge(rules)
    var thread = try Thread(rules.packs)
    var written = ExampleThread(["requester: It fails.", "staff: The golden image and the MTU were wrong."])
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    let texts = judge.judgement.marks.map { judge.wording(of: $0, in: thread).suggestion }
    #expect(texts.contains("“the ready-made disk of every new laptop”"))
    #expect(texts.contains("“the size of the largest packet (MTU)”"))
  }

  @Test func localWordsAreFoundUnlessTheRequesterUsesThem() throws {
    #expect(
      try found("jargon.local", "The Ticketbot and the Nordbau portal are up.") == [
        "Ticketbot", "Nordbau portal",
      ])
    #expect(try found("jargon.local", "The ticketbot (the program that sorts the mail) is up again.").isEmpty)
    // In the glossary or accepted: another rule's, or none's.
    #expect(try found("jargon.local", "The MTU of the VPN was wrong.").isEmpty)
    let packs = try DeskVocabulary.parse(Self.vocabulary, file: "v.yml").packs
    let rule = try #require(LocalTerm(PackIndex.builtIn(adding: packs)))
    for example in rule.about.finds + rule.about.ignores {
      let written = ExampleThread(example.lines)
      let found = try PackLayerTests.found("jargon.local", example.lines, packs)
      #expect(found.count == written.marked.count)
    }
  }

  @Test func withoutAListThereIsNoRuleForIt() throws {
    #expect(try RuleSet.builtIn(strictness: .strict).position(of: "jargon.local") == nil)
  }

  @Test func rejectedWordsAreFoundWithWhatToWrite() throws {
    #expect(
      try found("jargon.rejected", "Please do the needful and kindly revert.") == [
        "do the needful", "kindly revert",
      ])
  }

  @Test(arguments: [
    ("version: 1\nacept: [VPN]\n", 2, "do you mean “accept”?"),
    ("accept: [VPN]\n", 1, "“version: 1” is expected"),
    ("version: 1\nreject:\n  - {use: x}\n", 3, "“find” is missing"),
    ("version: 1\nglossary: [a]\n", 2, "maps terms"),
  ])
  func vocabularyFaultsNameTheirPlace(_ text: String, _ line: Int, _ message: String) {
    let error = #expect(throws: YAMLError.self) { try DeskVocabulary.parse(text, file: "v.yml") }
    #expect(error?.line == line && error?.message.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func listsMayBeEmptyForNow() throws {
    let text = "version: 1\naccept:\n  # - \"VPN\"\nreject:\nglossary:\n"
    #expect(try DeskVocabulary.parse(text, file: "v.yml") == DeskVocabulary())
    #expect(try DeskVocabulary.parse(text, file: "v.yml").packs.isEmpty)
  }

  // MARK: - Suppressions

  private static let rules: [RuleID] = ["clarity.vague-time", "jargon.acronym", "complete.handoff"]

  @Test(arguments: [
    ("{rule: clarity.vague-tim, reason: r, expires: 2026-01-01}", "do you mean clarity.vague-time?"),
    ("{rule: clarity.vague-time, expires: 2026-01-01}", "“reason” is missing"),
    ("{rule: clarity.vague-time, reason: r}", "“expires” is missing"),
    ("{rule: clarity.vague-time, reason: r, expires: 2026-02-30}", "is no day"),
    ("{rule: clarity.vague-time, reason: r, expire: 2026-02-28}", "do you mean “expires”?"),
  ])
  func suppressionsNeedARuleAReasonAndADay(_ item: String, _ message: String) {
    let error = #expect(throws: YAMLError.self) {
      try Suppressions.parse("version: 1\nsuppressions:\n  - \(item)\n", file: "s.yml", rules: Self.rules)
    }
    #expect(error?.line == 3 && error?.message.contains(message) == true, "\(error?.description ?? "")")
  }

  /// The state of a rule after suppression: marks, looks, looks that fired.
  private func after(_ item: String, today: Timestamp) throws -> (
    marks: Int, looks: Int, fired: Int, gone: Int
  ) {
    let rules = try PackLayerTests.rules([])
    let suppressions = try Suppressions.parse(
      "version: 1\nsuppressions:\n  - \(item)\n", file: "s.yml", rules: rules.abouts.map(\.id))
    var suppressor = Suppressor(suppressions, rules: rules, today: today)
    var judge = Judge(rules)
    var thread = try Thread(rules.packs)
    var written = ExampleThread([
      "requester: It fails.", "staff: We will look at it as soon as possible.",
      "staff: It will be done shortly by me.",
    ])
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    let gone = judge.suppress(&suppressor, in: thread)
    #expect(suppressor.counts == [gone])
    let rule = try #require(rules.position(of: "clarity.vague-time"))
    let looks = judge.judgement.looks.filter { Int($0.rule) == rule }
    return (
      judge.judgement.marks.count { Int($0.rule) == rule }, looks.count, looks.count { $0.fired }, gone
    )
  }

  private let day = Timestamp(year: 2026, month: 3, day: 1, precision: .day)

  @Test func inATicketARuleCountsAsNotFound() throws {
    let result = try after(
      "{rule: clarity.vague-time, ticket: EX1, reason: r, expires: 2026-03-01}", today: day)
    #expect(result == (0, 2, 0, 2))
  }

  @Test func forTheWholeDeskItCountsAsNotLookedFor() throws {
    let result = try after("{rule: clarity.*, reason: r, expires: 2026-03-01}", today: day)
    #expect(result.marks == 0 && result.looks == 0 && result.gone >= 2)
  }

  @Test func elsewhereAndAfterItsLastDayItDoesNothing() throws {
    let other = try after(
      "{rule: clarity.vague-time, ticket: EX2, reason: r, expires: 2026-03-01}", today: day)
    #expect(other == (2, 2, 2, 0))
    let late = try after("{rule: clarity.vague-time, reason: r, expires: 2026-02-28}", today: day)
    #expect(late == (2, 2, 2, 0))
  }

  // MARK: - Baseline

  @Test func aFindingIsKnownByItsWordsAndNotByItsPlace() {
    func key(_ words: String) -> Baseline.Key {
      Baseline.Key(ticket: "T", message: "1", rule: "a.b", words: words.utf8)
    }
    #expect(key("as soon as\r\n  possible ") == key("as soon as possible"))
    #expect(key("as soon as possible") != key("as soon as you can"))
  }

  @Test func baselinesComeBackFromTheirBytes() throws {
    var baseline = Baseline()
    for ticket in ["B", "A\t1", "A\\n", "Ä\n2"] {
      baseline.insert(Baseline.Key(ticket: ticket, message: "m", rule: "a.b", words: ticket.utf8))
    }
    let text = String(decoding: baseline.bytes, as: UTF8.self)
    #expect(try Baseline.parse(text) == baseline)
    #expect(text.split(separator: "\n").count == 5)
  }

  @Test(arguments: [("", 1), ("nonsense\n", 1)])
  func otherFilesAreNoBaseline(_ text: String, _ line: Int) {
    let fault = #expect(throws: Baseline.Fault.self) { try Baseline.parse(text) }
    #expect(fault?.line == line)
  }

  @Test func aBrokenLineOfABaselineIsNamed() {
    let head = String(decoding: Baseline().bytes, as: UTF8.self)
    let fault = #expect(throws: Baseline.Fault.self) { try Baseline.parse(head + "A\t1\ta.b\n") }
    #expect(fault?.line == 2)
  }
}
