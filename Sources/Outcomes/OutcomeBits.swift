/// What became of a compared ticket.
public struct OutcomeBits: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt16
  /// The set with these bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The primary outcome: reopened, not only for thanks, or asked about again in a new ticket, within the window.
  public static let cameBack = OutcomeBits(rawValue: 1 << 0)
  /// Reopened within the window, for whatever reason.
  public static let reopened = OutcomeBits(rawValue: 1 << 1)
  /// A new ticket of the same requester about nearly the same, within the window.
  public static let askedAgain = OutcomeBits(rawValue: 1 << 2)
  /// Reopened within the window by a message that says the answer was not understood or is missing.
  public static let notUnderstood = OutcomeBits(rawValue: 1 << 3)
  /// The tool counts several reopens but keeps one time, so the time may be that of a later one.
  public static let hasSeveralReopens = OutcomeBits(rawValue: 1 << 4)
  /// Reassigned between the first reply and the first resolution; whether that is known.
  public static let reassigned = OutcomeBits(rawValue: 1 << 5)
  static let knowsReassigned = OutcomeBits(rawValue: 1 << 6)
  /// Took longer from the first reply than the median of its group and priority; whether that is known.
  public static let slow = OutcomeBits(rawValue: 1 << 7)
  static let knowsSlow = OutcomeBits(rawValue: 1 << 8)
  /// Satisfaction of 2 or less; whether there is a score.
  public static let unsatisfied = OutcomeBits(rawValue: 1 << 9)
  static let knowsSatisfaction = OutcomeBits(rawValue: 1 << 10)
  /// Closed before the window was over; whether that is known.
  public static let closedEarly = OutcomeBits(rawValue: 1 << 11)
  static let knowsClosing = OutcomeBits(rawValue: 1 << 12)
  /// Values are as last exported.
  static let asExported = OutcomeBits(rawValue: 1 << 13)
}
