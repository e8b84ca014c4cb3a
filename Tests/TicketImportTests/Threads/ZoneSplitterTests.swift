import TestSupport
import Testing
import Tickets

@testable import TicketImport

@Suite struct ZoneSplitterTests {
  /// The zones of a text that are not body, as `kind: first line … last line`.
  private func zones(_ text: String) -> [String] {
    zones(of: text).filter { $0.kind != .body }.map { zone in
      let bytes = Array(text.utf8)[zone.range.range]
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      let ends = lines.count > 1 ? "\(lines[0]) … \(lines[lines.count - 1])" : lines.joined()
      return "\(zone.kind.name): \(ends)"
    }
  }

  private func zones(of text: String) -> [Zone] {
    var zones: [Zone] = []
    var splitter = ZoneSplitter()
    let bytes = Array(text.utf8)
    splitter.split(bytes.span, into: &zones)
    return zones
  }

  private func body(_ text: String) -> String {
    let zones = zones(of: text)
    if zones.isEmpty { return text }
    let bytes = Array(text.utf8)
    return zones.filter { $0.kind == .body }
      .map { String(decoding: bytes[$0.range.range], as: UTF8.self) }.joined(separator: "|")
  }

  @Test func plainTextHasNoZones() {
    #expect(zones("Hello,\n\nplease restart the printer.\n\nThanks\nAna\n").isEmpty)
    #expect(zones("").isEmpty)
    #expect(zones("\n\n").isEmpty)
  }

  // MARK: Quotes

  @Test func markedQuotesAndTheirAttribution() {
    let text = """
      It works now, thanks.

      On Mon, 2 Mar 2026 at 10:00, Ana Ruiz <ana@example.org>
      wrote:
      > Please try again.
      > > It fails.
      """
    #expect(zones(text) == ["quote: On Mon, 2 Mar 2026 at 10:00, Ana Ruiz <ana@example.org> … > > It fails."])
  }

  @Test func anAttributionWhoseEndWasWrappedAndQuoted() {
    let text = """
      It works now, thanks.

      On Mon, 2 Mar 2026 at 10:00 AM, Ana Ruiz the Third <ana.ruiz@desk.example.org
      > wrote:

      > Please try again.
      """
    #expect(body(text) == "It works now, thanks.\n\n")
  }

  @Test func colonsQuoteWhereManyLinesBeginWithOne() {
    let quoted = "I see two of them.\n\n: Date: Monday\n: It prints twice.\n:\n: Ana\n\nWhich driver is it?\n"
    #expect(body(quoted) == "I see two of them.\n\n|Which driver is it?\n")
    #expect(zones("The options are\n: first\n: second\nand that is all.\n").isEmpty)
  }

  @Test func answersBetweenQuotesAreBody() {
    let text = """
      On 2 March 2026, Ana wrote:
      > Did you restart it?

      Yes, twice.

      > And the cable?

      It is plugged in.
      """
    #expect(body(text) == "Yes, twice.\n\n|It is plugged in.")
  }

  @Test(arguments: [
    "On 2 March 2026 at 10:00, Ana Ruiz wrote:",
    "Am 02.03.2026 um 10:00 schrieb Ana Ruiz <ana@example.org>:",
    "Le lun. 2 mars 2026 à 10:00, Ana Ruiz <ana@example.org> a écrit :",
    "El lun, 2 mar 2026 a las 10:00, Ana Ruiz (<ana@example.org>) escribió:",
    "-----Original Message-----",
    "________________________________\nFrom: Ana Ruiz\nSent: Monday, March 2, 2026 10:00 AM\nTo: Bo\nSubject: Printer",
    "From: Ana Ruiz <ana@example.org>\nDate: Mon, 2 Mar 2026\nTo: Bo\nSubject: Printer",
    "Von: Ana Ruiz\nGesendet: Montag, 2. März 2026 10:00\nAn: Bo\nBetreff: Drucker",
    "*From:* Ana Ruiz\n*Sent:* Monday\n*To:* Bo\n*Subject:* Printer",
    "De : Ana Ruiz\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : Bo\nObjet : Imprimante",
    "De: Ana Ruiz\nEnviado el: lunes, 2 de marzo de 2026\nPara: Bo\nAsunto: Impresora",
    "---------------------- Forwarded by Ana Ruiz on 03/02/2026 10:00 AM ----",
    "Begin forwarded message:",
    "\tAna Ruiz\n\t03/02/2026 10:00 AM\n\t\t\n\t\t To: Bo\n\t\t cc: \n\t\t Subject: Printer",
    ">>> Ana Ruiz <ana@example.org> 3/2/26 10:00 am >>>",
  ]) func everythingAfterAHeaderIsQuoted(_ header: String) {
    let text = "Done.\n\n\(header)\n\nPlease look at the printer.\n\nAna\n"
    #expect(body(text) == "Done.\n\n")
  }

