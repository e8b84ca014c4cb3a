import CByteMasks

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
    let (first, second) = Self.mask(count)
    let raw = UnsafeRawPointer(form)
    low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) & first
    high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) & second
    self.count = count
  }

  /// The key of the same ASCII letters and apostrophes in lower case.
  @inline(__always)
  var loweredLetters: LexemeKey {
    // The bit that tells capitals from small letters is set in the apostrophe anyway.
    let small: UInt64 = 0x2020_2020_2020_2020
    let (first, second) = Self.mask(count)
    return LexemeKey(low: low | small & first, high: high | small & second, count: count)
  }

  /// The key of any `count` ASCII bytes, in lower case. Sixteen bytes must be readable there.
  @inline(__always)
  init(ascii form: UnsafePointer<UInt8>, count: Int) {
    self.init(form, count: count)
    low = Self.lower(low)
    high = Self.lower(high)
  }

  /// Eight ASCII bytes in lower case: a byte from `A` to `Z` has its bit 7 set in `capital`, no other has.
  @inline(__always)
  private static func lower(_ bytes: UInt64) -> UInt64 {
    let fromA = bytes &+ 0x3F3F_3F3F_3F3F_3F3F
    let aboveZ = bytes &+ 0x2525_2525_2525_2525
    let capital = fromA & ~aboveZ & 0x8080_8080_8080_8080
    return bytes | capital &>> 2
  }

  /// All bits of the first `count` bytes of two registers.
  @inline(__always)
  private static func mask(_ count: Int) -> (UInt64, UInt64) {
    let table = UnsafeRawPointer(cbm_first_bytes(count))
    return (
      UInt64(littleEndian: table.loadUnaligned(as: UInt64.self)),
      UInt64(littleEndian: table.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    )
  }

  /// Both halves multiplied to 128 bits and folded, as in Wang Yi's wyhash: every bit of the form reaches every bit.
  @inline(__always)
  var hash: UInt64 {
    let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: high ^ 0xC4CE_B9FE_1A85_EC53)
    return product.high ^ product.low
  }
}

/// One place of a hash table of word forms, with what the tokenizer asks of every word beside it.
struct LexemeSlot: Sendable {
  var low: UInt64 = 0
  var high: UInt64 = 0
  var id: LexemeID = LexemeSlot.empty
  var count: UInt16 = 0
  var syllables: UInt8 = 0
  var traits: LexemeTraits = []

  static let empty = LexemeID.max
}

/// The few flags of a word that decide about tokens.
struct LexemeTraits: OptionSet, Sendable {
  let rawValue: UInt8
  /// What follows may belong to the same token: `error` 1603, `chmod` -R.
  static let mayUnite = LexemeTraits(rawValue: 1)
  /// A name of an error if written in capitals: `ECONNREFUSED`.
  static let errorName = LexemeTraits(rawValue: 2)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ flags: LexemeFlags) {
    var traits: LexemeTraits = []
    if !flags.isDisjoint(with: [.errorPrefix, .shellCommand]) { traits.insert(.mayUnite) }
    if flags.contains(.errorName) { traits.insert(.errorName) }
    self = traits
  }
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
  private(set) var mask: Int

  init(minimumCapacity: Int) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: LexemeSlot(), count: size)
    mask = size - 1
  }

  var count: Int { ends.count }

  /// The bytes of a form.
  func form(_ index: Int) -> ArraySlice<UInt8> { bytes[start(index)..<Int(ends[index])] }

  private func formLength(_ index: Int) -> Int { Int(ends[index]) - start(index) }

  private func start(_ index: Int) -> Int { index == 0 ? 0 : Int(ends[index - 1]) }

  /// The number of a form, if it is here.
  ///
  /// - Precondition: `form` points at the bytes of `key`.
  @inline(__always)
  func find(_ key: LexemeKey, _ form: UnsafePointer<UInt8>) -> Int? { slot(key, form).map { Int($0.id) } }

  /// The slot of a form, if it is here.
  @inline(__always)
  func slot(_ key: LexemeKey, _ form: UnsafePointer<UInt8>) -> LexemeSlot? {
    slots.withUnsafeBufferPointer { slots in
      var place = Int(truncatingIfNeeded: key.hash) & mask
      while true {
        let slot = slots[place]
        if slot.id == LexemeSlot.empty { return nil }
        if slot.low == key.low && slot.high == key.high && slot.count == UInt16(truncatingIfNeeded: key.count)
        {
          if key.count <= 16 || tailMatches(Int(slot.id), form, key.count) { return slot }
        }
        place = (place &+ 1) & mask
      }
    }
  }

  private func tailMatches(_ index: Int, _ form: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let start = start(index)
    guard Int(ends[index]) - start == count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      // The first sixteen bytes were compared already.
      var i = 16
      while i < count {
        guard bytes[start &+ i] == form[i] else { return false }
        i &+= 1
      }
      return true
    }
  }

  /// Adds a form that is not here yet and returns its number.
  mutating func insert(
    _ key: LexemeKey, _ form: UnsafePointer<UInt8>, syllables: UInt8 = 0, traits: LexemeTraits = []
  ) -> Int {
    if (ends.count + 1) * 2 > slots.count { grow() }
    let id = ends.count
    bytes.append(contentsOf: UnsafeBufferPointer(start: form, count: key.count))
    ends.append(UInt32(bytes.count))
    place(
      LexemeSlot(
        low: key.low, high: key.high, id: LexemeID(id), count: UInt16(truncatingIfNeeded: key.count),
        syllables: syllables, traits: traits),
      key.hash)
    return id
  }

  /// Says of every form, by number, what the tokenizer asks.
  mutating func annotate(syllables: [UInt8], flags: [LexemeFlags]) {
    for i in slots.indices where slots[i].id != LexemeSlot.empty {
      slots[i].syllables = syllables[Int(slots[i].id)]
      slots[i].traits = LexemeTraits(flags[Int(slots[i].id)])
    }
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
      place(slot, LexemeKey(low: slot.low, high: slot.high, count: formLength(Int(slot.id))).hash)
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
