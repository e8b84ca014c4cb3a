/// What the tokenizer asks of every word form, in one place: three fit a cache line.
///
/// From `id` on it is laid out as the second half of a ``Token``, which the tokenizer copies as it is.
struct LexemeRecord: Sendable, BitwiseCopyable {
  var key: LexemeKey
  var id: LexemeID
  /// What a chunk of just these bytes is; of the lexicon's always a word, and how it is written still open.
  var kind = TokenKind.word
  var flags: TokenFlags = []
  var syllables: UInt8
  var traits: LexemeTraits

  init(key: LexemeKey, id: LexemeID, syllables: UInt8 = 0, traits: LexemeTraits = []) {
    self.key = key
    self.id = id
    self.syllables = syllables
    self.traits = traits
  }
}

/// The few things about a word that decide about tokens and sentences.
struct LexemeTraits: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt8
  /// ``SentenceGrammar`` asks for its flags wherever it stands. The lowest bit, for the sake of counting.
  static let telling = LexemeTraits(rawValue: 1)
  /// What follows may belong to the same token: `error` 1603, `chmod` -R.
  static let mayUnite = LexemeTraits(rawValue: 2)
  /// A name of an error if written in capitals: `ECONNREFUSED`.
  static let errorName = LexemeTraits(rawValue: 4)
  /// Not letters with single apostrophes between them, so that Unicode's rules may cut it.
  static let needsRules = LexemeTraits(rawValue: 8)

  /// A chunk of just these bytes was seen to be one token, as the record says.
  static let isChunk = LexemeTraits(rawValue: 32)
  /// Ends a letter: the comma after it matters.
  static let closesLetter = LexemeTraits(rawValue: 16)
  /// What the tokenizer takes note of.
  static let noted: LexemeTraits = [.mayUnite, .errorName]

  @inline(__always)
  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ flags: LexemeFlags, form: some Collection<UInt8>) {
    var traits: LexemeTraits = []
    if !flags.isDisjoint(with: SentenceGrammar.telling) { traits.insert(.telling) }
    if !flags.isDisjoint(with: [.errorPrefix, .shellCommand]) { traits.insert(.mayUnite) }
    if flags.contains(.errorName) { traits.insert(.errorName) }
    if flags.contains(.complimentaryClose) { traits.insert(.closesLetter) }
    var mayEnd = false
    for byte in form {
      let isLetter = byte &- 0x61 < 26
      if !isLetter, byte != .apostrophe || !mayEnd { traits.insert(.needsRules) }
      mayEnd = isLetter
    }
    if !mayEnd { traits.insert(.needsRules) }
    self = traits
  }
}

