/// Why a requester opened a ticket again, as far as the message that did it says so.
///
/// Labels are given conservatively: most reopens stay `unknown`, and a label is one that a reader would give too.
public enum ReopenReason: UInt8, Sendable, CaseIterable {
  /// The message does not say, or there is none.
  case unknown
  /// The problem is still there or came back.
  case notFixed
  /// The answer was not understood, or a question was left unanswered: what communication can prevent.
  case notUnderstood
  /// Something else.
  case newProblem
  /// Thanks and nothing else: not counted as a reopen.
  case thanksOnly
  /// Written by a machine.
  case automatic

  /// The words used in every output.
  public var name: String {
    switch self {
    case .unknown: "not said"
    case .notFixed: "not fixed"
    case .notUnderstood: "not understood or unanswered"
    case .newProblem: "new problem"
    case .thanksOnly: "thanks only"
    case .automatic: "automatic"
    }
  }
}
