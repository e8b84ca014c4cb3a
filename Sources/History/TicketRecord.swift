public import Outcomes
public import Tickets

/// One ticket as a run hands it to the history: no text. The names of people in it become numbers before they are kept.
public struct TicketRecord: Sendable {
  /// How often one rule found something in a ticket.
  public struct Count: Sendable, Equatable {
    /// At the cut or before, and so part of what is compared.
    public var beforeCut = 0
    /// After the cut: for coaching only.
    public var afterCut = 0

    /// No finding yet.
    public init() {}

    /// Both together.
    public var total: Int { beforeCut + afterCut }
  }

  /// What is remembered of the first reply and of the request, so that replies and requests that are alike are
  /// found among tickets of many nights.
  public struct Pattern: Sendable, Equatable {
    /// Fingerprint of the first public reply's fixed part; 0 for none.
    public var reply: UInt64 = 0
    /// Fingerprint of what the request is about; 0 for none.
    public var request: UInt64 = 0
    /// Whether the reply holds nothing of the ticket.
    public var isBare = false
    /// Whether staff wrote anything before the cut.
    public var hasStaffText = false

    /// Nothing remembered.
    public init() {}
  }

  /// The ticket's id.
  public var id: String
  /// A hash of everything that the export says of it.
  public var contentHash: UInt64 = 0
  /// The latest event that the export knows of it: which of two versions is the newer one.
  public var latestEvent: Timestamp?
  /// When it was opened.
  public var openedAt: Timestamp?
  /// Its first resolution.
  public var firstResolvedAt: Timestamp?
  /// When it was first reopened.
  public var reopenedAt: Timestamp?
  /// "incident", "request", ….
  public var kind = TicketKind.incident
  /// How it came in.
  public var channel = ""
  /// Priority at the first resolution.
  public var priority = ""
  /// Category at the first resolution.
  public var category = ""
  /// Team at the first resolution.
  public var group = ""
  /// Who worked on it at the first resolution, as the export names them; empty if not said.
  public var assignee = ""
  /// Staff messages judged.
  public var judgedMessages = 0
  /// Sentences in them.
  public var judgedSentences = 0
  /// How often each rule found something.
  public var findings: [RuleID: Count] = [:]
  /// The observation; its codes mean nothing here, and its requester is a hash without a key.
  public var observation = Observation()
  /// What its reply and its request look like.
  public var pattern = Pattern()

  /// A ticket of which nothing but its id is known.
  public init(id: String) { self.id = id }
}

/// A run as the history keeps it.
public struct RunRecord: Sendable {
  /// What makes the run the same run: a hash of its inputs and settings.
  public var key: String
  /// The system that the tickets come from.
  public var source: String
  /// The version of Readback.
  public var version = ""
  /// Hash of the rule set.
  public var ruleSet: String
  /// The rules in the order of their bits in observations.
  public var rules: [RuleID]
  /// A hash of everything that decides what a ticket's rows are: the rule set and how exports are read.
  public var settings: String
  /// The latest event known.
  public var asOf: Timestamp?
  /// When it was made.
  public var recordedAt: Timestamp?
  /// Days in which a reopen counts.
  public var windowDays: Int?
  /// Reopened of the tickets compared.
  public var reopened: Proportion?
  /// Wilson's 95 % interval of that share.
  public var reopenInterval: Effect?
  /// The folder of its outputs; `nil` where there is none.
  public var folder: String?

  /// A run of which only its identity is known.
  public init(key: String, source: String, ruleSet: String, rules: [RuleID], settings: String) {
    self.key = key
    self.source = source
    self.ruleSet = ruleSet
    self.rules = rules
    self.settings = settings
  }
}

/// What became of a run's tickets.
public struct TicketChanges: Sendable, Equatable {
  /// Seen for the first time.
  public var new = 0
  /// Known, and different now.
  public var changed = 0
  /// Known as they are.
  public var unchanged = 0
  /// Known in a newer version than this.
  public var older = 0
  /// Not to be remembered.
  public var forgotten = 0

  /// No ticket yet.
  public init() {}

  /// Tickets whose rows were written.
  public var written: Int { new + changed }
}

/// Which tickets a history holds already, and in which version: 24 bytes a ticket.
public struct KnownTickets: Sendable {
  /// How a ticket at hand stands to what is known.
  public enum State: Sendable, Equatable {
    /// Not known.
    case new
    /// Known otherwise, or judged by other rules.
    case changed
    /// Known just so.
    case unchanged
    /// Known in a newer version.
    case older
  }

  struct Version: Sendable {
    var contentHash: UInt64
    var latestEvent: Int64
    /// Whether it was judged with the settings at hand.
    var isCurrent: Bool
  }

  private var versions: [UInt64: Version] = [:]

  /// None.
  public init() {}

  /// Number of tickets.
  public var count: Int { versions.count }

  mutating func insert(_ id: some Sequence<UInt8>, _ version: Version) { versions[Self.hash(id)] = version }

  /// How a version of the ticket `id` stands to what is known. - Complexity: O(bytes of the id).
  public func state(of id: some Sequence<UInt8>, contentHash: UInt64, latestEvent: Timestamp?) -> State {
    guard let known = versions[Self.hash(id)] else { return .new }
    return Self.state(known, contentHash: contentHash, latestEvent: latestEvent)
  }

  static func state(_ known: Version, contentHash: UInt64, latestEvent: Timestamp?) -> State {
    if known.contentHash == contentHash { return known.isCurrent ? .unchanged : .changed }
    return (latestEvent?.seconds ?? .min) < known.latestEvent ? .older : .changed
  }

  /// FNV-1a, 64 bits (Fowler, Noll & Vo).
  private static func hash(_ id: some Sequence<UInt8>) -> UInt64 {
    id.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
