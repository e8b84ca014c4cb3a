import Foundation
import TestSupport
import Testing

@testable import TicketImport

@Suite struct PagedArrayTests {
  private static let folder = FileManager.default.temporaryDirectory.path

  /// Against an ordinary array, below and above the limit, with memory given back in between.
  @Test(arguments: [1 << 20, 4096, 8]) func agreesWithAnArray(limit: Int) throws {
    var random = SeededGenerator(seed: 11)
    var array = PagedArray<UInt64>(in: Self.folder, limit: limit)
    var expected: [UInt64] = []
    for _ in 0..<20_000 {
      switch random.next() % 8 {
      case 0 where !expected.isEmpty:
        let place = Int(random.next() % UInt64(expected.count))
        expected[place] = random.next()
        array[place] = expected[place]
      case 1: array.release()
      default:
        expected.append(random.next())
        try array.append(expected[expected.count - 1])
      }
    }
    #expect(array.count == expected.count)
    #expect(array.isInFile == (expected.count * 8 > limit))
    #expect((0..<array.count).map { array[$0] } == expected)
    array.removeAll()
    #expect(array.count == 0 && !array.isInFile)
  }

  @Test(arguments: [1 << 20, 8]) func beginsFilled(limit: Int) throws {
    let zeros = try PagedArray<UInt32>(repeating: 0, count: 5000, in: Self.folder, limit: limit)
    #expect((0..<5000).allSatisfy { zeros[$0] == 0 })
    let sevens = try PagedArray<UInt32>(repeating: 7, count: 5000, in: Self.folder, limit: limit)
    #expect((0..<5000).allSatisfy { sevens[$0] == 7 })
  }

  @Test func saysWhereAFileCantBe() throws {
    var array = PagedArray<UInt64>(in: "/nowhere/at/all", limit: 8)
    try array.append(1)
    #expect(throws: ImportError.self) { try array.append(2) }
  }
}
