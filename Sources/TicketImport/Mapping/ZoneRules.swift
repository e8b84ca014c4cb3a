public import Tickets

/// How the local time of a place maps to UTC.
///
/// A list of spans of local time, each with its distance from UTC. Where a clock is put back an hour happens
/// twice: the earlier of the two moments is meant. Where it is put forward an hour does not happen: such a time
/// is read as if the clock had not been changed yet.
public struct ZoneRules: Sendable, Equatable {
  /// Local seconds (as if they were UTC) from which each offset but the first holds, ascending.
  private var starts: [Int64]
  /// Seconds east of UTC; one more than `starts`.
  private var offsets: [Int64]

  /// UTC itself.
  public static let utc = ZoneRules(offset: 0)

  /// A place whose clock is never changed, `offset` seconds east of UTC.
  public init(offset: Int) {
    starts = []
    offsets = [Int64(offset)]
  }

  /// A place whose clock was changed at the given moments (UTC seconds, ascending), after which it stood
  /// `offset` seconds east of UTC.
  public init(first: Int, changes: [(at: Int64, offset: Int)]) {
    starts = []
    offsets = [Int64(first)]
    for change in changes {
      let before = offsets[offsets.count - 1]
      let after = Int64(change.offset)
      if before == after { continue }
      // The old offset holds until the clock shows a time that only the new one has: in an hour that happens
      // twice that gives the earlier moment.
      starts.append(change.at + max(before, after))
      offsets.append(after)
    }
  }

  /// Reads `+01:00`, `-0800`, `UTC`, `Z`; `nil` for anything else.
  public init?(offset text: String) {
    let written = "2000-01-01 00:00 " + text
    var copy = written
    let date = copy.withUTF8 { WrittenDate(Span(_unsafeElements: $0)) }
    guard let offset = date?.offset else { return nil }
    self.init(offset: offset)
  }

  /// The moment at which the clock shows `local`. - Complexity: O(log n) in the number of changes.
  public func moment(local: Timestamp) -> Timestamp {
    if starts.isEmpty { return local.adding(seconds: -offsets[0]) }
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= local.seconds { low = middle + 1 } else { high = middle }
    }
    return local.adding(seconds: -offsets[low])
  }
}
