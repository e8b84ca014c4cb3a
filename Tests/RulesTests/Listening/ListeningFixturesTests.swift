import Foundation
import Rules
import TestSupport
import Testing
import Tickets

/// The labelled threads in `Fixtures/listening`: what each rule finds in them against what it should.
///
/// The accuracy bench prints the figures; here no rule may fall below what a default rule must hold.
@Suite struct ListeningFixturesTests {
  private struct Row: Decodable {
    var thread: [String]
    var labels: [String: Bool]
  }

  private struct Counts {
    var right = 0
    var wrong = 0
    var missed = 0
    var all = 0
    var precision: Double { Double(right) / Double(max(1, right + wrong)) }
    var recall: Double { Double(right) / Double(max(1, right + missed)) }
  }

  private static let canned = "listening.canned"

  /// Of five findings of a rule, four are right: here, where every word was written to be judged, a suggestion's too.
  private static let leastPrecision = 0.8
  private static let leastRecall = 0.4

  @Test func everyRuleIsRightOnTheLabelledThreads() throws {
    let folder = Fixtures.root.appending(path: "listening")
    let rules = try RuleSet.builtIn(strictness: .strict)
    var thread = try Thread(rules.packs)
    var judge = Judge(rules)
    var counts: [String: Counts] = [:]
    func count(_ rule: String, found: Bool, _ label: Bool) {
      counts[rule, default: Counts()].all += 1
      switch (found, label) {
      case (true, true): counts[rule, default: Counts()].right += 1
      case (true, false): counts[rule, default: Counts()].wrong += 1
      case (false, true): counts[rule, default: Counts()].missed += 1
      case (false, false): break
      }
    }
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      // A file is a desk: what waits for all tickets is decided by those of the file.
      var sketches: [UInt64] = []
      var waiting: [(label: Bool, mark: Bool)] = []
      for line in text.split(separator: "\n") {
        let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
        var written = ExampleThread(row.thread)
        thread.begin(&written.batch)
        thread.open(0)
        judge.judge(&thread)
        sketches.append(thread.messages.first { $0.reply == 0 }?.measures.sketch.bits ?? 0)
        waiting.append((row.labels[Self.canned] ?? false, !judge.judgement.pending.isEmpty))
        let found = Set(judge.judgement.marks.map { rules.abouts[Int($0.rule)].id.description })
        thread.end(&written.batch)
        for (rule, label) in row.labels where rule != Self.canned {
          count(rule, found: found.contains(rule), label)
        }
      }
      guard text.contains(Self.canned) else { continue }
      let groups = NearDuplicates.groups(of: sketches)
      for (place, one) in waiting.enumerated() {
        let isTemplate = groups.count { $0 == groups[place] } >= Canned.leastTickets
        count(Self.canned, found: one.mark && isTemplate && sketches[place] != 0, one.label)
      }
    }
    #expect(counts.count >= 15)
    for (rule, count) in counts.sorted(by: { $0.key < $1.key }) {
      #expect(count.all >= 60, "\(rule): \(count.all) threads")
      #expect(count.precision >= Self.leastPrecision, "\(rule): precision \(count.precision)")
      #expect(count.recall >= Self.leastRecall, "\(rule): recall \(count.recall)")
    }
  }
}
