import Glibc
import Outcomes
import Statistics
import Tickets

/// How often the 95 % intervals hold the truth, and how often nothing is called something: the whole way from
/// observations to verdicts.
///
///     swift run -c release simulation [DESKS [TICKETS]]
///
/// The truth of a rule is its coefficient in the model fitted to ten million tickets of the same kind of desk,
/// with as many agents as they need, averaged over rules that are alike.
@main
struct Simulation {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let (replicates, tickets) = (arguments.first ?? 250, arguments.dropFirst().first ?? 5000)
    let populationSize = arguments.dropFirst(2).first ?? 10_000_000
    for thread in [Desk.Thread.confounder, .mediator] {
      for baseRate in [0.01, 0.03, 0.08] {
        let desk = Desk(tickets: tickets, baseRate: baseRate, thread: thread)
        var population = desk
        population.tickets = populationSize
        let truth = truth(of: population)
        report(desk, truth, replicates: replicates)
      }
    }
  }

  /// The coefficients of the model on a sample so large that its error hardly matters, by kind of rule.
  private static func truth(of desk: Desk) -> [Desk.Rule: Double] {
    var generator = SplitMix64(seed: 42)
    let table = desk.sample(&generator, withLeaky: false).atCut
    var options = EstimationOptions()
    options.depth = .primary
    let all = estimate(desk, table, options)
    var sums: [Desk.Rule: (sum: Double, count: Double)] = [:]
    for (rule, one) in zip(Desk.rules, all) {
      guard let value = one?.adjusted.oddsRatio?.value else { continue }
      sums[rule, default: (0, 0)].sum += log(value)
      sums[rule, default: (0, 0)].count += 1
    }
    return sums.mapValues { $0.sum / $0.count }
  }

  /// The associations in the order of the rules.
  private static func estimate(_ desk: Desk, _ table: ObservationTable, _ options: EstimationOptions)
    -> [Association?]
  {
    let policy = CutPolicy()
    let all = Associations(
      rules: desk.summaries, table: table, eligibility: Eligibility(of: table, policy: policy),
      policy: policy,
      options: options
    ).rules
    return desk.summaries.map { summary in all.first { $0.rule.id == summary.id } }
  }

  /// What is counted for one kind of rule.
  private struct Tally {
    var estimates: [Double] = []
    var covered = 0
    var small = 0
    var exposedEvents = 0
    var inflation = 0.0
    var leakyEstimates: [Double] = []
    var leakyGaps = 0
    var gaps = 0
  }

  private static func report(_ desk: Desk, _ truth: [Desk.Rule: Double], replicates: Int) {
    var tallies: [Desk.Rule: Tally] = [:]
    var proportions: [Double] = []
    var leakyProportions: [Double] = []
    for replicate in 0..<replicates {
      var generator = SplitMix64(seed: UInt64(1000 + replicate))
      let tables = desk.sample(&generator, withLeaky: true)
      let atCut = verdicts(desk, tables.atCut)
      var options = EstimationOptions()
      options.depth = .primary
      let whole = estimate(desk, tables.whole, options)
      proportions.append(falseShare(atCut))
      leakyProportions.append(falseShare(whole))
      for (place, rule) in Desk.rules.enumerated() {
        guard let one = atCut[place], let ratio = one.adjusted.oddsRatio, let p = one.p,
          let truth = truth[rule]
        else { continue }
        var tally = tallies[rule] ?? Tally()
        tally.estimates.append(log(ratio.value))
        if log(ratio.lower) <= truth && truth <= log(ratio.upper) { tally.covered += 1 }
        if p <= 0.05 { tally.small += 1 }
        tally.exposedEvents += one.exposed.events
        tally.inflation += one.varianceInflation ?? 1
        if one.verdict == .gap || one.verdict == .strength { tally.gaps += 1 }
        if let leaky = whole[place] {
          if let ratio = leaky.adjusted.oddsRatio { tally.leakyEstimates.append(log(ratio.value)) }
          if leaky.verdict == .gap || leaky.verdict == .strength { tally.leakyGaps += 1 }
        }
        tallies[rule] = tally
      }
    }
    print(
      "\n## \(desk.thread.rawValue), \(desk.tickets) tickets, \(fixed(desk.baseRate * 100, 0)) % reopened\n")
    print(
      "| found in | odds ratio | truth | mean estimate | bias | SD | covered | p ≤ .05 | called | exposed reopens | λ | replicates | whole thread: mean | called |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|")
    for (rule, tally) in tallies.sorted(by: {
      ($0.key.oddsRatio, $0.key.prevalence) < ($1.key.oddsRatio, $1.key.prevalence)
    }) {
      let n = Double(tally.estimates.count)
      let (mean, spread) = moments(tally.estimates)
      let truth = truth[rule] ?? 0
      let cells = [
        fixed(rule.prevalence, 2), fixed(rule.oddsRatio, 1), fixed(exp(truth), 3), fixed(exp(mean), 3),
        fixed(mean - truth, 3), fixed(spread, 3), fixed(Double(tally.covered) / n, 3),
        fixed(Double(tally.small) / n, 3), fixed(Double(tally.gaps) / n, 3),
        fixed(Double(tally.exposedEvents) / n, 1), fixed(tally.inflation / n, 2), "\(tally.estimates.count)",
        fixed(exp(moments(tally.leakyEstimates).mean), 3), fixed(Double(tally.leakyGaps) / n, 3),
      ]
      print("| \(cells.joined(separator: " | ")) |")
    }
    let (mean, spread) = moments(proportions)
    let error = spread / Double(proportions.count).squareRoot()
    print(
      "\nFalse-discovery proportion over \(proportions.count) desks: \(fixed(mean, 3)) ± \(fixed(error, 3)); of whole threads \(fixed(moments(leakyProportions).mean, 3))."
    )
    fflush(nil)
  }

  /// Verdicts with the second model where the first gives cause for it, which gives the same verdicts sooner.
  private static func verdicts(_ desk: Desk, _ table: ObservationTable) -> [Association?] {
    var options = EstimationOptions()
    options.depth = .primary
    let primary = estimate(desk, table, options)
    guard primary.contains(where: { $0?.verdict == .gap || $0?.verdict == .strength }) else { return primary }
    options.depth = .verdicts
    return estimate(desk, table, options)
  }

  /// The share of rules without an effect among those called a gap or a strength; 0 if none is.
  private static func falseShare(_ all: [Association?]) -> Double {
    let called = zip(Desk.rules, all).filter { $1?.verdict == .gap || $1?.verdict == .strength }
    return called.isEmpty ? 0 : Double(called.count { $0.0.oddsRatio == 1 }) / Double(called.count)
  }

  private static func moments(_ values: [Double]) -> (mean: Double, spread: Double) {
    let n = Double(max(1, values.count))
    let mean = values.reduce(0, +) / n
    return (mean, (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, n - 1)).squareRoot())
  }

  /// A number with so many digits after the point.
  private static func fixed(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return "–" }
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let whole = Int((abs(value) * scale).rounded())
    let text = String(whole)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    let sign = value < 0 && whole > 0 ? "−" : ""
    return sign + (digits == 0 ? padded : "\(padded.dropLast(digits)).\(padded.suffix(digits))")
  }
}
