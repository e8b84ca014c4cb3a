import Tickets

/// What speaks for and against a sentence being a restatement of what the other person said.
///
/// | evidence | counts |
/// |---|---|
/// | it is announced ("it sounds like", "if I understand") | +2 |
/// | it speaks of the reader | +1 |
/// | it names what the reader feels; it tells what the reader did | +1, +1 |
/// | it concludes ("so …") | +1 |
/// | it shares meaning with a point; it shares most of it | +1, +2 |
/// | nearly all that it says stands in the request | +1 |
/// | it is a statement put up for confirmation (“?”, “isn't it?”, “is that right?”) | +1 |
/// | it is all that the reply says | +1 |
/// | the writer's own matters stand before it, or after it | −1, −1 |
/// | it speaks of the writer, of what will happen, of what to do | −2 |
/// | it is a courtesy or a condition | −2 |
/// | it is no more than a word or two | −1 |
/// | in writing: it shares nothing with a request that tells something, nor names a feeling, nor is put up | −1 |
/// | it asks; it is copied, and not put up for confirmation | never |
///
/// All evidence counts alike; only what has to be reached was chosen by looking. A request of few words leaves
/// little to share, and a nod leaves nothing, so less is needed there; in speech, which nobody edits, a plain statement about the
/// other person is nearly always said to check it, and counts as announced.
struct RestatementEvidence {
  /// Similarity from which a sentence shares meaning with a point.
  static let someMeaning: Float = 0.4
  /// Similarity from which it shares most of it.
  static let mostMeaning: Float = 0.7
  /// How much of a point must be found in a sentence for it to count as taken up.
  static let takenUp = 0.35
  /// Share of what a sentence tells that stands in the request when it says nothing new.
  static let nothingNew = 0.7
  /// Evidence that a restatement needs.
  static let needed = 3
  /// A request of fewer words that tell something leaves little to share.
  static let fewWords = 8

  /// A request of as many does not only greet or thank, and leaves something to share.
  static let someWords = 5

  /// What is known of one sentence of a reply.
  struct Reading {
    var form = SentenceForm()
    var span = ByteRange.none
    var isAnnounced = false
    /// Whether all it does is ask whether what was said before is right.
    var isCheckBack = false
    var isCourtesy = false
    var isAdvice = false
    var isCopied = false
    /// Whether it names a feeling or a hardship.
    var namesFeeling = false
    /// Whether it holds a phrase that takes up the reader's trouble.
    var acknowledges = false
    /// Greatest similarity to a point of the request, or to all of it.
    var meaning: Float = 0
    /// Greatest share of a point that it takes up.
    var share = 0.0
    /// Share of what it tells that stands in the request.
    var known = 0.0
    /// Different words of it that tell something and stand in the request.
    var knownWords = 0
    /// Of those, how many are not among the most common.
    var sharedWords = 0
    /// And how many are rare.
    var specifics = 0
    /// The point that it takes up most, as a number among the thread's; -1 for none.
    var point = -1

    /// Whether it names or mirrors what the reader feels: a feeling or a hardship said of the reader, or announced
    /// as heard. That "it is hard" in general does not count.
    var reflectsFeeling: Bool {
      if form.isQuestion || form.isCommand || isAdvice || isCourtesy || form.isConditional { return false }
      return acknowledges || (namesFeeling && (isAnnounced || form.subject == .reader))
    }

    /// Whether nothing in it, be it a word, its meaning, a feeling or its form, ties it to what the reader wrote.
    var sharesNothing: Bool {
      !isAnnounced && meaning < someMeaning && knownWords == 0 && !namesFeeling && !form.endsInQuestionMark
    }

    /// Whether it speaks of the writer's own matters.
    var isOwn: Bool {
      form.namesWriter || form.isFuture || form.isCommand || isAdvice
        || (form.subject == .writer && !isAnnounced)
    }
  }

  /// What is known of the request.
  struct Request {
    /// Different words that tell something.
    var words = 0
    /// Whether it only greets or thanks.
    var isCourtesy = false
    /// Whether it only says yes, no or go on.
    var isNod = false
    /// Whether all it does is ask.
    var onlyAsks = false
  }

  /// The evidence for the sentence at `index` of a reply.
  ///
  /// - Parameters:
  ///   - followsOwn: whether the writer's own matters stand before it.
  ///   - expectsSharing: whether there is enough in the request to share, and time to choose one's words.
  static func count(_ index: Int, of readings: [Reading], followsOwn: Bool, expectsSharing: Bool) -> Int {
    let reading = readings[index]
    let form = reading.form
    let next = index + 1 < readings.count ? readings[index + 1] : nil
    let isPutUp = form.endsInQuestionMark || form.hasTag || next?.isCheckBack == true
    if (reading.isCopied && !isPutUp) || form.isQuestion || reading.isCheckBack { return .min }
    var count = 0
    if reading.isAnnounced { count += 2 }
    if form.subject == .reader { count += 1 }
    if reading.namesFeeling, form.subject == .reader { count += 1 }
    if form.tellsOfReader { count += 1 }
    if form.concludes { count += 1 }
    if reading.meaning >= someMeaning { count += 1 }
    if reading.meaning >= mostMeaning || reading.share >= takenUp { count += 1 }
    if reading.known >= nothingNew, reading.knownWords > 2 { count += 1 }
    if isPutUp { count += 1 }
    if readings.count == 1 { count += 1 }
    if !reading.isAnnounced && reading.meaning < mostMeaning && reading.share < takenUp {
      if followsOwn { count -= 1 }
      if let next, !next.isCheckBack, next.isOwn || next.form.isQuestion { count -= 1 }
    }
    if reading.isOwn { count -= 2 }
    if reading.isCourtesy || (form.isConditional && !reading.isAnnounced) { count -= 2 }
    if form.words < 3 { count -= 1 }
    if expectsSharing, reading.sharesNothing { count -= 1 }
    return count
  }

  /// What a reply to such a request is given beforehand, or has to make up for.
  static func allowance(for request: Request, isSpoken: Bool) -> Int {
    var count = 0
    if request.words < fewWords { count += 1 }
    if request.isNod { count += 1 }
    if isSpoken { count += 2 }
    if request.isCourtesy, request.words < someWords { count -= 2 }
    if request.onlyAsks { count -= 1 }
    return count
  }

  /// The probability that goes with so much evidence: 0.6 at what is needed, and each further piece halves the
  /// doubt; 0.4 just below, halved by each piece that is missing.
  static func probability(of count: Int) -> Double {
    var doubt = 0.4
    for _ in 0..<min(40, count >= needed ? count - needed : needed - 1 - count) { doubt /= 2 }
    return count >= needed ? 1 - doubt : doubt
  }
}
