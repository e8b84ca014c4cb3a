import TextAnalysis
import Tickets

/// Runs the examples of rules and packs: a rule must find exactly what its examples mark.
public struct ExampleRun {
  /// An example that did not come out as it is written.
  public struct Failure: Sendable, Equatable {
    /// The rule or pack.
    public var name: String
    /// As it is written.
    public var expected: String
    /// With the marks where they were found.
    public var found: String
  }

  /// How many examples were run.
  public private(set) var count = 0
  /// Those that failed.
  public private(set) var failures: [Failure] = []

  private let rules: RuleSet

  /// A run over the rules of a set.
  public init(_ rules: RuleSet) { self.rules = rules }

  /// Runs the examples of a rule of the set.
  ///
  /// - Throws: `ICUError` if ICU can't open its break iterators.
  public mutating func run(_ about: RuleDescription) throws {
    guard let position = rules.position(of: about.id) else { return }
    var judge = Judge(rules)
    for example in about.finds + about.ignores {
      try run(example.lines, of: about.id.description, language: nil) { thread in
        judge.judge(&thread)
        // An example is one ticket: what waits for others is what they would bear out.
        return (judge.judgement.marks + judge.judgement.pending).filter { Int($0.rule) == position }.map {
          ExampleThread.Place(
            message: Int($0.message), start: $0.span.range.lowerBound, end: $0.span.range.upperBound)
        }
      }
    }
  }

  /// Runs the examples of a pack of the set: as those of a rule if it is one, else those of its phrases alone.
  ///
  /// - Throws: `ICUError` if ICU can't open its break iterators.
  public mutating func run(_ pack: Pack) throws {
    if var about = rules.abouts.first(where: { $0.id == RuleID(pack.name) }), pack.description != nil {
      about.finds = pack.finds.map { RuleExample(stringLiteral: $0) }
      about.ignores = pack.ignores.map { RuleExample(stringLiteral: $0) }
      return try run(about)
    }
    let number = rules.packs.number(of: pack.name)
    for example in pack.finds + pack.ignores {
      try run([example], of: pack.name, language: pack.language) { thread in
        thread.matches.filter { $0.pack == number }.map { match in
          let span = thread.span(of: match.tokenRange)
          return ExampleThread.Place(message: 0, start: span.range.lowerBound, end: span.range.upperBound)
        }
      }
    }
  }

  private mutating func run(
    _ lines: [String], of name: String, language: String?,
    _ find: (inout Thread) -> [ExampleThread.Place]
  ) throws {
    count += 1
    var written = ExampleThread(lines)
    var thread = try Thread(rules.packs)
    thread.begin(&written.batch)
    thread.open(0, language: language)
    let found = Set(find(&thread))
    thread.end(&written.batch)
    guard found != Set(written.marked) else { return }
    failures.append(
      Failure(
        name: name, expected: lines.joined(separator: " ⏎ "),
        found: written.batch.messages.indices.map { message in
          Self.marked(
            written.batch.string(written.batch.messages[message].text), found.filter { $0.message == message }
          )
        }.joined(separator: " ⏎ ")))
  }

  private static func marked(_ text: String, _ places: Set<ExampleThread.Place>) -> String {
    var bytes = Array(text.utf8)
    for place in places.sorted(by: { ($0.start, $0.end) > ($1.start, $1.end) }) {
      bytes.insert(contentsOf: "›".utf8, at: min(place.end, bytes.count))
      bytes.insert(contentsOf: "‹".utf8, at: min(place.start, bytes.count))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
