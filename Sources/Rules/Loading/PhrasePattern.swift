/// A phrase as a pack writes it, parsed: what must stand side by side.
///
///     "[get|got] back to you"    alternatives; expanded to one pattern each
///     "look ~into <2> matter"    ~word: any inflection of it; <n>: up to n words between
///     "^done"                    at the start of a sentence only
///     "within {number} days"     any token of that kind
///     "done$"                    at the end of a sentence only
public struct PhrasePattern: Hashable, Sendable {
  /// One place in a phrase.
  public enum Element: Hashable, Sendable {
    /// This very word, in lower case.
    case word(String)
    /// Any word with the same stem.
    case inflected(String)
    /// Up to this many words of any kind.
    case gap(Int)
    /// A token of the named kind.
    case kind(String)
    /// The start of a sentence.
    case start
    /// The end of a sentence, but for its closing punctuation.
    case end
  }

  /// The places in order.
  public var elements: [Element]

  /// A phrase of these places.
  public init(elements: [Element]) { self.elements = elements }

  /// Why a phrase could not be read; the offset counts characters from 0.
  public struct Fault: Error, Equatable, Sendable {
    /// Where in the phrase.
    public var offset: Int
    /// What is wrong with it.
    public var message: String
  }

  /// More alternatives than this in one phrase are refused: it was hardly meant.
  public static let maximumExpansion = 512

  /// Every phrase that `text` stands for. - Complexity: O(phrases × elements).
  public static func parse(_ text: String) throws(Fault) -> [PhrasePattern] {
    var expansions: [[Element]] = [[]]
    let characters = Array(text)
    var at = 0
    func fault(_ message: String) -> Fault { Fault(offset: at, message: message) }
    func append(_ alternatives: [[Element]]) throws(Fault) {
      guard expansions.count * alternatives.count <= maximumExpansion else {
        throw fault("more than \(maximumExpansion) combinations of alternatives")
      }
      expansions = expansions.flatMap { head in alternatives.map { head + $0 } }
    }
    func closing(_ close: Character) throws(Fault) -> String {
      guard let end = characters[at...].firstIndex(of: close) else { throw fault("no “\(close)” follows") }
      let inside = String(characters[(at + 1)..<end])
      at = end + 1
      return inside
    }
    while at < characters.count {
      switch characters[at] {
      case " ", "\u{A0}": at += 1
      case "^":
        guard expansions == [[]] else { throw fault("“^” belongs at the start of a phrase") }
        try append([[.start]])
        at += 1
      case "$":
        guard at == characters.count - 1 else { throw fault("“$” belongs at the end of a phrase") }
        try append([[.end]])
        at += 1
      case "[":
        let parts = try closing("]").split(separator: "|", omittingEmptySubsequences: false)
        // The piece may go on without a space: "[get|got]ten" is not supported, on purpose: write it out.
        try append(parts.map { words(String($0)) })
      case "<":
        let inside = try closing(">")
        guard let count = Int(inside), (1...8).contains(count) else {
          throw fault("“<\(inside)>” is no number of words from 1 to 8")
        }
        try append([[.gap(count)]])
      case "{": try append([[.kind(try closing("}"))]])
      default:
        let end = characters[at...].firstIndex { " \u{A0}[<{$".contains($0) } ?? characters.endIndex
        try append([words(String(characters[at..<end]))])
        at = end
      }
    }
    let patterns = expansions.map { PhrasePattern(elements: $0) }
    guard patterns.allSatisfy({ $0.isSubstantial }) else { throw fault("a phrase needs at least one word") }
    return patterns
  }

  /// Whether it holds something to look for.
  private var isSubstantial: Bool {
    elements.contains {
      switch $0 {
      case .word, .inflected, .kind: true
      case .gap, .start, .end: false
      }
    }
  }

  /// The words of a stretch without special characters; one that begins with `~` stands for its inflections.
  private static func words(_ text: String) -> [Element] {
    text.split(separator: " ").map { word in
      word.first == "~" ? .inflected(word.dropFirst().lowercased()) : .word(word.lowercased())
    }
  }
}
