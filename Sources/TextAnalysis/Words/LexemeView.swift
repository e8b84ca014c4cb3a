/// The words of a lexicon for the loop over tokens: plain pointers, no checks.
struct LexemeView {
  let places: UnsafePointer<UInt32>
  /// Number of places less one.
  let mask: Int
  let records: UnsafePointer<LexemeRecord>
  /// The ids of the ASCII characters.
  let ascii: UnsafePointer<LexemeID>
  /// The second halves of the tokens of these characters, by byte.
  let marks: UnsafePointer<UInt64>
  /// The flags of the words, by id.
  let flags: UnsafePointer<LexemeFlags>
  /// The ids of the stems of the words, by id.
  let stems: UnsafePointer<LexemeID>
  /// The frequency of the commonest word with each stem, by id.
  let stemZipf: UnsafePointer<UInt8>
  /// Number of words: ids from here on are a batch's own.
  let count: Int

  /// The flags of any id: none for those of a batch.
  @inline(__always)
  func flags(of id: LexemeID) -> LexemeFlags { Int(id) < count ? flags[Int(id)] : [] }

  /// Whether a word may decide what kind of sentence it stands in.
  @inline(__always)
  func isTelling(_ id: LexemeID) -> Bool {
    Int(id) < count && records[Int(id)].traits.contains(.telling)
  }

  /// The id of a form of up to sixteen bytes.
  @inline(__always)
  func id(_ key: LexemeKey) -> Int? { LexemeTable.find(key, key.hash, places, mask, records) }
}
