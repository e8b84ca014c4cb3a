internal import Statistics
internal import TemporaryFiles
internal import Tickets

/// Reopens of teams beside those that tickets of the same kind have elsewhere, with the limits that chance keeps
/// (Spiegelhalter 2005): to see which to ask, never to rank them.
///
/// A ticket belongs to the team that wrote the last reply before its first resolution, and the figures are given once
/// more with each ticket in all teams that replied. Where the export does not say who held a ticket when, both are the
/// team at the first resolution.
public struct TeamRates: Sendable {
  /// One team.
  public struct Team: Sendable, Equatable {
    /// Its name; empty for "not said".
    public var name: String
    /// Tickets that came back.
    public var observed: Int
    /// Those expected of tickets of the same priority and category.
    public var expected: Double
    /// Observed ÷ expected with exact limits.
    public var ratio: Effect?
    /// The same drawn towards the mean, the more the fewer are expected (empirical Bayes, Marshall 1991).
    public var shrunken: Effect?
    /// Observed and expected among all tickets that the team replied to; `nil` where no ticket had two teams reply.
    public var amongAllReplied: Load?
  }

  /// Reopens of a team, and those expected.
  public struct Load: Sendable, Equatable {
    /// Tickets that came back.
    public var observed: Int
    /// Those expected of tickets of the same priority and category.
    public var expected: Double

    /// A number of reopens, and those expected.
    public init(observed: Int, expected: Double) {
      self.observed = observed
      self.expected = expected
    }
  }

  /// The limits of observed ÷ expected at one number of expected reopens.
  public struct Limit: Sendable, Equatable {
    /// Reopens expected.
    public var expected: Double
    /// 95 % limits.
    public var usual: ClosedRange<Double>
    /// 99.8 % limits.
    public var wide: ClosedRange<Double>
  }

  /// The teams by name.
  public private(set) var teams: [Team] = []
  /// The limits, by rising number of expected reopens.
  public private(set) var limits: [Limit] = []
  /// Whether teams differ by more than chance, so that the limits have been widened.
  public private(set) var isOverdispersed = false

  /// Tickets to which more than one team replied.
  public private(set) var sharedTickets = 0

  /// Compares teams over the eligible rows; nothing with fewer than three teams or without a reopen.
  ///
  /// - Complexity: O(rows + teams × strata).
  public init(_ table: ObservationTable, _ eligibility: Eligibility) {
    var book = table.groups
    let teamsOfCode = table.replyTeamSets.names.map { joined in
      ObservationTable.teams(joined).map { book.code($0) }
    }
    var reference = StratumCounts()
    var (last, all) = ([Int32: StratumCounts](), [Int32: StratumCounts]())
    for (row, cameBack) in zip(eligibility.rows, eligibility.cameBack) {
      let row = Int(row)
      let stratum = StratumCounts.Stratum(priority: table.priority[row], category: table.category[row])
      let atCut = table.group[row]
      let replied = teamsOfCode[Int(table.replyTeams[row])]
      if replied.count > 1 { sharedTickets += 1 }
      reference.add(stratum, cameBack)
      last[replied.last ?? atCut, default: StratumCounts()].add(stratum, cameBack)
      for team in replied.isEmpty ? [atCut] : replied {
        all[team, default: StratumCounts()].add(stratum, cameBack)
      }
    }
    guard last.count > 2, reference.hasEvents else { return }

    // Strata and teams in an order that does not depend on the rows', for sums of floating-point numbers.
    let strata = reference.strata.sorted { a, b in
      let (p, q) = (table.priorities.names[Int(a.priority)], table.priorities.names[Int(b.priority)])
      let (r, s) = (table.categories.names[Int(a.category)], table.categories.names[Int(b.category)])
      return (p, r) < (q, s)
    }
    let expectedOf = reference.counts(in: strata)
    func figures(_ counts: StratumCounts?) -> ObservedExpected? {
      counts.flatMap { ObservedExpected(team: $0.counts(in: strata), reference: expectedOf) }
    }
    let named = last.map { (name: book.names[Int($0.key)], code: $0.key, counts: $0.value) }
      .sorted { $0.name < $1.name }
    let pairs = named.compactMap { team in figures(team.counts).map { (team: team, figures: $0) } }
    guard let funnel = Funnel(pairs.map(\.figures)) else { return }
    let shrunken = ShrunkenRatios(pairs.map(\.figures))
    isOverdispersed = funnel.isOverdispersed
    teams = pairs.map { team, one in
      Team(
        name: team.name, observed: one.observed, expected: one.expected, ratio: Effect(one.ratio()),
        shrunken: Effect(shrunken?.ratio(of: one)),
        amongAllReplied: sharedTickets == 0
          ? nil : figures(all[team.code]).map { Load(observed: $0.observed, expected: $0.expected) })
    }
    limits = Self.limits(of: funnel, upTo: pairs.map(\.figures.expected).max() ?? 0)
  }

  /// Limits at some forty numbers of expected reopens, closer where they bend.
  private static func limits(of funnel: Funnel, upTo most: Double) -> [Limit] {
    guard most > 0 else { return [] }
    return (1...40).compactMap { step in
      let share = Double(step) / 40
      let expected = most * 1.05 * share * share
      guard let usual = funnel.limits(expected: expected, level: 0.95),
        let wide = funnel.limits(expected: expected, level: 0.998), usual.lower <= usual.upper,
        wide.lower <= wide.upper
      else { return nil }
      return Limit(
        expected: expected, usual: usual.lower...usual.upper, wide: wide.lower...wide.upper)
    }
  }
}

/// Tickets and reopens by priority and category.
private struct StratumCounts {
  struct Stratum: Hashable {
    var priority, category: Int32
  }
  private var cells: [Stratum: Statistics.Proportion] = [:]

  mutating func add(_ stratum: Stratum, _ cameBack: Bool) {
    var cell = cells[stratum] ?? Statistics.Proportion(events: 0, total: 0)
    cell.total += 1
    if cameBack { cell.events += 1 }
    cells[stratum] = cell
  }

  var hasEvents: Bool { cells.values.contains { $0.events > 0 } }

  var strata: some Collection<Stratum> { cells.keys }

  func counts(in strata: [Stratum]) -> [Statistics.Proportion] {
    strata.map { cells[$0] ?? Statistics.Proportion(events: 0, total: 0) }
  }
}
