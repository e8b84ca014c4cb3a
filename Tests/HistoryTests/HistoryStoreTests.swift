import Foundation
import History
import Outcomes
import TestSupport
import Testing
import Tickets

/// What becomes of tickets and runs in a history, through its public face.
@Suite struct HistoryStoreTests {
  static let rules: [RuleID] = ["jargon.acronym", "tone.blame"]
  static let key = PersonKey(Array(0..<16))

  static func run(_ key: String, settings: String = "s1", ruleSet: String = "r1") -> RunRecord {
    RunRecord(key: key, source: "desk", ruleSet: ruleSet, rules: rules, settings: settings)
  }

  /// A ticket resolved on a day of March 2026.
  static func ticket(_ id: String, hash: UInt64 = 1, day: Int = 4, latest: Int? = nil, found: Bool = false)
    -> TicketRecord
  {
    var ticket = TicketRecord(id: id)
    ticket.contentHash = hash
    ticket.openedAt = Timestamp(year: 2026, month: 3, day: day, hour: 8)
    ticket.firstResolvedAt = Timestamp(year: 2026, month: 3, day: day, hour: 9)
    ticket.latestEvent = Timestamp(year: 2026, month: 3, day: latest ?? day, hour: 9)
    ticket.group = "Network"
    ticket.assignee = "Ana Ruiz"
    ticket.observation.openedAt = ticket.openedAt
    ticket.observation.cutAt = ticket.firstResolvedAt
    ticket.observation.requester = PersonName.hash("Bo Lind".utf8)
    ticket.observation.note(rule: 0, fired: found, isFirm: true)
    if found { ticket.findings["jargon.acronym", default: TicketRecord.Count()].beforeCut = 2 }
    return ticket
  }

  /// Applies tickets and records the run.
  @discardableResult static func record(_ run: RunRecord, _ tickets: [TicketRecord], in store: HistoryStore)
    throws
    -> TicketChanges
  {
    try store.write { history in
      let changes = try history.apply(tickets, of: run)
      try history.record(run, changes, associations: [])
      return changes
    }
  }

