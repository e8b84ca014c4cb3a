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
    Array(form.utf8).withPaddedKey { key, form in intern(key, form) }
  }

  /// The id of a form in lower case; sixteen bytes must be readable from `form` on.
  @inline(__always)
  mutating func intern(_ key: LexemeKey, _ form: UnsafePointer<UInt8>) -> LexemeID {
    if let id = lexicon.storage.table.find(key, form) { return LexemeID(truncatingIfNeeded: id) }
    return internNew(key, form)
  }

  @inline(never)
  private mutating func internNew(_ key: LexemeKey, _ form: UnsafePointer<UInt8>) -> LexemeID {
    if let index = table.find(key, form) { return LexemeID(lexiconCount + index) }
    let index = table.insert(key, form)
    let id = LexemeID(lexiconCount + index)
    stems.append(id)
    syllables.append(Syllables.count(table.form(index)))
    // The scratch space is taken, not shared: a stem that is new comes back here.
    var stem = scratch
    scratch = []
    stem.removeAll(keepingCapacity: true)
    stem.append(contentsOf: UnsafeBufferPointer(start: form, count: key.count))
    if stemmer.stemWord(&stem) { stems[index] = stem.withPaddedKey { key, form in intern(key, form) } }
    scratch = stem
    return id
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
