import TextAnalysis
import Tickets

/// Finds what of a request a reply takes up, point by point.
///
/// A *point* is a sentence of the request that says something: a symptom, a constraint, a question. Each weighs
/// what its rare words weigh. A reply's sentence takes a point up as far as it shares its words (by stem, the
/// rare ones counting more) or its meaning (by word vectors). One worker's own: the buffers are reused.
struct Restater: ~Copyable {
  private let cues: Int16?
  private let greetings: Int16?
  private let closings: Int16?
  private let stockPhrases: Int16?
  private var points: [Point] = []
  private var similarity = TextSimilarity()

  private struct Point {
    var message: Int
    var tokens: Range<Int>
    var span: ByteRange
    var weight: Double
    var best: Double
  }

  /// A sentence weighing less says nothing worth saying back ("Hi", "Thanks").
  private static let leastWeight = 6.0
  /// How much of a point must be found for it to count as taken up.
  private static let takenUp = 0.35

  init(_ packs: PackIndex) {
    cues = packs.number(of: "cue.paraphrase")
    greetings = packs.number(of: "cue.greeting")
    closings = packs.number(of: "cue.closing")
    stockPhrases = packs.number(of: "listening.pretend")
  }

  /// How the reply at `position` takes up what it answers: the requester's messages since the public staff reply
  /// before it. `nil` if there is nothing to answer.
  mutating func restatement(by position: Int, in thread: borrowing Thread) -> Restatement? {
    let reply = thread.messages[position]
    guard !reply.tokens.isEmpty else { return nil }
    var requests: [MessageView] = []
    for earlier in thread.messages[..<position].reversed() {
      if earlier.isPublicReply && !earlier.isAutomatic { break }
      if earlier.message.role == .requester && !earlier.tokens.isEmpty { requests.append(earlier) }
    }
    guard !requests.isEmpty else { return nil }
    requests.reverse()

    var result = Restatement()
    collectPoints(of: requests, in: thread)
    result.points = points.count
    result.hasCue = thread.matches(of: cues, in: reply).contains { _ in true }
    result.verbatim = verbatim(reply, requests, thread)
    let requestTokens = requests[0].tokens.lowerBound..<requests[requests.count - 1].tokens.upperBound
    if requests.count == 1 || isContiguous(requests) {
      result.similarity = similarity.similarity(
        requestTokens, reply.tokens, in: thread.text, vocabulary: thread.vocabulary)
    }

    var best = 0.0
    for sentence in thread.text.sentences[reply.sentences] {
      let hasCue = thread.matches(of: cues, in: reply).contains {
        sentence.tokenRange.contains($0.tokenRange.lowerBound)
      }
      let isStock = thread.matches(of: stockPhrases, in: reply).contains {
        sentence.tokenRange.contains($0.tokenRange.lowerBound)
      }
      for point in points.indices {
        let share = taken(points[point].tokens, by: sentence.tokenRange, in: thread)
        points[point].best = max(points[point].best, share)
        var strength = share * (isStock ? 0.3 : 1)
        if hasCue { strength = strength + 0.3 }
        if sentence.features.contains(.imperative) && !hasCue { strength *= 0.6 }
        if strength > best {
          best = strength
          result.best = thread.span(of: sentence)
          result.requestMessage = Int32(points[point].message)
          result.point = points[point].span
        }
      }
    }
    if result.point.isEmpty, let heaviest = points.max(by: { $0.weight < $1.weight }) {
      result.requestMessage = Int32(heaviest.message)
      result.point = heaviest.span
    }
    let total = points.reduce(0) { $0 + $1.weight }
    if total > 0 {
      result.coverage = points.reduce(0) { $0 + ($1.best >= Self.takenUp ? $1.weight : 0) } / total
    }
    result.probability = min(1, best * 1.1) * (1 - result.verbatim)
    return result
  }

