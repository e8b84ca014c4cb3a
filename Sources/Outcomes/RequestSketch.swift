/// What a request is about in 64 bits, so that two requests can be told to be nearly the same without their text.
///
/// One bit each of 64 minimum hashes of the set of words (b-bit minwise hashing, Li & König 2010, with b = 1): two
/// sets with Jaccard similarity J agree in (1 + J) / 2 of the bits on average. Words of one or two letters and
/// words with a digit are left out: they are what differs between two tellings of the same problem.
public struct RequestSketch: Sendable {
  /// Bits that must agree for "nearly the same". Only requests of one person within the window are compared, so few
  /// pairs are unrelated, and people tell the same problem in other words. By the binomial distribution two requests
  /// agree in so many bits with this probability, J being the share of their words that they have in common:
  ///
  ///     J      0.1     0.2     0.3    0.4    0.5    0.6    0.7
  ///            0.4 %   3.3 %   15 %   43 %   77 %   96 %   99.8 %
  public static let leastAgreement = 46

  private var least = [UInt64](repeating: .max, count: 64)
  private var isEmpty = true

  /// A sketch of nothing yet.
  public init() {}

  /// Forgets the words and keeps the storage.
  public mutating func clear() {
    if isEmpty { return }
    for bit in least.indices { least[bit] = .max }
    isEmpty = true
  }

  /// Adds the words of some UTF-8 text: runs of letters, whatever their case in ASCII.
  /// - Complexity: O(bytes + 64 × words).
  public mutating func add(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { add($0) }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    var (hash, length, hasDigit) = (Self.start, 0, false)
    func isLetter(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }
    for byte in text {
      if isLetter(byte) {
        hash = (hash ^ UInt64(byte < 0x80 ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01B3
        length += 1
      } else if byte >= 0x30 && byte <= 0x39 {
        hasDigit = true
        length += 1
      } else {
        if length > 2 && !hasDigit { add(word: hash) }
        (hash, length, hasDigit) = (Self.start, 0, false)
      }
    }
    if length > 2 && !hasDigit { add(word: hash) }
  }

  /// FNV-1a's offset.
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  private mutating func add(word: UInt64) {
    isEmpty = false
    // SplitMix64's finaliser once, then one multiplication by a constant of its own for each of 64 orders.
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    let factors = factors
    least.withUnsafeMutableBufferPointer { least in
      factors.withUnsafeBufferPointer { factors in
        for place in 0..<64 { least[place] = min(least[place], z &* factors[place]) }
      }
    }
  }

  private let factors = Self.factors

  /// Odd numbers from SplitMix64's sequence.
  private static let factors: [UInt64] = (0..<64).map { place in
    var z = UInt64(place + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (z ^ (z >> 31)) | 1
  }

  /// The 64 bits; 0 of nothing.
  public var bits: UInt64 {
    if isEmpty { return 0 }
    let bits = least.indices.reduce(UInt64(0)) { $0 | (least[$1] >> 20 & 1) << UInt64($1) }
    return max(1, bits)
  }

  /// Whether two requests are nearly the same; never, if there is nothing to compare.
  public static func areNearlyTheSame(_ a: UInt64, _ b: UInt64) -> Bool {
    a != 0 && b != 0 && 64 - (a ^ b).nonzeroBitCount >= leastAgreement
  }
}
