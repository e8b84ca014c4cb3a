import CICUShims

/// What the word and sentence rules need to know of a code point: its two classes and its lower case.
///
/// Filled from ICU when a lexicon is made, so that it says what the ICU at hand says. The rest is
/// left to ICU itself.
struct CharacterClasses: Sendable {
  /// The first code point that the tables do not hold: up to here lie the alphabets that need no dictionary, and punctuation.
  static let limit: UInt32 = 0x2800

  /// The emoji of the Supplementary Multilingual Plane, whose tables come after.
  static let emoji: Range<UInt32> = 0x1F000..<0x1FB00

  /// Word class in the low four bits, sentence class in the high four, by code point: those below ``limit``, then
  /// ``emoji``.
  private let classes: [UInt8]
  /// Lower case by code point.
  let lower: [UInt16]

  init() {
    let below = Int(Self.limit)
    classes = [UInt8](unsafeUninitializedCapacity: below + Self.emoji.count) { room, initialized in
      if let base = room.baseAddress {
        cicu_classify(0, Int32(below), base)
        cicu_classify(Self.emoji.lowerBound, Int32(Self.emoji.count), base + below)
      }
      initialized = below + Self.emoji.count
    }
    lower = (0..<Self.limit).map { UInt16(truncatingIfNeeded: cicu_lowercase($0)) }
  }

  /// What a code point is to the word rules.
  @inline(__always)
  func wordClass(_ value: UInt32) -> WordClass {
    if value < Self.limit { return WordClass(of: classes[Int(value)]) }
    return Self.emoji.contains(value) ? WordClass(of: classes[place(ofEmoji: value)]) : .doubtful
  }

  /// What a code point is to the sentence rules; meaningful for those that are not doubtful to the word rules.
  @inline(__always)
  func sentenceClass(_ value: UInt32) -> SentenceClass {
    if value < Self.limit { return SentenceClass(of: classes[Int(value)]) }
    return Self.emoji.contains(value) ? SentenceClass(of: classes[place(ofEmoji: value)]) : .other
  }

  private func place(ofEmoji value: UInt32) -> Int { Int(Self.limit) + Int(value - Self.emoji.lowerBound) }
}

/// What a code point is to ICU's root word rules. Raw values as in `cicu_word_class`.
enum WordClass: UInt8 {
  case doubtful = 0
  case other, letter, numeric, extendNumLet, midLetter, midNum, midNumLet, space, newline

  @inline(__always)
  init(of classes: UInt8) { self = WordClass(rawValue: classes & 15) ?? .doubtful }
}

/// What a code point is to the sentence rules. Raw values as in `cicu_sentence_class`.
enum SentenceClass: UInt8 {
  case other = 0
  case aTerm, sTerm, close, space, separator, lower, upper, otherLetter, numeric, continues

  @inline(__always)
  init(of classes: UInt8) { self = SentenceClass(rawValue: classes >> 4) ?? .other }
}

/// One code point read from UTF-8.
struct Scalar {
  /// Its value; U+FFFD for bytes that are not UTF-8.
  var value: UInt32
  /// Number of bytes it takes up.
  var length: Int
  /// Whether the bytes were well formed.
  var isValid: Bool

  /// Reads the code point at `bytes[at]`, not looking at or beyond `end`.
  ///
  /// A malformed byte counts as one code point of length 1; callers hand such text to ICU.
  init(_ bytes: UnsafePointer<UInt8>, at: Int, end: Int) {
    let first = bytes[at]
    if first < 0x80 {
      value = UInt32(first)
      length = 1
      isValid = true
      return
    }
    let need = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, at + need <= end else {
      value = 0xFFFD
      length = 1
      isValid = false
      return
    }
    var code = UInt32(first) & (0x7F >> UInt32(need))
    for k in 1..<need {
      let next = bytes[at + k]
      guard next & 0xC0 == 0x80 else {
        value = 0xFFFD
        length = 1
        isValid = false
        return
      }
      code = code << 6 | UInt32(next & 0x3F)
    }
    // Overlong forms, surrogates and what lies beyond U+10FFFF are no UTF-8.
    let least: UInt32 = need == 2 ? 0x80 : need == 3 ? 0x800 : 0x1_0000
    isValid = code >= least && code <= 0x10_FFFF && !(0xD800...0xDFFF).contains(code)
    value = isValid ? code : 0xFFFD
    length = isValid ? need : 1
  }
}
