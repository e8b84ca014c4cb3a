/// A word form as the hash tables see it: its first sixteen bytes in two registers, its length, and a hash.
///
/// Two forms of up to sixteen bytes are equal if and only if their keys are, so most look-ups never touch the
/// forms themselves.
struct LexemeKey {
  var low: UInt64
  var high: UInt64
  var count: Int

  /// The key of `count` bytes of lower case. Sixteen bytes must be readable there, whatever the count.
  @inline(__always)
  init(_ form: UnsafePointer<UInt8>, count: Int) {
    let raw = UnsafeRawPointer(form)
    low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) & Self.mask(count)
    high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) & Self.mask(count &- 8)
    self.count = count
  }

  /// All bits of the first `bytes` bytes.
  @inline(__always)
  static func mask(_ bytes: Int) -> UInt64 {
    bytes >= 8 ? ~0 : bytes <= 0 ? 0 : ~0 >> UInt64(truncatingIfNeeded: 64 &- 8 &* bytes)
  }

  /// Two rounds of multiply and xor-shift; long forms share their slot only with forms of the same beginning.
  @inline(__always)
  var hash: UInt64 {
    var h = (low ^ 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
    h ^= h &>> 32
    h = (h ^ high ^ UInt64(truncatingIfNeeded: count)) &* 0xC4CE_B9FE_1A85_EC53
    return h ^ (h &>> 29)
  }
}

/// One place of a hash table of word forms.
struct LexemeSlot: Sendable {
  var low: UInt64 = 0
  var high: UInt64 = 0
  var count: UInt32 = 0
  var id: LexemeID = LexemeSlot.empty

  static let empty = LexemeID.max
}

/// Word forms back to back, each findable by its bytes and by its number: the part that ``Lexicon`` and
/// ``Vocabulary`` share.
///
///     bytes   t h e o f a n d …
///     ends          3   5     8      form 1 is bytes[ends[0]..<ends[1]]
///     slots   open addressing, at most half full, the first sixteen bytes of a form in the slot
struct LexemeTable: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = []
  private(set) var slots: [LexemeSlot]
  private var mask: Int

  init(minimumCapacity: Int) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: LexemeSlot(), count: size)
    mask = size - 1
  }

  var count: Int { ends.count }

  /// The bytes of a form.
  func form(_ index: Int) -> ArraySlice<UInt8> { bytes[start(index)..<Int(ends[index])] }

  private func start(_ index: Int) -> Int { index == 0 ? 0 : Int(ends[index - 1]) }

  /// The number of a form, if it is here.
  ///
  /// - Precondition: `form` points at the bytes of `key`.
  @inline(__always)
  func find(_ key: LexemeKey, _ form: UnsafePointer<UInt8>) -> Int? {
    var place = Int(truncatingIfNeeded: key.hash) & mask
    return slots.withUnsafeBufferPointer { slots in
      while true {
        let slot = slots[place]
        if slot.id == LexemeSlot.empty { return nil }
        if slot.low == key.low && slot.high == key.high && Int(slot.count) == key.count {
          if key.count <= 16 || tailMatches(Int(slot.id), form, key.count) { return Int(slot.id) }
        }
        place = (place &+ 1) & mask
      }
    }
  }

  private func tailMatches(_ index: Int, _ form: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    bytes[start(index)..<Int(ends[index])].elementsEqual(UnsafeBufferPointer(start: form, count: count))
  }

  /// Adds a form that is not here yet and returns its number.
  mutating func insert(_ key: LexemeKey, _ form: UnsafePointer<UInt8>) -> Int {
    if (ends.count + 1) * 2 > slots.count { grow() }
    let id = ends.count
    bytes.append(contentsOf: UnsafeBufferPointer(start: form, count: key.count))
    ends.append(UInt32(bytes.count))
    place(LexemeSlot(low: key.low, high: key.high, count: UInt32(key.count), id: LexemeID(id)), key.hash)
    return id
  }

  private mutating func place(_ slot: LexemeSlot, _ hash: UInt64) {
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].id != LexemeSlot.empty { place = (place &+ 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: LexemeSlot(), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.id != LexemeSlot.empty {
      place(slot, LexemeKey(low: slot.low, high: slot.high, count: Int(slot.count)).hash)
    }
  }

  /// Forgets all forms and keeps the storage.
  mutating func clear() {
    // Emptying only the slots in use would need their places; a batch fills a good part of them anyway.
    if ends.isEmpty { return }
    for i in slots.indices { slots[i] = LexemeSlot() }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}

extension LexemeKey {
  init(low: UInt64, high: UInt64, count: Int) {
    self.low = low
    self.high = high
    self.count = count
  }
}
