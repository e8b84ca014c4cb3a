import CICUShims
import Foundation
import TextAnalysis

/// Times the text engine against ICU over the same texts, one thread, in one run, by CPU time.
///
///     text FILE [rounds]      FILE: UTF-8 texts with zero bytes between them
///
/// Prints MB/s (best round) and the ratios. Rounds alternate between the contestants, so that a busy machine slows all
/// of them alike.
@main struct TextBenchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1, let data = FileManager.default.contents(atPath: arguments[1]) else {
      print("usage: text FILE [rounds]")
      exit(2)
    }
    let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
    let texts = [UInt8](data).split(separator: 0).map(Array.init)
    let megabytes = Double(data.count) / 1e6
    var engine = try Engine(texts)
    let words = ICU(.word)
    let sentences = ICU(.sentence)
    var best = (
      engine: Double.infinity, words: Double.infinity, sentences: Double.infinity, pairs: Double.infinity
    )
    for _ in 0..<rounds {
      best.engine = min(best.engine, cpuSeconds { engine.analyzeAll() })
      best.words = min(best.words, cpuSeconds { texts.forEach(words.segment) })
      best.sentences = min(best.sentences, cpuSeconds { texts.forEach(sentences.segment) })
      best.pairs = min(best.pairs, cpuSeconds { engine.compareNeighbours() })
    }
    print("tokens \(engine.tokens), sentences \(engine.sentences), MB \(megabytes)")
    print("engine, words and sentences     \(megabytes / best.engine) MB/s")
    print("ICU words                       \(megabytes / best.words) MB/s, ratio \(best.words / best.engine)")
    let both = best.words + best.sentences
    print("ICU words and sentences         \(megabytes / both) MB/s, ratio \(both / best.engine)")
    print("similarity of two 60-token texts \(1e6 * best.pairs / Double(max(1, engine.pairs))) µs")
  }

  /// User and system time of the process that `body` takes.
  private static func cpuSeconds(_ body: () -> Void) -> Double {
    let start = clock()
    body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
}

/// The engine as a worker of the pipeline uses it: a batch of texts, then the next.
private struct Engine: ~Copyable {
  private static let batch = 1000

  private let texts: [[UInt8]]
  private var analyzer: TextAnalyzer
  private var result = AnalyzedText()
  private var similarity = TextSimilarity()
  private(set) var tokens = 0
  private(set) var sentences = 0
  private(set) var pairs = 0

  init(_ texts: [[UInt8]]) throws {
    let analyzer = try TextAnalyzer(lexicon: Lexicon())
    self.texts = texts
    self.analyzer = analyzer
  }

  mutating func analyzeAll() {
    tokens = 0
    sentences = 0
    for (index, text) in texts.enumerated() {
      if index % Self.batch == 0 {
        analyzer.beginBatch()
        result.clear()
      }
      let extent = text.withUnsafeBufferPointer { analyzer.analyze($0, into: &result) }
      tokens += extent.tokens.count
      sentences += extent.sentences.count
    }
  }

  /// Compares the first sixty tokens of each text of the last batch with those of the next.
  mutating func compareNeighbours() {
    let starts = stride(from: 0, to: max(0, result.tokens.count - 120), by: 60)
    pairs = 0
    for start in starts {
      _ = similarity.similarity(
        start..<(start + 60), (start + 60)..<(start + 120), in: result, vocabulary: analyzer.vocabulary)
      pairs += 1
    }
  }
}

/// ICU's break iterator, through the same shim.
private final class ICU {
  private let handle: OpaquePointer?

  init(_ unit: cicu_unit) {
    var status: cicu_status = 0
    handle = cicu_segmenter_create(unit, "", &status)
  }

  deinit {
    if let handle { cicu_segmenter_destroy(handle) }
  }

  func segment(_ text: [UInt8]) {
    guard let handle else { return }
    text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress, cicu_segmenter_set_text(handle, base, Int64(text.count)) <= 0 else {
        return
      }
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { room in
        guard let ends = room.baseAddress else { return }
        while cicu_segmenter_next(handle, ends, ends + 128, 128) == 128 {}
      }
    }
  }
}
