import CLexicons

/// The words that have lasting ids: common English, IT words, and whatever words the rules name.
///
/// Immutable, and shared by all workers: copying it copies one reference. Ids count from zero in a fixed order
/// (the words with vectors by frequency, then ASCII marks, then the closed word classes, then the words
/// asked for), so the same words give the same ids on every machine.
public struct Lexicon: Sendable {
  let storage: Storage

  /// What a lexicon holds, each array by id.
  final class Storage: Sendable {
    let table: LexemeTable
    let common: CommonLexemes
    let zipf: [UInt8]
    let stems: [LexemeID]
    /// The greatest frequency of the words with this stem.
    let stemZipf: [UInt8]
    let flags: [LexemeFlags]
    let syllables: [UInt8]
    /// A bit for each word, set if ``SentenceGrammar`` asks for its flags wherever it stands.
    let telling: [UInt64]
    /// Number of words with a vector: their ids are the first.
    let vectorRows: Int
    /// The ids of the ASCII characters as tokens.
    let ascii: [LexemeID]
    let characters: CharacterClasses

    init(
      table: LexemeTable, zipf: [UInt8], stems: [LexemeID], flags: [LexemeFlags], syllables: [UInt8],
      vectorRows: Int, ascii: [LexemeID]
    ) {
      self.table = table
      common = CommonLexemes(table)
      self.zipf = zipf
      self.stems = stems
      var stemZipf = [UInt8](repeating: 0, count: zipf.count)
      for i in zipf.indices { stemZipf[Int(stems[i])] = max(stemZipf[Int(stems[i])], zipf[i]) }
      self.stemZipf = stemZipf
      self.flags = flags
      var telling = [UInt64](repeating: 0, count: flags.count / 64 + 1)
      for i in flags.indices where !flags[i].isDisjoint(with: SentenceGrammar.telling) {
        telling[i / 64] |= 1 << UInt64(i % 64)
      }
      self.telling = telling
      self.syllables = syllables
      self.vectorRows = vectorRows
      self.ascii = ascii
      characters = CharacterClasses()
    }

    /// Calls `body` with the words for reading in loops.
    func withView(_ body: (LexemeView) -> Void) {
      common.slots.withUnsafeBufferPointer { common in
        table.slots.withUnsafeBufferPointer { all in
          ascii.withUnsafeBufferPointer { ascii in
            flags.withUnsafeBufferPointer { flags in
              telling.withUnsafeBufferPointer { telling in
                guard let common = common.baseAddress, let all = all.baseAddress,
                  let ascii = ascii.baseAddress,
                  let flags = flags.baseAddress, let telling = telling.baseAddress
                else { return }
                body(
                  LexemeView(
                    common: common, all: all, mask: table.mask, ascii: ascii, flags: flags, telling: telling,
                    count: table.count))
              }
            }
          }
        }
      }
    }
  }

  /// The English lexicon of this build with more words, which get lasting ids too.
  ///
  /// Give all words that phrases or rules compare with, in lower case, before the first text is analysed.
  /// - Complexity: O(number of words), a few milliseconds.
  public init(adding words: some Sequence<String> = []) {
    var builder = LexiconBuilder()
    builder.addVectorWords()
    builder.addCharacters()
    builder.addWordClasses()
    for word in words { _ = builder.add(word) }
    storage = builder.finish()
  }

  /// Number of words: ids from here on are a batch's own.
  public var count: Int { storage.table.count }

  /// The id of a word in lower case, or `nil` if it has no lasting one.
  public func id(of word: String) -> LexemeID? {
    Array(word.utf8).withPaddedKey { key, form in
      storage.table.find(key, form).map { LexemeID($0) }
    }
  }

  /// The word of an id below ``count``.
  public func word(_ id: LexemeID) -> String {
    String(decoding: storage.table.form(Int(id)), as: UTF8.self)
  }

  /// The flags of an id below ``count``.
  public func flags(of id: LexemeID) -> LexemeFlags { storage.flags[Int(id)] }
}

/// Collects the words of a ``Lexicon``.
private struct LexiconBuilder {
  private var table = LexemeTable(minimumCapacity: 50_000)
  private var zipf: [UInt8] = []
  private var flags: [LexemeFlags] = []
  private var vectorRows = 0
  private var ascii: [LexemeID] = []

