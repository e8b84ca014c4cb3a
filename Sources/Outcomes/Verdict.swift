/// The word for what was measured, by the first of the method's rules that fits (section 2).
struct VerdictRule {
  /// Fewer expected reopens than this in an arm, and nothing is said.
  static let leastExpected = 10.0
  /// Fewer clusters than this, and no interval can be trusted.
  static let leastClusters = 10
  /// A standardised risk ratio within these, with 90 % confidence, is too small an effect to matter.
  static let negligible = 0.80...1.25
  /// The false discovery rate at which a gap is declared.
  static let discoveryRate = 0.10

  /// Expected reopens in each arm by the margins alone.
  var expected: (exposed: Double, unexposed: Double)
  /// Assignees in the comparison.
  var clusters: Int
  /// The 90 % interval of the adjusted risk ratio.
  var narrowRiskRatio: Effect?
  /// The primary 95 % interval, on a scale where 1 is no effect.
  var primary: Effect?
  /// The crude one on the same scale.
  var crude: Effect?
  /// Another choice of what to adjust for, where there is one.
  var sensitivity: Effect?
  /// The q-value of the primary test.
  var q: Double?

  var verdict: Verdict {
    if min(expected.exposed, expected.unexposed) < Self.leastExpected || clusters < Self.leastClusters {
      return .cannotTell
    }
    if let narrow = narrowRiskRatio, Self.negligible.contains(narrow.lower),
      Self.negligible.contains(narrow.upper)
    {
      return .negligible
    }
    let side = primary.flatMap { Self.side(of: $0) }
    if let side, let q, q <= Self.discoveryRate, sensitivity.map({ Self.side(of: $0) == side }) ?? true {
      return side == .above ? .gap : .strength
    }
    let others = [crude, sensitivity].compactMap { $0 }.compactMap { Self.side(of: $0) }
    if side != nil || !others.isEmpty { return .watch }
    return .cannotTell
  }

  private enum Side { case above, below }

  private static func side(of effect: Effect) -> Side? {
    effect.lower > 1 ? .above : effect.upper < 1 ? .below : nil
  }
}
