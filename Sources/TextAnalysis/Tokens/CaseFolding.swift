import CICUShims

/// Writes words in lower case, the form under which they are interned.
enum CaseFolding {
  /// Replaces `folded` by the lower case of some bytes; the curved apostrophe becomes the straight one.
  ///
  /// Code point by code point (Unicode's simple mapping), so no context changes the form of a word. Malformed
  /// bytes are kept as they are.
  static func fold(
    _ bytes: UnsafePointer<UInt8>, count: Int, _ characters: CharacterClasses, into folded: inout PaddedBytes
  ) {
    // A code point's lower case may need one byte more than it (U+023A); three times is beyond any.
    folded.reserve(count * 3)
    let out = folded.destination
    var written = 0
    var i = 0
    while i < count {
      let byte = bytes[i]
      if byte < 0x80 {
        out[written] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        written += 1
        i += 1
        continue
      }
      let scalar = Scalar(bytes, at: i, end: count)
      if scalar.value == 0x202F {
        // The narrow no-break space belongs to the word before it by ICU's rules, not to its form.
      } else if scalar.isValid {
        written += encode(lower(scalar.value, characters), out + written)
      } else {
        out[written] = byte
        written += 1
      }
      i += scalar.length
    }
    folded.setCount(written)
  }

  private static func lower(_ value: UInt32, _ characters: CharacterClasses) -> UInt32 {
    if value == 0x2019 { return 0x27 }
    return value < CharacterClasses.limit ? UInt32(characters.lower[Int(value)]) : cicu_lowercase(value)
  }

  private static func encode(_ value: UInt32, _ out: UnsafeMutablePointer<UInt8>) -> Int {
    func trail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: value >> shift & 0x3F) }
    switch value {
    case 0..<0x80:
      out[0] = UInt8(truncatingIfNeeded: value)
      return 1
    case 0x80..<0x800:
      out[0] = 0xC0 | UInt8(truncatingIfNeeded: value >> 6)
      out[1] = trail(0)
      return 2
    case 0x800..<0x1_0000:
      out[0] = 0xE0 | UInt8(truncatingIfNeeded: value >> 12)
      out[1] = trail(6)
      out[2] = trail(0)
      return 3
    default:
      out[0] = 0xF0 | UInt8(truncatingIfNeeded: value >> 18)
      out[1] = trail(12)
      out[2] = trail(6)
      out[3] = trail(0)
      return 4
    }
  }
}

/// How a word is written.
enum WordShape {
  /// The flags that the bytes alone decide. Letters beyond ASCII count as small ones.
  static func flags(_ bytes: UnsafePointer<UInt8>, count: Int) -> TokenFlags {
    var flags: TokenFlags = []
    var capitals = 0
    var small = 0
    var firstIsCapital = false
    for i in 0..<count {
      let byte = bytes[i]
      if byte &- 0x41 < 26 {
        if capitals + small == 0 { firstIsCapital = true }
        capitals += 1
      } else if byte &- 0x61 < 26 {
        small += 1
      } else if byte &- 0x30 < 10 {
        flags.insert(.hasDigit)
      } else if byte >= 0x80 {
        flags.insert(.beyondASCII)
        // One letter for each lead byte; the curved apostrophe's does no harm.
        if byte >= 0xC0 { small += 1 }
      }
    }
    if capitals > 1 && small == 0 {
      flags.insert(.allCapitals)
    } else if capitals == 1 && firstIsCapital {
      flags.insert(.capitalised)
    } else if capitals > 0 {
      flags.insert(.mixedCase)
    }
    return flags
  }
}

/// Tells marks of punctuation from other marks.
enum MarkClass {
  /// The kind of a single character that is neither letter nor digit.
  static func kind(of value: UInt32) -> TokenKind {
    switch value {
    case 0x21, 0x22, 0x23, 0x25...0x2A, 0x2C...0x2F, 0x3A, 0x3B, 0x3F, 0x40, 0x5B...0x5D, 0x5F, 0x7B, 0x7D,
      0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF, 0x2010...0x2027, 0x2030...0x205E, 0x3001...0x3003,
      0x3008...0x3011, 0xFF01...0xFF0F, 0xFF1A, 0xFF1B, 0xFF1F:
      .punctuation
    default: CICUShims.cicu_is_emoji(value) && value > 0xFF ? .emoji : .symbol
    }
  }
}
