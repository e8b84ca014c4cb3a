import TextAnalysis
import Tickets

/// Runs the rules over one ticket after another. One worker's own.
public struct Judge: ~Copyable {
  /// What is looked for.
  public let ruleSet: RuleSet
  private var measurer: Measurer
  /// Who is to read what is judged; `nil` to go by each message.
  private let audience: RuleDescription.Audience?
  /// Which rules read texts of a language, as they are met.
  private var selections: [String: Selection] = [:]
  private var selection = Selection(language: nil)
  /// The rules for texts of one language: by the scopes of single messages, those about whole threads, and those about
  /// all tickets together.
  private struct Selection {
    var language: String?
    var messages: [(rule: Int, scope: RuleDescription.Scope)] = []
    var threads: [Int] = []
    var exports: [Int] = []
  }
  /// What the rules said of the ticket opened last.
  public private(set) var judgement = Judgement()

  /// A judge with all rules of a set.
  ///
  /// - Parameters:
  ///   - audience: for drafts of which it is known who is to read them; `nil` to let public replies be for the
  ///     requester and notes for colleagues.
  ///   - measuresSimilarity: whether ``Restatement/similarity`` is wanted: no rule asks for it, and it costs as
  ///     much as all else that is read of a reply.
  public init(
    _ set: RuleSet, audience: RuleDescription.Audience? = nil, measuresSimilarity: Bool = true
  ) {
    ruleSet = set
    measurer = Measurer(set.packs, measuresSimilarity: measuresSimilarity)
    self.audience = audience
  }

  /// Measures every message of an opened thread and asks every rule about the messages in its scope.
  ///
  /// - Complexity: O(tokens × rules that look at them); one dynamic call a rule and message.
  public mutating func judge(_ thread: inout Thread) {
    judgement.clear()
    measurer.measure(&thread)
    for position in thread.messages.indices {
      let message = thread.messages[position]
      guard message.message.role == .staff && !message.tokens.isEmpty && !message.isAutomatic else {
        continue
      }
      select(message.language)
      for (index, scope) in selection.messages where applies(scope, to: message) {
        judgement.begin(rule: index, message: message.index)
        ruleSet.rules[index].inspect(message, in: thread, &judgement)
        judgement.end()
      }
    }
    judgeForExport(thread)
    // Rules about the whole look at the ticket as it stood at the cut.
    let past = thread.messages[..<thread.cut]
    guard let last = past.last else { return }
    select((past.last { $0.message.role == .staff && !$0.tokens.isEmpty } ?? last).language)
    for index in selection.threads {
      judgement.begin(rule: index, message: last.index)
      ruleSet.rules[index].inspect(last, in: thread, &judgement)
      judgement.end()
    }
  }

  /// Asks the rules about all tickets together what they would mark in the first reply, as it was at the cut.
  private mutating func judgeForExport(_ thread: borrowing Thread) {
    guard let first = thread.messages[..<thread.cut].first(where: { $0.reply == 0 }) else { return }
    select(first.language)
    for index in selection.exports {
      judgement.begin(rule: index, message: first.index)
      ruleSet.rules[index].inspect(first, in: thread, &judgement)
      judgement.endPending()
    }
  }

  /// Makes `selection` that of a language.
  private mutating func select(_ language: String) {
    if selection.language == language { return }
    if let known = selections[language] {
      selection = known
      return
    }
    selection = Selection(language: language)
    for (index, about) in ruleSet.abouts.enumerated() {
      guard about.languages?.contains(language) ?? true, audience.map({ Self.concerns(about, $0) }) ?? true
      else { continue }
      switch about.scope {
      case .publicReply, .firstReply, .closingText, .internalNote:
        selection.messages.append((index, about.scope))
      case .wholeThread: selection.threads.append(index)
      case .wholeExport: selection.exports.append(index)
      }
    }
    selections[language] = selection
  }

  /// Whether a rule is about texts for these readers. What is hard to read is hard for anybody; jargon is no hardship
  /// to colleagues, and only a requester can be listened to.
  private static func concerns(_ about: RuleDescription, _ audience: RuleDescription.Audience) -> Bool {
    if about.audience == audience || audience == .requester { return true }
    return about.id.family == "clarity" || (audience == .manager && about.id.family == "jargon")
  }

  private func applies(_ scope: RuleDescription.Scope, to message: MessageView) -> Bool {
    switch scope {
    // A note that is checked before it is written is read as closely as a reply.
    case .publicReply: message.isPublicReply || audience == .peer
    case .firstReply: message.reply == 0
    case .closingText: message.isClosing
    case .internalNote: message.message.visibility == .internal
    case .wholeThread, .wholeExport: false
    }
  }

  /// Takes out what a desk has decided not to hear of.
  ///
  /// - Returns: how many findings were taken out.
  public mutating func suppress(_ suppressor: inout Suppressor, in thread: borrowing Thread) -> Int {
    suppressor.apply(to: &judgement, in: thread)
  }

  /// Decides what waited for all tickets; see ``Judgement/settle(_:)``.
  public mutating func settle(_ number: (Mark) -> Int32?) { judgement.settle(number) }

  /// The words for a mark of the thread judged last.
  public func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    guard ruleSet.rules.indices.contains(Int(mark.rule)) else { return Wording("") }
    return ruleSet.rules[Int(mark.rule)].wording(of: mark, in: thread)
  }
}
