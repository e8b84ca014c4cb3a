import Testing
import Tickets

@testable import Rules

@Suite struct PackSourceTests {
  private func error(_ text: String) -> YAMLError? {
    do {
      _ = try PackSource.parse(text, file: "words.yml")
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("version: 1\npack: a.b\ntokns: [x]\n", 3, 1, "unknown key “tokns”; do you mean “tokens”?"),
    ("version: 1\npack: a.b\ncolour: red\ntokens: [x]\n", 3, 1, "unknown key “colour”; known are"),
    ("version: 1\npack: a.b\nextends: existance\ntokens: [x]\n", 3, 10, "do you mean “existence”?"),
    ("version: 1\npack: a.b\nlevel: warnings\ntokens: [x]\n", 3, 8, "do you mean “warning”?"),
    ("version: 1\npack: a.b\ntokens:\n  - in {numbr} days\n", 4, 8, "do you mean {number}?"),
    ("version: 1\npack: a.b\ntokens:\n  - \"one <12> two\"\n", 4, 10, "no number of words"),
    (
      "version: 1\npack: a.b\nextends: metric\nformula: words / sentenses\n", 4, 18,
      "do you mean “sentences”?"
    ),
    (
      "version: 1\npack: a.b\nextends: metric\nformula: words\ncondition: many\n", 5, 12,
      "comparison with a number"
    ),
    ("version: 1\npack: a.b\nextends: conditional\nfirst: [a]\n", 1, 1, "“second”"),
    ("version: 1\npack: a.b\nextends: repetition\ntokens: [a]\n", 4, 9, "leave “tokens” out"),
    ("version: 1\npack: a.b\nmax: -1\ntokens: [a]\n", 3, 6, "“max” is a number"),
  ])
  func saysWhereAndWhatWasMeant(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    let error = error(text)
    #expect(error?.line == line && error?.column == column, "\(error?.description ?? "no error")")
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "no error")")
  }

  @Test func theCaretStandsUnderThePlace() {
    let text = error("version: 1\npack: a.b\ntokns: [x]\n")?.description
    #expect(text == "words.yml:3:1: unknown key “tokns”; do you mean “tokens”?\n  tokns: [x]\n  ^")
  }

  /// Distances from Damerau 1964's four kinds of slip, and from nothing at all.
  @Test(arguments: [
    ("token", "token", 0), ("tokne", "token", 1), ("tken", "token", 1), ("tokens", "token", 1),
    ("tokan", "token", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func editDistance(_ a: String, _ b: String, _ distance: Int) {
    #expect(Spelling.distance(a, b) == distance)
    #expect(Spelling.distance(b, a) == distance)
  }

  /// Flesch–Kincaid of 100 words in 5 sentences of 150 syllables, worked out on paper, and precedence.
  @Test(arguments: [
    ("(0.39 * (words / sentences)) + (11.8 * (syllables / words)) - 15.59", 9.91),
    ("1 + 2 * 3 - 4 / 2", 5), ("-(words - 90) * -1", 10), ("math.sqrt(words)", 10), ("2 - 1 - 1", 0),
  ])
  func formulas(_ text: String, _ value: Double) throws {
    let counts: [Formula.Variable: Double] = [.words: 100, .sentences: 5, .syllables: 150]
    let result = try #require(try Formula(text).value { counts[$0] ?? 0 })
    #expect(abs(result - value) < 1e-9)
  }

  @Test func aFormulaThatDividesByNothingHasNoValue() throws {
    #expect(try Formula("words / sentences").value { _ in 0 } == nil)
  }

  @Test(arguments: ["", "1 +", "words words", "(1", "2 ** 3", "hat", "1e999"])
  func brokenFormulasAreRefused(_ text: String) {
    #expect(throws: Formula.Fault.self) { try Formula(text) }
  }

  @Test func conditions() {
    #expect(Condition("> 8")?.holds(for: 8) == false && Condition(">= 8")?.holds(for: 8) == true)
    #expect(Condition("<2.5")?.holds(for: 2) == true && Condition("<= 2")?.holds(for: 3) == false)
    #expect(Condition("8") == nil && Condition("> many") == nil && Condition("=> 8") == nil)
  }
}
