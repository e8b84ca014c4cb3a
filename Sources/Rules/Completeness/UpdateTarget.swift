import Tickets

/// How long a requester may be left without a public word.
public struct UpdateTarget: Sendable, Equatable {
  /// What is counted.
  public enum Unit: String, Sendable, CaseIterable {
    /// Hours round the clock.
    case hours
    /// Days of work, as long as the desk works in one (``WorkingTime/day``).
    case businessDays = "business days"
  }

  /// How many of the unit; at least 1.
  public var count: Int64
  /// What is counted.
  public var unit: Unit

  /// A target of `count` hours or business days; less than 1 counts as 1, more than 10,000 as 10,000.
  public init(_ count: Int64, _ unit: Unit) {
    self.count = min(max(1, count), 10_000)
    self.unit = unit
  }

  /// As it is said to a reader: "one hour", "3 business days".
  var words: String {
    switch (count, unit) {
    case (1, .hours): "one hour"
    case (1, .businessDays): "one business day"
    default: "\(count) \(unit.rawValue)"
    }
  }

  /// Seconds by which a wait from `first` to `second` is longer than this; `nil` if it isn't.
  func overrun(from first: Timestamp, to second: Timestamp, _ working: WorkingTime) -> Int64? {
    let (waited, allowed) =
      switch unit {
      case .hours: (second.seconds &- first.seconds, count * 3600)
      case .businessDays: (working.seconds(from: first, to: second), count * working.day)
      }
    return waited > allowed ? waited - allowed : nil
  }
}

/// The targets of a desk, by priority.
public struct UpdateTargets: Sendable, Equatable {
  /// Those of the most urgent priority first.
  public var byPriority: [UpdateTarget]

  /// P1 one hour, P2 four hours, P3 one business day, P4 and below three business days, unless told otherwise.
  public init(
    byPriority: [UpdateTarget] = [
      UpdateTarget(1, .hours), UpdateTarget(4, .hours), UpdateTarget(1, .businessDays),
      UpdateTarget(3, .businessDays),
    ]
  ) {
    self.byPriority = byPriority
  }

  /// The target of a priority as tools write it: "1 - Critical", "P2", "High", "Sev 3"; `nil` for one that says
  /// nothing. A priority below the last of the list has the last one's target.
  func target(of priority: ArraySlice<UInt8>) -> UpdateTarget? {
    guard let rank = Self.rank(priority), !byPriority.isEmpty else { return nil }
    return byPriority[min(rank, byPriority.count) - 1]
  }

  /// 1 for the most urgent, 5 for the least; `nil` if it can't be told.
  static func rank(_ priority: ArraySlice<UInt8>) -> Int? {
    let text = String(decoding: priority.prefix(40), as: UTF8.self).lowercased()
    // The number decides where there is one: "2 - High", "P2", "Sev-2".
    if let digit = text.first(where: \.isNumber)?.wholeNumberValue {
      return (1...5).contains(digit) ? digit : nil
    }
    let words: [(String, Int)] = [
      ("critical", 1), ("blocker", 1), ("urgent", 1), ("emergency", 1), ("highest", 1), ("high", 2),
      ("major", 2), ("medium", 3), ("moderate", 3), ("normal", 3), ("average", 3), ("standard", 3),
      ("lowest", 4), ("low", 4), ("minor", 4), ("trivial", 4), ("planning", 4),
    ]
    return words.first { text.contains($0.0) }?.1
  }
}
