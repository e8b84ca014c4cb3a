public import Tickets

/// One word on what the data say of a rule and reopening (method, section 2). The first that fits is given.
public enum Verdict: String, Sendable, CaseIterable {
  /// More reopens where it was found, and the evidence holds up.
  case gap
  /// Fewer reopens where it was found, and the evidence holds up.
  case strength
  /// Whatever the effect is, it is too small to matter.
  case negligible
  /// Something shows in one view and not in all.
  case watch
  /// Too little data, or no clear direction.
  case cannotTell = "cannot tell"
}

/// Risk difference, risk ratio and odds ratio of reopening, tickets with a finding against tickets without.
public struct EffectSet: Sendable, Equatable {
  /// Difference of the reopen rates, in reopens per 100 tickets.
  public var riskDifferencePer100: Effect?
  /// Ratio of the reopen rates.
  public var riskRatio: Effect?
  /// Ratio of the odds of reopening.
  public var oddsRatio: Effect?

  /// Any of the three may be missing where it can't be estimated.
  public init(riskDifferencePer100: Effect?, riskRatio: Effect?, oddsRatio: Effect?) {
    self.riskDifferencePer100 = riskDifferencePer100
    self.riskRatio = riskRatio
    self.oddsRatio = oddsRatio
  }
}

/// What was measured between one rule and reopening.
public struct Association: Sendable {
  /// The few numbers of a second row under the first.
  public struct Row: Sendable, Equatable {
    /// Reopened where it was found.
    public var exposed: Proportion
    /// Reopened where it was looked for and not found.
    public var unexposed: Proportion
    /// Adjusted difference per 100 tickets.
    public var riskDifferencePer100: Effect?

    /// A second row.
    public init(exposed: Proportion, unexposed: Proportion, riskDifferencePer100: Effect?) {
      self.exposed = exposed
      self.unexposed = unexposed
      self.riskDifferencePer100 = riskDifferencePer100
    }
  }

  /// The rule, or a fact of the process such as a reassignment.
  public var rule: RuleSummary
  /// Reopened among the tickets where it was found.
  public var exposed: Proportion
  /// Reopened among the tickets where it was looked for and not found.
  public var unexposed: Proportion
  /// Tickets that had no occasion for it; they are in neither arm.
  public var notApplicable: Int
  /// Straight from the two proportions.
  public var crude: EffectSet
  /// Compared within strata (or by the adjusted model), so that like is compared with like.
  public var adjusted: EffectSet
  /// How `adjusted` was made: "Mantel–Haenszel over priority × category × group".
  public var adjustment: String
  /// Strata that hold tickets of both arms.
  public var informativeStrata: Int
  /// Strata with tickets of one arm only.
  public var uninformativeStrata: Int
  /// Two-sided p-value of the adjusted effect; `nil` if it can't be tested.
  public var p: Double?
  /// Benjamini–Hochberg q-value over the family of tested rules; `nil` outside of it.
  public var q: Double?
  /// Reopens that would not have happened if the exposed tickets had fared like the unexposed, with interval:
  /// an "if", never added up over rules.
  public var avoidable: Effect?
  /// The word.
  public var verdict: Verdict
  /// The word said in a sentence that a lead can repeat in a meeting.
  public var sentence: String
  /// One line of fine print: what it rests on and what it can't say.
  public var finePrint: String
  /// About how many more reopened tickets would settle it, where the verdict is "cannot tell".
  public var reopensNeeded: Int?
  /// Whether some of the text judged may have been overwritten after a reopen (close notes).
  public var mayBeRewritten: Bool
  /// The same without the text that may have been overwritten.
  public var withoutRewritten: Row?
  /// Whether text or values from after the reopen may be in it (`--allow-leaky`).
  public var isLeaky: Bool

  /// Everything measured between `rule` and reopening.
  public init(
    rule: RuleSummary, exposed: Proportion, unexposed: Proportion, notApplicable: Int, crude: EffectSet,
    adjusted: EffectSet, adjustment: String, informativeStrata: Int, uninformativeStrata: Int, p: Double?,
    q: Double?, avoidable: Effect?, verdict: Verdict, sentence: String, finePrint: String,
    reopensNeeded: Int?,
    mayBeRewritten: Bool, isLeaky: Bool
  ) {
    self.rule = rule
    self.exposed = exposed
    self.unexposed = unexposed
    self.notApplicable = notApplicable
    self.crude = crude
    self.adjusted = adjusted
    self.adjustment = adjustment
    self.informativeStrata = informativeStrata
    self.uninformativeStrata = uninformativeStrata
    self.p = p
    self.q = q
    self.avoidable = avoidable
    self.verdict = verdict
    self.sentence = sentence
    self.finePrint = finePrint
    self.reopensNeeded = reopensNeeded
    self.mayBeRewritten = mayBeRewritten
    self.isLeaky = isLeaky
  }

  /// Share of the tickets with an occasion in which it was found.
  public var prevalence: Double? {
    Proportion(events: exposed.total, total: exposed.total + unexposed.total).share
  }
}
