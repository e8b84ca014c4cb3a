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
  let uses: [PackUse]
  let reader: SentenceFormReader
  private let answers: AnswerRecogniser
  var heard: HeardWords
  var points: RequestPoints
  private var vectors = MeaningVectors()
  private var similarity = TextSimilarity()
  private let measuresSimilarity: Bool
  private var runs = WordRuns()
  /// The first point and the first message of the request that is still to be answered.
  var openPoint = 0
  var openMessages: [Int] = []
  var readings: [RestatementEvidence.Reading] = []
  private var shared = [Int](repeating: 0, count: StemTable.ring)
  private var sharedWords = [Int](repeating: 0, count: StemTable.ring)
  private var seenStems: [LexemeID] = []
  var taken: [Double] = []
  /// By point that is known, how many of its words the reply holds, where they are not those of other points.
  private var touched: [Int] = []
  /// The sentence of the reply answered last that names or mirrors what the requester feels; `nil` for none.
  private(set) var feeling: ByteRange?
  /// Sentences of the reply answered last that look like questions and put up what was heard for confirmation, or
  /// only ask for a nod.
  var confirmations = 0

  /// Similarity below this is what any two sentences about computers share.
  private static let leastMeaning = 0.5
  /// Share of a point from which a sentence says the same, whatever its words.
  private static let sameThing = 0.8
  /// What a sentence must tell for its direction of meaning to count, in units of ``HeardWord/information``.
  private static let leastTold = 4 * HeardWords.unit
  /// From here on a word is one that few texts hold.
  private static let specific = 4 * HeardWords.unit
  /// From here on a word is not among the thousand or so that every text holds.
  static let uncommon = 2 * HeardWords.unit

  /// What a pack's phrases make of a sentence of a reply.
  struct PackUse: OptionSet {
    let rawValue: UInt8
    static let advice = PackUse(rawValue: 1)
    static let courtesy = PackUse(rawValue: 2)
    static let feeling = PackUse(rawValue: 4)
    static let acknowledgement = PackUse(rawValue: 8)
  }

  /// - Parameter measuresSimilarity: whether the similarity of request and reply is wanted, which nothing but
  ///   tables shows.
  init(_ packs: PackIndex, measuresSimilarity: Bool) {
    var uses = [PackUse](repeating: [], count: packs.names.count)
    func note(_ use: PackUse, _ names: String...) {
      for name in names { if let number = packs.number(of: name) { uses[Int(number)].formUnion(use) } }
    }
    cues = packs.number(of: "cue.paraphrase")
    checkBacks = packs.number(of: "cue.check-back")
    note(.advice, "cue.not-restatement", "cue.own-action")
    note(.courtesy, "cue.greeting", "cue.closing", "cue.courtesy", "listening.pretend")
    note(.feeling, "cue.feeling", "cue.hardship")
    note(.acknowledgement, "tone.acknowledges")
    self.uses = uses
    self.measuresSimilarity = measuresSimilarity
    reader = SentenceFormReader(lexicon: packs.lexicon, words: packs.discourse)
    answers = AnswerRecogniser(words: reader.words, lexicon: packs.lexicon)
    heard = HeardWords(lexicon: packs.lexicon, words: reader.words)
    points = RequestPoints(packs, words: reader.words, answers: answers)
  }

  /// Starts a thread; `buffer` is given back by ``end(_:)`` with its points.
  mutating func begin(_ buffer: inout [RequestPoint]) {
    swap(&points.all, &buffer)
    points.clear()
    heard.clear()
    openMessages.removeAll(keepingCapacity: true)
    openPoint = 0
  }

  /// Ends a thread and hands over its points.
  mutating func end(_ buffer: inout [RequestPoint]) { swap(&points.all, &buffer) }

  /// Takes in a message of the requester.
  mutating func hear(_ position: Int, in thread: borrowing Thread) {
    let message = thread.messages[position]
    guard !message.tokens.isEmpty else { return }
    openMessages.append(position)
    heard.append(
      message.tokens, in: thread.text, vocabulary: thread.vocabulary, isEnglish: message.hasEnglishWords)
    points.add(message, at: position, in: thread, heard)
  }

  /// How the reply at `position` takes up what it answers: the requester's messages since the public staff reply
  /// before it. `nil` if there is nothing to answer.
  mutating func answer(by position: Int, in thread: borrowing Thread) -> Restatement? {
    let reply = thread.messages[position]
    feeling = nil
    confirmations = 0
    guard !reply.tokens.isEmpty, let first = openMessages.first, let last = openMessages.last else {
      return nil
    }
    heard.append(
      reply.tokens, in: thread.text, vocabulary: thread.vocabulary, isEnglish: reply.hasEnglishWords)
    var result = Restatement()
    result.points = points.all.count - openPoint
    if measuresSimilarity {
      let request = thread.messages[first].tokens.lowerBound..<thread.messages[last].tokens.upperBound
      result.similarity = similarity.similarity(
        request, reply.tokens, in: thread.text, vocabulary: thread.vocabulary)
    }
    // What was asked is read for copies and for its meaning now that there is a reply to compare.
    runs.clear()
    for message in openMessages { runs.insert(heard[thread.messages[message].tokens]) }
    gatherMeanings()

    beginTaking()
    read(reply, position, in: thread, &result)
    cover(&result)
    feeling = readings.first { $0.reflectsFeeling }?.span
    weigh(reply, in: thread, &result)

    openPoint = points.all.count
    openMessages.removeAll(keepingCapacity: true)
    return result
  }

  /// Notes which points a closing text takes up: it answers nobody, and yet tells what was done.
  mutating func close(by position: Int, in thread: borrowing Thread) {
    let message = thread.messages[position]
    guard !points.all.isEmpty, !message.tokens.isEmpty else { return }
    heard.append(
      message.tokens, in: thread.text, vocabulary: thread.vocabulary, isEnglish: message.hasEnglishWords)
    gatherMeanings()
    beginTaking()
    for sentence in thread.text.sentences[message.sentences] {
      var reading = RestatementEvidence.Reading()
      reading.span = thread.span(of: sentence)
      match(sentence, position, &reading)
    }
  }

  /// Computes the directions of the open points and, after them, of all that they say.
  private mutating func gatherMeanings() {
    vectors.clear()
    for point in points.all[openPoint...] { vectors.append(heard[point.tokenRange]) }
    vectors.appendTotal()
  }

  private mutating func beginTaking() {
    taken.removeAll(keepingCapacity: true)
    taken.append(contentsOf: repeatElement(0, count: points.all.count - points.firstKnown))
    touched.removeAll(keepingCapacity: true)
    touched.append(contentsOf: repeatElement(0, count: taken.count))
  }

  // MARK: - Sentences

  private mutating func read(
    _ reply: MessageView, _ position: Int, in thread: borrowing Thread, _ result: inout Restatement
  ) {
    readings.removeAll(keepingCapacity: true)
    runs.restart()
    var copiedWords = 0
    var words = 0
    var matches = thread.matches[reply.matches]
    for index in reply.sentences {
      let sentence = thread.text.sentences[index]
      var reading = RestatementEvidence.Reading()
      reading.span = thread.span(of: sentence)
      // Matches stand in the order of their first tokens.
      let end = matches.firstIndex { $0.tokens.lowerBound >= sentence.tokens.upperBound } ?? matches.endIndex
      note(matches[..<end], sentence, in: thread, &reading, &result)
      matches = matches[end...]
      let copied = runs.copied(heard[sentence.tokenRange])
      copiedWords += copied.copied
      words += copied.words
      // A single word that says nothing ("Okay.") is no sentence of its own here; "Yes." may be an answer.
      guard reading.form.contentWords > 0 || reading.form.words > 1 else {
        if reading.form.endsInQuestionMark { confirmations += 1 }
        answer(sentence, reading, position, in: thread)
        continue
      }
      reading.isCopied = copied.copied * 2 > copied.words
      if reading.isCopied, copied.copied > result.copiedWords {
        result.copiedWords = copied.copied
        result.copy = reading.span
      }
      match(sentence, position, &reading)
      if !reading.isCourtesy {
        result.specifics += reading.specifics
        result.sharedWords += reading.sharedWords
      }
      if !reading.isCourtesy, !reading.form.isQuestion {
        answer(sentence, reading, position, in: thread)
      }
      readings.append(reading)
    }
    if words > 0 { result.verbatim = Double(copiedWords) / Double(words) }
  }

  /// Reads the form of a sentence, and what the packs found in it.
  private func note(
    _ matches: ArraySlice<PackMatch>, _ sentence: Sentence, in thread: borrowing Thread,
    _ reading: inout RestatementEvidence.Reading, _ result: inout Restatement
  ) {
    var cue: Range<Int>?
    var tag: Range<Int>?
    var said: PackUse = []
    for match in matches where match.tokens.lowerBound >= sentence.tokens.lowerBound {
      if match.pack == cues {
        cue = min(cue?.lowerBound ?? .max, match.tokenRange.lowerBound)..<match.tokenRange.upperBound
        result.hasCue = true
      }
      if match.pack == checkBacks { tag = match.tokenRange }
      said.formUnion(uses[Int(match.pack)])
    }
    reading.isAdvice = said.contains(.advice)
    reading.isCourtesy = said.contains(.courtesy)
    reading.namesFeeling = said.contains(.feeling)
    reading.acknowledges = said.contains(.acknowledgement)
    reading.form = reader.form(of: sentence, cue: cue, tag: tag, in: thread.text, heard)
    reading.isAnnounced = cue != nil && reading.form.contentWordsAfterCue > 0
    reading.isCheckBack =
      tag.map { thread.wordCount(sentence.tokenRange.lowerBound..<$0.lowerBound) < 3 } ?? false
    if reading.isAnnounced { reading.isCourtesy = false }
    if sentence.features.contains(.imperative) { reading.form.isCommand = true }
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
  /// that is answered. - Complexity: O(words + points of the request × 64).
  private mutating func match(
    _ sentence: Sentence, _ position: Int, _ reading: inout RestatementEvidence.Reading
  ) {
    let firstKnown = points.firstKnown
    let count = points.all.count
    guard count > 0 else { return }
    for place in 0..<min(count, StemTable.ring) {
      shared[place] = 0
      sharedWords[place] = 0
    }
    seenStems.removeAll(keepingCapacity: true)
    var tells = 0
    var known = 0
    var sharing: UInt64 = 0
    var touching: UInt64 = 0
    var openPlaces: UInt64 = 0
    for number in max(openPoint, firstKnown)..<max(openPoint, count) {
      openPlaces |= 1 << UInt64(number & (StemTable.ring - 1))
    }
    for word in heard[sentence.tokenRange] where word.information > 0 {
      if seenStems.contains(word.stem) { continue }
      seenStems.append(word.stem)
      tells += Int(word.information)
      var bits = points.stems.points(with: word.stem)
      if bits == 0 { continue }
      known += Int(word.information)
      if Int(word.information) >= Self.specific { reading.specifics += 1 }
      if Int(word.information) >= Self.uncommon { reading.sharedWords += 1 }
      reading.knownWords += 1
      sharing |= bits
      // A word that several points of the request share says nothing about which of them is meant.
      let open = bits & openPlaces
      touching |= bits & ~openPlaces
      if open & (open &- 1) == 0 { touching |= open }
      while bits != 0 {
        shared[bits.trailingZeroBitCount] += Int(word.information)
        sharedWords[bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
    }
    guard tells > 0 else { return }
    reading.known = Double(known) / Double(tells)
    // A courtesy, or a word or two, has a direction like any other: it means nothing here.
    let hasMeaning = count > openPoint && !reading.isCourtesy && tells >= Self.leastTold
    let vector = vectors.count
    if hasMeaning {
      vectors.append(heard[sentence.tokenRange])
      reading.meaning = vectors.cosine(count - openPoint, vector)
    }
    for number in firstKnown..<count where points.all[number].touchedBy < 0 {
      let place = number & (StemTable.ring - 1)
      guard touching >> UInt64(place) & 1 != 0 else { continue }
      // A word of many is the same subject; two, here or there in the reply, or half of what it says, are about it.
      touched[number - firstKnown] += sharedWords[place]
      if touched[number - firstKnown] > 1 || 2 * shared[place] >= points.totals[number] {
        points.all[number].touchedBy = position
      }
    }
    for number in firstKnown..<count {
      let place = number & (StemTable.ring - 1)
      let isOpen = number >= openPoint
      guard sharing >> UInt64(place) & 1 != 0 || (isOpen && hasMeaning) else { continue }
      var share = 0.0
      // One word in common is the same subject ("the VPN"), not the same point.
      if sharedWords[place] >= min(2, points.stemCounts[number]), points.totals[number] > 0 {
        share = Double(shared[place]) / Double(points.totals[number])
      }
      if isOpen && hasMeaning {
        let meaning = vectors.cosine(number - openPoint, vector)
        reading.meaning = max(reading.meaning, meaning)
        share = max(share, (Double(meaning) - Self.leastMeaning) / (1 - Self.leastMeaning))
      }
      if share > reading.share, isOpen {
        reading.share = share
        reading.point = number
      }
      if share > taken[number - firstKnown] { taken[number - firstKnown] = share }
      // That a sentence is about the same things does not yet make it an answer to this one.
      let isAbout = touching >> UInt64(place) & 1 != 0 || share >= Self.sameThing
      if share >= RestatementEvidence.takenUp, isAbout, points.all[number].takenBy < 0 {
        points.all[number].takenBy = position
        points.all[number].takenAt = reading.span
      }
    }
  }
}
