import TextAnalysis
import Tickets

/// An acronym where it stands, and the words it is short for where the message gives them.
public struct AcronymUse: Sendable, Equatable {
  /// The letters, as offsets into the message's text.
  public var span: Range<Int>
  /// The words, if they stand beside the letters here.
  public var expansion: Range<Int>?
  /// Whether the words stand beside these letters here or earlier in the message.
  public var isExpanded = false
}

/// Finds acronyms and what they are short for.
///
/// Letters are an acronym by their shape: two capitals or more, at least half of the word. Their expansion is found
/// by the rule of Schwartz & Hearst 2003 ("A simple algorithm for identifying abbreviation definitions in biomedical
/// text"): the letters stand, from right to left, in the words before "(MFA)", or in the brackets behind "MFA (…)",
/// the first of them at the start of a word.
public struct AcronymFinder: Sendable {
  static let lengths = 2...10

  /// A finder; it keeps nothing.
  public init() {}

  /// The acronyms of a message, in order. - Complexity: O(tokens + brackets × letters inside and before them).
  public func acronyms(in message: MessageView, of thread: borrowing Thread) -> [AcronymUse] {
    var found: [AcronymUse] = []
    var expanded: Set<LexemeID> = []
    var expansions: [Int: Range<Int>] = [:]
    for position in message.tokens where thread.isMark(position, UInt8(ascii: "("), in: message) {
      guard let (letters, words) = definition(bracket: position, in: message, thread) else { continue }
      expansions[letters] = words
    }
    for position in message.tokens {
      let token = thread.text.tokens[position]
      let words = expansions[position]
      guard words != nil || isAcronym(token, in: message, thread) else { continue }
      if words != nil { expanded.insert(token.lexeme) }
      found.append(
        AcronymUse(
          span: token.range, expansion: words.map { thread.span(of: $0).range },
          isExpanded: expanded.contains(token.lexeme)))
    }
    return found
  }

  private func isAcronym(_ token: Token, in message: MessageView, _ thread: borrowing Thread) -> Bool {
    guard token.kind == .word, token.flags.contains(.allCapitals) || token.flags.contains(.mixedCase) else {
      return false
    }
    let bytes = thread.bytes(of: token, in: message)
    let capitals = bytes.count { (0x41...0x5A).contains($0) }
    return Self.lengths.contains(bytes.count) && capitals >= 2 && capitals * 2 >= bytes.count
  }

  /// What an opening bracket defines: the token of the letters, and the tokens of the words.
  private func definition(bracket: Int, in message: MessageView, _ thread: borrowing Thread)
    -> (letters: Int, words: Range<Int>)?
  {
    let end = message.tokens.upperBound
    guard
      let close = (bracket..<min(end, bracket + Self.mostInside)).first(where: {
        thread.isMark($0, UInt8(ascii: ")"), in: message)
      }), close > bracket + 1
    else { return nil }
    let inside = bracket + 1..<close
    // "multi-factor authentication (MFA)", "(MFA, on your phone)"
    let isAlone =
      inside.count <= 2 || thread.isMark(inside.lowerBound + 1, UInt8(ascii: ","), in: message)
      || thread.isMark(inside.lowerBound + 1, UInt8(ascii: ";"), in: message)
    if isAlone, let letters = letters(at: inside.lowerBound, in: message, thread) {
      let reach = min(letters.count + 5, letters.count * 2)
      var start = bracket
      while start > message.tokens.lowerBound, bracket - start < reach,
        !endsPhrase(start - 1, message, thread)
      {
        start -= 1
      }
      if let words = words(start..<bracket, spelling: letters, message, thread), words.count > 1 {
        return (inside.lowerBound, words)
      }
    }
    // "MFA (multi-factor authentication)"
    if bracket > message.tokens.lowerBound, inside.count > 1,
      let letters = letters(at: bracket - 1, in: message, thread),
      isAcronym(thread.text.tokens[bracket - 1], in: message, thread),
      words(inside, spelling: letters, message, thread)?.lowerBound == inside.lowerBound
    {
      return (bracket - 1, inside)
    }
    return nil
  }

  /// More tokens in brackets are an aside.
  private static let mostInside = 24

  /// The letters and digits of a token in lower case, without a plural "s"; `nil` if it can't be short for words.
  private func letters(at position: Int, in message: MessageView, _ thread: borrowing Thread) -> [UInt8]? {
    let token = thread.text.tokens[position]
    guard token.kind == .word || token.kind == .partNumber || token.kind == .ticketNumber else { return nil }
    var bytes = Array(thread.bytes(of: token, in: message))
    if bytes.count > 2, bytes.last == UInt8(ascii: "s"), bytes.dropLast().allSatisfy({ $0 < 0x61 }) {
      bytes.removeLast()
    }
    guard Self.lengths.contains(bytes.count), bytes.contains(where: { (0x41...0x5A).contains($0) }) else {
      return nil
    }
    return bytes.filter { Self.isAlphanumeric($0) }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The last of some tokens that spell `letters` out: each letter in order, the first one opening a word.
  private func words(
    _ tokens: Range<Int>, spelling letters: [UInt8], _ message: MessageView, _ thread: borrowing Thread
  ) -> Range<Int>? {
    var left = letters.count - 1
    var position = tokens.upperBound - 1
    while position >= tokens.lowerBound, left >= 0 {
      let bytes = thread.bytes(of: thread.text.tokens[position], in: message)
      var at = bytes.endIndex - 1
      while at >= bytes.startIndex, left >= 0 {
        let byte = (0x41...0x5A).contains(bytes[at]) ? bytes[at] | 0x20 : bytes[at]
        let opensWord = at == bytes.startIndex || !Self.isAlphanumeric(bytes[at - 1])
        if byte == letters[left], left > 0 || opensWord { left -= 1 }
        at -= 1
      }
      if left < 0 { return position..<tokens.upperBound }
      position -= 1
    }
    return nil
  }

  /// Marks over which no expansion reaches.
  private func endsPhrase(_ position: Int, _ message: MessageView, _ thread: borrowing Thread) -> Bool {
    [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")")].contains {
      thread.isMark(position, $0, in: message)
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte >= 0x80
  }
}
