public import Tickets

/// Risk difference, risk ratio and odds ratio of reopening, tickets with a finding against tickets without.
public struct EffectSet: Sendable, Equatable {
  /// Difference of the reopen rates, in reopens per 100 tickets.
  public var riskDifferencePer100: Effect?
  /// Ratio of the reopen rates.
  public var riskRatio: Effect?
  /// Ratio of the odds of reopening.
  public var oddsRatio: Effect?

  /// Any of the three may be missing where it can't be estimated.
  public init(riskDifferencePer100: Effect? = nil, riskRatio: Effect? = nil, oddsRatio: Effect? = nil) {
    self.riskDifferencePer100 = riskDifferencePer100
    self.riskRatio = riskRatio
    self.oddsRatio = oddsRatio
  }
}

/// What was measured between one rule and reopening.
public struct Association: Sendable {
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
  /// Compared within strata: Mantel–Haenszel over priority × category × group.
  public var stratified = EffectSet()
  /// The primary figures: the odds ratio of the adjusted model with its one interval, and the risk difference and
  /// ratio that it gives for the tickets at hand.
  public var adjusted: EffectSet
  /// How `adjusted` was made: "Firth logistic regression on priority, category, …".
  public var adjustment: String
  /// Strata that hold tickets of both arms.
  public var informativeStrata: Int
  /// Strata with tickets of one arm only.
  public var uninformativeStrata: Int
  /// p-value of the test that the odds ratio is the same in all strata; `nil` where strata are too thin for it.
  public var homogeneityP: Double?
  /// Two-sided p-value of the adjusted odds ratio, by the method of its interval; `nil` if it can't be tested.
  public var p: Double?
  /// Benjamini–Hochberg q-value over the family of tested rules; `nil` outside of it.
  public var q: Double?
  /// Reopens that would not have happened if the exposed tickets had fared like the unexposed, with interval:
  /// an "if", never added up over rules.
  public var avoidable: Effect?
  /// The same with the interval that allows for having picked the rules that stand out (false coverage rate of
  /// 5 %); given for gaps and strengths, which are ranked by it.
  public var avoidableSelected: Effect?
  /// How strong an unmeasured confounder would have to be, with both, to explain the association away.
  public var eValue: StrengthToExplainAway?
  /// λ: by how much assignees inflate the variance; at least 1.
  public var varianceInflation: Double?
  /// Assignees with a ticket in the comparison.
  public var assignees: Int?
  /// The adjusted odds ratio under the other choice of what to adjust for.
  public var sensitivity: Sensitivity?
  /// The standardised figures once more from samples of whole assignees, if that was asked for; for gaps, strengths
  /// and what to watch.
  public var bootstrap: Bootstrap?
  /// Reopened by how often it was found.
  public var dose: Dose?
  /// The same comparison with other tickets or another outcome.
  public var variants: [Variant] = []
  /// Other outcomes.
  public var secondary: [SecondaryOutcome] = []
  /// Closed before the window was over, in each arm; `nil` where closing times are not known.
  public var closedEarly: (exposed: Proportion, unexposed: Proportion)?
  /// The least odds ratio that these tickets can show (80 % power).
  public var detectableOddsRatio: Double?
  /// The word.
  public var verdict: Verdict
  /// The word said in a sentence that a lead can repeat in a meeting.
  public var sentence: String
  /// One line of fine print: what it rests on and what it can't say.
  public var finePrint: String
  /// About how many more reopened tickets would settle it (an odds ratio of 1.25 would show), where the verdict is
  /// "cannot tell" or "watch".
  public var reopensNeeded: Int?
  /// Whether some of the text judged may have been overwritten after a reopen (close notes).
  public var mayBeRewritten: Bool
  /// Whether text or values from after the reopen may be in it (`--allow-leaky`).
  public var isLeaky: Bool

