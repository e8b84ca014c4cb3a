import Foundation
import Outcomes
import Reporting
import TemporaryFiles
import TestSupport
import Testing
import Tickets

@testable import Pipeline

/// What all tickets together tell, from rows as a run leaves them.
@Suite struct CorpusPatternsTests {
  private static let day: Int64 = 86_400
  private static let rule = 3

  private func row(
    reply: UInt64 = 0, isBare: Bool = false, request: UInt64 = 0, requester: UInt64 = 0, day: Int64 = 0
  ) -> CorpusPatterns.Row {
    CorpusPatterns.Row(
      reply: reply, request: request, requester: requester,
      openedAt: Timestamp(seconds: 1_770_000_000 + day * Self.day, precision: .second), isBare: isBare,
      isLookedAt: reply != 0)
  }

  /// What a run has when it has gone by tickets with these rows.
  private func run(_ rows: [CorpusPatterns.Row]) -> (CorpusPatterns, ObservationTable) {
    var patterns = CorpusPatterns()
    var table = ObservationTable()
    for row in rows {
      patterns.note(row)
      table.append(Observation())
    }
    return (patterns, table)
  }

  private func states(_ table: ObservationTable) -> [ExposureState] {
    (0..<table.count).map { table.state(of: Self.rule, row: $0) }
  }

  @Test func aReplyUsedOftenIsCannedWhereItIsBare() {
    let template: UInt64 = 0x0123_4567_89AB_CDEF
    // One four differs: the same template, filled in otherwise.
    let variant = template ^ 0x5
    var (patterns, table) = run(
      [true, true, false, true].map { row(reply: template, isBare: $0) }
        + [row(reply: variant, isBare: true), row(reply: ~template, isBare: true), row()])
    let groups = patterns.resolve(&table, canned: Self.rule)
    #expect(groups.templates == [[0, 1, 2, 3, 4]])
    #expect(groups.canned == 4)
    #expect(
      states(table) == [.found, .found, .notFound, .found, .found, .notFound, .notApplicable])
  }

  @Test func fourTicketsAreNoTemplate() {
    var (patterns, table) = run((0..<4).map { _ in row(reply: 77, isBare: true) })
    let groups = patterns.resolve(&table, canned: Self.rule)
    #expect(groups.templates.isEmpty)
    #expect(!states(table).contains(.found))
  }

  @Test func requestsFarApartAreTwoEvents() {
    let rows = [0, 1, 2, 20, 21, 22, 23].enumerated().map { index, day in
      row(request: 99, requester: UInt64(index + 1), day: Int64(day))
    }
    var (patterns, table) = run(rows.reversed())
    let groups = patterns.resolve(&table, canned: nil)
    #expect(groups.recurrences == [[3, 2, 1, 0], [6, 5, 4]])
    let tables = patterns.tables(groups, table) { $0 == 3 ? true : $0 == 2 ? false : nil }
    #expect(tables.recurrences.map(\.tickets) == [4, 3])
    #expect(tables.recurrences.map(\.requesters) == [4, 3])
    #expect(tables.recurrences[0].reopened == Proportion(events: 1, total: 2))
    #expect(tables.recurrences[0].since == patterns.rows[3].openedAt)
    #expect(tables.recurrences[0].until == patterns.rows[0].openedAt)
  }

  @Test func onePersonsRepeatsAreNoRecurrence() {
    var (patterns, table) = run((0..<3).map { row(request: 99, requester: 5, day: $0) })
    #expect(patterns.resolve(&table, canned: nil).recurrences.isEmpty)
    // An export that names nobody can't tell: shown all the same.
    (patterns, table) = run((0..<3).map { row(request: 99, day: $0) })
    #expect(patterns.resolve(&table, canned: nil).recurrences == [[0, 1, 2]])
  }

  /// A bare reply with some parts that may be filled in.
  private func bareReply(_ sketch: UInt64, ticket: String = "T", _ parts: String...) -> BareReply {
    BareReply(
      sketch: sketch,
      example: Report.Example(
        finding: Finding(
          rule: "listening.canned", kind: .gap, ticket: ticket, message: "m", span: 3..<40, quote: "“a\nb”",
          explanation: "", suggestion: "add a sentence", isAfterCut: false),
        link: nil, context: ("…", "“a\nb”", "")),
      parts: parts.map { BareReply.Part(text: $0, hash: CorpusPatterns.hash($0.utf8)) }, words: .max)
  }

  @Test func whatAllRepliesHaveIsFixed() {
    let template: UInt64 = 0x0123_4567_89AB_CDEF
    let variant = template ^ 0x5
    var patterns = CorpusPatterns()
    for name in ["Ana", "Ivo", "Kim", "Lea"] {
      patterns.note(
        row(reply: template, isBare: true), (nil, nil, bareReply(template, "Service Desk", name)))
    }
    #expect(patterns.templates().settled(bareReply(template, "Ana")) == nil, "four tickets are no template")
    patterns.note(
      row(reply: variant, isBare: true), (nil, nil, bareReply(variant, "Service Desk", "Ole", "INC7")))
    let templates = patterns.templates()
    let finding = templates.settled(bareReply(variant, "Service Desk", "Ole", "INC7"))?.finding
    #expect(finding?.explanation.contains("5 tickets") == true)
    #expect(finding?.explanation.contains("filled in: “Ole”, “INC7”; the rest is fixed") == true)
    #expect(templates.tickets(with: template) == 5 && templates.tickets(with: variant) == 5)
    #expect(templates.tickets(with: ~template) == nil)
  }

  @Test(arguments: [1, 1 << 20]) func whatWaitsComesBackInItsOrder(memoryLimit: Int) throws {
    try withTemporaryFolder { folder in
      var waiting = WaitingReplies(folder: folder.path, memoryLimit: memoryLimit)
      let long = String(repeating: "long “text”\n", count: 120_000)
      for number in 0..<40 {
        try waiting.append(
          bareReply(UInt64(number) << 58, ticket: "T\(number)", "Ivo", number == 20 ? long : "\t\(number)"))
      }
      // Written under no name.
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
      var seen: [String] = []
      try waiting.forEach { reply in
        #expect(reply.sketch == UInt64(seen.count) << 58 && reply.words == .max)
        #expect(reply.parts.map(\.text) == ["Ivo", seen.count == 20 ? long : "\t\(seen.count)"])
        #expect(reply.example.finding.quote == "“a\nb”" && reply.example.finding.span == 3..<40)
        seen.append(reply.example.finding.ticket)
      }
      #expect(seen == (0..<40).map { "T\($0)" })
    }
  }

  @Test func noRoomForWhatWaitsIsAnError() {
    var waiting = WaitingReplies(folder: "/there/is/no/such/folder", memoryLimit: 1)
    #expect(throws: OutputError.self) { () throws in try waiting.append(bareReply(1)) }
  }
}
