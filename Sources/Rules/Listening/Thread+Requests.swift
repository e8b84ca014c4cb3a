import TextAnalysis
import Tickets

// What the listening rules ask of a thread: which request a reply answers, and what became of its points.
extension Thread {
  /// The positions of the requester's messages that a reply answers: those since the public reply before it.
  func request(answeredBy message: MessageView) -> Range<Int> {
    let position = position(of: message)
    var first = position
    for earlier in messages[..<position].indices.reversed() {
      if messages[earlier].isPublicReply && !messages[earlier].isAutomatic { break }
      if messages[earlier].message.role == .requester && !messages[earlier].tokens.isEmpty { first = earlier }
    }
    return first..<position
  }

  /// The points of the request that a reply answers. - Complexity: O(points).
  func points(answeredBy message: MessageView) -> ArraySlice<RequestPoint> {
    points(in: request(answeredBy: message))
  }

  /// The points of the messages at some positions. - Complexity: O(points).
  func points(in positions: Range<Int>) -> ArraySlice<RequestPoint> {
    let first = points.firstIndex { $0.message >= positions.lowerBound } ?? points.endIndex
    let end = points[first...].firstIndex { $0.message >= positions.upperBound } ?? points.endIndex
    return points[first..<end]
  }

  /// Whether a reply that `message` may know of takes a point up.
  func isTaken(_ point: RequestPoint, knownTo message: MessageView) -> Bool {
    point.takenBy >= 0 && point.takenBy < horizon(of: message).endIndex
  }

  /// Whether a reply that `message` may know of holds a word of a point: it may be about it.
  func isTouched(_ point: RequestPoint, knownTo message: MessageView) -> Bool {
    point.touchedBy >= 0 && point.touchedBy < horizon(of: message).endIndex
  }

  /// A mark at the first sentence of a reply that says something, with a point of the request as evidence.
  func mark(
    _ message: MessageView, missing point: RequestPoint, courtesies: [Int16?], argument: Int32 = 0
  ) -> Mark? {
    guard let sentence = firstSubstantialSentence(of: message, courtesies: courtesies) else { return nil }
    return Mark(
      span: span(of: sentence), argument: argument, otherMessage: Int32(messages[point.message].index),
      otherSpan: point.span)
  }

  /// The text that a mark gives as evidence from another message; empty if it gives none.
  func evidence(of mark: Mark) -> String {
    guard !mark.otherSpan.isEmpty, let other = message(at: mark.otherMessage) else { return "" }
    return string(mark.otherSpan, in: other.message)
  }

  /// Whether one of some packs matches within a sentence of a message.
  func holds(_ packs: [Int16?], _ sentence: Sentence, of message: MessageView) -> Bool {
    matches[message.matches].contains {
      packs.contains($0.pack) && sentence.tokenRange.contains($0.tokenRange.lowerBound)
    }
  }

  /// The first phrase of some packs in the requester's messages at some positions.
  func requesterMatch(of packs: [Int16?], in positions: Range<Int>) -> (message: Int32, span: ByteRange)? {
    for position in positions where messages[position].message.role == .requester {
      let message = messages[position]
      for match in matches[message.matches] where packs.contains(match.pack) {
        return (Int32(message.index), span(of: match.tokenRange))
      }
    }
    return nil
  }

  /// Whether a reply before `message` answers points of the requester's: then it is not the first to do so.
  func isFirstAnswer(_ message: MessageView) -> Bool {
    !messages[..<position(of: message)].contains {
      $0.isPublicReply && ($0.measures.restatement?.points ?? 0) > 0
    }
  }

  /// The weightiest point of the request that a reply leaves out, in the requester's words; `nil` if it leaves out
  /// none. - Complexity: O(points).
  public func pointMissed(by message: MessageView) -> String? {
    let position = position(of: message)
    let missed = points(answeredBy: message).filter { $0.takenBy != position }
    guard let heaviest = missed.max(by: { $0.weight < $1.weight }) else { return nil }
    return string(heaviest.span, in: messages[heaviest.message].message)
  }
}
