/// Turns the regular expressions that Vale rules are made of into phrases, as far as they are phrases.
///
/// What is a finite list of wordings is written out: `(?:very|really) import(?:ant|antly)`, `e-?mail`, `[Ww]hilst`.
/// Anything that stands for any text (`.*`, `\w+`, `[^\s]+`) is not.
struct ValePattern {
  /// Why an expression is no list of phrases.
  struct Fault: Error, Equatable {
    var message: String
  }

  /// More wordings than these are no list anybody has in mind.
  private static let mostWordings = 64

  /// The wordings that an expression stands for, each a phrase as packs write it; in order, each once.
  static func phrases(_ expression: String) throws(Fault) -> [String] {
    // Packs look for words in any case as it is.
    var reader = ValePattern(characters: Array(expression.trimmingPrefix("(?i)")))
    let wordings = try reader.alternatives(depth: 0)
    if reader.at < reader.characters.count { throw Fault(message: "a bracket too many") }
    var seen: Set<String> = []
    var phrases: [String] = []
    for wording in wordings {
      let phrase = wording.split(separator: " ").joined(separator: " ")
      guard !phrase.isEmpty else { throw Fault(message: "it may stand for nothing at all") }
      // Upper and lower case are one to a phrase.
      if seen.insert(phrase.lowercased()).inserted { phrases.append(phrase) }
    }
    return phrases
  }

  private let characters: [Character]
  private var at = 0

  private init(characters: [Character]) { self.characters = characters }

  /// What stands between bars, up to a closing bracket or the end.
  private mutating func alternatives(depth: Int) throws(Fault) -> [String] {
    guard depth < 16 else { throw Fault(message: "too many brackets") }
    var all: [String] = []
    while true {
      all += try run(depth)
      try Self.limit(all)
      guard at < characters.count, characters[at] == "|" else { return all }
      at += 1
    }
  }

  private static func limit(_ wordings: [String]) throws(Fault) {
    if wordings.count > mostWordings {
      throw Fault(message: "it stands for more than \(mostWordings) wordings")
    }
  }

  private mutating func run(_ depth: Int) throws(Fault) -> [String] {
    var wordings = [""]
    while at < characters.count, characters[at] != "|", characters[at] != ")" {
      var piece = try atom(depth)
      if at < characters.count {
        switch characters[at] {
        case "?":
          piece.append("")
          at += 1
        case "+" where piece == [" "]: at += 1
        case "*", "+", "{": throw Fault(message: "“\(characters[at])” stands for any number of repeats")
        default: break
        }
      }
      wordings = wordings.flatMap { start in piece.map { start + $0 } }
      try Self.limit(wordings)
    }
    return wordings
  }

  private mutating func atom(_ depth: Int) throws(Fault) -> [String] {
    let character = characters[at]
    at += 1
    switch character {
    case "(": return try group(depth)
    case "[": return try set()
    case "\\": return try escape()
    case ".": throw Fault(message: "“.” stands for any character")
    case "^", "$": throw Fault(message: "“\(character)” asks for a place in the file")
    case "<", ">", "~", "{", "}", "]":
      throw Fault(message: "“\(character)” has a meaning of its own in packs")
    default: return [String(character)]
    }
  }

  private mutating func group(_ depth: Int) throws(Fault) -> [String] {
    if at + 1 < characters.count, characters[at] == "?" {
      guard characters[at + 1] == ":" else {
        throw Fault(message: "it looks ahead, looks behind or sets a flag")
      }
      at += 2
    }
    let inner = try alternatives(depth: depth + 1)
    guard at < characters.count, characters[at] == ")" else { throw Fault(message: "no “)” follows") }
    at += 1
    return inner
  }

  private mutating func set() throws(Fault) -> [String] {
    var all: [String] = []
    while at < characters.count, characters[at] != "]" {
      let character = characters[at]
      if "^-\\".contains(character) && !(character == "-" && (all.isEmpty || isLastOfSet)) {
        throw Fault(message: "it holds a range of characters")
      }
      all.append(String(character))
      at += 1
    }
    guard at < characters.count, !all.isEmpty else { throw Fault(message: "no “]” follows") }
    at += 1
    return all
  }

  private var isLastOfSet: Bool { at + 1 < characters.count && characters[at + 1] == "]" }

  private mutating func escape() throws(Fault) -> [String] {
    guard at < characters.count else { throw Fault(message: "nothing follows “\\”") }
    let character = characters[at]
    at += 1
    switch character {
    case "b": return [""]
    case "s": return [" "]
    case "d":
      if at < characters.count, characters[at] == "+" { at += 1 }
      return [" {number} "]
    case _ where character.isLetter || character.isNumber:
      throw Fault(message: "“\\\(character)” stands for many characters")
    case "<", ">", "~", "{", "}", "[", "]", "^", "$", "|":
      throw Fault(message: "“\(character)” has a meaning of its own in packs")
    default: return [String(character)]
    }
  }
}
