internal import Statistics
internal import TemporaryFiles
public import Tickets

/// What changed with a date: a weekly series before and after it, such as a training (Wagner et al. 2002).
///
///     let change = BeforeAfter(.cameBack, date: date, table, eligibility, group: "Network", control: "Desktop")
///     change.levelChange   // the step at the date, in tickets per 100
///
/// The week that holds the date belongs to neither side. With a control group the series is the weekly difference to
/// it, so that what happened to both at once drops out. An association in time: something else may have
/// happened on the same date.
public struct BeforeAfter: Sendable {
  /// What is followed.
  public enum Measure: Sendable, Hashable {
    /// Tickets that came back, of those that can be compared, by week of first resolution.
    case cameBack
    /// Tickets in which a rule found something, of those with an occasion.
    case rule(Int)
  }

  /// One week.
  public struct Point: Sendable, Equatable {
    /// Its Monday.
    public var start: Timestamp
    /// The share in the group (or in all).
    public var value: Proportion
    /// The share in the control group.
    public var control: Proportion?
    /// Whether the week lies after the date; `nil` for the week that holds it.
    public var isAfter: Bool?
    /// What the regression says of the week, in tickets per 100 (of difference, with a control group).
    public var fitted: Double?
  }

  /// In order of time, weeks without tickets included.
  public private(set) var points: [Point] = []
  /// Weeks with a value on either side.
  public private(set) var weeks = (before: 0, after: 0)
  /// All tickets before and after, in the group.
  public private(set) var totals = (
    before: Proportion(events: 0, total: 0), after: Proportion(events: 0, total: 0)
  )
  /// The step at the date, in tickets per 100.
  public private(set) var levelChange: Effect?
  /// The change of the slope, in tickets per 100 a week.
  public private(set) var slopeChange: Effect?
  /// The slope before, in tickets per 100 a week. With a control group this is the test of parallel trends: if it
  /// leaves out 0, the two were drifting apart already.
  public private(set) var slopeBefore: Effect?
  /// p-value of the step.
  public private(set) var p: Double?

  /// The fewest weeks on each side for which anything is said.
  public static var leastWeeks: Int { SegmentedRegression.leastWeeks }

  /// Whether there are weeks enough on both sides.
  public var canTell: Bool { min(weeks.before, weeks.after) >= Self.leastWeeks }

  /// Follows a measure.
  ///
  /// - Parameters:
  ///   - group: the team that was trained; `nil` for all.
  ///   - control: a team that was not.
  /// - Complexity: O(rows + weeks).
  public init(
    _ measure: Measure, date: Timestamp, _ table: ObservationTable, _ eligibility: Eligibility,
    group: String? = nil, control: String? = nil
  ) {
    let names = table.groups.names
    func code(_ name: String?) -> Int32? { name.map { Int32(names.firstIndex(of: $0) ?? -1) } }
    let (own, other) = (code(group), code(control))
    var counts: [Int64: (own: Proportion, control: Proportion)] = [:]
    func add(_ row: Int, _ event: Bool) {
      let isOwn = own.map { table.group[row] == $0 } ?? true
      let isControl = other.map { table.group[row] == $0 } ?? false
      guard isOwn || isControl, table.cuts[row] != ObservationTable.noTime else { return }
      let empty = Proportion(events: 0, total: 0)
      var week = counts[Week.number(table.cuts[row])] ?? (empty, empty)
      if isOwn {
        week.own.total += 1
        if event { week.own.events += 1 }
      } else {
        week.control.total += 1
        if event { week.control.events += 1 }
      }
      counts[Week.number(table.cuts[row])] = week
    }
    switch measure {
    case .cameBack:
      for (row, cameBack) in zip(eligibility.rows, eligibility.cameBack) { add(Int(row), cameBack) }
    case .rule(let rule):
      for row in 0..<table.count where table.facts[row].exclusion == nil {
        let state = table.state(of: rule, row: row)
        if state != .notApplicable { add(row, state == .found) }
      }
    }
    guard let first = counts.keys.min(), let last = counts.keys.max(), last - first < 10_000 else { return }
    let change = Week.number(date.seconds)
    // A date on a Monday at midnight splits no week.
    let isClean = Week.start(change).seconds == date.seconds
    points = (first...last).map { week in
      let count = counts[week] ?? (Proportion(events: 0, total: 0), Proportion(events: 0, total: 0))
      return Point(
        start: Week.start(week), value: count.own, control: control == nil ? nil : count.control,
        isAfter: week == change && !isClean ? nil : week >= change)
    }
    for point in points {
      guard let isAfter = point.isAfter else { continue }
      if isAfter { totals.after.add(point.value) } else { totals.before.add(point.value) }
    }
    fit(firstAfter: points.firstIndex { $0.isAfter == true })
  }

  private mutating func fit(firstAfter: Int?) {
    let series = points.map { point -> Double? in
      guard point.isAfter != nil, let share = point.value.share else { return nil }
      guard let control = point.control else { return share }
      return control.share.map { share - $0 }
    }
    for (point, value) in zip(points, series) where value != nil {
      if point.isAfter == true { weeks.after += 1 } else { weeks.before += 1 }
    }
    guard let firstAfter, let fit = try? SegmentedRegression(series, firstWeekAfter: firstAfter) else {
      return
    }
    levelChange = Effect(fit.levelChange?.scaled(by: 100))
    slopeChange = Effect(fit.slopeChange?.scaled(by: 100))
    slopeBefore = Effect(fit.slope?.scaled(by: 100))
    p = fit.levelChange?.p
    for place in points.indices { points[place].fitted = fit.fitted[place] * 100 }
  }
}

extension Proportion {
  fileprivate mutating func add(_ other: Proportion) {
    events += other.events
    total += other.total
  }
}
