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
  public init(of message: MessageView, _ judgement: Judgement, rules: [RuleDescription]) {
    guard message.reply >= 0, !message.tokens.isEmpty else { return }
    let findings = Findings(of: message, judgement, rules)
    add(.words, findings.words())
    add(.clarity, findings.clarity())
    if message.measures.restatement != nil {
      add(.understanding, findings.understanding(level: message.measures.listeningLevel))
    }
    add(.detail, findings.detail())
  }

  private mutating func add(_ criterion: Criterion, _ line: (mark: Int, evidence: [RuleID], reason: String)?)
  {
    guard let line else { return }
    lines.append(Line(criterion: criterion, mark: line.mark, evidence: line.evidence, reason: line.reason))
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

/// What was found in one message, and what was looked for.
private struct Findings {
  private var fired: [RuleID: Int] = [:]
  private var kinds: [RuleID: FindingKind] = [:]
  /// In the order of the catalogue.
  private var looked: [RuleID] = []

  /// Gaps of detail that belong to other families: a time nobody can plan with, a log without an end.
  private static let detailGaps: Set<RuleID> = ["clarity.vague-time", "clarity.wall-of-text"]

  init(of message: MessageView, _ judgement: Judgement, _ rules: [RuleDescription]) {
    for mark in judgement.marks where Int(mark.message) == message.index {
      let rule = rules[Int(mark.rule)].summary
      fired[rule.id, default: 0] += 1
      kinds[rule.id] = rule.kind
    }
    for look in judgement.looks where Int(look.message) == message.index {
      looked.append(rules[Int(look.rule)].id)
    }
  }

  typealias Line = (mark: Int, evidence: [RuleID], reason: String)

  private func gaps(_ isOne: (RuleID) -> Bool) -> [RuleID] {
    fired.keys.filter { kinds[$0] == .gap && isOne($0) }.sorted()
  }

  /// 1 for one kind of gap, 0 for several.
  private static func marked(_ gaps: [RuleID]) -> Line {
    (gaps.count == 1 ? 1 : 0, gaps, gaps.map(\.description).joined(separator: ", "))
  }

  func words() -> Line? {
    let gaps = gaps { $0.isOf(family: "jargon") }
    if !gaps.isEmpty {
      let count = gaps.reduce(0) { $0 + (fired[$1] ?? 0) }
      return (count == 1 ? 1 : 0, gaps, count == 1 ? "one word to look up" : "\(count) words to look up")
    }
    if fired["jargon.explained"] != nil {
      return (2, ["jargon.explained"], "every technical word is explained")
    }
    return looked.contains { $0.isOf(family: "jargon") } ? (3, [], "nothing to look up") : nil
  }

  func clarity() -> Line? {
    let gaps = gaps { $0.isOf(family: "clarity") && !Self.detailGaps.contains($0) }
    if !gaps.isEmpty { return Self.marked(gaps) }
    if fired["clarity.concrete"] != nil {
      return (3, ["clarity.concrete"], "plain, and names the requester's own thing")
    }
    return looked.contains { $0.isOf(family: "clarity") } ? (2, [], "plain") : nil
  }

  func understanding(level: Int) -> Line? {
    let gaps = gaps { $0.isOf(family: "listening") && $0 != "listening.level" }
    guard level > 0 else { return nil }
    let asks = fired["listening.check-back"] != nil
    var mark = max(0, level - 2)
    if asks { mark = min(3, mark + 1) }
    if !gaps.isEmpty { mark = max(0, mark - 1) }
    return (
      mark, gaps + (asks ? ["listening.check-back"] : []),
      "listening level \(level)" + (asks ? ", asks whether that is right" : "")
        + (gaps.isEmpty ? "" : "; " + gaps.map(\.description).joined(separator: ", "))
    )
  }

  func detail() -> Line? {
    let gaps = gaps { $0.isOf(family: "complete") || Self.detailGaps.contains($0) }
    if !gaps.isEmpty { return Self.marked(gaps) }
    let there = ["complete.next-step", "complete.when"].filter { looked.contains($0) } as [RuleID]
    if !there.isEmpty { return (3, there, "who does what next, and when, is there") }
    return looked.contains { $0.isOf(family: "complete") } || looked.contains("clarity.vague-time")
      ? (2, [], "nothing missing") : nil
  }
}
