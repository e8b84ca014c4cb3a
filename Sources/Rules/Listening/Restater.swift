import TextAnalysis
import Tickets

/// Tells how each reply of a thread takes up what it answers.
///
/// Given the thread's messages in order, it collects the points of each request (``RequestPoints``), looks which
/// of them each reply takes up, and weighs whether the reply says one back (``RestatementEvidence``). One
/// worker's own: the buffers are reused.
struct Restater: ~Copyable {
  private let cues: Int16?
  private let checkBacks: Int16?
  private let advice: Set<Int16>
  private let courtesies: Set<Int16>
  private let feelings: Set<Int16>
  private let acknowledgements: Int16?
  private let reader: SentenceFormReader
  private let answers: AnswerRecogniser
  private var points: RequestPoints
  private var vectors = MeaningVectors()
  /// By point, its number among the vectors.
  private var pointVectors: [Int] = []
  private var similarity = TextSimilarity()
  private var runs = WordRuns()
  /// The first point and the first message of the request that is still to be answered.
  private var openPoint = 0
  private var openMessages: [Int] = []
  private var readings: [RestatementEvidence.Reading] = []
  private var shared = [Double](repeating: 0, count: StemTable.ring)
  private var sharedWords = [Int](repeating: 0, count: StemTable.ring)
  private var seenStems: [LexemeID] = []
  private var taken: [Double] = []
  /// The sentence of the reply answered last that names or mirrors what the requester feels; `nil` for none.
  private(set) var feeling: ByteRange?

  /// Similarity below this is what any two sentences about computers share.
  private static let leastMeaning = 0.4

  init(_ packs: PackIndex) {
    cues = packs.number(of: "cue.paraphrase")
    checkBacks = packs.number(of: "cue.check-back")
    advice = Set(["cue.not-restatement", "cue.own-action"].compactMap { packs.number(of: $0) })
    courtesies = Set(
      ["cue.greeting", "cue.closing", "cue.courtesy", "listening.pretend"].compactMap { packs.number(of: $0) }
    )
    feelings = Set(["cue.feeling", "cue.hardship"].compactMap { packs.number(of: $0) })
    acknowledgements = packs.number(of: "tone.acknowledges")
    reader = SentenceFormReader(lexicon: packs.lexicon)
    answers = AnswerRecogniser(words: reader.words, lexicon: packs.lexicon)
    points = RequestPoints(packs, words: reader.words, answers: answers)
  }

  /// Starts a thread; `buffer` is given back by ``end(_:)`` with its points.
  mutating func begin(_ buffer: inout [RequestPoint]) {
    swap(&points.all, &buffer)
    points.clear()
    vectors.clear()
    pointVectors.removeAll(keepingCapacity: true)
    openMessages.removeAll(keepingCapacity: true)
    openPoint = 0
    runs.clear()
  }

  /// Ends a thread and hands over its points.
  mutating func end(_ buffer: inout [RequestPoint]) { swap(&points.all, &buffer) }

  /// Takes in a message of the requester.
  mutating func hear(_ position: Int, in thread: borrowing Thread) {
    let message = thread.messages[position]
    guard !message.tokens.isEmpty else { return }
    openMessages.append(position)
    points.add(message, at: position, in: thread)
    while pointVectors.count < points.all.count {
      pointVectors.append(vectors.count)
      vectors.append(
        points.all[pointVectors.count - 1].tokenRange, in: thread.text, vocabulary: thread.vocabulary)
    }
    runs.insert(message.tokens, in: thread.text)
  }

  /// How the reply at `position` takes up what it answers: the requester's messages since the public staff reply
  /// before it. `nil` if there is nothing to answer.
  mutating func answer(by position: Int, in thread: borrowing Thread) -> Restatement? {
    let reply = thread.messages[position]
    feeling = nil
    guard !reply.tokens.isEmpty, let first = openMessages.first, let last = openMessages.last else {
      return nil
    }
    let request = thread.messages[first].tokens.lowerBound..<thread.messages[last].tokens.upperBound
    var result = Restatement()
    result.points = points.all.count - openPoint
    result.similarity = similarity.similarity(
      request, reply.tokens, in: thread.text, vocabulary: thread.vocabulary)
    result.hasCue = thread.matches(of: cues, in: reply).contains { _ in true }
    let copied = runs.copied(reply.tokens, in: thread.text)
    if copied.words > 0 { result.verbatim = Double(copied.copied) / Double(copied.words) }

    taken.removeAll(keepingCapacity: true)
    taken.append(contentsOf: repeatElement(0, count: points.all.count - points.firstKnown))
    read(reply, position, request, in: thread, &result)
    cover(&result)
    feeling = readings.first { $0.reflectsFeeling }?.span
    weigh(reply, in: thread, &result)

    openPoint = points.all.count
    openMessages.removeAll(keepingCapacity: true)
    runs.clear()
    return result
  }

