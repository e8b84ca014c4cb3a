import Outcomes
import TemporaryFiles
import TestSupport
import Testing
import Tickets

/// Parts of an export, analysed apart and merged in any order, give the bits of the whole.
@Suite struct MergingTests {
  static let end = Timestamp(year: 2026, month: 6, day: 1)
  static let summaries = (0..<6).map {
    AssociationsTests.summary(
      RuleID("r.\($0)"), anchor: [.anyReply, .firstReply, .closingText][$0 % 3])
  }

  /// A ticket as it was read, before a table gave codes to its names.
  struct Draft {
    var row = Observation()
    var priority = "", category = "", group = "", assignee = ""
    /// Teams that replied, joined.
    var replied = ""
  }

  static func drafts(_ count: Int, seed: UInt64) -> [Draft] {
    var generator = SeededGenerator(seed: seed)
    func any(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    return (0..<count).map { _ in
      var draft = Draft()
      draft.priority = "p\(any(3))"
      draft.category = "c\(any(5))"
      draft.group = "g\(any(4))"
      draft.assignee = "a\(any(25))"
      if any(12) == 0 {
        draft.row.exclusion = Exclusion.allCases[any(Exclusion.allCases.count)]
      } else {
        draft.row.cutAt = end.adding(seconds: -Int64(any(200)) * 86_400 - Int64(any(86_400)))
      }
      if any(9) == 0 {
        draft.row.reopenedAt = draft.row.cutAt?.adding(seconds: Int64(any(20 * 86_400)))
        draft.row.isReopenedEver = true
        draft.row.reopenReason = ReopenReason.allCases[any(ReopenReason.allCases.count)]
      }
      draft.row.requestWords = Int32(any(300))
      draft.row.staffMessages = Int32(any(9))
      draft.row.staffWords = Int32(any(700))
      draft.row.reassignments = any(3) == 0 ? nil : Int32(any(6))
      draft.row.reassignmentsEver = any(3) == 0 ? nil : Int32(any(6))
      if any(3) == 0 { draft.replied = "g\(any(2))\u{1F}g\(2 + any(2))" }
      draft.row.hasSeveralReopens = any(30) == 0
      draft.row.isUnsatisfied = any(4) == 0 ? any(3) == 0 : nil
      draft.row.secondsFromReply = any(2) == 0 ? Int64(any(500_000)) : nil
      draft.row.listeningLevel = UInt8(any(6))
      if any(3) == 0 {
        draft.row.requester = UInt64(any(40) + 1)
        draft.row.openedAt = draft.row.cutAt?.adding(seconds: -86_400)
        draft.row.sketch = UInt64(any(4)) &* 0x9E37_79B9_7F4A_7C15
      }
      for rule in 0..<6 where any(4) > 0 {
        draft.row.note(rule: rule == 5 ? 100 : rule, fired: any(3) == 0, isFirm: any(5) > 0)
        if any(4) == 0 { draft.row.note(rule: rule == 5 ? 100 : rule, fired: true, isFirm: true) }
      }
      return draft
    }
  }

  static func table(_ drafts: some Sequence<Draft>) -> ObservationTable {
    var table = ObservationTable()
    for draft in drafts {
      var row = draft.row
      row.priority = table.priorities.code(draft.priority)
      row.category = table.categories.code(draft.category)
      row.group = table.groups.code(draft.group)
      row.assignee = table.assignees.code(draft.assignee)
      row.replyTeams = table.replyTeamSets.code(draft.replied)
      table.append(row)
      table.note(event: row.cutAt)
    }
    return table
  }

  /// Everything that is published of a table, to the last bit.
  static func figures(_ table: ObservationTable) -> [String] {
    let policy = CutPolicy()
    let eligibility = Eligibility(of: table, policy: policy)
    // Rule 5 stands at place 100, so that both halves of the bits are used.
    let summaries = (0...100).map {
      $0 < 5
        ? Self.summaries[$0] : $0 == 100 ? Self.summaries[5] : AssociationsTests.summary(RuleID("none.\($0)"))
    }
    let all = Associations(rules: summaries, table: table, eligibility: eligibility, policy: policy)
    let teams = TeamRates(table, eligibility)
    let trends = Trends(table)
    return (all.rules + all.process).map { "\($0)" } + ["\(eligibility.total) \(eligibility.thanksOnly)"]
      + teams.teams.map { "\($0)" } + teams.limits.map { "\($0)" }
      + (0..<5).flatMap { trends.points(of: $0).map { "\($0)" } } + trends.listening.map { "\($0)" }
  }

  @Test(arguments: [1])
  func anySplitGivesTheBitsOfTheWhole(seed: UInt64) {
    let drafts = Self.drafts(500, seed: seed)
    let whole = Self.figures(Self.table(drafts))
    #expect(whole.count > 20)
    #expect(whole.contains { $0.contains("dose: Optional") })
    #expect(whole.contains { $0.contains("amongAllReplied: Optional") })
    #expect(whole.contains { $0.contains("isLeaky: true") })
    var generator = SeededGenerator(seed: seed + 100)
    for parts in [2, 9] {
      let shuffled = drafts.shuffled(using: &generator)
      var bounds = [0, drafts.count]
      for _ in 1..<max(parts, 2) { bounds.append(Int.random(in: 0...drafts.count, using: &generator)) }
      bounds.sort()
      var merged = ObservationTable()
      for (from, to) in zip(bounds, bounds.dropFirst()) { merged.append(Self.table(shuffled[from..<to])) }
      #expect(merged.count == drafts.count)
      let figures = Self.figures(merged)
      #expect(figures.count == whole.count)
      let different = zip(figures, whole).filter { $0 != $1 }
      #expect(different.isEmpty, "\(parts) parts: \(different.first.map { $0.0.prefix(200) } ?? "")")
    }
  }

  /// Rows that went to files now and then say what rows in memory say, and can be changed like them.
  @Test(arguments: [5, 6]) func spilledRowsGiveTheBitsOfThoseInMemory(seed: UInt64) throws {
    let drafts = Self.drafts(400, seed: seed)
    var inMemory = Self.table(drafts)
    var generator = SeededGenerator(seed: seed + 100)
    var spilled = ObservationTable()
    var from = 0
    while from < drafts.count {
      let to = min(drafts.count, from + Int.random(in: 1...60, using: &generator))
      spilled.append(Self.table(drafts[from..<to]))
      try spilled.spill(beyond: Bool.random(using: &generator) ? 0 : 3_000, in: "/tmp")
      if Bool.random(using: &generator) { spilled.release() }
      from = to
    }
    let copy = spilled
    for row in stride(from: 0, to: drafts.count, by: 7) {
      inMemory.note(rule: 90, fired: row % 2 == 0, row: row)
      spilled.note(rule: 90, fired: row % 2 == 0, row: row)
    }
    for row in 0..<drafts.count { #expect(spilled.line(row) == inMemory.line(row)) }
    #expect(Self.figures(spilled) == Self.figures(inMemory))
    // A copy is a value of its own.
    #expect((0..<drafts.count).allSatisfy { copy.state(of: 90, row: $0) == .notApplicable })
  }

  @Test func smallTablesStayInMemory() throws {
    var table = Self.table(Self.drafts(100, seed: 1))
    // A folder that is not there: nothing is written.
    try table.spill(beyond: 1 << 20, in: "/nowhere/at/all")
    #expect(throws: TemporaryFileError.self) { try table.spill(beyond: 100, in: "/nowhere/at/all") }
  }

  /// What is kept or sent as lines is the table it came from.
  @Test func linesGiveTheBitsOfTheTable() throws {
    let table = Self.table(Self.drafts(400, seed: 3))
    var back = ObservationTable()
    for row in 0..<table.count {
      let isRead = back.append(table.line(row))
      #expect(isRead)
    }
    back.note(event: table.latestEvent)
    #expect(Self.figures(back) == Self.figures(table))
    var line = table.line(0)
    line.numbers[14] = 6
    let hasRead = back.append(line)
    #expect(!hasRead)
    line.numbers.removeLast()
    let hasReadShort = back.append(line)
    #expect(!hasReadShort)
  }

  @Test func mergingTakesEverythingOver() {
    let drafts = Self.drafts(300, seed: 9)
    var merged = ObservationTable()
    merged.append(Self.table(drafts[..<120]))
    merged.append(Self.table(drafts[120...]))
    let whole = Self.table(drafts)
    for row in 0..<300 {
      #expect(merged.cutAt(row) == whole.cutAt(row))
      #expect(merged.exclusion(row) == whole.exclusion(row))
      for rule in [0, 1, 4, 100] {
        #expect(merged.state(of: rule, row: row) == whole.state(of: rule, row: row))
      }
      for column in ObservationTable.Column.allCases {
        let (a, b) = (merged.values(column), whole.values(column))
        #expect(a.names[Int(a.codes[row])] == b.names[Int(b.codes[row])])
      }
    }
    #expect(merged.latestEvent == whole.latestEvent)
  }
}
