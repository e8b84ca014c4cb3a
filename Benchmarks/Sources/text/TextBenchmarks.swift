import CAllocations
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
    var start = Double.infinity
    for _ in 0..<rounds { start = min(start, cpuSeconds { _ = Lexicon() }) }
    var engine = try Engine(texts)
    var comparison = try Comparison(texts)
    let words = ICU(.word)
    let sentences = ICU(.sentence)
    var best = (
      tokens: Double.infinity, engine: Double.infinity, words: Double.infinity, sentences: Double.infinity,
      pairs: Double.infinity
    )
    var allocations: Int64 = 0
    for _ in 0..<rounds {
      best.tokens = min(best.tokens, cpuSeconds { engine.tokenizeAll() })
      let before = callocations_count()
      best.engine = min(best.engine, cpuSeconds { engine.analyzeAll() })
      // Those of the last round: all storage is warm.
      allocations = callocations_count() - before
      best.words = min(best.words, cpuSeconds { texts.forEach(words.segment) })
      best.sentences = min(best.sentences, cpuSeconds { texts.forEach(sentences.segment) })
      best.pairs = min(best.pairs, cpuSeconds { comparison.run() })
    }
    print("tokens \(engine.tokens), sentences \(engine.sentences), MB \(megabytes)")
    let both = best.words + best.sentences
    print("tokens                          \(megabytes / best.tokens) MB/s")
    print("ICU words                       \(megabytes / best.words) MB/s, ratio \(best.words / best.tokens)")
    print("tokens and sentences            \(megabytes / best.engine) MB/s")
    print("ICU words and sentences         \(megabytes / both) MB/s, ratio \(both / best.engine)")
    print("allocations in \(texts.count) texts         \(allocations)")
    print("start of the lexicon            \(1e3 * start) ms")
    print("similarity of two 60-token texts \(1e6 * best.pairs / Double(max(1, comparison.pairs))) µs")
  }

  /// User and system time of the process that `body` takes.
  private static func cpuSeconds(_ body: () -> Void) -> Double {
    let start = clock()
    body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
}

/// The engine as a worker of the pipeline uses it: ticket after ticket, the vocabulary kept for a batch of them.
private struct Engine: ~Copyable {
  private static let batch = 1000
  private static let ticket = 8

  private let texts: [[UInt8]]
  private var analyzer: TextAnalyzer
  private var result = AnalyzedText()
  private(set) var tokens = 0
  private(set) var sentences = 0

  init(_ texts: [[UInt8]]) throws {
    let analyzer = try TextAnalyzer(lexicon: Lexicon())
    self.texts = texts
    self.analyzer = analyzer
  }

  mutating func tokenizeAll() {
    tokens = 0
    for (index, text) in texts.enumerated() {
      if index % Self.batch == 0 { analyzer.beginBatch() }
      if index % Self.ticket == 0 { result.clear() }
      tokens += text.withUnsafeBufferPointer { analyzer.tokenize($0, into: &result) }.count
    }
  }

  mutating func analyzeAll() {
    tokens = 0
    sentences = 0
    for (index, text) in texts.enumerated() {
      if index % Self.batch == 0 { analyzer.beginBatch() }
      if index % Self.ticket == 0 { result.clear() }
      let extent = text.withUnsafeBufferPointer { analyzer.analyze($0, into: &result) }
      tokens += extent.tokens.count
      sentences += extent.sentences.count
    }
  }
}

/// Stretches of sixty tokens, each compared with the next.
private struct Comparison: ~Copyable {
  private static let most = 1000
  private static let length = 60

  private var analyzer: TextAnalyzer
  private let text: AnalyzedText
  private var similarity = TextSimilarity()
  /// Number of comparisons that `run` makes.
  let pairs: Int

  init(_ texts: [[UInt8]]) throws {
    var analyzer = try TextAnalyzer(lexicon: Lexicon())
    var text = AnalyzedText()
    for bytes in texts.prefix(Self.most) {
      _ = bytes.withUnsafeBufferPointer { analyzer.analyze($0, into: &text) }
    }
    pairs = max(0, text.tokens.count / Self.length - 1)
    self.analyzer = analyzer
    self.text = text
  }

  mutating func run() {
    for pair in 0..<pairs {
      let start = pair * Self.length
      let middle = start + Self.length
      _ = similarity.similarity(
        start..<middle, middle..<(middle + Self.length), in: text, vocabulary: analyzer.vocabulary)
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
