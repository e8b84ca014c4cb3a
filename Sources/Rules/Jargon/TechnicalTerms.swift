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
  private let termEntries: PackEntries
  private let acronymEntries: PackEntries
  private let nameEntries: PackEntries

  init(_ packs: PackIndex) {
    terms = packs.number(of: "jargon.term")
    acronyms = packs.number(of: "jargon.acronym")
    names = packs.number(of: "technical.names")
    termEntries = packs.entries(of: terms)
    acronymEntries = packs.entries(of: acronyms)
    nameEntries = packs.entries(of: names)
  }

  /// Whether a match is a term or an acronym that most readers would have to look up.
  func isTechnical(_ match: PackMatch) -> Bool {
    let entry = Int(match.entry)
    if match.pack == terms { return termEntries[entry].isTechnical }
    if match.pack == acronyms { return acronymEntries[entry].isTechnical }
    return false
  }

  /// Whether a match is a name that is nothing but technical.
  private func isClearName(_ match: PackMatch) -> Bool {
    guard match.pack == names else { return false }
    let entry = nameEntries[Int(match.entry)]
    return !entry.isAmbiguous && entry.category != "company"
  }

  /// Different technical words from which on their writer is at home among them. One or two may have been read
  /// off a screen.
  private static let fluent = 3

  /// Whether the requester wrote in technical words before `message`: then they read them as well.
  ///
  /// Terms, acronyms and names count once each, and so does each kind of thing that only those at home paste: code,
  /// commands, stack traces.
  /// - Complexity: O(matches and tokens of the requester's earlier messages).
  func requesterIsTechnical(before message: MessageView, in thread: borrowing Thread) -> Bool {
    var seen: [Int64] = []
    func note(_ key: Int64) -> Bool {
      if !seen.contains(key) { seen.append(key) }
      return seen.count >= Self.fluent
    }
    for earlier in thread.earlier(than: message) where earlier.message.role == .requester {
      for match in thread.matches[earlier.matches] {
        guard isClearName(match) || isTechnical(match) else { continue }
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
}
