/// Remembers stems and syllables of words that the lexicon lacks.
///
/// A cache and nothing else: what it answers depends on the word alone, so a worker that has seen other texts before
/// says the same. It empties itself when it is full.
struct WordMemory {
  /// What is remembered of a word.
  struct Word {
    var syllables: UInt8
    /// Where its stem lies in `stems`; no bytes if it is its own stem.
    var stemStart: UInt32
    var stemCount: UInt32
  }

  private var table = LexemeTable(minimumCapacity: 4096)
  private var words: [Word] = []
  private var stems: [UInt8] = []
  private var stemmer = EnglishStemmer()
  private var scratch: [UInt8] = []

  /// So many words take up about three megabytes.
  private static let most = 1 << 15

  /// Forgets everything if there is no room for another batch.
  mutating func clearIfFull() {
    guard words.count >= Self.most else { return }
    table.clear()
    words.removeAll(keepingCapacity: true)
    stems.removeAll(keepingCapacity: true)
  }

  /// The syllables and the stem of a word in lower case, worked out if it is new.
  mutating func recall(_ key: LexemeKey, _ form: UnsafeBufferPointer<UInt8>) -> Word {
    guard let bytes = form.baseAddress else { return Word(syllables: 0, stemStart: 0, stemCount: 0) }
    if let known = table.find(key, bytes, count: form.count) { return words[known] }
    var word = Word(
      syllables: Syllables.count(form), stemStart: UInt32(truncatingIfNeeded: stems.count), stemCount: 0)
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: form)
    if stemmer.stemWord(&scratch) {
      word.stemCount = UInt32(truncatingIfNeeded: scratch.count)
      stems.append(contentsOf: scratch)
    }
    let record = LexemeRecord(key: key, id: 0)
    if table.insert(bytes, count: form.count, record, stem: 0) != nil { words.append(word) }
    return word
  }

  /// Writes a word's stem where sixteen bytes can be read from any byte on.
  func copyStem(_ word: Word, to stem: inout PaddedBytes) {
    stems.withUnsafeBufferPointer { stems in
      let range = Int(word.stemStart)..<Int(word.stemStart + word.stemCount)
      stem.load(UnsafeBufferPointer(rebasing: stems[range]))
    }
  }
}
