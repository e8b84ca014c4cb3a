/// A number with its interval, as it is shown. Never NaN or infinite: what can't be estimated is `nil` where
/// an effect is optional.
public struct Effect: Sendable, Equatable {
  /// The estimate.
  public var value: Double
  /// Lower end of the interval.
  public var lower: Double
  /// Upper end of the interval.
  public var upper: Double

  /// An estimate between two limits.
  public init(value: Double, lower: Double, upper: Double) {
    self.value = value
    self.lower = lower
    self.upper = upper
  }
}

/// Events among tickets: "31 of 207 reopened".
public struct Proportion: Sendable, Equatable {
  /// Tickets with the event.
  public var events: Int
  /// All tickets.
  public var total: Int

  /// `events` of `total`.
  public init(events: Int, total: Int) {
    self.events = events
    self.total = total
  }

  /// The share, 0…1; `nil` of nothing.
  public var share: Double? { total > 0 ? Double(events) / Double(total) : nil }
}
