internal import CLexicons
public import TextAnalysis
import Tickets

/// The packs of a run, ready to be looked for: immutable, shared by all workers.
public struct PackIndex: Sendable {
  /// The packs; those of the same name in several languages are one here, their entries behind each other.
  public let packs: [Pack]
  /// All words with lasting ids, those of the phrases included.
  public let lexicon: Lexicon
  /// By language, what to look for.
  let phrases: [String: LanguagePhrases]
  private let numbers: [String: Int16]
  /// The packs as they were given, without their entries: each language says things in its own words.
  private let sources: [Pack]
  /// By pack and entry, which of `sources` it comes from.
  private let origins: [[Int16]]
  /// Hash of the packs and of the catalogue's revisions: numbers of two rule sets are never compared by accident.
  public let hash: String

  /// What is looked for in texts of one language, all packs at once.
  struct LanguagePhrases: Sendable {
    let automaton: PhraseAutomaton
    /// What each phrase of the automaton belongs to.
    let owners: [Owner]
  }

  /// What a phrase belongs to.
  struct Owner: Sendable {
    var pack: Int16
    /// Number of the entry, or -1 for an exception of the pack.
    var entry: Int32
    /// Whether nothing but closing punctuation may follow in the sentence.
    var mustEnd: Bool
  }

  /// An index of packs. - Complexity: O(words in them); a few milliseconds for the built-in ones.
  public init(_ sources: [Pack]) {
    var packs: [Pack] = []
    var numbers: [String: Int16] = [:]
    var compiled: [String: (phrases: [[PhraseElement]], owners: [Owner])] = [:]
    var origins: [[Int16]] = []
    for (origin, source) in sources.enumerated() {
      let number = numbers[source.name] ?? Int16(packs.count)
      if numbers[source.name] == nil {
        numbers[source.name] = number
        var empty = source
        empty.entries = []
        packs.append(empty)
        origins.append([])
      }
      let compiler = PhraseCompiler(pack: source)
      for entry in source.entries {
        let owner = Owner(pack: number, entry: Int32(packs[Int(number)].entries.count), mustEnd: false)
        packs[Int(number)].entries.append(entry)
        origins[Int(number)].append(Int16(origin))
        for pattern in entry.patterns {
          compiler.add(pattern, owner, to: &compiled[source.language, default: ([], [])])
        }
      }
      for pattern in source.exceptions {
        compiler.add(
          pattern, Owner(pack: number, entry: -1, mustEnd: false),
          to: &compiled[source.language, default: ([], [])])
      }
    }
    self.packs = packs
    self.numbers = numbers
    self.origins = origins
    self.sources = sources.map { source in
      var source = source
      source.entries = []
      return source
    }
    hash = Self.hash(of: sources)
    let languages = compiled.keys.sorted()
    let lexicon = Lexicon(
      adding: languages.flatMap { PhraseAutomaton.words(in: compiled[$0]?.phrases ?? []) }
        + DiscourseWords.words)
    self.lexicon = lexicon
    phrases = compiled.mapValues { phrases, owners in
      LanguagePhrases(automaton: PhraseAutomaton(phrases, lexicon: lexicon), owners: owners)
    }
  }

  /// FNV-1a (Fowler, Noll & Vo), 64 bits, over the packs' bytes and the rules' names and revisions.
  private static func hash(of packs: [Pack]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    add(PackArchive.encode(packs))
    for rule in Catalogue.summaries { add("\(rule.id)@\(rule.revision)\n".utf8) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The packs that are built in.
  ///
  /// - Throws: `PackArchive.Fault` if the binary carries broken packs, which a test rules out.
  public static func builtIn() throws(PackArchive.Fault) -> PackIndex {
    PackIndex(
      try PackArchive.decode(UnsafeBufferPointer(start: clexicons_packs, count: Int(clexicons_packs_count))))
  }

  /// The number of a pack; `nil` if there is none of that name.
  public func number(of name: String) -> Int16? { numbers[name] }

  /// The entries of a pack, in the order of their numbers.
  public func entries(of pack: Int16?) -> [PackEntry] {
    guard let pack, packs.indices.contains(Int(pack)) else { return [] }
    return packs[Int(pack)].entries
  }

  /// What a pack says of a mark whose argument is the number of one of its entries.
  func wording(of mark: Mark, pack number: Int16?, in thread: borrowing Thread) -> Wording {
    guard let number, packs.indices.contains(Int(number)) else { return Wording("") }
    let entries = packs[Int(number)].entries
    let place = Int(mark.argument)
    let pack =
      origins[Int(number)].indices.contains(place)
      ? sources[Int(origins[Int(number)][place])] : packs[Int(number)]
    let words = thread.message(at: mark.message).map { thread.string(mark.span, in: $0.message) } ?? ""
    var suggestion = pack.suggestion
    if entries.indices.contains(place) {
      let entry = entries[place]
      if let best = entry.replacements.first { suggestion = best.isEmpty ? "leave it out" : "“\(best)”" }
    }
    return Wording(Self.fill(pack.message, with: words), suggestion)
  }

  /// Puts the words found in the place of `%s`.
  private static func fill(_ message: String, with words: String) -> String {
    guard let place = message.firstRange(of: "%s") else { return message }
    return message[..<place.lowerBound] + words + message[place.upperBound...]
  }
}