  /// Notes which points a closing text takes up: it answers nobody, and yet tells what was done.
  mutating func close(by position: Int, in thread: borrowing Thread) {
    let message = thread.messages[position]
    taken.removeAll(keepingCapacity: true)
    taken.append(contentsOf: repeatElement(0, count: points.all.count - points.firstKnown))
    for sentence in thread.text.sentences[message.sentences] {
      var reading = RestatementEvidence.Reading()
      reading.span = thread.span(of: sentence)
      let vector = vectors.count
      vectors.append(sentence.tokenRange, in: thread.text, vocabulary: thread.vocabulary)
      match(sentence, position, vector, vector, in: thread, &reading)
    }
  }

  // MARK: - Sentences

  private mutating func read(
    _ reply: MessageView, _ position: Int, _ request: Range<Int>, in thread: borrowing Thread,
    _ result: inout Restatement
  ) {
    let requestVector = vectors.count
    vectors.append(request, in: thread.text, vocabulary: thread.vocabulary)
    readings.removeAll(keepingCapacity: true)
    for (index, sentence) in thread.text.sentences[reply.sentences].enumerated() {
      var reading = RestatementEvidence.Reading()
      reading.sentence = reply.sentences.lowerBound + index
      reading.span = thread.span(of: sentence)
      var cue: Range<Int>?
      var tag: Range<Int>?
      for match in thread.matches[reply.matches]
      where sentence.tokenRange.contains(match.tokenRange.lowerBound) {
        if match.pack == cues {
          cue = min(cue?.lowerBound ?? .max, match.tokenRange.lowerBound)..<match.tokenRange.upperBound
        }
        if match.pack == checkBacks { tag = match.tokenRange }
        if advice.contains(match.pack) { reading.isAdvice = true }
        if courtesies.contains(match.pack) { reading.isCourtesy = true }
        if feelings.contains(match.pack) { reading.namesFeeling = true }
        if match.pack == acknowledgements { reading.acknowledges = true }
      }
      reading.form = reader.form(
        of: sentence, cue: cue, tag: tag, in: thread.text, vocabulary: thread.vocabulary)
      reading.isAnnounced = cue != nil && reading.form.contentWordsAfterCue > 0
      reading.isCheckBack =
        tag.map { thread.wordCount(sentence.tokenRange.lowerBound..<$0.lowerBound) < 3 } ?? false
      if reading.isAnnounced { reading.isCourtesy = false }
      if sentence.features.contains(.imperative) { reading.form.isCommand = true }
      // A single word that says nothing ("Okay.") is no sentence of its own here; "Yes." may be an answer.
      guard reading.form.contentWords > 0 || reading.form.words > 1 else {
        answer(sentence, reading, position, in: thread)
        continue
      }
      let copied = runs.copied(sentence.tokenRange, in: thread.text)
      reading.isCopied = copied.copied * 2 > copied.words
      if reading.isCopied, copied.copied > result.copiedWords {
        result.copiedWords = copied.copied
        result.copy = reading.span
      }
      let vector = vectors.count
      vectors.append(sentence.tokenRange, in: thread.text, vocabulary: thread.vocabulary)
      match(sentence, position, requestVector, vector, in: thread, &reading)
      if !reading.isCourtesy, !reading.form.isQuestion {
        answer(sentence, reading, position, in: thread)
      }
      readings.append(reading)
    }
  }

  /// Takes a sentence for the answer to the first open question of a kind that it can answer.
  private mutating func answer(
    _ sentence: Sentence, _ reading: RestatementEvidence.Reading, _ position: Int, in thread: borrowing Thread
  ) {
    for number in max(openPoint, points.firstKnown)..<max(openPoint, points.all.count)
    where points.all[number].answer != .none && points.all[number].takenBy < 0 {
      let kind = points.all[number].answer
      guard
        answers.answers(kind, sentence, reading.form, in: thread.text, vocabulary: thread.vocabulary)
      else { continue }
      points.all[number].takenBy = position
      points.all[number].takenAt = reading.span
      taken[number - points.firstKnown] = max(taken[number - points.firstKnown], RestatementEvidence.takenUp)
      return
    }
  }

