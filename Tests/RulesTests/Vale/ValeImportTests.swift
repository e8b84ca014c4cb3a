import Foundation
import TestSupport
import Testing
import Tickets

@testable import Rules

/// Small rules in Vale's form, written for this test.
@Suite struct ValeImportTests {
  static func converted(_ rule: String) throws -> ValeImport.Result {
    let path = "vale/House/\(rule).yml"
    let text = String(decoding: try Fixtures.bytes(path), as: UTF8.self)
    return try ValeImport.convert(text, file: path, style: "House", rule: rule)
  }

  static func found(_ rule: String, _ line: String) throws -> [String] {
    let result = try converted(rule)
    let pack = try PackSource.parse(try #require(result.pack), file: result.name)
    return try PackLayerTests.found(RuleID(result.name), [line], [pack])
  }

  @Test(
    arguments: [
      (
        "Avoid", "As per my note, please do the needful at your end.",
        ["As per", "please do the needful", "at your end"]
      ),
      (
        "PlainWords", "With respect to the form: we utilise it, you utilize it.",
        ["With respect to", "utilise", "utilize"]
      ),
      ("TooManyPleases", "Please wait and please call. Please write.", ["Please wait and please"]),
      ("Doubled", "It is is here now.", ["is is"]),
      ("Restart", "Please restart the laptop now.", ["restart the laptop"]),
      ("Restart", "Save your work and restart the laptop.", []),
    ] as [(String, String, [String])])
  func findsWhatValeWould(_ rule: String, _ line: String, _ expected: [String]) throws {
    #expect(try Self.found(rule, line) == expected)
  }

  @Test func aMetricIsTakenWithItsFormula() throws {
    let line = ["communication", "coordination", "responsibility", "documentation"].map {
      "The organisational modernisation of the infrastructure necessitates considerable \($0) between the departments."
    }.joined(separator: " ")
    #expect(try Self.found("Grade", line).count == 1)
    #expect(
      try Self.found("Grade", (0..<8).map { _ in "The cat sat on the mat." }.joined(separator: " ")).isEmpty)
  }

  @Test func whatCouldNotBeTakenIsSaid() throws {
    let avoid = try Self.converted("Avoid")
    #expect(avoid.left == ["“\\w+ly speaking”: “\\w” stands for many characters"])
    let swaps = try Self.converted("PlainWords")
    #expect(swaps.left == ["“(?!not )commence”: it looks ahead, looks behind or sets a flag"])
    let headings = try Self.converted("Headings")
    #expect(headings.pack == nil)
    #expect(headings.left.contains("Vale's “capitalization” has no counterpart in packs"))
  }

  @Test func namesLevelsAndLinksAreKept() throws {
    let result = try Self.converted("Avoid")
    let pack = try PackSource.parse(try #require(result.pack), file: "x")
    #expect(result.name == "house.avoid" && pack.description?.level == .error)
    #expect(pack.description?.source == "https://style.example.org/avoid")
  }

  /// Checked against what Python's `re` matches in full among all candidates.
  @Test(arguments: [
    ("colou?r", ["colour", "color"]), ("(?:a|b) cat", ["a cat", "b cat"]), ("[Ww]hilst", ["Whilst"]),
    ("e-?mail", ["e-mail", "email"]), ("in\\s+order", ["in order"]), ("\\bfoo\\b", ["foo"]),
    ("within \\d+ days", ["within {number} days"]), ("can(?:not|'t)", ["cannot", "can't"]),
    ("a\\.m\\.", ["a.m."]), ("(?i)e-?mail", ["e-mail", "email"]),
  ])
  func expressionsAreWrittenOut(_ expression: String, _ phrases: [String]) throws {
    #expect(try ValePattern.phrases(expression) == phrases)
  }

  @Test(arguments: [
    ".*", "\\w+", "a{2}", "a(?i)x", "(?<=a)b", "[a-z]x", "[^a]", "^x", "(a", "a)", "x*", "", "a|", "\\",
  ])
  func whatIsNoListOfWordingsIsRefused(_ expression: String) {
    #expect(throws: ValePattern.Fault.self) { try ValePattern.phrases(expression) }
  }

  @Test func noExpressionOfRandomCharactersTraps() {
    var generator = SeededGenerator(seed: 3)
    let characters = Array("ab()[]|?\\+*-^$.{}:!s d")
    for _ in 0..<5_000 {
      let length = Int.random(in: 0...12, using: &generator)
      _ = try? ValePattern.phrases(
        String((0..<length).map { _ in characters.randomElement(using: &generator)! }))
    }
  }
}
