import CICUShims
import TestSupport
import Testing

@testable import TextAnalysis

struct SentenceTests {
  @Test func unicodeTestFile() throws {
    let text = String(decoding: try Fixtures.bytes("unicode/SentenceBreakTest.txt"), as: UTF8.self)
    var finder = try SentenceBreaks(characters: standardLexicon.storage.characters)
    let breaker = try WordBreaker(characters: standardLexicon.storage.characters)
    var cases = 0
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let (bytes, boundaries) = BreakCase.parse(line)
      cases += 1
      #expect(finder.boundaries(bytes, breaker) == boundaries, "\(line)")
    }
    #expect(cases == 502)
  }

  @Test func randomTextsAgreeWithICU() throws {
    var finder = try SentenceBreaks(characters: standardLexicon.storage.characters)
    let breaker = try WordBreaker(characters: standardLexicon.storage.characters)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let bytes = RandomText.make(&random)
      #expect(try finder.boundaries(bytes, breaker) == icuBoundaries(bytes, .sentence), "\(bytes)")
    }
  }

  @Test(arguments: [
    ["One here.", "Two there."], ["Dr. Who is in."], ["It is v1.2.3 now.", "Good."], ["Really?", "Yes!"],
    ["See e.g. the log."], ["Ask Mr. Smith, please."],
  ])
  func sentences(_ expected: [String]) throws {
    let text = expected.joined(separator: " ")
    let bytes = Array(text.utf8)
    let found = try analyse(text).sentences.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(found == expected)
  }
}

extension SentenceBreaks {
  mutating func boundaries(_ bytes: [UInt8], _ breaker: borrowing WordBreaker) -> [Int] {
    let text = ClassifiedText(bytes)
    var breaks = Buffer<Int>()
    for (_, line, isQuick) in text.lines(breaker) {
      if isQuick {
        appendQuick(text.bytes.base, line, text.masks.view, to: &breaks)
      } else {
        appendThorough(text.bytes.base, line, to: &breaks)
      }
      breaks.append(line.upperBound)
    }
    return [0] + breaks.elements
  }
}
