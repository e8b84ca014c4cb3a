import Glibc
import TestSupport
import Testing

@testable import TemporaryFiles

@Suite struct PagedColumnTests {
  static let folder = "/tmp"

  /// The same deeds done to a column and to an array, drawn with a seed.
  @Test(arguments: 0..<20) func isAnArrayWhateverIsSpilled(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var column = PagedColumn<Int64>()
    var array: [Int64] = []
    var copies: [(column: PagedColumn<Int64>, array: [Int64])] = []
    for _ in 0..<300 {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0...2:
        let new = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
          Int64.random(in: .min ... .max, using: &generator)
        }
        column.append(contentsOf: new)
        array += new
      case 3: try column.spill(in: Self.folder)
      case 4: column.release()
      case 5 where !array.isEmpty:
        let place = Int.random(in: array.indices, using: &generator)
        column[place] = 7
        array[place] = 7
      case 6 where copies.count < 3: copies.append((column, array))
      case 7 where !copies.isEmpty:
        // A copy goes its own way, and may be what is gone on with.
        let place = Int.random(in: copies.indices, using: &generator)
        copies[place].column.append(Int64(place))
        copies[place].array.append(Int64(place))
        copies[place].column[0] = -1
        copies[place].array[0] = -1
        try copies[place].column.spill(in: Self.folder)
        swap(&column, &copies[place].column)
        swap(&array, &copies[place].array)
      default: break
      }
    }
    #expect(Array(column) == array)
    for copy in copies { #expect(Array(copy.column) == copy.array) }
  }

  @Test func keepsNothingInMemoryOnceSpilled() throws {
    var column = PagedColumn((0..<100_000).map { UInt8(truncatingIfNeeded: $0) })
    #expect(column.countInMemory == 100_000)
    try column.spill(in: Self.folder)
    #expect(column.countInMemory == 0)
    #expect(column.count == 100_000)
  }

  @Test func saysWhereAFileCantBeAndStaysAsItWas() throws {
    var column = PagedColumn([1, 2, 3])
    #expect(throws: TemporaryFileError.self) { try column.spill(in: "/nowhere/at/all") }
    #expect(Array(column) == [1, 2, 3])
  }
}
