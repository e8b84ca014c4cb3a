import Foundation
import TestSupport
import Testing
import Tickets

@testable import TicketImport

@Suite struct MailReaderTests {
  /// What Python's email package says of a message; see Fixtures/mail/expected.py.
  private struct Expected: Decodable {
    var id: String
    var subject: String
    var from: [String]
    var to: [String]
    var date: Int64?
    var references: [String]
    var subtype: String
    var content: String
    var attachments: [String]
  }

  @Test(arguments: ["desk.mbox", "crlf.eml", "gmail-takeout.mbox", "truncated-multipart.eml"])
  func asPythonReadsIt(name: String) throws {
    let oracle = try JSONDecoder().decode(
      [String: [Expected]].self, from: Data(try Fixtures.bytes("mail/expected.json")))
    let expected = try #require(oracle[name])
    let messages = try readMail(
      try Fixtures.bytes("mail/" + name), name.hasSuffix(".mbox") ? .mbox : .message)
    #expect(messages.count == expected.count)
    for (message, expected) in zip(messages, expected) {
      #expect(message.id == expected.id)
      #expect(message.subject == expected.subject)
      #expect([message.from?.name ?? "", message.from?.address ?? ""] == expected.from)
      #expect(message.to.map(\.address) == expected.to)
      #expect(message.date?.seconds == expected.date)
      #expect(message.references == expected.references)
      if !message.isAutomatic { #expect(message.attachments == expected.attachments) }
      // What Python doesn't undo: HTML, flowed lines, quoted separators.
      guard expected.subtype == "plain" else { continue }
      let text = message.body.replacing(" ", with: "").replacing("\n", with: "")
      let content = expected.content.replacing(">From", with: "From").replacing(" ", with: "")
      #expect(text == content.replacing("\n", with: ""))
    }
  }

  @Test func flowedLinesAreParagraphs() throws {
    let first = try #require(try readMail(try Fixtures.bytes("mail/desk.mbox"), .mbox).first)
    #expect(
      first.body == """
        Hallo,

        die VPN-Verbindung bricht jede Stunde ab und ich verliere meine Arbeit. Das ist seit heute so.

        -- 
        Ana

        """)
  }

  @Test func reportsAreAutomatic() throws {
    let messages = try readMail(try Fixtures.bytes("mail/desk.mbox"), .mbox)
    #expect(messages.map(\.isAutomatic) == [false, false, false, false, false, true])
    #expect(messages.last?.body == "The message could not be delivered.\n")
  }

  @Test func placesInTheFile() throws {
    let bytes = try Fixtures.bytes("mail/desk.mbox")
    for pieceSize in [1, 10, 333, .max] {
      let messages = try readMail(bytes, .mbox, pieceSize: pieceSize)
      var end: Int64 = 0
      for message in messages {
        #expect(message.offset == end)
        end += message.length
        #expect(bytes[Int(message.offset)...].starts(with: "From ".utf8))
        #expect(message.line == 1 + bytes[..<Int(message.offset)].count { $0 == UInt8(ascii: "\n") })
      }
      #expect(end == bytes.count)
      #expect(messages == (try readMail(bytes, .mbox)))
    }
  }

