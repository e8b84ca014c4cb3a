/// One word on what the data say of a rule and reopening (method, section 2). The first that fits is given.
public enum Verdict: String, Sendable, CaseIterable {
  /// More reopens where it was found, and the evidence holds up.
  case gap
  /// Fewer reopens where it was found, and the evidence holds up.
  case strength
  /// Whatever the effect is, it is too small to matter.
  case negligible
  /// Something shows in one view and not in all.
  case watch
  /// Too little data, or no clear direction.
  case cannotTell = "cannot tell"
}

/// The word for what was measured, by the first of the method's rules that fits (section 2).
struct VerdictRule {
  /// Fewer expected reopens than this in an arm, and nothing is said.
  static let leastExpected = 10.0
  /// Fewer clusters than this, and no interval can be trusted.
  static let leastClusters = 10
  /// A standardised risk ratio between this and its inverse, with 90 % confidence, is too small to matter.
  static let smallestEffect = 1.25
  /// The false discovery rate at which a gap is declared.
  static let discoveryRate = 0.10

  /// Expected reopens in each arm by the margins alone.
  var expected: (exposed: Double, unexposed: Double)
  /// Assignees in the comparison.
  var clusters: Int
  /// The 90 % interval of the standardised risk ratio.
  var narrowRiskRatio: Effect?
  /// The smallest risk ratio above 1 that matters.
  var smallestEffect = Self.smallestEffect
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
    if let narrow = narrowRiskRatio, narrow.lower >= 1 / smallestEffect, narrow.upper <= smallestEffect {
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
