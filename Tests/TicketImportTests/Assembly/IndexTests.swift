import TestSupport
import Testing

@testable import TicketImport

@Suite struct IndexTests {
  @Test func idsAreNumberedAsTheyCome() {
    var index = IDIndex()
    func insert(_ id: String) -> Int { index.insert(Array(id.utf8).span) }
    #expect(insert("INC1") == 0)
    #expect(insert("INC2") == 1)
    #expect(insert(" INC1 ") == 0)
    #expect(index.count == 2)
    #expect(index.occurrences == [2, 1])
    #expect(index.hasRepeats)
    #expect(index.ordinal(of: Array("INC2".utf8).span) == 1)
    #expect(index.ordinal(of: Array("INC3".utf8).span) == nil)
    #expect(index.ordinal(of: [].span) == nil)
  }

  /// Against a dictionary, over enough ids to grow many times.
  @Test func idsAgreeWithADictionary() {
    var random = SeededGenerator(seed: 3)
    var index = IDIndex()
    var known: [String: Int] = [:]
    for _ in 0..<50_000 {
      let id = "T-\(random.next() % 20_000)"
      let expected = known[id] ?? known.count
      known[id] = expected
      #expect(index.insert(Array(id.utf8).span) == expected)
    }
    #expect(index.count == known.count)
  }

  @Test func stagedRowsComeByTicketInOrder() {
    var rows = StagedRows()
    for (offset, ticket) in [(10, 2), (20, 0), (30, 2), (50, 0)] as [(Int64, UInt32)] {
      rows.add(RowPlace(table: 1, offset: offset), ticket: ticket)
    }
    rows.add(RowPlace(table: 1, offset: 40), ticket: StagedRows.nobody)
    rows.sort(ticketCount: 3)
    #expect(rows[0].map(\.offset) == [20, 50])
    #expect(rows[1].map(\.offset) == [])
    #expect(rows[2].map(\.offset) == [10, 30])
    #expect(rows.orphans.map(\.offset) == [40])
    #expect(rows[3].map(\.offset) == [40])
    #expect(rows[4].isEmpty)
  }

  @Test func recordsComeBackFromTheArenaAsTheyWere() {
    var arena = RecordArena()
    var first = Record()
    first.bytes = Array("abc".utf8)
    first.ends = [1, 1, 3]
    (first.line, first.offset, first.length) = (7, 99, 12)
    var second = Record()
    second.line = 8
    let places = [arena.append(first), arena.append(second)]
    var back = Record()
    arena.read(at: places[1], into: &back)
    #expect(back.count == 0 && back.line == 8)
    arena.read(at: places[0], into: &back)
    #expect((0..<3).map(back.string) == ["a", "", "bc"])
    #expect(back.line == 7 && back.offset == 99 && back.length == 12)
  }

  @Test func hashesTellContentsApart() {
    func hash(_ parts: [String]) -> UInt64 {
      var hash = ContentHash()
      for part in parts { hash.combine(Array(part.utf8).span) }
      return hash.value
    }
    #expect(hash(["a", "bc"]) != hash(["ab", "c"]))
    #expect(hash([""]) != hash([]))
    #expect(hash(["longer than eight bytes"]) == hash(["longer than eight bytes"]))
    #expect(hash(["longer than eight bytes"]) != hash(["longer than eight Bytes"]))
    // The value itself must never change: message ids are made from it.
    #expect(hash(["message"]) == 0)
  }
}