/// Word forms back to back, each findable by its bytes and by its number: the part that ``Lexicon`` and
/// ``Vocabulary`` share.
///
///     bytes     t h e o f a n d …
///     ends            3   5     8      form 1 is bytes[ends[0]..<ends[1]]
///     records   key, id, … of each form, by number: common words first, so that they lie together
///     stems     the id of the stem of each form
///     places    open addressing, at most half full: twelve bits of the hash and the number of a record
///
/// A place is four bytes, so that a look-up of one of fifty thousand words finds both its place and its record in
/// the second-level cache; the twelve bits spare nearly all looks at records of other words.
struct LexemeTable: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = []
  var records: [LexemeRecord] = []
  var stems: [LexemeID] = []
  private(set) var places: [UInt32]

  static let empty = UInt32.max
  /// Bits of a place that hold the number of a record.
  static let numberBits: UInt32 = 20
  /// More forms than this do not fit; `empty` is none of them.
  static let capacity = 1 << 20 - 1

  init(minimumCapacity: Int) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    places = Array(repeating: Self.empty, count: size)
  }

  /// A table as ``LexiconArchive`` keeps it; `nil` if the columns don't belong together.
  ///
  /// - Parameters:
  ///   - lengths: of each form, in bytes; those of `syllables`, `traits` and `stems` are of the same words.
  ///   - forms: back to back, `formBytes` in all; sixteen bytes more can be read.
  ///   - room: for how many words room is made.
  init?(
    lengths: UnsafeRawBufferPointer, syllables: UnsafeRawBufferPointer, traits: UnsafeRawBufferPointer,
    stems: [LexemeID], places: [UInt32], forms: UnsafeRawBufferPointer, formBytes: Int, room: Int
  ) {
    let count = lengths.count
    guard count <= Self.capacity, stems.allSatisfy({ $0 < count }), places.count.nonzeroBitCount == 1,
      count * 2 <= places.count, Self.areWhole(places, count),
      lengths.reduce(0, { $0 + Int($1) }) == formBytes, let form = forms.baseAddress
    else { return nil }
    let start = form.assumingMemoryBound(to: UInt8.self)
    self.stems = stems
    self.places = places
    bytes.reserveCapacity(formBytes + 10 * max(0, room - count))
    bytes.append(contentsOf: forms.prefix(formBytes))
    ends = [UInt32](unsafeUninitializedCapacity: max(count, room)) { ends, initialized in
      var end: UInt32 = 0
      for id in 0..<count {
        end += UInt32(lengths[id])
        ends.initializeElement(at: id, to: end)
      }
      initialized = count
    }
    records = [LexemeRecord](unsafeUninitializedCapacity: max(count, room)) { records, initialized in
      var at = 0
      for id in 0..<count {
        let length = Int(lengths[id])
        records.initializeElement(
          at: id,
          to: LexemeRecord(
            key: LexemeKey(start + at, count: length), id: LexemeID(id), syllables: syllables[id],
            traits: LexemeTraits(rawValue: traits[id])))
        at += length
      }
      initialized = count
    }
  }

  /// Whether places name each of `count` records once, as far as counting and adding up tells.
  private static func areWhole(_ places: [UInt32], _ count: Int) -> Bool {
    // No branch in the loop: it is one of the longest of a start.
    let mask: UInt32 = (1 &<< numberBits) &- 1
    var taken = 0
    var sum = 0
    var greatest: UInt32 = 0
    for place in places {
      let isTaken: UInt32 = place == empty ? 0 : 1
      let number = (place & mask) &* isTaken
      taken &+= Int(isTaken)
      sum &+= Int(number)
      greatest = max(greatest, number)
    }
    return taken == count && (count == 0 || greatest < count) && sum == count * (count - 1) / 2
  }

  var count: Int { records.count }

  /// The bytes of a form.
  func form(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  /// The number of a form, if it is here.
  ///
  /// - Precondition: `form` points at the `count` bytes of `key`.
  @inline(__always)
  func find(_ key: LexemeKey, _ form: UnsafePointer<UInt8>, count: Int) -> Int? {
    let found = places.withUnsafeBufferPointer { places in
      records.withUnsafeBufferPointer { records in
        Self.find(key, key.hash, places.baseAddress.unsafelyUnwrapped, places.count &- 1, records.baseAddress)
      }
    }
    if let found, key.isOfLongForm, !isForm(found, form, count: count) { return nil }
    return found
  }

  /// The number of a form of up to sixteen bytes, if it is here.
  @inline(__always)
  func number(of key: LexemeKey) -> Int? {
    places.withUnsafeBufferPointer { places in
      records.withUnsafeBufferPointer { records in
        guard let start = places.baseAddress else { return nil }
        return Self.find(key, key.hash, start, places.count &- 1, records.baseAddress)
      }
    }
  }

  /// The record of a form of up to sixteen bytes, if it is here.
  @inline(__always)
  func record(_ key: LexemeKey) -> LexemeRecord? { number(of: key).map { records[$0] } }

  /// The number of the record with a key. - Precondition: not all places are taken.
  @inline(__always)
  static func find(
    _ key: LexemeKey, _ hash: UInt64, _ places: UnsafePointer<UInt32>, _ mask: Int,
    _ records: UnsafePointer<LexemeRecord>?
  ) -> Int? {
    let tag = UInt32(truncatingIfNeeded: hash &>> 32) & ~((1 &<< numberBits) &- 1)
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = places[place]
      // The tag's bits cancel out if they are equal, and the number is left.
      let number = Int(truncatingIfNeeded: entry ^ tag)
      if number < capacity, let records, records[number].key == key { return number }
      if entry == empty { return nil }
      place = (place &+ 1) & mask
    }
  }

  private func isForm(_ index: Int, _ form: UnsafePointer<UInt8>, count: Int) -> Bool {
    self.form(index).elementsEqual(UnsafeBufferPointer(start: form, count: count))
  }

  /// Adds a form that is not here yet and returns its number, or `nil` if the table is full.
  mutating func insert(
    _ form: UnsafePointer<UInt8>, count: Int, _ record: LexemeRecord, stem: LexemeID
  ) -> Int? {
    guard records.count < Self.capacity else { return nil }
    if (records.count + 1) * 2 > places.count { grow() }
    bytes.append(contentsOf: UnsafeBufferPointer(start: form, count: count))
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    records.append(record)
    stems.append(stem)
    place(records.count - 1)
    return records.count - 1
  }

  private mutating func place(_ number: Int) {
    let hash = records[number].key.hash
    let tag = UInt32(truncatingIfNeeded: hash &>> 32) & ~((1 &<< Self.numberBits) &- 1)
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != Self.empty { place = (place + 1) & mask }
    places[place] = tag | UInt32(truncatingIfNeeded: number)
  }

  private mutating func grow() {
    places = Array(repeating: Self.empty, count: places.count * 2)
    for number in records.indices { place(number) }
  }

  /// Forgets all forms and keeps the storage.
  mutating func clear() {
    // Emptying only the places in use would need to find them; a batch fills a good part of them anyway.
    if records.isEmpty { return }
    for i in places.indices { places[i] = Self.empty }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
    stems.removeAll(keepingCapacity: true)
  }
}
