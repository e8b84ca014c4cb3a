import Reporting
import Rules
import Tickets

/// Makes the shown form of a mark: words, quote, and what stands around it, masked.
struct FindingText {
  let masking: Masking
  let abouts: [RuleSummary]
  let ticketURL: String?

  /// Bytes of context on either side of a quote.
  static let contextBytes = 160
  /// A quote is cut after this many bytes.
  static let quoteBytes = 400

  /// The names to hide in a ticket's text: those of everybody who is part of it.
  func names(of thread: borrowing Thread) -> [String] {
    masking.isOn ? people(of: thread).flatMap { Masking.parts(ofName: $0) } : []
  }

  /// Everybody who is part of a ticket, each once.
  func people(of thread: borrowing Thread) -> [String] {
    var people: [String] = []
    for range in [thread.ticket.requester, thread.ticket.assignee] + thread.messages.map(\.message.author)
    where !range.isEmpty {
      let isKnown = people.contains { $0.utf8.elementsEqual(thread.batch.bytes[range.range]) }
      if !isKnown { people.append(thread.batch.string(range)) }
    }
    return people
  }

  /// The finding of a mark.
  func finding(
    _ mark: Mark, _ wording: Wording, in thread: borrowing Thread, isAfterCut: Bool, names: [String]
  ) -> Finding {
    let rule = abouts[Int(mark.rule)]
    let message = thread.batch.messages[Int(mark.message)]
    return Finding(
      rule: rule.id, kind: rule.kind, ticket: thread.batch.string(thread.ticket.id),
      message: messageID(message, mark, in: thread), span: mark.span.range,
      quote: masking.hide(Self.cut(thread.string(mark.span, in: message)), names: names),
      explanation: masking.hide(wording.explanation, names: names),
      suggestion: masking.hide(wording.suggestion, names: names), isAfterCut: isAfterCut)
  }

  /// The finding with what stands around it.
  func example(_ finding: Finding, _ mark: Mark, in thread: borrowing Thread, names: [String])
    -> Report.Example
  {
    let message = thread.batch.messages[Int(mark.message)]
    let text = thread.batch.bytes[message.text.range]
    let start = text.startIndex + Int(mark.span.start)
    let end = start + Int(mark.span.count)
    let before = Self.boundary(text, max(text.startIndex, start - Self.contextBytes), upwards: true)
    let after = Self.boundary(text, min(text.endIndex, end + Self.contextBytes), upwards: false)
    func shown(_ bytes: ArraySlice<UInt8>) -> String {
      masking.hide(String(decoding: bytes, as: UTF8.self), names: names)
    }
    var link: String?
    if let ticketURL { link = ticketURL.replacing("{id}", with: finding.ticket) }
    return Report.Example(
      finding: finding, link: link,
      context: (
        (before > text.startIndex ? "… " : "") + shown(text[min(before, start)..<start]), finding.quote,
        shown(text[end..<max(end, after)]) + (after < text.endIndex ? " …" : "")
      ))
  }

  /// The message's own id, or its number in the ticket.
  func messageID(_ message: Message, _ mark: Mark, in thread: borrowing Thread) -> String {
    if !message.id.isEmpty { return thread.batch.string(message.id) }
    return String(Int(mark.message) - thread.ticket.messages.lowerBound + 1)
  }

  static func cut(_ quote: String) -> String {
    guard quote.utf8.count > quoteBytes else { return quote }
    let bytes = Array(quote.utf8)[...]
    let end = boundary(bytes, quoteBytes, upwards: false)
    return String(decoding: bytes[..<end], as: UTF8.self) + " …"
  }

  /// A place near `at` where a word begins or ends, so that no character and, if possible, no word is cut.
  private static func boundary(_ bytes: ArraySlice<UInt8>, _ at: Int, upwards: Bool) -> Int {
    guard at > bytes.startIndex, at < bytes.endIndex else { return at }
    var place = at
    for _ in 0..<40 {
      if bytes[place] == 0x20 || bytes[place] == 0x0A { return upwards ? place + 1 : place }
      place += upwards ? 1 : -1
      if place <= bytes.startIndex || place >= bytes.endIndex { return place }
    }
    while place > bytes.startIndex, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}
