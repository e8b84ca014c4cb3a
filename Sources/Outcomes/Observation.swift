public import Tickets

/// What outcomes need to know of one ticket, and no more: no text, no names.
///
/// Priority, category, group and assignee are codes of the ``ObservationTable`` that made the row. A table keeps
/// rows in a much smaller shape: see ``ObservationTable``.
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
  /// What the reopening message says.
  public var reopenReason: ReopenReason = .unknown
  /// When it was opened.
  public var openedAt: Timestamp?

  /// Rules whose occasion was there at the cut.
  public var looked = RuleBits()
  /// Rules that fired at or before the cut.
  public var found = RuleBits()
  /// Rules that fired twice or more.
  public var foundTwice = RuleBits()
  /// Rules that fired three times or more.
  public var foundThrice = RuleBits()
  /// `looked` without text that may have been overwritten after a reopen.
  public var lookedFirmly = RuleBits()
  /// `found` without text that may have been overwritten after a reopen.
  public var foundFirmly = RuleBits()

  /// Code of the priority at the cut.
  public var priority: Int32 = 0
  /// Code of the category at the cut.
  public var category: Int32 = 0
  /// Code of the team at the cut.
  public var group: Int32 = 0
  /// Code of the assignee at the cut; where the export names none, of the author of the last staff reply.
  public var assignee: Int32 = 0
  /// Whether those four are as last exported because the export keeps no history of them.
  public var isAsExported = true
  /// Reassignments before the cut; `nil` if not known.
  public var reassignments: Int32?
  /// Reassignments over its whole life, as last exported; `nil` if not known.
  public var reassignmentsEver: Int32?
  /// Code of the teams that held the ticket when staff replied before the cut, the last reply's last; 0 where nothing
  /// tells them from the team at the cut.
  public var replyTeams: Int32 = 0
  /// Words of the request.
  public var requestWords: Int32 = 0
  /// Public staff messages up to the cut.
  public var staffMessages: Int32 = 0
  /// Words in them.
  public var staffWords: Int32 = 0
  /// Covey's level 1…5 of the least of its replies, 0 if none was judged.
  public var listeningLevel: UInt8 = 0

  /// A keyed hash of the requester; 0 if not known.
  public var requester: UInt64 = 0
  /// What the request is about, as a ``RequestSketch``; 0 for none.
  public var sketch: UInt64 = 0
  /// Whether it was reassigned between the first public staff reply and the cut; `nil` if not known.
  public var isReassignedAfterReply: Bool?
  /// Seconds from the first public staff reply to the cut; `nil` if not known.
  public var secondsFromReply: Int64?
  /// Whether the requester gave a satisfaction score of 2 or less; `nil` without a score.
  public var isUnsatisfied: Bool?
  /// Seconds from the last resolution to closing; `nil` if not known.
  public var secondsToClosing: Int64?
  /// Seconds from the cut to closing; `nil` if not known.
  public var secondsFromCutToClosing: Int64?

  /// An observation of nothing yet.
  public init() {}

  /// Whether the reopening message only says thanks.
  public var isThanksOnly: Bool {
    get { reopenReason == .thanksOnly }
    set { reopenReason = newValue ? .thanksOnly : .unknown }
  }

  /// Notes that a rule had its occasion, and one finding more if it fired.
  ///
  /// - Parameter isFirm: whether it looked at text that can't have been overwritten.
  public mutating func note(rule: Int, fired: Bool, isFirm: Bool) {
    looked[rule] = true
    if isFirm { lookedFirmly[rule] = true }
    guard fired else { return }
    if found[rule] {
      if foundTwice[rule] { foundThrice[rule] = true }
      foundTwice[rule] = true
    }
    found[rule] = true
    if isFirm { foundFirmly[rule] = true }
  }

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
