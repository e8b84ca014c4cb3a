import Glibc
import Statistics

/// A made-up service desk: what is true of it, and samples of its tickets.
///
/// Tickets have a priority (3) and a category (6), both of which go with the outcome and with the exposure, and
/// an agent, who has a reopen rate and a habit of their own. The two are independent, so that the agent is
/// noise shared by tickets and no confounder.
struct Desk {
  /// Tickets in a sample.
  var tickets: Int
  /// Agents, with unequal shares of the tickets.
  var agents: Int
  /// Share of tickets that are reopened, about.
  var baseRate: Double
  /// Share of tickets with the exposure, about.
  var exposedShare: Double
  /// Standard deviation of the agents' log-odds of a reopen, and of those of the exposure.
  var agentSpread: Double
  /// The odds ratio that is planted, at given agent.
  var oddsRatio: Double

  static let levels = [3, 6]
  private static let outcomeByPriority = [0, 0.3, 0.7]
  private static let outcomeByCategory = [0, -0.4, 0.2, 0.5, -0.2, 0.1]
  private static let exposureByPriority = [0, 0.4, 0.8]
  private static let exposureByCategory = [0.3, -0.3, 0.6, 0, -0.5, 0.2]

  /// One sample: what a fit needs.
  struct Sample {
    var cohort: Cohort
    var exposure: [UInt8]
    var outcome: [UInt8]
  }

  /// What a fit estimates: averages over tickets and agents.
  struct Truth {
    /// Logarithm of the odds ratio given priority and category, but not the agent.
    var logOddsRatio: Double
    /// Difference of the standardised risks.
    var riskDifference: Double
    /// Logarithm of their ratio.
    var logRiskRatio: Double
  }

  /// Draws a sample.
  func sample(_ generator: inout SplitMix64) throws -> Sample {
    let outcomeHabit = (0..<agents).map { _ in agentSpread * generator.normal() }
    let exposureHabit = (0..<agents).map { _ in agentSpread * generator.normal() }
    var codes = [[UInt16](), [UInt16]()]
    var (clusters, exposure, outcome) = ([UInt32](), [UInt8](), [UInt8]())
    for _ in 0..<tickets {
      let (priority, category) = (Int(generator.next(below: 3)), Int(generator.next(below: 6)))
      // The square of an even number makes busy and quiet agents.
      let even = generator.unit()
      let agent = min(agents - 1, Int(even * even * Double(agents)))
      let isExposed =
        generator.unit()
        < logistic(
          logOdds(exposedShare) + Self.exposureByPriority[priority] - 0.4 + Self.exposureByCategory[category]
            + exposureHabit[agent])
      let risk = risk(priority, category, isExposed ? log(oddsRatio) : 0, outcomeHabit[agent])
      codes[0].append(UInt16(priority))
      codes[1].append(UInt16(category))
      clusters.append(UInt32(agent))
      exposure.append(isExposed ? 1 : 0)
      outcome.append(generator.unit() < risk ? 1 : 0)
    }
    let cohort = try Cohort(
      covariates: Self.levels.map(Covariate.categories), codes: codes, clusters: clusters,
      counts: [UInt32](repeating: 1, count: tickets))
    return Sample(cohort: cohort, exposure: exposure, outcome: outcome)
  }

  /// The truth, with the agents' habits averaged over their distribution by the midpoint rule on quantiles.
  var truth: Truth {
    let habits =
      agentSpread == 0 ? [0] : (0..<400).map { agentSpread * Normal().quantile((Double($0) + 0.5) / 400) }
    var (with, without, marginalLog) = (0.0, 0.0, 0.0)
    for priority in 0..<3 {
      for category in 0..<6 {
        let p1 = mean(habits) { risk(priority, category, log(oddsRatio), $0) }
        let p0 = mean(habits) { risk(priority, category, 0, $0) }
        with += p1 / 18
        without += p0 / 18
        marginalLog += (logOdds(p1) - logOdds(p0)) / 18
      }
    }
    return Truth(
      logOddsRatio: marginalLog, riskDifference: with - without, logRiskRatio: log(with / without))
  }

  private func risk(_ priority: Int, _ category: Int, _ effect: Double, _ habit: Double) -> Double {
    logistic(
      logOdds(baseRate) - 0.35 + Self.outcomeByPriority[priority] + Self.outcomeByCategory[category] + effect
        + habit)
  }
}

private func logOdds(_ p: Double) -> Double { log(p / (1 - p)) }
private func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
private func mean(_ values: [Double], _ of: (Double) -> Double) -> Double {
  values.reduce(0) { $0 + of($1) } / Double(values.count)
}

extension SplitMix64 {
  /// A number from 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
  /// A standard normal number, by its quantile.
  mutating func normal() -> Double { Normal().quantile((Double(next() >> 11) + 0.5) * 0x1p-53) }
}
