internal import Statistics
import Tickets

/// Ties one exposure to reopening over the eligible tickets.
struct Comparison {
  /// Tables by stratum, in the order in which the strata were first seen, which follows the input.
  var strata: [FourfoldTable] = []
  var all = FourfoldTable(exposedEvents: 0, exposedTotal: 0, unexposedEvents: 0, unexposedTotal: 0)
  var notApplicable = 0
  var clusters = Set<Int32>()

  private struct Stratum: Hashable {
    var priority, category, group: Int32
  }

  /// Compares over `eligibility`'s rows of `table`, where `state` tells each row's arm.
  init(
    _ table: ObservationTable, _ eligibility: Eligibility, state: (Observation) -> ExposureState
  ) {
    var numbers: [Stratum: Int] = [:]
    for (row, reopened) in zip(eligibility.rows, eligibility.reopened) {
      let observation = table.rows[row]
      let state = state(observation)
      guard state != .notApplicable else {
        notApplicable += 1
        continue
      }
      let key = Stratum(
        priority: observation.priority, category: observation.category, group: observation.group)
      var number = numbers[key] ?? -1
      if number < 0 {
        number = strata.count
        numbers[key] = number
        strata.append(FourfoldTable(exposedEvents: 0, exposedTotal: 0, unexposedEvents: 0, unexposedTotal: 0))
      }
      strata[number].add(exposed: state == .found, event: reopened)
      all.add(exposed: state == .found, event: reopened)
      clusters.insert(observation.assignee)
    }
    // A fixed order of summation whatever the order of the input: the sums are of floating-point numbers.
    strata.sort { a, b in
      (a.exposedTotal, a.unexposedTotal, a.exposedEvents, a.unexposedEvents)
        < (b.exposedTotal, b.unexposedTotal, b.exposedEvents, b.unexposedEvents)
    }
  }

  var crude: EffectSet {
    EffectSet(
      riskDifferencePer100: Effect(all.riskDifference()?.scaled(by: 100)), riskRatio: Effect(all.riskRatio()),
      oddsRatio: Effect(all.oddsRatio()))
  }

  /// Exposed tickets in all × the adjusted risk difference.
  func avoidable(_ difference: Estimate?) -> Effect? {
    Effect(difference?.scaled(by: Double(all.exposedTotal)))
  }

  /// The expected reopens of both arms by the margins alone.
  var expected: (exposed: Double, unexposed: Double) {
    guard all.total > 0 else { return (0, 0) }
    let rate = Double(all.events) / Double(all.total)
    return (rate * Double(all.exposedTotal), rate * Double(all.unexposedTotal))
  }
}

extension Effect {
  /// The shown part of an estimate.
  init?(_ estimate: Estimate?) {
    guard let estimate else { return nil }
    self.init(value: estimate.value, lower: estimate.lower, upper: estimate.upper)
  }
}

extension Proportion {
  /// Wilson's interval of the share, 0…1; `nil` of nothing.
  public func interval(level: Double = 0.95) -> Effect? {
    Effect(Statistics.Proportion(events: events, total: total).wilson(level: level))
  }
}