  /// Everything measured between `rule` and reopening.
  public init(
    rule: RuleSummary, exposed: Proportion, unexposed: Proportion, notApplicable: Int, crude: EffectSet,
    adjusted: EffectSet, adjustment: String, informativeStrata: Int, uninformativeStrata: Int, p: Double?,
    q: Double?, avoidable: Effect?, verdict: Verdict, sentence: String, finePrint: String,
    reopensNeeded: Int?, mayBeRewritten: Bool, isLeaky: Bool
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

extension Association {
  /// The E-value (VanderWeele & Ding 2017) of the standardised risk ratio.
  public struct StrengthToExplainAway: Sendable, Equatable {
    /// For the estimate.
    public var value: Double
    /// For the limit closer to 1; 1 if the interval includes 1.
    public var limit: Double
  }

  /// The adjusted odds ratio under the other choice about thread length, reassignments adjusted for as well.
  public struct Sensitivity: Sendable, Equatable {
    /// The odds ratio.
    public var oddsRatio: Effect
    /// What was adjusted for.
    public var adjustment: String
  }

  /// What a cluster bootstrap makes of the standardised figures: percentile intervals beside those of the delta
  /// method.
  public struct Bootstrap: Sendable, Equatable {
    /// Samples that were fitted, and those that could not be.
    public var samples, failures: Int
    /// Difference of the standardised risks, in reopens per 100 tickets.
    public var riskDifferencePer100: Effect?
    /// Reopens that would be avoided if the association were causal.
    public var avoidable: Effect?

    /// What `samples` samples gave.
    public init(samples: Int, failures: Int, riskDifferencePer100: Effect?, avoidable: Effect?) {
      self.samples = samples
      self.failures = failures
      self.riskDifferencePer100 = riskDifferencePer100
      self.avoidable = avoidable
    }
  }

  /// Reopening by how often something was found.
  public struct Dose: Sendable, Equatable {
    /// Reopened among tickets with 0, 1, 2, … findings; the last stands for that many and more.
    public var rates: [Proportion]
    /// The same counted over whole tickets as last exported, whenever they were reopened: *leaky*, to compare with
    /// what others report; empty where it is not known.
    public var leakyRates: [Proportion] = []
    /// The adjusted odds ratio for each finding more.
    public var oddsRatioPerStep: Effect?
    /// Its p-value.
    public var p: Double?

    /// Rates by how often, and what a step adds.
    public init(rates: [Proportion], oddsRatioPerStep: Effect?, p: Double?) {
      self.rates = rates
      self.oddsRatioPerStep = oddsRatioPerStep
      self.p = p
    }
  }

  /// A second row under the first.
  public struct Variant: Sendable, Equatable {
    /// What is different: "without text that may have been rewritten".
    public var name: String
    /// With the outcome where it was found.
    public var exposed: Proportion
    /// With the outcome where it was looked for and not found.
    public var unexposed: Proportion
    /// Stratified difference per 100 tickets.
    public var riskDifferencePer100: Effect?
    /// Crude odds ratio.
    public var oddsRatio: Effect?
    /// Whether values from after a reopen may be in it.
    public var isLeaky = false

    /// The arms of a comparison.
    public init(name: String, exposed: Proportion, unexposed: Proportion) {
      self.name = name
      self.exposed = exposed
      self.unexposed = unexposed
    }
  }

  /// Another outcome, by the same model.
  public struct SecondaryOutcome: Sendable, Equatable {
    /// "reassigned after the first reply".
    public var name: String
    /// With the outcome where it was found.
    public var exposed: Proportion
    /// With the outcome where it was looked for and not found.
    public var unexposed: Proportion
    /// Tickets of the exposed arm of which the outcome is known, of all of them: a response rate.
    public var knownExposed: Proportion
    /// The same of the unexposed arm.
    public var knownUnexposed: Proportion
    /// Adjusted odds ratio.
    public var oddsRatio: Effect?
    /// Its p-value.
    public var p: Double?
  }
}
