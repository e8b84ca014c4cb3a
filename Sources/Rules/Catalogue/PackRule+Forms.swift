import TextAnalysis
import Tickets

// The forms of packs that are more than phrases to be found.
extension PackRule {
  /// Marks words that stand twice in a row, but for those of the pack's exceptions.
  func findRepetitions(_ message: MessageView, _ thread: borrowing Thread, _ judgement: inout Judgement) {
    let tokens = thread.text.tokens
    for position in message.tokens.dropFirst() {
      let token = tokens[position]
      guard token.kind == .word, token.lexeme == tokens[position - 1].lexeme,
        !token.flags.contains(.startsSentence),
        !thread.isQuoted(position - 1..<position + 1, in: message),
        !thread.matches(of: pack, in: message).contains(where: { $0.tokenRange.contains(position) })
      else { continue }
      judgement.find(Mark(span: thread.span(of: position - 1..<position + 1), argument: -1))
    }
  }

  /// Marks the first phrase that wants another one beside it, in a text that does not have that.
  func findUnmet(_ message: MessageView, _ thread: borrowing Thread, _ judgement: inout Judgement) {
    var first: PackMatch?
    for match in thread.matches(of: pack, in: message) where !thread.isQuoted(match.tokenRange, in: message) {
      if entries[Int(match.entry)].category == Pack.second { return }
      first = first ?? match
    }
    guard let first, !isExcused(first, message, thread) else { return }
    judgement.find(Mark(span: thread.span(of: first.tokenRange), argument: first.entry))
  }

  /// Texts that are too short for any formula.
  private static let leastMetricWords = 30

  /// Marks the text if a sum over its counts is beyond the pack's bound.
  func findMetric(
    _ metric: Metric, _ message: MessageView, _ thread: borrowing Thread, _ judgement: inout Judgement
  ) {
    guard message.measures.words >= Self.leastMetricWords, let first = message.tokens.first else { return }
    var counts = ReadingCounts()
    counts.add(
      TextExtent(tokens: message.tokens, sentences: message.sentences), of: thread.text,
      vocabulary: thread.vocabulary)
    let value = metric.formula.value { variable in
      switch variable {
      case .words: Double(counts.words)
      case .sentences: Double(counts.sentences)
      case .characters: Double(counts.characters)
      case .syllables: Double(counts.syllables)
      case .complexWords: Double(counts.complexWords)
      case .polysyllabicWords: Double(counts.polysyllables)
      case .longWords: Double(counts.longWords)
      }
    }
    guard let value, metric.condition.holds(for: value) else { return }
    // The opening stands for the whole.
    let sentence = thread.sentence(holding: first, in: message)
    judgement.find(
      Mark(span: sentence.map { thread.span(of: $0) } ?? thread.span(of: first..<first + 1), argument: -1))
  }
}
