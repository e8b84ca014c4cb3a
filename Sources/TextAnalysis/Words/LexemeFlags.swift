/// What is known of a word whatever the sentence: its classes in the closed part of the vocabulary.
public struct LexemeFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt64
  /// The flags of some bits.
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Carries grammar rather than meaning: article, pronoun, preposition, conjunction, auxiliary, particle.
  public static let functionWord = LexemeFlags(rawValue: 1 << 0)
  /// Too frequent to say what a text is about: function words and a few empty verbs and adverbs.
  public static let stopWord = LexemeFlags(rawValue: 1 << 1)
  /// Denies: "not", "never", "nobody", "can't".
  public static let negation = LexemeFlags(rawValue: 1 << 2)
  /// Holds back: "might", "perhaps", "seems".
  public static let hedge = LexemeFlags(rawValue: 1 << 3)
  /// The writer: "I", "me", "our".
  public static let firstPerson = LexemeFlags(rawValue: 1 << 4)
  /// The reader: "you", "your".
  public static let secondPerson = LexemeFlags(rawValue: 1 << 5)
  /// A form of "be".
  public static let formOfBe = LexemeFlags(rawValue: 1 << 6)
  /// A form of "get".
  public static let formOfGet = LexemeFlags(rawValue: 1 << 7)
  /// A form of "have".
  public static let formOfHave = LexemeFlags(rawValue: 1 << 8)
  /// A form of "do".
  public static let formOfDo = LexemeFlags(rawValue: 1 << 9)
  /// "can", "will", "should", …
  public static let modal = LexemeFlags(rawValue: 1 << 10)
  /// Asks for a thing rather than for yes or no: "what", "how", "when".
  public static let questionWord = LexemeFlags(rawValue: 1 << 11)
  /// A past participle that does not end in "-ed": "written", "sent".
  public static let irregularParticiple = LexemeFlags(rawValue: 1 << 12)
  /// A unit of measure: "GB", "minutes", "km".
  public static let unit = LexemeFlags(rawValue: 1 << 13)
  /// An abbreviation after whose point a sentence goes on, even with a capital: "Dr.", "e.g.".
  public static let abbreviation = LexemeFlags(rawValue: 1 << 14)
  /// A pronoun or a determiner that opens a noun phrase: "the", "this", "my".
  public static let determiner = LexemeFlags(rawValue: 1 << 15)
  /// "he", "they", "it", "I", … as a subject.
  public static let subjectPronoun = LexemeFlags(rawValue: 1 << 16)
  /// A preposition: "of", "in", "by".
  public static let preposition = LexemeFlags(rawValue: 1 << 17)
  /// A verb that tells the reader what to do when it opens a sentence: "restart", "click".
  public static let commandVerb = LexemeFlags(rawValue: 1 << 18)
  /// A command of a shell: "ipconfig", "chmod".
  public static let shellCommand = LexemeFlags(rawValue: 1 << 19)
  /// Announces the number of an error: "error", "HTTP", "code".
  public static let errorPrefix = LexemeFlags(rawValue: 1 << 20)
  /// An adverb that may stand inside a verb phrase: "already", "just".
  public static let adverb = LexemeFlags(rawValue: 1 << 21)
  /// The name of an error: "econnrefused".
  public static let errorName = LexemeFlags(rawValue: 1 << 22)
  /// The extension of files that people name in tickets: "docx".
  public static let fileExtension = LexemeFlags(rawValue: 1 << 23)
  /// The last label of host names: "org".
  public static let topLevelDomain = LexemeFlags(rawValue: 1 << 24)
  /// A unit that is written straight after its number: "16gb".
  public static let unitSuffix = LexemeFlags(rawValue: 1 << 25)
  /// What error numbers are called by the systems that print them: "ORA".
  public static let errorFamily = LexemeFlags(rawValue: 1 << 26)
  /// What ticket numbers begin with: "INC".
  public static let ticketPrefix = LexemeFlags(rawValue: 1 << 27)
  /// An abbreviation that stands before a number: "No. 5", "p. 12".
  public static let numberAbbreviation = LexemeFlags(rawValue: 1 << 28)
  /// An abbreviation that may end a sentence: "Co.", "etc.".
  public static let closingAbbreviation = LexemeFlags(rawValue: 1 << 29)
  /// Opens the end of a letter: "Regards, Ann", "Thanks, Bob".
  public static let complimentaryClose = LexemeFlags(rawValue: 1 << 30)
  /// Fills a pause at the start of a sentence: "so", "well", "um", "and".
  public static let filler = LexemeFlags(rawValue: 1 << 31)
  /// Asks for an account: "tell", "describe", "explain".
  public static let telling = LexemeFlags(rawValue: 1 << 32)
  /// A question word that asks for more than a fact: "what", "how", "why".
  public static let openQuestionWord = LexemeFlags(rawValue: 1 << 33)
  /// Makes a question word ask for a number: how "many", what "time".
  public static let measured = LexemeFlags(rawValue: 1 << 34)
  /// Looks like a participle and describes: "tired", "interested".
  public static let adjective = LexemeFlags(rawValue: 1 << 35)
  /// Announces a command: "please", "kindly".
  public static let opensRequest = LexemeFlags(rawValue: 1 << 36)
  /// Names who did it after a passive verb: "by".
  public static let byAgent = LexemeFlags(rawValue: 1 << 37)
  /// Names a quality or a process, by its ending: "installation", "availability".
  public static let abstract = LexemeFlags(rawValue: 1 << 38)
  /// "of" itself, which joins nouns.
  public static let of = LexemeFlags(rawValue: 1 << 39)
  /// A function word of German: "und", "nicht".
  public static let germanFunctionWord = LexemeFlags(rawValue: 1 << 40)
  /// A function word of French: "est", "pour".
  public static let frenchFunctionWord = LexemeFlags(rawValue: 1 << 41)
}
