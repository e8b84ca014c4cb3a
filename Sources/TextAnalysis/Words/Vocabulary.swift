/// The word forms of one batch of texts: those of the lexicon, and the others as they come.
///
/// One worker's own. Ids of the lexicon last; the others are given anew in each batch, in the order in which
/// forms are first seen. What is worked out for a form outlives its batch unseen, so that names and the like are
/// stemmed once and not batch after batch.
public struct Vocabulary: ~Copyable {
  /// The words with lasting ids.
  public let lexicon: Lexicon
  private var table = LexemeTable(minimumCapacity: 4096)
  private var memory = WordMemory()
  private var stem = PaddedBytes()
  private let lexiconCount: Int

  /// An empty vocabulary over a lexicon.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    lexiconCount = lexicon.count
  }

  /// Number of forms, the lexicon's included: ids are below it.
  public var count: Int { lexiconCount + table.count }

  /// Forgets all forms that are not in the lexicon.
  public mutating func beginBatch() {
    table.clear()
    memory.clearIfFull()
  }

  /// The id of a form in lower case.
  public mutating func intern(_ form: String) -> LexemeID {
    Array(form.utf8).withPaddedKey { key, form, count in intern(key, form, count: count).id }
  }

  /// What the tokenizer asks of a form.
  struct Interned {
    var id: LexemeID
    var syllables: UInt8
    var traits: LexemeTraits
  }

  /// A form in lower case, added if it is new; sixteen bytes must be readable from `form` on.
  mutating func intern(_ key: LexemeKey, _ form: UnsafePointer<UInt8>, count: Int) -> Interned {
    if let id = lexicon.storage.table.find(key, form, count: count) {
      let record = lexicon.storage.table.records[id]
      return Interned(id: LexemeID(id), syllables: record.syllables, traits: record.traits)
    }
    return internOfBatch(key, form, count: count)
  }

  /// A form that is not in the lexicon, added if it is new to the batch.
  @inline(__always)
  mutating func internOfBatch(_ key: LexemeKey, _ form: UnsafePointer<UInt8>, count: Int) -> Interned {
    if let known = formOfBatch(key, form, count: count) { return known }
    return insert(key, form, count: count)
  }

  /// A form that is not in the lexicon, if the batch has had it.
  @inline(__always)
  func formOfBatch(_ key: LexemeKey, _ form: UnsafePointer<UInt8>, count: Int) -> Interned? {
    guard let index = table.find(key, form, count: count) else { return nil }
    return Interned(
      id: LexemeID(truncatingIfNeeded: lexiconCount &+ index), syllables: table.records[index].syllables,
      traits: [])
  }

  // MARK: - Chunks seen before

  /// Notes that a chunk is one token, so that the next one like it need not be taken apart.
  ///
  /// Only chunks in lower case, as what a chunk with digits is may hang on its capitals.
  mutating func noteChunk(_ bytes: UnsafePointer<UInt8>, _ token: Token) {
    let index = Int(token.lexeme) - lexiconCount
    guard index >= 0, index < table.count, token.range.count <= LexemeKey.longestShort,
      table.records[index].key == LexemeKey(short: bytes, count: token.range.count)
    else { return }
    table.records[index].kind = token.kind
    table.records[index].flags = token.flags
    table.records[index].traits.insert(.isChunk)
  }

  /// What is known of a chunk that the batch has seen as one token, or whose letters it has seen as a word.
  @inline(__always)
  func seenChunk(_ key: LexemeKey) -> LexemeRecord? {
    guard let record = table.record(key) else { return nil }
    return record.traits.contains(.needsRules) && !record.traits.contains(.isChunk) ? nil : record
  }

  private mutating func insert(_ key: LexemeKey, _ form: UnsafePointer<UInt8>, count: Int) -> Interned {
    let id = LexemeID(truncatingIfNeeded: lexiconCount + table.count)
    // A batch has fewer forms than bytes, and far fewer than the table can hold; beyond that they share an id.
    guard
      let index = table.insert(form, count: count, LexemeRecord(key: key, id: id), stem: id)
    else { return Interned(id: id &- 1, syllables: 0, traits: []) }
    // Numbers, dates and addresses have neither syllables nor stems.
    let bytes = UnsafeBufferPointer(start: form, count: count)
    table.records[index].traits = LexemeTraits([], form: bytes)
    guard bytes.allSatisfy({ $0 &- 0x61 < 26 || $0 == .apostrophe || $0 >= 0x80 }) else {
      return Interned(id: id, syllables: 0, traits: [])
    }
    let word = memory.recall(key, bytes)
    table.records[index].syllables = word.syllables
    if word.stemCount > 0 {
      // `form` may lie in `stem`: it is not read any more. A stem that is new comes back here, with its own stem.
      memory.copyStem(word, to: &stem)
      let key = LexemeKey(stem.base, count: stem.count)
      table.stems[index] = intern(key, stem.base, count: stem.count).id
    }
    return Interned(id: id, syllables: word.syllables, traits: [])
  }

  /// The id of a form in lower case, if a text of the batch or the lexicon has it. - Complexity: O(bytes).
  public func id(of form: UnsafeRawBufferPointer) -> LexemeID? {
    guard form.count <= LexemeKey.longestShort else {
      return Array(form).withPaddedKey { key, form, count in
        lexicon.storage.table.find(key, form, count: count).map { LexemeID($0) }
          ?? table.find(key, form, count: count).map { LexemeID(lexiconCount + $0) }
      }
    }
    // Sixteen bytes must be readable where a key is loaded from.
    var low: UInt64 = 0
    var high: UInt64 = 0
    for (place, byte) in form.enumerated() {
      if place < 8 { low |= UInt64(byte) << (8 * place) } else { high |= UInt64(byte) << (8 * (place - 8)) }
    }
    let key = LexemeKey(low: low, high: high)
    return lexicon.storage.table.number(of: key).map { LexemeID($0) }
      ?? table.number(of: key).map { LexemeID(lexiconCount + $0) }
  }

  /// The bytes of a form.
  public func form(of id: LexemeID) -> ArraySlice<UInt8> {
    Int(id) < lexiconCount ? lexicon.storage.table.form(Int(id)) : table.form(Int(id) - lexiconCount)
  }

  /// A form as text. - Complexity: O(n) and an allocation.
  public func string(of id: LexemeID) -> String { String(decoding: form(of: id), as: UTF8.self) }

  /// The Snowball stem of a form, as a form itself; that of "go" for "went". Equal for all inflections of a word.
  public func stem(of id: LexemeID) -> LexemeID {
    Int(id) < lexiconCount
      ? lexicon.storage.table.stems[Int(id)] : table.stems[Int(id) - lexiconCount]
  }

  /// Ten times the Zipf frequency: "the" 76, a rare word 20 to 30, 0 if not known.
  public func zipf(of id: LexemeID) -> UInt8 {
    Int(id) < lexiconCount ? lexicon.storage.zipf[Int(id)] : 0
  }

  /// The Zipf frequency, as in ``zipf(of:)``, of the commonest word that has a form as its stem.
  public func stemZipf(of stem: LexemeID) -> UInt8 {
    Int(stem) < lexiconCount ? lexicon.storage.stemZipf[Int(stem)] : 0
  }

  /// Whether a form is a number or begins with one.
  func startsWithDigit(_ id: LexemeID) -> Bool { (form(of: id).first ?? 0) &- 0x30 < 10 }

  /// The word classes of a form.
  public func flags(of id: LexemeID) -> LexemeFlags {
    Int(id) < lexiconCount ? lexicon.storage.flags[Int(id)] : []
  }

  /// Number of syllables of a form, 0 if it has no letter.
  public func syllables(of id: LexemeID) -> UInt8 {
    Int(id) < lexiconCount
      ? lexicon.storage.table.records[Int(id)].syllables : table.records[Int(id) - lexiconCount].syllables
  }

  /// The row of the form's vector, or `nil` if it has none.
  public func vectorRow(of id: LexemeID) -> Int? {
    Int(id) < lexicon.storage.vectorRows ? Int(id) : nil
  }
}
