/// Standardised effects in samples of whole clusters drawn with replacement (Davison & Hinkley 1997, § 3.8): a
/// check on the delta method that costs a fit a sample.
public struct ClusterBootstrap: Sendable {
  /// Samples that could not be fitted: an arm, or the outcome, did not vary in them.
  public let failures: Int
  /// The effects of the others, each sorted.
  private let differences, logRatios, avoidables: [Double]
  private let estimate: StandardisedEffect

  /// Draws samples of the clusters and fits each.
  ///
  /// - Parameters:
  ///   - model: The fit to check.
  ///   - samples: How many samples.
  ///   - seed: The same seed gives the same samples.
  /// - Returns: `nil` for a model without clusters or with fewer than two, and for doses.
  public init?(_ model: FirthRegression, samples: Int = 500, seed: UInt64) {
    guard let estimate = model.standardised, let clusters = model.clustersInUse, clusters.count > 1 else {
      return nil
    }
    var generator = SplitMix64(seed: seed)
    var (differences, logRatios, avoidables) = ([Double](), [Double](), [Double]())
    var failures = 0
    let near = model.start
    for _ in 0..<max(0, samples) {
      var times = [UInt32](repeating: 0, count: model.design.cohort.clusterBound)
      for _ in clusters { times[clusters[Int(generator.next(below: UInt64(clusters.count)))]] += 1 }
      guard let design = model.design.repeating(clusters: times),
        let sample = try? FirthRegression(
          design, exposure: model.exposure, outcome: model.outcome, arms: [0, 1], near: near,
          standardising: true),
        let risks = sample.predictedRisks
      else {
        failures += 1
        continue
      }
      differences.append((risks.exposed - risks.unexposed) / Double(sample.table.total))
      logRatios.append(libmLog(risks.exposed / risks.unexposed))
      avoidables.append(risks.avoidable)
    }
    self.failures = failures
    self.differences = differences.sorted()
    self.logRatios = logRatios.sorted()
    self.avoidables = avoidables.sorted()
    self.estimate = estimate
  }

  /// The difference of the mean risks with percentile limits; `nil` with fewer than 100 samples fitted.
  public func riskDifference(level: Double = 0.95) -> Estimate? {
    interval(estimate.exposedRisk - estimate.unexposedRisk, differences, level)
  }

  /// The ratio of the mean risks with percentile limits; `nil` with fewer than 100 samples fitted.
  public func riskRatio(level: Double = 0.95) -> Estimate? {
    guard let log = interval(libmLog(estimate.exposedRisk / estimate.unexposedRisk), logRatios, level) else {
      return nil
    }
    return Estimate(
      value: libmExp(log.value), lower: libmExp(log.lower), upper: libmExp(log.upper), level: level,
      standardError: log.standardError)
  }

  /// The avoidable events with percentile limits; `nil` with fewer than 100 samples fitted.
  public func avoidableEvents(level: Double = 0.95) -> Estimate? {
    interval(estimate.avoidable, avoidables, level)
  }

  private func interval(_ value: Double, _ sorted: [Double], _ level: Double) -> Estimate? {
    guard sorted.count >= 100, level > 0, level < 1 else { return nil }
    let n = Double(sorted.count)
    let mean = sorted.reduce(0, +) / n
    let variance = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    return Estimate(
      value: value, lower: sortedQuantile(sorted, (1 - level) / 2),
      upper: sortedQuantile(sorted, (1 + level) / 2),
      level: level, standardError: variance.squareRoot())
  }
}

extension FirthRegression {
  /// The clusters with a ticket in this comparison, in order; `nil` without clusters.
  fileprivate var clustersInUse: [Int]? {
    guard let clusters = design.cohort.clusters else { return nil }
    var isUsed = [Bool](repeating: false, count: design.cohort.clusterBound)
    for row in clusters.indices
    where exposure[row] != Cohort.missing && outcome[row] != Cohort.missing && design.cohort.counts[row] > 0 {
      isUsed[Int(clusters[row])] = true
    }
    return isUsed.indices.filter { isUsed[$0] }
  }
}

/// The quantile of sorted values by linear interpolation (type 7 of Hyndman & Fan 1996); there is at least one.
func sortedQuantile(_ sorted: [Double], _ p: Double) -> Double {
  let place = min(max(p, 0), 1) * Double(sorted.count - 1)
  let below = Int(place)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
}
