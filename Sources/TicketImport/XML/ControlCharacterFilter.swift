/// Takes out of a document what XML 1.0 forbids and exports hold all the same: control characters, and
/// character references to them.
///
/// Vertical tabs and form feeds become spaces, as they part words; the rest is dropped. Works on bytes of any
/// encoding that has ASCII at its place, hence not on UTF-16 and UTF-32, which it lets through unchanged.
///
/// XML 1.0, section 2.2: Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]
struct ControlCharacterFilter {
  /// How many characters were taken out or replaced.
  private(set) var count = 0

  /// The start of what may become a reference (`&#x1`), kept until it is clear what it is.
  private var held: [UInt8] = []
  private var isWide: Bool?
  /// Number of bytes given out.
  private var written: Int64 = 0
  /// Where in the output bytes are missing, and how many are missing up to there.
  private var gaps: [(at: Int64, missing: Int64)] = []
  private var firstGap = 0

  init() {}

  /// The next piece of the document without what is forbidden; `last` gives out what is still held.
  mutating func filter(_ piece: ArraySlice<UInt8>, last: Bool) -> [UInt8] {
    let wide = isWide ?? Self.looksWide(piece)
    if !piece.isEmpty { isWide = wide }
    if wide { return Array(piece) }
    var out: [UInt8] = []
    out.reserveCapacity(piece.count + held.count)
    for byte in piece {
      if !held.isEmpty {
        if byte == UInt8(ascii: ";") {
          if Self.isForbidden(reference: held) {
            drop(held.count + 1, at: written + Int64(out.count))
            held.removeAll()
          } else {
            give(byte, to: &out)
          }
          continue
        }
        if held.count < Self.longestReference && Self.mayContinue(held, byte) {
          held.append(byte)
          continue
        }
        out.append(contentsOf: held)
        held.removeAll()
      }
      switch byte {
      case UInt8(ascii: "&"): held.append(byte)
      case 0x0B, 0x0C:
        count += 1
        out.append(UInt8(ascii: " "))
      case 0x09, 0x0A, 0x0D, 0x20...: out.append(byte)
      default: drop(1, at: written + Int64(out.count))
      }
    }
    if last {
      out.append(contentsOf: held)
      held.removeAll()
    }
    written += Int64(out.count)
    return out
  }

  /// The offset in the document of a place in the output. Places must be asked for in ascending order.
  mutating func original(_ offset: Int64) -> Int64 {
    while firstGap + 1 < gaps.count && gaps[firstGap + 1].at <= offset { firstGap += 1 }
    if firstGap > 1024 {
      gaps.removeFirst(firstGap)
      firstGap = 0
    }
    guard firstGap < gaps.count, gaps[firstGap].at <= offset else { return offset }
    return offset + gaps[firstGap].missing
  }

  /// `&#x0000001F;` is long enough for anything that a program writes.
  private static let longestReference = 12

  private mutating func give(_ byte: UInt8, to out: inout [UInt8]) {
    out.append(contentsOf: held)
    out.append(byte)
    held.removeAll()
  }

  private mutating func drop(_ bytes: Int, at place: Int64) {
    count += 1
    let before = gaps.last?.missing ?? 0
    if gaps.last?.at == place { gaps.removeLast() }
    gaps.append((place, before + Int64(bytes)))
  }

  /// Whether the first bytes are a wide encoding's: a byte order mark, or `<` beside a zero.
  private static func looksWide(_ piece: ArraySlice<UInt8>) -> Bool {
    let head = Array(piece.prefix(2))
    return head == [0xFE, 0xFF] || head == [0xFF, 0xFE] || head == [0, 0x3C] || head == [0x3C, 0]
      || head == [0, 0]
  }

  /// Whether `byte` may come next in a numeric reference.
  private static func mayContinue(_ held: [UInt8], _ byte: UInt8) -> Bool {
    if held.count == 1 { return byte == UInt8(ascii: "#") }
    if held.count == 2 && byte == UInt8(ascii: "x") { return true }
    let isHexadecimal = held.count > 2 && held[2] == UInt8(ascii: "x")
    return digit(byte).map { $0 < (isHexadecimal ? 16 : 10) } ?? false
  }

  /// Whether a reference, without its semicolon, is to a character that XML 1.0 forbids.
  private static func isForbidden(reference: [UInt8]) -> Bool {
    guard reference.count > 2 else { return false }
    let isHexadecimal = reference[2] == UInt8(ascii: "x")
    let digits = reference.dropFirst(isHexadecimal ? 3 : 2)
    if digits.isEmpty { return false }
    var value: UInt64 = 0  // at most ten digits: no overflow
    for byte in digits { value = value * (isHexadecimal ? 16 : 10) + UInt64(digit(byte) ?? 0) }
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: return false
    default: return true
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
