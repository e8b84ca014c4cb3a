import Outcomes
import Reporting
import Rules
import TextAnalysis
import Tickets

/// Remembers what replies and requests look like while tickets go by, and tells at the end which of them are alike.
///
/// A ticket costs its two fingerprints (in its ``Observation``) and, if no other has them, two counters; of texts only
/// the first ``mostTexts`` are kept, cut and masked, and as many that were seen several times.
struct CorpusPatterns {
  /// Texts kept of replies, and of requests, before only those that come again are.
  static let mostTexts = 1000
  /// Rows of each table in a report.
  static let mostRows = 50
  /// Fewer requests about the same thing are a coincidence.
  static let leastRequests = 3
  /// Requests further apart than this are two events.
  static let longestGap: Int64 = 3 * 86_400
  private static let textBytes = 240

  private var replies: [UInt64: Int32] = [:]
  private var requests: [UInt64: Int32] = [:]
  private var replyTexts: [UInt64: String] = [:]
  private var requestTexts: [UInt64: String] = [:]

  /// Notes a judged ticket. Texts are kept when their fingerprint is seen for the nth time, in the order of the input.
  mutating func note(
    _ thread: borrowing Thread, _ row: inout Observation, masking: Masking, names: () -> [String]
  ) {
    // What came after the cut must not be known before it.
    let past = thread.messages.prefix(thread.cut)
    if let reply = past.first(where: { $0.reply == 0 }), reply.measures.sketch.bits != 0 {
      row.replySketch = reply.measures.sketch.bits
      row.replyIsBare = Canned.isBare(reply)
      let count = (replies[row.replySketch] ?? 0) + 1
      replies[row.replySketch] = count
      if Self.isWanted(count, Canned.leastTickets, replyTexts.count) {
        replyTexts[row.replySketch] = masking.hide(Self.cut(thread.template(of: reply)), names: names())
      }
    }
    if let request = thread.messages.first(where: { $0.message.role == .requester && !$0.tokens.isEmpty }) {
      row.requestSketch = request.measures.sketch.bits
      guard row.requestSketch != 0 else { return }
      row.requesterHash = Self.hash(thread.batch.bytes[thread.ticket.requester.range])
      let count = (requests[row.requestSketch] ?? 0) + 1
      requests[row.requestSketch] = count
      if Self.isWanted(count, 2, requestTexts.count) {
        let text = thread.batch.string(request.message.text)
        requestTexts[row.requestSketch] = masking.hide(Self.cut(text), names: names())
      }
    }
  }

  /// Whether to keep a text that is seen for the nth time: of a small desk all, of others what is seen again.
  private static func isWanted(_ count: Int32, _ least: Int, _ kept: Int) -> Bool {
    count == 1 && kept < mostTexts || count == least && kept < 2 * mostTexts
  }

  /// What was found, by row of the table.
  struct Groups {
    /// Rows with the same reply, a template each, the most used first.
    var templates: [[Int]] = []
    /// Rows with the same request, an event each, the largest first.
    var recurrences: [[Int]] = []
  }

  /// Groups the rows, and marks those whose reply is canned. - Complexity: O(rows × log rows).
  func resolve(_ table: inout ObservationTable, canned rule: Int?) -> Groups {
    var groups = Groups()
    groups.templates = Self.members(table.rows.map(\.replySketch), least: Canned.leastTickets)
    if let rule {
      for row in table.rows.indices
      where table.rows[row].replySketch != 0 && table.rows[row].staffMessages > 0 {
        table.rows[row].looked[rule] = true
        table.rows[row].lookedFirmly[rule] = true
      }
      for row in groups.templates.joined() where table.rows[row].replyIsBare && table.rows[row].looked[rule] {
        table.rows[row].found[rule] = true
        table.rows[row].foundFirmly[rule] = true
      }
    }
    for members in Self.members(table.rows.map(\.requestSketch), least: Self.leastRequests) {
      groups.recurrences += Self.events(members, in: table)
    }
    groups.recurrences.sort { ($0.count, $1[0]) > ($1.count, $0[0]) }
    return groups
  }

  /// The positions of nearly equal sketches, the largest groups first.
  private static func members(_ sketches: [UInt64], least: Int) -> [[Int]] {
    var members: [Int32: [Int]] = [:]
    for (position, group) in NearDuplicates.groups(of: sketches).enumerated() where sketches[position] != 0 {
      members[group, default: []].append(position)
    }
    return members.values.filter { $0.count >= least }.sorted { ($0.count, $1[0]) > ($1.count, $0[0]) }
  }

  /// Cuts a group of requests where nothing came for long, and keeps what several people wrote.
  private static func events(_ rows: [Int], in table: ObservationTable) -> [[Int]] {
    let ordered = rows.sorted {
      (table.rows[$0].openedAt?.seconds ?? 0, $0) < (table.rows[$1].openedAt?.seconds ?? 0, $1)
    }
    var events: [[Int]] = []
    var last: Int64?
    for row in ordered {
      let opened = table.rows[row].openedAt?.seconds
      if let last, let opened, opened - last <= longestGap, !events.isEmpty {
        events[events.count - 1].append(row)
      } else {
        events.append([row])
      }
      last = opened ?? last
    }
    return events.filter { event in
      let known = Set(event.map { table.rows[$0].requesterHash }.filter { $0 != 0 })
      return event.count >= leastRequests && (known.isEmpty || known.count > 1)
    }
  }

  /// The groups as a report shows them.
  ///
  /// - Parameter outcome: whether a row was reopened; `nil` if it is not eligible.
  func tables(_ groups: Groups, _ table: ObservationTable, outcome: (Int) -> Bool?) -> (
    templates: [Report.ReplyTemplate], recurrences: [Report.Recurrence]
  ) {
    func reopened(_ rows: [Int]) -> Proportion {
      let outcomes = rows.compactMap(outcome)
      return Proportion(events: outcomes.count { $0 }, total: outcomes.count)
    }
    let templates = groups.templates.prefix(Self.mostRows).map { rows in
      Report.ReplyTemplate(
        text: rows.lazy.compactMap { replyTexts[table.rows[$0].replySketch] }.first ?? "",
        tickets: rows.count, bare: rows.count { table.rows[$0].replyIsBare }, reopened: reopened(rows))
    }
    let recurrences = groups.recurrences.prefix(Self.mostRows).map { rows in
      Report.Recurrence(
        text: rows.lazy.compactMap { requestTexts[table.rows[$0].requestSketch] }.first ?? "",
        tickets: rows.count,
        requesters: Set(rows.map { table.rows[$0].requesterHash }.filter { $0 != 0 }).count,
        groups: Set(rows.map { table.groups.names[Int(table.rows[$0].group)] }).filter { !$0.isEmpty }
          .sorted(),
        since: table.rows[rows[0]].openedAt, until: rows.last.flatMap { table.rows[$0].openedAt },
        reopened: reopened(rows))
    }
    return (Array(templates), Array(recurrences))
  }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > textBytes else { return text }
    return String(text.prefix { _ in true }.unicodeScalars.prefix(textBytes)) + " …"
  }

  /// FNV-1a (Fowler, Noll & Vo); 0 for no name.
  private static func hash(_ name: ArraySlice<UInt8>) -> UInt64 {
    guard !name.isEmpty else { return 0 }
    return name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 } | 1
  }
}
