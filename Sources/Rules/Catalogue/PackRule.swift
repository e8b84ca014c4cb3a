import TextAnalysis
import Tickets

/// A rule that is a pack: phrases, with what to say about them.
///
/// What stands in quotation marks is spoken of, not spoken, and is never found; nor is a phrase beside which the
/// pack's `unless` stands in the same sentence. An entry with `level: strict` is found under that strictness only.
struct PackRule: Detector {
  let about: RuleDescription
  let pack: Int16
  let entries: PackEntries
  private let packs: PackIndex
  private let excusingKinds: [TokenKind]
  private let excusingPacks: [Int16]
  /// By language: how many phrases a sentence may hold; none for packs in which each phrase counts.
  private let most: [String: Int]
  /// Whether entries of strict level are found too.
  private let isStrict: Bool
  /// By language, where the pack is more than phrases to be found.
  private let forms: [String: Pack.Form]
  /// Whether it finds nothing where none of its phrases stands.
  private let needsMatch: Bool
  private let metrics: [String: Metric]

  /// A metric pack's formula and bound.
  struct Metric {
    var formula: Formula
    var condition: Condition
  }

  /// A text of fewer words says too little to be judged.
  private static let leastWords = 3

  /// The rule of pack number `number`; `nil` if no pack of that name has a title.
  init?(_ number: Int, of packs: PackIndex, strictness: Strictness) {
    let parts = packs.parts(of: Int16(number))
    // The description is written once, in English by preference; the phrases and what is said of each are a
    // language's own.
    let isDescribed = { (part: PackIndex.Part) in part.number(.description) > 0 }
    guard
      let described = parts.first(where: { isDescribed($0) && $0.string(.language) == "en" })
        ?? parts.first(where: isDescribed), let rule = described.description
    else { return nil }
    about = RuleDescription(
      RuleID(packs.names[number]), rule.title, kind: rule.kind, anchor: rule.anchor, scope: rule.scope,
      audience: rule.audience, level: rule.level, languages: Set(parts.map { $0.string(.language) }),
      packs: [packs.names[number]], revision: parts.map { $0.number(.revision) }.max() ?? 1,
      rationale: rule.rationale,
      practice: rule.practice, source: rule.source,
      finds: described.strings(.finds).map { RuleExample(stringLiteral: $0) },
      ignores: described.strings(.ignores).map { RuleExample(stringLiteral: $0) })
    pack = Int16(number)
    self.packs = packs
    entries = packs.entries(of: pack)
    forms = Dictionary(parts.map { ($0.string(.language), $0.form) }) { first, _ in first }
    needsMatch = forms.values.allSatisfy { $0 != .repetition && $0 != .metric }
    metrics = Dictionary(
      parts.compactMap { part in
        guard part.form == .metric, let formula = try? Formula(part.string(.formula)),
          let condition = Condition(part.string(.condition))
        else { return nil }
        return (part.string(.language), Metric(formula: formula, condition: condition))
      }
    ) { first, _ in first }
    let unless = Set(parts.flatMap { $0.strings(.unless) }).sorted()
    excusingKinds = unless.compactMap { name in
      name.first == "{" ? TokenKind(named: String(name.dropFirst().dropLast())) : nil
    }
    excusingPacks = unless.compactMap { packs.number(of: $0) }
    isStrict = strictness == .strict
    most = Dictionary(
      parts.filter { $0.form == .occurrence }.map { ($0.string(.language), $0.number(.most)) },
      uniquingKeysWith: min)
  }

  /// Whether a match is of an entry that only strictness finds.
  private func isSilent(_ match: PackMatch) -> Bool {
    !isStrict && entries[Int(match.entry)].level == Strictness.strict.rawValue
  }

  func inspect(_ message: MessageView, in thread: borrowing Thread, _ judgement: inout Judgement) {
    guard message.measures.words >= Self.leastWords else { return }
    judgement.look()
    if needsMatch && !message.packs.mayHold(pack) { return }
    switch forms[message.language] {
    case .repetition: findRepetitions(message, thread, &judgement)
    case .conditional: findUnmet(message, thread, &judgement)
    case .metric:
      if let metric = metrics[message.language] { findMetric(metric, message, thread, &judgement) }
    case .occurrence: findCrowds(above: most[message.language] ?? 0, message, thread, &judgement)
    default:
      for match in thread.matches(of: pack, in: message)
      where !isSilent(match) && !thread.isQuoted(match.tokenRange, in: message)
        && !isExcused(match, message, thread)
      {
        judgement.find(Mark(span: thread.span(of: match.tokenRange), argument: match.entry))
      }
    }
  }

  func wording(of mark: Mark, in thread: borrowing Thread) -> Wording {
    packs.wording(of: mark, pack: pack, in: thread)
  }

  /// Marks the sentences that hold more phrases than they may, from the first phrase to the last.
  private func findCrowds(
    above most: Int, _ message: MessageView, _ thread: borrowing Thread, _ judgement: inout Judgement
  ) {
    for sentence in thread.text.sentences[message.sentences] {
      var count = 0
      var first: PackMatch?
      var end = 0
      for match in thread.matches(of: pack, in: message)
      where sentence.tokenRange.contains(match.tokenRange.lowerBound) && !isSilent(match)
        && !thread.isQuoted(match.tokenRange, in: message)
      {
        count += 1
        first = first ?? match
        end = max(end, match.tokenRange.upperBound)
      }
      guard count > most, let first, !isExcused(first, message, thread) else { continue }
      judgement.find(
        Mark(span: thread.span(of: first.tokenRange.lowerBound..<end), argument: first.entry))
    }
  }

  func isExcused(_ match: PackMatch, _ message: MessageView, _ thread: borrowing Thread) -> Bool {
    if excusingKinds.isEmpty && excusingPacks.isEmpty { return false }
    guard let sentence = thread.sentence(holding: match.tokenRange.lowerBound, in: message) else {
      return false
    }
    if !excusingKinds.isEmpty,
      thread.text.tokens[sentence.tokenRange].contains(where: { excusingKinds.contains($0.kind) })
    {
      return true
    }
    return excusingPacks.contains { pack in
      thread.matches(of: pack, in: message).contains {
        sentence.tokenRange.contains($0.tokenRange.lowerBound)
      }
    }
  }
}
