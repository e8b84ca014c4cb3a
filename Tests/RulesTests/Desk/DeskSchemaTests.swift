import Foundation
import TestSupport
import Testing
import Tickets
import Yams

@testable import Rules

/// The schemas that editors are given take what the readers take.
@Suite struct DeskSchemaTests {
  private func problems(_ yaml: String, _ schema: DeskSchema) throws -> [String] {
    let value = try #require(try Yams.load(yaml: yaml))
    return try JSONSchemaCheck(schema.json).problems(of: value)
  }

  @Test func allBuiltInPacksFit() throws {
    let folder = URL(filePath: PackTests.folder)
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "yml" }
    #expect(files.count > 70)
    for file in files {
      let problems = try problems(String(contentsOf: file, encoding: .utf8), .pack)
      #expect(problems == [], "\(file.lastPathComponent)")
    }
  }

  @Test func thePublishedKeysAreThoseThatAreRead() {
    #expect(DeskSchema.packKeyNames.pack == PackSource.packKeys.union(PackSource.descriptionKeys))
    #expect(DeskSchema.packKeyNames.entry == PackSource.entryKeys)
  }

  @Test func theFixturesFit() throws {
    func text(_ path: String) throws -> String { String(decoding: try Fixtures.bytes(path), as: UTF8.self) }
    #expect(try problems(text("packs/vocabulary.yml"), .vocabulary) == [])
    let suppressions = """
      version: 1
      suppressions:
        - { rule: clarity.vague-time, ticket: INC0010023, reason: quoted, expires: "2026-12-31" }
      """
    #expect(try problems(suppressions, .suppressions) == [])
  }

  /// What the reader refuses, and what an editor marks.
  @Test(arguments: [
    (DeskSchema.pack, "version: 1\npack: x\ntokns: [a]"), (.pack, "version: 1\ntokens: [a]"),
    (.pack, "version: 1\npack: x\nextends: substitutes\nswap: {a: b}"),
    (.pack, "version: 1\npack: x\nentries: [{find: a, us: b}]"),
    (.vocabulary, "version: 1\naccepted: [VPN]"), (.vocabulary, "version: 1\nreject: [{use: b}]"),
    (.suppressions, "version: 1\nsuppressions: [{rule: jargon.acronym, reason: so}]"),
  ])
  func refusesWhatTheReaderRefuses(_ schema: DeskSchema, _ yaml: String) throws {
    #expect(try !problems(yaml, schema).isEmpty)
    #expect(throws: YAMLError.self) {
      switch schema {
      case .pack: _ = try PackSource.parse(yaml, file: "x.yml")
      case .vocabulary: _ = try DeskVocabulary.parse(yaml, file: "x.yml")
      case .suppressions: _ = try Suppressions.parse(yaml, file: "x.yml", rules: [RuleID("jargon.acronym")])
      }
    }
  }
}
