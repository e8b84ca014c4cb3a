public import Tickets

/// Four marks for a public staff reply, each from 0 to 3 with what it rests on.
///
/// | | 3 | 2 | 1 | 0 |
/// |---|---|---|---|---|
/// | the reader's words | no jargon | all of it explained | one unexplained word or artefact | several |
/// | clear language | no gap, and it names the requester's own thing | no gap | one kind of gap | several kinds |
/// | understanding | listening level 5, or 4 and asks whether that is right | level 4, or 3 and asks | level 3 | below; a gap of listening takes one off |
/// | right detail | no gap, and the next step or the time is there | no gap | one kind of gap | several kinds |
///
/// A line is `nil` where the reply gave no occasion: nothing to answer, nothing judged.
public struct Rubric: Sendable, Equatable {
  /// What a mark is for.
  public enum Criterion: Int, Sendable, CaseIterable {
    case words, clarity, understanding, detail

    /// The words used in every output.
    public var name: String {
      switch self {
      case .words: "the reader's words"
      case .clarity: "clear language"
      case .understanding: "understanding confirmed"
      case .detail: "right level of detail"
      }
    }
  }

  /// One mark.
  public struct Line: Sendable, Equatable {
    /// What it is for.
    public var criterion: Criterion
    /// 0 to 3.
    public var mark: Int
    /// What it rests on: the rules that fired, strengths too.
    public var evidence: [RuleID]
    /// In words.
    public var reason: String
  }

  /// The marks that could be given, in the order of the criteria.
  public private(set) var lines: [Line] = []

  /// The greatest mark.
  public static let best = 3

  /// The mark for a criterion; `nil` where there was no occasion.
  public func mark(for criterion: Criterion) -> Int? { lines.first { $0.criterion == criterion }?.mark }

  /// Marks a reply of a judged thread; no lines for anything but a public staff reply that is scored.
  ///
  /// - Complexity: O(marks and looks of the judgement).
  public init(of message: MessageView, _ judgement: Judgement, rules: RuleSet) {
    guard let findings = RubricFindings(of: message, judgement, rules.rubricRoles) else { return }
    for criterion in Criterion.allCases {
      guard let basis = findings.basis(of: criterion) else { continue }
      let evidence = findings.evidence(for: criterion, basis).map { rules.abouts[$0].summary }
        .sorted { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }.map(\.id)
      lines.append(
        Line(
          criterion: criterion, mark: findings.mark(for: criterion, basis), evidence: evidence,
          reason: findings.reason(for: criterion, basis, evidence)))
    }
  }

  /// Calls `body` with the marks alone, for counting them.
  ///
  /// - Complexity: O(marks and looks of the judgement); allocates nothing.
  public static func forEachMark(
    of message: MessageView, _ judgement: Judgement, rules: RuleSet,
    _ body: (_ criterion: Criterion, _ mark: Int) -> Void
  ) {
    guard let findings = RubricFindings(of: message, judgement, rules.rubricRoles) else { return }
    for criterion in Criterion.allCases {
      guard let basis = findings.basis(of: criterion) else { continue }
      body(criterion, findings.mark(for: criterion, basis))
    }
  }

  // MARK: - Tickets

  /// The rubric of a ticket: for each criterion the least of its replies' marks, and their mean.
  public struct Summary: Sendable, Equatable {
    /// A criterion over several replies.
    public struct Line: Sendable, Equatable {
      /// What it is for.
      public var criterion: Criterion
      /// The least mark.
      public var least: Int
      /// The mean mark.
      public var mean: Double
      /// How many replies were marked.
      public var replies: Int
    }

    /// In the order of the criteria; those that no reply gave an occasion for are left out.
    public var lines: [Line]
  }

  /// Several replies' rubrics in one. - Complexity: O(n).
  public static func summary(of rubrics: [Rubric]) -> Summary {
    Summary(
      lines: Criterion.allCases.compactMap { criterion in
        let marks = rubrics.compactMap { $0.mark(for: criterion) }
        guard let least = marks.min() else { return nil }
        return Summary.Line(
          criterion: criterion, least: least, mean: Double(marks.reduce(0, +)) / Double(marks.count),
          replies: marks.count)
      })
  }
}
