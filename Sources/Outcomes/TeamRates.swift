internal import Statistics
internal import Tickets

/// Reopens of teams beside those that tickets of the same kind have elsewhere, with the limits that chance keeps
/// (Spiegelhalter 2005): to see which to ask, never to rank them.
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

  /// Compares teams over the eligible rows; nothing with fewer than three teams or without a reopen.
  ///
  /// - Complexity: O(rows + teams × strata).
  public init(_ table: ObservationTable, _ eligibility: Eligibility) {
    struct Cell: Hashable {
      var priority, category: Int32
    }
    var strata: [Cell: Int] = [:]
    var reference: [Statistics.Proportion] = []
    var counts: [Int32: [Int: Statistics.Proportion]] = [:]
    for (row, cameBack) in zip(eligibility.rows, eligibility.cameBack) {
      let row = Int(row)
      let cell = Cell(priority: table.priority[row], category: table.category[row])
      let stratum = strata[cell] ?? reference.count
      if stratum == reference.count {
        strata[cell] = stratum
        reference.append(Statistics.Proportion(events: 0, total: 0))
      }
      reference[stratum].total += 1
      var own = counts[table.group[row], default: [:]][stratum] ?? Statistics.Proportion(events: 0, total: 0)
      own.total += 1
      if cameBack {
        own.events += 1
        reference[stratum].events += 1
      }
      counts[table.group[row], default: [:]][stratum] = own
    }
    guard counts.count > 2, reference.contains(where: { $0.events > 0 }) else { return }

    // Strata in an order that does not depend on the rows', for sums of floating-point numbers.
    let order = strata.sorted { a, b in
      let (x, y) = (a.key, b.key)
      let (p, q) = (table.priorities.names[Int(x.priority)], table.priorities.names[Int(y.priority)])
      return p != q
        ? p < q : table.categories.names[Int(x.category)] < table.categories.names[Int(y.category)]
    }.map(\.value)
    let named = counts.map { (name: table.groups.names[Int($0.key)], cells: $0.value) }
      .sorted { $0.name < $1.name }
    let pairs = named.compactMap { team -> (name: String, figures: ObservedExpected)? in
      ObservedExpected(
        team: order.map { team.cells[$0] ?? Statistics.Proportion(events: 0, total: 0) },
        reference: order.map { reference[$0] }
      ).map { (team.name, $0) }
    }
    let figures = pairs.map(\.figures)
    guard let funnel = Funnel(figures) else { return }
    let shrunken = ShrunkenRatios(figures)
    isOverdispersed = funnel.isOverdispersed
    teams = pairs.map { name, one in
      Team(
        name: name, observed: one.observed, expected: one.expected, ratio: Effect(one.ratio()),
        shrunken: Effect(shrunken?.ratio(of: one)))
    }
    limits = Self.limits(of: funnel, upTo: figures.map(\.expected).max() ?? 0)
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
