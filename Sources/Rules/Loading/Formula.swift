/// A sum over counts of a text, as metric packs write it: `0.39 * (words / sentences) + 11.8 * (syllables / words)`.
public struct Formula: Hashable, Sendable {
  /// What can be counted.
  public enum Variable: String, Sendable, CaseIterable {
    case words, sentences, characters, syllables
    case complexWords = "complex_words"
    case polysyllabicWords = "polysyllabic_words"
    case longWords = "long_words"
  }

  /// Why it could not be read; the offset counts characters from 0.
  public struct Fault: Error, Equatable, Sendable {
    /// Where in the formula.
    public var offset: Int
    /// What is wrong with it.
    public var message: String
  }

  private indirect enum Term: Hashable, Sendable {
    case number(Double)
    case variable(Variable)
    case sum(Term, Term)
    case difference(Term, Term)
    case product(Term, Term)
    case quotient(Term, Term)
    case root(Term)
  }

  private let term: Term

  /// Reads a formula of numbers, counts, `+ - * /`, brackets and `math.sqrt(…)`.
  public init(_ text: String) throws(Fault) {
    var reader = Reader(characters: Array(text))
    term = try reader.sum(depth: 0)
    reader.skipSpace()
    guard reader.at == reader.characters.count else { throw reader.fault("an operator is expected here") }
  }

  /// What it comes to; `nil` where it divides by nothing.
  ///
  /// - Parameter count: the value of a variable.
  public func value(_ count: (Variable) -> Double) -> Double? {
    let value = Self.value(of: term, count)
    return value.isFinite ? value : nil
  }

  private static func value(of term: Term, _ count: (Variable) -> Double) -> Double {
    switch term {
    case .number(let number): number
    case .variable(let variable): count(variable)
    case .sum(let a, let b): value(of: a, count) + value(of: b, count)
    case .difference(let a, let b): value(of: a, count) - value(of: b, count)
    case .product(let a, let b): value(of: a, count) * value(of: b, count)
    case .quotient(let a, let b): value(of: a, count) / value(of: b, count)
    case .root(let a): value(of: a, count).squareRoot()
    }
  }

  /// Recursive descent, one function a level of precedence.
  private struct Reader {
    let characters: [Character]
    var at = 0

    func fault(_ message: String) -> Fault { Fault(offset: at, message: message) }

    mutating func skipSpace() { while at < characters.count, characters[at].isWhitespace { at += 1 } }

    mutating func take(_ character: Character) -> Bool {
      skipSpace()
      guard at < characters.count, characters[at] == character else { return false }
      at += 1
      return true
    }

    mutating func sum(depth: Int) throws(Fault) -> Term {
      guard depth < 32 else { throw fault("too many brackets") }
      var term = try product(depth)
      while true {
        if take("+") {
          term = .sum(term, try product(depth))
        } else if take("-") {
          term = .difference(term, try product(depth))
        } else {
          return term
        }
      }
    }

    private mutating func product(_ depth: Int) throws(Fault) -> Term {
      var term = try factor(depth)
      while true {
        if take("*") {
          term = .product(term, try factor(depth))
        } else if take("/") {
          term = .quotient(term, try factor(depth))
        } else {
          return term
        }
      }
    }

    private mutating func factor(_ depth: Int) throws(Fault) -> Term {
      guard depth < 32 else { throw fault("too many signs") }
      if take("-") { return .difference(.number(0), try factor(depth + 1)) }
      if take("(") {
        let inner = try sum(depth: depth + 1)
        guard take(")") else { throw fault("no “)” follows") }
        return inner
      }
      skipSpace()
      let start = at
      while at < characters.count,
        characters[at].isLetter || characters[at].isNumber || characters[at] == "." || characters[at] == "_"
      {
        at += 1
      }
      let word = String(characters[start..<at])
      if let number = Double(word), number.isFinite { return .number(number) }
      if let variable = Variable(rawValue: word) { return .variable(variable) }
      if word == "math.sqrt", take("(") {
        let inner = try sum(depth: depth + 1)
        guard take(")") else { throw fault("no “)” follows") }
        return .root(inner)
      }
      at = start
      let known = Variable.allCases.map(\.rawValue)
      if let near = Spelling.nearest(to: word, among: known) {
        throw fault("“\(word)” is not counted; do you mean “\(near)”?")
      }
      throw fault(
        word.isEmpty
          ? "a number or a count is expected here"
          : "“\(word)” is not counted; there are " + known.joined(separator: ", "))
    }
  }
}

/// What a metric must be compared with: `> 8`.
public struct Condition: Hashable, Sendable {
  private enum Sign: String, Hashable, Sendable {
    case less = "<", lessOrEqual = "<=", more = ">", moreOrEqual = ">="
  }

  private let sign: Sign
  private let bound: Double

  /// Reads a sign of comparison and a number; `nil` for anything else.
  public init?(_ text: String) {
    let digits = text.drop { "<>= ".contains($0) }
    guard let sign = Sign(rawValue: text.prefix { "<>=".contains($0) }.filter { $0 != " " }),
      let bound = Double(digits.filter { $0 != " " }), bound.isFinite
    else { return nil }
    self.sign = sign
    self.bound = bound
  }

  /// Whether it holds for a number.
  public func holds(for number: Double) -> Bool {
    switch sign {
    case .less: number < bound
    case .lessOrEqual: number <= bound
    case .more: number > bound
    case .moreOrEqual: number >= bound
    }
  }
}