  mutating func add(_ word: String, flags more: LexemeFlags = []) -> LexemeID {
    Array(word.utf8).withPaddedKey { key, form in add(key, form, flags: more) }
  }

  mutating func add(_ key: LexemeKey, _ form: UnsafePointer<UInt8>, flags more: LexemeFlags = []) -> LexemeID
  {
    if let id = table.find(key, form) {
      flags[id].formUnion(more)
      return LexemeID(id)
    }
    zipf.append(0)
    flags.append(more)
    return LexemeID(table.insert(key, form))
  }

  mutating func addVectorWords() {
    let words = UnsafeBufferPointer(start: clexicons_words, count: clexicons_words_count)
    for word in words.split(separator: UInt8(ascii: "\n")) {
      _ = Array(word).withPaddedKey { key, form in add(key, form) }
    }
    vectorRows = table.count
    for i in 0..<min(vectorRows, clexicons_zipf_count) { zipf[i] = clexicons_zipf[i] }
  }

  mutating func addCharacters() {
    ascii = (0..<UInt8(128)).map { add(String(UnicodeScalar($0))) }
  }

  mutating func addWordClasses() {
    for (flag, words) in WordClasses.all {
      for word in words.split(whereSeparator: \.isWhitespace) { _ = add(String(word), flags: flag) }
    }
    for (form, base) in IrregularForms.baseForms {
      _ = add(form)
      _ = add(base)
    }
  }

  /// Adds the stem of every word (and the stems of those), so that stems have lasting ids too.
  mutating func finish() -> Lexicon.Storage {
    var stems: [LexemeID] = []
    var stemmer = EnglishStemmer()
    var form: [UInt8] = []
    var i = 0
    while i < table.count {
      form.removeAll(keepingCapacity: true)
      form.append(contentsOf: table.form(i))
      stems.append(LexemeID(i))
      if stemmer.stemWord(&form) {
        stems[i] = form.withPaddedKey { key, form in add(key, form) }
      }
      i += 1
    }
    for (irregular, base) in IrregularForms.baseForms {
      guard let from = find(irregular), let to = find(base) else { continue }
      stems[Int(from)] = stems[Int(to)]
    }
    for i in 0..<table.count where WordClasses.isAbstract(table.form(i)) { flags[i].insert(.abstract) }
    let syllables = countSyllables()
    table.annotate(syllables: syllables, flags: flags)
    return Lexicon.Storage(
      table: table, zipf: zipf, stems: stems, flags: flags, syllables: syllables,
      vectorRows: vectorRows, ascii: ascii)
  }

  /// The syllables of all words: by the model, but for those that are listed as exceptions to it.
  private func countSyllables() -> [UInt8] {
    var counts = (0..<table.count).map { table.form($0).withUnsafeBufferPointer(Syllables.count) }
    let lines = UnsafeBufferPointer(
      start: clexicons_syllable_exceptions, count: clexicons_syllable_exceptions_count)
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      guard let digit = line.last, let space = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
      let known = Array(line[..<space]).withPaddedKey { key, form in table.find(key, form) }
      if let known { counts[known] = digit &- 0x30 }
    }
    return counts
  }

  private func find(_ word: String) -> LexemeID? {
    Array(word.utf8).withPaddedKey { key, form in table.find(key, form).map { LexemeID($0) } }
  }
}

extension EnglishStemmer {
  /// Stems a form if it is a word of letters and apostrophes; says whether it changed.
  mutating func stemWord(_ form: inout [UInt8]) -> Bool {
    let count = form.count
    guard count > 2, form.allSatisfy({ (0x61...0x7A).contains($0) || $0 == .apostrophe }) else {
      return false
    }
    let last = form[count - 1]
    let beforeLast = form[count - 2]
    stem(&form)
    return form.count != count || form.last != last || form[form.count - 2] != beforeLast
  }
}

extension [UInt8] {
  /// Calls `body` with the key of these bytes and a pointer to them that may be read sixteen bytes on.
  func withPaddedKey<Result>(_ body: (LexemeKey, UnsafePointer<UInt8>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 16) { room in
      _ = room.initialize(from: self)
      for i in count..<(count + 16) { room.initializeElement(at: i, to: 0) }
      let form = UnsafePointer(room.baseAddress.unsafelyUnwrapped)
      return body(LexemeKey(form, count: count), form)
    }
  }
}
