public import Tickets

/// The moment up to which a ticket's text may be judged, and what happened after it.
///
/// A reopened ticket goes on collecting messages, reassignments and rewritten fields. Judging all of it finds
/// "more jargon" in reopened tickets when nothing is going on, so everything is read as it stood at the *cut*,
/// the first resolution t\* (method, section 1).
public struct Cut: Sendable, Equatable {
  /// What t\* was taken from.
  public enum Basis: UInt8, Sendable {
    /// The first entry into a resolved state in the status history.
    case history
    /// The last public staff message before the reopen, because the tool has overwritten its resolved time.
    case lastReplyBeforeReopen
    /// The resolved time.
    case resolvedAt
    /// The closed time, where no resolved time is kept.
    case closedAt
  }

  /// t\*.
  public var at: Timestamp
  /// Where t\* comes from.
  public var basis: Basis
  /// The first reopen after t\*, if there was one and its time is known.
  public var reopenedAt: Timestamp?
  /// What says so.
  public var source: ReopenSource
  /// Whether sources of the export disagree on whether it was reopened.
  public var sourcesDisagree: Bool
  /// Index after the last status change at or before t\*.
  public var historyEnd: Int

  /// Seconds after t\* in which a staff message still belongs to the resolution, if nothing lies between.
  public static let graceSeconds: Int64 = 600
}

/// Why a ticket is not compared.
public enum Exclusion: UInt8, Sendable, CaseIterable {
  case neverResolved, cancelled, unknownCut, unknownOutcome, censored, duplicate

  /// A stable name for machines.
  public var key: String {
    switch self {
    case .neverResolved: "never_resolved"
    case .cancelled: "cancelled"
    case .unknownCut: "unknown_first_resolution"
    case .unknownOutcome: "unknown_outcome"
    case .censored: "watched_too_short"
    case .duplicate: "duplicate"
    }
  }

  /// The reason in words a lead uses.
  public var label: String {
    switch self {
    case .neverResolved: "not resolved yet"
    case .cancelled: "cancelled"
    case .unknownCut: "first resolution unknown (the export keeps only a reopen counter)"
    case .unknownOutcome: "nothing says whether it was reopened"
    case .censored: "resolved too recently to know"
    case .duplicate: "the same ticket again"
    }
  }
}

extension Cut {
  /// The cut of a ticket, or why it has none. - Complexity: O(messages + status changes).
  public static func of(_ ticket: Ticket, in batch: TicketBatch, policy: CutPolicy) -> Result<Cut, CutFailure>
  {
    let history = batch.statusChanges[ticket.history]
    let countSaysReopened = ticket.reopenCount.map { $0 > 0 }

    if let first = history.firstIndex(where: { $0.to.isDone }) {
      let at = history[first].at
      let reopen = history[(first + 1)...].first { $0.to == .open }
      let cut = Cut(
        at: at, basis: .history, reopenedAt: reopen?.at, source: .history,
        sourcesDisagree: countSaysReopened.map { $0 != (reopen != nil) } ?? false, historyEnd: first + 1)
      return .success(cut)
    }
    if ticket.status == .cancelled { return .failure(CutFailure(.cancelled)) }
    // A history that never enters a resolved state says more than a stray date.
    if !history.isEmpty { return .failure(CutFailure(.neverResolved)) }
    guard let resolved = ticket.resolvedAt ?? ticket.closedAt else {
      // Its state may say "Reopened": it was resolved once, nobody knows when.
      return .failure(CutFailure(.neverResolved, isReopened: ticket.isReopenedNow))
    }
    let basis: Basis = ticket.resolvedAt != nil ? .resolvedAt : .closedAt

    if let reopened = ticket.reopenedAt {
      if resolved < reopened {
        return .success(
          Cut(
            at: resolved, basis: basis, reopenedAt: reopened, source: .time,
            sourcesDisagree: countSaysReopened == false, historyEnd: ticket.history.lowerBound))
      }
      // The tool has overwritten the resolved time with that of the last resolution.
      let reply = batch.messages[ticket.messages].last { message in
        message.role == .staff && message.visibility == .public && !message.mayBeRewritten
          && (message.at.map { $0 < reopened } ?? false)
      }
      guard let at = reply?.at else {
        return policy.allowsLeak
          ? .success(
            Cut(
              at: resolved, basis: basis, reopenedAt: reopened, source: .time, sourcesDisagree: false,
              historyEnd: ticket.history.lowerBound))
          : .failure(CutFailure(.unknownCut, isReopened: true))
      }
      return .success(
        Cut(
          at: at, basis: .lastReplyBeforeReopen, reopenedAt: reopened, source: .time,
          sourcesDisagree: countSaysReopened == false, historyEnd: ticket.history.lowerBound))
    }
    let knows = ticket.knows
    if countSaysReopened == true {
      guard policy.allowsLeak else { return .failure(CutFailure(.unknownCut, isReopened: true)) }
      return .success(
        Cut(
          at: resolved, basis: basis, reopenedAt: nil, source: .counter,
          sourcesDisagree: knows.contains(.reopenTime),
          historyEnd: ticket.history.lowerBound))
    }
    let source: ReopenSource =
      knows.contains(.reopenTime) ? .time : ticket.reopenCount != nil ? .counter : .none
    if source == .none { return .failure(CutFailure(.unknownOutcome)) }
    return .success(
      Cut(
        at: resolved, basis: basis, reopenedAt: nil, source: source, sourcesDisagree: false,
        historyEnd: ticket.history.lowerBound))
  }

  /// Index after the last message that was there at the cut, counting staff text of the ten minutes after it
  /// when no requester message and no state change lies between.
  ///
  /// Messages without a time stand where the export put them: they share the fate of the one before.
  public func messageEnd(of ticket: Ticket, in batch: TicketBatch) -> Int {
    let nextChange = historyEnd < ticket.history.upperBound ? batch.statusChanges[historyEnd].at : nil
    var end = ticket.messages.lowerBound
    for index in ticket.messages {
      let message = batch.messages[index]
      if let at = message.at, at > self.at {
        let isGrace =
          message.role == .staff && at.seconds - self.at.seconds <= Self.graceSeconds
          && (nextChange.map { at < $0 } ?? true) && (reopenedAt.map { at < $0 } ?? true)
        if !isGrace { break }
      }
      end = index + 1
    }
    return end
  }
}

/// Why a ticket has no cut.
public struct CutFailure: Error, Sendable, Equatable {
  /// The reason.
  public var exclusion: Exclusion
  /// Whether it is known all the same that it was reopened.
  public var isReopened: Bool

  /// A ticket left out for `exclusion`.
  public init(_ exclusion: Exclusion, isReopened: Bool = false) {
    self.exclusion = exclusion
    self.isReopened = isReopened
  }
}
