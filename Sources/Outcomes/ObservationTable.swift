public import TemporaryFiles
public import Tickets

/// All observations of a run, or of a part of it, column by column: some 80 bytes a ticket with 60 rules, in memory or,
/// as ``spill(beyond:in:)`` moves them, in temporary files.
///
/// Everything in it is an integer, and nothing is decided yet that needs the whole: parts read on different
/// machines are appended in any order, and what is estimated from the whole has the same bits
/// (``ComparedTickets`` puts rows and codes into an order of their own).
///
///     var whole = ObservationTable()
///     for part in parts { whole.append(part) }
public struct ObservationTable: Sendable {
  /// Number of rows.
  public private(set) var count = 0
  /// Codes of the priorities.
  public var priorities = CodeBook()
  /// Codes of the categories.
  public var categories = CodeBook()
  /// Codes of the teams.
  public var groups = CodeBook()
  /// Codes of the assignees.
  public var assignees = CodeBook()
  /// Codes of the teams that replied: their names, joined.
  public var replyTeamSets = CodeBook()
  /// The latest event seen.
  public private(set) var latestEvent: Timestamp?

  /// t\* in seconds; `noTime` if there is none.
  var cuts = PagedColumn<Int64>()
  /// Seconds from t\* to the first reopen; `noDelay` if there is none.
  var reopenDelays = SparseColumn<Int32>(noDelay)
  var facts = PagedColumn<Facts>()
  var priority = PagedColumn<Int32>()
  var category = PagedColumn<Int32>()
  var group = PagedColumn<Int32>()
  var assignee = PagedColumn<Int32>()
  var requestWords = PagedColumn<UInt8>()
  var staffMessages = PagedColumn<UInt8>()
  var staffWords = PagedColumn<UInt8>()
  var reassignments = SparseColumn<UInt8>(Bins.unknownReassignments)
  var reassignmentsEver = SparseColumn<UInt8>(Bins.unknownReassignments)
  var replyTeams = SparseColumn<Int32>(0)
  var listeningLevels = SparseColumn<UInt8>(0)
  var looked = CodedRuleColumn()
  var found = RuleColumn()
  var foundTwice = CodedRuleColumn()
  var foundThrice = CodedRuleColumn()
  /// What would be looked at and found otherwise without text that may have been overwritten.
  var lookedDifference = CodedRuleColumn()
  var foundDifference = CodedRuleColumn()
  var opened = SparseColumn<Int64>(noTime)
  var requesters = SparseColumn<UInt64>(0)
  var sketches = SparseColumn<UInt64>(0)
  /// In seconds; `noDelay` if not known.
  var fromReply = SparseColumn<Int32>(noDelay)
  var toClosing = SparseColumn<Int32>(noDelay)
  var fromCutToClosing = SparseColumn<Int32>(noDelay)

  static let noTime = Int64.min
  static let noDelay = Int32.min

  /// An empty table.
  public init() {}

  /// Adds a row, whose codes are of this table. - Complexity: O(1) amortised.
  public mutating func append(_ row: Observation) {
    count += 1
    cuts.append(row.cutAt?.seconds ?? Self.noTime)
    reopenDelays.append(
      Self.delay(row.reopenedAt.flatMap { at in row.cutAt.map { at.seconds - $0.seconds } }))
    facts.append(Facts(row))
    priority.append(row.priority)
    category.append(row.category)
    group.append(row.group)
    assignee.append(row.assignee)
    requestWords.append(Bins.words(row.requestWords))
    staffMessages.append(Bins.messages(row.staffMessages))
    staffWords.append(Bins.words(row.staffWords))
    reassignments.append(Bins.reassignments(row.reassignments))
    reassignmentsEver.append(Bins.reassignments(row.reassignmentsEver))
    replyTeams.append(row.replyTeams)
    listeningLevels.append(row.listeningLevel)
    looked.append(row.looked)
    found.append(row.found)
    foundTwice.append(row.foundTwice)
    foundThrice.append(row.foundThrice)
    lookedDifference.append(row.looked ^ row.lookedFirmly)
    foundDifference.append(row.found ^ row.foundFirmly)
    opened.append(row.requester == 0 ? Self.noTime : row.openedAt?.seconds ?? Self.noTime)
    requesters.append(row.requester)
    sketches.append(row.sketch)
    fromReply.append(Self.delay(row.secondsFromReply))
    toClosing.append(Self.delay(row.secondsToClosing))
    fromCutToClosing.append(Self.delay(row.secondsFromCutToClosing))
  }

  /// Counts a row whose columns were filled one by one.
  mutating func noteAppended() { count += 1 }

  /// Notes what a rule says that can only be told from all tickets: it had its occasion in a row, and fired or not.
  public mutating func note(rule: Int, fired: Bool, row: Int) {
    looked[row][rule] = true
    if fired { found[row][rule] = true }
  }

  /// The unit separator of ASCII, which no name holds.
  private static let teamSeparator: Character = "\u{1F}"

  /// The names of teams as one.
  static func joined(_ teams: [String]) -> String { teams.joined(separator: String(teamSeparator)) }

  /// The names of teams that were joined.
  static func teams(_ joined: String) -> [String] { joined.split(separator: teamSeparator).map(String.init) }

  /// Seconds in four bytes: what is longer than 68 years is as long as that.
  private static func delay(_ seconds: Int64?) -> Int32 {
    seconds.map { Int32(clamping: max(Int64(noDelay) + 1, $0)) } ?? noDelay
  }

