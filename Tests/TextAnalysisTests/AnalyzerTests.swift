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

  /// A chunk gives the same tokens whether or not the batch has had one like it, in whatever case and before whatever mark.
  @Test func seenChunksAreReadAsNewOnes() throws {
    var random = SeededGenerator(seed: 11)
    let pieces = [
      "xq", "Zv", "e.g", "T480s", "42", "7", ":", ".", "-", "/", "_", "%", "'", "(", ")", "@", "+", "\u{11}",
      "ö", "16", "gb",
      "io", "com", "\\", "#", "[", "0x", "ora", "v",
    ]
    var warm = try TextAnalyzer(lexicon: standardLexicon)
    var (once, again) = (AnalyzedText(), AnalyzedText())
    for _ in 0..<4_000 {
      var chunk = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      .joined()
      if Bool.random(using: &random) { chunk = chunk.uppercased() }
      chunk += ["", "", ".", ")", ":", ","].randomElement(using: &random) ?? ""
      let text = Array("the \(chunk) is".utf8)
      once.clear()
      again.clear()
      var fresh = try TextAnalyzer(lexicon: standardLexicon)
      let expected = text.withUnsafeBufferPointer { fresh.analyze($0, into: &once) }
      let tokens = text.withUnsafeBufferPointer { warm.tokenize($0, into: &again) }
      #expect(expected.tokens == tokens)
      for (one, other) in zip(once.tokens, again.tokens) {
        #expect(
          one.range == other.range && one.kind == other.kind && one.syllables == other.syllables, "\(chunk)")
        #expect(one.flags.subtracting(.startsSentence) == other.flags, "\(chunk)")
        #expect(
          fresh.vocabulary.string(of: one.lexeme) == warm.vocabulary.string(of: other.lexeme), "\(chunk)")
      }
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
