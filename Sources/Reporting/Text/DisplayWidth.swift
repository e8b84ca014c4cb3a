/// How many columns of a terminal text takes up: East Asian wide characters and emoji two, marks none.
package enum DisplayWidth {
  /// Columns of one character as a person sees it.
  ///
  /// - Complexity: O(scalars of the character).
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count > 1, scalars.contains("\u{FE0F}") { return 2 }  // shown as emoji
    if scalars.count > 1, isRegional(first) { return 2 }  // a flag
    return scalars.reduce(0) { max($0, of($1)) }
  }

  /// Columns of a text without control characters.
  ///
  /// - Complexity: O(n); ASCII is counted in bytes.
  package static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  private static func isRegional(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// Columns of one scalar: Unicode Standard Annex #11, with Mn, Me and Cf as zero (the soft hyphen shows).
  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return 0  // Hangul vowels and finals join their lead
    default: break
    }
    if scalar.properties.isEmojiPresentation, !isRegional(scalar) { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// Blocks whose East_Asian_Width is Wide or Fullwidth, beside emoji (EastAsianWidth.txt), with circled numbers
  /// and hexagrams as wide, as terminals draw them.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
