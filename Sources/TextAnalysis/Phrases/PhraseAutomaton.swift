/// Finds any number of phrases in one pass over tokens.
///
/// The phrases form a trie whose edges are symbols: a word, a stem, a word in capitals, a kind. A token has up to four of
/// them; each is looked up in the own hash table of the state that was reached.
///
///     "as soon as possible"    0 ─as→ 1 ─soon→ 2 ─as→ 3 ─possible→ 4 ✓
///     "as ‹go› by"                     └─stem go→ 5 ─by→ 6 ✓
///
/// The words of the phrases have numbers of their own, which have nothing to do with the ids of any lexicon: the
/// number of a lexeme is looked up by its form when it is first met, and kept (``PhraseState``). So an automaton is
/// compiled once, by whom and wherever, and read where it lies (``Cells``); to have one ready costs nothing.
///
/// Most tokens start no phrase: a bit beside their number says so, or one for them and the next. Hence the cost of a text
/// depends on how many phrases are begun in it, hardly on how many there are.
public struct PhraseAutomaton: Sendable {
  private let cells: Cells
  private let start: Int

  /// The words with the first numbers: no gap reaches over them.
  static let sentenceEnds = [".", "?", "!"]

  /// An automaton that was compiled before.
  ///
  /// - Parameters:
  ///   - cells: what ``compile(_:vocabulary:)`` made, among others.
  ///   - start: where it begins in them.
  /// - Complexity: O(1).
  public init(_ cells: Cells, at start: Int = 0) {
    self.cells = cells
    self.start = start
  }

  /// Compiles phrases.
  ///
  /// - Parameter vocabulary: knows the stems of inflected words.
  /// - Complexity: O(total length), in practice; with elements of many choices, at most three times the states that
  ///   phrases of one choice each would have.
  public static func compile(_ phrases: [[PhraseElement]], vocabulary: inout Vocabulary) -> [UInt32] {
    var builder = PhraseTrieBuilder()
    for (index, phrase) in phrases.enumerated() {
      builder.add(phrase, pattern: UInt32(truncatingIfNeeded: index), &vocabulary)
    }
    return builder.cells(phrases: phrases.count)
  }

  /// Number of phrases.
  public var count: Int { cells.withCells { Int($0[start]) } }

  /// Puts the phrases found among some tokens into `text.matches`, by where they begin.
  ///
  /// Every match is given, overlapping ones too; of those of one pattern that end at the same token only the
  /// shortest.
  /// - Parameter state: one that has been used with this automaton only, begun for this batch.
  /// - Complexity: O(tokens × phrases begun at a token, followed as far as they go). Allocates nothing once `state`
  ///   is warm.
  public func match(
    _ range: Range<Int>, in text: inout AnalyzedText, vocabulary: borrowing Vocabulary,
    state: inout PhraseState
  ) {
    text.matches.removeAll(keepingCapacity: true)
    guard !range.isEmpty else { return }
    // Out of the text while it is filled, so that the tokens can be read meanwhile.
    var matches: [PhraseMatch] = []
    swap(&matches, &text.matches)
    cells.withCells { cells in
      guard let base = cells.baseAddress else { return }
      text.tokens.withUnsafeBufferPointer { tokens in
        PhrasePass.match(
          UnsafeBufferPointer(rebasing: tokens[range]), first: range.lowerBound, PhraseTables(base + start),
          vocabulary: vocabulary, state: &state, &matches)
      }
    }
    swap(&matches, &text.matches)
  }
}
