public import Outcomes
public import Tickets

/// Everything a report says, and nothing of how it looks: each format draws the same value.
public struct Report: Sendable {
  /// Version of this shape, in every machine-readable output.
  public static let schema = "readback.report/1"

  /// One file that was read.
  public struct Input: Sendable {
    /// The file's name without its folder.
    public var name: String
    /// "ServiceNow incidents, CSV", …
    public var format: String
    /// "UTF-8", "Windows-1252", …
    public var encoding: String
    /// Rows or records in it.
    public var records: Int
    /// What was made of it in a line: "600 tickets, 2,412 messages".
    public var note: String

    /// A file and what was made of it.
    public init(name: String, format: String, encoding: String, records: Int, note: String) {
      self.name = name
      self.format = format
      self.encoding = encoding
      self.records = records
      self.note = note
    }
  }

  /// Reopened of the tickets resolved in one week.
  public struct Week: Sendable {
    /// Its Monday.
    public var start: Timestamp
    /// Reopened among the eligible tickets first resolved in it.
    public var reopened: Proportion
    /// Wilson's 95 % interval of the rate, 0…1; drawn as a band where it is given.
    public var interval: Effect?

    /// The week that starts on `start`.
    public init(start: Timestamp, reopened: Proportion, interval: Effect? = nil) {
      self.start = start
      self.reopened = reopened
      self.interval = interval
    }
  }

  /// Reopen rates by the values of one column: priority, category, group.
  public struct Breakdown: Sendable {
    /// One value of the column.
    public struct Row: Sendable {
      /// The value; empty for "not said".
      public var value: String
      /// Reopened among the eligible tickets with it.
      public var reopened: Proportion
      /// Wilson's 95 % interval of the rate, 0…1.
      public var interval: Effect?

      /// Reopened among the tickets with `value`.
      public init(value: String, reopened: Proportion, interval: Effect?) {
        self.value = value
        self.reopened = reopened
        self.interval = interval
      }
    }

    /// "priority", "category", "group", …
    public var name: String
    /// Its values, most tickets first.
    public var rows: [Row]

    /// Rates by the values of the column `name`.
    public init(name: String, rows: [Row]) {
      self.name = name
      self.rows = rows
    }
  }

  /// A finding chosen to show what a rule means in this desk's own words.
  public struct Example: Sendable {
    /// The finding, masked.
    public var finding: Finding
    /// A link to the ticket, if a pattern for it was given.
    public var link: String?
    /// A stretch of the message round the quote, for reading: before, the quote itself, after.
    public var context: (before: String, quote: String, after: String)

    /// Whether it is a whole reply shown as it is and no place in one.
    public var isWholeReply = false

    /// An example with what stands around it.
    public init(finding: Finding, link: String?, context: (before: String, quote: String, after: String)) {
      self.finding = finding
      self.link = link
      self.context = context
    }
  }

  /// What is known of one rule in these tickets.
  public struct RuleResult: Sendable {
    /// The rule.
    public var rule: RuleSummary
    /// Findings in all public staff messages, before and after the cut.
    public var findings: Int
    /// Tickets with at least one.
    public var tickets: Int
    /// Up to three, chosen by a hash so that the choice doesn't depend on the order of the input.
    public var examples: [Example]
    /// A reply of this desk that does it well: for a gap, what was written instead where it could have occurred.
    public var goodReply: Example?

    /// What was found by `rule`.
    public init(
      rule: RuleSummary, findings: Int, tickets: Int, examples: [Example], goodReply: Example? = nil
    ) {
      self.rule = rule
      self.findings = findings
      self.tickets = tickets
      self.examples = examples
      self.goodReply = goodReply
    }
  }

  /// The same count made with and without the cut, where the export lets both be made.
  public struct LeakComparison: Sendable {
    /// Reopened among all tickets ever resolved, whatever came when: what a plain query gives.
    public var wholeTicket: Proportion
    /// Reopened within the window among the eligible tickets.
    public var atCut: Proportion
    /// Why they differ, in a sentence or two.
    public var explanation: String

