internal import Outcomes
internal import Tickets

/// Words about doses, and about counts over whole tickets.
extension Words {
  /// "never", "once", "twice", … "4 times and more".
  static func times(_ count: Int, of steps: Int) -> String {
    let words = ["never", "once", "twice"]
    let isLast = count == steps - 1
    return (words.indices.contains(count) && !isLast ? words[count] : "\(count) times")
      + (isLast ? " and more" : "")
  }

  static func doseTitle(_ rule: RuleSummary) -> String { "\(rule.title): reopened, by how often" }

  static func doseCaption(_ dose: Association.Dose) -> String {
    "Reopened, by how often it happened before the first resolution, with 95% intervals; below, the tickets."
      + (dose.leakyRates.isEmpty ? "" : " Hollow: leaky, counted over whole tickets as last exported.")
  }

  /// The points of a dose plot, for those who can't see it.
  static func doseDescription(_ dose: Association.Dose) -> String {
    func list(_ rates: [Proportion]) -> String {
      rates.enumerated().map { "\(times($0, of: rates.count)): \(rate($1))" }.joined(separator: ", ")
    }
    return list(dose.rates) + (dose.leakyRates.isEmpty ? "." : "; leaky " + list(dose.leakyRates) + ".")
  }

  /// "0.6% of tickets where it never happened were reopened, 2.4% of those where it happened 4 times and more: 3.8
  /// times as many."; `nil` without a dose, or where there is nothing to compare.
  static func steps(_ one: Association) -> String? {
    guard let rates = one.dose?.rates, let least = rates.first?.share, let most = rates.last?.share,
      let fold = fold(rates)
    else { return nil }
    return
      "\(rate(least)) of tickets where it never happened were reopened, \(rate(most)) of those where it happened "
      + "\(rates.count - 1) times and more: \(NumberText.fixed(fold, 1)) times as many."
  }

  /// What a plain count gives, and why it can't be believed; `nil` where there is none to compare with.
  static func leaky(_ one: Association) -> String? {
    guard let variant = one.variants.first(where: \.isLeaky), let plain = variant.oddsRatio,
      let own = one.crude.oddsRatio
    else { return nil }
    let dose =
      (one.dose?.leakyRates).flatMap(fold).map { " and \(NumberText.fixed($0, 1)) times as many" } ?? ""
    return
      "Leaky: a plain count over whole tickets gives an odds ratio of \(NumberText.fixed(plain.value, 2))"
      + "\(dose), where the count up to the first resolution gives \(NumberText.fixed(own.value, 2)). "
      + "A reopened ticket goes on being passed around, so the plain count takes some of what followed the reopen for what "
      + "went before it."
  }

  /// The rate of the last step as a multiple of the first.
  private static func fold(_ rates: [Proportion]) -> Double? {
    guard let least = rates.first?.share, let most = rates.last?.share, least > 0, rates.count > 1 else {
      return nil
    }
    return most / least
  }
}
