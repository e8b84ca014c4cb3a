import TextAnalysis
import Tickets

/// Finds words outside everyday vocabulary.
///
/// Rare words are hard, and of equally rare ones the longer: on ten times the Zipf scale (van Heuven et al. 2014), each
/// letter of the stem counts as one step and each syllable as three. An inflected form is taken for half as rare
/// as its commonest sibling makes it, a possessive for as common as its noun. Names are not words that a reader
/// could know or not, and are left out, as are words of other scripts, what the machine made, and what carries
/// grammar ("wouldn't").
///
/// Readers agree on this only so far: shown the same word in the same sentence twice, two groups of readers gave it
/// another label in one case of eight (CWI 2018), and models trained on such labels with these facts and more come
/// to about the same figures.
public struct HardWords: Sendable {
  /// Ten times the Zipf scale, less length: words that come out below are hard.
  static let leastEase = 36
  /// What a syllable takes away; a letter takes away one.
  static let syllableLoad = 3
  /// Shorter words are never hard: they are abbreviations, slips and function words.
  static let leastLetters = 4

  /// A finder; it keeps nothing.
  public init() {}

  /// The places of a message's hard words, as offsets into its text, in order.
  ///
  /// - Returns: `nil` for a message that is not in English: frequencies are those of English.
  /// - Complexity: O(tokens).
  public func spans(of message: MessageView, in thread: borrowing Thread) -> [Range<Int>]? {
    guard message.language == "en" else { return nil }
    return thread.text.tokens[message.tokens].filter { isHard($0, in: thread) }.map(\.range)
  }

  private func isHard(_ token: Token, in thread: borrowing Thread) -> Bool {
    guard token.kind == .word, token.range.count >= Self.leastLetters,
      token.flags.isDisjoint(with: [.allCapitals, .mixedCase, .hasDigit, .beyondASCII]),
      !token.flags.contains(.capitalised) || token.flags.contains(.startsSentence),
      !thread.vocabulary.flags(of: token.lexeme).contains(.functionWord)
    else { return false }
    let stem = thread.vocabulary.stem(of: token.lexeme)
    let commonest = Int(max(thread.vocabulary.stemZipf(of: stem), thread.vocabulary.zipf(of: stem)))
    var own = Int(thread.vocabulary.zipf(of: token.lexeme))
    // A word that opens a sentence and that no list holds is a name.
    if token.flags.contains(.capitalised) && max(own, commonest) == 0 { return false }
    if thread.vocabulary.form(of: token.lexeme).contains(UInt8(ascii: "'")) { own = commonest }
    let length = thread.vocabulary.form(of: stem).count + Self.syllableLoad * Int(token.syllables)
    return (own + max(own, commonest)) / 2 - length < Self.leastEase
  }
}
