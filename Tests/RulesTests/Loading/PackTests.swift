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
    let cells = PackImage.compile(try PackFolder.read(Self.folder), lexicon: Lexicon()).map(\.littleEndian)
    #expect(
      cells.withUnsafeBytes { Array($0) } == Array(compiled),
      "run: swift run compile-packs Sources/Rules/Packs Sources/CLexicons/data/packs.bin")
  }

  @Test func entriesComeBackFromTheirImage() throws {
    let packs = try PackFolder.read(Self.folder)
    let index = try PackIndex.builtIn()
    #expect(Set(index.names) == Set(packs.map(\.name)))
    for name in index.names {
      let written = packs.filter { $0.name == name }.flatMap(\.entries)
      let read = index.entries(of: index.number(of: name))
      #expect(read.count == written.count)
      for (packed, entry) in zip(read, written) {
        #expect(
          packed.title == entry.title && packed.expansion == entry.expansion && packed.plain == entry.plain
            && packed.level == entry.level && packed.category == entry.category
            && packed.isAmbiguous == entry.isAmbiguous && packed.replacements == entry.replacements
            && packed.context == entry.context)
      }
    }
  }

  @Test func otherNumbersAreRefused() throws {
    let cells = PackImage.compile([], lexicon: Lexicon())
    #expect(throws: Never.self) { try PackImage(Cells(cells)) }
    #expect(throws: PackImage.Fault.self) { try PackImage(Cells(cells.dropLast())) }
    #expect(throws: PackImage.Fault.self) { try PackImage(Cells([])) }
    var other = cells
    other[1] += 1
    #expect(throws: PackImage.Fault.self) { try PackImage(Cells(other)) }
  }

  @Test(arguments: [
    ("pack: x\nversion: 1\ntokens: [\"a [b\"]\n", 3, "no “]” follows"),
    ("pack: x\nversion: 1\ntokens: [\"<9> a\"]\n", 3, "is no number of words"),
    ("pack: x\nversion: 2\ntokens: [a]\n", 2, "“version: 1” is expected"),
    ("pack: x\nversion: 1\ntokns: [a]\n", 3, "unknown key “tokns”"),
    ("version: 1\ntokens: [a]\n", 1, "“pack” is missing"),
    ("pack: x\nversion: 1\n", 1, "needs “tokens”, “swap”, “entries” or “exceptions”"),
    ("pack: [\n", 2, ""),
  ])
  func faultsNameTheirPlace(_ text: String, _ line: Int, _ message: String) {
    let error = #expect(throws: YAMLError.self) { try PackSource.parse(text, file: "x.yml") }
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

  static let index = Result { try PackIndex.builtIn() }

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
