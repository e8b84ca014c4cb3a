internal import TemporaryFiles
internal import Tickets

/// A tool that closes resolved tickets by itself shows as a spike: many tickets closed after exactly the same time.
///
/// Stated, never acted upon: whether a closed ticket can be reopened is for the user to say (`--auto-close`).
public struct ClosingSpike: Sendable, Equatable {
  /// Hours from the last resolution to closing.
  public var hours: Int
  /// Tickets closed after that time, to the nearest hour, of all whose closing is known.
  public var tickets: Proportion

  /// The most frequent time to closing, if it is a spike: a fifth of all tickets or more within an hour, and ten
  /// times what the day round it would let one expect.
  ///
  /// - Complexity: O(rows).
  public init?(_ table: ObservationTable) {
    guard !table.toClosing.isUniform else { return nil }
    var counts: [Int: Int] = [:]
    var total = 0
    for row in 0..<table.count where table.facts[row].exclusion == nil {
      let seconds = table.toClosing[row]
      guard seconds != ObservationTable.noDelay, seconds >= 0 else { continue }
      counts[(Int(seconds) + 1800) / 3600, default: 0] += 1
      total += 1
    }
    // Closing within the hour is a person's work, not a timer's.
    guard
      let peak = counts.filter({ $0.key > 0 }).max(by: {
        ($0.value, $1.key) < ($1.value, $0.key)
      }), total >= 100, peak.value * 5 >= total
    else { return nil }
    let around = ((peak.key - 12)...(peak.key + 12)).reduce(0) { $0 + ($1 == peak.key ? 0 : counts[$1] ?? 0) }
    guard peak.value * 24 >= 10 * around else { return nil }
    hours = peak.key
    tickets = Proportion(events: peak.value, total: total)
  }
}
