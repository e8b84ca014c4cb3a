public import Tickets

/// What counts as a reopen, and until when.
public struct CutPolicy: Sendable {
  /// Days after the first resolution in which a reopen counts; `nil` for no limit (and no censoring).
  public var windowDays: Int?
  /// Take the whole ticket as it was last exported, whatever came when. For comparison with what others
  /// report; every table then carries a banner.
  public var allowsLeak: Bool
  /// The moment up to which the export can know of reopens; `nil` takes its latest event.
  public var asOf: Timestamp?
  /// Days after which the tool closes a resolved ticket for good, where closed is final: nobody can reopen after
  /// that, so the window is no longer. `nil` where closed tickets can be reopened.
  public var closingDays: Int?

  /// The usual: 14 days, with the cut, up to the latest event of the export.
  public init(windowDays: Int? = 14, allowsLeak: Bool = false, asOf: Timestamp? = nil) {
    self.windowDays = windowDays
    self.allowsLeak = allowsLeak
    self.asOf = asOf
  }

  /// Days in which a reopen counts: the window, or the days to final closing if these are fewer.
  public var effectiveDays: Int? { windowDays.map { min($0, closingDays ?? $0) } ?? closingDays }

  /// The same in seconds.
  public var windowSeconds: Int64? { effectiveDays.map { Int64($0) * 86_400 } }
}

/// What an export can say of reopening, per ticket.
public enum ReopenSource: UInt8, Sendable, CaseIterable {
  /// States with times: the only source that tells when and how often.
  case history
  /// One reopened-at time.
  case time
  /// A counter: whether, but not when.
  case counter
  /// Nothing.
  case none

  /// The words used in every output.
  public var name: String {
    switch self {
    case .history: "status history"
    case .time: "reopened-at time"
    case .counter: "reopen counter"
    case .none: "nothing"
    }
  }
}
