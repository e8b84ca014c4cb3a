internal import Dispatch
internal import Statistics
internal import Synchronization
public import Tickets

/// Ties every rule to reopening and ranks what was found.
public struct Associations: Sendable {
  /// Rules that found something, ranked: gaps by the least they would avoid, then what to watch, then the rest by
  /// name.
  public private(set) var rules: [Association] = []
  /// Facts of the process, measured the same way.
  public private(set) var process: [Association] = []
  /// Rules that had their occasion and never found anything, by name: nothing can be compared.
  public private(set) var neverFound: [RuleSummary] = []

  /// Nothing to compare.
  private init() {}

  /// Measures all of `rules` over the eligible rows of a table.
  ///
  /// - Parameter rules: in the order in which their bits stand in the observations.
  /// - Complexity: O(rules × rows).
  public init(
    rules summaries: [RuleSummary], table: ObservationTable, eligibility: Eligibility, policy: CutPolicy,
    options: EstimationOptions = EstimationOptions()
  ) {
    let whole = policy.allowsLeak ? nil : WholeTicketReassignments(table)
    guard let tickets = ComparedTickets(table, eligibility) else {
      self.init()
      return
    }
    self.init(rules: summaries, tickets: tickets, isLeaky: policy.allowsLeak, options: options)
    if let whole { for index in process.indices { whole.add(to: &process[index]) } }
  }

  /// Measures all of `rules` over some tickets.
  ///
  /// - Parameter isLeaky: whether what is known of them may be from after a reopen.
  /// - Complexity: O(rules × rows); one or two fits a rule at a time for each core.
  public init(
    rules summaries: [RuleSummary], tickets: ComparedTickets, isLeaky: Bool,
    options: EstimationOptions = EstimationOptions()
  ) {
    let events = tickets.events(.cameBack)
    let measurer = Measurer(tickets: tickets, events: events, options: options)
    var measured = measurer.measure(summaries)
    neverFound = measured.filter { $0.table.exposedTotal == 0 && $0.table.total > 0 }
      .map(\.association.rule).sorted { $0.id < $1.id }
    measured.removeAll { $0.table.exposedTotal == 0 }
    rules = Self.judge(measured, tickets, isLeaky, options)
    process = Self.judge(measurer.measureProcess(), tickets, isLeaky, options)
    guard let samples = options.bootstrapSamples else { return }
    measurer.resample(&rules, samples) { one in
      summaries.firstIndex { $0.id == one.rule.id }.map { (.rule($0), .primary(for: one.rule.anchor)) }
    }
    measurer.resample(&process, samples) { _ in (.reassigned, .ticket) }
  }

  /// q-values over the family, verdicts, the limits to rank by, and the words.
  ///
  /// The family is fixed before outcomes are looked at: rules with enough tickets in both arms by the margins. A
  /// rule and its exact opposite (restated, not restated) are one hypothesis.
  static func judge(
    _ measured: [Estimation], _ tickets: ComparedTickets, _ isLeaky: Bool, _ options: EstimationOptions
  ) -> [Association] {
    var measured = measured
    var hypotheses: [DivisionHash: Int] = [:]
    var p: [Double] = []
    for one in measured where one.isInFamily && hypotheses[one.division] == nil {
      hypotheses[one.division] = p.count
      p.append(one.association.p ?? 1)
    }
    let q = Multiplicity.qValues(p)
    for index in measured.indices {
      if measured[index].isInFamily {
        measured[index].association.q = hypotheses[measured[index].division].map { q[$0] }
      }
      measured[index].decide(smallestEffect: options.smallestEffect)
      measured[index].association.isLeaky = isLeaky
    }

    let isSelected = measured.indices.filter {
      measured[$0].association.verdict == .gap || measured[$0].association.verdict == .strength
    }
    let selected = Set(isSelected.map { measured[$0].division }).count
    if let level = Multiplicity.falseCoverageLevel(selected: selected, family: p.count) {
      for index in isSelected {
        measured[index].association.avoidableSelected = Effect(
          measured[index].figures?.effect?.avoidableEvents(level: level))
      }
    }
    for index in measured.indices {
      measured[index].association.sentence = VerdictWords.sentence(for: measured[index].association)
      measured[index].association.finePrint = VerdictWords.finePrint(
        for: measured[index].association, tickets)
    }
    return measured.map(\.association).sorted(by: ranksBefore)
  }

  /// Gaps first, by the lower limit of what would be avoided; then watch, by the estimate; then the rest.
  private static func ranksBefore(_ a: Association, _ b: Association) -> Bool {
    func order(_ one: Association) -> (Int, Double, String) {
      let limits = one.avoidableSelected ?? one.avoidable
      return switch one.verdict {
      case .gap: (0, -(limits?.lower ?? 0), one.rule.id.description)
      case .watch: (1, -(one.avoidable?.value ?? 0), one.rule.id.description)
      case .strength: (2, limits?.upper ?? 0, one.rule.id.description)
      case .cannotTell: (3, 0, one.rule.id.description)
      case .negligible: (4, 0, one.rule.id.description)
      }
    }
    return order(a) < order(b)
  }
}

