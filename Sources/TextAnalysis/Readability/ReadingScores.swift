/// The published readability formulas. A formula is `nil` where the text is too short for it to mean anything.
public struct ReadingScores: Hashable, Sendable {
  /// Flesch 1948: 100 easy … 0 hard.
  public var fleschReadingEase: Double?
  /// Kincaid et al. 1975: years of school.
  public var fleschKincaidGrade: Double?
  /// Gunning 1952: years of school.
  public var gunningFog: Double?
  /// McLaughlin 1969, made for 30 sentences; needs that many.
  public var smog: Double?
  /// Coleman & Liau 1975: years of school.
  public var colemanLiau: Double?
  /// Smith & Senter 1967: years of school.
  public var automatedReadabilityIndex: Double?
  /// Björnsson 1968: 20 very easy … 60 very hard; meant for any European language.
  public var lix: Double?
  /// Dale & Chall 1948 with its 1995 cut-offs, unfamiliar words told by frequency.
  public var daleChall: Double?
}

/// Computes the published formulas.
public enum Readability {
  /// Texts with fewer sentences than this get no score.
  public static let leastSentences = 2
  /// Texts with fewer words than this get no score.
  public static let leastWords = 30
  /// Number of sentences that SMOG was fitted on and needs.
  public static let smogSentences = 30

  /// All formulas for some counts.
  public static func scores(_ counts: ReadingCounts) -> ReadingScores {
    guard counts.sentences >= leastSentences, counts.words >= leastWords else { return ReadingScores() }
    let words = Double(counts.words)
    let sentences = Double(counts.sentences)
    let wordsPerSentence = words / sentences
    let syllablesPerWord = Double(counts.syllables) / words
    let charactersPerWord = Double(counts.characters) / words
    let unfamiliarShare = 100 * Double(counts.unfamiliarWords) / words
    var scores = ReadingScores()
    scores.fleschReadingEase = 206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord
    scores.fleschKincaidGrade = 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59
    scores.gunningFog = 0.4 * (wordsPerSentence + 100 * Double(counts.complexWords) / words)
    if counts.sentences >= smogSentences {
      scores.smog = 1.0430 * (Double(counts.polysyllables) * 30 / sentences).squareRoot() + 3.1291
    }
    scores.colemanLiau = 5.88 * charactersPerWord - 29.6 * sentences / words - 15.8
    scores.automatedReadabilityIndex = 4.71 * charactersPerWord + 0.5 * wordsPerSentence - 21.43
    scores.lix = wordsPerSentence + 100 * Double(counts.longWords) / words
    scores.daleChall =
      0.1579 * unfamiliarShare + 0.0496 * wordsPerSentence + (unfamiliarShare > 5 ? 3.6365 : 0)
    return scores
  }
}
