import Outcomes
import Testing
import Tickets

/// Whose a reopen is: the team of the last reply, or of every reply.
@Suite struct TeamRepliesTests {
  /// A thread with staff replies at 1 and 3 hours, resolved at 4, whose history names teams at some hours.
  static func table(_ teams: [(hour: Double, group: String)]) -> ObservationTable {
    var (ticket, batch) = CutTests.ticket { ticket, batch in
      for (hour, group) in teams {
        var change = StatusChange(at: CutTests.hour(hour), to: .open)
        change.group = batch.append(group)
        batch.statusChanges.append(change)
      }
      batch.statusChanges.append(StatusChange(at: CutTests.hour(4), to: .resolved))
      ticket.history = 0..<(teams.count + 1)
      ticket.group = batch.append("Exported")
      ticket.knows.insert(.history)
    }
    batch.tickets[0] = ticket
    ticket = batch.tickets[0]
    var table = ObservationTable()
    table.append(table.row(for: ticket, in: batch, policy: CutPolicy()).0)
    return table
  }

  static func replied(_ teams: (hour: Double, group: String)...) -> [Substring] {
    let table = table(teams)
    return table.line(0).names[4].split(separator: "\u{1F}")
  }

  @Test func theTeamInForceWhenItWasWrittenRepliedIt() {
    #expect(Self.replied((0, "Desk"), (2, "Network")) == ["Desk", "Network"])
    // Who held it last replied first: the last reply counts as the last.
    #expect(Self.replied((0, "Desk"), (0.5, "Network"), (2, "Desk")) == ["Network", "Desk"])
    // One that never replied did not.
    #expect(Self.replied((0, "Desk"), (1.5, "Storage"), (2, "Network")) == ["Desk", "Network"])
    // The team at the first resolution is said already; one that took over after the last reply is not the one.
    #expect(Self.replied((0, "Desk")).isEmpty)
    #expect(Self.replied((0, "Desk"), (3.5, "Network")) == ["Desk"])
    // Replies before the history's first word; a history without teams.
    #expect(Self.replied((2, "Network")).isEmpty)
    #expect(Self.replied().isEmpty)
  }

  @Test func everyTeamThatRepliedIsTheOtherView() throws {
    // Alike tickets, 40 of 200 come back, so each team expects a fifth of its tickets.
    let kinds: [(group: String, replied: [String], reopened: Int, count: Int)] = [
      ("A", [], 5, 50), ("B", [], 5, 50), ("C", ["A", "C"], 20, 60), ("C", ["A"], 10, 40),
    ]
    var table = ObservationTable()
    table.note(event: Timestamp(year: 2026, month: 6, day: 1))
    for kind in kinds {
      for number in 0..<kind.count {
        var row = Observation()
        row.cutAt = Timestamp(year: 2026, month: 3, day: 1)
        row.reopenedAt = number < kind.reopened ? row.cutAt?.adding(seconds: 3600) : nil
        row.source = .history
        row.group = table.groups.code(kind.group)
        row.replyTeams = table.replyTeamSets.code(kind.replied.joined(separator: "\u{1F}"))
        table.append(row)
      }
    }
    let rates = TeamRates(table, Eligibility(of: table, policy: CutPolicy()))
    #expect(rates.sharedTickets == 60)
    #expect(rates.teams.map(\.name) == ["A", "B", "C"])
    #expect(rates.teams.map(\.observed) == [15, 5, 20])
    for (team, expected) in zip(rates.teams, [18.0, 10, 12]) {
      #expect(abs(team.expected - expected) < 1e-12)
    }
    #expect(rates.teams.map(\.amongAllReplied?.observed) == [35, 5, 20])
    for (team, expected) in zip(rates.teams, [30.0, 10, 12]) {
      #expect(abs(try #require(team.amongAllReplied).expected - expected) < 1e-12)
    }
  }
}
