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
  /// The pack of words that only those write who make programs.
  private let programming: Int16?
  private let termEntries: PackEntries
  private let acronymEntries: PackEntries
  private let nameEntries: PackEntries
  private let readers: DeskOptions.Readers
  /// By term: the words that must stand beside it, as they are met.
  private var contexts: [Int32: Context] = [:]

  /// Words of which one must stand beside a term.
  private struct Context {
    var lexemes: [LexemeID] = []
    /// Those that have no lasting id.
    var others: [[UInt8]] = []
  }

  init(_ packs: PackIndex) {
    terms = packs.number(of: "jargon.term")
    acronyms = packs.number(of: "jargon.acronym")
    names = packs.number(of: "technical.names")
    programming = packs.number(of: "cue.programming")
    termEntries = packs.entries(of: terms)
    acronymEntries = packs.entries(of: acronyms)
    nameEntries = packs.entries(of: names)
    readers = packs.options.readers
  }

  /// Kinds of names that only those say who are at home among them; everybody says “Outlook” and “Windows”.
  private static let telltaleKinds: Set<String> = ["language", "library", "command", "datatype", "algorithm"]

  /// Whether a match is a name that only those say who are at home among such names.
  private func isTelltaleName(_ match: PackMatch) -> Bool {
    guard match.pack == names else { return false }
    let entry = nameEntries[Int(match.entry)]
    return !entry.isAmbiguous && Self.telltaleKinds.contains(entry.category)
  }

  /// Whether a match is a term or an acronym that most readers would have to look up.
  func isTechnical(_ match: PackMatch) -> Bool {
    let entry = Int(match.entry)
    if match.pack == terms { return termEntries[entry].isTechnical }
    if match.pack == acronyms { return acronymEntries[entry].isTechnical }
    return false
  }

  /// Different technical words from which on their writer is at home among them. One or two may have been read
  /// off a screen.
  private static let fluent = 3

  /// Tells of each match of a measured thread whether it is a technical term where it stands.
  ///
  /// - Complexity: O(matches), and O(sentence × context) for those that need their context.
  mutating func mark(in thread: inout Thread) {
    for message in thread.messages {
      for place in message.matches {
        let match = thread.matches[place]
        guard isTechnical(match) else { continue }
        thread.matches[place].isTechnicalTerm = isTermHere(match, in: message, thread)
      }
    }
  }

  /// What a thread shows of its requester, whose terms were marked: whether they read technical words as they are.
  ///
  /// Who writes words that only those write who make programs ("compiler", "pull request"), "std::vector" in the title,
  /// or links to where programs are kept is at home at once. Terms, acronyms and names count once each, and so does
  /// each kind of thing that only those at home write: commands, paths, names out of programs, "@name" and "#123" as
  /// trackers have them; three are enough. What shows only in the requester's second message was so before; but what
  /// was written after the cut says nothing of a reply before it. Where anybody pasted code or a log or marked words
  /// as code (staff, before this reply), the thread is one among those who read it. Where staff made the request,
  /// colleagues talk to each other.
  struct Requester {
    fileprivate var isAtHome = false
    fileprivate var isAtHomeBeforeCut = false
    fileprivate var isColleague = false
    /// Position of the first message of staff with code in it.
    fileprivate var firstCode = Int.max
    fileprivate var cut = 0

    /// Whether the reply at a position is for a reader at home among technical words.
    func isTechnical(reading position: Int) -> Bool {
      (position < cut ? isAtHomeBeforeCut : isAtHome) || firstCode < position || (isColleague && position > 0)
    }
  }

  /// - Complexity: O(matches, tokens and bytes of the thread's public messages).
  func requester(in thread: borrowing Thread) -> Requester {
    var requester = Requester()
    requester.cut = thread.cut
    switch readers {
    case .lay: return requester
    case .technical:
      requester.isAtHome = true
      requester.isAtHomeBeforeCut = true
      return requester
    case .mixed: break
    }
    if let first = thread.messages.first?.message {
      requester.isColleague = first.kind == .request && first.role == .staff
    }
    var isAtHome = Self.marksCode(thread.batch.bytes[thread.ticket.summary.range])
    var seen: [Int64] = []
    for (position, message) in thread.messages.enumerated() {
      if position == thread.cut { requester.isAtHomeBeforeCut = isAtHome }
      guard !isAtHome, message.message.visibility == .public else { continue }
      let isOwn = message.message.role == .requester
      if isOwn && isFluent(message, in: thread, &seen) {
        isAtHome = true
      } else if requester.firstCode == .max, writesCode(message, in: thread) {
        if message.message.role == .staff { requester.firstCode = position } else { isAtHome = true }
      }
    }
    requester.isAtHome = isAtHome
    if thread.cut >= thread.messages.count { requester.isAtHomeBeforeCut = isAtHome }
    return requester
  }

  /// Whether a requester's message shows, with what was seen in those before it, that its writer is at home.
  private func isFluent(_ own: MessageView, in thread: borrowing Thread, _ seen: inout [Int64]) -> Bool {
    func note(_ key: Int64) -> Bool {
      if !seen.contains(key) { seen.append(key) }
      return seen.count >= Self.fluent
    }
    for match in thread.matches[own.matches] {
      if match.pack == programming { return true }
      guard isTelltaleName(match) || match.isTechnicalTerm else {
        continue
      }
      if note(Int64(match.pack) << 32 | Int64(match.entry)) { return true }
    }
    for token in thread.text.tokens[own.tokens] {
      switch token.kind {
      case .url where Self.isOfCodeHost(thread.bytes(of: token, in: own)): return true
      case .identifier:
        if isCodeName(token, in: own, thread) { return true }
        fallthrough
      case .command, .path, .placeholder, .mention:
        if note(-1 - Int64(token.kind.rawValue)) { return true }
      case .ticketNumber where thread.bytes(of: token, in: own).first == UInt8(ascii: "#"):
        if note(-1 - Int64(token.kind.rawValue)) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a title marks words as code, calls something, names a member or gives an option: "`asm` stops",
  /// "get() crashes", "std::io is slow", "--verbose is ignored", "#[test] does not count".
  private static func marksCode(_ title: ArraySlice<UInt8>) -> Bool {
    if title.count(where: { $0 == UInt8(ascii: "`") }) > 1 { return true }
    var before: UInt8 = UInt8(ascii: " ")
    for (first, (second, third)) in zip(title, zip(title.dropFirst(), title.dropFirst(2))) {
      defer { before = first }
      let isOption =
        first == UInt8(ascii: "-") && second == first && (0x61...0x7A).contains(third)
        && before == UInt8(ascii: " ")
      if isOption { return true }
    }
    return zip(title, title.dropFirst()).contains { first, second in
      switch (first, second) {
      case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: ":"), UInt8(ascii: ":")),
        (UInt8(ascii: "#"), UInt8(ascii: "[")):
        true
      default: false
      }
    }
  }

  /// Where people keep programs and ask about them: nobody else links there.
  private static let codeHosts: [StaticString] = [
    "github.com", "gitlab.com", "bitbucket.org", "sourceforge.net", "stackoverflow.com",
  ]

  private static func isOfCodeHost(_ url: ArraySlice<UInt8>) -> Bool {
    codeHosts.contains { host in
      let host = UnsafeBufferPointer(start: host.utf8Start, count: host.utf8CodeUnitCount)
      return url.indices.contains { url[$0...].starts(with: host) }
    }
  }

  /// Whether a name is one out of a program, beyond doubt: a call, a member, capitals inside; and not the mask of an
  /// anonymised export ("ph_user").
  private func isCodeName(_ token: Token, in message: MessageView, _ thread: borrowing Thread) -> Bool {
    !thread.bytes(of: token, in: message).allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
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

  /// Words at least this common (ten times the Zipf scale) mean something to everybody: "cache" does not,
  /// "request" does.
  private static let familiarZipf: UInt8 = 42
  /// Words at least this common are said by everybody every day: "server", "release", "change".
  private static let everydayZipf: UInt8 = 50

  /// Whether a match is a term or an acronym where it stands, rather than an ordinary word: an ambiguous one needs
  /// its context in the same sentence, and a word that everybody says every day is none.
  private mutating func isTermHere(_ match: PackMatch, in message: MessageView, _ thread: borrowing Thread)
    -> Bool
  {
    if match.pack == acronyms {
      // "HA" in the plural is "HAs" and not "has".
      let token = thread.text.tokens[match.tokenRange.lowerBound]
      return !acronymEntries[Int(match.entry)].hasCapital
        || !token.flags.isDisjoint(with: [.allCapitals, .mixedCase, .hasDigit])
    }
    guard match.pack == terms else { return true }
    let entry = termEntries[Int(match.entry)]
    // Most candidates are words of every day, which a look at their frequency tells.
    let frequency = frequency(of: match.tokenRange, thread)
    guard frequency < (entry.hasContext ? Self.everydayZipf : Self.familiarZipf),
      isInflection(match, of: entry, thread)
    else { return false }
    return !entry.hasContext
      || hasContext(entry, frequency < Self.familiarZipf ? 1 : 2, match, in: message, thread)
  }

  /// Letters by which the forms of one word may differ at their end: "battery", "batteries".
  private static let longestEnding = 3

  /// Whether the last word of a match is a form of the term's own last word. A stem is shared more widely than that:
  /// "observe" has the stem of "observability".
  private func isInflection(_ match: PackMatch, of entry: PackedEntry, _ thread: borrowing Thread) -> Bool {
    let form = thread.vocabulary.form(of: thread.text.tokens[match.tokenRange.upperBound - 1].lexeme)
    return entry.hasLastWord { word in
      var shared = 0
      for (letter, other) in zip(form, word) {
        if letter != other { break }
        shared += 1
      }
      return max(form.count, word.count) - shared <= Self.longestEnding
    }
  }

  /// How common a term of one word is (ten times the Zipf scale), in its commonest form; 0 for one of several.
  private func frequency(of term: Range<Int>, _ thread: borrowing Thread) -> UInt8 {
    guard term.count == 1 else { return 0 }
    let lexeme = thread.text.tokens[term.lowerBound].lexeme
    return max(
      thread.vocabulary.zipf(of: lexeme), thread.vocabulary.zipf(of: thread.vocabulary.stem(of: lexeme)))
  }

  /// How many different words of a term's context stand in a sentence beside it.
  private mutating func contextWords(
    of entry: PackedEntry, _ match: PackMatch, in sentence: Sentence, _ thread: borrowing Thread
  ) -> Int {
    let context = contexts[match.entry] ?? Self.context(of: entry, thread.vocabulary)
    contexts[match.entry] = context
    var found = 0
    for lexeme in context.lexemes where stands(lexeme, beside: match, in: sentence, thread) { found += 1 }
    for word in context.others {
      guard let lexeme = word.withUnsafeBytes({ thread.vocabulary.id(of: $0) }) else { continue }
      if stands(lexeme, beside: match, in: sentence, thread) { found += 1 }
    }
    return found
  }

  private static func context(of entry: PackedEntry, _ vocabulary: borrowing Vocabulary) -> Context {
    let lasting = vocabulary.lexicon.count
    var context = Context()
    entry.forEachContextWord { word in
      if let lexeme = vocabulary.id(of: word), Int(lexeme) < lasting {
        if !context.lexemes.contains(lexeme) { context.lexemes.append(lexeme) }
      } else if !context.others.contains(where: { $0.elementsEqual(word) }) {
        context.others.append(Array(word))
      }
    }
    return context
  }

  private func stands(
    _ lexeme: LexemeID, beside match: PackMatch, in sentence: Sentence, _ thread: borrowing Thread
  ) -> Bool {
    for position in sentence.tokenRange where thread.text.tokens[position].lexeme == lexeme {
      if thread.text.tokens[position].kind.isWordLike, !match.tokenRange.contains(position) { return true }
    }
    return false
  }

  /// Whether so many different words that make an ambiguous term technical stand in the same sentence; any other
  /// technical word, or something that a machine made, is one of them.
  private mutating func hasContext(
    _ entry: PackedEntry, _ needed: Int, _ match: PackMatch, in message: MessageView,
    _ thread: borrowing Thread
  ) -> Bool {
    guard let sentence = thread.sentence(holding: match.tokenRange.lowerBound, in: message) else {
      return false
    }
    let found = contextWords(of: entry, match, in: sentence, thread)
    if found == 0 { return false }
    if found >= needed { return true }
    return thread.text.tokens[sentence.tokenRange].contains { $0.kind.isArtefact && $0.kind != .url }
      || thread.matches[message.matches].contains { other in
        other.entry != match.entry && sentence.tokenRange.contains(other.tokenRange.lowerBound)
          && isTechnical(other) && (other.pack == acronyms || !termEntries[Int(other.entry)].hasContext)
      }
  }
}
