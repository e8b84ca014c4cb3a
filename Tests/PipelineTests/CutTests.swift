import Foundation
import TestSupport
import Testing
import TicketImport
import Tickets

@testable import Rules

/// A reopened ticket goes on collecting text, and none of it may be known to what is judged before.
@Suite struct CutTests {
  /// A mark, and what was looked at, as far as they can be compared.
  private struct Judged: Equatable {
    var marks: [[Int64]] = []
    var looks: [[Int64]] = []
    var levels: [Int] = []
  }

  /// What is said of the messages before `cut`.
  private func judged(
    _ index: Int, _ batch: TicketBatch, cut: Int, exempt: Int, _ judge: inout Judge,
    _ thread: inout Rules.Thread
  ) -> Judged {
    var batch = batch
    thread.begin(&batch)
    thread.open(index, cut: cut)
    judge.judge(&thread)
    defer { thread.end(&batch) }
    var judged = Judged()
    for mark in judge.judgement.marks where Int(mark.message) < cut && Int(mark.rule) != exempt {
      judged.marks.append([
        Int64(mark.rule), Int64(mark.message), Int64(mark.span.start), Int64(mark.span.count),
        Int64(mark.otherMessage),
      ])
    }
    for look in judge.judgement.looks where Int(look.message) < cut && Int(look.rule) != exempt {
      judged.looks.append([Int64(look.rule), Int64(look.message), look.fired ? 1 : 0])
    }
    judged.levels = thread.messages.prefix(thread.cut).map(\.measures.listeningLevel)
    return judged
  }

  @Test func nothingWrittenAfterTheCutIsKnownBeforeIt() throws {
    let rules = try RuleSet.builtIn(strictness: .strict)
    // Whether there are close notes is known of all tickets or of none: they are as last written.
    let exempt = try #require(rules.position(of: "complete.undocumented-close"))
    var judge = Judge(rules)
    var thread = try Rules.Thread(rules.packs)
    var importer = try Importer(paths: [
      Fixtures.root.appending(path: "desk/incidents.csv").path(percentEncoded: false)
    ])
    var compared = 0
    try importer.read(ticketsPerBatch: 60, onReject: { _ in }) { batch in
      for index in batch.tickets.indices {
        let messages = batch.tickets[index].messages
        // Any moment may be the cut of some ticket; the middle has most on both sides.
        let cut = messages.lowerBound + (messages.count + 1) / 2
        guard batch.tickets[index].resolvedAt != nil, cut < messages.upperBound else { continue }
        var shorter = batch
        shorter.tickets[index].messages = messages.lowerBound..<cut
        let whole = judged(index, batch, cut: cut, exempt: exempt, &judge, &thread)
        let known = judged(index, shorter, cut: cut, exempt: exempt, &judge, &thread)
        #expect(whole == known, "ticket \(batch.string(batch.tickets[index].id))")
        compared += 1
      }
      return compared < 180
    }
    #expect(compared >= 180)
  }
}
