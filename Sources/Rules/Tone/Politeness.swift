import TextAnalysis
import Tickets

/// How politely a message asks.
///
/// The strategies and what each is worth are those that Danescu-Niculescu-Mizil et al. 2013 ("A computational
/// approach to politeness with application to social factors", table 3) found in 10,000 requests rated by people:
/// thanks and praise weigh most, a question or an order without preamble weighs against. Ours are an offer ("let me
/// know if"), a challenge ("what do you mean"), a reproach ("you should", "didn't you"), marks heaped up ("??"), and
/// that of the direct questions "why" weighs most, and of the modal verbs "can you" nearly as much as "could you".
///
/// Nothing is trained. Danescu-Niculescu-Mizil et al. (section 4) reach 78 % and 84 % right on the quartiles of Stack
/// Exchange and of Wikipedia by a support vector machine trained on each, 68 % and 75 % trained on the other one;
/// people agree with the labels in 81 % and 87 %.
///
/// It is a measure of a text, for `score`; no rule uses it, and no report shows it of a person.
public struct Politeness: Sendable {
  private let pack: Int16?
  /// By entry of the pack, what its strategy is worth.
  private let worth: [Double]
  /// By entry, which strategy it is; each counts once, words good and bad up to three times.
  private let strategies: [Strategy?]

  /// What a writer does to be polite, or not.
  enum Strategy: String, CaseIterable {
    case gratitude, deference, greeting, apology, please
    case pleaseStart = "please-start"
    case indirect, counterfactual, indicative, hedge, factual, positive, negative, offer, challenge, reproach

    /// What it adds.
    var worth: Double {
      switch self {
      case .gratitude: 0.87
      case .deference: 0.78
      case .greeting: 0.43
      case .apology: 0.36
      case .please: 0.49
      case .pleaseStart: -0.30
      case .indirect: 0.63
      case .counterfactual: 0.47
      case .indicative: 0.39
      case .hedge: 0.14
      case .factual: -0.38
      case .positive: 0.12
      case .negative: -0.13
      case .offer: 0.2
      case .challenge: -0.3
      case .reproach: -0.3
      }
    }

    /// How often it counts in one message.
    var most: Int { self == .positive || self == .negative || self == .challenge || self == .offer ? 3 : 1 }
  }

  /// What the openings of sentences and the persons spoken of add.
  private static let directQuestion = -0.07
  private static let why = -0.5
  private static let directStart = -0.43
  private static let firstPersonStart = 0.12
  private static let secondPersonStart = -0.30
  private static let firstPerson = 0.08
  private static let secondPerson = 0.05
  /// What it adds that marks are heaped up: "??", "?!".
  private static let heapedMarks = -0.4

  /// A measure that knows the phrases of some packs.
  public init(_ packs: PackIndex) {
    pack = packs.number(of: "cue.politeness")
    strategies = packs.entries(of: pack).map { Strategy(rawValue: $0.category) }
    worth = strategies.map { $0?.worth ?? 0 }
  }

  /// Between -1, rude, and 1, polite; 0 says nothing either way. `nil` for a message without words or not in English.
  ///
  /// - Complexity: O(tokens + matches).
  public func score(of message: MessageView, in thread: borrowing Thread) -> Double? {
    guard message.language == "en", message.measures.words > 0 else { return nil }
    var counts = [Int](repeating: 0, count: Strategy.allCases.count)
    var sum = 0.0
    for match in thread.matches(of: pack, in: message) {
      guard let strategy = strategies[Int(match.entry)],
        let number = Strategy.allCases.firstIndex(of: strategy), counts[number] < strategy.most
      else { continue }
      counts[number] += 1
      sum += worth[Int(match.entry)]
    }
    sum += openings(of: message, in: thread) + persons(in: message, of: thread)
    if heapsMarks(message, in: thread) { sum += Self.heapedMarks }
    return sum / (1 + abs(sum))
  }

  /// What the first words of its sentences add: each kind of opening once.
  private func openings(of message: MessageView, in thread: borrowing Thread) -> Double {
    var asks = false
    var asksWhy = false
    var starts = false
    var speaks = false
    var addresses = false
    for sentence in thread.text.sentences[message.sentences] {
      guard let first = thread.text.tokens[sentence.tokenRange].first(where: { $0.kind == .word }) else {
        continue
      }
      let flags = thread.vocabulary.flags(of: first.lexeme)
      if thread.isOne(of: ["why"], first, in: message) {
        asksWhy = true
      } else if flags.contains(.questionWord) {
        asks = true
      }
      if thread.isOne(of: ["so", "then", "and", "but", "or"], first, in: message) { starts = true }
      if flags.contains(.firstPerson) { speaks = true }
      if flags.contains(.secondPerson) { addresses = true }
    }
    return (asks ? Self.directQuestion : 0) + (asksWhy ? Self.why : 0) + (starts ? Self.directStart : 0)
      + (speaks ? Self.firstPersonStart : 0) + (addresses ? Self.secondPersonStart : 0)
  }

  /// What it adds that writer and reader are spoken of at all.
  private func persons(in message: MessageView, of thread: borrowing Thread) -> Double {
    var classes: LexemeFlags = []
    for token in thread.text.tokens[message.tokens] where token.kind == .word {
      classes.formUnion(thread.vocabulary.flags(of: token.lexeme))
    }
    return (classes.contains(.firstPerson) ? Self.firstPerson : 0)
      + (classes.contains(.secondPerson) ? Self.secondPerson : 0)
  }

  /// Whether a question or exclamation mark stands right after another.
  private func heapsMarks(_ message: MessageView, in thread: borrowing Thread) -> Bool {
    let tokens = thread.text.tokens[message.tokens]
    return zip(tokens, tokens.dropFirst()).contains { mark, next in
      mark.kind == .punctuation && next.kind == .punctuation && mark.end == next.start
        && thread.isOne(of: ["?", "!"], mark, in: message) && thread.isOne(of: ["?", "!"], next, in: message)
    }
  }
}
