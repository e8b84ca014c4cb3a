/// Numbers ids 0, 1, 2 … in the order in which they are first met.
///
///     slots    [ – 2 – – 1 – 3 ]      open addressing; ordinal + 1, 0 where empty
///     hashes   [ h0 h1 h2 ]           by ordinal
///     arena    INC0001INC0007INC0003  the ids' bytes, for the check of equality; ends say where each ends
///
/// About 40 bytes an id of ten bytes.
struct IDIndex: Sendable {
  private var slots: [UInt32]
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private var arena: [UInt8] = []
  /// How often each id was met, by ordinal.
  private(set) var occurrences: [UInt32] = []

  /// An index without ids.
  init() { slots = Array(repeating: 0, count: 1024) }

  /// Number of different ids.
  var count: Int { hashes.count }

  /// Whether some id was met more than once.
  private(set) var hasRepeats = false

  /// The id's ordinal; a new one if it was not met before. White space around the id does not count.
  mutating func insert(_ text: Span<UInt8>) -> Int {
    let id = text.extracting(text.trimmedRange)
    let hash = ContentHash.of(id)
    let slot = slot(of: id, hash: hash)
    if slots[slot] != 0 {
      let ordinal = Int(slots[slot]) - 1
      occurrences[ordinal] &+= 1
      hasRepeats = true
      return ordinal
    }
    for i in id.indices { arena.append(id[i]) }
    ends.append(arena.count)
    hashes.append(hash)
    occurrences.append(1)
    slots[slot] = UInt32(hashes.count)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  /// The id's ordinal if it was met.
  func ordinal(of text: Span<UInt8>) -> Int? {
    let id = text.extracting(text.trimmedRange)
    let found = slots[slot(of: id, hash: ContentHash.of(id))]
    return found == 0 ? nil : Int(found) - 1
  }

  /// The ordinal of the id in a record's field, if it was met.
  func ordinal(of record: Record, _ field: Int) -> Int? {
    ordinal(of: record.bytes.span.extracting(record.place(of: field)))
  }

  /// The slot that holds the id, or the empty one where it belongs.
  private func slot(of id: Span<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let ordinal = Int(slots[slot]) - 1
      if hashes[ordinal] == hash, holds(id, at: ordinal) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func holds(_ id: Span<UInt8>, at ordinal: Int) -> Bool {
    let start = ordinal == 0 ? 0 : ends[ordinal - 1]
    guard ends[ordinal] - start == id.count else { return false }
    for i in id.indices where arena[start + i] != id[i] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (ordinal, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(ordinal + 1)
    }
  }
}
