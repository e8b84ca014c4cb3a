import TextAnalysis
import Tickets

// What a reply takes up of a request beside what its messages say.
extension Thread {
  /// Letters that two forms of one word share at least: "label", "labels".
  private static let leastShared = 4
  /// Letters by which the forms of one word may differ at their end.
  private static let longestEnding = 3

  /// How many different words of the ticket's title that tell something stand in a message, in whatever form.
  ///
  /// - Complexity: O(words of the message × bytes of the title).
  func titleWords(takenUpBy message: MessageView) -> Int {
    let title = batch.bytes[ticket.summary.range]
    guard !title.isEmpty else { return 0 }
    let initials = Self.initials(of: title)
    var seen: [LexemeID] = []
    for token in text.tokens[message.tokens] where token.kind == .word || token.kind.isArtefact {
      // Forms of one word begin alike.
      let form = vocabulary.form(of: token.lexeme)
      guard let first = form.first, initials >> UInt64(first & 63) & 1 != 0,
        HeardWords.information(of: token, vocabulary) > 0
      else { continue }
      let stem = vocabulary.stem(of: token.lexeme)
      if !seen.contains(stem), Self.holds(title, form) { seen.append(stem) }
    }
    return seen.count
  }

  /// The letters that words begin with, in lower case, by their last six bits.
  private static func initials(of title: ArraySlice<UInt8>) -> UInt64 {
    var initials: UInt64 = 0
    var isInside = false
    for byte in title {
      if !isInside, isLetter(byte) { initials |= 1 << UInt64(lowered(byte) & 63) }
      isInside = isLetter(byte)
    }
    return initials
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Whether some bytes hold a word in any of its forms, in small letters or capitals.
  private static func holds(_ title: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Bool {
    var start = title.startIndex
    while start < title.endIndex {
      let end = title[start...].firstIndex { !isLetter($0) } ?? title.endIndex
      let other = title[start..<end]
      var shared = 0
      for (letter, own) in zip(other, word) {
        if lowered(letter) != own { break }
        shared += 1
      }
      let longest = max(other.count, word.count)
      if shared == longest, shared > 0 { return true }
      if shared >= leastShared, longest - shared <= longestEnding { return true }
      start = title[end...].firstIndex(where: isLetter) ?? title.endIndex
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Whether a message writes beneath a part of what it answers: a quote with words of its own after it. A mail that is
  /// quoted whole beneath the answer is none.
  func answersQuote(_ message: MessageView) -> Bool {
    let zones = batch.zones[message.message.zones]
    guard let quote = zones.firstIndex(where: { $0.kind == .quote }) else { return false }
    return zones[quote...].contains { $0.kind == .body }
  }
}
