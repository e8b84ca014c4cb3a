import Rules
import Testing

@Suite struct NearDuplicatesTests {
  /// A generator that gives the same numbers every time (SplitMix64).
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  /// Counts equal fours one by one.
  private func equalBins(_ a: UInt64, _ b: UInt64) -> Int {
    var equal = 0
    for bin in 0..<16 {
      let shift = UInt64(4 * bin)
      if (a >> shift) & 15 == (b >> shift) & 15 { equal += 1 }
    }
    return equal
  }

  /// Sketches round some centres, with up to five fours changed.
  private func sketches(_ count: Int, seed: UInt64) -> [UInt64] {
    var numbers = Numbers(state: seed)
    let centres = (0..<(count / 8 + 1)).map { _ in numbers.next() }
    return (0..<count).map { _ in
      var sketch = centres[Int.random(in: centres.indices, using: &numbers)]
      for _ in 0..<Int.random(in: 0...5, using: &numbers) {
        let place = UInt64(4 * Int.random(in: 0..<16, using: &numbers))
        sketch ^= UInt64.random(in: 0...15, using: &numbers) << place
      }
      return Int.random(in: 0..<20, using: &numbers) == 0 ? 0 : sketch
    }
  }

  @Test func equalFoursAreCounted() {
    let all = sketches(200, seed: 7)
    for (a, b) in zip(all, all.dropFirst()) { #expect(TextSketch.equalBins(a, b) == equalBins(a, b)) }
  }

  @Test("groups are those of comparing every pair", arguments: 0..<8)
  func groupsAreThoseOfAllPairs(seed: Int) {
    let all = sketches(160, seed: UInt64(seed))
    // Connected parts by repeated relaxation: slow, and without sorting or quarters.
    var expected = all.indices.map { Int32($0) }
    var changed = true
    while changed {
      changed = false
      for a in all.indices where all[a] != 0 {
        for b in all.indices where all[b] != 0 && equalBins(all[a], all[b]) >= TextSketch.leastEqual {
          let least = min(expected[a], expected[b])
          if expected[a] != least || expected[b] != least {
            expected[a] = least
            expected[b] = least
            changed = true
          }
        }
      }
    }
    #expect(NearDuplicates.groups(of: all) == expected)
  }

  @Test func nothingIsNearToATextWithoutSketch() {
    #expect(NearDuplicates.groups(of: [0, 0, 5, 0, 5]) == [0, 1, 2, 3, 2])
    #expect(NearDuplicates.groups(of: []).isEmpty)
  }
}
