import Glibc
import Outcomes
import Statistics
import Tickets

/// How often the 95 % intervals hold the truth, and how often nothing is called something: the whole way from
/// observations to verdicts.
///
///     simulation truth THREAD RATE TICKETS             the coefficients to be found, from one huge desk
///     simulation desks THREAD RATE TICKETS FROM TO TRUTH…    desks of seeds FROM up to TO, as sums
///     simulation table FILE…                           all sums added up, as tables
///
/// THREAD is `confounder` or `mediator`, RATE the percentage that is reopened. The first two write lines of
/// tab-separated sums, which can be made in pieces, on many machines, and added up by the third.
///
/// The truth of a rule is its coefficient in the model fitted to ten million tickets of the same kind of desk,
/// with as many agents as they need, averaged over rules that are alike.
@main
struct Simulation {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, desk(arguments.dropFirst())) {
    case ("truth", let desk?): truth(of: desk)
    case ("desks", let desk?) where arguments.count > 6:
      guard let from = UInt64(arguments[4]), let to = UInt64(arguments[5]), from <= to else { return usage() }
      let truths = arguments.dropFirst(6).flatMap { SumTable.lines(of: $0) }
      run(desk, seeds: from..<to, SumTable(truths))
    case ("table", _): SumTable(arguments.dropFirst().flatMap { SumTable.lines(of: $0) }).printTables()
    default: usage()
    }
  }

  private static func usage() {
    print("simulation truth THREAD RATE TICKETS | desks THREAD RATE TICKETS FROM TO TRUTH… | table FILE…")
    exit(2)
  }

  private static func desk(_ words: ArraySlice<String>) -> Desk? {
    let words = Array(words)
    guard words.count >= 3, let thread = Desk.Thread(rawValue: words[0]), let rate = Double(words[1]),
      let tickets = Int(words[2])
    else { return nil }
    return Desk(tickets: tickets, baseRate: rate / 100, thread: thread)
  }

  /// Prints the coefficients of the model on a sample so large that its error hardly matters, by kind of rule.
  private static func truth(of desk: Desk) {
    var generator = SplitMix64(seed: 42)
    var options = EstimationOptions()
    options.depth = .primary
    let all = estimate(desk, desk.sample(&generator, withLeaky: false).atCut, options)
    var sums = SumTable()
    for (rule, one) in zip(Desk.rules, all) {
      guard let ratio = one?.adjusted.oddsRatio else { continue }
      sums.add(log(ratio.value), to: "coefficient", of: SumTable.Key(desk, rule, isTruth: true))
    }
    sums.printLines()
  }

  /// The associations in the order of the rules.
  private static func estimate(
    _ desk: Desk, _ table: ObservationTable, _ options: EstimationOptions
  ) -> [Association?] {
    let policy = CutPolicy()
    let eligibility = Eligibility(of: table, policy: policy)
    guard let tickets = ComparedTickets(table, eligibility) else { return [] }
    let all = Associations(rules: desk.summaries, tickets: tickets, isLeaky: false, options: options).rules
    return desk.summaries.map { summary in all.first { $0.rule.id == summary.id } }
  }

  /// Analyses desks and prints the sums of what was seen. Every fourth desk is analysed as a whole thread, too.
  private static func run(_ desk: Desk, seeds: Range<UInt64>, _ truths: SumTable) {
    var sums = SumTable()
    for seed in seeds {
      var generator = SplitMix64(seed: seed)
      let hasLeaky = seed % 4 == 0
      let tables = desk.sample(&generator, withLeaky: hasLeaky)
      let atCut = verdicts(desk, tables.atCut)
      sums.add(falseShare(atCut), to: "false share", of: SumTable.Key(desk))
      for (rule, one) in zip(Desk.rules, atCut) {
        let key = SumTable.Key(desk, rule)
        guard let one, let ratio = one.adjusted.oddsRatio, let p = one.p,
          let truth = truths.mean("coefficient", of: SumTable.Key(desk, rule, isTruth: true))
        else {
          sums.add(1, to: "without estimate", of: key)
          continue
        }
        sums.add(log(ratio.value), to: "estimate", of: key)
        let isCovered = log(ratio.lower) <= truth && truth <= log(ratio.upper)
        sums.add(isCovered ? 1 : 0, to: "covered", of: key)
        sums.add(p <= 0.05 ? 1 : 0, to: "small p", of: key)
        sums.add(isCalled(one) ? 1 : 0, to: "called", of: key)
        sums.add(Double(one.exposed.events), to: "exposed reopens", of: key)
        sums.add(one.varianceInflation ?? 1, to: "inflation", of: key)
      }
      guard hasLeaky else { continue }
      let whole = verdicts(desk, tables.whole)
      sums.add(falseShare(whole), to: "whole false share", of: SumTable.Key(desk))
      for (rule, one) in zip(Desk.rules, whole) {
        guard let one, let ratio = one.adjusted.oddsRatio else { continue }
        sums.add(log(ratio.value), to: "whole estimate", of: SumTable.Key(desk, rule))
        sums.add(isCalled(one) ? 1 : 0, to: "whole called", of: SumTable.Key(desk, rule))
      }
    }
    sums.printLines()
  }

  /// Verdicts with the second model where the first gives cause for it, which gives the same verdicts sooner.
  private static func verdicts(_ desk: Desk, _ table: ObservationTable) -> [Association?] {
    var options = EstimationOptions()
    options.depth = .primary
    let primary = estimate(desk, table, options)
    guard primary.contains(where: isCalled) else { return primary }
    options.depth = .verdicts
    return estimate(desk, table, options)
  }

  private static func isCalled(_ one: Association?) -> Bool {
    one?.verdict == .gap || one?.verdict == .strength
  }

  /// The share of rules without an effect among those called a gap or a strength; 0 if none is.
  private static func falseShare(_ all: [Association?]) -> Double {
    let called = zip(Desk.rules, all).filter { isCalled($1) }
    return called.isEmpty ? 0 : Double(called.count { $0.0.oddsRatio == 1 }) / Double(called.count)
  }
}