    /// Both counts, and why they differ.
    public init(wholeTicket: Proportion, atCut: Proportion, explanation: String) {
      self.wholeTicket = wholeTicket
      self.atCut = atCut
      self.explanation = explanation
    }
  }

  /// Which part of the tickets it is about, as `--split-by` or `--where` chose it: "group: Service Desk"; `nil`
  /// for all of them.
  public var scope: String?
  /// The version of Readback.
  public var version: String
  /// Hash of the rule set (packs, options, engine).
  public var ruleSetHash: String
  /// What was read, in the order it was read.
  public var inputs: [Input]
  /// First and last opening among the tickets read.
  public var period: ClosedRange<Timestamp>?
  /// The latest event of the export, from which the window is counted back.
  public var asOf: Timestamp?
  /// Days a ticket is watched after its first resolution; `nil` for no window.
  public var windowDays: Int?
  /// Where everything went.
  public var ledger: Ledger
  /// Reopened among the eligible tickets; `nil` if the export does not say what was reopened.
  public var reopened: Proportion?
  /// Wilson's 95 % interval of the reopen rate, 0…1.
  public var reopenInterval: Effect?
  /// Tickets among `reopened` that were asked about again in a new ticket.
  public var repeatContacts = 0
  /// Reopen rate over time.
  public var weeks: [Week]
  /// Reopen rates by priority, category and group.
  public var breakdowns: [Breakdown]
  /// Rules against reopens, ranked: what to look at first comes first.
  public var associations: [Association]
  /// Facts of the process (reassigned before the first resolution, …) against reopens.
  public var processAssociations: [Association]
  /// Rules that had their occasion and never found anything.
  public var neverFound: [RuleSummary] = []
  /// The negative control, if it was asked for.
  public var selfCheck: SelfCheck?
  /// What each rule found, in the order of the catalogue.
  public var rules: [RuleResult]
  /// Tickets at each of Covey's levels of listening 1…5, by the least of their replies.
  public var listeningLevels: [Int]
  /// The marks of replies up to the first resolution.
  public var rubric: [RubricLine] = []
  /// Staff messages scored.
  public var scoredMessages: Int
  /// Sentences in them.
  public var scoredSentences: Int
  /// With and without the cut.
  public var leakComparison: LeakComparison?
  /// Set when numbers may hold text from after the reopen: shown on every table.
  public var leakBanner: String?
  /// How often each rule found something, over time; rules without enough weeks are left out.
  public var trends: [Trend] = []
  /// Listening levels over time.
  public var listeningTrend: [ListeningPoint] = []
  /// Where each rule found something, by category and group.
  public var heatMaps: [HeatMap] = []
  /// Reopens by group against chance.
  public var funnels: [Funnel] = []
  /// What is new since the run before; `nil` for a report over files alone.
  public var night: Night?
  /// What changed since the report before.
  public var change: Change?
  /// Values to reach.
  public var targets: [Target] = []
  /// What a reopen takes, to say avoidable reopens in hours.
  public var rework: Rework?
  /// First replies that stand under many tickets, the most used first.
  public var templates: [ReplyTemplate] = []
  /// Groups of near-duplicate requests, the largest first.
  public var recurrences: [Recurrence] = []
  /// What a reader must know before believing the numbers: warnings from import, missing outcomes, ….
  public var notes: [String]

  /// A report with nothing in it.
  public init(version: String, ruleSetHash: String) {
    self.version = version
    self.ruleSetHash = ruleSetHash
    inputs = []
    ledger = Ledger()
    weeks = []
    breakdowns = []
    associations = []
    processAssociations = []
    rules = []
    listeningLevels = [0, 0, 0, 0, 0]
    scoredMessages = 0
    scoredSentences = 0
    notes = []
  }
}
