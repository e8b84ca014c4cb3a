import Outcomes
import Testing
import Tickets

/// The rows under an association: the same comparison with other tickets, and other outcomes.
@Suite struct FurtherOutcomesTests {
  /// Adds tickets alike, spread over assignees.
  static func add(_ count: Int, to table: inout ObservationTable, _ change: (inout Observation) -> Void) {
    for number in 0..<count {
      var row = Observation()
      row.cutAt = Timestamp(year: 2026, month: 3, day: 1)
      row.source = .history
      change(&row)
      row.assignee = table.assignees.code("a\(number % 12)")
      table.append(row)
    }
  }

  static func reopen(_ row: inout Observation) { row.reopenedAt = row.cutAt?.adding(seconds: 3600) }

  static func measure(_ table: ObservationTable, anchor: Anchor) throws -> Association {
    var table = table
    table.note(event: Timestamp(year: 2026, month: 6, day: 1))
    let policy = CutPolicy()
    return try #require(
      Associations(
        rules: [AssociationsTests.summary("r.0", anchor: anchor)], table: table,
        eligibility: Eligibility(of: table, policy: policy), policy: policy
      ).rules.first)
  }

  @Test func ticketsReopenedSeveralTimesAreLeftOutInARowOfTheirOwn() throws {
    var table = ObservationTable()
    for isFound in [true, false] {
      Self.add(isFound ? 30 : 20, to: &table) {
        $0.note(rule: 0, fired: isFound, isFirm: true)
        Self.reopen(&$0)
      }
      Self.add(100, to: &table) { $0.note(rule: 0, fired: isFound, isFirm: true) }
    }
    // Seven of those found were reopened more than once, which one time does not tell.
    Self.add(7, to: &table) {
      $0.note(rule: 0, fired: true, isFirm: true)
      $0.hasSeveralReopens = true
      Self.reopen(&$0)
    }
    let one = try Self.measure(table, anchor: .firstReply)
    #expect(one.exposed == Proportion(events: 37, total: 137))
    let rest = try #require(one.variants.first { $0.name.contains("several reopens") })
    #expect(rest.exposed == Proportion(events: 30, total: 130))
    #expect(rest.unexposed == Proportion(events: 20, total: 120))
    #expect(abs(try #require(rest.riskDifferencePer100).value - (3000.0 / 130 - 2000.0 / 120)) < 1e-9)
  }

  @Test func rewrittenTextIsLeftOutInARowOfItsOwn() throws {
    var table = ObservationTable()
    // Found in replies, found in close notes alone, and not found with and without close notes to look at.
    Self.add(40, to: &table) { $0.note(rule: 0, fired: true, isFirm: true) }
    Self.add(15, to: &table) {
      $0.note(rule: 0, fired: true, isFirm: false)
      Self.reopen(&$0)
    }
    Self.add(60, to: &table) { $0.note(rule: 0, fired: false, isFirm: true) }
    Self.add(25, to: &table) { $0.note(rule: 0, fired: false, isFirm: false) }
    Self.add(12, to: &table) {
      $0.note(rule: 0, fired: false, isFirm: true)
      $0.note(rule: 0, fired: true, isFirm: false)
      Self.reopen(&$0)
    }
    let one = try Self.measure(table, anchor: .closingText)
    #expect(one.mayBeRewritten && one.finePrint.contains("rewritten"))
    #expect(one.exposed == Proportion(events: 27, total: 67))
    let firm = try #require(one.variants.first { $0.name.contains("rewritten") })
    // Close notes alone are no occasion; the last twelve were looked at in replies, and not found.
    #expect(firm.exposed == Proportion(events: 0, total: 40))
    #expect(firm.unexposed == Proportion(events: 12, total: 72))
  }

  @Test func otherOutcomesCountThoseOfWhomItIsKnown() throws {
    var table = ObservationTable()
    for isFound in [true, false] {
      // 40 satisfied and 20 not where it was found, 30 and 10 where not; 15 did not answer in either arm.
      for (count, isUnsatisfied) in [
        (isFound ? 40 : 30, false as Bool?), (isFound ? 20 : 10, true), (15, nil),
      ] {
        Self.add(count, to: &table) {
          $0.note(rule: 0, fired: isFound, isFirm: true)
          $0.isUnsatisfied = isUnsatisfied
          $0.isReassignedAfterReply = isUnsatisfied.map { !$0 }
        }
      }
    }
    let one = try Self.measure(table, anchor: .firstReply)
    let satisfaction = try #require(one.secondary.first { $0.name.contains("satisfaction") })
    #expect(satisfaction.exposed == Proportion(events: 20, total: 60))
    #expect(satisfaction.unexposed == Proportion(events: 10, total: 40))
    // The response rates of both arms.
    #expect(satisfaction.knownExposed == Proportion(events: 60, total: 75))
    #expect(satisfaction.knownUnexposed == Proportion(events: 40, total: 55))
    let reassigned = try #require(one.secondary.first { $0.name.contains("reassigned") })
    #expect(reassigned.exposed == Proportion(events: 40, total: 60))
    // What happens between the first reply and the resolution comes before later replies: no outcome of those rules.
    let later = try Self.measure(table, anchor: .anyReply).secondary
    #expect(later.map(\.name) == [satisfaction.name])
  }

  @Test func slowIsAboveTheMedianOfItsGroupAndPriority() throws {
    var table = ObservationTable()
    // Medians of 1, 2, 3, 4, 5 hours and of 10, 20, 30 hours, in two groups.
    for (group, hours) in [("A", [1, 2, 3, 4, 5]), ("B", [10, 20, 30])] {
      for hour in hours {
        let code = table.groups.code(group)
        Self.add(10, to: &table) {
          $0.group = code
          $0.note(rule: 0, fired: hour % 2 == 0, isFirm: true)
          $0.secondsFromReply = Int64(hour) * 3600
        }
      }
    }
    // Of one it is not known when staff replied first.
    Self.add(1, to: &table) { $0.note(rule: 0, fired: true, isFirm: true) }
    let one = try Self.measure(table, anchor: .firstReply)
    let slow = try #require(one.secondary.first { $0.name.contains("slower") })
    // Found at 2, 4, 10, 20 and 30 hours: above the median at 4 and 30. Not found at 1, 3 and 5: above it at 5.
    #expect(slow.exposed == Proportion(events: 20, total: 50))
    #expect(slow.unexposed == Proportion(events: 10, total: 30))
    #expect(slow.knownExposed == Proportion(events: 50, total: 51))
  }

  /// From a ticket's history: what happened after the first public staff reply, and how long it took from there.
  @Test func whatComesAfterTheFirstReplyIsRead() throws {
    func row(_ moves: [(hour: Double, count: Int32)], csat: Double?) -> Observation {
      let (ticket, batch) = CutTests.ticket { ticket, batch in
        for (hour, count) in moves {
          batch.statusChanges.append(
            StatusChange(at: CutTests.hour(hour), to: .open, reassignments: count))
        }
        batch.statusChanges.append(
          StatusChange(at: CutTests.hour(4), to: .resolved, reassignments: moves.last?.count))
        ticket.history = 0..<(moves.count + 1)
        ticket.csat = csat
        ticket.knows.insert(.history)
      }
      var table = ObservationTable()
      return table.row(for: ticket, in: batch, policy: CutPolicy()).0
    }
    // Staff replied at 1 and 3 hours; it was resolved at 4.
    let moved = row([(0, 0), (2, 1)], csat: 2)
    #expect(moved.isReassignedAfterReply == true && moved.secondsFromReply == 3 * 3600)
    #expect(moved.isUnsatisfied == true)
    let before = row([(0, 0), (0.5, 2)], csat: 2.5)
    #expect(before.isReassignedAfterReply == false && before.isUnsatisfied == false)
    // A counter that is first told after the reply says nothing of what it was before.
    #expect(row([(2, 1)], csat: nil).isReassignedAfterReply == nil)
    #expect(row([(2, 1)], csat: nil).isUnsatisfied == nil)
  }
}
