import TextAnalysis
import Tickets

// The reply as a whole: how much of the request it takes up, and whether a sentence of it says the request back.
extension Restater {
  /// The share of the open points that the reply takes up, by weight.
  func cover(_ result: inout Restatement) {
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

  /// The sentence for which most speaks that it says the request back, and how likely it does.
  mutating func weigh(_ reply: MessageView, in thread: borrowing Thread, _ result: inout Restatement) {
    let request = describeRequest(in: thread)
    result.requestWords = uncommonWords(in: thread)
    let isSpoken = readings.contains { $0.form.isSpoken } || isSpoken(reply, thread)
    let allowance = RestatementEvidence.allowance(for: request, isSpoken: isSpoken)
    let expectsSharing = !isSpoken && request.words >= RestatementEvidence.someWords
    var best = Int.min
    var followsOwn = false
    for index in readings.indices {
      let reading = readings[index]
      let count = RestatementEvidence.count(
        index, of: readings, followsOwn: followsOwn, expectsSharing: expectsSharing)
      // "So you can't print?" says back; "you can't print?" may well ask.
      if reading.form.endsInQuestionMark, reading.form.concludes || reading.isAnnounced, count > .min,
        count + allowance >= RestatementEvidence.needed
      {
        confirmations += 1
      }
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
    result.probability = RestatementEvidence.probability(of: best + allowance)
  }

  private func heaviest() -> Int? {
    (openPoint..<max(openPoint, points.all.count)).max { points.all[$0].weight < points.all[$1].weight }
  }

  /// How many different words of the open request are not among the most common. - Complexity: O(words²) at most; stops
  /// where more would change nothing.
  private func uncommonWords(in thread: borrowing Thread) -> Int {
    var seen: [LexemeID] = []
    for position in openMessages {
      for word in heard[thread.messages[position].tokens]
      where Int(word.information) >= Self.uncommon && !seen.contains(word.stem) {
        seen.append(word.stem)
        if seen.count >= 2 * ListeningLevel.attentiveWords { return seen.count }
      }
    }
    return seen.count
  }

  private func describeRequest(in thread: borrowing Thread) -> RestatementEvidence.Request {
    var request = RestatementEvidence.Request()
    var asks = true
    for position in openMessages {
      let message = thread.messages[position]
      for word in heard[message.tokens] where word.information > 0 { request.words += 1 }
      for sentence in thread.text.sentences[message.sentences] where !sentence.features.contains(.question) {
        asks = false
      }
      if thread.matches[message.matches].contains(where: { uses[Int($0.pack)].contains(.courtesy) }) {
        request.isCourtesy = true
      }
    }
    request.onlyAsks = asks
    if request.words <= 1, let first = openMessages.first.map({ thread.messages[$0].tokens.lowerBound }) {
      request.isNod = !heard[first].roles.isDisjoint(with: [.opener, .yesOrNo])
    }
    return request
  }

  /// Whether the reply or the request holds a filled pause: then it is the record of a talk.
  private func isSpoken(_ reply: MessageView, _ thread: borrowing Thread) -> Bool {
    func holdsFiller(_ tokens: Range<Int>) -> Bool {
      heard[tokens].contains { $0.roles.contains(.filler) }
    }
    return holdsFiller(reply.tokens) || openMessages.contains { holdsFiller(thread.messages[$0].tokens) }
  }
}
