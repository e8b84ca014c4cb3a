/// Events with and without an exposure: a 2×2 table.
///
///                events   no event
///     exposed       a         b      exposedTotal
///     unexposed     c         d      unexposedTotal
///
/// Counts that contradict each other (negative, more events than the total) give `nil` everywhere. A sum beyond
/// all integers turns negative, and so does the same.
public struct FourfoldTable: Hashable, Sendable {
  /// a: events among the exposed.
  public var exposedEvents: Int
  /// a + b.
  public var exposedTotal: Int
  /// c: events among the unexposed.
  public var unexposedEvents: Int
  /// c + d.
  public var unexposedTotal: Int

  /// A table of the given counts; an empty one by default.
  public init(
    exposedEvents: Int = 0, exposedTotal: Int = 0, unexposedEvents: Int = 0, unexposedTotal: Int = 0
  ) {
    self.exposedEvents = exposedEvents
    self.exposedTotal = exposedTotal
    self.unexposedEvents = unexposedEvents
    self.unexposedTotal = unexposedTotal
  }

  /// Adds `count` tickets of one kind.
  public mutating func add(exposed: Bool, event: Bool, count: Int = 1) {
    if exposed {
      exposedTotal &+= count
      if event { exposedEvents &+= count }
    } else {
      unexposedTotal &+= count
      if event { unexposedEvents &+= count }
    }
  }

  /// Both tables poured together.
  public static func + (a: Self, b: Self) -> Self {
    FourfoldTable(
      exposedEvents: a.exposedEvents &+ b.exposedEvents, exposedTotal: a.exposedTotal &+ b.exposedTotal,
      unexposedEvents: a.unexposedEvents &+ b.unexposedEvents,
      unexposedTotal: a.unexposedTotal &+ b.unexposedTotal)
  }

  /// Whether the counts are possible.
  public var isPossible: Bool {
    exposedEvents >= 0 && exposedEvents <= exposedTotal && unexposedEvents >= 0
      && unexposedEvents <= unexposedTotal && !exposedTotal.addingReportingOverflow(unexposedTotal).overflow
  }

  /// The exposed arm.
  public var exposed: Proportion { Proportion(events: exposedEvents, total: exposedTotal) }
  /// The unexposed arm.
  public var unexposed: Proportion { Proportion(events: unexposedEvents, total: unexposedTotal) }
  /// Both arms.
  public var total: Int { isPossible ? exposedTotal + unexposedTotal : 0 }
  /// Events of both arms.
  public var events: Int { isPossible ? exposedEvents + unexposedEvents : 0 }

  /// Whether the table can say anything of an odds ratio: no margin is zero.
  public var isInformative: Bool {
    isPossible && exposedTotal > 0 && unexposedTotal > 0 && events > 0 && events < total
  }

  /// The difference of risks, exposed minus unexposed, with Newcombe's hybrid score interval
  /// (Newcombe 1998, method 10). The standard error is the unpooled one. `nil` if an arm is empty.
  public func riskDifference(level: Double = 0.95) -> Estimate? {
    guard isPossible, let p1 = exposed.value, let p0 = unexposed.value,
      let w1 = exposed.wilson(level: level), let w0 = unexposed.wilson(level: level)
    else { return nil }
    let difference = p1 - p0
    func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let variance = p1 * (1 - p1) / Double(exposedTotal) + p0 * (1 - p0) / Double(unexposedTotal)
    return Estimate(
      value: difference, lower: difference - distance(p1 - w1.lower, w0.upper - p0),
      upper: difference + distance(w1.upper - p1, p0 - w0.lower), level: level,
      standardError: variance.squareRoot())
  }

  /// The ratio of risks with the log interval of Katz et al. (1978). `nil` if an arm is empty or has no event.
  public func riskRatio(level: Double = 0.95) -> Estimate? {
    guard isPossible, exposedEvents > 0, unexposedEvents > 0, let p1 = exposed.value, let p0 = unexposed.value
    else { return nil }
    let (a, c) = (Double(exposedEvents), Double(unexposedEvents))
    let variance = (1 - p1) / a + (1 - p0) / c
    return .logSymmetric(p1 / p0, standardErrorOfLog: variance.squareRoot(), level: level)
  }

  /// The odds ratio with Woolf's log interval (Woolf 1955). `nil` if a cell is empty: see
  /// ``exactOddsRatio(level:)`` for those.
  public func oddsRatio(level: Double = 0.95) -> Estimate? {
    guard isPossible else { return nil }
    let (a, b) = (Double(exposedEvents), Double(exposedTotal - exposedEvents))
    let (c, d) = (Double(unexposedEvents), Double(unexposedTotal - unexposedEvents))
    guard a > 0, b > 0, c > 0, d > 0 else { return nil }
    return .logSymmetric(
      (a / b) * (d / c), standardErrorOfLog: (1 / a + 1 / b + 1 / c + 1 / d).squareRoot(), level: level)
  }
}
