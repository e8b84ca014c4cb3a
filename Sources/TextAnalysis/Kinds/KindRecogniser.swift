/// Recognises what Unicode's word rules cut to pieces: addresses, paths, codes, dates, …
///
/// Works within a *chunk*, the text between two white spaces, and never looks outside it. A token that it finds
/// may still be refused by the caller if it would cut a word of ICU's. Each family of kinds has its file:
/// `+Network`, `+Files`, `+Codes`, `+Numbers`.
struct KindRecogniser {
  let bytes: UnsafePointer<UInt8>
  let start: Int
  let end: Int
  private let words: LexemeView
  /// Which bytes that matter occur in the chunk at all.
  let features: Features

  struct Features: OptionSet {
    let rawValue: UInt16
    static let digit = Features(rawValue: 1)
    static let at = Features(rawValue: 2)
    static let slash = Features(rawValue: 4)
    static let backslash = Features(rawValue: 8)
    static let colon = Features(rawValue: 16)
    static let dotWithin = Features(rawValue: 32)
    static let underscore = Features(rawValue: 64)
    static let bracket = Features(rawValue: 128)
    static let percentOrDollar = Features(rawValue: 256)
    static let face = Features(rawValue: 512)
    static let capitals = Features(rawValue: 1024)
  }

  struct Match {
    var end: Int
    var kind: TokenKind
  }

  init(bytes: UnsafePointer<UInt8>, chunk: Range<Int>, words: LexemeView) {
    self.bytes = bytes
    self.words = words
    start = chunk.lowerBound
    end = chunk.upperBound
    // First which bytes occur, without a branch; then what that means.
    var low: UInt64 = 0
    var high: UInt64 = 0
    var beyond: UInt8 = 0
    for i in start..<end {
      let byte = bytes[i]
      let bit = UInt64(1) &<< UInt64(byte & 63)
      low |= byte < 0x40 ? bit : 0
      high |= byte & 0xC0 == 0x40 ? bit : 0
      beyond |= byte
    }
    features = Self.features(ByteSet(low: low, high: high), bytes, chunk, beyond: beyond >= 0x80)
  }

  private static func features(
    _ present: ByteSet, _ bytes: UnsafePointer<UInt8>, _ chunk: Range<Int>, beyond: Bool
  ) -> Features {
    var features: Features = []
    if present.overlaps(.digits) { features.insert(.digit) }
    if present.overlaps(.capitals) { features.insert(.capitals) }
    if !beyond && !present.overlaps(.telling) { return features }
    if present.contains(UInt8(ascii: "@")) { features.insert(.at) }
    if present.contains(UInt8(ascii: "/")) { features.insert(.slash) }
    if present.contains(UInt8(ascii: "\\")) { features.insert(.backslash) }
    if present.contains(UInt8(ascii: "_")) { features.insert(.underscore) }
    if present.overlaps(.eyes) { features.insert([.colon, .face]) }
    if present.overlaps(.openings) { features.insert([.bracket, .face]) }
    if present.contains(UInt8(ascii: "%")) || present.contains(UInt8(ascii: "$")) {
      features.insert(.percentOrDollar)
    }
    let inner = chunk.dropFirst()
    if beyond, chunk.contains(where: { bytes[$0] == 0xC2 || bytes[$0] == 0xE2 }) {
      features.insert(.percentOrDollar)
    }
    if present.contains(UInt8(ascii: ".")),
      inner.dropLast().contains(where: { bytes[$0] == UInt8(ascii: ".") && isAlphanumeric(bytes[$0 + 1]) })
    {
      features.insert(.dotWithin)
    }
    if present.contains(UInt8(ascii: "(")),
      inner.contains(where: { bytes[$0] == UInt8(ascii: "(") && bytes[$0 + 1] == UInt8(ascii: ")") })
    {
      features.insert(.underscore)
    }
    return features
  }

