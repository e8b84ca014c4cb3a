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
    let difference = one.adjusted.riskDifferencePer100
    switch one.verdict {
    case .gap:
      let extra = difference.map { ", \(oneDigit($0.value)) more per 100 like for like" } ?? ""
      return "\(name) goes with more reopens: \(rates)\(extra)."
    case .strength:
      let fewer = difference.map { ", \(oneDigit(-$0.value)) fewer per 100 like for like" } ?? ""
      return "\(name) goes with fewer reopens: \(rates)\(fewer)."
    case .negligible:
      return "\(name) shows no difference worth acting on: \(rates)."
    case .watch:
      return "\(name) is worth watching: \(rates), but the evidence doesn't hold up in every view."
        + (needed(one).map { " \($0)" } ?? "")
    case .cannotTell:
      return "The data can't tell whether \(name) matters: \(rates)."
        + ((fewPeople(one) ?? needed(one)).map { " \($0)" } ?? "")
    }
  }

  /// Why more tickets of the same people would not help.
  private static func fewPeople(_ one: Association) -> String? {
    guard let people = one.assignees, people < VerdictRule.leastClusters else { return nil }
    return people == 1
      ? "One person wrote all the replies, whose other habits can't be told from it."
      : "Only \(people) people wrote the replies, too few to tell it from their other habits."
  }

  /// "About 700 more reopened tickets would settle it."
  private static func needed(_ one: Association) -> String? {
    guard let needed = one.reopensNeeded, needed > 0 else { return nil }
    return "About \(grouped(rounded(needed))) more reopened tickets would settle it."
  }

  static func finePrint(for one: Association, _ tickets: ComparedTickets) -> String {
    var parts = [
      "\(of(one.exposed)) against \(of(one.unexposed)) reopened"
    ]
    if let ratio = one.adjusted.oddsRatio {
      parts.append("odds ratio \(twoDigits(ratio)) by \(one.adjustment)")
      if let other = one.sensitivity, other.oddsRatio != ratio {
        parts.append("\(twoDigits(other.oddsRatio)) adjusted for \(other.adjustment)")
      }
    }
    if let eValue = one.eValue, eValue.limit > 1, one.verdict == .gap || one.verdict == .strength {
      parts.append(
        "something unrecorded would need a risk ratio of \(twoDigits(eValue.limit)) with both to explain it away"
      )
    }
    if let q = one.q { parts.append("false-discovery rate q \(q < 0.001 ? "below 0.001" : threeDigits(q))") }
    if one.verdict == .cannotTell, let detectable = one.detectableOddsRatio, detectable < 100 {
      parts.append("odds ratios below \(twoDigits(detectable)) can't be shown with so few")
    }
    if one.notApplicable > 0 {
      parts.append("\(grouped(one.notApplicable)) tickets without an occasion left out")
    }
    if let assignees = one.assignees, assignees < VerdictRule.leastClusters {
      parts.append(
        assignees == 1
          ? "a single assignee, too few to be sure" : "only \(assignees) assignees, too few to be sure")
    }
    for (name, count) in tickets.pooledLevels {
      parts.append("\(count) rare values of \(name) taken as one")
    }
    if tickets.outcomes.contains(where: { $0.contains(.asExported) }) {
      parts.append("priority, category, group and assignee as exported")
    }
    if let early = one.closedEarly, let a = early.exposed.share, let b = early.unexposed.share,
      abs(a - b) >= 0.05
    {
      parts.append("\(percent(a)) with it and \(percent(b)) without were closed before the window was over")
    }
    if one.mayBeRewritten { parts.append("close notes may have been rewritten after the reopen") }
    if one.isLeaky { parts.append("LEAKY: text from after the reopen may be in it") }
    return parts.joined(separator: "; ") + "."
  }

  /// "187 of 11,297".
  private static func of(_ proportion: Proportion) -> String {
    "\(grouped(proportion.events)) of \(grouped(proportion.total))"
  }

  /// "11,297".
  private static func grouped(_ count: Int) -> String {
    let digits = String(count)
    let groups = stride(from: digits.count, to: 0, by: -3).map { end in
      digits.dropLast(digits.count - end).suffix(3)
    }
    return groups.reversed().joined(separator: ",")
  }

  private static func percent(_ share: Double) -> String { oneDigit(share * 100) + "%" }

  private static func oneDigit(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    return (value < 0 && tenths > 0 ? "−" : "") + "\(tenths / 10).\(tenths % 10)"
  }

  private static func twoDigits(_ value: Double) -> String {
    guard value < 1e12 else { return "more than a million million" }
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }

  private static func threeDigits(_ share: Double) -> String {
    let digits = String(Int((share * 1000).rounded()))
    return share >= 0.9995 ? "1" : "0." + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  private static func twoDigits(_ effect: Effect) -> String {
    "\(twoDigits(effect.value)) (\(twoDigits(effect.lower)) to \(twoDigits(effect.upper)))"
  }

  /// Two figures are enough for a number that is a guess.
  private static func rounded(_ count: Int) -> Int {
    var scale = 1
    while count / scale >= 100 { scale *= 10 }
    return (count + scale / 2) / scale * scale
  }
}
