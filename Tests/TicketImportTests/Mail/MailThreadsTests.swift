import TestSupport
import Testing
import Tickets

@testable import TicketImport

@Suite struct MailThreadsTests {
  private func message(
    _ id: String, answers references: [String] = [], replyTo: [String] = [], subject: String = "",
    day: Int = 1,
    thread: String = ""
  ) -> MailMessage {
    var message = MailMessage()
    message.id = id
    message.references = references
    message.inReplyTo = replyTo
    message.subject = subject
    message.threadID = thread
    message.date = Timestamp(year: 2026, month: 1, day: 1).adding(seconds: Int64(day) * 86_400)
    return message
  }

  private func numbers(_ messages: [MailMessage]) -> [Int] {
    var threads = MailThreads()
    for message in messages { threads.add(message) }
    return threads.numbers()
  }

  @Test func referencesInAnyOrder() {
    let chain = [
      message("a"), message("b", answers: ["a"]), message("c", answers: ["a", "b"]), message("x"),
      message("d", replyTo: ["c"]),
    ]
    #expect(numbers(chain) == [0, 0, 0, 1, 0])
    #expect(numbers(chain.reversed()) == [0, 1, 0, 0, 0])
  }

  @Test func aMissingMessageHoldsItsAnswersTogether() {
    #expect(numbers([message("b", answers: ["lost"]), message("c", answers: ["lost"])]) == [0, 0])
  }

  @Test func loopsDoNoHarm() {
    #expect(numbers([message("a", answers: ["b"]), message("b", answers: ["a"])]) == [0, 0])
    #expect(numbers([message("a", answers: ["a"])]) == [0])
    #expect(
      numbers([
        message("a", answers: ["b", "c"]), message("c", answers: ["b"]), message("b", answers: ["c"]),
      ]) == [0, 0, 0])
  }

  @Test func aMessagesOwnWordWins() {
    // "c" is said to be below "a" by another, but says itself that it answers "x".
    let messages = [
      message("a"), message("d", answers: ["a", "c"]), message("x"), message("c", answers: ["x"]),
    ]
    #expect(numbers(messages) == [0, 1, 1, 1])
  }

  @Test func missingAndRepeatedIds() {
    #expect(numbers([message(""), message("")]) == [0, 1])
    #expect(numbers([message("a"), message("a")]) == [0, 0])
  }

  @Test func answersWithoutReferencesJoinByTopic() {
    let messages = [
      message("a", subject: "VPN drops", day: 1), message("b", subject: "AW: VPN  drops", day: 3),
      message("c", subject: "VPN drops", day: 4), message("d", subject: "Re: TR: vpn drops", day: 5),
      message("e", subject: "Re: VPN drops", day: 90), message("f", subject: "Re: Other", day: 5),
    ]
    // "c" has a fresh subject and is a trouble of its own; "d" answers the last thread on the topic; "e" comes late.
    #expect(numbers(messages) == [0, 0, 1, 1, 2, 3])
  }

  @Test func noSubjectIsNoTopic() {
    #expect(numbers([message("a"), message("b", subject: "Re:")]) == [0, 1])
  }

  @Test func theProvidersThreadsAreBelieved() {
    let messages = [
      message("a", subject: "Keyboard", thread: "7"), message("b", subject: "Your order", thread: "7"),
      message("c", answers: ["a"], subject: "Re: Keyboard", thread: "8"),
      message("d", answers: ["b"], subject: "Re: Your order"),
    ]
    #expect(numbers(messages) == [0, 0, 1, 0])
  }

  /// Against groups made in the plainest way: messages are in one thread if references connect them. For chains in
  /// which nobody contradicts anybody, containers must give the same.
  @Test(arguments: 0..<50 as Range<UInt64>) func asConnectedGroups(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var ancestors: [[String]] = []
    var messages: [MailMessage] = []
    var group: [Int] = []
    for i in 0..<40 {
      let parent = i > 0 && Bool.random(using: &random) ? Int.random(in: 0..<i, using: &random) : nil
      ancestors.append(parent.map { ancestors[$0] + ["m\($0)"] } ?? [])
      group.append(parent.map { group[$0] } ?? i)
      let isShort = Bool.random(using: &random)
      messages.append(
        isShort
          ? message("m\(i)", replyTo: ancestors[i].suffix(1).map(\.self))
          : message("m\(i)", answers: ancestors[i]))
    }
    let order = Array(messages.indices).shuffled(using: &random)
    let found = numbers(order.map { messages[$0] })
    for (i, a) in order.enumerated() {
      for (j, b) in order.enumerated() { #expect((found[i] == found[j]) == (group[a] == group[b])) }
    }
  }

  @Test(arguments: [
    ("Re: VPN", "vpn", true), ("RE: re: Re[2]: VPN", "vpn", true), ("Re^3: VPN", "vpn", true),
    ("AW: WG: VPN", "vpn", true),
    ("TR : VPN", "vpn", true), ("RV: VPN", "vpn", true), ("Antw: VPN", "vpn", true), ("回复：VPN", "vpn", true),
    ("[desk] Re: VPN", "vpn", true), ("Re: [desk] VPN", "vpn", true), ("[#1234] VPN", "[#1234] vpn", false),
    ("Re: [Ticket#77] VPN", "[ticket#77] vpn", true), ("Regarding: VPN", "regarding: vpn", false),
    ("VPN (fwd)", "vpn", true), ("  a \t b ", "a b", false), ("Re:", "", true), ("", "", false),
    ("[desk]", "[desk]", false),
    ("Warning: Re: x", "warning: re: x", false),
  ])
  func topics(subject: String, topic: String, isReply: Bool) {
    #expect(MailSubject(subject).topic == topic)
    #expect(MailSubject(subject).isReply == isReply)
  }
}
