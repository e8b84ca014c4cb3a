import TextAnalysis
import Tickets

/// Runs the catalogue over one ticket after another. One worker's own.
public struct Judge: ~Copyable {
  private let packs: PackIndex
  private let rules: [any Rule]
  private let abouts: [RuleDescription]
  private var measurer: Measurer
  /// What the rules said of the ticket opened last.
  public private(set) var judgement = Judgement()

  /// A judge with all rules of the catalogue and the packs that are built in.
  public init(_ packs: PackIndex) {
    self.packs = packs
    rules = Catalogue.all.map { $0.init(packs) }
    abouts = Catalogue.all.map { $0.about }
    measurer = Measurer(packs)
  }

  /// Measures every message of an opened thread and asks every rule about the messages in its scope.
  ///
  /// - Complexity: O(tokens × rules that look at them); one dynamic call a rule and message.
  public mutating func judge(_ thread: inout Thread) {
    judgement.clear()
    measurer.measure(&thread)
    for message in thread.messages
    where message.message.role == .staff && !message.tokens.isEmpty && !message.isAutomatic {
      for (index, rule) in rules.enumerated() where applies(abouts[index], to: message) {
        judgement.begin(rule: index, message: message.index)
        rule.inspect(message, in: thread, &judgement)
        judgement.end()
      }
    }
  }

  private func applies(_ about: RuleDescription, to message: MessageView) -> Bool {
    if let languages = about.languages, !languages.contains(message.language) { return false }
    switch about.scope {
    case .publicReply: return message.isPublicReply
    case .firstReply: return message.reply == 0
    case .closingText: return message.isClosing
    case .internalNote: return message.message.visibility == .internal
    }
  }

  /// The words for a mark of the thread judged last.
  public func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    guard rules.indices.contains(Int(mark.rule)) else { return Wording("") }
    return rules[Int(mark.rule)].wording(of: mark, in: thread)
  }
}
