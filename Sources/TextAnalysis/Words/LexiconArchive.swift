/// The standard lexicon as bytes: all that takes long to work out or to put in its place (stems, syllables, traits, the
/// hash table) is kept as it is in memory, so that a run begins with copies of whole columns.
///
///     head      "RBLY", number of words, of those with vectors, of bytes of forms, of places     5 × 4 bytes
///     ascii     the ids of the ASCII characters                                       128 × 4
///     lengths   of the forms                                                          1 a word
///     zipf, syllables, traits                                                         1 a word each
///     stems                                                                           4 a word
///     flags                                                                           8 a word
///     places    of ``LexemeTable``                                                    4 each
///     forms     back to back, and zeros, so that keys can be read sixteen bytes on
///
/// Numbers are little-endian.
enum LexiconArchive {
  private static let mark: UInt32 = 0x594C_4252
  private static let asciiCount = 128
  private static let headBytes = 20

  static func encode(_ words: LexiconBuilder) -> [UInt8] {
    let table = words.table
    var bytes: [UInt8] = []
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(mark)
    append(UInt32(table.count))
    append(UInt32(words.vectorRows))
    append(UInt32(table.bytes.count))
    append(UInt32(table.places.count))
    words.ascii.forEach(append)
    for id in 0..<table.count { append(UInt8(clamping: table.form(id).count)) }
    words.zipf.forEach(append)
    for record in table.records { append(record.syllables) }
    for record in table.records { append(record.traits.rawValue) }
    table.stems.forEach(append)
    for flags in words.flags { append(flags.rawValue) }
    table.places.forEach(append)
    bytes.append(contentsOf: table.bytes)
    bytes.append(contentsOf: repeatElement(0, count: LexemeKey.longestShort))
    return bytes
  }

  /// Reads what `encode` wrote; `nil` if it is something else.
  ///
  /// - Complexity: O(words), some tenths of a millisecond: nearly all of it copies.
  static func decode(_ bytes: UnsafeRawBufferPointer) -> LexiconBuilder? {
    guard bytes.count >= headBytes + 4 * asciiCount, number(bytes, 0) == mark else { return nil }
    let count = Int(number(bytes, 4))
    let vectorRows = Int(number(bytes, 8))
    let placeCount = Int(number(bytes, 16))
    let ascii = headBytes
    let lengths = ascii + 4 * asciiCount
    let zipf = lengths + count
    let syllables = zipf + count
    let traits = syllables + count
    let stems = traits + count
    let flags = stems + 4 * count
    let places = flags + 8 * count
    let forms = places + 4 * placeCount
    let formBytes = Int(number(bytes, 12))
    guard bytes.count == forms + formBytes + LexemeKey.longestShort, vectorRows <= count else { return nil }
    let room = LexiconBuilder.usualCount
    guard
      let table = LexemeTable(
        lengths: UnsafeRawBufferPointer(rebasing: bytes[lengths..<zipf]),
        syllables: UnsafeRawBufferPointer(rebasing: bytes[syllables..<traits]),
        traits: UnsafeRawBufferPointer(rebasing: bytes[traits..<stems]),
        stems: column(bytes, stems, count, room: room),
        places: column(bytes, places, placeCount, room: placeCount),
        forms: UnsafeRawBufferPointer(rebasing: bytes[forms...]), formBytes: formBytes, room: room)
    else { return nil }
    return LexiconBuilder(
      table: table, zipf: column(bytes, zipf, count, room: room),
      flags: column(bytes, flags, count, room: room), vectorRows: vectorRows,
      ascii: column(bytes, ascii, asciiCount, room: asciiCount))
  }

  /// A copy of `count` values that lie at an offset, in an array with room for more.
  private static func column<Value: BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ count: Int, room: Int
  ) -> [Value] {
    [Value](unsafeUninitializedCapacity: max(count, room)) { values, initialized in
      let size = count * MemoryLayout<Value>.stride
      UnsafeMutableRawBufferPointer(values).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + size)]))
      initialized = count
    }
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
  }
}