  /// What starts at `at`, if it is something longer or more special than a word, a number or a mark.
  func recognise(at: Int) -> Match? {
    if features.subtracting(.capitals).isEmpty { return nil }
    let first = bytes[at]
    if Self.isAlphanumeric(first) { return recogniseWordLike(at) }
    switch first {
    case UInt8(ascii: "@"): return mention(at)
    case UInt8(ascii: "/"), UInt8(ascii: "~"), UInt8(ascii: "."), UInt8(ascii: "\\"): return rootedPath(at)
    case UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "["):
      return variablePath(at) ?? guid(at) ?? placeholder(at) ?? money(at) ?? emoticon(at)
    case UInt8(ascii: "#"): return hashNumber(at)
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="): return emoticon(at) ?? shortIPv6(at)
    case UInt8(ascii: "_"): return identifier(at)
    case 0xC2, 0xE2: return money(at)
    default: return nil
    }
  }

  private func recogniseWordLike(_ at: Int) -> Match? {
    if features.contains(.colon) || features.contains(.dotWithin) {
      if let url = url(at) { return url }
    }
    if features.contains(.at), let email = email(at) { return email }
    if features.contains(.backslash) || features.contains(.colon) || features.contains(.slash) {
      if let path = registryKey(at) ?? drivePath(at) ?? relativePath(at) { return path }
    }
    if features.contains(.underscore), features.contains(.capitals), let key = registryKey(at) { return key }
    if features.contains(.digit), let code = code(at) { return code }
    if features.contains(.dotWithin), let name = fileOrHostName(at) { return name }
    if features.contains(.colon), let address = address(at) { return address }
    return errorName(at) ?? identifier(at)
  }

  /// What holds a digit. The longer kinds are asked for only where they can be.
  private func code(_ at: Int) -> Match? {
    if end - at >= 36, let guid = guid(at) { return guid }
    if features.contains(.dotWithin) || features.contains(.colon) || end - at >= 17,
      let address = address(at)
    {
      return address
    }
    if Self.isDigit(bytes[at]) {
      if let number = dateOrTime(at) ?? version(at) ?? quantity(at) { return number }
    } else if Self.lower(bytes[at]) == UInt8(ascii: "v"), let version = version(at) {
      return version
    }
    return numberedCode(at)
  }

  // MARK: - Reading

  /// The first place from `at` on whose byte is not in `set`.
  @inline(__always)
  func skip(_ set: ByteSet, from at: Int) -> Int {
    var i = at
    while i < end, set.contains(bytes[i]) { i += 1 }
    return i
  }

  /// Whether the bytes from `at` on are `text`, which is in lower case, whatever the case here.
  func has(_ text: StaticString, at: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at + count <= end else { return false }
    let other = text.utf8Start
    for i in 0..<count where Self.lower(bytes[at + i]) != other[i] { return false }
    return true
  }

  /// Whether the bytes of `range` are one of `words`, whatever their case.
  func isOne(of words: [StaticString], _ range: Range<Int>) -> Bool {
    words.contains { $0.utf8CodeUnitCount == range.count && has($0, at: range.lowerBound) }
  }

  /// Whether the bytes of `range` are a word of a class, whatever their case.
  func isWord(_ flag: LexemeFlags, _ range: Range<Int>) -> Bool {
    guard (1...16).contains(range.count),
      let id = words.id(LexemeKey(ascii: bytes + range.lowerBound, count: range.count))
    else { return false }
    return words.flags[id].contains(flag)
  }

  /// Whether something ends at `at`: no letter, digit or underscore follows.
  func isEnd(_ at: Int) -> Bool {
    at >= end || !(Self.isAlphanumeric(bytes[at]) || bytes[at] == UInt8(ascii: "_") || bytes[at] >= 0xC3)
  }

  /// Whether something can start at `at`: no letter or digit stands before.
  func isStart(_ at: Int) -> Bool { at == start || !Self.isAlphanumeric(bytes[at - 1]) }

  /// Takes marks that belong to the sentence off the end of an address or a path.
  func trimmed(from at: Int, to end: Int) -> Int {
    var last = end
    while last > at {
      switch bytes[last - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "*"), UInt8(ascii: "]"),
        UInt8(ascii: "}"), UInt8(ascii: ">"):
        last -= 1
      case UInt8(ascii: ")"):
        // A closing parenthesis stays if it was opened inside.
        let inside = at..<(last - 1)
        let opened = inside.count { bytes[$0] == UInt8(ascii: "(") }
        let closed = inside.count { bytes[$0] == UInt8(ascii: ")") }
        if opened > closed { return last }
        last -= 1
      default: return last
      }
    }
    return last
  }

  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
}

