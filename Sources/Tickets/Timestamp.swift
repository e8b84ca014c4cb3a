/// A moment in UTC, with the precision the export gave it.
///
/// Kept as whole seconds since 1970-01-01T00:00:00Z. Comparison looks at the second only.
public struct Timestamp: Hashable, Sendable, Comparable {
  /// How much of a time the export wrote down.
  public enum Precision: UInt8, BitwiseCopyable, Sendable { case day, minute, second }

  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int64
  /// How much of it was written down.
  public var precision: Precision

  /// The moment `seconds` after 1970-01-01T00:00:00Z.
  public init(seconds: Int64, precision: Precision = .second) {
    self.seconds = seconds
    self.precision = precision
  }

  /// The moment of a UTC date and time in the proleptic Gregorian calendar.
  ///
  /// Days are counted as in Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  public init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    precision: Precision = .second
  ) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    self.init(
      seconds: Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second), precision: precision)
  }

  /// The UTC calendar date.
  public var civil: (year: Int, month: Int, day: Int) {
    let days = Int((seconds - Self.floorMod(seconds, 86_400)) / 86_400) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted + (shifted < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// RFC 3339 in UTC: "2026-03-01T09:00:00Z", or the date alone where only that is known.
  public var iso8601: String {
    let (year, month, day) = civil
    let date = Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    if precision == .day { return date }
    let inDay = Int(Self.floorMod(seconds, 86_400))
    return date + "T" + Self.padded(inDay / 3600, 2) + ":" + Self.padded(inDay / 60 % 60, 2) + ":"
      + Self.padded(inDay % 60, 2) + "Z"
  }

  /// The moment `seconds` later.
  public func adding(seconds: Int64) -> Timestamp {
    Timestamp(seconds: self.seconds &+ seconds, precision: precision)
  }

  /// Whether one moment lies before another, by the second.
  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }

  private static func floorMod(_ a: Int64, _ b: Int64) -> Int64 { ((a % b) + b) % b }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Timestamp {
  /// The start of a day written `yyyy-MM-dd`, in UTC; `nil` for anything else.
  public init?(day text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day, precision: .day)
    guard civil == (year, month, day) else { return nil }
  }
}
