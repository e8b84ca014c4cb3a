public import Tickets

/// One line of `readback score`: a ticket's messages with their measures and findings.
public struct ScoredLine: Sendable {
  /// Reading formulas of one message; `nil` where the text is too short for them.
  public struct Reading: Sendable {
    /// Flesch–Kincaid grade.
    public var fleschKincaidGrade: Double?
    /// Flesch reading ease.
    public var fleschReadingEase: Double?
    /// Gunning fog.
    public var gunningFog: Double?
    /// SMOG.
    public var smog: Double?
    /// Coleman–Liau.
    public var colemanLiau: Double?
    /// Automated readability index.
    public var automatedReadabilityIndex: Double?
    /// Readback's own measure, 0…1.
    public var difficulty: Double?

    /// Nothing known.
    public init() {}
  }

  /// How a reply takes up what it answers.
  public struct Paraphrase: Sendable {
    /// Symmetric similarity, 0…1.
    public var similarity: Double
    /// Share of the request's points taken up, 0…1.
    public var coverage: Double
    /// Share copied word by word, 0…1.
    public var verbatim: Double
    /// Whether it holds a cue.
    public var hasCue: Bool
    /// Probability of a restatement, 0…1.
    public var probability: Double

    /// All five.
    public init(similarity: Double, coverage: Double, verbatim: Double, hasCue: Bool, probability: Double) {
      self.similarity = similarity
      self.coverage = coverage
      self.verbatim = verbatim
      self.hasCue = hasCue
      self.probability = probability
    }
  }

  /// An acronym where it stands.
  public struct Acronym: Sendable {
    /// The letters.
    public var span: Range<Int>
    /// The words it is short for, if they stand beside it.
    public var long: Range<Int>?
    /// Whether the message has spelled it out so far.
    public var isExpanded: Bool

    /// All three.
    public init(span: Range<Int>, long: Range<Int>?, isExpanded: Bool) {
      self.span = span
      self.long = long
      self.isExpanded = isExpanded
    }
  }

  /// One message.
  public struct Message: Sendable {
    /// Its id as given, or its position from 1.
    public var id: String
    /// Which side wrote it.
    public var role: Role
    /// Half-open byte ranges of its text that were scored.
    public var scoredZones: [Range<Int>] = []
    /// Words and numbers.
    public var words = 0
    /// Sentences.
    public var sentences = 0
    /// Letters and digits.
    public var characters = 0
    /// Reading formulas.
    public var reading = Reading()
    /// Sentences with a passive verb.
    public var passiveSentences = 0
    /// Questions.
    public var questions = 0
    /// Questions that can't be answered by yes or no.
    public var openQuestions = 0
    /// Places of words outside everyday vocabulary; `nil` if they were not looked for.
    public var hardWords: [Range<Int>]?
    /// Places of terms of IT; `nil` if they were not looked for.
    public var technicalTerms: [Range<Int>]?
    /// Places of acronyms, and whether each is expanded; `nil` if they were not looked for.
    public var acronyms: [Acronym]?
    /// How it takes up what it answers; `nil` where there is nothing to answer.
    public var paraphrase: Paraphrase?
    /// Whether it mirrors what the requester feels.
    public var reflectsFeeling = false
    /// Whether it blames the requester.
    public var blames = false
    /// Politeness; `nil` if it was not measured.
    public var politeness: Double?
    /// Level of listening, 1…5; `nil` if it was not judged.
    public var listeningLevel: Int?
    /// What was found in it.
    public var findings: [Finding] = []

    /// A message without measures.
    public init(id: String, role: Role) {
      self.id = id
      self.role = role
    }
  }

  /// The ticket's id.
  public var id: String
  /// Hash of the rule set.
  public var rules: String
  /// Level of listening of the ticket.
  public var listeningLevel: Int?
  /// What was found, as `rule@message`.
  public var findings: [String] = []
  /// Its messages, in the order of the input.
  public var messages: [Message] = []
  /// Unknown fields of the input, as JSON members.
  public var meta: [UInt8] = []

  /// A line without messages.
  public init(id: String, rules: String) {
    self.id = id
    self.rules = rules
  }
}
