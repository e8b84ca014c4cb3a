/// A phrase as a pack writes it, parsed: what must stand side by side.
///
///     "[get|got] back to you"    alternatives, of one word or several
///     "~look into <2> matter"    ~word: any inflection of it; <n>: up to n words between
///     "^done"                    at the start of a sentence only
///     "within {number} days"     any token of that kind
///     "done$"                    at the end of a sentence only
public struct PhrasePattern: Hashable, Sendable {
  /// One place in a phrase.
  public indirect enum Element: Hashable, Sendable {
    /// This very word, in lower case.
    case word(String)
    /// This word, written in capitals.
    case capitals(String)
    /// Any word with the same stem.
    case inflected(String)
    /// One of several runs of words.
    case oneOf([[Element]])
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

  /// Reads a phrase. - Complexity: O(characters).
  public static func parse(_ text: String) throws(Fault) -> PhrasePattern {
    var elements: [Element] = []
    let characters = Array(text)
    var at = 0
    func fault(_ message: String, at place: Int? = nil) -> Fault {
      Fault(offset: place ?? at, message: message)
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
        guard elements.isEmpty else { throw fault("“^” belongs at the start of a phrase") }
        elements.append(.start)
        at += 1
      case "$":
        guard at == characters.count - 1 else { throw fault("“$” belongs at the end of a phrase") }
        elements.append(.end)
        at += 1
      case "[":
        let parts = try closing("]").split(separator: "|", omittingEmptySubsequences: false)
        elements.append(.oneOf(parts.map { words(String($0)) }))
      case "<":
        let start = at
        let inside = try closing(">")
        guard let count = Int(inside), (1...8).contains(count) else {
          throw fault("“<\(inside)>” is no number of words from 1 to 8", at: start)
        }
        elements.append(.gap(count))
      case "{": elements.append(.kind(try closing("}")))
      default:
        let end = characters[at...].firstIndex { " \u{A0}[<{$".contains($0) } ?? characters.endIndex
        elements += words(String(characters[at..<end]))
        at = end
      }
    }
    guard elements.contains(where: \.isSubstantial) else { throw fault("a phrase needs at least one word") }
    return PhrasePattern(elements: elements)
  }

  /// The words of a name, in which no character has a meaning of its own.
  static func literal(_ name: String) -> PhrasePattern {
    PhrasePattern(elements: name.split(separator: " ").map { .word($0.lowercased()) })
  }

  /// The words of a stretch without special characters; one that begins with `~` stands for its inflections.
  private static func words(_ text: String) -> [Element] {
    text.split(separator: " ").map { word in
      word.first == "~" ? .inflected(word.dropFirst().lowercased()) : .word(word.lowercased())
    }
  }
}

extension PhrasePattern.Element {
  /// Whether it is something to look for by itself.
  var isSubstantial: Bool {
    switch self {
    case .word, .capitals, .inflected, .kind: true
    case .oneOf(let runs): runs.allSatisfy { $0.contains { $0.isSubstantial } }
    case .gap, .start, .end: false
    }
  }
}
