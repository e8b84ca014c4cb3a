/// Finds any number of phrases in one pass over tokens.
///
/// The phrases form a trie whose edges are symbols: a word, a stem, a kind. A token has up to four symbols; for each
/// state that is alive, each is looked up in the state's own hash table.
///
///     "as soon as possible"    0 ─as→ 1 ─soon→ 2 ─as→ 3 ─possible→ 4 ✓
///     "as ‹go› by"                     └─stem go→ 5 ─by→ 6 ✓
///
/// The words of the phrases have numbers of their own, which have nothing to do with the ids of any lexicon: the
/// number of a lexeme is looked up by its form when it is first met, and kept (``PhraseState``). So an automaton is
/// compiled once, by whom and wherever, and read where it lies (``Cells``); to have one ready costs nothing.
///
/// Most tokens start no phrase: a bit beside their number says so. Hence the cost of a text depends on how many
/// phrases are half-read at a time, hardly on how many there are.
public struct PhraseAutomaton: Sendable {
  private let cells: Cells
  private let start: Int

  /// The states at which every token, and a token at the start of a sentence, begins.
  static let anywhere: Int32 = 0
  static let atSentenceStart: Int32 = 1
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
  /// - Complexity: O(total length); an optional element and a gap of n add up to n + 1 states.
  public static func compile(_ phrases: [[PhraseElement]], vocabulary: inout Vocabulary) -> [UInt32] {
    var builder = PhraseTrieBuilder()
    for (index, phrase) in phrases.enumerated() {
      builder.add(phrase, pattern: UInt32(truncatingIfNeeded: index), &vocabulary)
    }
    return builder.cells(phrases: phrases.count)
  }

  /// Number of phrases.
  public var count: Int { cells.withCells { Int($0[start]) } }

  /// Appends the phrases found among some tokens to `text.matches`, by where they end, then by pattern.
  ///
  /// Every match is given, overlapping ones too; of those of one pattern that end at the same token only the
  /// shortest.
  /// - Parameter state: one that has been used with this automaton only, begun for this batch.
  /// - Complexity: O(tokens × phrases half-read at a time). Allocates nothing once `state` is warm.
  public func match(
    _ range: Range<Int>, in text: inout AnalyzedText, vocabulary: borrowing Vocabulary,
    state: inout PhraseState
  ) {
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
