internal import Outcomes
internal import Tickets

/// The figures behind a verdict, one line each.
extension Words {
  static let howItHoldsUp = "How it holds up"
  static let measure = "Measure (95%)"

  /// One line of the table of figures.
  struct Figure {
    var name: String
    var exposed = ""
    var unexposed = ""
    var measure = ""
  }

  static func figures(_ one: Association) -> [Figure] {
    var rows: [Figure] = []
    func add(_ name: String, _ exposed: Proportion?, _ unexposed: Proportion?, _ measure: String) {
      rows.append(
        Figure(
          name: name, exposed: exposed.map(of) ?? "", unexposed: unexposed.map(of) ?? "", measure: measure))
    }
    func odds(_ effect: Effect?) -> String { effect.map { "odds ratio " + ratio($0) } ?? "–" }

    add("As they are", one.exposed, one.unexposed, odds(one.crude.oddsRatio))
    if let stratified = one.stratified.oddsRatio {
      add("Within priority × category × group (Mantel–Haenszel)", nil, nil, odds(stratified))
    }
    if let adjusted = one.adjusted.oddsRatio { add(capitalized(one.adjustment), nil, nil, odds(adjusted)) }
    if let risk = one.adjusted.riskRatio {
      add("The same, standardised to all tickets", nil, nil, "risk ratio " + ratio(risk))
    }
    if let bootstrap = one.bootstrap {
      let name = "Assignees drawn anew \(counted(bootstrap.samples, "time", "times")) (bootstrap)"
      add(name, nil, nil, difference(bootstrap.riskDifferencePer100) + " per 100")
      add("\(name), reopens that go with it", nil, nil, avoidable(bootstrap.avoidable))
    }
    // Without replies in the export both models are the same.
    if let other = one.sensitivity, other.oddsRatio != one.adjusted.oddsRatio {
      add("Instead adjusted for \(other.adjustment)", nil, nil, odds(other.oddsRatio))
    }
    for variant in one.variants {
      let isOnDifferences = variant.riskDifferencePer100 != nil
      add(
        variant.isLeaky ? "Leaky: \(variant.name)" : capitalized(variant.name), variant.exposed,
        variant.unexposed,
        isOnDifferences ? difference(variant.riskDifferencePer100) + " per 100" : odds(variant.oddsRatio))
    }
    if let dose = one.dose {
      for (count, rate) in dose.rates.enumerated() where rate.total > 0 {
        add(
          capitalized(times(count, of: dose.rates.count)), rate, nil,
          rate.share.map { NumberText.percent($0) } ?? "–")
      }
      for (count, rate) in dose.leakyRates.enumerated() where rate.total > 0 {
        add(
          "Leaky: \(times(count, of: dose.leakyRates.count))", rate, nil,
          rate.share.map { NumberText.percent($0) } ?? "–")
      }
      if let step = dose.oddsRatioPerStep { add("For each one more", nil, nil, odds(step)) }
    }
    for outcome in one.secondary {
      add(capitalized(outcome.name), outcome.exposed, outcome.unexposed, odds(outcome.oddsRatio))
    }
    if let early = one.closedEarly {
      add("Closed before the window was over", early.exposed, early.unexposed, "")
    }
    if let eValue = one.eValue {
      add(
        "To explain it away, something unrecorded would need with both", nil, nil,
        "risk ratio \(NumberText.fixed(eValue.value, 2)) (limit \(NumberText.fixed(eValue.limit, 2)))")
    }
    if let least = one.detectableOddsRatio, least < 100 {
      add("The least these tickets can show", nil, nil, "odds ratio \(NumberText.fixed(least, 2))")
    }
    return rows
  }

  /// "1.52 (1.24 to 1.87)".
  private static func ratio(_ effect: Effect) -> String {
    "\(NumberText.fixed(effect.value, 2)) (\(interval(effect, 2)))"
  }
}
