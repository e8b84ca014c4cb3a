import History
import Outcomes
import Reporting
import Rules
import TemporaryFiles
import TextAnalysis
import Tickets

/// Remembers what replies and requests look like while tickets go by, and tells at the end which of them are alike.
///
/// A ticket costs a row of 40 bytes, which goes to a temporary file as ``spill(beyond:in:)`` says; of texts only ``mostTexts`` are kept, cut and masked, and as many that were seen
/// several times.
struct CorpusPatterns: Sendable {
  /// Texts kept of replies, and of requests, before only those that come again are.
  static let mostTexts = 1000
  /// Rows of each table in a report.
  static let mostRows = 50
  /// Fewer requests about the same thing are a coincidence.
  static let leastRequests = 3
  /// Requests further apart than this are two events.
  static let longestGap: Int64 = 3 * 86_400
  private static let textBytes = 240

  /// What is remembered of a ticket.
  struct Row: BitwiseCopyable, Sendable {
    /// Fingerprint of the first public reply's fixed part; 0 for none.
    var reply: UInt64 = 0
    /// Fingerprint of what the request is about; 0 for none.
    var request: UInt64 = 0
    /// Tells requesters apart; 0 if the export does not name them.
    var requester: UInt64 = 0
    /// In seconds; the least number for none.
    private var opened = Int64.min
    private var openedPrecision = Timestamp.Precision.second
    /// Whether the reply holds nothing of the ticket: canned, if it is a template.
    var isBare = false
    /// Whether `listening.canned` has looked at the reply.
    var isLookedAt = false
    var group: Int32 = 0

    /// What is remembered of a ticket.
    init(
      reply: UInt64 = 0, request: UInt64 = 0, requester: UInt64 = 0, openedAt: Timestamp? = nil,
      group: Int32 = 0, isBare: Bool = false, isLookedAt: Bool = false
    ) {
      (self.reply, self.request, self.requester) = (reply, request, requester)
      (self.group, self.isBare, self.isLookedAt) = (group, isBare, isLookedAt)
      self.openedAt = openedAt
    }

    var openedAt: Timestamp? {
      get { opened == .min ? nil : Timestamp(seconds: opened, precision: openedPrecision) }
      set {
        opened = newValue?.seconds ?? .min
        openedPrecision = newValue?.precision ?? .second
      }
    }
  }

  /// In the order of the observations.
  private(set) var rows = PagedColumn<Row>()
  /// Of the batch at hand.
  private(set) var sightings: [Sighting] = []
  private var replies = FingerprintCounts()
  private var requests = FingerprintCounts()
  private var replyTexts: [UInt64: String] = [:]
  private var requestTexts: [UInt64: String] = [:]
  private var bareReplies: [UInt64: BareReply] = [:]

  /// A judged ticket as it went by, its texts not looked at yet.
  struct Sighting: Sendable {
    var row: Row
    /// The ticket, in its batch.
    var ticket: Int
    /// Positions of the reply and of the request among the ticket's messages.
    var reply = 0
    var request = 0
    /// The reply, if it holds nothing of the ticket.
    var bareReply: BareReply?
  }

  /// Notes a judged ticket, whose observation is `row`, until ``takeSightings()``.
  ///
  /// - Parameter bareReply: what waits to be found canned.
  mutating func see(
    _ thread: borrowing Thread, _ judgement: Judgement, ticket: Int, _ row: Observation, bareReply: BareReply?
  ) {
    var new = Sighting(
      row: Row(
        openedAt: row.openedAt, group: row.group, isBare: bareReply != nil,
        isLookedAt: row.staffMessages > 0 && !judgement.pendingLooks.isEmpty),
      ticket: ticket, bareReply: bareReply)
    // What came after the cut must not be known before it.
    if let place = thread.messages.prefix(thread.cut).firstIndex(where: { $0.reply == 0 }) {
      new.row.reply = thread.messages[place].measures.sketch.bits
      new.reply = place
    }
    if let place = thread.messages.firstIndex(where: { $0.message.role == .requester && !$0.tokens.isEmpty }),
      thread.messages[place].measures.sketch.bits != 0
    {
      new.row.request = thread.messages[place].measures.sketch.bits
      new.row.requester = Self.hash(thread.batch.bytes[thread.ticket.requester.range])
      new.request = place
    }
    sightings.append(new)
  }

  /// Takes out what was seen since this was asked last.
  mutating func takeSightings() -> [Sighting] {
    defer { sightings.removeAll(keepingCapacity: true) }
    return sightings
  }

  /// Notes the next ticket of the input, and says which of its texts are wanted: that of a fingerprint which is seen
  /// for the nth time, in the order of the input.
  ///
  /// - Parameter group: the code of its team in the table of all rows.
  mutating func note(_ sighting: Sighting, group: Int32, _ masking: Masking) -> (reply: Bool, request: Bool) {
    var row = sighting.row
    row.group = group
    return noteCounted(row, sighting.bareReply, masking)
  }

