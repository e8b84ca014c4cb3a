public import Tickets

/// Language as data: phrases and words that a rule looks for, with what to say about them.
///
/// A pack is written in YAML, one file each. The built-in ones are compiled into the binary (``PackArchive``),
/// because parsing thousands of YAML entries at every start would take longer than a small desk's night.
///
/// A pack with a ``Description`` is a rule by itself (``PackRule``); one without feeds the rules that ask for it
/// by name.
public struct Pack: Equatable, Sendable {
  /// How the entries are to be read.
  public enum Form: String, Sendable, CaseIterable {
    /// Phrases that are reported where they stand.
    case existence
    /// Phrases with something better to write.
    case substitution
    /// Phrases of which more than so many in a sentence are too many.
    case occurrence
    /// Words that stand twice in a row.
    case repetition
    /// Phrases that need another one in the same text.
    case conditional
    /// A sum over counts of the text, such as a reading grade.
    case metric
    /// Words and terms with attributes, looked up by rules of their own.
    case lexicon
    /// Single words that are known by their ids and not looked for as phrases.
    case words
  }

  /// What makes a pack a rule: the part of ``RuleDescription`` that is not in the pack anyway.
  public struct Description: Equatable, Sendable {
    /// One line a lead understands.
    public var title: String
    /// What the behaviour does to the reader.
    public var rationale = ""
    /// What to do instead.
    public var practice = ""
    /// Where the idea comes from.
    public var source = ""
    /// Whether it finds gaps or strengths.
    public var kind = FindingKind.gap
    /// Where it looks, as far as outcomes go.
    public var anchor = Anchor.anyReply
    /// Which messages it is asked about.
    public var scope = RuleDescription.Scope.publicReply
    /// Who has to be able to read them.
    public var audience = RuleDescription.Audience.requester
    /// Whether it is on without being asked for.
    public var level = RuleLevel.warning

    /// A description with a title and what is usual.
    public init(title: String) { self.title = title }
  }

  /// What it feeds: "clarity.vague-time".
  public var name: String
  /// ISO 639-1 code of the language: "en".
  public var language: String
  /// Goes up when an entry changes its meaning.
  public var revision: Int
  /// How the entries are to be read.
  public var form: Form
  /// What makes it a rule; `nil` for a pack that only feeds rules.
  public var description: Description?
  /// What excuses a phrase when it stands in the same sentence: kinds of tokens as `{time}`, or names of packs.
  public var unless: [String]
  /// How many of its phrases a sentence may hold, for packs of the form `occurrence`.
  public var most: Int
  /// What a metric comes to: see ``Formula``.
  public var formula: String
  /// From where on it is found: see ``Condition``.
  public var condition: String
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

  /// The category of those entries of a conditional of which one must stand in the text.
  static let second = "second"

  /// A pack without entries.
  public init(name: String, language: String, form: Form) {
    self.name = name
    self.language = language
    self.form = form
    revision = 1
    unless = []
    most = 0
    formula = ""
    condition = ""
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
