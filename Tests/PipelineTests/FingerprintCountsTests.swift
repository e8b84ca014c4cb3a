import Testing

@testable import Pipeline

@Suite struct FingerprintCountsTests {
  @Test func countsExactlyWhileThereIsRoom() {
    var counts = FingerprintCounts(most: 100)
    for round in 1...5 {
      for fingerprint in 1...100 { #expect(counts.count(UInt64(fingerprint)) == Int32(round)) }
    }
  }

  @Test func whatIsSeenOftenIsCountedAmongManySeenOnce() {
    var counts = FingerprintCounts(most: 100)
    var last: Int32 = 0
    for round in 1...10_000 {
      _ = counts.count(UInt64(1_000_000 + round))
      if round % 10 == 0 { last = counts.count(7) }
    }
    #expect(last == 1000)
  }

  @Test func whatWasSeenOnceLongAgoIsForgotten() {
    var counts = FingerprintCounts(most: 10)
    for fingerprint in 1...30 { _ = counts.count(UInt64(fingerprint)) }
    #expect(counts.count(1) == 1)
  }
}
