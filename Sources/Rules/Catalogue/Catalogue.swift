/// Every rule that is written in Swift, in the order of help and reports.
///
/// To add one: its file in the family's folder, and its line here. A rule that is only phrases is a pack with a
/// title and needs no line; ``RuleSet`` has both.
public enum Catalogue {
  /// The rules.
  public static let all: [any Rule.Type] = [
    // jargon
    UnexplainedAcronym.self,
    UnexplainedTerm.self,
    RareWords.self,
    RawArtefact.self,
    ExplainedTerm.self,
    // clarity
    ReadingGrade.self,
    LongSentence.self,
    OwnerlessPassive.self,
    VagueTime.self,
    DanglingOpening.self,
    WallOfText.self,
    Shouting.self,
    ImpactLast.self,
    ConcreteReference.self,
    // completeness
    EmptyResolution.self,
    ResolutionParts.self,
    NextStep.self,
    PromiseWithoutTime.self,
    Handoff.self,
    UndocumentedClose.self,
    ChangeRecord.self,
    RiskBrief.self,
    NoConfirmation.self,
    NoUpdate.self,
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
    Canned.self,
    ListeningLevel.self,
    // tone
    MissedFrustration.self,
    Acknowledges.self,
  ]
}
