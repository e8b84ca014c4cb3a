public import Outcomes
internal import Tickets

/// One rule, or one fact of the process, against reopening, in the table `associations`.
public struct AssociationRow: TidyRow {
  /// What was measured.
  public var association: Association
  /// Its place in the ranking from 1; `nil` for facts of the process.
  public var rank: Int?

  /// A row for `association`.
  public init(_ association: Association, rank: Int?) {
    self.association = association
    self.rank = rank
  }

  /// The rows of a report: rules in their ranking, then facts of the process.
  public static func rows(of report: Report) -> [AssociationRow] {
    report.associations.enumerated().map { AssociationRow($0.element, rank: $0.offset + 1) }
      + report.processAssociations.map { AssociationRow($0, rank: nil) }
  }

  /// `associations`
  public static let table = "associations"
  /// One column a number.
  public static let columns = [
    "rule", "title", "kind", "anchor", "revision", "rank", "verdict", "prevalence", "exposed_reopened",
    "exposed_tickets", "unexposed_reopened", "unexposed_tickets", "not_applicable_tickets",
    "crude_difference_per_100", "crude_difference_lower", "crude_difference_upper", "crude_risk_ratio",
    "crude_risk_ratio_lower", "crude_risk_ratio_upper", "crude_odds_ratio", "crude_odds_ratio_lower",
    "crude_odds_ratio_upper", "adjusted_difference_per_100", "adjusted_difference_lower",
    "adjusted_difference_upper", "adjusted_risk_ratio", "adjusted_risk_ratio_lower",
    "adjusted_risk_ratio_upper", "adjusted_odds_ratio", "adjusted_odds_ratio_lower",
    "adjusted_odds_ratio_upper", "adjustment", "informative_strata", "uninformative_strata", "p", "q",
    "avoidable_reopens", "avoidable_lower", "avoidable_upper", "reopens_needed", "may_be_rewritten", "leaky",
    "stratified_odds_ratio", "stratified_odds_ratio_lower", "stratified_odds_ratio_upper",
    "sensitivity_odds_ratio",
    "sensitivity_odds_ratio_lower", "sensitivity_odds_ratio_upper", "avoidable_selected_lower",
    "avoidable_selected_upper", "e_value", "e_value_limit", "variance_inflation", "assignees",
    "detectable_odds_ratio",
  ]

  /// Writes the association's cells.
  public func write(to writer: inout CSVWriter) {
    writer.text(association.rule.id.description)
    writer.text(association.rule.title)
    writer.text(association.rule.kind.name)
    writer.text(association.rule.anchor.name)
    writer.number(association.rule.revision)
    writer.number(rank)
    writer.text(association.verdict.rawValue)
    writer.number(association.prevalence)
    writer.number(association.exposed.events)
    writer.number(association.exposed.total)
    writer.number(association.unexposed.events)
    writer.number(association.unexposed.total)
    writer.number(association.notApplicable)
    for effects in [association.crude, association.adjusted] {
      write(effects.riskDifferencePer100, to: &writer)
      write(effects.riskRatio, to: &writer)
      write(effects.oddsRatio, to: &writer)
    }
    writer.text(association.adjustment)
    writer.number(association.informativeStrata)
    writer.number(association.uninformativeStrata)
    writer.number(association.p)
    writer.number(association.q)
    write(association.avoidable, to: &writer)
    writer.number(association.reopensNeeded)
    writer.flag(association.mayBeRewritten)
    writer.flag(association.isLeaky)
    write(association.stratified.oddsRatio, to: &writer)
    write(association.sensitivity?.oddsRatio, to: &writer)
    writer.number(association.avoidableSelected?.lower)
    writer.number(association.avoidableSelected?.upper)
    writer.number(association.eValue?.value)
    writer.number(association.eValue?.limit)
    writer.number(association.varianceInflation)
    writer.number(association.assignees)
    writer.number(association.detectableOddsRatio)
  }

  private func write(_ effect: Effect?, to writer: inout CSVWriter) {
    writer.number(effect?.value)
    writer.number(effect?.lower)
    writer.number(effect?.upper)
  }
}
