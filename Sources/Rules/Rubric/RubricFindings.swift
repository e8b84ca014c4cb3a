import Tickets

/// What a rule is to the rubric.
struct RubricRole: Sendable {
  /// The criterion that the rule belongs to.
  var criterion: Rubric.Criterion?
  var isGap: Bool
  /// A strength or an occasion that lifts a mark.
  var merit: Merit?

  enum Merit: Sendable { case explained, concrete, checkBack, nextStep }

  /// Gaps of detail that belong to other families: a time nobody can plan with, a log without an end.
  private static let detailGaps: Set<RuleID> = ["clarity.vague-time", "clarity.wall-of-text"]

  init(_ rule: RuleSummary) {
    isGap = rule.kind == .gap
    switch rule.id.family {
    case "jargon": criterion = .words
    case "clarity": criterion = Self.detailGaps.contains(rule.id) ? .detail : .clarity
    // The level itself is where the mark for understanding starts.
    case "listening": criterion = rule.id == "listening.level" ? nil : .understanding
    case "complete": criterion = .detail
    default: criterion = nil
    }
    merit =
      switch rule.id {
      case "jargon.explained": .explained
      case "clarity.concrete": .concrete
      case "listening.check-back": .checkBack
      case "complete.next-step", "complete.when": .nextStep
      default: nil
      }
  }
}

/// What was found in one reply, and what was looked for, as the rubric asks for it.
struct RubricFindings {
  /// Rules that fired: a bit each.
  private var fired = RuleSetBits()
  private var looked = RuleSetBits()
  /// Findings of jargon, of which there may be several by one rule.
  private var jargon = 0
  private let level: Int
  private let isAnswer: Bool
  private let roles: [RubricRole]

  /// What a mark rests on.
  enum Basis {
    /// Gaps were found.
    case gaps(kinds: Int)
    /// None was, and a rule of merit has something to say for the reply.
    case merit
    /// None was, though it was looked for.
    case nothing
    /// How the request was heard.
    case level
  }

  /// - Returns: `nil` for anything but a public staff reply that is scored.
  init?(of message: MessageView, _ judgement: Judgement, _ roles: [RubricRole]) {
    guard message.reply >= 0, !message.tokens.isEmpty else { return nil }
    self.roles = roles
    level = message.measures.listeningLevel
    isAnswer = message.measures.restatement != nil
    for mark in judgement.marks where Int(mark.message) == message.index {
      fired.insert(Int(mark.rule))
      let role = roles[Int(mark.rule)]
      if role.isGap && role.criterion == .words { jargon += 1 }
    }
    for look in judgement.looks where Int(look.message) == message.index { looked.insert(Int(look.rule)) }
  }

  private func isGap(_ rule: Int, of criterion: Rubric.Criterion) -> Bool {
    fired.contains(rule) && roles[rule].isGap && roles[rule].criterion == criterion
  }

  private func has(_ merit: RubricRole.Merit, in rules: RuleSetBits) -> Bool {
    roles.indices.contains { roles[$0].merit == merit && rules.contains($0) }
  }

  /// What there is to say of a reply; `nil` where it gave no occasion.
  func basis(of criterion: Rubric.Criterion) -> Basis? {
    if criterion == .understanding { return isAnswer && level > 0 ? .level : nil }
    let kinds = roles.indices.count { isGap($0, of: criterion) }
    if kinds > 0 { return .gaps(kinds: kinds) }
    let hasMerit =
      switch criterion {
      case .words: has(.explained, in: fired)
      case .clarity: has(.concrete, in: fired)
      case .understanding: false
      case .detail: has(.nextStep, in: looked)
      }
    if hasMerit { return .merit }
    // A time nobody can plan with is of clarity's family too, and was looked for where clarity was.
    return roles.indices.contains { looked.contains($0) && roles[$0].criterion == criterion } ? .nothing : nil
  }

  /// 0 to 3.
  func mark(for criterion: Rubric.Criterion, _ basis: Basis) -> Int {
    switch basis {
    case .gaps(let kinds):
      return (criterion == .words ? jargon : kinds) == 1 ? 1 : 0
    case .merit: return criterion == .words ? 2 : Rubric.best
    case .nothing: return criterion == .words ? Rubric.best : 2
    case .level:
      var mark = max(0, level - 2)
      if has(.checkBack, in: fired) { mark = min(Rubric.best, mark + 1) }
      if roles.indices.contains(where: { isGap($0, of: criterion) }) { mark = max(0, mark - 1) }
      return mark
    }
  }

  /// The rules that a mark rests on, by position.
  func evidence(for criterion: Rubric.Criterion, _ basis: Basis) -> [Int] {
    switch basis {
    case .gaps: roles.indices.filter { isGap($0, of: criterion) }
    case .merit:
      roles.indices.filter {
        switch (criterion, roles[$0].merit) {
        case (.words, .explained), (.clarity, .concrete): fired.contains($0)
        case (.detail, .nextStep): looked.contains($0)
        default: false
        }
      }
    case .nothing: []
    case .level:
      roles.indices.filter {
        isGap($0, of: criterion) || (roles[$0].merit == .checkBack && fired.contains($0))
      }
    }
  }

  /// A mark in words.
  func reason(for criterion: Rubric.Criterion, _ basis: Basis, _ evidence: [RuleID]) -> String {
    switch (basis, criterion) {
    case (.gaps, .words): jargon == 1 ? "one word to look up" : "\(jargon) words to look up"
    case (.gaps, _): evidence.map(\.description).joined(separator: ", ")
    case (.merit, .words): "every technical word is explained"
    case (.merit, .clarity): "plain, and names the requester's own thing"
    case (.merit, _): "who does what next, and when, is there"
    case (.nothing, .words): "nothing to look up"
    case (.nothing, .clarity): "plain"
    case (.nothing, _): "nothing missing"
    case (.level, _):
      (["listening level \(level)" + (has(.checkBack, in: fired) ? ", asks whether that is right" : "")]
        + [evidence.filter { $0 != "listening.check-back" }.map(\.description).joined(separator: ", ")])
        .filter { !$0.isEmpty }.joined(separator: "; ")
    }
  }
}

/// Rules by position, as many as a rule set may hold.
private struct RuleSetBits {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  mutating func insert(_ rule: Int) {
    if rule < 64 { low |= 1 << UInt64(rule) } else { high |= 1 << UInt64(rule & 63) }
  }

  func contains(_ rule: Int) -> Bool {
    (rule < 64 ? low >> UInt64(rule) : high >> UInt64(rule & 63)) & 1 == 1
  }
}
