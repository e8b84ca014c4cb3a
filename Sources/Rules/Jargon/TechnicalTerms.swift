import TextAnalysis
import Tickets

/// The technical words of the packs, and how to see that somebody is at home among them.
struct TechnicalTerms: Sendable {
  /// The pack of terms.
  let terms: Int16?
  /// The pack of acronyms.
  let acronyms: Int16?
  /// The pack of names of products, languages, protocols, …
  let names: Int16?
  private let isTechnicalTerm: [Bool]
  private let isTechnicalAcronym: [Bool]
  private let isTelltaleName: [Bool]
  private let termContexts: [[String]]

  init(_ packs: PackIndex) {
    terms = packs.number(of: "jargon.term")
    acronyms = packs.number(of: "jargon.acronym")
    names = packs.number(of: "technical.names")
    isTechnicalTerm = packs.entries(of: terms).map(Self.isTechnical)
    termContexts = packs.entries(of: terms).map(\.context)
    isTechnicalAcronym = packs.entries(of: acronyms).map(Self.isTechnical)
    isTelltaleName = packs.entries(of: names).map {
      !$0.isAmbiguous && Self.telltaleKinds.contains($0.category)
    }
  }

  /// Kinds of names that only those say who are at home among them; everybody says “Outlook” and “Windows”.
  private static let telltaleKinds: Set<String> = ["language", "library", "command", "datatype", "algorithm"]

  private static func isTechnical(_ entry: PackEntry) -> Bool {
    entry.level == "technical" || entry.level == "specialist"
  }

  /// Whether a match is a term or an acronym that most readers would have to look up.
  func isTechnical(_ match: PackMatch) -> Bool {
    let entry = Int(match.entry)
    if match.pack == terms { return isTechnicalTerm[entry] }
    if match.pack == acronyms { return isTechnicalAcronym[entry] }
    return false
  }

  /// Different technical words from which on their writer is at home among them. One or two may have been read
  /// off a screen.
  private static let fluent = 3

  /// Whether the requester reads technical words as they are: they wrote in them before `message`.
  ///
  /// Who pastes code or a log, or marks it as code, is at home at once. Terms, acronyms and names count once each, and
  /// so does each kind of thing that only those at home write: identifiers, commands, paths. Where staff made
  /// the request, colleagues talk to each other.
  /// - Complexity: O(matches, tokens and bytes of the requester's earlier messages).
  func requesterIsTechnical(before message: MessageView, in thread: borrowing Thread) -> Bool {
    let earlier = thread.earlier(than: message)
    if let first = earlier.first, first.message.kind == .request, first.message.role == .staff { return true }
    var seen: [Int64] = []
    func note(_ key: Int64) -> Bool {
      if !seen.contains(key) { seen.append(key) }
      return seen.count >= Self.fluent
    }
    for earlier in earlier where earlier.message.role == .requester {
      if writesCode(earlier, in: thread) { return true }
      for match in thread.matches[earlier.matches] {
        let isName = match.pack == names && isTelltaleName[Int(match.entry)]
        guard isName || (isTechnical(match) && isTermHere(match, in: earlier, thread)) else { continue }
        if note(Int64(match.pack) << 32 | Int64(match.entry)) { return true }
      }
      for token in thread.text.tokens[earlier.tokens] {
        switch token.kind {
        case .identifier, .command, .path, .placeholder:
          if note(-1 - Int64(token.kind.rawValue)) { return true }
        default: break
        }
      }
    }
    return false
  }

  /// Whether a message holds code, a log or a stack trace, or text between back-quotes, as only those write who
  /// live among code.
  private func writesCode(_ message: MessageView, in thread: borrowing Thread) -> Bool {
    let isPasted = thread.batch.zones[message.message.zones].contains { $0.kind == .code || $0.kind == .log }
    if isPasted { return true }
    return thread.batch.body(of: message.message).contains { zone in
      let bytes = thread.batch.bytes[zone.range]
      guard let first = bytes.firstIndex(of: UInt8(ascii: "`")) else { return false }
      return bytes[(first + 1)...].contains(UInt8(ascii: "`"))
    }
  }

  /// Words at least this common (ten times the Zipf scale) mean something to everybody: "version", "request".
  private static let everydayZipf: UInt8 = 42

  /// Whether a match of the pack of terms is a term where it stands, rather than an ordinary word: an ambiguous one
  /// needs its context in the same sentence.
  func isTermHere(_ match: PackMatch, in message: MessageView, _ thread: borrowing Thread) -> Bool {
    guard match.pack == terms else { return true }
    let context = termContexts[Int(match.entry)]
    return context.isEmpty
      ? !isEverydayWord(match.tokenRange, thread) : hasContext(context, match, in: message, thread)
  }

  /// Whether a term is a single word that everybody uses, so that it needs a technical context to be jargon.
  private func isEverydayWord(_ term: Range<Int>, _ thread: borrowing Thread) -> Bool {
    guard term.count == 1 else { return false }
    let lexeme = thread.text.tokens[term.lowerBound].lexeme
    let stem = thread.vocabulary.stem(of: lexeme)
    return max(thread.vocabulary.zipf(of: lexeme), thread.vocabulary.zipf(of: stem)) >= Self.everydayZipf
  }

  /// Whether a word that makes an ambiguous term technical stands in the same sentence.
  private func hasContext(
    _ context: [String], _ match: PackMatch, in message: MessageView, _ thread: borrowing Thread
  ) -> Bool {
    guard let sentence = thread.sentence(holding: match.tokenRange.lowerBound, in: message) else {
      return false
    }
    for position in sentence.tokenRange where !match.tokenRange.contains(position) {
      let token = thread.text.tokens[position]
      guard token.kind.isWordLike else { continue }
      let form = thread.vocabulary.form(of: token.lexeme)
      if context.contains(where: { form.elementsEqual($0.utf8) }) { return true }
    }
    return false
  }
}