  /// Compares a sentence with the points: by stems with all that are known, by meaning with those of the request
  /// that is answered. - Complexity: O(words + points of the request × 192).
  private mutating func match(
    _ sentence: Sentence, _ position: Int, _ requestVector: Int, _ vector: Int, in thread: borrowing Thread,
    _ reading: inout RestatementEvidence.Reading
  ) {
    let firstKnown = points.firstKnown
    for number in shared.indices {
      shared[number] = 0
      sharedWords[number] = 0
    }
    seenStems.removeAll(keepingCapacity: true)
    var tells = 0.0
    var known = 0.0
    for token in thread.text.tokens[sentence.tokenRange] {
      let information = RequestPoints.information(of: token, in: thread)
      guard information > 0 else { continue }
      let stem = points.stem(of: token, in: thread)
      if seenStems.contains(stem) { continue }
      seenStems.append(stem)
      tells += information
      var bits = points.stems.points(with: stem)
      if bits != 0 {
        known += information
        reading.knownWords += 1
      }
      while bits != 0 {
        shared[bits.trailingZeroBitCount] += information
        sharedWords[bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
    }
    if tells > 0 { reading.known = known / tells }
    reading.meaning = vectors.cosine(requestVector, vector)
    for number in firstKnown..<points.all.count {
      var share = shared[number % StemTable.ring] / points.totals[number]
      // One word in common is the same subject ("the VPN"), not the same point.
      if sharedWords[number % StemTable.ring] < min(2, points.stemCounts[number]) { share = 0 }
      if number >= openPoint {
        let meaning = vectors.cosine(pointVectors[number], vector)
        reading.meaning = max(reading.meaning, meaning)
        share = max(share, (Double(meaning) - Self.leastMeaning) / (1 - Self.leastMeaning))
      }
      if share > reading.share, number >= openPoint {
        reading.share = share
        reading.point = number
      }
      if share > taken[number - firstKnown] { taken[number - firstKnown] = share }
      if share >= RestatementEvidence.takenUp, points.all[number].takenBy < 0 {
        points.all[number].takenBy = position
        points.all[number].takenAt = reading.span
      }
    }
  }

  // MARK: - The reply as a whole

  private func cover(_ result: inout Restatement) {
    var all = 0.0
    var found = 0.0
    for number in max(openPoint, points.firstKnown)..<max(openPoint, points.all.count) {
      all += points.all[number].weight
      if taken[number - points.firstKnown] >= RestatementEvidence.takenUp {
        found += points.all[number].weight
      }
    }
    if all > 0 { result.coverage = found / all }
  }

  private func weigh(_ reply: MessageView, in thread: borrowing Thread, _ result: inout Restatement) {
    let request = describeRequest(in: thread)
    let isSpoken = readings.contains { $0.form.isSpoken } || isSpoken(reply, thread)
    var best = Int.min
    var followsOwn = false
    for index in readings.indices {
      let reading = readings[index]
      let count = RestatementEvidence.count(index, of: readings, followsOwn: followsOwn)
      if count > best {
        best = count
        result.best = reading.span
        let point = reading.point >= 0 ? reading.point : heaviest()
        if let point {
          result.requestMessage = Int32(thread.messages[points.all[point].message].index)
          result.point = points.all[point].span
        }
      }
      if reading.isOwn || reading.form.isQuestion { followsOwn = true }
    }
    if result.point.isEmpty, let point = heaviest() {
      result.requestMessage = Int32(thread.messages[points.all[point].message].index)
      result.point = points.all[point].span
    }
    guard best > .min else { return }
    best += RestatementEvidence.allowance(for: request, isSpoken: isSpoken)
    result.probability = RestatementEvidence.probability(of: best)
  }

  private func heaviest() -> Int? {
    (openPoint..<max(openPoint, points.all.count)).max { points.all[$0].weight < points.all[$1].weight }
  }

  private func describeRequest(in thread: borrowing Thread) -> RestatementEvidence.Request {
    var request = RestatementEvidence.Request()
    var all = 0
    var asks = true
    for position in openMessages {
      let message = thread.messages[position]
      all += thread.wordCount(message.tokens)
      for token in thread.text.tokens[message.tokens]
      where RequestPoints.information(of: token, in: thread) > 0 { request.words += 1 }
      for sentence in thread.text.sentences[message.sentences] where !sentence.features.contains(.question) {
        asks = false
      }
      if thread.matches[message.matches].contains(where: { courtesies.contains($0.pack) }) {
        request.isCourtesy = true
      }
    }
    request.onlyAsks = asks
    if all >= 25 { request.isCourtesy = false }
    return request
  }

  /// Whether the reply or the request holds a filled pause: then it is the record of a talk.
  private func isSpoken(_ reply: MessageView, _ thread: borrowing Thread) -> Bool {
    func holdsFiller(_ tokens: Range<Int>) -> Bool {
      thread.text.tokens[tokens].contains { reader.words.roles(of: $0.lexeme).contains(.filler) }
    }
    return holdsFiller(reply.tokens) || openMessages.contains { holdsFiller(thread.messages[$0].tokens) }
  }
}
