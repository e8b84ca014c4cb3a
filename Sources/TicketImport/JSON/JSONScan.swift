/// The search that reading and writing strings spend their time in.
enum JSONScan {
  /// Number of bytes from `start` that stand for themselves in a string: neither quotes, backslashes nor
  /// controls, and only ASCII if `asciiOnly`.
  ///
  /// Eight bytes are looked at as one number. Each term of `found` sets the high bit of a byte that ends the
  /// run, and maybe of bytes above it, since a subtraction borrows only where a byte was found; so the lowest is
  /// right.
  ///
  /// - Precondition: `count` bytes may be read from `start`.
  @inline(__always)
  static func plainRun(_ start: UnsafeRawPointer, _ count: Int, asciiOnly: Bool) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var i = 0
    while i &+ 8 <= count {
      let word = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
      var found = (quotes &- ones) & ~quotes
      found |= (backslashes &- ones) & ~backslashes
      found |= (word &- (ones &* 0x20)) & ~word
      if asciiOnly { found |= word }
      if found & highs != 0 { return i &+ (found & highs).trailingZeroBitCount / 8 }
      i &+= 8
    }
    while i < count {
      let byte = start.load(fromByteOffset: i, as: UInt8.self)
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
        || (asciiOnly && byte >= 0x80)
      {
        return i
      }
      i &+= 1
    }
    return i
  }
}
