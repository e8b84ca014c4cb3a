/// A small generator of pseudo-random numbers with a fixed sequence for each seed (Steele, Lea & Flood 2014), for
/// bootstraps and permutations that must come out the same again. Not for secrets.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to, but not including, `bound`, without bias (Lemire 2019). `bound` is at least 1.
  ///
  /// Spelled out rather than left to `Int.random`, whose use of the generator may change between versions.
  public mutating func next(below bound: UInt64) -> UInt64 {
    let bound = max(1, bound)
    let threshold = (0 &- bound) % bound
    while true {
      let product = next().multipliedFullWidth(by: bound)
      if product.low >= threshold { return product.high }
    }
  }
}
