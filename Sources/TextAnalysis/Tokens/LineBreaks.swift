/// Finds what both the word and the sentence rules of UAX #29 break at on both sides, whatever stands around it:
/// LF, CR, CR LF, VT, FF, NEL, LS and PS. VT and FF end a word but no sentence, so they are no line breaks here.
enum LineBreaks {
  /// The place of the first line break from `at` on, or `end`.
  static func next(_ bytes: UnsafePointer<UInt8>, from at: Int, _ end: Int) -> Int {
    var i = at
    while i < end {
      switch bytes[i] {
      case 0x0A, 0x0D: return i
      case 0xC2 where bytes[i + 1] == 0x85 && i + 1 < end: return i
      case 0xE2 where bytes[i + 1] == 0x80 && bytes[i + 2] & 0xFE == 0xA8 && i + 2 < end: return i
      default: i += 1
      }
    }
    return end
  }

  /// The place after the line break at `at`.
  static func after(_ bytes: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Int {
    guard at < end else { return end }
    switch bytes[at] {
    case 0x0D where bytes[at + 1] == 0x0A && at + 1 < end: return at + 2
    case 0xC2: return at + 2
    case 0xE2: return at + 3
    default: return at + 1
    }
  }

  /// All lines of a text, their line breaks left out.
  static func lines(_ bytes: UnsafePointer<UInt8>, count: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var at = 0
    while at < count {
      let end = next(bytes, from: at, count)
      lines.append(at..<end)
      at = after(bytes, end, count)
    }
    return lines
  }
}
