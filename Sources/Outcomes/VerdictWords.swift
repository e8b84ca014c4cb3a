import Tickets

/// What a lead can repeat in a meeting, and the line under it.
///
/// "Goes with", never "causes": who gets a poor reply is not drawn by lot.
enum VerdictWords {
  static func sentence(for one: Association) -> String {
    let name = "“\(one.rule.title)”"
    guard let exposed = one.exposed.share, let unexposed = one.unexposed.share else {
      return one.exposed.total == 0
        ? "\(name) was not found in any ticket that can be compared."
        : "\(name) was found in every ticket that can be compared, so there is nothing to compare with."
    }
    let rates = "\(percent(exposed)) of tickets with it were reopened, \(percent(unexposed)) of those without"
    switch one.verdict {
    case .gap:
      let extra =
        one.adjusted.riskDifferencePer100.map { ", \(oneDigit($0.value)) more per 100 like for like" } ?? ""
      return "\(name) goes with more reopens: \(rates)\(extra)."
    case .strength:
      let fewer =
        one.adjusted.riskDifferencePer100.map { ", \(oneDigit(-$0.value)) fewer per 100 like for like" } ?? ""
      return "\(name) goes with fewer reopens: \(rates)\(fewer)."
    case .negligible:
      return "\(name) makes no difference worth acting on: \(rates)."
    case .watch:
      return "\(name) is worth watching: \(rates), but the evidence doesn't hold up in every view."
    case .cannotTell:
      guard let needed = one.reopensNeeded, needed > 0 else {
        return "The data can't tell whether \(name) matters: \(rates)."
      }
      return "The data can't tell whether \(name) matters: \(rates). "
        + "About \(rounded(needed)) more reopened tickets would settle it."
    }
  }

  static func finePrint(for one: Association, clusters: Int) -> String {
    var parts = [
      "\(one.exposed.events) of \(one.exposed.total) against \(one.unexposed.events) of \(one.unexposed.total)"
    ]
    parts.append("\(one.adjustment), \(one.informativeStrata) strata that compare")
    if one.uninformativeStrata > 0 { parts.append("\(one.uninformativeStrata) that can't") }
    if one.notApplicable > 0 { parts.append("\(one.notApplicable) tickets without an occasion left out") }
    if clusters < VerdictRule.leastClusters { parts.append("only \(clusters) assignees, too few to be sure") }
    if one.mayBeRewritten { parts.append("close notes may have been rewritten after the reopen") }
    if one.isLeaky { parts.append("LEAKY: text from after the reopen may be in it") }
    return parts.joined(separator: "; ") + "."
  }

  private static func percent(_ share: Double) -> String { oneDigit(share * 100) + "%" }

  private static func oneDigit(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    return (value < 0 && tenths > 0 ? "−" : "") + "\(tenths / 10).\(tenths % 10)"
  }

  /// Two figures are enough for a number that is a guess.
  private static func rounded(_ count: Int) -> Int {
    var scale = 1
    while count / scale >= 100 { scale *= 10 }
    return (count + scale / 2) / scale * scale
  }
}
