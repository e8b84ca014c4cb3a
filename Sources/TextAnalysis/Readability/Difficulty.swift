extension Readability {
  /// From so many words on ``difficulty(_:)`` is given.
  public static let leastWordsForDifficulty = 5

  /// Readback's own measure of how hard a text is to read: 0 easy … 1 hard, or `nil` below five words.
  ///
  /// What makes text hard: rare content words, long sentences, long words, abstract words, nouns joined by "of". Five
  /// weights of one digit, chosen so that their sum follows the judgement of teachers; their range is
  /// mapped to 0…1. No logarithm and no exponential, whose last bit differs between machines.
  public static func difficulty(_ counts: ReadingCounts) -> Double? {
    guard counts.words >= leastWordsForDifficulty else { return nil }
    let words = Double(counts.words)
    let load =
      Double(counts.rarity) / Double(max(1, counts.contentWords)) / 10
      + 0.2 * (words / Double(max(1, counts.sentences))).squareRoot()
      + 3 * Double(counts.polysyllables) / words
      + 3 * Double(counts.abstractWords) / words
      + 5 * Double(counts.ofs) / words
    return min(1, max(0, (load - easiest) / (hardest - easiest)))
  }

  /// The load of a nursery rhyme, and that of a learned article's abstract.
  private static let easiest = 3.0
  private static let hardest = 7.0
}