/// Estimates one exposure after the other, as many at a time as there are cores; results don't depend on which.
struct Measurer {
  let tickets: ComparedTickets
  let events: [UInt8]
  let options: EstimationOptions
  /// Designs made before, for many runs over the same tickets.
  var prepared: Designs?

  static let reassigned = RuleSummary(
    id: "process.reassigned", title: "Reassigned before the first resolution",
    rationale: "Each handover loses some of what the requester said, unless the note carries it.",
    practice: "Write the handover so that the next person need not ask the requester again.",
    kind: .gap, anchor: .anyReply)

  /// All rules that had an occasion. Rules with the same covariates are measured together, and all of them by one model
  /// before the other, so that the patterns of one set of covariates are in memory at a time.
  func measure(_ summaries: [RuleSummary]) -> [Estimation] {
    let looked = summaries.indices.filter { rule in
      guard rule < RuleBits.capacity else { return false }
      let looked = tickets.looked.having(rule)
      return tickets.counts.indices.contains { looked[$0] }
    }
    var measured: [Int: Estimation] = [:]
    for isThread in [false, true] {
      let group = looked.filter { (summaries[$0].anchor == .anyReply) == isThread }
      if group.isEmpty { continue }
      let anchor: Anchor = isThread ? .anyReply : .firstReply
      let results = measureByPrimary(group, summaries, .primary(for: anchor))
      for (rule, one) in zip(group, results) { measured[rule] = one }
      if options.depth == .primary || prepared != nil { continue }
      let second = designs([.sensitivity(for: anchor)])
      let added = parallel(group.count) { place in
        var one = results[place]
        one.addSensitivity(tickets.arms(.rule(group[place])), events, second)
        return one
      }
      for (rule, one) in zip(group, added) { measured[rule] = one }
    }
    return looked.compactMap { measured[$0] }
  }

  /// Everything but the second model, which comes with designs that were made before.
  private func measureByPrimary(_ rules: [Int], _ summaries: [RuleSummary], _ adjustment: Adjustment)
    -> [Estimation]
  {
    let isRewritten = !tickets.lookedDifference.isUniform || !tickets.foundDifference.isUniform
    let designs = designs([adjustment])
    return parallel(rules.count) { place in
      let (rule, summary) = (rules[place], summaries[rules[place]])
      var one = Estimation(summary, .rule(rule), in: tickets, designs, events, depth: options.depth)
      guard options.depth == .everything else { return one }
      if isRewritten && summary.anchor == .closingText { one.addFirmVariant(rule, events, tickets) }
      if summary.anchor == .anyReply {
        one.addDose(.findings(rule), steps: 4, designs, events, tickets)
      }
      one.addSecondary(.rule(rule), designs, tickets)
      return one
    }
  }

  /// Facts of the process.
  func measureProcess() -> [Estimation] {
    guard tickets.knowsReassignments else { return [] }
    // Reassignments are the exposure here, so neither model adjusts for them.
    var one = measureReassigned(designs([.ticket]))
    if options.depth != .primary && prepared == nil {
      one.addSensitivity(tickets.arms(.reassigned), events, designs([.thread]))
    }
    return [one]
  }

  private func measureReassigned(_ designs: Designs) -> Estimation {
    var one = Estimation(
      Self.reassigned, .reassigned, in: tickets, designs, events, depth: options.depth,
      primary: .ticket, second: .thread)
    if options.depth == .everything { one.addDose(.reassignments, steps: 5, designs, events, tickets) }
    return one
  }

  /// Adds the cluster bootstrap to gaps, strengths and what to watch: nobody acts on the others' figures.
  ///
  /// - Parameter comparison: what divides the tickets, and what it is adjusted for.
  /// - Complexity: a fit a sample and association, as many at a time as there are cores.
  func resample(
    _ all: inout [Association], _ samples: Int, _ comparison: (Association) -> (Exposure, Adjustment)?
  ) {
    let chosen = all.indices.filter { [.gap, .strength, .watch].contains(all[$0].verdict) }
    let comparisons = chosen.compactMap { index in comparison(all[index]).map { (index, $0.0, $0.1) } }
    for adjustment in Adjustment.allCases {
      let group = comparisons.filter { $0.2 == adjustment }
      if group.isEmpty { continue }
      let designs = designs([adjustment])
      let results = parallel(group.count) { place in
        designs.bootstrap(adjustment, tickets.arms(group[place].1), events, samples: samples)
      }
      for (one, result) in zip(group, results) { all[one.0].bootstrap = result }
    }
  }

  private func designs(_ wanted: [Adjustment]) -> Designs {
    prepared ?? Designs(tickets, wanted, events)
  }

  /// The results of 0, 1, … in order, so many at a time as there are threads.
  private func parallel<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    let threads = min(options.threads ?? count, count)
    if threads <= 1 { return (0..<count).map(work) }
    let results = Mutex([Result?](repeating: nil, count: count))
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let place = next.withLock { next in
          defer { next += 1 }
          return next
        }
        if place >= count { return }
        let one = work(place)
        results.withLock { $0[place] = one }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
