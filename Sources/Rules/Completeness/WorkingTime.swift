public import Tickets

/// The hours in which a desk works, for spans that are counted in business days.
public struct WorkingTime: Sendable, Equatable {
  /// Days of work, Monday 0 … Sunday 6.
  public var days: Set<Int>
  /// First second of work in a day.
  public var start: Int64
  /// Second of the day after the last of work; 86,400 for round the clock.
  public var end: Int64
  /// Seconds that the desk's clock is ahead of UTC.
  public var offset: Int64
  /// Days without work, as days since 1970-01-01 in the desk's own zone.
  public var holidays: Set<Int64>

  /// Monday to Friday, nine to five, UTC, unless told otherwise.
  public init(
    days: Set<Int> = [0, 1, 2, 3, 4], start: Int64 = 9 * 3600, end: Int64 = 17 * 3600, offset: Int64 = 0,
    holidays: Set<Int64> = []
  ) {
    self.days = days
    self.start = start
    self.end = max(start, end)
    self.offset = offset
    self.holidays = holidays
  }

  /// Seconds of work in a business day.
  public var day: Int64 { end - start }

  /// Seconds of work between two moments; 0 if the second is not later.
  ///
  /// - Complexity: O(days between them), at most ten years of them; more counts as ten.
  public func seconds(from first: Timestamp, to second: Timestamp) -> Int64 {
    let from = first.seconds &+ offset
    let to = min(second.seconds &+ offset, from &+ 3_653 * 86_400)
    guard to > from else { return 0 }
    var total: Int64 = 0
    var date = Self.date(from)
    while date <= Self.date(to) {
      // 1970-01-01 was a Thursday.
      if days.contains(Int((date % 7 + 10) % 7)), !holidays.contains(date) {
        let opens = max(from, date * 86_400 + start)
        let closes = min(to, date * 86_400 + end)
        if closes > opens { total += closes - opens }
      }
      date += 1
    }
    return total
  }

  private static func date(_ seconds: Int64) -> Int64 {
    seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  }
}
