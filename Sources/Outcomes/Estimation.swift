internal import Statistics
internal import Tickets

/// What is worth its time: everything, unless told otherwise.
public struct EstimationOptions: Sendable {
  /// The smallest risk ratio above 1 that matters; below it, and above its inverse, an effect is negligible.
  public var smallestEffect = 1.25
  /// How much is estimated.
  public var depth = Depth.everything
  /// How many exposures are estimated at a time; `nil` for as many as there are cores. Results don't depend on it.
  public var threads: Int?
  /// Samples of the cluster bootstrap of standardised figures; `nil` for none. Fewer than 100 give no interval.
  public var bootstrapSamples: Int?

  /// How much is estimated, from less to more.
  public enum Depth: Sendable {
    /// The primary model alone.
    case primary
    /// And the second model, which verdicts ask for.
    case verdicts
    /// And doses, variants and further outcomes.
    case everything
  }

  /// The usual.
  public init() {}
}

/// Which covariates a comparison is adjusted for.
enum Adjustment: CaseIterable {
  /// What the ticket is.
  case ticket
  /// That, and how long the thread was at the cut.
  case thread
  /// What the ticket is, and reassignments.
  case ticketAndMoves
  /// All of it.
  case threadAndMoves

  var covariates: [Int] {
    let moves = [ComparedTickets.Covariates.reassignments]
    return switch self {
    case .ticket: ComparedTickets.Covariates.ticket
    case .thread: ComparedTickets.Covariates.thread
    case .ticketAndMoves: ComparedTickets.Covariates.ticket + moves
    case .threadAndMoves: ComparedTickets.Covariates.thread + moves
    }
  }

  /// What a rule that looks there is adjusted for: the longer the thread, the more chances for *any reply*.
  static func primary(for anchor: Anchor) -> Adjustment { anchor == .anyReply ? .thread : .ticket }

  /// The other choice about thread length, and reassignments.
  static func sensitivity(for anchor: Anchor) -> Adjustment {
    anchor == .anyReply ? .ticketAndMoves : .threadAndMoves
  }

  var words: String {
    let ticket = "priority, category, group, request length"
    return switch self {
    case .ticket: ticket + " and month"
    case .thread: ticket + ", month, staff messages and staff words"
    case .ticketAndMoves: ticket + ", month and reassignments"
    case .threadAndMoves: ticket + ", month, staff messages, staff words and reassignments"
    }
  }
}

/// One model's figures, all that is kept of it.
struct ModelFigures: Sendable {
  let oddsRatio: Estimate?
  let effect: StandardisedEffect?
  let varianceInflation: Double
  let explainedShare: Double
  /// `nil` where the model can't be fitted: an arm is empty, or the outcome does not vary.
  init?(
    _ design: Design, _ arms: [UInt8], _ events: [UInt8], scores: [Double], near: FirthStart?,
    standardising: Bool
  ) {
    guard
      let model = try? FirthRegression(
        design, exposure: arms, outcome: events, arms: scores, near: near, standardising: standardising)
    else { return nil }
    oddsRatio = model.oddsRatio()
    effect = model.standardised
    varianceInflation = model.varianceInflation
    explainedShare = model.explainedShare
  }
}

/// One exposure against coming back: every figure but those that need the other rules.
struct Estimation: Sendable {
  /// Fewer expected reopens than this in an arm, and no model is fitted.
  private static let leastForModel = 2.0

  var association: Association
  let table: FourfoldTable
  let division: DivisionHash
  let figures: ModelFigures?
  /// The 90 % interval of the standardised risk ratio.
  private let narrowRiskRatio: Effect?
  private let primary, second: Adjustment
  /// Whether the second model was asked for and gave nothing.
  private var sensitivityFailed = false

