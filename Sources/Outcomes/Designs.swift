internal import Statistics

/// The covariates' patterns for some adjustments, and where fits with them start.
///
/// All rules start from the coefficients that the covariates have with no rule in the model but a made-up one
/// (every other ticket): that saves steps, and no rule's figures depend on which rules there are beside it.
struct Designs: Sendable {
  private var designs: [Adjustment: Design] = [:]
  private var starts: [Adjustment: FirthStart] = [:]

  /// No design.
  init() {}

  /// The patterns of some tickets, and a first fit with each. - Complexity: O(rows × covariates) and a fit each.
  init(_ tickets: ComparedTickets, _ adjustments: [Adjustment], _ events: [UInt8]) {
    let alternating = tickets.counts.indices.map { UInt8($0 & 1) }
    for adjustment in adjustments {
      guard let design = try? Design(tickets.cohort, covariates: adjustment.covariates) else { continue }
      designs[adjustment] = design
      let model = try? FirthRegression(
        design, exposure: alternating, outcome: events, standardising: false)
      starts[adjustment] = model?.start
    }
  }

  /// Whether there is a design for an adjustment.
  func has(_ adjustment: Adjustment) -> Bool { designs[adjustment] != nil }

  /// A fit; `nil` without the design or where nothing can be fitted.
  ///
  /// - Parameter standardising: whether effects in tickets are wanted beside the odds ratio.
  func figures(
    _ adjustment: Adjustment, _ arms: [UInt8], _ events: [UInt8], scores: [Double] = [0, 1],
    standardising: Bool = false
  ) -> ModelFigures? {
    designs[adjustment].flatMap {
      ModelFigures($0, arms, events, scores: scores, near: starts[adjustment], standardising: standardising)
    }
  }

  /// Standardised figures in samples of whole assignees; `nil` as ``figures(_:_:_:scores:standardising:)``, and with
  /// fewer than two assignees.
  ///
  /// - Complexity: a fit a sample.
  func bootstrap(_ adjustment: Adjustment, _ arms: [UInt8], _ events: [UInt8], samples: Int)
    -> Association.Bootstrap?
  {
    guard let design = designs[adjustment],
      let model = try? FirthRegression(design, exposure: arms, outcome: events, near: starts[adjustment]),
      let bootstrap = ClusterBootstrap(model, samples: samples, seed: Self.bootstrapSeed)
    else { return nil }
    return Association.Bootstrap(
      samples: samples - bootstrap.failures, failures: bootstrap.failures,
      riskDifferencePer100: Effect(bootstrap.riskDifference()?.scaled(by: 100)),
      avoidable: Effect(bootstrap.avoidableEvents()))
  }

  /// All rules are looked at in the same samples.
  private static let bootstrapSeed: UInt64 = 20_260_301
}
