import History
import Outcomes
import Reporting
public import Tickets

/// A condition under which a run ends with exit code 1.
public enum Gate: Sendable, Equatable {
  /// The reopen rate is above a share.
  case reopenRate(Double)
  /// Tickets with a gap, the verdict, were reopened more often than a share.
  case reopenRateWithGap(Double)
  /// A rule is found in more (or fewer) tickets than a share.
  case share(RuleID, isAbove: Bool, Double)
  /// A rule is a gap in two weekly runs, one after the other, and was none in the one before them.
  case newGap
  /// The reopen rate of the last weeks is above what it was before: its 95 % interval lies above the rate of all
  /// earlier weeks of the report.
  case trend

  /// Reads `reopen_rate > 12 %`, `jargon.acronym > 30 %`, `new_gap` and the like; `nil` for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: " ").joined()
    if words == "new_gap" || words == "trend" {
      self = words == "trend" ? .trend : .newGap
      return
    }
    guard let sign = words.firstIndex(where: { $0 == ">" || $0 == "<" }),
      let share = Configuration.share(words[words.index(after: sign)...])
    else { return nil }
    let isAbove = words[sign] == ">"
    switch (words[..<sign], isAbove) {
    case ("reopen_rate", true): self = .reopenRate(share)
    case ("reopen_rate_with_gap", true): self = .reopenRateWithGap(share)
    case ("", _), ("reopen_rate", _), ("reopen_rate_with_gap", _): return nil
    case (let name, _): self = .share(RuleID(String(name)), isAbove: isAbove, share)
    }
  }

  /// Why the gate is crossed, in a line; `nil` if it is not.
  ///
  /// - Parameter weekly: the runs before that stand for their weeks, with the same rules, latest first; two are enough.
  func crossing(_ report: Report, weekly: [RememberedRun]) -> String? {
    func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
    switch self {
    case .reopenRate(let limit):
      guard let share = report.reopened?.share, share > limit else { return nil }
      return "reopen rate \(percent(share)), more than \(percent(limit))"
    case .reopenRateWithGap(let limit):
      let worst = report.associations.filter { $0.verdict == .gap && $0.exposed.share ?? 0 > limit }
        .max { ($0.exposed.share ?? 0, $1.rule.id) < ($1.exposed.share ?? 0, $0.rule.id) }
      guard let worst, let share = worst.exposed.share else { return nil }
      return "reopen rate with \(worst.rule.id) \(percent(share)), more than \(percent(limit))"
    case .share(let rule, let isAbove, let limit):
      guard let share = report.associations.first(where: { $0.rule.id == rule })?.prevalence,
        isAbove ? share > limit : share < limit
      else { return nil }
      return "\(rule) in \(percent(share)) of tickets, \(isAbove ? "more" : "less") than \(percent(limit))"
    case .newGap: return newGaps(report, weekly)
    case .trend:
      guard let last = report.weeks.last, let lower = last.interval?.lower, report.weeks.count > 1 else {
        return nil
      }
      let earlier = report.weeks.dropLast().reduce(into: Proportion(events: 0, total: 0)) {
        $0.events += $1.reopened.events
        $0.total += $1.reopened.total
      }
      guard let usual = earlier.share, let now = last.reopened.share, lower > usual else { return nil }
      return "reopen rate from \(last.start.iso8601) on \(percent(now)), \(percent(usual)) before"
    }
  }

  /// Gaps on which two weekly runs agree and that the one before them did not have.
  ///
  /// A verdict at its limit turns from night to night with a handful of tickets, so only the first run of a week has
  /// a say, and what it says must hold for a week. With fewer than two weekly runs before, nothing is new yet: it is
  /// what the desk starts from.
  private func newGaps(_ report: Report, _ weekly: [RememberedRun]) -> String? {
    guard weekly.count >= 2, let now = report.asOf, let then = weekly[0].asOf,
      Week.number(then.seconds) < Week.number(now.seconds)
    else { return nil }
    let (agreed, known) = (weekly[0].gaps, weekly[1].gaps)
    let new = report.associations.filter { $0.verdict == .gap }.map(\.rule.id)
      .filter { agreed.contains($0) && !known.contains($0) }
    return new.isEmpty ? nil : "new gap, two weeks running: " + new.map(\.description).joined(separator: ", ")
  }
}

extension RememberedRun {
  /// The rules it called a gap.
  fileprivate var gaps: Set<RuleID> { Set(rules.filter { $0.verdict == .gap }.map(\.rule)) }
}
