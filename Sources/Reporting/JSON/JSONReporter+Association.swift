internal import Outcomes
internal import Tickets

/// The further figures of an association.
extension JSONWriter {
  mutating func figures(of one: Association) {
    field("homogeneity_p", one.homogeneityP)
    field("avoidable_selected", one.avoidableSelected)
    field("e_value") { writer in
      guard let eValue = one.eValue else { return writer.string(nil) }
      writer.object {
        $0.field("value", eValue.value)
        $0.field("limit", eValue.limit)
      }
    }
    field("variance_inflation", one.varianceInflation)
    field("assignees", one.assignees)
    field("sensitivity") { writer in
      guard let sensitivity = one.sensitivity else { return writer.string(nil) }
      writer.object {
        $0.field("odds_ratio", sensitivity.oddsRatio)
        $0.field("adjustment", sensitivity.adjustment)
      }
    }
    field("bootstrap") { writer in
      guard let bootstrap = one.bootstrap else { return writer.string(nil) }
      writer.object {
        $0.field("samples", bootstrap.samples)
        $0.field("failures", bootstrap.failures)
        $0.field("risk_difference_per_100", bootstrap.riskDifferencePer100)
        $0.field("avoidable_reopens", bootstrap.avoidable)
      }
    }
    field("dose") { writer in
      guard let dose = one.dose else { return writer.string(nil) }
      writer.object {
        $0.field("rates") { $0.array(dose.rates) { $0.proportion($1) } }
        $0.field("leaky_rates") { $0.array(dose.leakyRates) { $0.proportion($1) } }
        $0.field("odds_ratio_per_step", dose.oddsRatioPerStep)
        $0.field("p", dose.p)
      }
    }
    field("variants") {
      $0.array(one.variants) { writer, variant in
        writer.object {
          $0.field("name", variant.name)
          $0.field("exposed", variant.exposed)
          $0.field("unexposed", variant.unexposed)
          $0.field("risk_difference_per_100", variant.riskDifferencePer100)
          $0.field("odds_ratio", variant.oddsRatio)
          $0.field("leaky", variant.isLeaky)
        }
      }
    }
    field("secondary") {
      $0.array(one.secondary) { writer, outcome in
        writer.object {
          $0.field("name", outcome.name)
          $0.field("exposed", outcome.exposed)
          $0.field("unexposed", outcome.unexposed)
          $0.field("known_exposed", outcome.knownExposed)
          $0.field("known_unexposed", outcome.knownUnexposed)
          $0.field("odds_ratio", outcome.oddsRatio)
          $0.field("p", outcome.p)
        }
      }
    }
    field("closed_early") { writer in
      guard let early = one.closedEarly else { return writer.string(nil) }
      writer.object {
        $0.field("exposed", early.exposed)
        $0.field("unexposed", early.unexposed)
      }
    }
    field("detectable_odds_ratio", one.detectableOddsRatio)
  }

  mutating func selfCheck(_ check: SelfCheck) {
    object {
      $0.field("passes", check.passes)
      $0.field("permutations", check.permutations)
      $0.field("false_alarms", check.falseAlarms)
      $0.field("false_alarms_limit", check.limit)
      $0.field("p_values") {
        $0.array(check.levels) { writer, level in
          writer.object {
            $0.field("level", level.level)
            $0.field("share", level.share)
            $0.field("limit", level.limit)
          }
        }
      }
    }
  }
}
