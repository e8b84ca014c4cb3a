import Glibc
public import History
public import Outcomes
public import Rules
public import TicketImport
public import Tickets

/// What a run is asked to do.
public struct AnalysisOptions: Sendable {
  /// The files, as the user named them.
  public var paths: [String]
  /// How they are to be read.
  public var importing = ImportOptions()
  /// What is looked for; `nil` for the built-in rules at default strictness.
  public var rules: RuleSet?
  /// What the desk has decided not to hear of; `today` says which of that still holds.
  public var suppressions = Suppressions()
  /// The day of the run; `nil` where nothing is suppressed.
  public var today: Timestamp?
  /// Findings that are known and not shown again. They count for outcomes as before.
  public var baseline = Baseline()
  /// Whether the run collects its findings as a baseline.
  public var collectsBaseline = false
  /// What counts as a reopen.
  public var cut = CutPolicy()
  /// How associations are estimated.
  public var estimation = EstimationOptions()
  /// Deals of the outcome for the negative control; `nil` for none.
  public var selfCheckPermutations: Int?
  /// Which tickets to look at.
  public var filter = TicketFilter()
  /// A link to a ticket with `{id}` in it; `nil` for none.
  public var ticketURL: String?
  /// Whether evidence is masked and people get pseudonyms.
  public var isMasked = true
  /// Whether the sink is told the conversations of all tickets, as a corpus has them.
  public var writesConversations = false
  /// Whether the sink is told what a history remembers of each ticket.
  public var remembers = false
  /// The tickets that a history holds: what is in it as it is, or in a newer version, is not judged again.
  public var known: KnownTickets?
  /// How many tickets are judged at a time, each by a worker of its own; the same comes out for any number.
  public var threads = AnalysisOptions.cores
  /// Number of cores that this process may use.
  public static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
  /// Whether there is one more report a team.
  public var splitsByGroup = false
  /// Tickets a batch: enough to keep a core busy, few enough to stay in its cache.
  public var ticketsPerBatch = 256

  /// Tickets a batch in a run of so many: a short run is dealt out in small batches, so that no worker waits for another.
  func ticketsPerBatch(of tickets: Int) -> Int {
    min(ticketsPerBatch, max(Self.leastTicketsPerBatch, tickets / Self.leastBatches))
  }

  /// Smaller batches would cost more to hand over than they bring.
  private static let leastTicketsPerBatch = 16
  /// Batches that a run is cut into, if it is large enough.
  private static let leastBatches = 8

  /// The usual, over some files.
  public init(paths: [String]) { self.paths = paths }
}
