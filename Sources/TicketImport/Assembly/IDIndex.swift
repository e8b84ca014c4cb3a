/// Numbers ids 0, 1, 2 … in the order in which they are first met.
///
///     slots    [ – 2 – – 1 – 3 ]      open addressing; ordinal + 1, 0 where empty
///     hashes   [ h0 h1 h2 ]           by ordinal
///     arena    INC0001INC0007INC0003  the ids' bytes, for the check of equality; ends say where each ends
///
/// About 45 bytes an id of ten bytes, which are in a file once there are millions; see ``PagedArray``.
struct IDIndex: Sendable {
  private let folder: String
  private let limit: Int
  private var slots: PagedArray<UInt32>
  private var hashes: PagedArray<UInt64>
  private var ends: PagedArray<Int>
  private var arena: PagedArray<UInt8>
  /// How often each id was met, by ordinal.
  private(set) var occurrences: PagedArray<UInt32>

  /// An index without ids.
  ///
  /// - Parameters:
  ///   - folder: where temporary files may be.
  ///   - limit: bytes of each of its parts from which on it is in a file.
  init(in folder: String, limit: Int = 8 << 20) {
    self.folder = folder
    self.limit = limit
    slots = PagedArray(in: folder, limit: limit)
    hashes = PagedArray(in: folder, limit: limit)
    ends = PagedArray(in: folder, limit: limit)
    arena = PagedArray(in: folder, limit: limit)
    occurrences = PagedArray(in: folder, limit: limit)
  }

  /// Number of different ids.
  var count: Int { hashes.count }

  /// Lets the system take back the memory behind what is in files.
  func release() {
    slots.release()
    hashes.release()
    ends.release()
    arena.release()
    occurrences.release()
  }

  /// Whether some id was met more than once.
  private(set) var hasRepeats = false

  /// The id's ordinal; a new one if it was not met before. White space around the id does not count.
  mutating func insert(_ text: Span<UInt8>) throws(ImportError) -> Int {
    if hashes.count * 2 >= slots.count { try grow() }
    let id = text.extracting(text.trimmedRange)
    let hash = ContentHash.of(id)
    let slot = slot(of: id, hash: hash)
    if slots[slot] != 0 {
      let ordinal = Int(slots[slot]) - 1
      occurrences[ordinal] = occurrences[ordinal] &+ 1
      hasRepeats = true
      return ordinal
    }
    for i in id.indices { try arena.append(id[i]) }
    try ends.append(arena.count)
    try hashes.append(hash)
    try occurrences.append(1)
    slots[slot] = UInt32(hashes.count)
    return hashes.count - 1
  }

  /// The id's ordinal if it was met.
  func ordinal(of text: Span<UInt8>) -> Int? {
    if slots.count == 0 { return nil }
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

  private mutating func grow() throws(ImportError) {
    let size = max(1024, slots.count * 2)
    slots = try PagedArray(repeating: 0, count: size, in: folder, limit: limit)
    let mask = size - 1
    for ordinal in 0..<hashes.count {
      var slot = Int(truncatingIfNeeded: hashes[ordinal]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(ordinal + 1)
      if ordinal % 1024 == 0 { release() }
    }
  }

  /// Look-ups after which memory is given back. Each touches a page of up to five arrays, and the system brings those
  /// around it into memory as well, 64 KB in all: some 40 MB are in use by then.
  static let betweenReleases = 128
}
