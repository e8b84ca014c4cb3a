import TextAnalysis
import Tickets

/// Finds the terms of IT in a message: names of products, languages, protocols and parts of programs, acronyms, terms
/// of the trade, and whatever has the shape of something that a machine made.
///
/// A name that is an ordinary word too ("Excel", "array", "page") counts only as the lexicon writes it; and if
/// everybody uses the word every day, only in a message that holds something technical beyond doubt.
public struct TechnicalSpans: Sendable {
  private let terms: TechnicalTerms
  private let names: [Name]
  private let hasContext: [Bool]

  /// What is to be known of a name.
  private struct Name: Sendable {
    /// Its spellings, for one that is an ordinary word too; empty for one that is a name in any case.
    var spellings: [[UInt8]]
    /// Whether it is written in small letters and is no thing that the text would speak of ("make", "go").
    var isVerbLike: Bool
  }

  /// Kinds of names that, in small letters, are things; the others are also verbs and adverbs ("make", "go").
  private static let things: Set<String> = ["datatype", "element", "device", "product"]
  /// Words at least this common (ten times the Zipf scale) are used by everybody every day.
  private static let everydayZipf: UInt8 = 52
  /// Words at least this common in capitals are words in capitals.
  private static let loudZipf: UInt8 = 40

  /// A finder that knows the names and terms of some packs.
  public init(_ packs: PackIndex) {
    terms = TechnicalTerms(packs)
    names = packs.entries(of: terms.names).map { entry in
      let isSmall = entry.title.utf8.allSatisfy { !(0x41...0x5A).contains($0) }
      return Name(
        spellings: entry.isAmbiguous ? [Array(entry.title.utf8)] : [],
        isVerbLike: isSmall && entry.isAmbiguous && !Self.things.contains(entry.category))
    }
    hasContext = packs.entries(of: terms.terms).map { !$0.context.isEmpty }
  }

  /// The places of technical terms, as offsets into the message's text, in order and without overlap.
  ///
  /// - Complexity: O(tokens + matches²) for a message; matches are few.
  public func spans(of message: MessageView, in thread: borrowing Thread) -> [Range<Int>] {
    var clear: [Range<Int>] = []
    var everyday: [Range<Int>] = []
    for match in thread.matches[message.matches] {
      switch verdict(on: match, in: message, thread) {
      case .technical: clear.append(thread.span(of: match.tokenRange).range)
      case .inContext: everyday.append(thread.span(of: match.tokenRange).range)
      case .ordinary: break
      }
    }
    for token in thread.text.tokens[message.tokens] where hasTechnicalShape(token, in: message, thread) {
      clear.append(token.range)
    }
    if !clear.isEmpty { clear += everyday }
    clear.sort { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
    var apart: [Range<Int>] = []
    for span in clear where apart.last.map({ $0.upperBound <= span.lowerBound }) ?? true {
      apart.append(span)
    }
    return apart
  }

  private enum Verdict { case technical, inContext, ordinary }

  private func verdict(on match: PackMatch, in message: MessageView, _ thread: borrowing Thread) -> Verdict {
    if match.pack == terms.names {
      let name = names[Int(match.entry)]
      guard !name.spellings.isEmpty else { return .technical }
      guard !name.isVerbLike, isSpelled(match.tokenRange, name.spellings, in: message, thread) else {
        return .ordinary
      }
      let first = thread.text.tokens[match.tokenRange.lowerBound]
      let isEveryday =
        match.tokenRange.count == 1 && first.flags.isDisjoint(with: [.capitalised, .allCapitals, .mixedCase])
        && thread.vocabulary.zipf(of: first.lexeme) >= Self.everydayZipf
      return isEveryday ? .inContext : .technical
    }
    // A term that is an ordinary word too is jargon in its context, and is not counted here.
    guard match.isTechnicalTerm, match.pack != terms.terms || !hasContext[Int(match.entry)] else {
      return .ordinary
    }
    return .technical
  }

  /// Whether a match is written as one of some spellings, but for an "s" or "es" behind it.
  private func isSpelled(
    _ tokens: Range<Int>, _ spellings: [[UInt8]], in message: MessageView, _ thread: borrowing Thread
  ) -> Bool {
    let span = thread.span(of: tokens).range
    let start = Int(message.message.text.start)
    let bytes = thread.batch.bytes[(start + span.lowerBound)..<(start + span.upperBound)]
    return spellings.contains { bytes.starts(with: $0) && bytes.count - $0.count <= 2 }
  }

  private func hasTechnicalShape(_ token: Token, in message: MessageView, _ thread: borrowing Thread) -> Bool
  {
    switch token.kind {
    case .url, .email, .ticketNumber, .partNumber: return false
    case .identifier: return isIdentifier(thread.bytes(of: token, in: message))
    case .word:
      guard !token.flags.contains(.beyondASCII) else { return false }
      let bytes = thread.bytes(of: token, in: message)
      guard bytes.first.map({ $0 >= 0x41 }) ?? false else { return false }
      // "ArrayList", "onCreate"; "win7", "utf8"; letters that no list knows.
      if token.flags.contains(.mixedCase) { return bytes.count > 2 && bytes.contains { $0 >= 0x61 } }
      if token.flags.contains(.hasDigit) { return true }
      return token.flags.contains(.allCapitals) && (2...6).contains(bytes.count)
        && thread.vocabulary.zipf(of: token.lexeme) < Self.loudZipf
    default: return token.kind.isArtefact
    }
  }

  /// Names in programs are written "like_this" or "LIKE_THIS"; "Like_This" is the label of a field.
  private func isIdentifier(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.allSatisfy({ $0 == UInt8(ascii: "_") || ($0 | 0x20) &- 0x61 < 26 }) else { return true }
    return !bytes.contains { $0 < 0x5B } || !bytes.contains { $0 >= 0x61 }
  }
}
