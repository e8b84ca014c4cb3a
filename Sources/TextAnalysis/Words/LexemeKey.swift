import CByteMasks

/// A word form as the hash tables see it: two registers.
///
///     up to 16 bytes   the bytes, then zeros: no form holds a zero byte, so forms are equal if their keys are,
///                      and most look-ups never touch the forms themselves
///     longer           a hash of all bytes, and the length above a zero byte, which no short form has there
struct LexemeKey: Equatable {
  var low: UInt64
  var high: UInt64

  /// The longest form whose key is the form itself.
  static let longestShort = 16

  /// Whether another form may have the same key.
  @inline(__always)
  var isOfLongForm: Bool { high != 0 && high & 0xFF == 0 }

  /// The key of `count` bytes of lower case. Sixteen bytes must be readable there, whatever the count.
  @inline(__always)
  init(_ form: UnsafePointer<UInt8>, count: Int) {
    self.init(short: form, count: count)
    if count > Self.longestShort { self = Self.long(form, count: count) }
  }

  /// The key of up to sixteen bytes of lower case. Sixteen must be readable there.
  @inline(__always)
  init(short form: UnsafePointer<UInt8>, count: Int) {
    let (first, second) = Self.mask(count)
    let raw = UnsafeRawPointer(form)
    low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) & first
    high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) & second
  }

  @inline(__always)
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Sixteen bytes at a time, the last ones overlapping those before.
  @inline(never)
  private static func long(_ form: UnsafePointer<UInt8>, count: Int) -> LexemeKey {
    var hash = UInt64(truncatingIfNeeded: count)
    var at = 0
    while at < count {
      let piece = LexemeKey(short: form + min(at, count - longestShort), count: longestShort)
      hash = LexemeKey(low: piece.low ^ hash, high: piece.high).hash
      at += longestShort
    }
    return LexemeKey(low: hash, high: UInt64(truncatingIfNeeded: count) << 8)
  }

  /// The key of up to sixteen ASCII bytes, in lower case. Sixteen bytes must be readable there.
  @inline(__always)
  init(ascii form: UnsafePointer<UInt8>, count: Int) {
    self.init(short: form, count: count)
    low = Self.lower(low)
    high = Self.lower(high)
  }

  /// Eight ASCII bytes in lower case: a byte from `A` to `Z` has its bit 7 set in `capital`, no other has.
  @inline(__always)
  private static func lower(_ bytes: UInt64) -> UInt64 {
    let fromA = bytes &+ 0x3F3F_3F3F_3F3F_3F3F
    let aboveZ = bytes &+ 0x2525_2525_2525_2525
    let capital = fromA & ~aboveZ & 0x8080_8080_8080_8080
    return bytes | capital &>> 2
  }

  /// All bits of the first `count` bytes of two registers.
  @inline(__always)
  private static func mask(_ count: Int) -> (UInt64, UInt64) {
    let table = UnsafeRawPointer(cbm_first_bytes(count))
    return (
      UInt64(littleEndian: table.loadUnaligned(as: UInt64.self)),
      UInt64(littleEndian: table.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    )
  }

  /// Both halves multiplied to 128 bits and folded, as in Wang Yi's wyhash: every bit of the form reaches every bit.
  @inline(__always)
  var hash: UInt64 {
    let product = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: high ^ 0xC4CE_B9FE_1A85_EC53)
    return product.high ^ product.low
  }
}
