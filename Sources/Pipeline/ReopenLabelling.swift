import Outcomes
import Rules
import Tickets

extension ReopenReason {
  /// The reason that goes with what a requester complains of.
  init(_ complaint: ReopenComplaint?) {
    switch complaint {
    case .notFixed: self = .notFixed
    case .notUnderstood: self = .notUnderstood
    case .newProblem: self = .newProblem
    case nil: self = .unknown
    }
  }
}

extension Thread {
  /// Why a ticket was opened again at a moment, as far as a message says so.
  func reopenReason(at reopened: Timestamp) -> ReopenReason {
    guard let view = reopeningMessage(at: reopened) else {
      let isAutomatic = messages.contains {
        $0.message.role == .system && $0.message.at?.seconds == reopened.seconds
      }
      return isAutomatic ? .automatic : .unknown
    }
    if isThanksOnly(view) { return .thanksOnly }
    return ReopenReason(complaint(of: view))
  }
}
