import Foundation
import TestSupport
import Testing

/// `readback analyze --convokit`.
@Suite struct CorpusTests {
  @Test func everyMessageIsAnUtteranceOfANumberedSpeaker() throws {
    try withTemporaryFolder { folder in
      let corpus = folder.appending(path: "corpus")
      let result = try readback([
        "analyze", "Fixtures/desk/incidents.csv", "--until", "2026-01-20", "--quiet", "--convokit",
        corpus.path,
      ])
      #expect(result.status == 0, "\(result.errors)")
      func object(_ name: String) throws -> [String: Any] {
        let data = try Data(contentsOf: corpus.appending(path: name))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      }
      let conversations = try object("conversations.json")
      let speakers = try object("speakers.json")
      let lines = try String(contentsOf: corpus.appending(path: "utterances.jsonl"), encoding: .utf8)
      var ids: Set<String> = []
      var findings = 0
      for line in lines.split(separator: "\n") {
        let utterance = try #require(
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let id = try #require(utterance["id"] as? String)
        #expect(ids.insert(id).inserted)
        #expect(conversations[try #require(utterance["conversation_id"] as? String)] != nil)
        #expect(speakers[try #require(utterance["speaker"] as? String)] != nil)
        if let before = utterance["reply-to"] as? String { #expect(ids.contains(before)) }
        let meta = try #require(utterance["meta"] as? [String: Any])
        findings += try #require(meta["findings"] as? [Any]).count
      }
      #expect(!conversations.isEmpty && ids.count > conversations.count && findings > 0)
      #expect(speakers.keys.allSatisfy { $0.contains("-") && $0.last?.isNumber == true })
      _ = try object("index.json")
      _ = try object("corpus.json")
    }
  }
}
