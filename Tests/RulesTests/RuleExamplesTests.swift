import Foundation
import Rules
import TestSupport
import Testing
import Tickets

/// One example of one rule, as a test case.
struct ExampleCase: CustomTestStringConvertible, Sendable {
  var rule: RuleID
  var example: RuleExample
  var testDescription: String { "\(rule): \(example.lines.joined(separator: " ⏎ "))" }

  /// Suggestions too.
  static let rules = Result { try RuleSet.builtIn(strictness: .strict) }

  static let all: [ExampleCase] = {
    guard let rules = try? rules.get() else { return [] }
    return rules.abouts.flatMap { about in
      (about.finds + about.ignores).map { ExampleCase(rule: about.id, example: $0) }
    }
  }()
}

@Suite struct RuleExamplesTests {
  @Test("a rule finds exactly what its examples mark", arguments: ExampleCase.all)
  func example(_ one: ExampleCase) throws {
    let rules = try ExampleCase.rules.get()
    var thread = try Thread(rules.packs)
    var judge = Judge(rules)
    var written = ExampleThread(one.example.lines)
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    let position = try #require(rules.position(of: one.rule))
    // What only all tickets together can bear out waits for them.
    let marks = judge.judgement.marks + judge.judgement.pending
    let found = marks.filter { Int($0.rule) == position }.map {
      ExampleThread.Place(
        message: Int($0.message), start: $0.span.range.lowerBound, end: $0.span.range.upperBound)
    }
    #expect(Set(found) == Set(written.marked))
    // Whatever is found can be put into words.
    for mark in marks {
      #expect(!judge.wording(of: mark, in: thread).explanation.isEmpty)
    }
  }

  @Test func everyRuleFileIsInTheCatalogue() throws {
    let sources = Fixtures.root.deletingLastPathComponent().appending(path: "Sources/Rules")
    var files: Set<String> = []
    for family in ["Jargon", "Clarity", "Completeness", "Listening", "Tone"] {
      let folder = sources.appending(path: family)
      for file in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        if text.contains(": Rule {") { files.insert(file.replacing(".swift", with: "")) }
      }
    }
    #expect(files == Set(Catalogue.all.map { "\($0)" }))
  }

  @Test func idsAreUniqueAndEverythingIsDescribed() throws {
    let abouts = try ExampleCase.rules.get().abouts
    #expect(Set(abouts.map(\.id)).count == abouts.count)
    for about in abouts {
      #expect(!about.finds.isEmpty && !about.ignores.isEmpty, "\(about.id)")
      #expect(!about.summary.title.isEmpty && !about.summary.rationale.isEmpty, "\(about.id)")
      #expect(!about.summary.practice.isEmpty && !about.source.isEmpty, "\(about.id)")
    }
  }

  @Test func strictAddsSuggestionsAndChangesTheHash() throws {
    let rules = try RuleSet.builtIn()
    let strict = try ExampleCase.rules.get()
    #expect(rules.abouts.allSatisfy { $0.level > .suggestion })
    #expect(Set(rules.abouts.map(\.id)).isSubset(of: strict.abouts.map(\.id)))
    #expect(rules.hash != strict.hash)
    #expect(rules.hash == (try RuleSet.builtIn().hash))
  }
}