  func withStore(_ body: (HistoryStore, String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "h.sqlite").path
      try body(try HistoryStore(path: path, key: Self.key), path)
    }
  }

  @Test func writingTwiceChangesNothing() throws {
    try withStore { store, path in
      let tickets = [Self.ticket("1", found: true), Self.ticket("2")]
      #expect(try Self.record(Self.run("a"), tickets, in: store).new == 2)
      let before = try Database.dump(path)
      let changes = try Self.record(Self.run("a"), tickets.reversed(), in: store)
      #expect(changes.unchanged == 2 && changes.written == 0)
      #expect(try Database.dump(path) == before)
      #expect(before.contains { $0.contains("jargon.acronym") })
    }
  }

  @Test func aChangedTicketReplacesItsRows() throws {
    try withStore { store, _ in
      try Self.record(Self.run("a"), [Self.ticket("1", found: true)], in: store)
      #expect(try store.read { try $0.counts() }.findings == 2)
      let changes = try Self.record(Self.run("b"), [Self.ticket("1", hash: 2, latest: 9)], in: store)
      #expect(changes.changed == 1)
      let counts = try store.read { try $0.counts() }
      #expect(counts.runs == 2 && counts.tickets == 1 && counts.findings == 0)
    }
  }

  @Test func anOlderVersionDoesNotReplaceANewerOne() throws {
    try withStore { store, path in
      try Self.record(Self.run("a"), [Self.ticket("1", hash: 2, latest: 9)], in: store)
      let before = try Database.dump(path).filter { $0.hasPrefix("ticket|") }
      #expect(
        try Self.record(Self.run("b"), [Self.ticket("1", hash: 1, latest: 4, found: true)], in: store).older
          == 1)
      #expect(try Database.dump(path).filter { $0.hasPrefix("ticket|") } == before)
    }
  }

  @Test func otherSettingsJudgeAnew() throws {
    try withStore { store, _ in
      try Self.record(Self.run("a"), [Self.ticket("1")], in: store)
      let known = try store.read { try $0.knownTickets(source: "desk", settings: "s1") }
      #expect(known.state(of: "1".utf8, contentHash: 1, latestEvent: nil) == .unchanged)
      let others = try store.read { try $0.knownTickets(source: "desk", settings: "s2") }
      #expect(others.state(of: "1".utf8, contentHash: 1, latestEvent: nil) == .changed)
      #expect(others.state(of: "2".utf8, contentHash: 1, latestEvent: nil) == .new)
      let elsewhere = try store.read { try $0.knownTickets(source: "other", settings: "s1") }
      #expect(elsewhere.count == 0)
    }
  }

  @Test func observationsComeBackAsTheyWere() throws {
    try withStore { store, _ in
      var second = Self.ticket("2", day: 12, found: true)
      second.group = "Desktop"
      second.pattern.reply = .max
      second.pattern.isBare = true
      try Self.record(Self.run("a"), [second, Self.ticket("1")], in: store)
      let all = try store.read { try $0.tickets(ruleSet: "r1") }
      #expect(all.table.count == 2 && all.otherRules == 0)
      #expect([0, 1].map { all.table.state(of: 0, row: $0) } == [.notFound, .found])
      #expect(
        all.table.values(.group).codes.map { all.table.groups.names[Int($0)] } == ["Network", "Desktop"])
      #expect(all.table.latestEvent == Timestamp(year: 2026, month: 3, day: 12, hour: 9))
      #expect(all.patterns.map(\.reply) == [0, .max] && all.patterns.map(\.isBare) == [false, true])
      #expect(all.findings == ["jargon.acronym": 2] && all.tickets == ["jargon.acronym": 1])
      let late = try store.read {
        try $0.tickets(ruleSet: "r1", since: Timestamp(year: 2026, month: 3, day: 10))
      }
      #expect(late.table.count == 1 && late.period?.lowerBound == second.openedAt)
      #expect(try store.read { try $0.tickets(ruleSet: "r2") }.otherRules == 2)
    }
  }

  @Test func peopleAreNumbersThatNeedTheKey() throws {
    try withStore { store, path in
      try Self.record(Self.run("a"), [Self.ticket("1")], in: store)
      let text = try Database.dump(path).joined(separator: "\n")
      #expect(!text.contains("Ana") && !text.contains("\(PersonName.hash("Bo Lind".utf8))"))
      #expect(throws: HistoryError.self) {
        try HistoryStore(path: path, key: PersonKey(Array(repeating: 9, count: 16)))
      }
    }
  }

  @Test func whatIsForgottenDoesNotComeBack() throws {
    try withStore { store, path in
      var other = Self.ticket("2", found: true)
      other.observation.requester = PersonName.hash("Cy Moe".utf8)
      let tickets = [Self.ticket("1", found: true), other, Self.ticket("3", found: true)]
      try Self.record(Self.run("a"), tickets, in: store)
      #expect(try store.write { try $0.forget(ticket: "3") } == 1)
      let gone = try store.write { try $0.forget(person: "Bo Lind") }
      #expect(gone.tickets == 1)
      #expect(try store.write { try $0.forget(person: "Ana Ruiz") }.assignments == 1)
      #expect(try Database.rows("SELECT sum(found) FROM week", path) == ["1"])
      let changes = try Self.record(Self.run("b"), tickets.map { Self.again($0) }, in: store)
      #expect(changes.forgotten == 2 && changes.changed == 1)
      #expect(try Database.rows("SELECT id, assignee FROM ticket", path) == ["2|"])
      #expect(try store.faults().isEmpty)
    }
  }

  /// A later version of a ticket.
  static func again(_ ticket: TicketRecord) -> TicketRecord {
    var ticket = ticket
    ticket.contentHash += 1
    ticket.latestEvent = ticket.latestEvent?.adding(seconds: 60)
    return ticket
  }

  @Test func whatIsOlderThanKeptGoes() throws {
    try withStore { store, path in
      try Self.record(Self.run("a"), (1...20).map { Self.ticket("\($0)", day: $0, found: true) }, in: store)
      #expect(
        try store.write { try $0.prune(before: Timestamp(year: 2026, month: 3, day: 11), source: "desk") }
          == 10)
      #expect(try store.read { try $0.counts() }.tickets == 10)
      // The week of 9 March holds 11 to 15 March still; those before it are gone.
      #expect(
        try Database.rows("SELECT week, found FROM v_gap_by_week ORDER BY 1", path) == [
          "2026-03-09|5", "2026-03-16|5",
        ])
    }
  }

  @Test func weeksBeginOnMonday() throws {
    try withStore { store, path in
      // 1 March 2026 is a Sunday.
      try Self.record(
        Self.run("a"), [1, 2, 8, 9].map { Self.ticket("\($0)", day: $0, found: $0 == 2) }, in: store)
      #expect(
        try Database.rows("SELECT week, looked, found FROM v_gap_by_week ORDER BY 1", path)
          == ["2026-02-23|1|0", "2026-03-02|2|1", "2026-03-09|1|0"])
      #expect(
        try Database.rows("SELECT week, resolved FROM v_reopen_by_week ORDER BY 1", path)
          == ["2026-02-23|1", "2026-03-02|2", "2026-03-09|1"])
    }
  }

  @Test func aFailedRunLeavesNothing() throws {
    struct Stop: Error {}
    try withStore { store, path in
      let before = try Database.dump(path)
      #expect(throws: Stop.self) {
        try store.write { history in
          _ = try history.apply([Self.ticket("1")], of: Self.run("a"))
          throw Stop()
        }
      }
      #expect(try Database.dump(path) == before)
    }
  }

  /// Who opens a new history makes its tables; of several at the same moment each finds some made already.
  @Test func aNewHistoryIsOpenedBySeveralAtOnce() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "readback-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for round in 0..<10 {
      let path = folder.appending(path: "\(round).sqlite").path
      try await withThrowingTaskGroup { group in
        for _ in 0..<6 { group.addTask { _ = try HistoryStore(path: path) } }
        try await group.waitForAll()
      }
    }
  }

  @Test func twoWritersWaitForEachOther() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "readback-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "h.sqlite").path
    try await withThrowingTaskGroup { group in
      for writer in 0..<4 {
        group.addTask {
          let store = try HistoryStore(path: path, key: Self.key)
          for round in 0..<10 {
            try Self.record(Self.run("\(writer) \(round)"), [Self.ticket("\(writer) \(round)")], in: store)
          }
        }
      }
      try await group.waitForAll()
    }
    let store = try HistoryStore(path: path)
    let counts = try store.read { try $0.counts() }
    #expect(counts.runs == 40 && counts.tickets == 40)
    #expect(try store.faults().isEmpty)
  }

  @Test func theFirstRunOfAWeekStandsForIt() throws {
    try withStore { store, _ in
      // Mondays of March 2026: 2, 9, 16. A run of other rules, one without outputs and one that was late do not count.
      let runs: [(key: String, day: Int, rules: String, folder: String?)] = [
        ("a", 2, "r1", "a"), ("b", 8, "r1", "b"), ("c", 9, "r2", "c"), ("d", 10, "r1", nil),
        ("e", 11, "r1", "e"), ("f", 12, "r1", "f"), ("g", 16, "r1", "g"), ("h", 13, "r1", "h"),
      ]
      for one in runs {
        var run = Self.run(one.key, ruleSet: one.rules)
        run.asOf = Timestamp(year: 2026, month: 3, day: one.day, hour: 5)
        run.folder = one.folder
        _ = try store.write { try $0.record(run, TicketChanges(), associations: []) }
      }
      func weekly(_ count: Int, source: String = "desk") throws -> [String?] {
        try store.read { try $0.weeklyRuns(source: source, ruleSet: "r1", count: count) }.map(\.folder)
      }
      #expect(try weekly(9) == ["g", "e", "a"])
      #expect(try weekly(2) == ["g", "e"])
      #expect(try weekly(9, source: "another").isEmpty)
    }
  }

  @Test func aFileThatIsNoDatabaseIsSaid() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "h.sqlite").path
      try Data("this is no database, whatever it is called".utf8).write(to: URL(filePath: path))
      let error = #expect(throws: HistoryError.self) { try HistoryStore(path: path) }
      #expect(error?.path == path)
    }
  }
}
