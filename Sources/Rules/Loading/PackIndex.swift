internal import CLexicons
public import TextAnalysis
import Tickets

/// What a desk sets for itself, beside its packs.
public struct DeskOptions: Sendable, Equatable {
  /// When it works.
  public var working = WorkingTime()
  /// How long a requester may be left without a word.
  public var updates = UpdateTargets()

  /// What is usual.
  public init() {}
}

/// The packs of a run, ready to be looked for: immutable, shared by all workers.
public struct PackIndex: Sendable {
  /// The packs as they were given.
  public let sources: [Pack]
  /// The names of the packs, each once, in the order in which they are first given; their positions are the
  /// packs' numbers.
  public let names: [String]
  /// All words with lasting ids, those of the phrases included.
  public let lexicon: Lexicon
  /// What a desk sets for itself.
  public let options: DeskOptions
  /// By language, what to look for.
  let phrases: [String: LanguagePhrases]
  /// How languages are told apart.
  let languages: LanguageWords
  private let groups: [Group]
  private let numbers: [String: Int16]

  /// The packs of one name, which may be in several languages or come from several hands.
  private struct Group: Sendable {
    var entries: [PackEntry] = []
    /// By entry, its pack as an index into `sources`.
    var origins: [Int] = []
    var languages: Set<String> = []
  }

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

  /// An index of packs. Of entries that match the same words, that of the pack given first wins.
  ///
  /// - Complexity: O(words in them); a few milliseconds for the built-in ones.
  public init(_ sources: [Pack], options: DeskOptions = DeskOptions()) {
    var names: [String] = []
    var groups: [Group] = []
    var numbers: [String: Int16] = [:]
    var compiled: [String: (phrases: [[PhraseElement]], owners: [Owner])] = [:]
    for (origin, source) in sources.enumerated() {
      let number = numbers[source.name] ?? Int16(truncatingIfNeeded: groups.count)
      if numbers[source.name] == nil {
        numbers[source.name] = number
        names.append(source.name)
        groups.append(Group())
      }
      groups[Int(number)].languages.insert(source.language)
      let compiler = PhraseCompiler(pack: source)
      for entry in source.entries {
        let owner = Owner(pack: number, entry: Int32(groups[Int(number)].entries.count), mustEnd: false)
        groups[Int(number)].entries.append(entry)
        groups[Int(number)].origins.append(origin)
        if source.form == .words { continue }
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
    self.sources = sources
    self.options = options
    self.names = names
    self.groups = groups
    self.numbers = numbers
    let languages = compiled.keys.sorted()
    let lexicon = Lexicon(
      adding: languages.flatMap { PhraseAutomaton.words(in: compiled[$0]?.phrases ?? []) }
        + LanguageWords.words(in: sources) + DiscourseWords.words)
    self.lexicon = lexicon
    self.languages = LanguageWords(sources, lexicon: lexicon)
    phrases = compiled.mapValues { phrases, owners in
      LanguagePhrases(automaton: PhraseAutomaton(phrases, lexicon: lexicon), owners: owners)
    }
  }

  /// The packs that are built in.
  ///
  /// - Throws: `PackArchive.Fault` if the binary carries broken packs, which a test rules out.
  public static func builtInPacks() throws(PackArchive.Fault) -> [Pack] {
    try PackArchive.decode(UnsafeBufferPointer(start: clexicons_packs, count: clexicons_packs_count))
  }

  /// An index of the packs that are built in.
  ///
  /// - Throws: `PackArchive.Fault` if the binary carries broken packs, which a test rules out.
  public static func builtIn() throws(PackArchive.Fault) -> PackIndex { PackIndex(try builtInPacks()) }

  /// The number of a pack; `nil` if there is none of that name.
  public func number(of name: String) -> Int16? { numbers[name] }

  /// The entries of a pack, in the order of their numbers.
  public func entries(of pack: Int16?) -> [PackEntry] {
    guard let pack, groups.indices.contains(Int(pack)) else { return [] }
    return groups[Int(pack)].entries
  }

  /// The languages in which all of some packs are written.
  func languages(of names: [String]) -> Set<String> {
    var common: Set<String>?
    for name in names {
      let languages = numbers[name].map { groups[Int($0)].languages } ?? []
      common = common?.intersection(languages) ?? languages
    }
    return common ?? []
  }

  /// What a pack says of a mark whose argument is the number of one of its entries.
  func wording(of mark: Mark, pack number: Int16?, in thread: borrowing Thread) -> Wording {
    guard let number, groups.indices.contains(Int(number)) else { return Wording("") }
    let group = groups[Int(number)]
    guard group.entries.indices.contains(Int(mark.argument)) else { return Wording("") }
    let entry = group.entries[Int(mark.argument)]
    let pack = sources[group.origins[Int(mark.argument)]]
    let words = thread.message(at: mark.message).map { thread.string(mark.span, in: $0.message) } ?? ""
    return Wording(Self.fill(pack.message, with: words), Self.suggestion(of: entry, in: pack))
  }

  /// What to write instead: the entry's own words, in the pack's sentence if it has a place for them; advice in
  /// brackets as it is.
  private static func suggestion(of entry: PackEntry, in pack: Pack) -> String {
    let advice = entry.replacements.first { $0.hasPrefix("(") && $0.hasSuffix(")") }
    if let advice, advice == entry.replacements.first { return String(advice.dropFirst().dropLast()) }
    let words = entry.replacements.filter { !$0.isEmpty && !$0.hasPrefix("(") }
    guard let best = words.first else { return pack.suggestion }
    if pack.suggestion.contains("%s") { return fill(pack.suggestion, with: best) }
    return "“\(best)”"
  }

  /// Puts words in the place of `%s`.
  private static func fill(_ message: String, with words: String) -> String {
    guard let place = message.firstRange(of: "%s") else { return message }
    return message[..<place.lowerBound] + words + message[place.upperBound...]
  }
}
