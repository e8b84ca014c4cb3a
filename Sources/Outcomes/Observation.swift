public import Tickets

/// What outcomes need to know of one ticket, and no more: no text, no names, about 150 bytes.
///
/// Priority, category, group and assignee are codes of the ``ObservationTable`` that holds the row.
public struct Observation: Sendable {
  /// Why the ticket can't be compared, as far as it alone tells; censoring is decided with the whole export.
  public var exclusion: Exclusion?
  /// t\*, the first resolution.
  public var cutAt: Timestamp?
  /// The first reopen after it.
  public var reopenedAt: Timestamp?
  /// What says whether it was reopened.
  public var source: ReopenSource = .none
  /// Reopened, whenever, by whatever the export says: the whole-ticket outcome.
  public var isReopenedEver = false
  /// Whether sources of the export disagree.
  public var sourcesDisagree = false
  /// Whether the tool counts more than one reopen but keeps one time.
  public var hasSeveralReopens = false
  /// Whether the reopening message only says thanks.
  public var isThanksOnly = false
  /// When it was opened.
  public var openedAt: Timestamp?

  /// Rules whose occasion was there at the cut.
  public var looked = RuleBits()
  /// Rules that fired at or before the cut.
  public var found = RuleBits()
  /// The same without text that may have been overwritten after a reopen.
  public var lookedFirmly = RuleBits()
  /// The same without text that may have been overwritten after a reopen.
  public var foundFirmly = RuleBits()

  /// Code of the priority at the cut.
  public var priority: Int32 = 0
  /// Code of the category at the cut.
  public var category: Int32 = 0
  /// Code of the team at the cut.
  public var group: Int32 = 0
  /// Code of the assignee at the cut.
  public var assignee: Int32 = 0
  /// Whether those four are as last exported because the export keeps no history of them.
  public var isAsExported = true
  /// Reassignments before the cut; `nil` if not known.
  public var reassignments: Int32?
  /// Words of the request.
  public var requestWords: Int32 = 0
  /// Public staff messages up to the cut.
  public var staffMessages: Int32 = 0
  /// Words in them.
  public var staffWords: Int32 = 0
  /// Fingerprint of the first public reply's fixed part; 0 for none.
  public var replySketch: UInt64 = 0
  /// Whether that reply holds nothing of the ticket: canned, if it is a template.
  public var replyIsBare = false
  /// Fingerprint of what the request is about; 0 for none.
  public var requestSketch: UInt64 = 0
  /// Tells requesters apart within a run; 0 if the export does not name them.
  public var requesterHash: UInt64 = 0
  /// Covey's level 1…5 of the least of its replies, 0 if none was judged.
  public var listeningLevel: UInt8 = 0

  /// An observation of nothing yet.
  public init() {}

  /// What one rule says of it.
  public func state(of rule: Int, firmly: Bool = false) -> ExposureState {
    if firmly { return foundFirmly[rule] ? .found : lookedFirmly[rule] ? .notFound : .notApplicable }
    return found[rule] ? .found : looked[rule] ? .notFound : .notApplicable
  }
}

/// Names by number, so that a row holds four bytes and not a string.
public struct CodeBook: Sendable {
  /// The names in order of their codes; code 0 is "not said".
  public private(set) var names: [String] = [""]
  private var codes: [String: Int32] = ["": 0]

  /// A book with code 0 only.
  public init() {}

  /// The code of a name, a new one if it has none yet. - Complexity: O(1) on average.
  public mutating func code(_ name: String) -> Int32 {
    if let code = codes[name] { return code }
    let code = Int32(names.count)
    names.append(name)
    codes[name] = code
    return code
  }
}

/// All observations of a run, or of a part of it.
public struct ObservationTable: Sendable {
  /// One row a ticket, in the order of the input.
  public var rows: [Observation] = []
  /// Codes of the priorities.
  public var priorities = CodeBook()
  /// Codes of the categories.
  public var categories = CodeBook()
  /// Codes of the teams.
  public var groups = CodeBook()
  /// Codes of the assignees.
  public var assignees = CodeBook()
  /// The latest event seen.
  public var latestEvent: Timestamp?

  /// An empty table.
  public init() {}

  /// Adds the rows of another part, its codes translated. - Complexity: O(rows of `other`).
  public mutating func append(_ other: ObservationTable) {
    let priority = other.priorities.names.map { priorities.code($0) }
    let category = other.categories.names.map { categories.code($0) }
    let group = other.groups.names.map { groups.code($0) }
    let assignee = other.assignees.names.map { assignees.code($0) }
    rows.reserveCapacity(rows.count + other.rows.count)
    for var row in other.rows {
      row.priority = priority[Int(row.priority)]
      row.category = category[Int(row.category)]
      row.group = group[Int(row.group)]
      row.assignee = assignee[Int(row.assignee)]
      rows.append(row)
    }
    note(event: other.latestEvent)
  }

  /// Remembers an event, for the moment up to which the export knows of anything.
  public mutating func note(event: Timestamp?) {
    guard let event else { return }
    latestEvent = max(latestEvent ?? event, event)
  }
}
