/// The word forms of one batch of texts: those of the lexicon, and the others as they come.
///
/// One worker's own. Ids of the lexicon last; the others are given anew in each batch, in the order in which
/// forms are first seen.
public struct Vocabulary: ~Copyable {
  /// The words with lasting ids.
  public let lexicon: Lexicon
  private var table = LexemeTable(minimumCapacity: 4096)
  private var stems: [LexemeID] = []
  private var syllables: [UInt8] = []
  private var stemmer = EnglishStemmer()
  private var scratch: [UInt8] = []
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
    stems.removeAll(keepingCapacity: true)
    syllables.removeAll(keepingCapacity: true)
  }

  /// The id of a form in lower case.
  public mutating func intern(_ form: String) -> LexemeID {
    Array(form.utf8).withPaddedKey { key, form in intern(key, form).id }
  }

  /// The slot of a form in lower case, made if it is new; sixteen bytes must be readable from `form` on.
  mutating func intern(_ key: LexemeKey, _ form: UnsafePointer<UInt8>) -> LexemeSlot {
    if let slot = lexicon.storage.table.slot(key, form) { return slot }
    return slotOfBatch(key, form) ?? insert(key, form)
  }

  /// The slot of a form that is not in the lexicon, if the batch has had it.
  @inline(__always)
  func slotOfBatch(_ key: LexemeKey, _ form: UnsafePointer<UInt8>) -> LexemeSlot? {
    guard var slot = table.slot(key, form) else { return nil }
    slot.id &+= LexemeID(truncatingIfNeeded: lexiconCount)
    return slot
  }

  private mutating func insert(_ key: LexemeKey, _ form: UnsafePointer<UInt8>) -> LexemeSlot {
    // Numbers, dates and addresses have neither syllables nor stems.
    let bytes = UnsafeBufferPointer(start: form, count: key.count)
    let isWord = bytes.allSatisfy { $0 &- 0x61 < 26 || $0 == .apostrophe || $0 >= 0x80 }
    let count = isWord ? Syllables.count(bytes) : 0
    let index = table.insert(key, form, syllables: count)
    let id = LexemeID(lexiconCount + index)
    stems.append(id)
    syllables.append(count)
    if isWord {
      // The scratch space is taken, not shared: a stem that is new comes back here.
      var stem = scratch
      scratch = []
      stem.removeAll(keepingCapacity: true)
      stem.append(contentsOf: bytes)
      if stemmer.stemWord(&stem) { stems[index] = stem.withPaddedKey { key, form in intern(key, form).id } }
      scratch = stem
    }
    return LexemeSlot(low: key.low, high: key.high, id: id, syllables: count)
  }

  /// The bytes of a form.
  public func form(of id: LexemeID) -> ArraySlice<UInt8> {
    Int(id) < lexiconCount ? lexicon.storage.table.form(Int(id)) : table.form(Int(id) - lexiconCount)
  }

  /// A form as text. - Complexity: O(n) and an allocation.
  public func string(of id: LexemeID) -> String { String(decoding: form(of: id), as: UTF8.self) }

  /// The Snowball stem of a form, as a form itself; that of "go" for "went". Equal for all inflections of a word.
  public func stem(of id: LexemeID) -> LexemeID {
    Int(id) < lexiconCount ? lexicon.storage.stems[Int(id)] : stems[Int(id) - lexiconCount]
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
    Int(id) < lexiconCount ? lexicon.storage.syllables[Int(id)] : syllables[Int(id) - lexiconCount]
  }

  /// The row of the form's vector, or `nil` if it has none.
  public func vectorRow(of id: LexemeID) -> Int? {
    Int(id) < lexicon.storage.vectorRows ? Int(id) : nil
  }
}