  private mutating func noteCounted(_ row: Row, _ bareReply: BareReply?, _ masking: Masking) -> (
    reply: Bool, request: Bool
  ) {
    note(row)
    let seen = row.reply == 0 ? 0 : replies.count(row.reply)
    if let bareReply { keep(bareReply, seen, masking) }
    return (
      row.reply != 0 && Self.isWanted(seen, Canned.leastTickets, replyTexts.count),
      row.request != 0 && Self.isWanted(requests.count(row.request), 2, requestTexts.count)
    )
  }

  /// Keeps the first bare reply with a fingerprint as its example, and which of its parts all have.
  private mutating func keep(_ bareReply: BareReply, _ seen: Int32, _ masking: Masking) {
    if bareReplies[bareReply.sketch] != nil {
      bareReplies[bareReply.sketch]?.meet(bareReply)
    } else if bareReplies.count < Self.mostTexts
      || seen >= Canned.leastTickets && bareReplies.count < 2 * Self.mostTexts
    {
      bareReplies[bareReply.sketch] = bareReply.masked(by: masking)
    }
  }

  /// Keeps texts of the ticket that a thread is opened at, masked.
  mutating func keepTexts(
    _ wanted: (reply: Bool, request: Bool), of sighting: Sighting, in thread: borrowing Thread,
    _ words: FindingText
  ) {
    func hidden(_ text: String) -> String {
      words.masking.hide(Self.cut(text), names: words.names(of: thread))
    }
    if wanted.reply {
      replyTexts[sighting.row.reply] = hidden(thread.template(of: thread.messages[sighting.reply]))
    }
    if wanted.request {
      let message = thread.messages[sighting.request].message
      requestTexts[sighting.row.request] = hidden(thread.batch.string(message.text))
    }
  }

  /// Takes the tickets of a history for those noted; the texts stay.
  mutating func recall(_ remembered: RememberedTickets) {
    rows = PagedColumn(
      remembered.patterns.indices.lazy.map { row in
        let pattern = remembered.patterns[row]
        return Row(
          reply: pattern.reply, request: pattern.request, requester: remembered.requesters[row],
          openedAt: remembered.openedAt[row], group: remembered.table.values(.group).codes[row],
          isBare: pattern.isBare, isLookedAt: pattern.hasStaffText)
      })
  }

  /// Moves the rows in memory to a temporary file, once there are more than fit.
  ///
  /// - Parameters:
  ///   - memory: bytes that rows may take.
  ///   - folder: where the file may be.
  mutating func spill(beyond memory: Int, in folder: String) throws(TemporaryFileError) {
    if rows.countInMemory > memory / MemoryLayout<Row>.stride { try rows.spill(in: folder) }
  }

  /// Lets the system take back the memory behind rows that are in a file.
  func release() { rows.release() }

  /// Notes what is remembered of the next ticket.
  mutating func note(_ row: Row) { rows.append(row) }

  /// What is shown of a row's reply and request, as far as it was kept.
  typealias Texts = (reply: String?, request: String?, bareReply: BareReply?)

  /// The texts of a row.
  func texts(of row: Row) -> Texts {
    (replyTexts[row.reply], requestTexts[row.request], row.isBare ? bareReplies[row.reply] : nil)
  }

  /// Notes a row from elsewhere, with its texts; they are kept as if it had been judged here.
  mutating func note(_ row: Row, _ texts: Texts) {
    let (reply, request, bareReply) = texts
    // What comes from elsewhere has been masked there.
    let wanted = noteCounted(row, bareReply, Masking(isOn: false))
    if wanted.reply { replyTexts[row.reply] = reply }
    if wanted.request { requestTexts[row.request] = request }
  }

  /// Whether to keep a text that is seen for the nth time: of a small desk all, of others what is seen again.
  private static func isWanted(_ count: Int32, _ least: Int, _ kept: Int) -> Bool {
    count == 1 && kept < mostTexts || count == least && kept < 2 * mostTexts
  }

  /// What was found, by row of the table.
  struct Groups {
    /// Rows with the same reply, a template each, the most used first.
    var templates: [[UInt32]] = []
    /// Rows with the same request, an event each, the largest first.
    var recurrences: [[UInt32]] = []
    /// Tickets whose reply is a template and nothing else.
    var canned = 0
  }

  /// Groups the rows, and marks those whose reply is canned. - Complexity: O(rows × log rows).
  func resolve(_ table: inout ObservationTable, canned rule: Int?) -> Groups {
    var groups = Groups()
    groups.templates = members(\.reply, least: Canned.leastTickets)
    if let rule {
      for row in rows.indices where rows[row].isLookedAt { table.note(rule: rule, fired: false, row: row) }
      for row in groups.templates.joined().lazy.map(Int.init) where rows[row].isBare && rows[row].isLookedAt {
        table.note(rule: rule, fired: true, row: row)
        groups.canned += 1
      }
    }
    for members in members(\.request, least: Self.leastRequests) {
      groups.recurrences += events(members)
    }
    groups.recurrences.sort { ($0.count, $1[0]) > ($1.count, $0[0]) }
    table.release()
    return groups
  }

