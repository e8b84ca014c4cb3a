import CICUShims
import TestSupport
import Testing

@testable import TextAnalysis

/// The word rules against Unicode's test file and against ICU.
struct WordBreakTests {
  /// Unicode's cases: `÷ 0061 × 0308 ÷` as the text and the boundaries in it.
  @Test func unicodeTestFile() throws {
    let text = String(decoding: try Fixtures.bytes("unicode/WordBreakTest.txt"), as: UTF8.self)
    let lexicon = Lexicon()
    var breaker = try WordBreaker(characters: lexicon.storage.characters)
    var cases = 0
    var right = 0
    var wrongWithoutColon = 0
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let (bytes, boundaries) = BreakCase.parse(line)
      cases += 1
      if breaker.ranges(bytes) == segments(boundaries, of: bytes) {
        right += 1
      } else if !bytes.contains(UInt8(ascii: ":")) {
        wrongWithoutColon += 1
      }
    }
    // ICU 72 itself fails these 15: it tailors the colon.
    #expect(cases == 1823)
    #expect(right == 1808)
    #expect(wrongWithoutColon == 0)
  }

  @Test func randomTextsAgreeWithICU() throws {
    let lexicon = Lexicon()
    var breaker = try WordBreaker(characters: lexicon.storage.characters)
    var random = SeededGenerator(seed: 4)
    for _ in 0..<20_000 {
      let bytes = RandomText.make(&random)
      let expected = segments(try icuBoundaries(bytes, .word), of: bytes)
      #expect(breaker.ranges(bytes) == expected, "\(bytes)")
    }
  }

  @Test(arguments: [
    ("don't stop", ["don't", "stop"]), ("the O’Brien case", ["the", "O’Brien", "case"]),
    ("a 3.5 b", ["a", "3.5", "b"]), ("well-known", ["well", "-", "known"]), ("x:y", ["x", ":", "y"]),
    ("naïve café", ["naïve", "café"]), ("1,000;2", ["1,000;2"]), ("foo_bar", ["foo_bar"]),
    ("東京 is", ["東京", "is"]), ("end.", ["end", "."]), ("\u{A0}a\u{A0}", ["a"]),
  ])
  func words(_ text: String, _ expected: [String]) throws {
    let lexicon = Lexicon()
    var breaker = try WordBreaker(characters: lexicon.storage.characters)
    let bytes = Array(text.utf8)
    #expect(breaker.ranges(bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }
}

/// One line of Unicode's break test files.
enum BreakCase {
  static func parse(_ line: Substring) -> (bytes: [UInt8], boundaries: [Int]) {
    var bytes: [UInt8] = []
    var boundaries: [Int] = []
    for field in line.prefix(while: { $0 != "#" }).split(whereSeparator: { " \t".contains($0) }) {
      switch field {
      case "÷": boundaries.append(bytes.count)
      case "×": break
      default:
        if let value = UInt32(field, radix: 16), let scalar = UnicodeScalar(value) {
          bytes.append(contentsOf: String(scalar).utf8)
        }
      }
    }
    return (bytes, boundaries)
  }
}

/// Texts of the characters that the rules care for, and of any others.
enum RandomText {
  static let alphabet: [String] =
    "aAbZz09._'’,;:@#-/\\()[]{}<>\"!?& \t\n\r%$é ß Ж я … – “ ” « \u{A0} \u{AD} \u{301} \u{200D} 😀 🇩 東 ก א ٣ \u{2028} ｡"
    .unicodeScalars.map { String($0) } + [
      "the", "Dr.", "e.g.", "www.", "http://", "C:\\", "10.0", "\r\n", "0x80",
    ]

  static func make(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...24, using: &random) {
      switch Int.random(in: 0..<20, using: &random) {
      case 0: bytes.append(UInt8.random(in: 0...255, using: &random))
      case 1:
        if let scalar = UnicodeScalar(UInt32.random(in: 0..<0x3000, using: &random)) {
          bytes.append(contentsOf: String(scalar).utf8)
        }
      default: bytes.append(contentsOf: alphabet.randomElement(using: &random)?.utf8 ?? "".utf8)
      }
    }
    return bytes
  }
}

extension WordBreaker {
  /// The segments of a text that are not white space, found line by line, quick where that may be.
  mutating func ranges(_ bytes: [UInt8]) -> [Range<Int>] {
    let text = ClassifiedText(bytes)
    var pieces = Buffer<Piece>()
    for (line, _, isQuick) in text.lines(self) {
      if isQuick {
        appendQuick(text.bytes.base, line, to: &pieces)
      } else {
        appendThorough(text.bytes.base, line, to: &pieces)
      }
    }
    return pieces.elements.map { $0.start..<$0.end }
  }
}

/// A text as the analyser holds it.
struct ClassifiedText: ~Copyable {
  var bytes = PaddedBytes()
  var masks = ByteMasks()

  init(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { bytes.load($0) }
    masks.classify(bytes)
  }

  /// Its lines, without and with their line breaks, and whether each is quick.
  func lines(_ breaker: borrowing WordBreaker) -> [(Range<Int>, Range<Int>, Bool)] {
    var lines: [(Range<Int>, Range<Int>, Bool)] = []
    var at = 0
    while at < bytes.count {
      let ascii = masks.view.first(.lineBreak, in: at..<bytes.count)
      let (end, isQuick) = breaker.inspect(bytes.base, at..<ascii, masks.view)
      let after = LineBreaks.after(bytes.base, end, bytes.count)
      lines.append((at..<end, at..<after, isQuick))
      at = after
    }
    return lines
  }
}

/// The segments between some boundaries that do not start with white space.
func segments(_ boundaries: [Int], of bytes: [UInt8]) -> [Range<Int>] {
  zip(boundaries, boundaries.dropFirst()).map { $0..<$1 }.filter { range in
    guard let first = String(decoding: bytes[range], as: UTF8.self).unicodeScalars.first else { return false }
    // The narrow no-break space is white space that ICU joins to words.
    if first.value == 0x202F { return true }
    return !(first.properties.isWhitespace || [0x200B, 0x2060, 0xFEFF].contains(first.value))
  }
}

/// ICU's boundaries of a whole text.
func icuBoundaries(_ bytes: [UInt8], _ unit: cicu_unit) throws -> [Int] {
  let segmenter = try Segmenter(unit)
  var ends: [Int32] = []
  var statuses: [Int32] = []
  bytes.withUnsafeBufferPointer { segmenter.append($0, ends: &ends, statuses: &statuses) }
  return [0] + ends.map(Int.init)
}
