/// A set of rules, by their position in the catalogue; 128 at most.
public struct RuleBits: Sendable, Hashable {
  /// How many rules fit.
  public static let capacity = 128

  /// Rules 0…63 and 64…127, for columns of them.
  var low: UInt64 = 0
  var high: UInt64 = 0

  /// The empty set.
  public init() {}

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

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

  /// The rules that are in one of two sets but not in both.
  static func ^ (a: RuleBits, b: RuleBits) -> RuleBits {
    RuleBits(low: a.low ^ b.low, high: a.high ^ b.high)
  }
}
