import TextAnalysis

/// Which points of a request hold a stem: a small hash table from stems to sets of points.
///
/// Points are bits of a word, numbered round a ring of 64: the table holds the last 64 points of a thread.
/// Open addressing with linear probing; emptied by going over the slots in use, so that a short ticket costs
/// little.
struct StemTable {
  /// Number of points it can tell apart.
  static let ring = 64

  private static let none = LexemeID.max
  private var stems: [LexemeID] = []
  private var points: [UInt64] = []
  private var used: [Int] = []
  private var mask = 0

  init() { resize(to: 512) }

  private mutating func resize(to count: Int) {
    stems = [LexemeID](repeating: Self.none, count: count)
    points = [UInt64](repeating: 0, count: count)
    used.removeAll(keepingCapacity: true)
    mask = count - 1
  }

  /// Forgets all stems. - Complexity: O(stems held).
  mutating func clear() {
    for slot in used {
      stems[slot] = Self.none
      points[slot] = 0
    }
    used.removeAll(keepingCapacity: true)
  }

  /// Says that a point holds a stem; whether it was news. - Complexity: O(1) amortised.
  mutating func insert(_ stem: LexemeID, point: Int) -> Bool {
    if used.count * 2 >= stems.count { grow() }
    let slot = place(of: stem)
    if stems[slot] == Self.none {
      stems[slot] = stem
      used.append(slot)
    }
    let bit = UInt64(1) << UInt64(point & (Self.ring - 1))
    if points[slot] & bit != 0 { return false }
    points[slot] |= bit
    return true
  }

  /// Forgets that a point holds a stem: its place on the ring is given to another. - Complexity: O(1).
  mutating func remove(_ stem: LexemeID, point: Int) {
    let slot = place(of: stem)
    points[slot] &= ~(UInt64(1) << UInt64(point & (Self.ring - 1)))
  }

  /// The points that hold a stem, as bits. - Complexity: O(1).
  func points(with stem: LexemeID) -> UInt64 {
    let slot = place(of: stem)
    return points[slot]
  }

  /// The slot of a stem, or the free one where it would be.
  private func place(of stem: LexemeID) -> Int {
    var slot = Int(truncatingIfNeeded: UInt64(stem) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while stems[slot] != stem && stems[slot] != Self.none { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let held = used.map { (stems[$0], points[$0]) }
    resize(to: stems.count * 2)
    for (stem, bits) in held {
      let slot = place(of: stem)
      stems[slot] = stem
      points[slot] = bits
      used.append(slot)
    }
  }
}
