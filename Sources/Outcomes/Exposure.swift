internal import Statistics
internal import Tickets

/// What divides tickets into arms.
enum Exposure: Sendable, Hashable {
  /// A rule found something.
  case rule(Int)
  /// A rule found something in text that can't have been overwritten.
  case ruleFirmly(Int)
  /// How often a rule found something: 0, 1, 2, 3 and more.
  case findings(Int)
  /// It was reassigned before the first resolution.
  case reassigned
  /// How often it was reassigned: 0, 1, 2, 3, 4 and more.
  case reassignments
}

extension ComparedTickets {
  /// The arm of every row: 0 is unexposed, ``Cohort/missing`` no part in it. - Complexity: O(rows).
  func arms(_ exposure: Exposure) -> [UInt8] {
    defer { for column in ruleColumns { column.release() } }
    switch exposure {
    case .rule(let rule):
      let (looked, found) = (self.looked.having(rule), self.found.half(of: rule))
      return counts.indices.map { row in
        found.column[row] & found.bit != 0 ? 1 : looked[row] ? 0 : Cohort.missing
      }
    case .ruleFirmly(let rule):
      return counts.indices.map { row in
        let isFound = found[row][rule] != foundDifference[row][rule]
        let isLooked = looked[row][rule] != lookedDifference[row][rule]
        return isFound ? 1 : isLooked ? 0 : Cohort.missing
      }
    case .findings(let rule):
      return counts.indices.map { row in
        foundThrice[row][rule]
          ? 3 : foundTwice[row][rule] ? 2 : found[row][rule] ? 1 : looked[row][rule] ? 0 : Cohort.missing
      }
    case .reassigned:
      return reassignments.map { $0 == Bins.unknownReassignments ? Cohort.missing : min(1, $0) }
    case .reassignments:
      return reassignments.map { $0 == Bins.unknownReassignments ? Cohort.missing : $0 }
    }
  }

  private var ruleColumns: [any SpillableColumn] {
    [found, looked, foundTwice, foundThrice, lookedDifference, foundDifference]
  }

  /// 1 where the row has the outcome, 0 where not, ``Cohort/missing`` where that is not known.
  func events(_ outcome: OutcomeBits, knownBy known: OutcomeBits = []) -> [UInt8] {
    outcomes.map { $0.contains(known) ? ($0.contains(outcome) ? 1 : 0) : Cohort.missing }
  }

  /// Tickets and events of each arm.
  func table(_ arms: [UInt8], _ events: [UInt8]) -> FourfoldTable {
    var table = FourfoldTable()
    for row in counts.indices where arms[row] != Cohort.missing && events[row] != Cohort.missing {
      table.add(exposed: arms[row] > 0, event: events[row] > 0, count: Int(counts[row]))
    }
    return table
  }

  /// Tables by stratum, in canonical order, without the empty ones.
  func stratified(_ arms: [UInt8], _ events: [UInt8]) -> [FourfoldTable] {
    var tables = [FourfoldTable](repeating: FourfoldTable(), count: stratumCount)
    for row in counts.indices where arms[row] != Cohort.missing && events[row] != Cohort.missing {
      tables[Int(strata[row])].add(
        exposed: arms[row] > 0, event: events[row] > 0, count: Int(counts[row]))
    }
    return tables.filter { $0.total > 0 }
  }

  /// Assignees with a ticket that takes part.
  func clusterCount(_ arms: [UInt8]) -> Int {
    var seen = [Bool](repeating: false, count: Int(clusters.max() ?? 0) + 1)
    for row in counts.indices where arms[row] != Cohort.missing { seen[Int(clusters[row])] = true }
    return seen.count { $0 }
  }
}

/// What tells two divisions of the tickets apart, whichever arm is called exposed.
struct DivisionHash: Hashable, Sendable {
  private let lesser, greater: UInt64

  /// - Complexity: O(rows).
  init(_ arms: [UInt8]) {
    // FNV-1a of the arms, and of the arms exchanged.
    var (own, other): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0xCBF2_9CE4_8422_2325)
    for arm in arms {
      let exchanged = arm == Cohort.missing ? arm : 1 - min(1, arm)
      own = (own ^ UInt64(arm)) &* 0x0000_0100_0000_01B3
      other = (other ^ UInt64(exchanged)) &* 0x0000_0100_0000_01B3
    }
    (lesser, greater) = (min(own, other), max(own, other))
  }
}
