import TextAnalysis
import Tickets

/// Finds words outside everyday vocabulary.
///
/// Rare words are hard, and of equally rare ones the longer: each letter beyond six counts as two tenths of a step on
/// the Zipf scale (van Heuven et al. 2014). An inflected form is taken for half as rare as its commonest sibling
/// makes it. Names are not words that a reader could know or not, and are left out, as are words of other
/// scripts and what the machine made.
public struct HardWords: Sendable {
  /// Ten times the Zipf scale: words that come out below are hard.
  static let leastEase = 46
  /// Letters of a usual word.
  static let usualLetters = 6
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
    let letters = Int(token.end &- token.start)
    guard token.kind == .word, letters >= Self.leastLetters,
      token.flags.isDisjoint(with: [.allCapitals, .mixedCase, .hasDigit, .beyondASCII]),
      !token.flags.contains(.capitalised) || token.flags.contains(.startsSentence)
    else { return false }
    let own = Int(thread.vocabulary.zipf(of: token.lexeme))
    let commonest = Int(thread.vocabulary.stemZipf(of: thread.vocabulary.stem(of: token.lexeme)))
    return (own + max(own, commonest)) / 2 - 2 * (letters - Self.usualLetters) < Self.leastEase
  }
}
