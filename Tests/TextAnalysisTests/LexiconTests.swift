import CByteMasks
import CICUShims
import CLexicons
import Foundation
import TestSupport
import Testing

@testable import TextAnalysis

/// The lexicon of the build, and what the loop over words takes for granted.
struct LexiconTests {
  /// The bytes that the binary carries are made from the lists beside them and from this code.
  @Test func compiledLexiconIsUpToDate() throws {
    let folder = Fixtures.root.deletingLastPathComponent().appending(path: "Sources/CLexicons/data")
    func read(_ name: String) throws -> [UInt8] {
      try [UInt8](Data(contentsOf: folder.appending(path: name)))
    }
    let compiled = Lexicon.compile(
      words: try read("words.txt"), zipf: try read("zipf10.u8"),
      syllableExceptions: try read("syllable-exceptions.txt"))
    #expect(
      compiled == Array(UnsafeBufferPointer(start: clexicons_lexicon, count: clexicons_lexicon_count)),
      "run: swift run compile-lexicon Sources/CLexicons/data")
  }

  /// Damaged bytes are refused, whatever is wrong with them.
  @Test func brokenArchivesAreRefused() {
    let whole = Lexicon.compile(words: Array("the\nof\n".utf8), zipf: [76, 75], syllableExceptions: [])
    func decodes(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { LexiconArchive.decode($0) != nil } }
    #expect(decodes(whole))
    #expect(!decodes(Array(whole.dropLast())))
    #expect(!decodes(whole + [0]))
    #expect(!decodes(Array(whole.prefix(20))))
    var random = SeededGenerator(seed: 9)
    for _ in 0..<2000 {
      var bytes = whole
      bytes[Int.random(in: whole.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      _ = decodes(bytes)
    }
  }

  /// Words that a caller adds get lasting ids, stems and syllables as those of the build have them.
  @Test func addedWords() throws {
    let lexicon = Lexicon(adding: ["frobnicating", "the", "frobnicating", "a word longer than sixteen bytes"])
    #expect(lexicon.count > standardLexicon.count)
    #expect(lexicon.id(of: "the") == standardLexicon.id(of: "the"))
    let id = try #require(lexicon.id(of: "frobnicating"))
    #expect(lexicon.word(id) == "frobnicating")
    #expect(lexicon.id(of: "a word longer than sixteen bytes") != nil)
    let vocabulary = Vocabulary(lexicon: lexicon)
    #expect(vocabulary.string(of: vocabulary.stem(of: id)) == "frobnic")
    #expect(vocabulary.syllables(of: id) == 4)
  }

  /// `TokenHalves` writes what the compiler lays out.
  @Test func tokensAreTwoRegisters() {
    #expect(MemoryLayout<Token>.stride == TokenHalves.stride)
    #expect(MemoryLayout<LexemeRecord>.offset(of: \.id) == TokenHalves.ofRecord)
    let record = LexemeRecord(
      key: LexemeKey(low: 1, high: 2), id: 0x1234_5678, syllables: 3, traits: .telling)
    let second = withUnsafeBytes(of: record) {
      $0.loadUnaligned(fromByteOffset: TokenHalves.ofRecord, as: UInt64.self)
    }
    let tokens = UnsafeMutablePointer<Token>.allocate(capacity: 2)
    defer { tokens.deallocate() }
    TokenHalves.store(start: 10, end: 17, second | 0x21 << 40, at: UnsafeMutableRawPointer(tokens))
    TokenHalves.store(start: 17, end: 18, TokenHalves.ofMark(7), at: UnsafeMutableRawPointer(tokens + 1))
    #expect(
      tokens[0]
        == Token(
          start: 10, end: 17, lexeme: 0x1234_5678, kind: .word, flags: [.capitalised, .followsSpace],
          syllables: 3))
    #expect(second >> 56 == UInt64(LexemeTraits.telling.rawValue))
    #expect(tokens[1] == Token(start: 17, end: 18, lexeme: 7, kind: .punctuation))
  }

  /// Words of the lexicon that are taken as they stand are single words to ICU.
  @Test func plainWordsAreWords() throws {
    let table = standardLexicon.storage.table
    for (id, record) in table.records.enumerated() where !record.traits.contains(.needsRules) {
      let form = Array(table.form(id))
      #expect(try icuBoundaries(form, .word) == [0, form.count], "\(String(decoding: form, as: UTF8.self))")
    }
  }

  // MARK: - Byte masks

  /// Both ways to classify bytes agree with each other and with the definition of each property.
  @Test func byteMasks() {
    var random = SeededGenerator(seed: 10)
    var bytes = Array(UInt8.min...UInt8.max)
    bytes += (0..<(64 * 40)).map { _ in UInt8.random(in: 0...255, using: &random) }
    let fast = Masks(bytes, cbm_classify)
    let plain = Masks(bytes, cbm_classify_plainly)
    #expect(fast.words == plain.words && fast.found == plain.found)
    let properties: [(UInt8) -> Bool] = [
      { $0 == 0x20 || (0x09...0x0D).contains($0) },
      { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) },
      { byte in
        !(byte == 0x20 || (0x09...0x0D).contains(byte) || ByteSet.letters.contains(byte)
          || "!\"'(),-.;?".utf8.contains(byte))
      },
      { $0 == 0x0A || $0 == 0x0D }, { ".!?".utf8.contains($0) }, { $0 >= 0x80 },
    ]
    for (number, property) in properties.enumerated() {
      for (i, byte) in bytes.enumerated() {
        let bit = fast.words[number * bytes.count / 64 + i / 64] >> UInt64(i % 64) & 1
        #expect((bit == 1) == property(byte), "property \(number), byte \(byte)")
      }
    }
    #expect(Masks(Array(repeating: 0x41, count: 64), cbm_classify).found == [false, false])
    #expect(Masks(Array(repeating: 0x07, count: 64), cbm_classify).found == [false, true])
    #expect(Masks(Array(repeating: 0xC3, count: 64), cbm_classify).found == [true, false])
  }

  private struct Masks {
    var words: [UInt64]
    var found: [Bool]

    init(_ bytes: [UInt8], _ classify: (UnsafePointer<UInt8>, Int, cbm_masks) -> cbm_found) {
      let count = bytes.count / 64
      var words = [UInt64](repeating: 0, count: count * 6)
      var found: [Bool] = []
      words.withUnsafeMutableBufferPointer { room in
        bytes.withUnsafeBufferPointer { bytes in
          guard let room = room.baseAddress, let bytes = bytes.baseAddress else { return }
          let result = classify(
            bytes, count,
            cbm_masks(
              space: room, letter: room + count, special: room + 2 * count, line_break: room + 3 * count,
              terminator: room + 4 * count, high: room + 5 * count))
          found = [result.high, result.bell]
        }
      }
      self.words = words
      self.found = found
    }
  }

  /// A word is loaded in lower case with a bit for each capital, whatever its length and what stands behind it.
  @Test func loadsWords() {
    var random = SeededGenerator(seed: 11)
    let letters = Array("abcXYZ'".utf8)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...16, using: &random)
      let form = (0..<40).map { _ in letters.randomElement(using: &random) ?? 0x61 }
      let word = form.withUnsafeBufferPointer { cbm_load_word($0.baseAddress.unsafelyUnwrapped, count) }
      let lower = form.prefix(count).map { KindRecogniser.lower($0) }
      let key = lower.withPaddedKey { key, _, _ in key }
      #expect(word.low == key.low && word.high == key.high)
      let capitals = (0..<count).reduce(UInt32(0)) {
        $0 | (KindRecogniser.isCapital(form[$1]) ? 1 << UInt32($1) : 0)
      }
      #expect(word.capitals == capitals)
    }
  }

  /// U+0007 is no apostrophe, though a bit makes it one.
  @Test func bellIsNoApostrophe() throws {
    #expect(try analyse("don\u{7}t stop").tokens.count == 4)
    #expect(try analyse("don't stop").tokens.count == 2)
  }
}
