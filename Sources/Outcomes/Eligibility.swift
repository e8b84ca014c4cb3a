public import Tickets

/// Which observations are compared, and where the others went.
public struct Eligibility: Sendable {
  /// Indices of the rows that are compared, in order.
  public var rows: [Int] = []
  /// Whether each of them was reopened, in the same order.
  public var reopened: [Bool] = []
  /// How many rows each reason took out.
  public var excluded: [Exclusion: Int] = [:]
  /// Up to when the export can know of reopens.
  public var asOf: Timestamp?
  /// Tickets of which the export's sources disagree on whether they were reopened.
  public var disagreements = 0
  /// Reopened by a message that only says thanks, so not counted.
  public var thanksOnly = 0
  /// Reopened, but after the window, so not counted.
  public var reopenedLater = 0
  /// Whether the export can tell of no reopened ticket when it was first resolved: it has a counter and nothing
  /// else. Comparing what is left would compare tickets that were not reopened with each other.
  public var isDescriptiveOnly = false
  /// Reopened at any time among all that were ever resolved: what a plain query of the export gives.
  public var wholeTicket = Proportion(events: 0, total: 0)

  /// Decides for each row of a table.
  ///
  /// Censoring goes by the calendar and is blind to the outcome: a ticket whose window is not over by `asOf`
  /// is left out whether or not it has reopened. - Complexity: O(rows).
  public init(of table: ObservationTable, policy: CutPolicy) {
    asOf = policy.asOf ?? table.latestEvent
    isDescriptiveOnly =
      !policy.allowsLeak && table.rows.contains { $0.exclusion == .unknownCut }
      && !table.rows.contains { $0.reopenedAt != nil }
    for (index, row) in table.rows.enumerated() {
      if row.exclusion != .neverResolved && row.exclusion != .cancelled && row.exclusion != .duplicate
        && row.exclusion != .unknownOutcome
      {
        wholeTicket.total += 1
        if row.isReopenedEver { wholeTicket.events += 1 }
      }
      if let exclusion = row.exclusion {
        excluded[exclusion, default: 0] += 1
        continue
      }
      guard let cut = row.cutAt else {
        excluded[.unknownCut, default: 0] += 1
        continue
      }
      if let window = policy.windowSeconds, let asOf, cut.seconds + window > asOf.seconds {
        excluded[.censored, default: 0] += 1
        continue
      }
      if row.sourcesDisagree { disagreements += 1 }
      rows.append(index)
      reopened.append(isReopened(row, cut, policy))
    }
  }

  private mutating func isReopened(_ row: Observation, _ cut: Timestamp, _ policy: CutPolicy) -> Bool {
    if policy.allowsLeak && policy.windowSeconds == nil { return row.isReopenedEver }
    guard let at = row.reopenedAt else { return policy.allowsLeak && row.isReopenedEver }
    if row.isThanksOnly {
      thanksOnly += 1
      return false
    }
    if let window = policy.windowSeconds, at.seconds - cut.seconds > window {
      reopenedLater += 1
      return false
    }
    return true
  }

  /// Reopened among the compared tickets.
  public var total: Proportion {
    Proportion(events: reopened.lazy.filter { $0 }.count, total: rows.count)
  }
}