  @Test func quotedLinesThatAMailProgramWrapped() {
    let text = """
      > I know that as long as the ensemble of servers keeps its quorum, and the client is still
      connected to all of them, it will be fine.
      >
      Right.
      """
    #expect(body(text) == "Right.")
  }

  @Test(arguments: [
    "On Monday I restarted it and wrote the number down: 4711.",
    "From: the third floor\nI called twice.",
    "To be clear: it is the left printer.\nSubject to change: the date.",
    "Subject: the printer on floor 3",
    "-> restart\n-> call again",
    "3 > 2, and a >= b",
  ]) func thesAreNoQuotes(_ text: String) {
    #expect(zones("Hello,\n\n\(text)\n\nBye\n").isEmpty)
  }

  // MARK: Signatures

  @Test func theDelimiterOfRFC3676() {
    #expect(
      zones("Works.\n\n-- \nBo Lee\nService Desk\n") == ["signature: --  … Service Desk"])
    #expect(
      zones("Works.\n\n--\nBo Lee / Service Desk / Mon–Fri\n") == [
        "signature: -- … Bo Lee / Service Desk / Mon–Fri"
      ])
  }

  @Test func contactDetailsAfterClosingAndName() {
    let text = """
      Please try again.

      Mit freundlichen Grüßen
      Bo Lee

      Example GmbH
      Tel. +49 30 1234567
      www.example.org
      """
    #expect(zones(text) == ["signature: Example GmbH … www.example.org"])
  }

  @Test func aLastParagraphOfContactDetails() {
    let text =
      "Please try again.\n\nBo Lee\nExample Ltd, 12 High Street\nPhone: +44 20 7946 0000\nbo.lee@example.org\n"
    #expect(zones(text) == ["signature: Bo Lee … bo.lee@example.org"])
  }

  @Test(arguments: [
    "Please call me at +49 30 1234567.\nThanks\nBo",
    "My number is\n030 1234567\nand my room is 12.",
    "Thanks\nBo\n\nPS: I am at extension 1234567 until five, after that please use the portal www.example.org",
  ]) func thesAreNoSignatures(_ text: String) {
    #expect(zones("Hello,\n\n\(text)\n").isEmpty)
  }

  // MARK: Boilerplate

  @Test func disclaimers() {
    let text = """
      Please try again.
      This e-mail and any attachments are confidential and intended solely for the addressee. If you have
      received it in error, please notify the sender and delete it.
      """
    #expect(zones(text).map { $0.prefix(10) } == ["disclaimer"])
    #expect(body(text) == "Please try again.\n")
    #expect(zones("This message is about the confidential printer.").isEmpty)
  }

  @Test func automaticAnswers() {
    #expect(
      zones("I am out of the office until Monday.\n\nAna") == [
        "auto-reply: I am out of the office until Monday. … Ana"
      ])
    #expect(zones("I am out of toner.").isEmpty)
  }

  @Test func noticesAndReplyLines() {
    let text = """
      Yes, please.

      ##- Please type your reply above this line -##
      Your request (4711) has been updated.
      """
    #expect(
      zones(text) == [
        "notice: ##- Please type your reply above this line -##",
        "quote: Your request (4711) has been updated.",
      ])
    #expect(
      zones("Solved.\n\n*** This is an automated message, please do not reply. ***") == [
        "notice: *** This is an automated message, please do not reply. ***"
      ])
  }

  // MARK: Pasted text

  @Test func codeBetweenFencesAndTags() {
    #expect(zones("Run this:\n```sh\nipconfig /renew\n```\nThen call.") == ["code: ```sh … ```"])
    #expect(zones("Run this:\n{code:java}\nint x;\n{code}\nThen call.") == ["code: {code:java} … {code}"])
    #expect(zones("Run this:\n{noformat}\nx\n{noformat}") == ["code: {noformat} … {noformat}"])
    #expect(zones("He said ```so''\nand left.").isEmpty)
    #expect(zones("{code} without an end").isEmpty)
  }

  @Test func logsAndTraces() {
    let text = """
      It says:
      2026-03-02 10:00:00,123 ERROR Spooler stopped
      2026-03-02 10:00:01,001 WARN  Retrying
      java.lang.IllegalStateException: no toner
      \tat com.example.Printer.print(Printer.java:12)
      \tat com.example.Main.main(Main.java:3)
      What now?
      """
    #expect(
      zones(text) == [
        "log: 2026-03-02 10:00:00,123 ERROR Spooler stopped … 2026-03-02 10:00:01,001 WARN  Retrying",
        "log: \tat com.example.Printer.print(Printer.java:12) … \tat com.example.Main.main(Main.java:3)",
      ])
    #expect(zones("I tried at 10:00:00 and\n2026-03-02 10:05:00 again.").isEmpty)
  }

  // MARK: Requests

  @Test func aForwardedRequestIsTheRequest() {
    let text = """
      -----Original Message-----
      From: Joe Bell
      Sent: Monday, March 2, 2026 10:00 AM
      To: Service Desk
      Subject: Printer

      My printer jams.

      On 1 March 2026, Ana wrote:
      > Which one?
      """
    var zones: [Zone] = []
    var splitter = ZoneSplitter()
    let bytes = Array(text.utf8)
    splitter.splitRequest(bytes.span, into: &zones)
    #expect(zones.map(\.kind) == [.quote, .body, .quote])
    #expect(zones.map { String(decoding: bytes[$0.range.range], as: UTF8.self) }[1] == "My printer jams.\n\n")
    // As a reply it would be somebody else's text.
    #expect(self.zones(of: text).map(\.kind) == [.quote])
    // With something of the author's own before it, it is.
    zones = []
    let commented = Array(("See below.\n\n" + text).utf8)
    splitter.splitRequest(commented.span, into: &zones)
    #expect(zones.map(\.kind) == [.body, .quote])
  }

  @Test func aRequestIsNeverWithoutABody() {
    var random = SeededGenerator(seed: 12)
    let pieces = [
      "-----Original Message-----\n", "From: Ana\n", "To: Bo\n", "Subject: x\n", "\n", "> quoted\n",
      "On 2 Mar 2026, Ana wrote:\n", "text\n", "Sent: Monday\n",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int(random.next() % 10) + 1).map { _ in
        pieces[Int(random.next() % UInt64(pieces.count))]
      }.joined()
      var zones: [Zone] = []
      var splitter = ZoneSplitter()
      let bytes = Array(text.utf8)
      splitter.splitRequest(bytes.span, at: 7, into: &zones)
      if zones.isEmpty { continue }
      #expect(zones.first?.range.start == 7 && zones.last?.range.end == UInt32(7 + bytes.count), "\(text)")
      for (a, b) in zip(zones, zones.dropFirst()) {
        #expect(a.range.end == b.range.start && a.kind != b.kind, "\(text)")
      }
      #expect(zones.contains { $0.kind == .body || $0.kind == .autoReply }, "\(text)")
    }
  }

  // MARK: All together

  @Test func zonesCoverTheTextWithoutGaps() {
    var random = SeededGenerator(seed: 11)
    let pieces = [
      "Hello,\n", "\n", "> quoted\n", "On 2 Mar 2026, Ana wrote:\n", "-- \n", "Regards\n", "+49 30 1234567\n",
      "```\n",
      "From: Ana\nTo: Bo\nSubject: x\n", "\tat a.b(C.java:1)\n", "This e-mail is confidential", "\r\n", "é",
      ">", " ",
      "-----Original Message-----\n", "\u{a0}", "x", ":", "wrote:", "To: a\n", "10:00 AM\n",
    ]
    for _ in 0..<5000 {
      let text = (0..<Int(random.next() % 14)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
        .joined()
      let found = zones(of: text)
      if found.isEmpty { continue }
      #expect(found.first?.range.start == 0 && found.last?.range.end == UInt32(text.utf8.count))
      for (a, b) in zip(found, found.dropFirst()) {
        #expect(a.range.end == b.range.start && a.kind != b.kind)
      }
      #expect(found.contains { $0.kind != .body })
    }
  }

  @Test func offsetsAreThoseOfTheBatch() {
    var zones: [Zone] = []
    var splitter = ZoneSplitter()
    let bytes = Array("a\n> b".utf8)
    splitter.split(bytes.span, at: 100, into: &zones)
    #expect(zones.map(\.range) == [ByteRange(100..<102), ByteRange(102..<105)])
  }
}