  /// How far a sentence takes up a point, 0…1: the share of the point's rare words that it holds, or what it
  /// means, whichever says more. - Complexity: O(words of both).
  private mutating func taken(_ point: Range<Int>, by sentence: Range<Int>, in thread: borrowing Thread)
    -> Double
  {
    var all = 0.0
    var shared = 0.0
    for token in thread.text.tokens[point] {
      let rarity = Self.rarity(token, in: thread)
      guard rarity > 0 else { continue }
      all += rarity
      let stem = thread.vocabulary.stem(of: token.lexeme)
      if thread.text.tokens[sentence].contains(where: { thread.vocabulary.stem(of: $0.lexeme) == stem }) {
        shared += rarity
      }
    }
    guard all > 0 else { return 0 }
    let meaning = similarity.similarity(point, sentence, in: thread.text, vocabulary: thread.vocabulary)
    return max(shared / all, min(1, max(0, (meaning - Self.leastMeaning) / (1 - Self.leastMeaning))))
  }

  /// Similarity below this is what any two sentences about computers share.
  private static let leastMeaning = 0.4

  private static func weight(of tokens: Range<Int>, in thread: borrowing Thread) -> Double {
    thread.text.tokens[tokens].reduce(0) { $0 + rarity($1, in: thread) }
  }

  /// What a word tells: nothing for "the", 1–5 for words between common and rare (from the Zipf scale of van
  /// Heuven et al. 2014), 5 for what no list knows, such as an asset tag.
  private static func rarity(_ token: Token, in thread: borrowing Thread) -> Double {
    if token.kind == .punctuation || token.kind == .symbol { return 0 }
    if !thread.vocabulary.flags(of: token.lexeme).isDisjoint(with: [.stopWord, .functionWord]) { return 0 }
    let zipf = thread.vocabulary.zipf(of: token.lexeme)
    return min(5, max(0, Double(65 - Int(zipf)) / 7))
  }

  private func isContiguous(_ requests: [MessageView]) -> Bool {
    zip(requests, requests.dropFirst()).allSatisfy { $0.tokens.upperBound == $1.tokens.lowerBound }
  }

  private mutating func collectPoints(of requests: [MessageView], in thread: borrowing Thread) {
    points.removeAll(keepingCapacity: true)
    for request in requests {
      for sentence in thread.text.sentences[request.sentences] {
        let isCourtesy = thread.matches[request.matches].contains {
          ($0.pack == greetings || $0.pack == closings)
            && sentence.tokenRange.contains($0.tokenRange.lowerBound)
        }
        let weight = Self.weight(of: sentence.tokenRange, in: thread)
        if weight < (isCourtesy ? 3 : 1) * Self.leastWeight { continue }
        points.append(
          Point(
            message: request.index, tokens: sentence.tokenRange, span: thread.span(of: sentence),
            weight: weight,
            best: 0))
      }
    }
  }

  /// Share of the reply's words that stand in runs of five or more copied from the request.
  private func verbatim(_ reply: MessageView, _ requests: [MessageView], _ thread: borrowing Thread) -> Double
  {
    let run = 5
    let words = thread.text.tokens[reply.tokens].filter { $0.kind.isWordLike }.map(\.lexeme)
    guard words.count >= run else { return 0 }
    var runs: Set<[LexemeID]> = []
    for request in requests {
      let words = thread.text.tokens[request.tokens].filter { $0.kind.isWordLike }.map(\.lexeme)
      guard words.count >= run else { continue }
      for start in 0...(words.count - run) { runs.insert(Array(words[start..<start + run])) }
    }
    if runs.isEmpty { return 0 }
    var copied = [Bool](repeating: false, count: words.count)
    for start in 0...(words.count - run) where runs.contains(Array(words[start..<start + run])) {
      for place in start..<start + run { copied[place] = true }
    }
    return Double(copied.lazy.filter { $0 }.count) / Double(words.count)
  }
}
