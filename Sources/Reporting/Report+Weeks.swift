public import Outcomes

extension Report.Week {
  /// Tickets a point of the line over time stands for at least: a rate of five tickets jumps between 0 and 20 %
  /// and says nothing.
  public static let fewestTickets = 30

  /// Weeks joined with the next ones until each stretch has at least `fewest` tickets; what is left at the end joins
  /// the last stretch. Busy weeks stay as they are.
  ///
  /// - Parameters:
  ///   - weeks: in order of time.
  ///   - interval: the interval of a rate.
  /// - Returns: stretches named by their first week, each with its interval.
  /// - Complexity: O(n).
  public static func joining(
    _ weeks: [Report.Week], fewest: Int = fewestTickets, interval: (Proportion) -> Effect?
  ) -> [Report.Week] {
    var stretches: [Report.Week] = []
    var isOpen = false  // whether the last stretch still takes weeks in
    for week in weeks {
      if isOpen, let last = stretches.indices.last {
        stretches[last].reopened.add(week.reopened)
      } else {
        stretches.append(Report.Week(start: week.start, reopened: week.reopened))
      }
      isOpen = (stretches.last?.reopened.total ?? 0) < fewest
    }
    if isOpen, stretches.count > 1 {
      let rest = stretches.removeLast()
      stretches[stretches.count - 1].reopened.add(rest.reopened)
    }
    for at in stretches.indices { stretches[at].interval = interval(stretches[at].reopened) }
    return stretches
  }
}

extension Proportion {
  fileprivate mutating func add(_ other: Proportion) {
    events += other.events
    total += other.total
  }
}
