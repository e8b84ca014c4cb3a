import Outcomes
import TestSupport
import Testing
import Tickets

@Suite struct ObservationPackingTests {
  /// An observation with everything in it drawn by chance.
  static func random(_ generator: inout SeededGenerator) -> Observation {
    func flip() -> Bool { Bool.random(using: &generator) }
    func time() -> Timestamp? {
      flip() ? Timestamp(seconds: Int64.random(in: -1 << 40...1 << 40, using: &generator)) : nil
    }
    func seconds() -> Int64? { flip() ? Int64.random(in: .min ... .max, using: &generator) : nil }
    var row = Observation()
    row.exclusion = flip() ? Exclusion.allCases.randomElement(using: &generator) : nil
    row.source = ReopenSource.allCases.randomElement(using: &generator) ?? .none
    row.reopenReason = flip() ? .thanksOnly : .notUnderstood
    (row.isReopenedEver, row.sourcesDisagree, row.hasSeveralReopens, row.isAsExported) = (
      flip(), flip(), flip(), flip()
    )
    (row.cutAt, row.reopenedAt, row.openedAt) = (time(), time(), time())
    for rule in 0..<RuleBits.capacity where flip() {
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        row.note(rule: rule, fired: flip(), isFirm: flip())
      }
    }
    row.requestWords = Int32.random(in: 0 ... .max, using: &generator)
    row.staffMessages = Int32.random(in: 0...9, using: &generator)
    row.staffWords = Int32.random(in: 0...900, using: &generator)
    row.reassignments = flip() ? Int32.random(in: 0...9, using: &generator) : nil
    row.reassignmentsEver = flip() ? Int32.random(in: 0...9, using: &generator) : nil
    row.listeningLevel = UInt8.random(in: 0...5, using: &generator)
    row.sketch = generator.next()
    (row.isReassignedAfterReply, row.isUnsatisfied) = (flip() ? flip() : nil, flip() ? flip() : nil)
    (row.secondsFromReply, row.secondsToClosing, row.secondsFromCutToClosing) = (
      seconds(), seconds(), seconds()
    )
    return row
  }

  @Test func whatIsPackedComesBack() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let row = Self.random(&generator)
      let back = try #require(Observation(packed: row.packed))
      // Every property, by its description: none can be left out of the comparison.
      #expect("\(back)" == "\(row)")
    }
  }

  /// The first form had no reassignments of the whole life at its end.
  @Test func theFormBeforeIsReadStill() throws {
    var generator = SeededGenerator(seed: 10)
    for _ in 0..<50 {
      var row = Self.random(&generator)
      row.reassignmentsEver = nil
      let back = try #require(Observation(packed: [1] + row.packed.dropFirst().dropLast()))
      #expect("\(back)" == "\(row)")
    }
  }

  @Test func anythingElseIsRefused() {
    var generator = SeededGenerator(seed: 9)
    #expect(Observation(packed: []) == nil)
    for _ in 0..<200 {
      let bytes = Self.random(&generator).packed
      #expect(Observation(packed: Array(bytes.dropLast())) == nil)
      #expect(Observation(packed: bytes + [0]) == nil)
      #expect(Observation(packed: [3] + Array(bytes.dropFirst())) == nil)
      // Whatever the bytes, it returns.
      _ = Observation(packed: bytes.map { $0 ^ UInt8(truncatingIfNeeded: generator.next()) })
    }
  }
}