  /// Compares the arms of `exposure`.
  ///
  /// - Parameters:
  ///   - primary: what to adjust for; by default what the rule's anchor asks for.
  ///   - second: what else to adjust for, to see whether it holds up.
  ///   - designs: the covariates' patterns; a design that is missing is not used.
  /// - Complexity: O(rows) and a few fits.
  init(
    _ rule: RuleSummary, _ exposure: Exposure, in tickets: ComparedTickets, _ designs: Designs,
    _ events: [UInt8], depth: EstimationOptions.Depth, primary: Adjustment? = nil, second: Adjustment? = nil
  ) {
    let arms = tickets.arms(exposure)
    let table = tickets.table(arms, events)
    let pooled = MantelHaenszel(tickets.stratified(arms, events))
    let primary = primary ?? .primary(for: rule.anchor)
    self.primary = primary
    self.second = second ?? .sensitivity(for: rule.anchor)
    let expected = Self.expected(table)
    let isWorthIt = min(expected.exposed, expected.unexposed) >= Self.leastForModel
    let figures = isWorthIt ? designs.figures(primary, arms, events, standardising: true) : nil
    self.table = table
    self.figures = figures
    division = DivisionHash(arms)
    narrowRiskRatio = Effect(figures?.effect?.riskRatio(level: 0.90))

    var one = Association(
      rule: rule, exposed: Proportion(table.exposed), unexposed: Proportion(table.unexposed),
      notApplicable: tickets.ticketCount - table.total,
      crude: EffectSet(
        riskDifferencePer100: Effect(table.riskDifference()?.scaled(by: 100)),
        riskRatio: Effect(table.riskRatio()), oddsRatio: Effect(table.oddsRatio())),
      adjusted: EffectSet(
        riskDifferencePer100: Effect(figures?.effect?.riskDifference()?.scaled(by: 100)),
        riskRatio: Effect(figures?.effect?.riskRatio()), oddsRatio: Effect(figures?.oddsRatio)),
      adjustment: "Firth logistic regression on " + primary.words,
      informativeStrata: pooled.strata.count - pooled.oneArmedCount,
      uninformativeStrata: pooled.oneArmedCount, p: figures?.oddsRatio?.p, q: nil,
      avoidable: Effect(figures?.effect?.avoidableEvents()), verdict: .cannotTell, sentence: "",
      finePrint: "",
      reopensNeeded: nil, mayBeRewritten: false, isLeaky: false)
    one.stratified = EffectSet(
      riskDifferencePer100: Effect(pooled.riskDifference()?.scaled(by: 100)),
      riskRatio: Effect(pooled.riskRatio()), oddsRatio: Effect(pooled.oddsRatio()))
    one.homogeneityP = pooled.homogeneity.flatMap { $0.isTrustworthy ? $0.p : nil }
    one.eValue = figures?.effect?.riskRatio().flatMap(EValue.init(riskRatio:))
      .map { Association.StrengthToExplainAway(value: $0.value, limit: $0.limit) }
    one.varianceInflation = figures?.varianceInflation
    one.assignees = tickets.clusterCount(arms)
    association = one
    notePower()
    if depth == .primary { return }
    if designs.has(self.second) { addSensitivity(arms, events, designs) }
    guard depth == .everything else { return }
    addVariants(arms, events, tickets)
    addClosing(arms, tickets)
  }

  /// The expected reopens of both arms by the margins alone.
  static func expected(_ table: FourfoldTable) -> (exposed: Double, unexposed: Double) {
    guard table.total > 0 else { return (0, 0) }
    let rate = Double(table.events) / Double(table.total)
    return (rate * Double(table.exposedTotal), rate * Double(table.unexposedTotal))
  }

  /// Whether there is enough for a verdict by the margins alone: such rules make the family of tests.
  var isInFamily: Bool {
    let expected = Self.expected(table)
    return min(expected.exposed, expected.unexposed) >= VerdictRule.leastExpected && association.p != nil
  }

  /// What these tickets can show, and what it would take to show an odds ratio of 1.25.
  private mutating func notePower() {
    guard table.total > 0 else { return }
    let power = Power(
      exposedShare: Double(table.exposedTotal) / Double(table.total),
      eventRate: Double(table.events) / Double(table.total),
      varianceInflation: figures?.varianceInflation ?? 1, explainedShare: figures?.explainedShare ?? 0)
    association.detectableOddsRatio = power.minimumDetectableOddsRatio(tickets: table.total)
    association.reopensNeeded = power.eventsNeeded(oddsRatio: 1.25).map { max(0, $0 - table.events) }
  }

  /// Fits the second model, where the first could be fitted.
  mutating func addSensitivity(_ arms: [UInt8], _ events: [UInt8], _ designs: Designs) {
    guard figures != nil, designs.has(second) else { return }
    if let oddsRatio = Effect(designs.figures(second, arms, events)?.oddsRatio) {
      association.sensitivity = Association.Sensitivity(oddsRatio: oddsRatio, adjustment: second.words)
    } else {
      sensitivityFailed = true
    }
  }

  private mutating func addVariants(_ arms: [UInt8], _ events: [UInt8], _ tickets: ComparedTickets) {
    func add(_ name: String, _ arms: [UInt8], _ events: [UInt8]) {
      association.variants.append(Association.Variant(name, arms, events, tickets))
    }
    let outcomes = tickets.outcomes
    if outcomes.contains(where: { $0.contains(.cameBack) != $0.contains(.reopened) }) {
      add("reopened, whatever for, and nothing else", arms, tickets.events(.reopened))
    }
    if outcomes.contains(where: { $0.contains(.notUnderstood) }) {
      add("reopened because the answer was not understood or missing", arms, tickets.events(.notUnderstood))
    }
    if outcomes.contains(where: { $0.contains(.hasSeveralReopens) }) {
      let rest = arms.indices.map { outcomes[$0].contains(.hasSeveralReopens) ? Cohort.missing : arms[$0] }
      add("without tickets with several reopens, whose first is not known", rest, events)
    }
  }

  private mutating func addClosing(_ arms: [UInt8], _ tickets: ComparedTickets) {
    let table = tickets.table(arms, tickets.events(.closedEarly, knownBy: .knowsClosing))
    if table.total > 0 {
      association.closedEarly = (Proportion(table.exposed), Proportion(table.unexposed))
    }
  }

