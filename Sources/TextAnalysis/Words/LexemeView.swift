/// The commonest words of a lexicon once more, in a table small enough for the second-level cache.
///
/// Nine words of ten are found here. In the table of all words they lie scattered over three megabytes, and a look-up
/// there waits for memory longer than it works.
struct CommonLexemes: Sendable {
  /// Words are numbered by frequency: those below this number are in the table.
  static let count = 8192
  static let mask = 2 * count - 1

  let slots: [LexemeSlot]

  init(_ table: LexemeTable) {
    var slots = [LexemeSlot](repeating: LexemeSlot(), count: Self.mask + 1)
    // In order of frequency, so that of two words with one place the commoner is there.
    var common = [LexemeSlot](repeating: LexemeSlot(), count: Self.count)
    for slot in table.slots where slot.id < Self.count && slot.count <= 16 { common[Int(slot.id)] = slot }
    for slot in common where slot.id != LexemeSlot.empty {
      var place =
        Int(truncatingIfNeeded: LexemeKey(low: slot.low, high: slot.high, count: Int(slot.count)).hash)
        & Self.mask
      while slots[place].id != LexemeSlot.empty { place = (place + 1) & Self.mask }
      slots[place] = slot
    }
    self.slots = slots
  }
}

/// The words of a lexicon for the loop over tokens: plain pointers, no checks.
struct LexemeView {
  let common: UnsafePointer<LexemeSlot>
  let all: UnsafePointer<LexemeSlot>
  let mask: Int
  /// The ids of the ASCII characters.
  let ascii: UnsafePointer<LexemeID>
  /// The flags of the words, by id.
  let flags: UnsafePointer<LexemeFlags>
  /// A bit for each word, set if it may decide what kind of sentence it stands in. Small enough to stay in the
  /// first-level cache, which the flags are not.
  let telling: UnsafePointer<UInt64>
  /// Number of words: ids from here on are a batch's own.
  let count: Int

  /// The flags of any id: none for those of a batch.
  @inline(__always)
  func flags(of id: LexemeID) -> LexemeFlags { Int(id) < count ? flags[Int(id)] : [] }

  /// Whether a word may decide what kind of sentence it stands in.
  @inline(__always)
  func isTelling(_ id: LexemeID) -> Bool {
    Int(id) < count && telling[Int(id &>> 6)] &>> UInt64(id & 63) & 1 != 0
  }

  /// The slot of a form of up to sixteen bytes.
  @inline(__always)
  func slot(_ key: LexemeKey) -> UnsafePointer<LexemeSlot>? {
    let hash = key.hash
    return Self.find(key, hash, common, CommonLexemes.mask) ?? rareSlot(key, hash)
  }

  @inline(never)
  private func rareSlot(_ key: LexemeKey, _ hash: UInt64) -> UnsafePointer<LexemeSlot>? {
    Self.find(key, hash, all, mask)
  }

  @inline(__always)
  private static func find(
    _ key: LexemeKey, _ hash: UInt64, _ slots: UnsafePointer<LexemeSlot>, _ mask: Int
  ) -> UnsafePointer<LexemeSlot>? {
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots + place
      // No form holds a zero byte, so equal halves have equal lengths, up to sixteen bytes.
      if slot.pointee.low == key.low && slot.pointee.high == key.high && slot.pointee.count <= 16 {
        return slot
      }
      if slot.pointee.id == LexemeSlot.empty { return nil }
      place = (place &+ 1) & mask
    }
  }
}
