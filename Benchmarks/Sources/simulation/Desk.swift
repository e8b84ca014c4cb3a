import Glibc
import Outcomes
import Statistics
import Tickets

/// A made-up service desk: what is true of it, and samples of its tickets.
///
/// Tickets have a priority, a category, a team, a month, a length of the request, an agent and a thread. Priority and
/// team go with reopening and with what rules find; agents have a reopen rate and a habit for every rule, drawn
/// apart, so that they are noise that tickets share and no confounder.
///
/// The thread's length is either a confounder, as for rules that look at *any reply* (long threads have more
/// chances and are reopened more), or a mediator, as for rules that look at the *first reply* (a poor first reply
/// makes the thread longer, which goes with reopening).
struct Desk {
  /// What the length of the thread is to a rule.
  enum Thread: String { case confounder, mediator }

  /// Tickets in a sample.
  var tickets: Int
  /// Share of tickets that are reopened, about.
  var baseRate: Double
  /// What the length of the thread is.
  var thread: Thread

  /// One rule: how often it finds something, and the odds ratio that is planted at given agent and thread.
  struct Rule: Hashable {
    var prevalence: Double
    var oddsRatio: Double
  }

  /// Three prevalences, each with eight rules without effect and two with one.
  static let rules = [0.05, 0.15, 0.4].flatMap { prevalence in
    [Rule](repeating: Rule(prevalence: prevalence, oddsRatio: 1), count: 8)
      + [Rule](repeating: Rule(prevalence: prevalence, oddsRatio: 1.5), count: 2)
  }
  /// Tickets an agent has on average.
  static let ticketsPerAgent = 125
  /// Standard deviation of agents' log-odds, of a reopen and of every exposure.
  static let agentSpread = 0.4

  private static let outcomeByPriority = [0, 0.25, 0.5, 0.8]
  private static let outcomeByGroup = [0, 0.4, -0.3, 0.2, 0.6]
  private static let outcomeByCategory = [0, 0.2, -0.2, 0.1, 0, -0.1]
  private static let exposureByPriority = [0, 0.2, 0.4, 0.5]
  private static let exposureByGroup = [0, 0.5, -0.5, 0.2, 0.8]

  /// What `RuleSummary`s the rules have.
  var summaries: [RuleSummary] {
    Self.rules.indices.map {
      RuleSummary(
        id: RuleID("simulated.\($0)"), title: "Rule \($0)", rationale: "", practice: "", kind: .gap,
        anchor: thread == .confounder ? .anyReply : .firstReply)
    }
  }

  /// Draws a sample: as it stands at the first resolution, and as it stands when all is over.
  func sample(_ generator: inout SplitMix64, withLeaky: Bool) -> (
    atCut: ObservationTable, whole: ObservationTable
  ) {
    let agents = max(2, tickets / Self.ticketsPerAgent)
    let outcomeHabit = (0..<agents).map { _ in Self.agentSpread * generator.normal() }
    let exposureHabit = (0..<agents * Self.rules.count).map { _ in Self.agentSpread * generator.normal() }
    var (atCut, whole) = (ObservationTable(), ObservationTable())
    let end = Timestamp(year: 2026, month: 7, day: 1)
    for table in 0..<2 { if table == 0 { atCut.note(event: end) } else { whole.note(event: end) } }
    let names = (0..<agents).map { "a\($0)" }
    for _ in 0..<tickets {
      var row = Observation()
      let (priority, category) = (Int(generator.next(below: 4)), Int(generator.next(below: 6)))
      let group = Int(generator.next(below: 5))
      // The square of an even number makes busy and quiet agents.
      let even = generator.unit()
      let agent = min(agents - 1, Int(even * even * Double(agents)))
      row.cutAt = end.adding(seconds: -86_400 * (30 + Int64(generator.next(below: 180))))
      row.requestWords = Int32(20 * exp(0.8 * generator.normal()))
      var messages = 1
      while messages < 12 && generator.unit() < 0.6 { messages += 1 }
      var logOdds = logOdds(baseRate) - 0.75 + Self.outcomeByPriority[priority] + Self.outcomeByGroup[group]
      logOdds += Self.outcomeByCategory[category] + outcomeHabit[agent]
      var found: [Bool] = []
      var effect = 0.0
      for (place, rule) in Self.rules.enumerated() {
        var exposure = self.logOdds(rule.prevalence) - 0.45 + Self.exposureByPriority[priority]
        exposure += Self.exposureByGroup[group] + exposureHabit[place * agents + agent]
        if thread == .confounder { exposure += 0.25 * (Double(messages) - 2.5) }
        found.append(generator.unit() < logistic(exposure))
        guard found[place], rule.oddsRatio != 1 else { continue }
        effect += log(rule.oddsRatio)
        if thread == .mediator && generator.unit() < 0.5 { messages += 1 }
      }
      // Centred, so that the base rate stays about what it is called.
      logOdds += effect - 6 * 0.15 * log(1.5) + 0.12 * (Double(messages) - 2.5)
      let isReopened = generator.unit() < logistic(logOdds)
      row.reopenedAt = isReopened ? row.cutAt?.adding(seconds: 86_400) : nil
      row.isReopenedEver = isReopened
      row.source = .history
      row.isAsExported = false
      row.staffMessages = Int32(messages)
      row.staffWords = Int32(Double(messages) * 35 * exp(0.4 * generator.normal()))
      for (place, isFound) in found.enumerated() {
        row.looked[place] = true
        row.found[place] = isFound
      }
      (row.lookedFirmly, row.foundFirmly) = (row.looked, row.found)
      func add(_ row: Observation, to table: inout ObservationTable) {
        var row = row
        row.priority = table.priorities.code("p\(priority)")
        row.category = table.categories.code("c\(category)")
        row.group = table.groups.code("g\(group)")
        row.assignee = table.assignees.code(names[agent])
        table.append(row)
      }
      add(row, to: &atCut)
      guard withLeaky else { continue }
      if isReopened {
        // A reopened ticket goes on: two more replies, each with its chances.
        row.staffMessages += 2
        row.staffWords += 70
        for (place, rule) in Self.rules.enumerated() where generator.unit() < rule.prevalence {
          row.found[place] = true
        }
        row.foundFirmly = row.found
      }
      add(row, to: &whole)
    }
    return (atCut, whole)
  }

  private func logOdds(_ p: Double) -> Double { log(p / (1 - p)) }
  private func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}

extension SplitMix64 {
  /// A number from 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
  /// A standard normal number, by its quantile.
  mutating func normal() -> Double { Normal().quantile((Double(next() >> 11) + 0.5) * 0x1p-53) }
}
