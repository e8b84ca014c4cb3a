/// Collects the words of a ``Lexicon`` and works out what is known of each.
struct LexiconBuilder {
  private(set) var table: LexemeTable
  private(set) var zipf: [UInt8] = []
  private(set) var flags: [LexemeFlags] = []
  private(set) var vectorRows = 0
  private(set) var ascii: [LexemeID] = []
  private var stemmer = EnglishStemmer()

  /// Builds the standard lexicon from the lists it is made of.
  init(words: [UInt8], zipf: [UInt8], syllableExceptions: [UInt8]) {
    table = LexemeTable(minimumCapacity: Self.usualCount)
    for word in words.split(separator: UInt8(ascii: "\n")) { _ = add(Array(word)) }
    vectorRows = table.count
    for (id, frequency) in zip(0..<vectorRows, zipf) { self.zipf[id] = frequency }
    ascii = (0..<UInt8(128)).map { add([$0]) ?? 0 }
    for (flag, words) in WordClasses.all {
      for word in words.split(whereSeparator: \.isWhitespace) { _ = add(Array(word.utf8), flags: flag) }
    }
    for (form, base) in IrregularForms.baseForms {
      _ = add(Array(form.utf8))
      _ = add(Array(base.utf8))
    }
    complete(from: 0)
    for (irregular, base) in IrregularForms.baseForms {
      guard let from = find(Array(irregular.utf8)), let to = find(Array(base.utf8)) else { continue }
      table.stems[from] = table.stems[to]
    }
    for line in syllableExceptions.split(separator: UInt8(ascii: "\n")) {
      guard let digit = line.last, let space = line.firstIndex(of: UInt8(ascii: " ")),
        let word = find(Array(line[..<space]))
      else { continue }
      table.records[word].syllables = digit &- 0x30
    }
  }

  /// What ``LexiconArchive`` read.
  init(
    table: LexemeTable, zipf: [UInt8], flags: [LexemeFlags], vectorRows: Int, ascii: [LexemeID]
  ) {
    self.table = table
    self.zipf = zipf
    self.flags = flags
    self.vectorRows = vectorRows
    self.ascii = ascii
  }

  /// Room for so many words is made at once: those of the build, and the packs'.
  static let usualCount = 60_000

  /// Adds words, and their stems.
  mutating func add(_ words: some Sequence<String>) {
    let first = table.count
    for word in words {
      var word = word
      word.withUTF8 { bytes in
        guard bytes.count <= LexemeKey.longestShort else { return _ = add(Array(bytes)) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: LexemeKey.longestShort) { room in
          guard let form = room.baseAddress else { return }
          room.initialize(repeating: 0)
          if let from = bytes.baseAddress { form.update(from: from, count: bytes.count) }
          _ = add(LexemeKey(short: form, count: bytes.count), form, count: bytes.count)
        }
      }
    }
    complete(from: first)
  }

  private mutating func add(_ form: [UInt8], flags more: LexemeFlags = []) -> LexemeID? {
    form.withPaddedKey { key, form, count in add(key, form, count: count, flags: more) }
  }

  private mutating func add(
    _ key: LexemeKey, _ form: UnsafePointer<UInt8>, count: Int, flags more: LexemeFlags = []
  ) -> LexemeID? {
    if let id = table.find(key, form, count: count) {
      flags[id].formUnion(more)
      return LexemeID(id)
    }
    let id = LexemeID(table.count)
    let record = LexemeRecord(key: key, id: id)
    guard table.insert(form, count: count, record, stem: id) != nil else { return nil }
    zipf.append(0)
    flags.append(more)
    return id
  }

  private func find(_ form: [UInt8]) -> Int? {
    form.withPaddedKey { key, form, count in table.find(key, form, count: count) }
  }

  /// Works out stems, syllables and traits of the words from `first` on, and of the stems that are words of their own.
  private mutating func complete(from first: Int) {
    var form: [UInt8] = []
    var i = first
    while i < table.count {
      form.removeAll(keepingCapacity: true)
      form.append(contentsOf: table.form(i))
      if stemmer.stemWord(&form), let stem = add(form) { table.stems[i] = stem }
      if WordClasses.isAbstract(table.form(i)) { flags[i].insert(.abstract) }
      table.records[i].syllables = table.form(i).withUnsafeBufferPointer(Syllables.count)
      table.records[i].traits = LexemeTraits(flags[i], form: table.form(i))
      i += 1
    }
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
  /// Calls `body` with the key of these bytes, a pointer to them that may be read sixteen bytes on, and their number.
  func withPaddedKey<Result>(_ body: (LexemeKey, UnsafePointer<UInt8>, Int) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 16) { room in
      _ = room.initialize(from: self)
      for i in count..<(count + 16) { room.initializeElement(at: i, to: 0) }
      let form = UnsafePointer(room.baseAddress.unsafelyUnwrapped)
      return body(LexemeKey(form, count: count), form, count)
    }
  }
}