  /// The same comparison where text that may have been overwritten is left out.
  mutating func addFirmVariant(_ rule: Int, _ events: [UInt8], _ tickets: ComparedTickets) {
    association.mayBeRewritten = true
    association.variants.append(
      Association.Variant(
        "without text that may have been rewritten", tickets.arms(.ruleFirmly(rule)), events, tickets))
  }

  /// Reopening by how often it was found.
  mutating func addDose(
    _ exposure: Exposure, steps: Int, _ designs: Designs, _ events: [UInt8],
    _ tickets: ComparedTickets
  ) {
    let arms = tickets.arms(exposure)
    var rates = [Proportion](repeating: Proportion(events: 0, total: 0), count: steps)
    for row in arms.indices where Int(arms[row]) < steps && events[row] != Cohort.missing {
      rates[Int(arms[row])].total += Int(tickets.counts[row])
      if events[row] > 0 { rates[Int(arms[row])].events += Int(tickets.counts[row]) }
    }
    guard rates.dropFirst(2).contains(where: { $0.total > 0 }) else { return }
    let figures =
      figures == nil
      ? nil
      : designs.figures(primary, arms, events, scores: (0..<steps).map(Double.init))
    association.dose = Association.Dose(
      rates: rates, oddsRatioPerStep: Effect(figures?.oddsRatio), p: figures?.oddsRatio?.p)
  }

  /// Other outcomes: what comes after the first reply for rules that look there, satisfaction for all.
  mutating func addSecondary(
    _ exposure: Exposure, _ designs: Designs, _ tickets: ComparedTickets
  ) {
    let arms = tickets.arms(exposure)
    let questions: [(String, OutcomeBits, OutcomeBits, Bool)] = [
      ("reassigned after the first reply", .reassigned, .knowsReassigned, true),
      ("slower from the first reply than the median of its group and priority", .slow, .knowsSlow, true),
      ("satisfaction of 2 or less, among those who answered", .unsatisfied, .knowsSatisfaction, false),
    ]
    for (name, outcome, known, isAfterReply) in questions
    where !isAfterReply || association.rule.anchor == .firstReply {
      guard tickets.outcomes.contains(where: { $0.contains(outcome) }) else { continue }
      let events = tickets.events(outcome, knownBy: known)
      let table = tickets.table(arms, events)
      let expected = Self.expected(table)
      let figures =
        min(expected.exposed, expected.unexposed) >= VerdictRule.leastExpected
        ? designs.figures(primary, arms, events)
        : nil
      association.secondary.append(
        Association.SecondaryOutcome(
          name: name, exposed: Proportion(table.exposed), unexposed: Proportion(table.unexposed),
          knownExposed: Proportion(events: table.exposedTotal, total: association.exposed.total),
          knownUnexposed: Proportion(events: table.unexposedTotal, total: association.unexposed.total),
          oddsRatio: Effect(figures?.oddsRatio), p: figures?.oddsRatio?.p))
    }
  }

  /// The word, once the q-value is known.
  mutating func decide(smallestEffect: Double) {
    var rule = VerdictRule(
      expected: Self.expected(table), clusters: association.assignees ?? 0, narrowRiskRatio: narrowRiskRatio,
      primary: association.adjusted.oddsRatio, crude: association.crude.oddsRatio,
      sensitivity: association.sensitivity?.oddsRatio, q: association.q)
    rule.smallestEffect = smallestEffect
    // A second view that can't be had does not confirm the first.
    if sensitivityFailed { rule.sensitivity = Effect(value: 1, lower: 0, upper: .greatestFiniteMagnitude) }
    association.verdict = rule.verdict
    // More reopens of the same few people settle nothing.
    let isSettledByMore = association.verdict == .watch || association.verdict == .cannotTell
    if !isSettledByMore || rule.clusters < VerdictRule.leastClusters { association.reopensNeeded = nil }
  }
}

extension Association.Variant {
  init(_ name: String, _ arms: [UInt8], _ events: [UInt8], _ tickets: ComparedTickets) {
    let table = tickets.table(arms, events)
    let pooled = MantelHaenszel(tickets.stratified(arms, events))
    self.init(
      name: name, exposed: Proportion(table.exposed), unexposed: Proportion(table.unexposed))
    riskDifferencePer100 = Effect(pooled.riskDifference()?.scaled(by: 100))
    oddsRatio = Effect(table.oddsRatio())
  }
}

extension Proportion {
  init(_ proportion: Statistics.Proportion) {
    self.init(events: proportion.events, total: proportion.total)
  }

  /// Wilson's interval of the share, 0…1; `nil` of nothing.
  public func interval(level: Double = 0.95) -> Effect? {
    Effect(Statistics.Proportion(events: events, total: total).wilson(level: level))
  }
}

extension Effect {
  /// The shown part of an estimate.
  init?(_ estimate: Estimate?) {
    guard let estimate else { return nil }
    self.init(value: estimate.value, lower: estimate.lower, upper: estimate.upper)
  }
}
