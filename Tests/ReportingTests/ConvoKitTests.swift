import Foundation
import TestSupport
import Testing
import Tickets

@testable import Reporting

@Suite struct ConvoKitTests {
  private func corpus() -> [String: [UInt8]] {
    var writer = ConvoKitWriter()
    for number in 1...2 {
      var ticket = TicketRow(ticket: "INC\(number)")
      ticket.isReopened = number == 1 ? true : nil
      ticket.listeningLevel = number == 1 ? 2 : nil
      let start = Timestamp(year: 2026, month: 3, day: number)
      writer.append(
        ticket,
        [
          .init(
            id: "INC\(number)/1", conversation: "INC\(number)/1", speaker: "person-\(number)", replyTo: nil,
            at: start,
            text: "The scanner says “no”\nsince Monday.", role: .requester, visibility: .public,
            kind: .request),
          .init(
            id: "INC\(number)/2", conversation: "INC\(number)/1", speaker: "person-9",
            replyTo: "INC\(number)/1",
            at: nil, text: "Done.", role: .staff, visibility: .public, kind: .resolution, listeningLevel: 1,
            findings: [SampleReport.rules[4].examples[0].finding]),
        ])
    }
    var files = ["utterances.jsonl": writer.utterances]
    let rest = writer.end()
    files["conversations.json"] = writer.conversations + rest.conversations
    files["speakers.json"] = rest.speakers
    files["corpus.json"] = rest.corpus
    files["index.json"] = rest.index
    return files
  }

  @Test func looksAsAgreed() throws {
    for (name, bytes) in corpus().sorted(by: { $0.key < $1.key }) {
      try expectGolden(String(decoding: bytes, as: UTF8.self), "reporting/convokit/\(name)")
    }
    #expect(Set(corpus().keys) == Set(ConvoKitWriter.files))
  }

  @Test func everyFileIsJSON() throws {
    for (name, bytes) in corpus() {
      for line in bytes.split(separator: 10) {
        #expect(try JSONSerialization.jsonObject(with: Data(line)) is [String: Any], "\(name)")
      }
    }
  }

  /// What is handed over piece by piece is what would be written at once.
  @Test func takingPiecesChangesNothing() {
    var whole = ConvoKitWriter()
    var pieces = ConvoKitWriter()
    var utterances: [UInt8] = []
    var conversations: [UInt8] = []
    for number in 1...3 {
      let message = ConvoKitWriter.Utterance(
        id: "\(number)", conversation: "\(number)", speaker: "a", replyTo: nil, at: nil, text: "x",
        role: .staff,
        visibility: .public, kind: .reply)
      whole.append(TicketRow(ticket: "\(number)"), [message])
      pieces.append(TicketRow(ticket: "\(number)"), [message])
      pieces.takeUtterances(into: &utterances)
      pieces.takeConversations(into: &conversations)
    }
    #expect(utterances == whole.utterances)
    #expect(conversations == whole.conversations)
  }
}
