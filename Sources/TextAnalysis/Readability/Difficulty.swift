extension Readability {
  /// From so many words on ``difficulty(_:)`` is given.
  public static let leastWordsForDifficulty = 5

  /// Readback's own measure of how hard a text is to read: 0 easy … 1 hard, or `nil` below five words.
  ///
  /// What makes text hard: rare content words, words that are long, name qualities or join nouns by "of", and long
  /// sentences. How hard the words of a short text are says little, as a name or two make up much of it, so that it
  /// is taken together with a hundred words of easy prose (a shrunken mean); how long its sentences are
  /// is seen at once. The weights have one digit and were chosen so that their sum follows the judgement of teachers;
  /// their range is mapped to 0…1. No logarithm and no exponential, whose last bit differs between machines.
  public static func difficulty(_ counts: ReadingCounts) -> Double? {
    guard counts.words >= leastWordsForDifficulty else { return nil }
    let words = Double(counts.words)
    let heavy = Double(counts.polysyllables + counts.abstractWords + counts.ofs)
    let ofWords = Double(counts.rarity) / Double(max(1, counts.contentWords)) / 10 + 5 * heavy / words
    let ofSentences = 0.2 * (words / Double(max(1, counts.sentences))).squareRoot()
    let load = (words * ofWords + easyWords * easyLoad) / (words + easyWords) + ofSentences
    return min(1, max(0, (load - easiest) / (hardest - easiest)))
  }

  /// Words of easy prose that a text is taken together with, and their load.
  private static let easyWords = 100.0
  private static let easyLoad = 2.0

  /// The load of a nursery rhyme, and that of a learned article's abstract.
  private static let easiest = 2.0
  private static let hardest = 6.0
}
