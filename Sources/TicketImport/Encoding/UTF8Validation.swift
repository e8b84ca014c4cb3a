/// Checks that bytes are UTF-8.
enum UTF8Validation {
  /// Offset of the first byte that can't be part of well-formed UTF-8, where its sequence begins; `nil` if all
  /// is well.
  ///
  /// Well-formed is what table 3-7 of the Unicode standard lists: no overlong forms, no surrogates, nothing
  /// above U+10FFFF. ASCII is passed over 32 bytes at a time.
  ///
  /// - Complexity: O(n).
  static func firstInvalid(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    let p = base.assumingMemoryBound(to: UInt8.self)
    var i = 0
    while i < count {
      if p[i] < 0x80 {
        i &+= asciiRun(base + i, count &- i)
        continue
      }
      let length = sequence(p + i, count &- i)
      if length == 0 { return i }
      i &+= length
    }
    return nil
  }

  /// Whether a buffer holds no byte above 0x7F.
  static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    return asciiRun(base, bytes.count) == bytes.count
  }

  /// Number of ASCII bytes at the start, maybe a few short of all in the last block.
  @inline(__always)
  static func asciiRun(_ start: UnsafeRawPointer, _ count: Int) -> Int {
    var i = 0
    while i &+ 32 <= count {
      let block = start.loadUnaligned(fromByteOffset: i, as: SIMD4<UInt64>.self)
      let bits = (block[0] | block[1] | block[2] | block[3]) & 0x8080_8080_8080_8080
      if bits != 0 { break }
      i &+= 32
    }
    while i < count, start.load(fromByteOffset: i, as: UInt8.self) < 0x80 { i &+= 1 }
    return i
  }

  /// Number of bytes of the well-formed sequence at `p`, which begins with a byte above 0x7F; 0 if it is none.
  @inline(__always)
  static func sequence(_ p: UnsafePointer<UInt8>, _ left: Int) -> Int {
    let lead = p[0]
    guard left >= 2, lead >= 0xC2, lead <= 0xF4 else { return 0 }
    let second = p[1]
    if lead < 0xE0 { return isTrail(second) ? 2 : 0 }
    guard left >= 3, isTrail(p[2]) else { return 0 }
    if lead < 0xF0 {
      let lower: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let upper: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return second >= lower && second <= upper ? 3 : 0
    }
    guard left >= 4, isTrail(p[3]) else { return 0 }
    let lower: UInt8 = lead == 0xF0 ? 0x90 : 0x80
    let upper: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
    return second >= lower && second <= upper ? 4 : 0
  }

  @inline(__always)
  private static func isTrail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
