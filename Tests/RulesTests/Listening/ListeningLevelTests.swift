import Foundation
import TestSupport
import Testing
import Tickets

@testable import Rules

/// Covey's level of sixty replies, against the one that a reader gave them: twelve requests, each answered on each of the
/// five levels.
@Suite struct ListeningLevelTests {
  private struct Row: Decodable {
    var thread: [String]
    var level: Int
  }

  /// Agreement of the measure with the reader.
  @Test func levelsAreThoseAReaderWouldGive() throws {
    let text = try String(contentsOf: Fixtures.root.appending(path: "levels.jsonl"), encoding: .utf8)
    let rules = try RuleSet.builtIn()
    var thread = try Thread(rules.packs)
    var judge = Judge(rules)
    var found: [(found: Int, given: Int)] = []
    for line in text.split(separator: "\n") {
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      var written = ExampleThread(row.thread)
      thread.begin(&written.batch)
      thread.open(0)
      judge.judge(&thread)
      found.append((try #require(thread.messages.last).measures.listeningLevel, row.level))
      thread.end(&written.batch)
    }
    try #require(found.count >= 60)
    let exact = Double(found.count { $0.found == $0.given }) / Double(found.count)
    #expect(exact >= 0.8, "\(exact) exactly as given")
    #expect(Self.weightedKappa(found) >= 0.8, "kappa \(Self.weightedKappa(found))")
  }

  /// Cohen's kappa with squared weights (Cohen 1968): 1 for full agreement, 0 for that of chance.
  private static func weightedKappa(_ pairs: [(found: Int, given: Int)]) -> Double {
    func cost(_ a: Int, _ b: Int) -> Double { Double((a - b) * (a - b)) }
    let observed = pairs.reduce(0) { $0 + cost($1.found, $1.given) } / Double(pairs.count)
    var expected = 0.0
    for one in pairs { for other in pairs { expected += cost(one.found, other.given) } }
    return 1 - observed / (expected / Double(pairs.count * pairs.count))
  }
}
