import Rules
import TestSupport
import Testing
import Tickets

@Suite struct TextSketchTests {
  /// The sketches of a ticket's request and of its first reply, and the reply's template.
  private func read(_ lines: String...) throws -> (
    request: UInt64, reply: UInt64, template: String, isBare: Bool
  ) {
    let rules = try RuleSet.builtIn()
    var thread = try Thread(rules.packs)
    var judge = Judge(rules)
    var written = ExampleThread(lines)
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    let request = try #require(thread.messages.first { $0.message.role == .requester })
    let reply = try #require(thread.messages.first { $0.reply == 0 })
    return (
      request.measures.sketch.bits, reply.measures.sketch.bits, thread.template(of: reply),
      !judge.judgement.pending.isEmpty
    )
  }

  private let request =
    "requester: The cold store sensor over the compressor sends alarms every night at two."

  @Test func whatIsFilledInDoesNotChangeATemplate() throws {
    let first = try read(
      request,
      "staff: Dear Ivo, thank you for your message of Monday. We have logged it as INC0041 and the team in charge will get back to you within 3 days."
    )
    let second = try read(
      request,
      "staff: Dear Salka, thank you for your message of Friday. We have logged it as INC0977 and the team in charge will get back to you within 5 days."
    )
    #expect(first.reply != 0)
    #expect(TextSketch.equalBins(first.reply, second.reply) >= TextSketch.leastEqual)
    #expect(first.template == second.template)
    #expect(first.template.hasPrefix("Dear …"))
    #expect(first.isBare && second.isBare)
  }

  @Test func aReplyOfItsOwnIsNoTemplate() throws {
    let first = try read(
      request,
      "staff: Thank you for your message. We have passed it on to the team in charge and somebody will get back to you soon."
    )
    let second = try read(
      request,
      "staff: The alarms at two come from the compressor, which defrosts then. I have told the sensor to wait ten minutes."
    )
    #expect(TextSketch.equalBins(first.reply, second.reply) < TextSketch.leastEqual)
    #expect(first.isBare)
    #expect(!second.isBare)
  }

  @Test func theOrderOfARequestDoesNotMatter() throws {
    let reply = "staff: We are on it."
    let first = try read(
      "requester: The label printer in hall two prints blank labels since the new firmware arrived on the scanners.",
      reply)
    let second = try read(
      "requester: Since the new firmware arrived on the scanners, the label printer in hall two prints blank labels.",
      reply)
    let other = try read(
      "requester: My badge does not open the parking barrier any more although the office door still accepts it fine.",
      reply)
    #expect(first.request != 0 && first.request == second.request)
    #expect(TextSketch.equalBins(first.request, other.request) < TextSketch.leastEqual)
  }

  @Test func aShortTextHasNone() throws {
    let short = try read("requester: Help!", "staff: On it.")
    #expect(short.request == 0 && short.reply == 0 && !short.isBare)
  }
}
