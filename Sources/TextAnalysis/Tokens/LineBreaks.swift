/// What both the word and the sentence rules of UAX #29 break at on both sides, whatever stands around it: LF, CR,
/// CR LF, NEL, LS and PS. VT and FF end a word but no sentence, so they are no line breaks here.
enum LineBreaks {
  /// The place after the line break at `at`.
  @inline(__always)
  static func after(_ bytes: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Int {
    guard at < end else { return end }
    switch bytes[at] {
    case 0x0D where bytes[at + 1] == 0x0A && at + 1 < end: return at + 2
    case 0xC2: return at + 2  // U+0085
    case 0xE2: return at + 3  // U+2028, U+2029
    default: return at + 1
    }
  }
}
