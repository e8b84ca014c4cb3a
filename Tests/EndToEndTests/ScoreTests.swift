import Foundation
import TestSupport
import Testing

/// One at a time: each test waits for a process of its own.
@Suite(.serialized) struct ScoreTests {
  static func lines(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func oneLineInOneLineOutInTheSameOrder() throws {
    let input = """
      {"id":"A","messages":[{"id":"1","role":"requester","text":"My VPN drops every ten minutes since the update."},{"id":"2","role":"staff","text":"The MTU was wrong. Works now?"}],"colour":{"a":[1,2]}}

      {"id":7,"messages":[{"text":"Done."}]}
      """
    let run = try readback(["score"], input: input)
    #expect(run.status == 0)
    let lines = try Self.lines(run.output)
    #expect(lines.map { $0["id"] as? String } == ["A", "7"])
    #expect(((lines[0]["meta"] as? [String: Any])?["colour"] as? [String: Any])?["a"] as? [Int] == [1, 2])
    let messages = try #require(lines[0]["messages"] as? [[String: Any]])
    #expect(messages.count == 2)
    let finding = try #require((messages[1]["findings"] as? [[String: Any]])?.first)
    #expect(finding["rule"] as? String == "jargon.acronym")
    #expect(finding["span"] as? [Int] == [4, 7])
    #expect(finding["text"] as? String == "MTU")
    #expect((messages[1]["measures"] as? [String: Any])?["questions"] as? Int == 1)
  }

  @Test(arguments: [
    ("{\"id\":\"a\"", 1), ("nonsense", 1), ("{\"messages\":[{\"text\":\"x\"}]}", 1), ("{\"id\":\"a\"}", 1),
    ("{\"id\":\"a\",\"messages\":[{\"text\":\"x\"}]} trailing", 1),
  ])
  func aLineThatCannotBeReadIsSaidAndPassedOver(_ line: String, _ number: Int) throws {
    let run = try readback(["score"], input: line + "\n{\"id\":\"b\",\"messages\":[{\"text\":\"x\"}]}\n")
    #expect(run.status == 3)
    let lines = try Self.lines(run.output)
    #expect(lines.count == 2)
    #expect(lines[0]["id"] is NSNull)
    #expect((lines[0]["error"] as? [String: Any])?["line"] as? Int == number)
    #expect(lines[1]["id"] as? String == "b")
  }

  @Test func masksUnlessToldOtherwise() throws {
    let line =
      #"{"id":"a","messages":[{"role":"staff","text":"Please ask ann@example.org as soon as possible, thanks."}]}"#
    #expect(!(try readback(["score"], input: line).output.contains("ann@example.org")))
  }
}
