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
    var padded = PaddedBytes()
    bytes.withUnsafeBufferPointer { padded.load($0) }
    let base = padded.base
    var breaks = [0]
    var at = 0
    while at < bytes.count {
      let next = LineBreaks.next(base, from: at, bytes.count)
      let end = LineBreaks.after(base, next, bytes.count)
      if breaker.isQuick(base, at..<next) {
        appendQuick(base, at..<end, to: &breaks)
      } else {
        appendThorough(base, at..<end, to: &breaks)
      }
      at = end
    }
    return breaks
  }
}
