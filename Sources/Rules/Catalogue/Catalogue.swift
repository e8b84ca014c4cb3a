public import Tickets

/// Every rule there is, in the order of help and reports.
///
/// To add one: its file in the family's folder, and its line here. Positions are used inside a run only; what is
/// written anywhere is the rule's id.
public enum Catalogue {
  /// The rules.
  public static let all: [any Rule.Type] = [
    // jargon
    UnexplainedAcronym.self,
    UnexplainedTerm.self,
    // clarity
    ReadingGrade.self,
    LongSentence.self,
    VagueTime.self,
    // completeness
    EmptyResolution.self,
    NextStep.self,
    // listening
    Paraphrase.self,
    NoParaphrase.self,
    Echo.self,
    Pretend.self,
    Selective.self,
    UnansweredQuestion.self,
    RepeatAsk.self,
    NoClarifyingQuestion.self,
    OpenQuestion.self,
    ClosedOnly.self,
    CheckBack.self,
    JumpedIn.self,
    ListeningLevel.self,
    // tone
    Blame.self,
    MissedFrustration.self,
    Acknowledges.self,
  ]

  /// What every report says of them, in the same order.
  public static var summaries: [RuleSummary] { all.map { $0.about.summary } }

  /// The rule of that name.
  public static func rule(_ id: RuleID) -> (any Rule.Type)? { all.first { $0.about.id == id } }
}
