import Tickets
internal import Yams

/// The words of one desk: what its requesters know, what it has agreed not to write, and how it explains its terms.
///
///     version: 1
///     accept: [VPN, change board]
///     reject:
///       - do the needful
///       - { find: "kindly revert", use: "please reply", reason: "nobody outside the desk says it" }
///     glossary:
///       MTU: the size of the largest packet the line takes
///     local: [ticketbot, golden list]
///
/// What is accepted is no jargon here. What is in the glossary is, until it is explained; the desk's own explanation is
/// what is offered instead. What is rejected is found by a rule of its own, `jargon.rejected`; so is what is local, words
/// that `readback vocabulary` has shown to be staff's and not the requesters', unless the requester used them:
/// `jargon.local`.
public struct DeskVocabulary: Sendable, Equatable {
  /// Words and terms that requesters of this desk know.
  public var accepted: [String] = []
  /// Phrases not to be written, as packs write them.
  public var rejected: [PackEntry] = []
  /// Terms with their explanation in plain words.
  public var glossary: [Term] = []
  /// Words that staff use and requesters don't, and that have no explanation in the glossary.
  public var local: [String] = []
  /// The language of all of them.
  public var language = "en"

  /// A term and what it means.
  public struct Term: Sendable, Equatable {
    /// As it is written.
    public var term: String
    /// In plain words.
    public var plain: String
  }

  /// The rule that finds what is rejected.
  public static let rejectedRule = "jargon.rejected"

  /// Reads a vocabulary file.
  ///
  /// - Parameter file: What to call it in errors.
  /// - Throws: ``YAMLError`` at the first thing that does not fit.
  public static func parse(_ text: String, file: String) throws(YAMLError) -> DeskVocabulary {
    let file = YAMLFile(text, name: file)
    let root = try file.root("a vocabulary is a mapping: accept, reject, glossary, local")
    let mapping = try file.mapping(root, "a vocabulary is a mapping: accept, reject, glossary, local")
    try file.refuseUnknownKeys(
      of: mapping, known: ["version", "language", "accept", "reject", "glossary", "local"])
    try file.requireVersion(mapping)
    var vocabulary = DeskVocabulary()
    vocabulary.language = try file.string("language", in: mapping) ?? "en"
    vocabulary.accepted = try file.strings("accept", in: mapping)
    vocabulary.local = try file.strings("local", in: mapping)
    let source = PackSource(file: file)
    for node in try file.sequence("reject", in: mapping) {
      vocabulary.rejected.append(try rejected(node, source))
    }
    if let glossary = mapping["glossary"], !file.isEmpty(glossary) {
      for (term, plain) in try file.mapping(glossary, "“glossary” maps terms to what they mean") {
        vocabulary.glossary.append(Term(term: try file.scalar(term), plain: try file.scalar(plain)))
      }
    }
    return vocabulary
  }

  private static func rejected(_ node: Node, _ source: PackSource) throws(YAMLError) -> PackEntry {
    guard let mapping = node.mapping else {
      return PackEntry(title: try source.file.scalar(node), patterns: [try source.pattern(node)])
    }
    try source.file.refuseUnknownKeys(of: mapping, known: ["find", "use", "reason"])
    guard let find = mapping["find"] else {
      throw source.file.fault(node, "“find” is missing: what to look for")
    }
    var entry = PackEntry(title: try source.file.scalar(find), patterns: [try source.pattern(find)])
    if let use = try source.file.string("use", in: mapping) { entry.replacements = [use] }
    entry.plain = try source.file.string("reason", in: mapping) ?? ""
    return entry
  }

  /// The packs that make the rules know these words. - Complexity: O(words).
  public var packs: [Pack] {
    var terms = Pack(name: "jargon.term", language: language, form: .lexicon)
    var acronyms = Pack(name: "jargon.acronym", language: language, form: .lexicon)
    func add(_ term: String, level: String, plain: String) {
      var entry = PackEntry(title: term, patterns: [.literal(term)])
      entry.level = level
      entry.plain = plain
      if let capitals = PackSource.capitals(term) {
        var letters = entry
        letters.patterns = [capitals]
        letters.expansion = plain
        letters.plain = ""
        acronyms.entries.append(letters)
        // The letters are looked at once, as an acronym.
        entry.level = "everyday"
      }
      terms.entries.append(entry)
    }
    // What is in both lists is accepted: the first entry of a term wins.
    for term in accepted { add(term, level: "everyday", plain: "") }
    for one in glossary { add(one.term, level: "specialist", plain: one.plain) }
    var own = Pack(name: LocalTerm.name, language: language, form: .lexicon)
    let known = Set((accepted + glossary.map(\.term)).map { $0.lowercased() })
    own.entries = local.filter { !known.contains($0.lowercased()) }
      .map { PackEntry(title: $0, patterns: [.literal($0)]) }
    var avoided = Pack(name: Self.rejectedRule, language: language, form: .substitution)
    avoided.entries = rejected
    avoided.message = "“%s” is on this desk's list of words not to write"
    avoided.suggestion = "say it in the requester's words"
    var rule = Pack.Description(title: "Words this desk has agreed not to write")
    rule.rationale =
      "The desk has agreed on these words; each that slips through tells the reader that it has not."
    rule.practice = "Write what the vocabulary file says instead."
    rule.source = "the desk's vocabulary file"
    avoided.description = rule
    return [terms, acronyms, own, avoided].filter { !$0.entries.isEmpty }
  }
}
