import Foundation
import TextAnalysis

/// Says how the text engine cuts texts, for the accuracy bench: what `readback score` does not print.
///
///     segments < TEXTS      TEXTS: UTF-8 texts with a zero byte after each
///
/// A line of JSON for each text, in their order, with offsets in bytes:
///
///     {"words":[[0,5],…],"sentences":[[0,23],…],"syllables":2}
///
/// `words` are the segments of the word rules that are no white space, `syllables` those of the whole text taken as one
/// word.
@main struct Segments {
  static func main() throws {
    let input = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    var analyzer = try TextAnalyzer(lexicon: Lexicon())
    var vocabulary = Vocabulary(lexicon: Lexicon())
    var text = AnalyzedText()
    var output = ""
    for record in input.split(separator: 0, omittingEmptySubsequences: false).dropLast() {
      analyzer.beginBatch()
      vocabulary.beginBatch()
      text.clear()
      let words = record.withUnsafeBufferPointer { analyzer.segments(of: $0) }
      let extent = record.withUnsafeBufferPointer { analyzer.analyze($0, into: &text) }
      let sentences = text.sentences[extent.sentences].map(\.range)
      let syllables = vocabulary.syllables(of: vocabulary.intern(String(decoding: record, as: UTF8.self)))
      output += "{\"words\":\(json(words)),\"sentences\":\(json(sentences)),\"syllables\":\(syllables)}\n"
    }
    FileHandle.standardOutput.write(Data(output.utf8))
  }

  private static func json(_ ranges: [Range<Int>]) -> String {
    "[" + ranges.map { "[\($0.lowerBound),\($0.upperBound)]" }.joined(separator: ",") + "]"
  }
}
