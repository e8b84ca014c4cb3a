import Outcomes
import TestSupport
import Testing
import Tickets

@Suite struct CutTests {
  static let start = Timestamp(year: 2026, month: 3, day: 2, hour: 9)

  static func hour(_ hours: Double) -> Timestamp { start.adding(seconds: Int64(hours * 3600)) }

  /// A thread of four messages at 0, 1, 2 and 3 hours, open unless told otherwise.
  static func ticket(_ change: (inout Ticket, inout TicketBatch) -> Void) -> (Ticket, TicketBatch) {
    var batch = ExampleThread(["requester: a", "staff: b", "requester: c", "staff: d"]).batch
    batch.tickets[0].status = .open
    batch.tickets[0].resolvedAt = nil
    var ticket = batch.tickets[0]
    change(&ticket, &batch)
    batch.tickets[0] = ticket
    return (ticket, batch)
  }

  static func history(
    _ batch: inout TicketBatch, _ ticket: inout Ticket, _ states: [(Double, StatusCategory)]
  ) {
    for (at, state) in states { batch.statusChanges.append(StatusChange(at: hour(at), to: state)) }
    ticket.history = 0..<states.count
    ticket.knows.insert(.history)
  }

  @Test func theFirstEntryIntoAResolvedStateIsTheCut() throws {
    let (ticket, batch) = Self.ticket { ticket, batch in
      Self.history(&batch, &ticket, [(0, .open), (1.5, .resolved), (2.5, .open), (4, .closed)])
      ticket.resolvedAt = Self.hour(4)
    }
    let cut = try Cut.of(ticket, in: batch, policy: CutPolicy()).get()
    #expect(cut.at == Self.hour(1.5))
    #expect(cut.basis == .history)
    #expect(cut.reopenedAt == Self.hour(2.5))
    #expect(cut.messageEnd(of: ticket, in: batch) == 2)
  }

  @Test func anOverwrittenResolvedTimeIsNotBelieved() throws {
    // Reopened at 2.5 h, "resolved" at 9 h: what staff said last before the reopen is the resolution.
    let (ticket, batch) = Self.ticket { ticket, _ in
      ticket.resolvedAt = Self.hour(9)
      ticket.reopenedAt = Self.hour(2.5)
      ticket.knows.insert(.reopenTime)
    }
    let cut = try Cut.of(ticket, in: batch, policy: CutPolicy()).get()
    #expect(cut.basis == .lastReplyBeforeReopen)
    #expect(cut.at == Self.hour(1))
    #expect(cut.messageEnd(of: ticket, in: batch) == 2)
  }

  @Test func aStateThatSaysReopenedTellsThatItWasResolvedOnce() {
    let (ticket, batch) = Self.ticket { ticket, _ in ticket.isReopenedNow = true }
    #expect(
      Cut.of(ticket, in: batch, policy: CutPolicy())
        == .failure(CutFailure(.neverResolved, isReopened: true)))
  }

  @Test func aCounterAloneGivesNoCutToReopenedTickets() throws {
    let (ticket, batch) = Self.ticket { ticket, _ in
      ticket.resolvedAt = Self.hour(9)
      ticket.reopenCount = 1
      ticket.knows.insert(.reopenCount)
    }
    #expect(
      Cut.of(ticket, in: batch, policy: CutPolicy()) == .failure(CutFailure(.unknownCut, isReopened: true)))
    #expect(try Cut.of(ticket, in: batch, policy: CutPolicy(allowsLeak: true)).get().at == Self.hour(9))
  }

  @Test func whatIsNotResolvedHasNoCut() {
    let (open, batch) = Self.ticket { _, _ in }
    #expect(Cut.of(open, in: batch, policy: CutPolicy()) == .failure(CutFailure(.neverResolved)))
    let (silent, other) = Self.ticket { ticket, _ in ticket.resolvedAt = Self.hour(4) }
    #expect(Cut.of(silent, in: other, policy: CutPolicy()) == .failure(CutFailure(.unknownOutcome)))
    let (cancelled, third) = Self.ticket { ticket, _ in ticket.status = .cancelled }
    #expect(Cut.of(cancelled, in: third, policy: CutPolicy()) == .failure(CutFailure(.cancelled)))
  }

  @Test func staffTextWithinTenMinutesBelongsToTheResolution() throws {
    for (minutes, end) in [(5.0, 4), (10.0, 4), (11.0, 3)] {
      let (ticket, batch) = Self.ticket { ticket, batch in
        Self.history(&batch, &ticket, [(0, .open), (2.9, .resolved)])
        batch.messages[3].at = Self.hour(2.9 + minutes / 60)
      }
      let cut = try Cut.of(ticket, in: batch, policy: CutPolicy()).get()
      #expect(cut.messageEnd(of: ticket, in: batch) == end, "\(minutes) minutes")
    }
    // Not when the requester has spoken in between.
    let (ticket, batch) = Self.ticket { ticket, batch in
      Self.history(&batch, &ticket, [(0, .open), (1.95, .resolved)])
      batch.messages[3].at = Self.hour(2.05)
    }
    let cut = try Cut.of(ticket, in: batch, policy: CutPolicy()).get()
    #expect(cut.messageEnd(of: ticket, in: batch) == 2)
  }

  @Test func sourcesThatDisagreeAreCounted() throws {
    let (ticket, batch) = Self.ticket { ticket, batch in
      Self.history(&batch, &ticket, [(0, .open), (1.5, .resolved)])
      ticket.reopenCount = 1
    }
    #expect(try Cut.of(ticket, in: batch, policy: CutPolicy()).get().sourcesDisagree)
  }
}