  /// The rows whose sketches are nearly equal, the largest groups first.
  private func members(_ sketch: (Row) -> UInt64, least: Int) -> [[UInt32]] {
    let sketches = rows.map(sketch)
    release()
    let groups = NearDuplicates.groups(of: sketches)
    // Most groups are of one: the others alone get an array.
    var sizes = [UInt32](repeating: 0, count: groups.count)
    for (row, group) in groups.enumerated() where sketches[row] != 0 { sizes[Int(group)] += 1 }
    var members: [Int32: [UInt32]] = [:]
    for (row, group) in groups.enumerated() where sketches[row] != 0 && sizes[Int(group)] >= least {
      members[group, default: []].append(UInt32(row))
    }
    return members.values.sorted { ($0.count, $1[0]) > ($1.count, $0[0]) }
  }

  /// What the replies of templates have in common, for ``BareReply``s to be found canned by.
  func templates() -> ReplyTemplates {
    templates(of: members(\.reply, least: Canned.leastTickets))
  }

  private func templates(of groups: [[UInt32]]) -> ReplyTemplates {
    var templates = ReplyTemplates()
    for members in groups {
      let sketches = Set(members.lazy.map { rows[Int($0)].reply }).sorted()
      templates.add(sketches, tickets: members.count, replies: sketches.compactMap { bareReplies[$0] })
    }
    return templates
  }

  /// One bare reply of each of the templates used most, as an example.
  func examples(of groups: Groups, count: Int) -> [Report.Example] {
    let templates = templates(of: groups.templates)
    let found = groups.templates.lazy.compactMap { members in
      members.lazy.compactMap { bareReplies[rows[Int($0)].reply] }.first.flatMap { templates.settled($0) }
    }
    return Array(found.prefix(count))
  }

  /// Cuts a group of requests where nothing came for long, and keeps what several people wrote.
  private func events(_ members: [UInt32]) -> [[UInt32]] {
    let ordered = members.map { (opened: rows[Int($0)].openedAt?.seconds, row: $0) }
      .sorted { ($0.opened ?? 0, $0.row) < ($1.opened ?? 0, $1.row) }
    var events: [[UInt32]] = []
    var last: Int64?
    for (opened, row) in ordered {
      if let last, let opened, opened - last <= Self.longestGap, !events.isEmpty {
        events[events.count - 1].append(row)
      } else {
        events.append([row])
      }
      last = opened ?? last
    }
    return events.filter { event in
      let known = Set(event.lazy.map { rows[Int($0)].requester }.filter { $0 != 0 })
      return event.count >= Self.leastRequests && (known.isEmpty || known.count > 1)
    }
  }

  /// The groups as a report shows them.
  ///
  /// - Parameter outcome: whether a row was reopened; `nil` if it is not eligible.
  func tables(_ groups: Groups, _ table: ObservationTable, outcome: (UInt32) -> Bool?) -> (
    templates: [Report.ReplyTemplate], recurrences: [Report.Recurrence]
  ) {
    func reopened(_ rows: [UInt32]) -> Proportion {
      var proportion = Proportion(events: 0, total: 0)
      for cameBack in rows.lazy.compactMap(outcome) {
        proportion.total += 1
        if cameBack { proportion.events += 1 }
      }
      return proportion
    }
    func row(_ member: UInt32) -> Row { rows[Int(member)] }
    let templates = groups.templates.prefix(Self.mostRows).map { members in
      Report.ReplyTemplate(
        text: members.lazy.compactMap { replyTexts[row($0).reply] }.first ?? "",
        tickets: members.count, bare: members.count { row($0).isBare }, reopened: reopened(members))
    }
    let recurrences = groups.recurrences.prefix(Self.mostRows).map { members in
      Report.Recurrence(
        text: members.lazy.compactMap { requestTexts[row($0).request] }.first ?? "",
        tickets: members.count,
        requesters: Set(members.lazy.map { row($0).requester }.filter { $0 != 0 }).count,
        groups: Set(members.lazy.map { row($0).group }).map { table.groups.names[Int($0)] }
          .filter { !$0.isEmpty }.sorted(),
        since: members.first.flatMap { row($0).openedAt }, until: members.last.flatMap { row($0).openedAt },
        reopened: reopened(members))
    }
    return (Array(templates), Array(recurrences))
  }

  /// As much of a text as is kept.
  private static func cut(_ text: String) -> String {
    guard text.utf8.count > textBytes else { return text }
    return String(text.unicodeScalars.prefix(textBytes)) + " …"
  }

  /// FNV-1a (Fowler, Noll & Vo); 0 for no words.
  static func hash(_ words: some Collection<UInt8>) -> UInt64 {
    guard !words.isEmpty else { return 0 }
    return words.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 } | 1
  }
}
