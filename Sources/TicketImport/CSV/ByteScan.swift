internal import Glibc

/// Searches that the CSV parser spends its time in.
///
/// Sixteen bytes are compared at once. Only `==` is used and masks are folded by bit-cast, because other lane
/// comparisons and `any(_:)` are compiled byte by byte; the C library's `memchr` is used for a single byte,
/// since it picks the widest registers of the machine it runs on.
enum ByteScan {
  private typealias Block = SIMD16<UInt8>

  /// Number of bytes from `start` before the first that is `a`, `b` or `c`; `count` if there is none.
  ///
  /// - Precondition: `count` bytes may be read from `start`.
  @inline(__always)
  static func run(_ start: UnsafePointer<UInt8>, _ count: Int, until a: UInt8, _ b: UInt8, _ c: UInt8) -> Int
  {
    let raw = UnsafeRawPointer(start)
    let (aa, bb, cc) = (Block(repeating: a), Block(repeating: b), Block(repeating: c))
    var i = 0
    while i &+ 16 <= count {
      let block = raw.loadUnaligned(fromByteOffset: i, as: Block.self)
      let lanes = unsafeBitCast((block .== aa) .| (block .== bb) .| (block .== cc), to: SIMD2<UInt64>.self)
      if lanes[0] != 0 { return i &+ lanes[0].trailingZeroBitCount / 8 }
      if lanes[1] != 0 { return i &+ 8 &+ lanes[1].trailingZeroBitCount / 8 }
      i &+= 16
    }
    while i < count {
      let byte = start[i]
      if byte == a || byte == b || byte == c { return i }
      i &+= 1
    }
    return count
  }

  /// Number of bytes from `start` before the first that is `a`; `count` if there is none.
  ///
  /// - Precondition: `count` bytes may be read from `start`.
  @inline(__always)
  static func run(_ start: UnsafePointer<UInt8>, _ count: Int, until a: UInt8) -> Int {
    guard let found = memchr(start, Int32(a), count) else { return count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }

  /// Number of lines that end in the bytes: at LF, CR LF or CR.
  ///
  /// - Parameter afterCR: whether the byte before was a CR, already counted, so that an LF right here ends no
  ///   line of its own; set to whether the last byte is one.
  /// - Precondition: `count` bytes may be read from `start`.
  static func lineEnds(_ start: UnsafePointer<UInt8>, _ count: Int, afterCR: inout Bool) -> Int {
    guard count > 0 else { return 0 }
    let lf = UInt8(ascii: "\n")
    let cr = UInt8(ascii: "\r")
    var lines = afterCR && start[0] == lf ? -1 : 0
    let raw = UnsafeRawPointer(start)
    let (lfs, crs) = (Block(repeating: lf), Block(repeating: cr))
    var i = 0
    // A lane counts when its byte is LF, or is CR and the next is not LF. Lanes wrap after 255 rounds.
    while i &+ 17 <= count {
      var sums = Block()
      let stop = Swift.min(count &- 17, i &+ 16 &* 254)
      while i <= stop {
        let block = raw.loadUnaligned(fromByteOffset: i, as: Block.self)
        let next = raw.loadUnaligned(fromByteOffset: i &+ 1, as: Block.self)
        let ends = (block .== lfs) .| ((block .== crs) .& .!(next .== lfs))
        sums = sums &- unsafeBitCast(ends, to: Block.self)
        i &+= 16
      }
      let halves = unsafeBitCast(sums, to: SIMD2<UInt64>.self)
      lines &+= sumOfBytes(halves[0]) &+ sumOfBytes(halves[1])
    }
    while i < count {
      let byte = start[i]
      if byte == lf || (byte == cr && (i &+ 1 == count || start[i &+ 1] != lf)) { lines &+= 1 }
      i &+= 1
    }
    afterCR = start[count &- 1] == cr
    return lines
  }

  /// Sum of a word's eight bytes: pairs first, so that nothing overflows, then all four by a multiplication.
  @inline(__always)
  private static func sumOfBytes(_ word: UInt64) -> Int {
    let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ ((word &>> 8) & 0x00FF_00FF_00FF_00FF)
    return Int((pairs &* 0x0001_0001_0001_0001) &>> 48)
  }
}