  /// Adds the rows of another part, its codes translated. - Complexity: O(rows of `other`).
  public mutating func append(_ other: ObservationTable) {
    let priority = other.priorities.names.map { priorities.code($0) }
    let category = other.categories.names.map { categories.code($0) }
    let group = other.groups.names.map { groups.code($0) }
    let assignee = other.assignees.names.map { assignees.code($0) }
    let teams = other.replyTeamSets.names.map { replyTeamSets.code($0) }
    count += other.count
    cuts.append(contentsOf: other.cuts)
    facts.append(contentsOf: other.facts)
    self.priority.append(contentsOf: other.priority.lazy.map { priority[Int($0)] })
    self.category.append(contentsOf: other.category.lazy.map { category[Int($0)] })
    self.group.append(contentsOf: other.group.lazy.map { group[Int($0)] })
    self.assignee.append(contentsOf: other.assignee.lazy.map { assignee[Int($0)] })
    requestWords.append(contentsOf: other.requestWords)
    staffMessages.append(contentsOf: other.staffMessages)
    staffWords.append(contentsOf: other.staffWords)
    for row in 0..<other.count {
      reopenDelays.append(other.reopenDelays[row])
      reassignments.append(other.reassignments[row])
      reassignmentsEver.append(other.reassignmentsEver[row])
      replyTeams.append(teams[Int(other.replyTeams[row])])
      listeningLevels.append(other.listeningLevels[row])
      looked.append(other.looked[row])
      found.append(other.found[row])
      foundTwice.append(other.foundTwice[row])
      foundThrice.append(other.foundThrice[row])
      lookedDifference.append(other.lookedDifference[row])
      foundDifference.append(other.foundDifference[row])
      opened.append(other.opened[row])
      requesters.append(other.requesters[row])
      sketches.append(other.sketches[row])
      fromReply.append(other.fromReply[row])
      toClosing.append(other.toClosing[row])
      fromCutToClosing.append(other.fromCutToClosing[row])
    }
    note(event: other.latestEvent)
  }

  /// Remembers an event, for the moment up to which the export knows of anything.
  public mutating func note(event: Timestamp?) {
    guard let event else { return }
    latestEvent = max(latestEvent ?? event, event)
  }

  /// t\* of a row.
  public func cutAt(_ row: Int) -> Timestamp? {
    cuts[row] == Self.noTime ? nil : Timestamp(seconds: cuts[row])
  }

  /// Code of the team of a row.
  public func group(of row: Int) -> Int32 { group[row] }

  /// Why a row can't be compared, whatever the window.
  public func exclusion(_ row: Int) -> Exclusion? { facts[row].exclusion }

  /// The values of a column by row: codes, and the names of the codes.
  public func values(_ column: Column) -> (codes: PagedColumn<Int32>, names: [String]) {
    switch column {
    case .priority: (priority, priorities.names)
    case .category: (category, categories.names)
    case .group: (group, groups.names)
    }
  }

  /// A column that tickets are told apart by.
  public enum Column: String, Sendable, CaseIterable { case priority, category, group }

  /// What one rule says of a row.
  public func state(of rule: Int, row: Int) -> ExposureState {
    found[row][rule] ? .found : looked[row][rule] ? .notFound : .notApplicable
  }

  /// Covey's level 1…5 of a row, 0 if none was judged.
  public func listeningLevel(_ row: Int) -> Int { Int(listeningLevels[row]) }

  /// The first source that says of a ticket whether it was reopened, in the order in which sources are believed.
  public var believedSource: ReopenSource {
    facts.lazy.map(\.source).filter { $0 != .none }.min { $0.rawValue < $1.rawValue } ?? .none
  }
}

/// What is known of a ticket in a few bits.
struct Facts: Equatable, BitwiseCopyable, Sendable {
  private(set) var bits: UInt32

  init(_ row: Observation) {
    func answer(_ value: Bool?) -> UInt32 { value.map { $0 ? 2 : 1 } ?? 0 }
    var bits = row.exclusion.map { UInt32($0.rawValue) + 1 } ?? 0
    bits |= UInt32(row.source.rawValue) << 4
    bits |= UInt32(row.reopenReason.rawValue) << 6
    bits |= row.isReopenedEver ? 1 << 9 : 0
    bits |= row.sourcesDisagree ? 1 << 10 : 0
    bits |= row.hasSeveralReopens ? 1 << 11 : 0
    bits |= row.isAsExported ? 1 << 12 : 0
    bits |= answer(row.isReassignedAfterReply) << 13
    bits |= answer(row.isUnsatisfied) << 15
    self.bits = bits
  }

  init(bits: UInt32) { self.bits = bits }

  private func flag(_ place: UInt32) -> Bool { bits >> place & 1 == 1 }
  private func answer(_ place: UInt32) -> Bool? { bits >> place & 3 == 0 ? nil : bits >> place & 3 == 2 }

  var exclusion: Exclusion? { bits & 15 == 0 ? nil : Exclusion(rawValue: UInt8(bits & 15) - 1) }
  /// Whether it was resolved at some time, and something says whether it was reopened.
  var wasResolved: Bool { ![.neverResolved, .cancelled, .duplicate, .unknownOutcome].contains(exclusion) }
  var source: ReopenSource { ReopenSource(rawValue: UInt8(bits >> 4 & 3)) ?? .none }
  var reopenReason: ReopenReason { ReopenReason(rawValue: UInt8(bits >> 6 & 7)) ?? .unknown }
  var isReopenedEver: Bool { flag(9) }
  var sourcesDisagree: Bool { flag(10) }
  var hasSeveralReopens: Bool { flag(11) }
  var isAsExported: Bool { flag(12) }
  var isReassignedAfterReply: Bool? { answer(13) }
  var isUnsatisfied: Bool? { answer(15) }
}
