import Foundation
import Rules
import TestSupport
import Testing
import Tickets

/// One example of one rule, as a test case.
struct ExampleCase: CustomTestStringConvertible, Sendable {
  var rule: Int
  var example: RuleExample
  var testDescription: String { "\(Catalogue.all[rule].about.id): \(example.lines.joined(separator: " ⏎ "))" }

  static let all = Catalogue.all.indices.flatMap { index in
    let about = Catalogue.all[index].about
    return (about.finds + about.ignores).map { ExampleCase(rule: index, example: $0) }
  }
}

@Suite struct RuleExamplesTests {
  static let packs = Result { try PackIndex.builtIn() }

  @Test("a rule finds exactly what its examples mark", arguments: ExampleCase.all)
  func example(_ one: ExampleCase) throws {
    let packs = try Self.packs.get()
    var thread = try Thread(packs)
    var judge = Judge(packs)
    var written = ExampleThread(one.example.lines)
    let expected = Set(written.marked)
    thread.begin(&written.batch)
    thread.open(0)
    judge.judge(&thread)
    let found = judge.judgement.marks.filter { Int($0.rule) == one.rule }.map {
      ExampleThread.Place(
        message: Int($0.message), start: $0.span.range.lowerBound, end: $0.span.range.upperBound)
    }
    #expect(Set(found) == expected)
    // Whatever is found can be put into words.
    for mark in judge.judgement.marks {
      #expect(!judge.wording(of: mark, in: thread).explanation.isEmpty)
    }
  }

  @Test func everyRuleFileIsInTheCatalogue() throws {
    let sources = Fixtures.root.deletingLastPathComponent().appending(path: "Sources/Rules")
    var files: Set<String> = []
    for family in ["Jargon", "Clarity", "Completeness", "Listening", "Tone"] {
      for file in try FileManager.default.contentsOfDirectory(atPath: sources.appending(path: family).path) {
        let text = try String(contentsOf: sources.appending(path: "\(family)/\(file)"), encoding: .utf8)
        if text.contains(": Rule {") { files.insert(file.replacing(".swift", with: "")) }
      }
    }
    #expect(files == Set(Catalogue.all.map { "\($0)" }))
  }

  @Test func idsAreUniqueAndEverythingIsDescribed() {
    let abouts = Catalogue.all.map { $0.about }
    #expect(Set(abouts.map(\.id)).count == abouts.count)
    for about in abouts {
      #expect(!about.finds.isEmpty && !about.ignores.isEmpty, "\(about.id)")
      #expect(!about.summary.title.isEmpty && !about.summary.rationale.isEmpty, "\(about.id)")
      #expect(!about.summary.practice.isEmpty && !about.source.isEmpty, "\(about.id)")
    }
  }
}
