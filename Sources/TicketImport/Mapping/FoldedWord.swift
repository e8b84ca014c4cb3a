/// A name as it is compared: letters and digits only, without case and without the accents of Western Europe.
///
/// `Opened at`, `opened_at`, `OPENED-AT` and `openedAt` are one word; so are `Priorität` and `PRIORITAT`.
struct FoldedWord: Hashable, Sendable {
  /// Hash of the folded bytes: what is compared in loops, where no string may be made.
  let hash: UInt64

  /// Folds UTF-8 bytes. - Complexity: O(n), without allocation.
  init(_ bytes: Span<UInt8>) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a, 64 bits
    Self.fold(bytes) { byte in hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    self.hash = hash
  }

  /// Folds a string.
  init(_ text: String) {
    var text = text
    self = text.withUTF8 { FoldedWord(Span(_unsafeElements: $0)) }
  }

  /// Gives the folded bytes one by one.
  @inline(__always)
  static func fold(_ bytes: Span<UInt8>, _ emit: (UInt8) -> Void) {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if byte.isASCIILetter || byte.isASCIIDigit {
        emit(byte.asciiLowercased)
      } else if byte == 0xC3, i < bytes.count {
        // U+00C0…U+00FF: Latin letters with accents.
        let letter = latin(bytes[i] | 0x20)
        i += 1
        emit(letter)
      } else if byte >= 0x80 {
        emit(byte)
      }
    }
  }

  /// The plain letter of the second UTF-8 byte of U+00E0…U+00FF.
  private static func latin(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0xA0...0xA6: UInt8(ascii: "a")
    case 0xA7: UInt8(ascii: "c")
    case 0xA8...0xAB: UInt8(ascii: "e")
    case 0xAC...0xAF: UInt8(ascii: "i")
    case 0xB1: UInt8(ascii: "n")
    case 0xB2...0xB6, 0xB8: UInt8(ascii: "o")
    case 0xB9...0xBC: UInt8(ascii: "u")
    case 0xBD, 0xBF: UInt8(ascii: "y")
    default: byte
    }
  }
}
