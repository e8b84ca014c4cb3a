/// A 64-bit hash of bytes that is the same in every process and on every machine.
///
/// Eight bytes at a time are folded in by a full 64 × 64 → 128 bit multiplication whose halves are xored (the
/// "mum" step of Wang Yi's wyhash). For ids and contents, not against an adversary.
struct ContentHash {
  private var state: UInt64

  /// A hash that has seen nothing; different seeds give unrelated hashes.
  init(seed: UInt64 = 0) { state = seed ^ 0x9E37_79B9_7F4A_7C15 }

  /// The hash of what was combined so far.
  var value: UInt64 { Self.fold(state, 0xE703_7ED1_A0B4_28DB) }

  /// Adds a number.
  mutating func combine(_ number: UInt64) {
    state = Self.fold(state ^ number, 0xA076_1D64_78BD_642F) ^ number
  }

  /// Adds bytes and how many they are, so that ("a", "bc") and ("ab", "c") differ.
  mutating func combine(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { buffer in
      var i = 0
      while i + 8 <= buffer.count {
        combine(buffer.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian)
        i += 8
      }
      var rest: UInt64 = 0
      while i < buffer.count {
        rest = rest << 8 | UInt64(buffer[i])
        i += 1
      }
      combine(rest)
    }
    combine(UInt64(bytes.count))
  }

  /// The hash of one run of bytes.
  static func of(_ bytes: Span<UInt8>, seed: UInt64 = 0) -> UInt64 {
    var hash = ContentHash(seed: seed)
    hash.combine(bytes)
    return hash.value
  }

  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
