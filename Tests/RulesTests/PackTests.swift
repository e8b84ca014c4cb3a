import Foundation
import Rules
import TestSupport
import Testing
import TextAnalysis
import Tickets

@Suite struct PackTests {
  static let folder = Fixtures.root.deletingLastPathComponent().appending(path: "Sources/Rules/Packs").path

  @Test func compiledPacksAreThoseOfTheSources() throws {
    let compiled = try Data(
      contentsOf: Fixtures.root.deletingLastPathComponent().appending(
        path: "Sources/CLexicons/data/packs.bin"))
    #expect(
      Array(compiled) == PackArchive.encode(try PackFolder.read(Self.folder)),
      "run: swift run compile-packs Sources/Rules/Packs Sources/CLexicons/data/packs.bin")
  }

  @Test func packsComeBackFromTheirBytes() throws {
    let packs = try PackFolder.read(Self.folder)
    let bytes = PackArchive.encode(packs)
    let decoded = try bytes.withUnsafeBufferPointer { try PackArchive.decode($0) }
    #expect(decoded == packs)
  }

  @Test func brokenBytesAreRefused() throws {
    var generator = SeededGenerator(seed: 7)
    let bytes = PackArchive.encode(try PackFolder.read(Self.folder))
    for _ in 0..<200 {
      var broken = Array(bytes.prefix(Int.random(in: 0..<min(bytes.count, 5000), using: &generator)))
      if !broken.isEmpty {
        broken[Int.random(in: 0..<broken.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      #expect(throws: PackArchive.Fault.self) {
        try broken.withUnsafeBufferPointer { _ = try PackArchive.decode($0) }
      }
    }
  }

  @Test(arguments: [
    ("pack: x\nversion: 1\ntokens: [\"a [b\"]\n", 3, "no “]” follows"),
    ("pack: x\nversion: 1\ntokens: [\"<9> a\"]\n", 3, "is no number of words"),
    ("pack: x\nversion: 2\ntokens: [a]\n", 2, "“version: 1” is expected"),
    ("pack: x\nversion: 1\ntokns: [a]\n", 3, "unknown key “tokns”"),
    ("version: 1\ntokens: [a]\n", 1, "“pack” is missing"),
    ("pack: x\nversion: 1\n", 1, "needs “tokens”, “swap” or “entries”"),
    ("pack: [\n", 2, ""),
  ])
  func faultsNameTheirPlace(_ text: String, _ line: Int, _ message: String) {
    let error = #expect(throws: PackError.self) { try PackSource.parse(text, file: "x.yml") }
    #expect(error?.line == line)
    #expect(error?.message.contains(message) == true || message.isEmpty)
  }

  /// The examples of every pack that only feeds rules, run against the pack alone. Those of a pack that is a rule
  /// are run with the rules'.
  static let examples: [PackExample] = {
    guard let packs = try? PackFolder.read(folder) else { return [] }
    return packs.filter { $0.form != .lexicon && !isEnglishRule($0) }.flatMap { pack in
      (pack.finds + pack.ignores).map { PackExample(pack: pack, text: $0) }
    }
  }()

  private static func isEnglishRule(_ pack: Pack) -> Bool { pack.description != nil && pack.language == "en" }

  struct PackExample: CustomTestStringConvertible, Sendable {
    var pack: Pack
    var text: String
    var testDescription: String { "\(pack.language) \(pack.name): \(text)" }
  }

  static let index = Result { PackIndex(try PackFolder.read(folder)) }

  @Test("a pack finds exactly what its examples mark", arguments: examples)
  func example(_ one: PackExample) throws {
    let index = try Self.index.get()
    var thread = try Thread(index)
    var written = ExampleThread([one.text.contains("requester: ") ? one.text : "staff: " + one.text])
    let expected = Set(written.marked)
    thread.begin(&written.batch)
    thread.open(0, language: one.pack.language)
    let number = index.number(of: one.pack.name)
    var found: Set<ExampleThread.Place> = []
    for match in thread.matches where match.pack == number {
      let first = thread.text.tokens[match.tokenRange.lowerBound]
      let last = thread.text.tokens[match.tokenRange.upperBound - 1]
      found.insert(ExampleThread.Place(message: 0, start: Int(first.start), end: Int(last.end)))
    }
    #expect(found == expected)
  }
}