/// A set of ASCII bytes in two registers: byte `b` is bit `b` of `low`, or bit `b - 64` of `high`.
///
/// The sets are computed properties, so that they are constants in the code rather than globals made at first use;
/// a test spells each of them out.
struct ByteSet {
  let low: UInt64
  let high: UInt64

  @inline(__always)
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 0x80 && ((byte & 0x40 == 0 ? low : high) &>> UInt64(byte & 63)) & 1 != 0
  }

  @inline(__always)
  func overlaps(_ other: ByteSet) -> Bool { low & other.low | high & other.high != 0 }

  /// Bytes that make a chunk more than words, numbers and marks: `$%(./:;<=@[\\_{`.
  static var telling: ByteSet { ByteSet(low: 0x3C00_C130_0000_0000, high: 0x0800_0000_9800_0001) }
  /// What emoticons begin with: `:;=`.
  static var eyes: ByteSet { ByteSet(low: 0x2C00_0000_0000_0000, high: 0) }
  /// `<[{`.
  static var openings: ByteSet { ByteSet(low: 0x1000_0000_0000_0000, high: 0x0800_0000_0800_0000) }
  /// `0`–`9`.
  static var digits: ByteSet { ByteSet(low: 0x03FF_0000_0000_0000, high: 0) }
  /// `0`–`9`, `a`–`f`, `A`–`F`.
  static var hexadecimals: ByteSet { ByteSet(low: 0x03FF_0000_0000_0000, high: 0x0000_007E_0000_007E) }
  /// `a`–`z`, `A`–`Z`.
  static var letters: ByteSet { ByteSet(low: 0, high: 0x07FF_FFFE_07FF_FFFE) }
  /// Letters and digits.
  static var alphanumerics: ByteSet { ByteSet(low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE) }
  /// `A`–`Z`, `0`–`9`.
  static var capitalsAndDigits: ByteSet { ByteSet(low: 0x03FF_0000_0000_0000, high: 0x0000_0000_07FF_FFFE) }
  /// `A`–`Z`.
  static var capitals: ByteSet { ByteSet(low: 0, high: 0x0000_0000_07FF_FFFE) }
  /// Alphanumerics and `_`.
  static var nameBytes: ByteSet { ByteSet(low: 0x03FF_0000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE) }
  /// Alphanumerics and `-`.
  static var labelBytes: ByteSet { ByteSet(low: 0x03FF_2000_0000_0000, high: 0x07FF_FFFE_07FF_FFFE) }
  /// Alphanumerics and `-_~.`.
  static var fileNameBytes: ByteSet { ByteSet(low: 0x03FF_6000_0000_0000, high: 0x47FF_FFFE_87FF_FFFE) }
  /// Alphanumerics and `._%+-'`.
  static var localPartBytes: ByteSet { ByteSet(low: 0x03FF_68A0_0000_0000, high: 0x07FF_FFFE_87FF_FFFE) }
  /// Alphanumerics and `-_~.\\/:$%@+=#&()[]{}!,;'`.
  static var pathBytes: ByteSet { ByteSet(low: 0x2FFF_FBFA_0000_0000, high: 0x6FFF_FFFE_BFFF_FFFF) }
  /// Digits, `.` and `,`.
  static var numberBytes: ByteSet { ByteSet(low: 0x03FF_5000_0000_0000, high: 0) }
  /// Alphanumerics, `+` and `-`.
  static var schemeBytes: ByteSet { ByteSet(low: 0x03FF_2800_0000_0000, high: 0x07FF_FFFE_07FF_FFFE) }
  /// Alphanumerics and `_()`.
  static var variableBytes: ByteSet { ByteSet(low: 0x03FF_0300_0000_0000, high: 0x07FF_FFFE_87FF_FFFE) }
  /// `A`–`Z`, `0`–`9` and `_`.
  static var constantBytes: ByteSet { ByteSet(low: 0x03FF_0000_0000_0000, high: 0x0000_0000_87FF_FFFE) }
  /// Alphanumerics and `_-.`.
  static var placeholderBytes: ByteSet { ByteSet(low: 0x03FF_6000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE) }
  /// Marks that follow a number and change nothing: `.,:;!?)`.
  static var closingMarks: ByteSet { ByteSet(low: 0x8C00_5202_0000_0000, high: 0) }
}
