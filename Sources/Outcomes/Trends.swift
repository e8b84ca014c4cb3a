internal import Statistics
internal import TemporaryFiles
public import Tickets

/// How often rules found something, over time, standardised to a fixed mix of tickets.
///
/// Weeks begin on Monday, in UTC, and hold the tickets first resolved in them; weeks with few tickets are joined
/// with the next ones, the same for all rules. The mix is that of the whole period, priority by category: a week
/// with more network tickets than usual is weighted back. Where a cell of the mix is empty in a stretch, the
/// categories of its priority are taken together; where a whole priority is empty, the rate is the plain one.
public struct Trends: Sendable {
  /// Tickets that a stretch of time has at least.
  public static let fewestTickets = 30
  /// Stretches that a trend needs.
  public static let fewestStretches = 3

  /// One stretch of time.
  public struct Point: Sendable, Equatable {
    /// Its first Monday.
    public var start: Timestamp
    /// Tickets with a finding among those with an occasion.
    public var found: Proportion
    /// The standardised rate with its interval, 0…1.
    public var rate: Effect?
    /// Whether categories, or everything, had to be taken together.
    public var isPooled: Bool
  }

  /// The Mondays on which the stretches start.
  public let starts: [Timestamp]
  /// Compared tickets at levels of listening 1…5, by stretch.
  public private(set) var listening: [[Int]]
  private let table: ObservationTable
  /// The stretch of every row, or -1.
  private let stretch: [Int32]
  /// Places of priorities and categories by name, so that sums are made in an order of their own.
  private let priorityPlaces, categoryPlaces: [Int]

  /// Cuts the period of a table's resolved tickets into stretches. - Complexity: O(rows).
  public init(_ table: ObservationTable) {
    self.table = table
    priorityPlaces = Self.places(table.priorities.names)
    categoryPlaces = Self.places(table.categories.names)
    var counts: [Int64: Int] = [:]
    func week(_ row: Int) -> Int64? {
      guard table.facts[row].exclusion == nil, table.cuts[row] != ObservationTable.noTime else { return nil }
      return Week.number(table.cuts[row])
    }
    for week in (0..<table.count).lazy.compactMap(week) { counts[week, default: 0] += 1 }
    var stretchOf: [Int64: Int32] = [:]
    var starts: [Int64] = []
    var tickets = 0
    for (week, count) in counts.sorted(by: { $0.key < $1.key }) {
      if starts.isEmpty || tickets >= Self.fewestTickets {
        starts.append(week)
        tickets = 0
      }
      tickets += count
      stretchOf[week] = Int32(clamping: starts.count - 1)
    }
    if tickets < Self.fewestTickets, starts.count > 1 {
      let last = Int32(clamping: starts.count - 1)
      starts.removeLast()
      for (week, place) in stretchOf where place == last { stretchOf[week] = last - 1 }
    }
    self.starts = starts.map(Week.start)
    stretch = (0..<table.count).map { row in week(row).flatMap { stretchOf[$0] } ?? -1 }
    listening = Array(repeating: [0, 0, 0, 0, 0], count: starts.count)
    for row in 0..<table.count where stretch[row] >= 0 {
      let level = table.listeningLevel(row)
      if (1...5).contains(level) { listening[Int(stretch[row])][level - 1] += 1 }
    }
  }

  /// The place of each name in sorted order.
  private static func places(_ names: [String]) -> [Int] {
    var places = [Int](repeating: 0, count: names.count)
    for (place, code) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
      places[code] = place
    }
    return places
  }

  /// One rule over time; empty unless enough stretches have an occasion for it.
  /// - Complexity: O(rows + stretches × priorities × categories).
  public func points(of rule: Int) -> [Point] {
    let (priorities, categories) = (table.priorities.names.count, table.categories.names.count)
    var weights = [[Double]](repeating: [Double](repeating: 0, count: categories), count: priorities)
    let empty = [Statistics.Proportion](
      repeating: Statistics.Proportion(events: 0, total: 0), count: categories)
    var cells = [[[Statistics.Proportion]]](
      repeating: Array(repeating: empty, count: priorities), count: starts.count)
    for row in 0..<table.count where stretch[row] >= 0 {
      let state = table.state(of: rule, row: row)
      guard state != .notApplicable else { continue }
      let priority = priorityPlaces[Int(table.priority[row])]
      let category = categoryPlaces[Int(table.category[row])]
      weights[priority][category] += 1
      cells[Int(stretch[row])][priority][category].total += 1
      if state == .found { cells[Int(stretch[row])][priority][category].events += 1 }
    }
    let points = starts.indices.compactMap { place -> Point? in
      let all = cells[place].joined().reduce(into: Proportion(events: 0, total: 0)) {
        $0.events += $1.events
        $0.total += $1.total
      }
      guard all.total > 0 else { return nil }
      let standardised = DirectlyStandardisedRate(cells: cells[place], weights: weights)
      return Point(
        start: starts[place], found: all, rate: Effect(standardised?.rate),
        isPooled: standardised.map { $0.pooling != .none } ?? true)
    }
    return points.count >= Self.fewestStretches ? points : []
  }
}

/// Weeks that begin on Monday, in UTC.
public enum Week {
  private static let seconds: Int64 = 7 * 86_400
  // 1970-01-05 was a Monday.
  private static let monday: Int64 = 4 * 86_400

  /// The number of the week that a moment (seconds from 1970) is in.
  public static func number(_ moment: Int64) -> Int64 {
    let distance = moment - monday
    return distance >= 0 ? distance / seconds : -((seconds - 1 - distance) / seconds)
  }

  /// Its Monday.
  public static func start(_ number: Int64) -> Timestamp {
    Timestamp(seconds: number * seconds + monday, precision: .day)
  }
}
