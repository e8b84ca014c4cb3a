public import Outcomes
public import Tickets

/// Parts of a report that need more than one export or more than one group: all optional, empty by default.
extension Report {
  /// A share in one stretch of time.
  public struct Point: Sendable {
    /// Where the stretch starts.
    public var start: Timestamp
    /// Tickets with it among those with an occasion for it.
    public var found: Proportion
    /// The rate with its 95 % interval, 0…1, standardised to the mix of tickets of the whole period.
    public var interval: Effect?

    /// A share in the stretch that starts on `start`.
    public init(start: Timestamp, found: Proportion, interval: Effect? = nil) {
      self.start = start
      self.found = found
      self.interval = interval
    }
  }

  /// How often one rule found something, over time.
  public struct Trend: Sendable {
    /// The rule.
    public var rule: RuleID
    /// In order of time.
    public var points: [Point]

    /// A rule over time.
    public init(rule: RuleID, points: [Point]) {
      self.rule = rule
      self.points = points
    }
  }

  /// Tickets at each level of listening in one stretch of time.
  public struct ListeningPoint: Sendable {
    /// Where the stretch starts.
    public var start: Timestamp
    /// Tickets at levels 1…5.
    public var levels: [Int]

    /// Tickets at each level in the stretch that starts on `start`.
    public init(start: Timestamp, levels: [Int]) {
      self.start = start
      self.levels = levels
    }
  }

  /// How often each rule found something, by the values of one column: "category", "group".
  public struct HeatMap: Sendable {
    /// One rule.
    public struct Row: Sendable {
      /// The rule.
      public var rule: RuleID
      /// For each value: tickets with it among those with an occasion; `nil` where too few to show.
      public var cells: [Proportion?]

      /// A rule's shares, one a value.
      public init(rule: RuleID, cells: [Proportion?]) {
        self.rule = rule
        self.cells = cells
      }
    }

    /// The column.
    public var column: String
    /// Its values, most tickets first; empty for "not said".
    public var values: [String]
    /// The rules, in the order of the ranking.
    public var rows: [Row]

    /// Shares by the values of `column`.
    public init(column: String, values: [String], rows: [Row]) {
      self.column = column
      self.values = values
      self.rows = rows
    }
  }

  /// Reopens observed and expected by the values of one column, with the limits that chance alone would keep
  /// (method, section 4): to see which differ from the others at all, not to rank them.
  public struct Funnel: Sendable {
    /// One value of the column.
    public struct Point: Sendable {
      /// The value.
      public var value: String
      /// Reopens.
      public var observed: Int
      /// Reopens that tickets of the same kind have elsewhere.
      public var expected: Double
      /// Observed ÷ expected drawn towards the mean, the more the fewer are expected, with a 95 % interval.
      public var shrunken: Effect?
      /// The same with each ticket in every value that replied to it; `nil` where one alone ever did.
      public var amongAllReplied: TeamRates.Load?

      /// A value with its reopens.
      public init(value: String, observed: Int, expected: Double) {
        self.value = value
        self.observed = observed
        self.expected = expected
      }
    }

    /// The limits of observed ÷ expected at one number of expected reopens.
    public struct Limit: Sendable {
      /// Reopens expected.
      public var expected: Double
      /// 95 % limits.
      public var usual: ClosedRange<Double>
      /// 99.8 % limits.
      public var wide: ClosedRange<Double>

      /// The limits at `expected` reopens.
      public init(expected: Double, usual: ClosedRange<Double>, wide: ClosedRange<Double>) {
        self.expected = expected
        self.usual = usual
        self.wide = wide
      }
    }

    /// The column: "group".
    public var column: String
    /// Its values.
    public var points: [Point]
    /// The limits, by rising number of expected reopens.
    public var limits: [Limit]
    /// Tickets to which more than one value replied.
    public var sharedTickets = 0

    /// Observed and expected reopens by the values of `column`.
    public init(column: String, points: [Point], limits: [Limit]) {
      self.column = column
      self.points = points
      self.limits = limits
    }
  }

  /// What an earlier report said, beside what this one says.
  public struct Change: Sendable {
    /// One number then and now.
    public struct Row: Sendable {
      /// The rule; `nil` for the reopen rate.
      public var rule: RuleID?
      /// The share then.
      public var before: Proportion
      /// The share now.
      public var after: Proportion
      /// After less before, in tickets per 100, with its 95 % interval.
      public var difference: Effect?
      /// The verdict then; `nil` for the reopen rate.
      public var verdictBefore: Verdict?
      /// The verdict now; `nil` for the reopen rate.
      public var verdictAfter: Verdict?

      /// A number then and now.
      public init(
        rule: RuleID?, before: Proportion, after: Proportion, difference: Effect?,
        verdictBefore: Verdict? = nil, verdictAfter: Verdict? = nil
      ) {
        self.rule = rule
        self.before = before
        self.after = after
        self.difference = difference
        self.verdictBefore = verdictBefore
        self.verdictAfter = verdictAfter
      }
    }

    /// Until when the earlier report had seen tickets.
    public var since: Timestamp
    /// The reopen rate and the rules that changed most, in the order to read them.
    public var rows: [Row]
    /// Why the two can't be compared (another rule set), in a sentence; then `rows` is empty.
    public var obstacle: String?

    /// What changed since the report seen up to `since`.
    public init(since: Timestamp, rows: [Row], obstacle: String? = nil) {
      self.since = since
      self.rows = rows
      self.obstacle = obstacle
    }
  }

  /// A value that the desk set itself to reach.
  public struct Target: Sendable {
    /// The rule whose share is meant; `nil` for the reopen rate.
    public var rule: RuleID?
    /// At most this share, 0…1, for gaps and the reopen rate; at least this share for strengths.
    public var goal: Double
    /// The share now.
    public var current: Double?
    /// Whether it is reached; `nil` where there is no value.
    public var isReached: Bool?

    /// A goal and where the desk stands.
    public init(rule: RuleID?, goal: Double, current: Double?, isReached: Bool?) {
      self.rule = rule
      self.goal = goal
      self.current = current
      self.isReached = isReached
    }
  }

  /// What a reopened ticket takes, to say avoidable reopens in hours: an "if", with where the figure is from.
  public struct Rework: Sendable {
    /// Median hours of work (or of waiting) that a reopen adds.
    public var hoursPerReopen: Double
    /// Where that figure comes from: "measured from reopen to second resolution, business hours".
    public var basis: String

    /// A reopen takes `hoursPerReopen`.
    public init(hoursPerReopen: Double, basis: String) {
      self.hoursPerReopen = hoursPerReopen
      self.basis = basis
    }
  }
}