  @Test func separatorsNeedADateAndAHeader() throws {
    let messages = try readMail(try Fixtures.bytes("mail/gmail-takeout.mbox"), .mbox)
    #expect(messages.map(\.id) == ["e1@mail.example.org", "d2@example.net", "e2@mail.example.org"])
    #expect(
      messages[0].body == """
        Some keys are dead.
        From Monday on I work at home.

        From where I sit, it looks broken.

        """)
    #expect(messages[0].threadID == "1723853304940284153")
  }

  @Test func undeclaredBytesAreRead() throws {
    let message = try #require(
      try readMail(try Fixtures.bytes("mail/undeclared-windows1252.eml"), .message).first)
    #expect(message.from == Mailbox(name: "Zoë", address: "zoe@example.org"))
    #expect(message.subject == "café “login”")
    #expect(message.body == "Le café coûte 3 €.\n")
    #expect(message.date == nil)  // there is no 31st of April
  }

  @Test func withoutADateItsArrivalCounts() throws {
    let received = try readMessage(
      "Received: from a by b; Tue, 3 Mar 2026 10:00:00 +0100\nReceived: from c by a; Mon, 2 Mar 2026 10:00:00 +0100\n\nx"
    )
    #expect(received.date?.iso8601 == "2026-03-03T09:00:00Z")
    let separator = try readMail(Array("From a@b Tue Mar  3 10:00:00 2026\nSubject: x\n\ny\n".utf8), .mbox)
    #expect(separator.first?.date?.iso8601 == "2026-03-03T10:00:00Z")
  }

  @Test(arguments: [false, true]) func aMessageTooLongIsCut(isOneLine: Bool) throws {
    var pieces = 0
    let limit = 1 << 16
    let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: limit / 4) + (isOneLine ? [] : [10])
    var reader = MailReader(.mbox, limit: limit) {
      pieces += 1
      switch pieces {
      case 1: return Array("From a@b Tue Mar  3 10:00:00 2026\nSubject: long\n\n".utf8)[...]
      case 2...70: return chunk[...]
      case 71: return Array("\n\nFrom a@b Tue Mar  3 10:00:00 2026\nSubject: short\n\nok\n".utf8)[...]
      default: return []
      }
    }
    var message = MailMessage()
    #expect(try reader.read(into: &message))
    #expect(message.subject == "long")
    #expect(message.isCut)
    #expect(message.text.count <= limit)
    #expect(message.length > Int64(69 * limit / 4))
    #expect(try reader.read(into: &message))
    #expect(message.subject == "short")
    #expect(message.body == "ok\n")
    #expect(!message.isCut)
    #expect(try !reader.read(into: &message))
  }

  @Test func brokenMessagesGiveWhatTheyHave() throws {
    #expect(try readMail([], .mbox).isEmpty)
    #expect(try readMail(Array("\n\n".utf8), .message).isEmpty)
    #expect(try readMessage("no header at all").body == "no header at all")
    #expect(try readMessage("Subject: only\n").subject == "only")
    let noEnd = try readMessage("Content-Type: multipart/mixed; boundary=\"\"\n\nplain after all\n")
    #expect(noEnd.body == "plain after all\n")
    let nested = (0..<50).map { "--b\($0)\nContent-Type: multipart/mixed; boundary=b\($0 + 1)\n\n" }.joined()
    #expect(try readMessage("Content-Type: multipart/mixed; boundary=b0\n\n" + nested).text.isEmpty)
  }

  @Test func plainIsPreferredUnlessItSaysNothing() throws {
    func message(_ plain: String) throws -> String {
      try readMessage(
        """
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain

        \(plain)
        --b
        Content-Type: text/html

        <p>rich</p>
        --b--
        """
      ).body
    }
    #expect(try message("plain") == "plain")
    #expect(try message("  \n") == "rich")
  }

  @Test func recordsForTheMapping() throws {
    var left = try Fixtures.bytes("mail/gmail-takeout.mbox")[...]
    let reader = MailReader(.mbox, file: "f") {
      defer { left = [] }
      return left
    }
    var records = MailRecordReader(reader, threads: [0, 0, 1])
    var record = Record()
    var rows: [[String]] = []
    while try records.read(into: &record) { rows.append((0..<record.count).map { record.string($0) }) }
    #expect(rows.allSatisfy { $0.count == MailRecordReader.columns.count })
    #expect(
      rows[1] == [
        "d2@example.net", "0", "", "", "2026-02-06T18:00:00Z", "Desk", "desk@example.net", "eve@example.org",
        "Your new keyboard", "It is on its way.\n", "", "", "",
      ])
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func nothingBreaksIt(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = try Fixtures.bytes("mail/desk.mbox")
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(contentsOf: Array("=?;\"<>()\n\r\n--b".utf8).shuffled(using: &random), at: at)
      default: bytes.removeSubrange(at..<min(bytes.count, at + 40))
      }
    }
    for message in try readMail(bytes, .mbox, pieceSize: 100) {
      #expect(String(validating: message.text, as: UTF8.self) != nil)
    }
  }
}
