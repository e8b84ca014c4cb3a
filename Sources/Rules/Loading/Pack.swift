/// Language as data: phrases and words that a rule looks for, with what to say about them.
///
/// A pack is written in YAML, one file each. The built-in ones are compiled into the binary (``PackArchive``),
/// because parsing thousands of YAML entries at every start would take longer than a small desk's night.
public struct Pack: Equatable, Sendable {
  /// How the entries are to be read.
  public enum Form: String, Sendable, CaseIterable {
    /// Phrases that are reported where they stand.
    case existence
    /// Phrases with something better to write.
    case substitution
    /// Phrases of which more than so many in a sentence are too many.
    case occurrence
    /// Words and terms with attributes, looked up by rules of their own.
    case lexicon
  }

  /// What it feeds: "clarity.vague-time".
  public var name: String
  /// ISO 639-1 code of the language: "en".
  public var language: String
  /// Goes up when an entry changes its meaning.
  public var revision: Int
  /// How the entries are to be read.
  public var form: Form
  /// Whether it is on only under `--strictness strict`.
  public var isStrict: Bool
  /// How many of its phrases a sentence may hold, for packs of the form `occurrence`.
  public var most: Int
  /// What was seen and why it matters; `%s` stands for the words found.
  public var message: String
  /// What to write instead.
  public var suggestion: String
  /// The phrases and words.
  public var entries: [PackEntry]
  /// A match inside one of these is not reported.
  public var exceptions: [PhrasePattern]
  /// Texts with `‹…›` round each span that must be found.
  public var finds: [String]
  /// Texts in which nothing may be found.
  public var ignores: [String]

  /// A pack without entries.
  public init(name: String, language: String, form: Form) {
    self.name = name
    self.language = language
    self.form = form
    revision = 1
    isStrict = false
    most = 0
    message = ""
    suggestion = ""
    entries = []
    exceptions = []
    finds = []
    ignores = []
  }
}

/// One line of a pack.
public struct PackEntry: Equatable, Sendable {
  /// The ways it may be written.
  public var patterns: [PhrasePattern]
  /// As the pack writes it, for reports.
  public var title: String
  /// What to write instead, the best first.
  public var replacements: [String] = []
  /// What an acronym stands for.
  public var expansion = ""
  /// What it means in words that anyone understands.
  public var plain = ""
  /// "everyday", "office", "technical", "specialist"; empty where that has no meaning.
  public var level = ""
  /// What kind of thing it is: "network", "product", …
  public var category = ""
  /// Words of which one must stand in the same sentence for the entry to count.
  public var context: [String] = []
  /// Whether it is also an ordinary word.
  public var isAmbiguous = false

  /// An entry that looks for `patterns`.
  public init(title: String, patterns: [PhrasePattern]) {
    self.title = title
    self.patterns = patterns
  }
}
