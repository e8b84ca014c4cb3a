/// How often fingerprints were seen, in bounded memory.
///
/// When there are too many, those seen least are forgotten, and count from one again (lossy counting: Manku & Motwani
/// 2002): what is seen often is counted, what was seen once long ago is not missed. The same fingerprints in the same
/// order give the same counts.
struct FingerprintCounts: Sendable {
  private var counts: [UInt64: Int32] = [:]
  private let most: Int

  /// Counts of up to `most` fingerprints; by default of as many as fit a dictionary of 2¹⁸ places, 3 MB.
  init(most: Int = 196_000) { self.most = most }

  /// Sees a fingerprint, and says how often it was seen. - Complexity: O(1) amortised.
  mutating func count(_ fingerprint: UInt64) -> Int32 {
    if counts[fingerprint] == nil, counts.count >= most { forget() }
    counts[fingerprint, default: 0] += 1
    return counts[fingerprint] ?? 0
  }

  /// Forgets those seen least, at least half of them.
  private mutating func forget() {
    var least: Int32 = 1
    while counts.count > most / 2 {
      counts = counts.filter { $0.value > least }
      least += 1
    }
  }
}
