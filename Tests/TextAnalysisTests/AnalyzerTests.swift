import CICUShims
import TestSupport
import Testing

@testable import TextAnalysis

/// The whole of it: zones, batches, any bytes.
struct AnalyzerTests {
  @Test func zonesAreAnalysedApart() throws {
    let text = "Hello there.\n> old text\nSee C:\\x\\y"
    let bytes = Array(text.utf8)
    var analyzer = try TextAnalyzer(lexicon: standardLexicon)
    var result = AnalyzedText()
    let extent = bytes.withUnsafeBufferPointer {
      analyzer.analyze($0, zones: [0..<12, 24..<bytes.count], into: &result)
    }
    let tokens = result.tokens[extent.tokens].map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(tokens == ["Hello", "there", ".", "See", "C:\\x\\y"])
    #expect(
      result.sentences.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
        "Hello there.", "See C:\\x\\y",
      ])
  }

  /// Tokens are in order, apart, and never cut a word of ICU's; sentences cover all of them. For any bytes.
  @Test func anyBytes() throws {
    var analyzer = try TextAnalyzer(lexicon: standardLexicon)
    var result = AnalyzedText()
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3_000 {
      let bytes = RandomText.make(&random)
      result.clear()
      analyzer.beginBatch()
      let extent = bytes.withUnsafeBufferPointer { analyzer.analyze($0, into: &result) }
      let boundaries = Set(try icuBoundaries(bytes, .word))
      var end = 0
      for token in result.tokens[extent.tokens] {
        #expect(Int(token.start) >= end && token.end > token.start)
        end = Int(token.end)
        #expect(boundaries.contains(Int(token.start)) && boundaries.contains(end), "\(bytes) \(token)")
        #expect(Int(token.lexeme) < analyzer.vocabulary.count)
      }
      #expect(end <= bytes.count)
      var next = Int32(extent.tokens.lowerBound)
      for sentence in result.sentences[extent.sentences] {
        #expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty)
        next = sentence.tokens.upperBound
      }
      #expect(Int(next) == extent.tokens.upperBound)
    }
  }

  /// The same text gives the same tokens whatever stood before it in the batch, but for the ids of the batch's words.
  @Test func batchesDoNotMatter() throws {
    var analyzer = try TextAnalyzer(lexicon: standardLexicon)
    var result = AnalyzedText()
    let text = "The xyzzy server (10.0.0.1) failed: see INC0012345. Don’t restart it!"
    _ = analyzer.analyze(text, into: &result)
    let first = result.tokens
    _ = analyzer.analyze("Other words, plugh and frotz.", into: &result)
    result.clear()
    _ = analyzer.analyze(text, into: &result)
    #expect(result.tokens == first)
  }
}
