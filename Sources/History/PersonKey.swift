/// The secret with which people become numbers in a history: whoever does not have it can't tell whether a number is
/// a certain person's.
///
/// SipHash-2-4 (Aumasson & Bernstein 2012), a keyed hash made for short texts, with a key of 128 bits.
public struct PersonKey: Sendable, Equatable {
  private let low, high: UInt64

  /// Bytes of a key.
  public static let byteCount = 16

  /// The key of 16 bytes; `nil` for any other number of them.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    low = Self.word(bytes[0..<8])
    high = Self.word(bytes[8..<16])
  }

  /// The number that stands for a name; never 0, which stands for "not said". - Complexity: O(bytes).
  public func number(of name: some Collection<UInt8>) -> UInt64 { max(1, hash(name)) }

  /// The number that stands for what is a hash already.
  public func number(of hash: UInt64) -> UInt64 {
    number(of: (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt64($0))) })
  }

  /// Tells one key from another without giving it away.
  var fingerprint: String {
    let text = String(hash(Array("readback key".utf8)), radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  /// SipHash-2-4.
  func hash(_ message: some Collection<UInt8>) -> UInt64 {
    let bytes = Array(message)
    var state = State(
      a: low ^ 0x736F_6D65_7073_6575, b: high ^ 0x646F_7261_6E64_6F6D, c: low ^ 0x6C79_6765_6E65_7261,
      d: high ^ 0x7465_6462_7974_6573)
    let whole = bytes.count & ~7
    for start in stride(from: 0, to: whole, by: 8) { state.take(Self.word(bytes[start..<start + 8])) }
    state.take(Self.word(bytes[whole...]) | UInt64(truncatingIfNeeded: bytes.count) << 56)
    return state.finish()
  }

  /// Up to eight bytes, the least significant first.
  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The four words that SipHash stirs.
  private struct State {
    var a, b, c, d: UInt64

    mutating func take(_ word: UInt64) {
      d ^= word
      round()
      round()
      a ^= word
    }

    mutating func finish() -> UInt64 {
      c ^= 0xFF
      for _ in 0..<4 { round() }
      return a ^ b ^ c ^ d
    }

    private mutating func round() {
      a &+= b
      b = Self.rotate(b, 13) ^ a
      a = Self.rotate(a, 32)
      c &+= d
      d = Self.rotate(d, 16) ^ c
      a &+= d
      d = Self.rotate(d, 21) ^ a
      c &+= b
      b = Self.rotate(b, 17) ^ c
      c = Self.rotate(c, 32)
    }

    private static func rotate(_ word: UInt64, _ bits: UInt64) -> UInt64 {
      word << bits | word >> (64 - bits)
    }
  }
}
