/// A set of rules, by their position in the catalogue; 128 at most.
public struct RuleBits: Sendable, Equatable {
  /// How many rules fit.
  public static let capacity = 128

  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The empty set.
  public init() {}

  /// Whether a rule is in the set.
  public subscript(rule: Int) -> Bool {
    get { rule < 64 ? (low >> UInt64(rule)) & 1 == 1 : (high >> UInt64(rule & 63)) & 1 == 1 }
    set {
      let bit = UInt64(1) << UInt64(rule & 63)
      if rule < 64 {
        low = newValue ? low | bit : low & ~bit
      } else {
        high = newValue ? high | bit : high & ~bit
      }
    }
  }

  /// Adds all rules of another set.
  public mutating func formUnion(_ other: RuleBits) {
    low |= other.low
    high |= other.high
  }
}
