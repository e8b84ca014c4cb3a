internal import TemporaryFiles
public import Tickets

/// Which observations are compared, where the others went, and what became of those that are.
public struct Eligibility: Sendable {
  /// Indices of the rows that are compared, in order.
  public var rows: [UInt32] = []
  /// What became of each of them, in the same order.
  public var outcomes: [OutcomeBits] = []
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
  /// What the messages that reopened a ticket within the window say.
  public var reopenReasons: [ReopenReason: Int] = [:]
  /// Whether the export can tell of no reopened ticket when it was first resolved: it has a counter and nothing
  /// else. Comparing what is left would compare tickets that were not reopened with each other.
  public var isDescriptiveOnly = false
  /// Reopened at any time among all that were ever resolved: what a plain query of the export gives.
  public var wholeTicket = Proportion(events: 0, total: 0)

  /// Decides for each row of a table.
  ///
  /// Censoring goes by the calendar and is blind to the outcome: a ticket whose window is not over by `asOf`
  /// is left out whether or not it has reopened. - Complexity: O(rows log rows).
  public init(of table: ObservationTable, policy: CutPolicy) {
    asOf = policy.asOf ?? table.latestEvent
    isDescriptiveOnly =
      !policy.allowsLeak && table.facts.contains { $0.exclusion == .unknownCut }
      && table.reopenDelays.isUniform
    let askedAgain = RepeatContacts(table, policy)
    let slow = SlowTickets(table)
    rows.reserveCapacity(table.count)
    outcomes.reserveCapacity(table.count)
    for (index, facts) in table.facts.enumerated() {
      if facts.wasResolved {
        wholeTicket.total += 1
        if facts.isReopenedEver { wholeTicket.events += 1 }
      }
      if let exclusion = facts.exclusion {
        excluded[exclusion, default: 0] += 1
        continue
      }
      let cut = table.cuts[index]
      guard cut != ObservationTable.noTime else {
        excluded[.unknownCut, default: 0] += 1
        continue
      }
      if let window = policy.windowSeconds, let asOf, cut + window > asOf.seconds {
        excluded[.censored, default: 0] += 1
        continue
      }
      if facts.sourcesDisagree { disagreements += 1 }
      rows.append(UInt32(index))
      var outcome = reopened(table, index, facts, policy)
      if askedAgain[index] { outcome.formUnion([.askedAgain, .cameBack]) }
      if facts.hasSeveralReopens { outcome.insert(.hasSeveralReopens) }
      if facts.isAsExported { outcome.insert(.asExported) }
      outcome.add(facts.isReassignedAfterReply, .reassigned, known: .knowsReassigned)
      outcome.add(facts.isUnsatisfied, .unsatisfied, known: .knowsSatisfaction)
      outcome.add(slow[index], .slow, known: .knowsSlow)
      let closing = table.fromCutToClosing[index]
      if let window = policy.windowSeconds, closing != ObservationTable.noDelay {
        outcome.add(Int64(closing) < window, .closedEarly, known: .knowsClosing)
      }
      outcomes.append(outcome)
    }
  }

  private mutating func reopened(
    _ table: ObservationTable, _ index: Int, _ facts: Facts, _ policy: CutPolicy
  ) -> OutcomeBits {
    if policy.allowsLeak && policy.windowDays == nil {
      return facts.isReopenedEver ? [.reopened, .cameBack] : []
    }
    let delay = table.reopenDelays[index]
    guard delay != ObservationTable.noDelay else {
      return policy.allowsLeak && facts.isReopenedEver ? [.reopened, .cameBack] : []
    }
    if let window = policy.windowSeconds, Int64(delay) > window {
      reopenedLater += 1
      return []
    }
    reopenReasons[facts.reopenReason, default: 0] += 1
    switch facts.reopenReason {
    case .thanksOnly:
      thanksOnly += 1
      return .reopened
    case .notUnderstood: return [.reopened, .cameBack, .notUnderstood]
    default: return [.reopened, .cameBack]
    }
  }

  /// Where in `rows` a row of the table is; `nil` if it is not compared. - Complexity: O(log rows).
  public func place(of row: UInt32) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row ? low : nil
  }

  /// Whether each compared ticket came back, in the order of `rows`.
  public var cameBack: some Sequence<Bool> { outcomes.lazy.map { $0.contains(.cameBack) } }

  /// Came back among the compared tickets.
  public var total: Proportion { count(.cameBack) }

  /// Tickets with an outcome among the compared ones.
  public func count(_ outcome: OutcomeBits) -> Proportion {
    Proportion(events: outcomes.count { $0.contains(outcome) }, total: rows.count)
  }
}

extension OutcomeBits {
  fileprivate mutating func add(_ answer: Bool?, _ bit: OutcomeBits, known: OutcomeBits) {
    guard let answer else { return }
    insert(known)
    if answer { insert(bit) }
  }
}

/// Which tickets were asked about again: a new ticket of the same requester about nearly the same within the window
/// after the first resolution.
private struct RepeatContacts {
  /// A requester with more tickets than this in a window is a machine or a shared mailbox.
  private static let mostTickets = 100
  private var again: Set<UInt32> = []

  init(_ table: ObservationTable, _ policy: CutPolicy) {
    guard let window = policy.windowSeconds, !policy.allowsLeak, !table.requesters.isUniform else { return }
    var sorted = (0..<UInt32(clamping: table.count)).filter {
      table.requesters[Int($0)] != 0 && table.sketches[Int($0)] != 0
        && table.opened[Int($0)] != ObservationTable.noTime
    }
    sorted.sort { a, b in
      let (a, b) = (Int(a), Int(b))
      return (table.requesters[a], table.opened[a], table.sketches[a])
        < (table.requesters[b], table.opened[b], table.sketches[b])
    }
    for (place, row) in sorted.enumerated() {
      let (first, cut) = (Int(row), table.cuts[Int(row)])
      guard cut != ObservationTable.noTime else { continue }
      var seen = 0
      for later in sorted[(place + 1)...] {
        let later = Int(later)
        guard table.requesters[later] == table.requesters[first], table.opened[later] <= cut + window,
          seen < Self.mostTickets
        else { break }
        guard table.opened[later] > cut else { continue }
        seen += 1
        if RequestSketch.areNearlyTheSame(table.sketches[first], table.sketches[later]) {
          again.insert(row)
          break
        }
      }
    }
  }

  subscript(row: Int) -> Bool { !again.isEmpty && again.contains(UInt32(clamping: row)) }
}

/// Which tickets took longer from the first reply to the first resolution than the median of their group and
/// priority.
private struct SlowTickets {
  private struct Cell: Hashable {
    var group, priority: Int32
  }
  private var medians: [Cell: Int32] = [:]
  private let table: ObservationTable

  init(_ table: ObservationTable) {
    self.table = table
    if table.fromReply.isUniform { return }
    var times: [Cell: [Int32]] = [:]
    for row in 0..<table.count where table.facts[row].exclusion == nil {
      let time = table.fromReply[row]
      if time != ObservationTable.noDelay { times[cell(row), default: []].append(time) }
    }
    medians = times.mapValues { $0.sorted()[($0.count - 1) / 2] }
  }

  private func cell(_ row: Int) -> Cell { Cell(group: table.group[row], priority: table.priority[row]) }

  subscript(row: Int) -> Bool? {
    let time = table.fromReply[row]
    guard time != ObservationTable.noDelay else { return nil }
    return medians[cell(row)].map { time > $0 }
  }
}
