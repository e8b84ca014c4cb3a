/// The standard lexicon as bytes: what takes long to work out (stems, syllables) is kept, what is quick to make again
/// (keys, the hash table) is not.
///
///     head      "RBLX", number of words, of those with vectors, of bytes of forms     4 × 4 bytes
///     ascii     the ids of the ASCII characters                                       128 × 4
///     lengths   of the forms                                                          1 a word
///     zipf, syllables                                                                 1 a word each
///     stems                                                                           4 a word
///     flags                                                                           8 a word
///     forms     back to back
///
/// Numbers are little-endian.
enum LexiconArchive {
  private static let mark: UInt32 = 0x584C_4252
  private static let asciiCount = 128
  private static let headBytes = 16

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
    words.ascii.forEach(append)
    for id in 0..<table.count { append(UInt8(clamping: table.form(id).count)) }
    words.zipf.forEach(append)
    for record in table.records { append(record.syllables) }
    table.stems.forEach(append)
    for flags in words.flags { append(flags.rawValue) }
    bytes.append(contentsOf: table.bytes)
    return bytes
  }

  /// Reads what `encode` wrote; `nil` if it is something else.
  ///
  /// - Complexity: O(words), about a millisecond.
  static func decode(_ bytes: UnsafeRawBufferPointer) -> LexiconBuilder? {
    guard bytes.count >= headBytes + 4 * asciiCount, number(bytes, 0) == mark else { return nil }
    let count = Int(number(bytes, 4))
    let vectorRows = Int(number(bytes, 8))
    let lengths = headBytes + 4 * asciiCount
    let zipf = lengths + count
    let syllables = zipf + count
    let stems = syllables + count
    let flags = stems + 4 * count
    let forms = flags + 8 * count
    guard bytes.count == forms + Int(number(bytes, 12)), vectorRows <= count, count <= LexemeTable.capacity
    else { return nil }
    var table = LexemeTable(minimumCapacity: LexiconBuilder.usualCount)
    table.reserve(
      forms: LexiconBuilder.usualCount, bytes: bytes.count - forms + 10 * LexiconBuilder.usualCount)
    var allFlags: [LexemeFlags] = []
    allFlags.reserveCapacity(LexiconBuilder.usualCount)
    var start = forms
    for id in 0..<count {
      let length = Int(bytes[lengths + id])
      let stem = number(bytes, stems + 4 * id)
      guard start + length <= bytes.count, stem < count else { return nil }
      let ofWord = LexemeFlags(
        rawValue: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: flags + 8 * id, as: UInt64.self)))
      allFlags.append(ofWord)
      append(
        UnsafeRawBufferPointer(rebasing: bytes[start...]), length,
        LexemeRecord(
          key: LexemeKey(low: 0, high: 0), id: LexemeID(id), syllables: bytes[syllables + id],
          traits: LexemeTraits(ofWord, form: bytes[start..<(start + length)])), stem: stem, to: &table)
      start += length
    }
    return LexiconBuilder(
      table: table, zipf: Array(bytes[zipf..<syllables]), flags: allFlags, vectorRows: vectorRows,
      ascii: (0..<asciiCount).map { number(bytes, headBytes + 4 * $0) })
  }

  /// Adds the word in the first `length` of some bytes.
  @inline(__always)
  private static func append(
    _ bytes: UnsafeRawBufferPointer, _ length: Int, _ record: LexemeRecord, stem: LexemeID,
    to table: inout LexemeTable
  ) {
    func append(_ form: UnsafePointer<UInt8>) {
      var record = record
      record.key = LexemeKey(form, count: length)
      _ = table.insert(form, count: length, record, stem: stem)
    }
    if bytes.count >= length + LexemeKey.longestShort, let form = bytes.baseAddress {
      append(form.assumingMemoryBound(to: UInt8.self))
    } else {
      // The last words: there are not sixteen bytes more to read.
      Array(bytes.prefix(length)).withPaddedKey { _, form, _ in append(form) }
    }
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
  }
}
