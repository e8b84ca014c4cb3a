import Foundation
import TestSupport
import Testing

@testable import TicketImport

@Suite struct IndexTests {
  private static let folder = FileManager.default.temporaryDirectory.path

  @Test func idsAreNumberedAsTheyCome() throws {
    var index = IDIndex(in: Self.folder)
    func insert(_ id: String) throws -> Int { try onBytes(of: id) { try index.insert($0) } }
    func find(_ id: String) -> Int? { onBytes(of: id) { index.ordinal(of: $0) } }
    #expect(try insert("INC1") == 0)
    #expect(try insert("INC2") == 1)
    #expect(try insert(" INC1 ") == 0)
    #expect(index.count == 2)
    #expect((0..<2).map { index.occurrences[$0] } == [2, 1])
    #expect(index.hasRepeats)
    #expect(find("INC2") == 1)
    #expect(find("INC3") == nil)
    #expect(find("") == nil)
  }

  /// Against a dictionary, over enough ids to grow many times, in memory and in files.
  @Test(arguments: [8 << 20, 1000, 1]) func idsAgreeWithADictionary(limit: Int) throws {
    var random = SeededGenerator(seed: 3)
    var index = IDIndex(in: Self.folder, limit: limit)
    var known: [String: Int] = [:]
    for _ in 0..<50_000 {
      let id = "T-\(random.next() % 20_000)"
      let expected = known[id] ?? known.count
      known[id] = expected
      let ordinal = try onBytes(of: id) { try index.insert($0) }
      #expect(ordinal == expected)
    }
    #expect(index.count == known.count)
    index.release()
    for (id, ordinal) in known { #expect(onBytes(of: id) { index.ordinal(of: $0) } == ordinal) }
  }

  @Test(arguments: [8 << 20, 1]) func stagedRowsComeByTicketInOrder(limit: Int) throws {
    var rows = StagedRows(in: Self.folder, limit: limit)
    for (offset, ticket) in [(10, 2), (20, 0), (30, 2), (50, 0)] as [(Int64, UInt32)] {
      try rows.add(RowPlace(table: 1, line: 0, offset: offset), ticket: ticket)
    }
    try rows.add(RowPlace(table: 1, line: 0, offset: 40), ticket: StagedRows.nobody)
    try rows.sort(ticketCount: 3)
    rows.release()
    func offsets(_ range: Range<Int>) -> [Int64] { range.map { rows.place($0).offset } }
    #expect(offsets(rows[0]) == [20, 50])
    #expect(offsets(rows[1]) == [])
    #expect(offsets(rows[2]) == [10, 30])
    #expect(offsets(rows.orphans) == [40])
    #expect(offsets(rows[3]) == [40])
    #expect(rows[4].isEmpty)
  }

  @Test func recordsComeBackFromTheArenaAsTheyWere() throws {
    var arena = RecordArena(folder: Self.folder)
    var first = Record()
    first.bytes = Array("abc".utf8)
    first.ends = [1, 1, 3]
    (first.line, first.offset, first.length) = (7, 99, 12)
    var second = Record()
    second.line = 8
    let places = [try arena.append(first), try arena.append(second)]
    var back = Record()
    try arena.read(at: places[1], into: &back)
    #expect(back.count == 0 && back.line == 8)
    try arena.read(at: places[0], into: &back)
    #expect((0..<3).map(back.string) == ["a", "", "bc"])
    #expect(back.line == 7 && back.offset == 99 && back.length == 12)
  }

  /// With a limit of a few bytes almost everything goes through the file, long records too.
  @Test func recordsComeBackFromTheArenasFile() throws {
    var random = SeededGenerator(seed: 5)
    var arena = RecordArena(folder: Self.folder, memoryLimit: 1000)
    var written: [(place: Int64, record: Record)] = []
    for line in 0..<500 {
      var record = Record()
      record.line = line
      for _ in 0..<Int(random.next() % 5) {
        let length = Int(random.next() % (line % 50 == 0 ? 9000 : 40))
        record.bytes.append(contentsOf: (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) })
        record.ends.append(UInt32(record.bytes.count))
      }
      written.append((try arena.append(record), record))
    }
    var back = Record()
    for (place, record) in written.reversed() {
      try arena.read(at: place, into: &back)
      #expect(back.bytes == record.bytes && back.ends == record.ends && back.line == record.line)
    }
  }

  @Test func hashesTellContentsApart() {
    func hash(_ parts: [String]) -> UInt64 {
      var hash = ContentHash()
      for part in parts { onBytes(of: part) { hash.combine($0) } }
      return hash.value
    }
    #expect(hash(["a", "bc"]) != hash(["ab", "c"]))
    #expect(hash([""]) != hash([]))
    #expect(hash(["longer than eight bytes"]) == hash(["longer than eight bytes"]))
    #expect(hash(["longer than eight bytes"]) != hash(["longer than eight Bytes"]))
    // The values must never change, since message ids are made from them; computed by a second implementation,
    // in Python's unbounded integers.
    #expect(hash(["message"]) == 0x4964ccdca81d01e1)
    #expect(hash(["longer than eight bytes"]) == 0xe9010662204209e)
  }
}
