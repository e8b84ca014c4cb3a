import CLexicons

/// The words that have lasting ids: common English, IT words, and whatever words the rules name.
///
/// Immutable, and shared by all workers: copying it copies one reference. Ids count from zero in a fixed order
/// (the words with vectors by frequency, then ASCII marks, then the closed word classes, then their stems, then the
/// words asked for), so the same words give the same ids on every machine.
public struct Lexicon: Sendable {
  let storage: Storage

  /// What a lexicon holds, each array by id.
  final class Storage: Sendable {
    let table: LexemeTable
    let zipf: [UInt8]
    /// The greatest frequency of the words with this stem.
    let stemZipf: [UInt8]
    let flags: [LexemeFlags]
    /// Number of words with a vector: their ids are the first.
    let vectorRows: Int
    /// The ids of the ASCII characters as tokens.
    let ascii: [LexemeID]
    /// The second halves of the tokens of these characters as marks, by byte; zero beyond ASCII.
    let marks: [UInt64]
    let characters: CharacterClasses

    init(_ words: consuming LexiconBuilder) {
      table = words.table
      zipf = words.zipf
      flags = words.flags
      vectorRows = words.vectorRows
      ascii = words.ascii
      marks = (0..<256).map { $0 < words.ascii.count ? TokenHalves.ofMark(words.ascii[$0]) : 0 }
      var stemZipf = [UInt8](repeating: 0, count: words.zipf.count)
      for (stem, zipf) in zip(words.table.stems, words.zipf) where zipf > stemZipf[Int(stem)] {
        stemZipf[Int(stem)] = zipf
      }
      self.stemZipf = stemZipf
      characters = CharacterClasses()
    }

    /// Calls `body` with the words for reading in loops.
    @inline(__always)
    func withView(_ body: (LexemeView) -> Void) {
      table.places.withUnsafeBufferPointer { places in
        table.records.withUnsafeBufferPointer { records in
          table.stems.withUnsafeBufferPointer { stems in
            withView(places, records, stems, body)
          }
        }
      }
    }

    @inline(__always)
    private func withView(
      _ places: UnsafeBufferPointer<UInt32>, _ records: UnsafeBufferPointer<LexemeRecord>,
      _ stems: UnsafeBufferPointer<LexemeID>, _ body: (LexemeView) -> Void
    ) {
      ascii.withUnsafeBufferPointer { ascii in
        flags.withUnsafeBufferPointer { flags in
          marks.withUnsafeBufferPointer { marks in
            stemZipf.withUnsafeBufferPointer { stemZipf in
              guard let place = places.baseAddress, let record = records.baseAddress,
                let ascii = ascii.baseAddress, let flag = flags.baseAddress, let mark = marks.baseAddress,
                let stem = stems.baseAddress, let frequency = stemZipf.baseAddress
              else { return }
              body(
                LexemeView(
                  places: place, mask: places.count - 1, records: record, ascii: ascii, marks: mark,
                  flags: flag, stems: stem, stemZipf: frequency, count: records.count))
            }
          }
        }
      }
    }
  }

  /// The English lexicon of this build with more words, which get lasting ids too.
  ///
  /// Give all words that phrases or rules compare with, in lower case, before the first text is analysed. There is room
  /// for a million words; those beyond it get no lasting id.
  /// - Complexity: O(number of words), about a millisecond.
  public init(adding words: some Sequence<String> = []) {
    let archive = UnsafeRawBufferPointer(start: clexicons_lexicon, count: clexicons_lexicon_count)
    guard var builder = LexiconArchive.decode(archive) else {
      preconditionFailure("the lexicon in the binary is broken: run compile-lexicon and build again")
    }
    builder.add(words)
    storage = Storage(builder)
  }

  /// The lexicon in the bytes that the binary carries, made from the lists in `Sources/CLexicons/data`.
  ///
  /// - Parameters:
  ///   - words: `words.txt`, one a line, most frequent first; each has a row in `vectors.i8`.
  ///   - zipf: `zipf10.u8`, ten times the Zipf frequency of each.
  ///   - syllableExceptions: `syllable-exceptions.txt`, lines of a word and its syllables.
  /// - Complexity: O(bytes), some tens of milliseconds.
  package static func compile(words: [UInt8], zipf: [UInt8], syllableExceptions: [UInt8]) -> [UInt8] {
    LexiconArchive.encode(
      LexiconBuilder(words: words, zipf: zipf, syllableExceptions: syllableExceptions))
  }

  /// Number of words: ids from here on are a batch's own.
  public var count: Int { storage.table.count }

  /// The id of a word in lower case, or `nil` if it has no lasting one.
  public func id(of word: String) -> LexemeID? {
    Array(word.utf8).withPaddedKey { key, form, count in
      storage.table.find(key, form, count: count).map { LexemeID($0) }
    }
  }

  /// The word of an id below ``count``.
  public func word(_ id: LexemeID) -> String {
    String(decoding: storage.table.form(Int(id)), as: UTF8.self)
  }

  /// The flags of an id below ``count``.
  public func flags(of id: LexemeID) -> LexemeFlags { storage.flags[Int(id)] }
}
